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
    let kept = |other: u32| study.judged(other).is_some_and(|(one, _)| one.verdict.is_kept());
    // They mostly go the way it goes; where one does not, each says where it would be.
    let together = others.iter().all(|other| kept(*other) == side.is_off());
    let (if_so, do_one, do_many) = match (together, side.is_off()) {
        (true, true) => ("If this does not belong", "neither does", "neither do"),
        (true, false) => ("If this belongs", "so does", "so do"),
        (false, true) => ("If this does not belong, sides change for", "", ""),
        (false, false) => ("If this belongs, sides change for", "", ""),
    };
    let verb = if number == 1 { do_one } else { do_many };
    let comma = if together { ", " } else { "" };
    let more = counted(number, "other section", "other sections");
    let say = |side| {
        dispatch.reform(move |_: MouseEvent| {
            // The button goes away. The one that asked stays where it stands, whatever becomes of it.
            place::focus(&format!("say-{section}"));
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
            <p class="asked__what" id="asked-what">{ format!("{if_so}{comma}{verb} {more}:") }</p>
            <ul class="asked__others" role="list">
                for other in others.iter().copied().take(NAMED) {
                    <li key={other}>
                        { study.section_name(other) }
                        if !together {
                            <span class="asked__side">
                                { if kept(other) { " would be left out" } else { " would be kept" } }
                            </span>
                        }
                    </li>
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
