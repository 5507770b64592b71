//! Text cut at what is highlighted.

use engine::Span;

/// A stretch of text that is highlighted as a whole or not at all.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Run {
    /// Its bytes.
    pub span: Span,
    /// Whether it is highlighted.
    pub marked: bool,
}

/// Cuts `span` at the marks, which are in order. The runs follow one another and cover the span. A mark that reaches out of
/// the span is left out.
pub fn runs(span: Span, marks: &[Span]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = span.start;
    let mut push = |start: u32, end: u32, marked: bool| {
        if start < end {
            runs.push(Run { span: Span { start, end }, marked });
        }
    };
    for mark in marks {
        if span.contains(*mark) && mark.start >= at {
            push(at, mark.start, false);
            push(mark.start, mark.end, true);
            at = mark.end;
        }
    }
    push(at, span.end, false);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_cut_out_wherever_they_stand() {
        let mark = |start, end| Span { start, end };
        let found = runs(mark(0, 15), &[mark(0, 3), mark(10, 13), mark(14, 16), mark(20, 23)]);
        let marks: Vec<_> =
            found.iter().map(|run| (run.span.start, run.span.end, run.marked)).collect();
        assert_eq!(marks, [(0, 3, true), (3, 10, false), (10, 13, true), (13, 15, false)]);
    }

    #[test]
    fn without_marks_the_text_stays_whole() {
        let span = Span { start: 4, end: 9 };
        assert_eq!(runs(span, &[]), [Run { span, marked: false }]);
        assert_eq!(runs(Span { start: 4, end: 4 }, &[]), []);
    }
}
