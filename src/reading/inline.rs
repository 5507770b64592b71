//! Text cut at the places of a highlighted term.

use engine::Span;
use engine::count::{TermId, Token};

/// A stretch of text that is highlighted as a whole or not at all.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Run {
    /// Its bytes.
    pub span: Span,
    /// Whether it is the term.
    pub marked: bool,
}

/// Cuts `span` at the tokens of `term`. The runs follow one another and cover the span.
pub fn runs(span: Span, tokens: &[Token], term: Option<TermId>) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = span.start;
    let mut push = |start: u32, end: u32, marked: bool| {
        if start < end {
            runs.push(Run { span: Span { start, end }, marked });
        }
    };
    for token in tokens.iter().filter(|token| Some(token.term) == term) {
        if span.contains(token.span) && token.span.start >= at {
            push(at, token.span.start, false);
            push(token.span.start, token.span.end, true);
            at = token.span.end;
        }
    }
    push(at, span.end, false);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_cut_out_wherever_it_stands() {
        let token = |start, end, term| Token { span: Span { start, end }, term };
        let tokens = [token(0, 3, 7), token(4, 9, 8), token(10, 13, 7), token(20, 23, 7)];
        let found = runs(Span { start: 0, end: 15 }, &tokens, Some(7));
        let marks: Vec<_> =
            found.iter().map(|run| (run.span.start, run.span.end, run.marked)).collect();
        assert_eq!(marks, [(0, 3, true), (3, 10, false), (10, 13, true), (13, 15, false)]);
    }

    #[test]
    fn without_a_term_the_text_stays_whole() {
        let span = Span { start: 4, end: 9 };
        assert_eq!(runs(span, &[], None), [Run { span, marked: false }]);
        assert_eq!(runs(Span { start: 4, end: 4 }, &[], None), []);
    }
}
