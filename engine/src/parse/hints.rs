//! What is known of lines before they are looked at: what the markup said that they were taken from.

use super::BoilerplateCode;
use super::lines::Line;

/// What a line is, said by markup such as HTML.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LineKind {
    /// A heading: 1 is the highest level, 6 the lowest.
    Heading(u8),
    /// Running text, however much it looks like a heading.
    Text,
    /// An item of a list, or what goes on it.
    ListItem,
    /// A row of a table.
    TableRow,
    /// Text taken from elsewhere.
    Quotation,
    /// Code.
    Code,
    /// No part of what the page says. The code holds where the wording of the line says nothing more exact.
    Furniture(BoilerplateCode),
}

/// What one line of a text is. Lines end at `\n` and count from 0, blank ones included.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LineHint {
    /// Number of the line.
    pub line: u32,
    /// What it is.
    pub kind: LineKind,
}

/// The hints of the lines that are not blank, none where a text has no hint at all.
#[derive(Clone, Debug, Default)]
pub(super) struct Hints {
    kinds: Vec<Option<LineKind>>,
    /// Whether markup says which lines are headings.
    pub(super) headed: bool,
}

impl Hints {
    /// Finds for each line its hint. `hints` are in order of their lines; one behind a later line is passed over.
    pub(super) fn of(text: &str, lines: &[Line<'_>], hints: &[LineHint]) -> Self {
        if hints.is_empty() {
            return Self::default();
        }
        let (mut number, mut seen) = (0, 0);
        let mut hints = hints.iter().peekable();
        let mut kinds = Vec::with_capacity(lines.len());
        for line in lines {
            let start = line.span.start as usize;
            number += text.as_bytes()[seen..start].iter().filter(|byte| **byte == b'\n').count();
            seen = start;
            while hints.next_if(|hint| (hint.line as usize) < number).is_some() {}
            kinds.push(hints.next_if(|hint| hint.line as usize == number).map(|hint| hint.kind));
        }
        let headed = kinds.iter().any(|kind| matches!(kind, Some(LineKind::Heading(_))));
        Self { kinds, headed }
    }

    /// The hint of a line.
    pub(super) fn get(&self, at: usize) -> Option<LineKind> {
        self.kinds.get(at).copied().flatten()
    }

    /// Adds what markup says is code, and takes out what it says is something else.
    pub(super) fn mark_code(&self, in_code: &mut [bool]) {
        for (kind, code) in self.kinds.iter().zip(in_code) {
            match kind {
                Some(LineKind::Code) => *code = true,
                Some(LineKind::Heading(_)) => *code = false,
                _ => {}
            }
        }
    }

    /// Adds rows of tables.
    pub(super) fn mark_rows(&self, in_table: &mut [bool]) {
        for (kind, row) in self.kinds.iter().zip(in_table) {
            match kind {
                Some(LineKind::TableRow) => *row = true,
                Some(_) => *row = false,
                None => {}
            }
        }
    }

    /// What a line is by its markup before any rule looks at what stands around it: `code` is what its wording says.
    pub(super) fn first_code(
        &self,
        at: usize,
        code: Option<BoilerplateCode>,
    ) -> Option<BoilerplateCode> {
        match self.get(at) {
            Some(LineKind::Furniture(said)) => code.or(Some(said)),
            _ => code,
        }
    }

    /// Takes back what rules of shape and place said of lines that markup knows better.
    pub(super) fn correct(&self, codes: &mut [Option<BoilerplateCode>]) {
        use BoilerplateCode::{
            Byline, MemberCard, Navigation, PosterName, RepeatedLine, Signature,
        };
        for (kind, code) in self.kinds.iter().zip(codes) {
            let by_shape = matches!(
                code,
                Some(Navigation | Byline | PosterName | MemberCard | RepeatedLine | Signature)
            );
            match kind {
                Some(LineKind::Code | LineKind::TableRow) => *code = None,
                Some(LineKind::Heading(_)) if by_shape => *code = None,
                Some(LineKind::Furniture(said)) => *code = code.or(Some(*said)),
                _ => {}
            }
        }
    }

    /// Whether markup says that a line is something that no rule of form can make a heading, a name or a comment of.
    pub(super) fn is_set(&self, at: usize) -> bool {
        self.get(at).is_some()
    }

    /// The level of a line that markup calls a heading.
    pub(super) fn level(&self, at: usize) -> Option<u8> {
        match self.get(at) {
            Some(LineKind::Heading(level)) => Some(level),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_find_their_lines() {
        let text = "\n a\n\n\nb\nc";
        let lines = super::super::lines::lines(text);
        let hint = |line, kind| LineHint { line, kind };
        let given = [
            hint(0, LineKind::Code),
            hint(1, LineKind::Heading(2)),
            hint(2, LineKind::Code),
            hint(5, LineKind::Text),
            hint(9, LineKind::Text),
        ];
        let hints = Hints::of(text, &lines, &given);
        let found: Vec<_> = (0..4).map(|at| hints.get(at)).collect();
        assert_eq!(found, [Some(LineKind::Heading(2)), None, Some(LineKind::Text), None]);
        assert_eq!((hints.level(0), hints.level(2), hints.headed), (Some(2), None, true));
    }
}
