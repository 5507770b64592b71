//! How much evidence an off-topic verdict needs: a slider, with the way back to where it usually stands.

use engine::separate::Verdict;
use yew::prelude::*;

use super::later::{Later, What};
use crate::browser::{place, timing};
use crate::format::{counted, tenths};
use crate::state::{Action, Correction, Session, ViewState};

/// The slider.
pub(super) fn threshold(session: &Session, dispatch: &Callback<Action>) -> Html {
    let correction = &session.view.correction;
    let usual = correction.threshold == 0;
    let sections = &session.study.analysis.sections;
    let off = sections.iter().filter(|section| section.verdict == Verdict::OffTopic).count();
    let off = format!("{} off topic", counted(off as u64, "section", "sections"));
    let value = tenths(correction.threshold());
    let oninput = dispatch.reform(|event: InputEvent| Action::SetThreshold(place_of(&event)));
    // The hand lets go, or the focus does: keys pressed one after the other are one move.
    let onpointerup =
        dispatch.reform(|event: PointerEvent| Action::LeaveThreshold(place_of(&event)));
    let onblur = dispatch.reform(|event: FocusEvent| Action::LeaveThreshold(place_of(&event)));
    let reset = dispatch.reform(|_: MouseEvent| {
        // The button goes away, and would take the focus along.
        place::focus("threshold");
        Action::LeaveThreshold(0)
    });
    html! {
        <div class="threshold">
            <label class="threshold__name" for="threshold">{ "What is called off topic" }</label>
            <div class="threshold__row">
                <span aria-hidden="true">{ "Strict" }</span>
                <input
                    class="threshold__slider"
                    id="threshold"
                    type="range"
                    min={(-Correction::FARTHEST).to_string()}
                    max={Correction::FARTHEST.to_string()}
                    value={correction.threshold.to_string()}
                    aria-valuetext={format!("Threshold {value}: {off}")}
                    {oninput}
                    {onpointerup}
                    {onblur}
                />
                <span aria-hidden="true">{ "Eager" }</span>
            </div>
            <p class="threshold__said">
                <span>{ format!("Threshold {value} · {off}") }</span>
                <button
                    type="button"
                    class={classes!("link", usual.then_some("threshold__usual"))}
                    onclick={reset}
                >
                    { "Reset" }
                </button>
            </p>
        </div>
    }
}

/// Where the slider stands.
fn place_of(event: &Event) -> i32 {
    let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
    input.and_then(|input| input.value().parse().ok()).unwrap_or(0)
}

/// Undo and redo. They stay where they are when there is nothing to do: the focus may be on them.
pub(super) fn steps(session: &Session, dispatch: &Callback<Action>) -> Html {
    let trail = &session.trail;
    let steps = [
        ("Undo", trail.last().is_none(), "Ctrl or ⌘ Z", Action::Undo),
        ("Redo", trail.next().is_none(), "Shift Ctrl or ⌘ Z", Action::Redo),
    ];
    let said = !session.view.says_as(&ViewState::default());
    let take_back = dispatch.reform(|_: MouseEvent| {
        // The button goes away, and would take the focus along.
        timing::next_frame(|| place::focus_if_lost("notice-offer"));
        Action::TakeAllBack
    });
    html! {
        <>
        for (name, idle, keys, action) in steps {
            <button
                key={name}
                type="button"
                class="button button--quiet"
                aria-disabled={idle.to_string()}
                data-tip={format!("{name} what you said: {keys}")}
                aria-description={keys}
                onclick={dispatch.reform(move |_: MouseEvent| action.clone())}
            >
                { name }
            </button>
        }
        if said {
            <details class="sayings topics__back">
                <summary class="sayings__open" id="sayings">{ "What you said" }</summary>
                <Later what={What::Sayings(session.study.clone(), dispatch.clone())} />
            </details>
            <button type="button" class="button button--quiet topics__back" onclick={take_back}>
                { "Take back everything you said" }
            </button>
        }
        </>
    }
}
