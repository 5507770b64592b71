//! Text with a term highlighted. Text is only ever text.

use engine::Span;
use engine::count::{TermId, Token};
use yew::prelude::*;

use crate::reading::runs;

/// A stretch of a document's text.
pub(super) fn inline(span: Span, text: &str, tokens: &[Token], term: Option<TermId>) -> Html {
    if term.is_none() {
        return html! { { span.of(text) } };
    }
    runs(span, tokens, term)
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
