//! Sections left out, folded in place to one line that says what they are.

use yew::prelude::*;

use crate::format::counted;
use crate::reading::Fold;
use crate::state::Action;

/// A folded run; `hits` is how often the highlighted term stands inside, `inside` the sections where they are unfolded.
pub(super) fn folded_run(
    fold: &Fold,
    hits: usize,
    dispatch: &Callback<Action>,
    inside: Html,
) -> Html {
    let first = fold.sections.start;
    let class = if fold.off_topic { "fold fold--off" } else { "fold" };
    let verb = if fold.open { "Hide" } else { "Show" };
    html! {
        <div {class} key={format!("fold-{first}")}>
            <div class="fold__head">
                <span class="fold__verdict">
                    { if fold.off_topic { "Off topic" } else { "Hidden" } }
                </span>
                <p class="fold__what">
                    { &fold.what }
                    <span class="fold__figures">
                        { format!("{}, not counted", counted(fold.words, "word", "words")) }
                        if hits > 0 {
                            <span class="fold__hits">
                                { format!(" · the highlighted term {}", times(hits)) }
                            </span>
                        }
                    </span>
                </p>
                <button
                    type="button"
                    class="button"
                    aria-expanded={fold.open.to_string()}
                    aria-label={format!("{verb} {}", fold.what)}
                    onclick={dispatch.reform(move |_| Action::ToggleFold(first))}
                >
                    { verb }
                </button>
            </div>
            if fold.open {
                <div class="fold__body">{ inside }</div>
            }
        </div>
    }
}

fn times(hits: usize) -> String {
    counted(hits as u64, "time", "times")
}
