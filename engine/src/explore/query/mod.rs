//! The search language: what a person typed in one box, as a set of sections and as words to highlight.
//!
//! | typed | finds the sections |
//! |---|---|
//! | `cry tears` | that hold both, in any form and any order |
//! | `thera*` | with a word that begins so |
//! | `=cry` | with this very form: not cried, not crying |
//! | `"cry in therapy"` | where these words follow each other in one block; stars count inside too |
//! | `-cry`, `-(a b)`, `NOT cry` | that the rest does not find |
//! | `cry OR weep`, <code>cry &#124; weep</code> | that either side finds; what stands side by side binds closer |
//! | `(cry OR weep) man` | parentheses, as one would think |
//! | `topic:3`, `topic:height` | of a topic, by its number from 1 or by words of its name |
//! | `doc:2`, `doc:"crying during"` | of a document, by its number from 1 or by words of its title or file name |
//! | `group:2`, `group:"men in tears"` | of a group of documents, by its name, its number from 1 or words of its name |
//! | `is:on`, `is:off`, `is:unsure`, `is:kept` | with a verdict |
//!
//! ```text
//! text ─▶ lexer ─▶ pieces ─▶ expression ─▶ steps ─┬─▶ one column of yes and no a section ─▶ Selection
//!                              └─ atoms: words, keys ─┘└─▶ Pattern of the words that are asked for
//! ```
//!
//! Nothing typed is an error: what cannot be read is reported as a [`Problem`], and the rest counts. Words are cut and
//! stemmed as counting does it, in the language of each document.

mod evaluate;
mod expression;
mod keys;
mod lexer;
mod pattern;
mod suggestions;
mod word;

pub use self::pattern::{Hit, Pattern};
pub use self::suggestions::{Suggestion, Suggests, group_query, suggestions};

use self::evaluate::Atom;
use self::lexer::{Lexeme, Piece};
use self::word::{Spoken, languages};
use super::Selection;
use crate::count::Counts;
use crate::separate::Analysis;
use crate::tokenise::words;
use crate::{Corpus, Groups, Span};

/// Longest text that is read, in bytes: nobody types more, and what it costs to answer grows with it.
pub const LONGEST_QUERY: usize = 1_000;

/// Most words and keys of a text that are looked for.
pub const MOST_WORDS: usize = 64;

/// Most parentheses inside each other that are heeded.
pub const DEEPEST: usize = 16;

/// Most problems that are told, the first of the text.
pub const MOST_PROBLEMS: usize = 8;

/// What documents and topics are called on the page, in the order of [`Corpus::documents`] and [`Analysis::topics`].
/// Either may be shorter; what has no name is found by number only.
#[derive(Clone, Copy, Debug, Default)]
pub struct Names<'a> {
    /// Titles of documents.
    pub titles: &'a [String],
    /// Names of topics.
    pub topics: &'a [String],
    /// What documents are grouped by, if anything.
    pub groups: Option<&'a Groups>,
}

/// Something typed that could not be heeded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// Where it stands, in bytes of the text that was typed.
    pub span: Span,
    /// What is wrong, in one plain sentence.
    pub text: String,
    /// Whether typing on may well mend it: an open quotation mark, nothing after `OR`.
    pub unfinished: bool,
}

impl Problem {
    fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into(), unfinished: false }
    }

    fn unfinished(span: Span, text: &str) -> Self {
        Self { unfinished: true, ..Self::new(span, text) }
    }
}

/// What a person looked for, answered for one corpus and analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    sections: Selection,
    pattern: Pattern,
    problems: Vec<Problem>,
    empty: bool,
    names_sides: bool,
}

impl Query {
    /// Reads a text and finds its sections.
    ///
    /// With `growing`, a word at the very end of the text is taken for the beginning of a word too: it is still being
    /// typed.
    ///
    /// Time: one look at each token of the corpus for each word of the text, of which [`MOST_WORDS`] count.
    pub fn new(
        text: &str,
        corpus: &Corpus,
        counts: &Counts,
        analysis: &Analysis,
        names: &Names<'_>,
        growing: bool,
    ) -> Self {
        let mut problems = Vec::new();
        let read = within_length(text, &mut problems);
        let mut reader = Reader {
            text: read,
            corpus,
            counts,
            analysis,
            names,
            languages: languages(corpus),
            growing: growing && read.len() == text.len() && text.ends_with(char::is_alphanumeric),
            room: MOST_WORDS,
            atoms: Vec::new(),
            pattern: Pattern::default(),
        };
        let pieces = lexer::lex(read, &mut problems);
        let steps = expression::steps(&pieces, &mut problems, &mut |piece, wanted, problems| {
            reader.atom(piece, wanted, problems)
        });
        let found = evaluate::run(&steps, &reader.atoms, corpus, counts, analysis);
        let empty = found.is_none();
        let sections = Selection::of(analysis, |index, _| {
            found.as_ref().is_none_or(|found| found.get(index).copied().unwrap_or(false))
        });
        super::sort(&mut problems, &|one, other| one.span.cmp(&other.span));
        problems.dedup_by(|one, before| one.text == before.text);
        problems.truncate(MOST_PROBLEMS);
        let named = |atom: &Atom| matches!(atom, Atom::Verdicts(_) | Atom::Topics(_));
        let names_sides = reader.atoms.iter().any(named);
        Self { sections, pattern: reader.pattern, problems, empty, names_sides }
    }

    /// Whether nothing was asked: then every section is found.
    pub fn is_empty(&self) -> bool {
        self.empty
    }

    /// Whether it asks for verdicts or topics, and so says itself whether off-topic text is meant.
    pub fn names_sides(&self) -> bool {
        self.names_sides
    }

    /// What could not be heeded, in the order of the text.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether a section is found, by its index in [`Analysis::sections`].
    pub fn matches(&self, section: usize) -> bool {
        self.sections.contains(section)
    }

    /// The sections found, whatever their verdict.
    pub fn sections(&self) -> &Selection {
        &self.sections
    }

    /// The words and phrases asked for, those to be left out aside: what to highlight.
    pub fn pattern(&self) -> &Pattern {
        &self.pattern
    }
}

/// The text that is read, cut at a character.
fn within_length<'a>(text: &'a str, problems: &mut Vec<Problem>) -> &'a str {
    let mut end = text.len().min(LONGEST_QUERY);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    if end < text.len() {
        let sentence = "This search is too long: only its beginning counts.";
        problems.push(Problem::new(Span::new(end, text.len()), sentence));
    }
    &text[..end]
}

fn too_many(span: Span) -> Problem {
    Problem::new(span, format!("Only the first {MOST_WORDS} words are looked for."))
}

/// Where a text names topics by number: the digits of each `topic:3`, in order. For carrying them over when topics are
/// numbered anew; a topic named by words needs none of that.
pub fn topic_numbers(text: &str) -> Vec<Span> {
    let mut problems = Vec::new();
    let text = within_length(text, &mut problems);
    let pieces = lexer::lex(text, &mut problems);
    let digits = |piece: &Piece| {
        let value = piece.value.of(text);
        let blank = value.len() - value.trim_start().len();
        let start = piece.value.start as usize + blank;
        let span = Span::new(start, start + value.trim().len());
        let number = span.of(text);
        (piece.lexeme == Lexeme::Key(Some(keys::Key::Topic))
            && !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit()))
        .then_some(span)
    };
    pieces.iter().filter_map(digits).collect()
}

/// Makes atoms of pieces.
struct Reader<'a> {
    text: &'a str,
    corpus: &'a Corpus,
    counts: &'a Counts,
    analysis: &'a Analysis,
    names: &'a Names<'a>,
    languages: Vec<crate::language::Language>,
    /// Whether the last word of the text is still being typed.
    growing: bool,
    /// How many more words are looked for.
    room: usize,
    atoms: Vec<Atom>,
    pattern: Pattern,
}

impl Reader<'_> {
    /// The number of the atom a piece stands for; `None` where it stands for none. `wanted` unless it is to be left out.
    fn atom(&mut self, piece: &Piece, wanted: bool, problems: &mut Vec<Problem>) -> Option<usize> {
        if self.room == 0 {
            problems.push(too_many(piece.span));
            return None;
        }
        let atom = match piece.lexeme {
            Lexeme::Key(key) => {
                self.room -= 1;
                let value = piece.value.of(self.text);
                match keys::atom(key, value, self.corpus, self.analysis, self.names) {
                    Ok(atom) => atom,
                    Err(sentence) => {
                        let unfinished = value.is_empty();
                        let span = piece.span;
                        problems.push(Problem { span, text: sentence, unfinished });
                        return None;
                    }
                }
            }
            _ => self.words(piece, wanted, problems)?,
        };
        self.atoms.push(atom);
        Some(self.atoms.len() - 1)
    }

    fn words(&mut self, piece: &Piece, wanted: bool, problems: &mut Vec<Problem>) -> Option<Atom> {
        let text = piece.value.of(self.text);
        let spoken = Spoken {
            counts: self.counts,
            whole: piece.lexeme == Lexeme::Phrase,
            growing: self.growing && piece.value.end as usize == self.text.len(),
            most: self.room,
        };
        let mut most = 0;
        let mut atoms = Vec::new();
        for language in &self.languages {
            if let Some(word) = words(text, *language).nth(self.room) {
                let start = piece.value.start + word.span.start;
                problems.push(too_many(Span { start, end: piece.value.end }));
            }
            let sequences = spoken.sequences(text, *language);
            most = most.max(sequences.iter().map(Vec::len).sum());
            if wanted {
                sequences.iter().for_each(|words| self.pattern.add(Some(*language), words));
            }
            atoms.push((*language, sequences));
        }
        self.room -= most.min(self.room);
        (most > 0).then_some(Atom::Words(atoms))
    }
}

#[cfg(test)]
mod tests;
