//! What a person should see once: what a link held that makes no sense here, that something was copied, what a correction
//! did elsewhere.

use yew::prelude::*;

use crate::browser::place;
use crate::state::{Action, Notice, Offer, Session};

/// Places named at the most; the map shows all of them.
const PLACES: usize = 40;

/// The notices, read out by a screen reader when they come.
pub(super) fn notices(session: &Session, dispatch: &Callback<Action>) -> Html {
    let dismiss = dispatch.reform(|_: MouseEvent| {
        place::focus("main");
        Action::Dismiss
    });
    let notices = &session.notices;
    // The live region stands there before it has anything to say: many screen readers miss one that comes with its text.
    html! {
        <div class="notices" role="status">
            if session.waiting.is_some() {
                <p class="notice notice__text">{ "Judging the documents again …" }</p>
            } else if session.study.is_undecided() {
                <p class="notice notice__text">
                    { "Topics, and what does not belong, are being found …" }
                </p>
            }
            if !notices.is_empty() {
                <div class="notice">
                    <div class="notice__said">
                        for (index, one) in notices.iter().enumerate() {
                            <p class="notice__text" key={index}>{ &one.text }</p>
                        }
                        { places(session, dispatch) }
                    </div>
                    { offer(notices, dispatch) }
                    <button type="button" class="button button--quiet" onclick={dismiss}>
                        { "Dismiss" }
                    </button>
                </div>
            }
        </div>
    }
}

/// The places the notices are about, each leading there.
fn places(session: &Session, dispatch: &Callback<Action>) -> Html {
    let places: Vec<u32> = session.notices.iter().flat_map(|one| &one.places).copied().collect();
    if places.is_empty() {
        return html! {};
    }
    html! {
        <ul class="notice__places" role="list">
            for section in places.iter().copied().take(PLACES) {
                <li key={section}>
                    <button
                        type="button"
                        class="link"
                        onclick={dispatch.reform(move |_: MouseEvent| Action::GoTo(section))}
                    >
                        { session.study.section_name(section) }
                    </button>
                </li>
            }
            if places.len() > PLACES {
                <li>{ format!("and {} more", places.len() - PLACES) }</li>
            }
        </ul>
    }
}

fn offer(notices: &[Notice], dispatch: &Callback<Action>) -> Html {
    let (name, action) = match notices.iter().find_map(|one| one.offer) {
        Some(Offer::Undo) => ("Undo", Action::Undo),
        Some(Offer::Redo) => ("Redo", Action::Redo),
        None => return html! {},
    };
    let onclick = dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <button type="button" class="button" id="notice-offer" {onclick}>{ name }</button>
    }
}
