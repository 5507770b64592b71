//! What a view selects, in words.

use engine::separate::Verdict;

use super::panes::Pane;
use super::selection::Selection;
use super::view::ViewState;
use crate::study::Study;

/// What is selected, as the beginning of a sentence. Where a view looks at something else, what it looks at.
pub fn describe(view: &ViewState, selection: &Selection, study: &Study) -> String {
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
    if !view.groups.is_empty() {
        let names: Vec<_> = view.groups.iter().map(|group| study.group_name(group)).collect();
        parts.push(format!("Only the group {}", names.join(" and ")));
    }
    if view.is_searched() {
        parts.push(format!("Only what the search “{}” finds", view.search.trim()));
    }
    let filter = parts.join("; ");
    match (view.pane, parts.is_empty()) {
        (Pane::Compare, true) => return "The two sides below".to_owned(),
        (Pane::Compare, false) => return format!("{filter} (this view is of the two sides below)"),
        (Pane::Topics, true) => return "All of the text".to_owned(),
        (Pane::Topics, false) => return format!("{filter} (this view is of all the text)"),
        (_, false) => return filter,
        (_, true) => {}
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
