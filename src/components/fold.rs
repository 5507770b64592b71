//! Sections left out, folded in place to one line that says what they are.

use yew::prelude::*;

use crate::format::counted;
use crate::reading::Fold;
use crate::state::Action;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) fold: Fold,
    /// How often the highlighted term stands inside.
    pub(super) hits: usize,
    pub(super) dispatch: Callback<Action>,
    /// The sections, where they are unfolded.
    #[prop_or_default]
    pub(super) children: Html,
}

/// A folded run.
#[component]
pub(super) fn FoldedRun(props: &Props) -> Html {
    let fold = &props.fold;
    let first = fold.sections.start;
    let class = if fold.off_topic { "fold fold--off" } else { "fold" };
    let verb = if fold.open { "Hide" } else { "Show" };
    html! {
        <div {class}>
            <div class="fold__head">
                <span class="fold__verdict">
                    { if fold.off_topic { "Off topic" } else { "Hidden" } }
                </span>
                <p class="fold__what">
                    { &fold.what }
                    <span class="fold__figures">
                        { format!("{}, not counted", counted(fold.words, "word", "words")) }
                        if props.hits > 0 {
                            <span class="fold__hits">
                                { format!(" · the highlighted term {}", times(props.hits)) }
                            </span>
                        }
                    </span>
                </p>
                <button
                    type="button"
                    class="button"
                    aria-expanded={fold.open.to_string()}
                    aria-label={format!("{verb} {}", fold.what)}
                    onclick={props.dispatch.reform(move |_| Action::ToggleFold(first))}
                >
                    { verb }
                </button>
            </div>
            if fold.open {
                <div class="fold__body">{ props.children.clone() }</div>
            }
        </div>
    }
}

fn times(hits: usize) -> String {
    counted(hits as u64, "time", "times")
}
