//! The model: terms, tokens, counts.

use serde::{Deserialize, Serialize};

use super::DocumentTokens;
use crate::Span;

/// Index of a term in the [`Vocabulary`].
pub type TermId = u32;

/// A term: the counted form many surface forms share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// The counted form: case-folded, stemmed; figures with their unit in one normal form.
    pub form: String,
    /// The commonest surface form, case-folded; of equals the first in alphabetical order.
    pub display: String,
    /// How often it stands in the corpus.
    pub count: u32,
    /// Whether it is on the stop list of the language most of its tokens are in.
    pub stop: bool,
    /// Whether it is a figure, with or without a unit.
    pub figure: bool,
    /// Natural logarithm of the probability of the term in the language at large.
    pub background: f64,
}

impl Term {
    /// Whether it says something about a subject: neither a stop word nor a figure.
    pub fn is_content(&self) -> bool {
        !self.stop && !self.figure
    }
}

/// Every term of the corpus, in order of first appearance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// The terms.
    pub terms: Vec<Term>,
}

/// A word as it stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Token {
    start: u32,
    /// The term, and in the lowest byte the length.
    rest: u32,
}

impl Token {
    /// Bytes of the longest word: what is longer is none.
    pub const LONGEST: usize = 0xFF;
    /// One past the last term that words can be of.
    pub const TERMS: TermId = 1 << 24;

    /// A word with its bytes in the document and its counted form. `None` of more than [`Self::LONGEST`] bytes, and from the
    /// term [`Self::TERMS`] on.
    pub fn new(span: Span, term: TermId) -> Option<Self> {
        let fits = span.len() <= Self::LONGEST && term < Self::TERMS;
        fits.then_some(Self { start: span.start, rest: term << 8 | span.len() as u32 })
    }

    /// Its bytes in the document.
    pub fn span(self) -> Span {
        Span { start: self.start, end: self.start.saturating_add(self.rest & 0xFF) }
    }

    /// Its counted form.
    pub fn term(self) -> TermId {
        self.rest >> 8
    }
}

/// The corpus, counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Counts {
    /// Every term.
    pub vocabulary: Vocabulary,
    /// One entry per document, in corpus order.
    pub documents: Vec<DocumentTokens>,
    /// Which term each case-folded word is, sorted by word: for whoever looks up what is typed without the stemmer that
    /// counted. Empty where that stemmer is at hand.
    pub surfaces: Vec<(String, TermId)>,
}

impl Counts {
    /// The term that a case-folded word is, by [`Self::surfaces`].
    pub fn term_of_surface(&self, folded: &str) -> Option<TermId> {
        let found = self.surfaces.binary_search_by(|(word, _)| word.as_str().cmp(folded));
        Some(self.surfaces.get(found.ok()?)?.1)
    }
}
