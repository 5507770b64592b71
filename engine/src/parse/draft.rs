//! A section while it is being put together, in lines instead of blocks.

use super::{BoilerplateCode, SectionKind};
use crate::Span;

/// What a line is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum LineRole {
    /// The document's title, apart from every section.
    Title,
    /// A section's title.
    Heading,
    /// Text.
    Body,
    /// A short line that announces the list under it.
    ListHeading,
    /// Text repeated from the section with this index, or marked as quoted.
    Quotation(Option<u32>),
    /// What an expert does.
    Role,
    /// Where an expert works.
    Place,
    /// A line about the author or the column, attached to the byline.
    AuthorNote,
    /// Page furniture.
    Boilerplate(BoilerplateCode),
}

/// A section by its lines.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: SectionKind,
    /// Title without a list marker or attribution.
    pub(super) title: Option<Span>,
    /// First line.
    pub(super) first: usize,
    /// Last line, inclusive.
    pub(super) last: usize,
    /// Whether any line of text has been seen.
    pub(super) has_body: bool,
    /// Whether an attribution or the foot of a post has closed it.
    pub(super) closed: bool,
    pub(super) level: u8,
    /// The level of its heading in the markup; 0 where it has none there.
    pub(super) rank: u8,
    pub(super) parent: Option<u32>,
    pub(super) author: Option<Span>,
    pub(super) inferred_author: Option<Span>,
    pub(super) credentials: Option<Span>,
    pub(super) role: Option<Span>,
    pub(super) place: Option<Span>,
    pub(super) source: Option<Span>,
    pub(super) reactions: u32,
}

impl Draft {
    pub(super) fn new(kind: SectionKind, title: Option<Span>, line: usize) -> Self {
        Self {
            kind,
            title,
            first: line,
            last: line,
            has_body: false,
            closed: false,
            level: 1,
            rank: 0,
            parent: None,
            author: None,
            inferred_author: None,
            credentials: None,
            role: None,
            place: None,
            source: None,
            reactions: 0,
        }
    }

    /// Takes a line of text in.
    pub(super) fn body(&mut self, line: usize) {
        self.last = line;
        self.has_body = true;
    }
}
