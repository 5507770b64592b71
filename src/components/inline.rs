//! Text with words highlighted. Text is only ever text.

use engine::Span;
use yew::prelude::*;

use crate::reading::runs;

/// A stretch of a document's text.
pub(super) fn inline(span: Span, text: &str, marks: &[Span]) -> Html {
    if marks.is_empty() {
        return html! { { span.of(text) } };
    }
    runs(span, marks)
        .into_iter()
        .map(|run| {
            let words = run.span.of(text);
            if run.marked {
                html! { <mark>{ words }</mark> }
            } else {
                html! { { words } }
            }
        })
        .collect()
}
