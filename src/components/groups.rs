//! The groups of documents, each a filter. They arrive later.

use yew::prelude::*;

use crate::format::{along, counted, percent};
use crate::groups::{Size, sizes};
use crate::shared::Shared;
use crate::state::{Action, Numbers};
use crate::study::Study;

/// Groups shown at first, and added by each press of `Show more`.
const STEP: usize = 12;

/// The groups.
pub(super) fn groups(study: &Shared<Study>, picked: &Numbers, dispatch: &Callback<Action>) -> Html {
    html! { <Groups study={study.clone()} picked={picked.clone()} dispatch={dispatch.clone()} /> }
}

#[derive(PartialEq, Properties)]
struct Props {
    study: Shared<Study>,
    picked: Numbers,
    dispatch: Callback<Action>,
}

/// The same; what is shown of them is remembered.
#[component]
fn Groups(props: &Props) -> Html {
    let shown = use_state_eq(|| STEP);
    let sizes = use_memo(props.study.clone(), |study| sizes(study));
    let largest = sizes.iter().map(|size| size.words).max().unwrap_or(0);
    let all = sizes.len();
    let more = {
        let (setter, next) = (shown.setter(), *shown + STEP);
        move |_: MouseEvent| setter.set(next)
    };
    // Whatever is picked is seen.
    let seen = |index: usize| index < *shown || props.picked.contains(index as u32);
    html! {
        <section class="group group--documents">
            <h3 class="group__head"><span class="group__name">{ "Groups" }</span></h3>
            <ul class="group__list" role="list">
                for (index, size) in sizes.iter().enumerate().filter(|(index, _)| seen(*index)) {
                    { row(props, index as u32, size, largest) }
                }
            </ul>
            if *shown < all {
                <button type="button" class="link" onclick={more}>
                    { format!("Show {} more", STEP.min(all - *shown)) }
                </button>
            }
        </section>
    }
}

fn row(props: &Props, group: u32, size: &Size, largest: u64) -> Html {
    let Props { study, picked, dispatch } = props;
    let onclick = dispatch.reform(move |event: MouseEvent| {
        let add = event.ctrl_key() || event.meta_key() || event.shift_key();
        Action::PickGroup { group, add }
    });
    let onkeydown = {
        let dispatch = dispatch.clone();
        // With Shift held, browsers do not all make a click of Enter or Space.
        move |event: KeyboardEvent| {
            let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
            if adds && matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                dispatch.emit(Action::PickGroup { group, add: true });
            }
        }
    };
    let is_picked = picked.contains(group);
    let dimmed = !is_picked && !picked.is_empty();
    html! {
        <li key={group} class={classes!("topic", dimmed.then_some("topic--dimmed"))}>
            <button
                type="button"
                class="topic__pick"
                aria-pressed={is_picked.to_string()}
                {onclick}
                {onkeydown}
            >
                <span class="swatch swatch--furniture" aria-hidden="true"></span>
                <span class="topic__label">{ study.group_name(group) }</span>
                <svg class="topic__bar" width="100%" height="4" aria-hidden="true">
                    <rect class="topic__share" width={along(size.words as f64, largest as f64)} height="4" />
                </svg>
                <span class="topic__figures">
                    { counted(size.words, "word", "words") }
                    <span class="topic__more">
                        { " · " }
                        { counted(size.documents, "document", "documents") }
                        if size.off_topic > 0 {
                            { format!(" · {} off topic", percent(size.off_topic as f64, size.words as f64)) }
                        }
                    </span>
                </span>
            </button>
        </li>
    }
}
