//! What reading gives.

use std::fmt;

use engine::language::Language;
use engine::parse::LineHint;

use crate::{Encoding, Format, Reason};

/// What a file gave next.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A document.
    Source(Source),
    /// Something that was decided and should be said; nothing is lost.
    Note(Note),
    /// Something that gave no document.
    Problem(Problem),
}

/// A document before it is parsed.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The file's name; behind it the path in an archive, the number of a row.
    pub name: String,
    /// Its title, where the file states one. It also stands in the text.
    pub title: Option<String>,
    /// What it is grouped by: the value of a column. For groups by folder see [`crate::folders`].
    pub group: Option<String>,
    /// The language, where the file states it and nothing in the text speaks against it.
    pub language: Option<Language>,
    /// The text, never markup.
    pub text: String,
    /// What the markup said of lines, in order.
    pub hints: Vec<LineHint>,
    /// How its characters were written.
    pub encoding: Encoding,
    /// What it was read as.
    pub format: Format,
}

/// Something worth saying of a file that was read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Note {
    /// The file, or the part of it.
    pub name: String,
    /// What to say.
    pub remark: Remark,
}

/// What there is to say.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Remark {
    /// Which columns or fields were taken for what. Whoever knows better says so with [`crate::File::choose`] before anything
    /// else is asked for.
    Columns(Box<Columns>),
    /// Another document has its name, so it goes by this one.
    Renamed(String),
    /// So many bytes did not fit the encoding and are shown as �.
    BadBytes(usize),
    /// So many files of an archive are of kinds that are not read.
    Passed(usize),
    /// A quotation mark is not closed; what follows it is one cell.
    OpenQuote,
    /// So many pages of a PDF are pictures.
    Pictures(usize),
    /// So many letters of a PDF are left out: it does not say which characters they are.
    NoCharacters(usize),
}

/// What the columns of a table, or the fields of objects, were taken for.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Columns {
    /// All of them, by name or by number from 1, in order.
    pub names: Vec<String>,
    /// What some were taken for.
    pub chosen: Choice,
    /// Whether no other column could well be the text, or it was said which one is.
    pub plain: bool,
    /// The first rows or objects, the beginning of each value; as many as names.
    pub rows: Vec<Vec<String>>,
}

/// Which column is what, by name.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Choice {
    /// The one with the text.
    pub text: String,
    /// The one with the title.
    pub title: Option<String>,
    /// The one with the group.
    pub group: Option<String>,
}

/// Something that gave no document, and why.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// The file, or the part of it.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// Everything that files gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The documents, in order.
    pub documents: Vec<Source>,
    /// What was decided.
    pub notes: Vec<Note>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

impl Extend<Found> for Reading {
    fn extend<I: IntoIterator<Item = Found>>(&mut self, found: I) {
        for one in found {
            match one {
                Found::Source(source) => self.documents.push(source),
                Found::Note(note) => self.notes.push(note),
                Found::Problem(problem) => self.problems.push(problem),
            }
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.reason)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.remark)
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Columns(columns) => {
                let Choice { text, title, group } = &columns.chosen;
                write!(f, "text from {text}")?;
                match title {
                    Some(title) => write!(f, ", titles from {title}")?,
                    None => f.write_str(", no titles")?,
                }
                match group {
                    Some(group) => write!(f, ", groups from {group}"),
                    None => f.write_str(", no groups"),
                }
            }
            Self::Renamed(name) => write!(f, "another document has this name; this one is {name}"),
            Self::BadBytes(count) => {
                write!(f, "bytes that do not fit the encoding, shown as �: {count}")
            }
            Self::Passed(count) => write!(f, "files of other kinds, left out: {count}"),
            Self::Pictures(count) => write!(f, "pages that are pictures, left out: {count}"),
            Self::NoCharacters(count) => {
                write!(
                    f,
                    "letters of which it is not said what characters they are, left out: {count}"
                )
            }
            Self::OpenQuote => {
                f.write_str("a quotation mark is not closed; what follows it is one cell")
            }
        }
    }
}
