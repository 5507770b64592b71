//! Where each term stands, worked out once: weighing evidence again and again is then plain arithmetic over arrays.
//!
//! There is a place for each term of each unit, more of them than of anything else here: what is kept of one is a few bytes
//! in arrays that are gone through from front to back, beside the term and its count in [`Unit::terms`].

use std::ops::Range;

use super::copies::Copies;
use super::lists::Lists;
use super::near::{self, AllMasks, Masks};
use super::units::Unit;
use super::wording::Wording;
use crate::Corpus;
use crate::count::{Counts, TermId, Token};
use crate::parse::Document;

/// The place of a term among those of its document, and whether the title holds it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Slot(u32);

impl Slot {
    fn new(number: u32, titled: bool) -> Self {
        Self(number << 1 | u32::from(titled))
    }

    /// Its number in the document, from 0.
    pub(super) fn number(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether the document's title holds the term.
    pub(super) fn titled(self) -> bool {
        self.0 & 1 == 1
    }
}

/// The terms of all units and what stands around them.
pub(super) struct Layout {
    /// Where the places of each unit begin, and where those of the last end; in the order of [`Unit::terms`].
    starts: Vec<usize>,
    /// For each place the slot of its term in the document.
    pub(super) slots: Vec<Slot>,
    /// Units that are no witnesses for each unit: itself, those near it in its document, those that hold a copy.
    near: Lists,
    masks: AllMasks,
    /// One over the probability of each term in the language at large.
    pub(super) rarity: Vec<f64>,
    /// For each document, which of the languages of the corpus it is in: documents are witnesses for those in their own.
    pub(super) language: Vec<usize>,
    /// Number of languages.
    pub(super) languages: usize,
}

impl Layout {
    pub(super) fn new(corpus: &Corpus, counts: &Counts, wording: &Wording, units: &[Unit]) -> Self {
        let terms = counts.vocabulary.terms.len();
        let mut starts = Vec::with_capacity(units.len() + 1);
        let mut all = 0;
        for unit in units {
            starts.push(all);
            all += unit.terms.len();
        }
        starts.push(all);
        let copies = Copies::new(wording, units);
        let near = near::near(units, &copies);
        let masks = AllMasks::new(units, &near, &copies, &starts, terms);
        let (language, languages) = languages(corpus);
        let slots = slots(corpus, counts, units, all);
        let rarity = counts.vocabulary.terms.iter().map(|term| libm::exp(-term.background));
        Self { starts, slots, near, masks, rarity: rarity.collect(), language, languages }
    }

    /// The places of a unit.
    pub(super) fn places(&self, unit: usize) -> Range<usize> {
        self.starts[unit]..self.starts[unit + 1]
    }

    /// The near units of a unit.
    pub(super) fn near(&self, unit: usize) -> &[u32] {
        self.near.of(unit)
    }

    /// For each place of a unit which of its near units hold the term.
    pub(super) fn masks(&self, unit: usize) -> Masks<'_> {
        self.masks.of(unit, self.places(unit))
    }
}

/// For each document the number of its language, and how many there are.
fn languages(corpus: &Corpus) -> (Vec<usize>, usize) {
    let mut seen = Vec::new();
    let mut number = |document: &Document| {
        seen.iter().position(|language| *language == document.language).unwrap_or_else(|| {
            seen.push(document.language);
            seen.len() - 1
        })
    };
    let language = corpus.documents.iter().map(&mut number).collect();
    (language, seen.len())
}

/// For each place the slot of its term.
fn slots(corpus: &Corpus, counts: &Counts, units: &[Unit], places: usize) -> Vec<Slot> {
    let mut slots = Vec::with_capacity(places);
    // The document a term was met in last, by a number from 1, and its slot there.
    let mut met = vec![(0_u32, Slot(0)); counts.vocabulary.terms.len()];
    for (here, run) in (1..).zip(units.chunk_by(|a, b| a.document == b.document)) {
        let index = run[0].document as usize;
        let title = title_terms(&corpus.documents[index], counts, index);
        let mut next = 0;
        for (term, _) in run.iter().flat_map(|unit| unit.terms.iter()) {
            let (document, slot) = &mut met[term as usize];
            if *document != here {
                *document = here;
                *slot = Slot::new(next, title.binary_search(&term).is_ok());
                next += 1;
            }
            slots.push(*slot);
        }
    }
    slots
}

/// Content terms of a document's title, sorted.
fn title_terms(document: &Document, counts: &Counts, index: usize) -> Vec<TermId> {
    let (Some(title), Some(tokens)) = (document.title, counts.documents.get(index)) else {
        return Vec::new();
    };
    let mut terms: Vec<TermId> = tokens
        .iter()
        .skip_while(|token| token.span().start < title.start)
        .take_while(|token| token.span().end <= title.end)
        .map(Token::term)
        .filter(|term| counts.vocabulary.terms[*term as usize].is_content())
        .collect();
    terms.sort_unstable();
    terms
}
