//! One line that says what is shown and counted right now.

use engine::separate::Verdict;
use yew::prelude::*;

use crate::browser::place;
use crate::format::{count, counted};
use crate::shared::Shared;
use crate::state::{Action, Selection, ViewState};
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
                <span class="selection__what">{ what(props) }</span>
                <span class="selection__figures">{ figures }</span>
            </p>
            if selection.asked {
                <button type="button" class="button button--quiet" onclick={clear}>
                    { "Clear filter" }
                </button>
            }
        </div>
    }
}

fn what(props: &Props<'_>) -> String {
    let study = &props.study;
    let mut parts = Vec::new();
    if !props.view.topics.is_empty() {
        let names: Vec<_> = props.view.topics.iter().map(|topic| study.topic_name(topic)).collect();
        parts.push(format!("Only the topic {}", names.join(" and ")));
    }
    match props.view.verdict {
        Some(Verdict::OnTopic) => parts.push("Only what is on topic".to_owned()),
        Some(Verdict::OffTopic) => parts.push("Only what is off topic".to_owned()),
        Some(Verdict::Unsure) => parts.push("Only what is unsure".to_owned()),
        None => {}
    }
    if let Some(document) = props.view.document {
        parts.push(format!("Only the document “{}”", study.document_title(document)));
    }
    if !parts.is_empty() {
        return parts.join("; ");
    }
    let judged = (0..).zip(&study.analysis.sections);
    let left_out = |kept: bool| {
        judged.clone().any(|(index, section)| {
            section.verdict.is_kept() == kept && !props.selection.has(index)
        })
    };
    match (left_out(false), left_out(true)) {
        (false, false) => "Everything",
        (true, false) => "Everything but the off-topic text",
        (false, true) => "Everything but what you hid",
        (true, true) => "Everything but the off-topic text and what you hid",
    }
    .to_owned()
}
