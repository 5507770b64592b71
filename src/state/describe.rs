//! What a view selects, in words.

use engine::separate::Verdict;

use super::panes::Pane;
use super::selection::Selection;
use super::view::ViewState;
use crate::study::Study;

/// What is selected, as the beginning of a sentence. Where a view looks at something else, what it looks at.
pub fn describe(view: &ViewState, selection: &Selection, study: &Study) -> String {
    let whole = match view.pane {
        Pane::Compare => Some("The two sides below"),
        Pane::Topics => Some("All topics, with all of their text"),
        _ => None,
    };
    if let Some(whole) = whole {
        let filter = if selection.asked { ": the filter does not apply here" } else { "" };
        return format!("{whole}{filter}");
    }
    let mut parts = Vec::new();
    if !view.topics.is_empty() {
        let names: Vec<_> = view.topics.iter().map(|topic| study.topic_name(topic)).collect();
        parts.push(format!("Only the topic {}", names.join(" and ")));
    }
    match view.verdict {
        Some(Verdict::OnTopic) => parts.push("Only what is on topic".to_owned()),
        Some(Verdict::OffTopic) => parts.push("Only what is off topic".to_owned()),
        Some(Verdict::Unsure) => parts.push("Only what is unsure".to_owned()),
        None => {}
    }
    if let Some(document) = view.document {
        parts.push(format!("Only the document “{}”", study.document_title(document)));
    }
    if view.is_searched() {
        parts.push(format!("Only what the search “{}” finds", view.search.trim()));
    }
    if !parts.is_empty() {
        return parts.join("; ");
    }
    let judged = (0..).zip(&study.analysis.sections);
    let left_out = |kept: bool| {
        judged
            .clone()
            .any(|(index, section)| section.verdict.is_kept() == kept && !selection.has(index))
    };
    match (left_out(false), left_out(true)) {
        (false, false) => "Everything",
        (true, false) => "Everything but the off-topic text",
        (false, true) => "Everything but what you hid",
        (true, true) => "Everything but the off-topic text and what you hid",
    }
    .to_owned()
}
