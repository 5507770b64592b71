//! What saying something of a section would do to others, before it is said: all of it, or of this section alone.

use yew::prelude::*;

use crate::browser::place;
use crate::format::counted;
use crate::state::{Action, Asking, Whom};
use crate::study::Study;

/// Sections that are named; of more only the number.
const NAMED: usize = 6;

/// The first of the choices, to give the focus by.
pub(super) const ID: &str = "asked";

/// The question.
pub(super) fn asked(asking: &Asking, study: &Study, dispatch: &Callback<Action>) -> Html {
    let Asking { section, side, ref others } = *asking;
    let whom = Whom::Section(section);
    let number = others.len() as u64;
    let if_so = if side.is_off() { "If this does not belong" } else { "If this belongs" };
    let verb = if number == 1 { "changes sides" } else { "change sides" };
    let more = counted(number, "other section", "other sections");
    let say = |side| {
        dispatch.reform(move |_: MouseEvent| {
            // The button goes away; what takes the place of the one that asked gets the focus.
            Action::Overrule(whom, Some(side))
        })
    };
    let leave = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            place::focus(&format!("say-{section}"));
            dispatch.emit(Action::Dismiss);
        })
    };
    let onkeydown = {
        let leave = leave.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                leave.emit(());
            }
        }
    };
    html! {
        <div class="asked" role="group" aria-labelledby="asked-what" {onkeydown}>
            <p class="asked__what" id="asked-what">{ format!("{if_so}, {more} {verb} too:") }</p>
            <ul class="asked__others" role="list">
                for other in others.iter().copied().take(NAMED) {
                    { line(other, study) }
                }
                if others.len() > NAMED {
                    <li>{ format!("and {} more", others.len() - NAMED) }</li>
                }
            </ul>
            <p class="asked__choices">
                <button type="button" class="button button--main" id={ID} onclick={say(side)}>
                    { if number == 1 { "Change both".to_owned() } else { format!("Change all {}", number + 1) } }
                </button>
                <button type="button" class="button" onclick={say(side.alone())}>
                    { "Only this section" }
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    onclick={leave.reform(|_: MouseEvent| ())}
                >
                    { "Cancel" }
                </button>
            </p>
        </div>
    }
}

/// A section, and where it would be.
fn line(section: u32, study: &Study) -> Html {
    let kept = study.judged(section).is_some_and(|(judged, _)| judged.verdict.is_kept());
    html! {
        <li key={section}>
            { study.section_name(section) }
            <span class="asked__side">
                { if kept { " would be left out" } else { " would be kept" } }
            </span>
        </li>
    }
}
