//! One line that says what is shown and counted right now.

use yew::prelude::*;

use crate::browser::place;
use crate::format::{count, counted};
use crate::shared::Shared;
use crate::state::{Action, Pane, Selection, ViewState, describe};
use crate::study::Study;

/// What it shows.
pub(super) struct Props<'a> {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    pub(super) view: &'a ViewState,
    pub(super) dispatch: Callback<Action>,
}

/// What is selected, and the way back to everything.
pub(super) fn selection_line(props: &Props<'_>) -> Html {
    let clear = props.dispatch.reform(|_: MouseEvent| {
        // The button goes away with the filter, and would take the focus along.
        place::focus("main");
        Action::ClearFilter
    });
    let (study, selection) = (&props.study, &props.selection);
    let all = study.analysis.sections.len();
    let figures = format!(
        "{}\u{a0}of\u{a0}{}, {}",
        count(selection.sections.len() as u64),
        counted(all as u64, "section", "sections"),
        counted(selection.sections.words(), "word", "words"),
    );
    html! {
        <div class="selection">
            <p class="selection__text" role="status">
                <span class="selection__what">{ describe(props.view, selection, study) }</span>
                if selection.asked || !matches!(props.view.pane, Pane::Compare | Pane::Topics) {
                    <span class="selection__figures">{ figures }</span>
                }
            </p>
            if selection.asked {
                <button type="button" class="button button--quiet" onclick={clear}>
                    { "Clear filter" }
                </button>
            }
        </div>
    }
}
