//! What pieces come to: steps of a machine with a stack, so that nothing typed makes anything deep.

use super::lexer::{Lexeme, Piece};
use super::{DEEPEST, Problem};
use crate::Span;

/// A step of an answer, in the order they are done.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Step {
    /// Puts the answer of an atom on the stack.
    Atom(usize),
    /// Turns the topmost answer round.
    Not,
    /// Joins the two topmost answers: both.
    And,
    /// Joins the two topmost answers: either.
    Or,
}

/// Makes an atom of a piece: its number, or `None` where the piece asks for nothing. The flag says whether it is wanted, not to
/// be left out.
pub(super) type MakeAtom<'a> = dyn FnMut(&Piece, bool, &mut Vec<Problem>) -> Option<usize> + 'a;

/// The steps of an expression. Time grows with the number of pieces.
pub(super) fn steps(
    pieces: &[Piece],
    problems: &mut Vec<Problem>,
    make: &mut MakeAtom<'_>,
) -> Vec<Step> {
    let mut builder =
        Builder { steps: Vec::new(), groups: vec![Group::default()], ignored: 0, problems };
    for piece in pieces {
        match piece.lexeme {
            Lexeme::Open => builder.open(piece.span),
            Lexeme::Close => builder.close(piece.span),
            Lexeme::Or => builder.or(piece.span),
            Lexeme::Not => builder.negate(piece.span),
            Lexeme::Run | Lexeme::Phrase | Lexeme::Key(_) => {
                let wanted = builder.is_wanted();
                let atom = make(piece, wanted, builder.problems);
                if let Some(atom) = atom {
                    builder.steps.push(Step::Atom(atom));
                }
                builder.operand(atom.is_some());
            }
        }
    }
    builder.end();
    builder.steps
}

/// What is known of a pair of parentheses, or of the whole.
#[derive(Default)]
struct Group {
    /// The parenthesis.
    open: Span,
    /// Whether it is to be left out.
    negated: bool,
    /// The minus sign before what comes next.
    minus: Option<Span>,
    /// The last `OR`.
    or: Option<Span>,
    /// Answers joined since the last `OR`.
    together: usize,
    /// Whether an answer of what stands before the last `OR` is on the stack.
    either: bool,
    /// Whether anything stood here since the last `OR`, even if nothing came of it.
    something: bool,
}

struct Builder<'a> {
    steps: Vec<Step>,
    /// Never empty: the first is the whole.
    groups: Vec<Group>,
    /// Open parentheses too deep to be heeded.
    ignored: usize,
    problems: &'a mut Vec<Problem>,
}

impl Builder<'_> {
    /// Whether what comes next is asked for, all minus signs heard.
    fn is_wanted(&self) -> bool {
        let minus = self.groups.iter().filter(|group| group.negated).count();
        let next = self.groups.last().is_some_and(|group| group.minus.is_some());
        (minus + usize::from(next)).is_multiple_of(2)
    }

    /// Notes that something has come, with an answer on the stack or without.
    fn operand(&mut self, answered: bool) {
        let Some(group) = self.groups.last_mut() else { return };
        let negated = group.minus.take().is_some();
        group.something = true;
        if !answered {
            return;
        }
        if negated {
            self.steps.push(Step::Not);
        }
        group.together += 1;
        if group.together > 1 {
            self.steps.push(Step::And);
        }
    }

    fn negate(&mut self, span: Span) {
        // Two in a row take each other back.
        let Some(group) = self.groups.last_mut() else { return };
        group.minus = group.minus.is_none().then_some(span);
    }

    fn or(&mut self, span: Span) {
        self.finish_minus();
        let Some(group) = self.groups.last_mut() else { return };
        if !group.something {
            self.problems.push(Problem::new(span, "Nothing stands before this OR."));
            return;
        }
        (group.or, group.something) = (Some(span), false);
        self.join();
    }

    fn open(&mut self, span: Span) {
        if self.groups.len() > DEEPEST {
            if self.ignored == 0 {
                let sentence = "Parentheses this deep inside each other are not heeded.";
                self.problems.push(Problem::new(span, sentence));
            }
            self.ignored += 1;
            return;
        }
        let negated = self.groups.last_mut().is_some_and(|group| group.minus.take().is_some());
        self.groups.push(Group { open: span, negated, ..Group::default() });
    }

    fn close(&mut self, span: Span) {
        if self.ignored > 0 {
            self.ignored -= 1;
        } else if self.groups.len() == 1 {
            let sentence = "No parenthesis is open that this one could close.";
            self.problems.push(Problem::new(span, sentence));
        } else {
            self.leave();
        }
    }

    /// Ends the innermost group and hands its answer on.
    fn leave(&mut self) {
        self.finish_minus();
        self.join();
        let Some(group) = self.groups.pop() else { return };
        let answered = group.either;
        if answered && group.negated {
            self.steps.push(Step::Not);
        }
        if !group.something
            && let Some(or) = group.or
        {
            self.problems.push(Problem::unfinished(or, "Nothing stands after this OR."));
        }
        self.operand(answered);
    }

    /// Joins the answers since the last `OR` with those before.
    fn join(&mut self) {
        let Some(group) = self.groups.last_mut() else { return };
        if group.together > 0 {
            if group.either {
                self.steps.push(Step::Or);
            }
            (group.either, group.together) = (true, 0);
        }
    }

    fn finish_minus(&mut self) {
        if let Some(minus) = self.groups.last_mut().and_then(|group| group.minus.take()) {
            let sentence = "Nothing follows here that could be left out.";
            self.problems.push(Problem::unfinished(minus, sentence));
        }
    }

    fn end(&mut self) {
        while self.groups.len() > 1 {
            if let Some(group) = self.groups.last() {
                let sentence = "This parenthesis is not closed.";
                self.problems.push(Problem::unfinished(group.open, sentence));
            }
            self.leave();
        }
        self.leave();
    }
}
