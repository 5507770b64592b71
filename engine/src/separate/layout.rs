//! Where each term stands, worked out once: weighing evidence again and again is then plain arithmetic over arrays.

use super::units::Unit;
use crate::Corpus;
use crate::count::{Counts, TermId};
use crate::parse::Document;

/// Units to either side that are no witnesses: they are part of the same run.
const NEAR: usize = 2;

/// One term of one unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) term: TermId,
    /// Square root of its count in the unit.
    pub(super) root: f64,
    /// Its place among the terms of all documents, one per document and term.
    pub(super) slot: u32,
    /// Which of the near units hold it: bit `i` for [`Layout::near`]'s entry `i`.
    pub(super) near: u64,
}

/// The terms of all units and what stands around them.
pub(super) struct Layout {
    /// Terms of each unit, by term.
    pub(super) places: Vec<Vec<Place>>,
    /// Units that are no witnesses for each unit: itself, those near it in its document, those that hold a copy.
    pub(super) near: Vec<Vec<u32>>,
    /// Whether the title of its document holds the term of a slot.
    pub(super) titled: Vec<bool>,
    /// One over the probability of each term in the language at large.
    pub(super) rarity: Vec<f64>,
    /// For each document, which of the languages of the corpus it is in: documents are witnesses for those in their own.
    pub(super) language: Vec<usize>,
    /// Number of languages.
    pub(super) languages: usize,
}

impl Layout {
    pub(super) fn new(corpus: &Corpus, counts: &Counts, units: &[Unit]) -> Self {
        let near: Vec<Vec<u32>> = (0..units.len()).map(|at| near(units, at)).collect();
        let (slots, titled) = slots(corpus, counts, units);
        // Which near units hold each term; all zero again after every unit.
        let mut held = vec![0_u64; counts.vocabulary.terms.len()];
        let places = units
            .iter()
            .zip(slots)
            .zip(&near)
            .map(|((unit, slots), near)| {
                let of_near = |bit: &u32| &units[*bit as usize].terms;
                for (bit, terms) in near.iter().map(of_near).enumerate() {
                    terms.iter().for_each(|(term, _)| held[*term as usize] |= 1 << bit);
                }
                let place = |((term, count), slot): (&(TermId, u32), u32)| Place {
                    term: *term,
                    root: f64::from(*count).sqrt(),
                    slot,
                    near: held[*term as usize],
                };
                let places = unit.terms.iter().zip(slots).map(place).collect();
                for terms in near.iter().map(of_near) {
                    terms.iter().for_each(|(term, _)| held[*term as usize] = 0);
                }
                places
            })
            .collect();
        let mut seen = Vec::new();
        let language = corpus
            .documents
            .iter()
            .map(|document| {
                seen.iter().position(|language| *language == document.language).unwrap_or_else(
                    || {
                        seen.push(document.language);
                        seen.len() - 1
                    },
                )
            })
            .collect();
        let rarity =
            counts.vocabulary.terms.iter().map(|term| libm::exp(-term.background)).collect();
        Self { places, near, titled, rarity, language, languages: seen.len() }
    }
}

/// The units that are no witnesses for one: at most 64, so that a mask holds them.
fn near(units: &[Unit], at: usize) -> Vec<u32> {
    let first = at.saturating_sub(NEAR);
    let mut near: Vec<u32> = (first..units.len().min(at + NEAR + 1))
        .filter(|other| units[*other].document == units[at].document)
        .map(|other| other as u32)
        .collect();
    for copy in &units[at].copies {
        if near.len() < 64 && !near.contains(copy) {
            near.push(*copy);
        }
    }
    near
}

/// For each unit the slots of its terms, and for each slot whether the document's title holds its term.
fn slots(corpus: &Corpus, counts: &Counts, units: &[Unit]) -> (Vec<Vec<u32>>, Vec<bool>) {
    let mut all = Vec::with_capacity(units.len());
    let mut titled: Vec<bool> = Vec::new();
    // The slot of each term in the document at hand; those of documents before it are too low to be taken for one.
    let mut slot_of = vec![0_usize; counts.vocabulary.terms.len()];
    for run in units.chunk_by(|a, b| a.document == b.document) {
        let first = titled.len() + 1;
        let index = run[0].document as usize;
        let title = title_terms(&corpus.documents[index], counts, index);
        for unit in run {
            let mut slots = Vec::with_capacity(unit.terms.len());
            for (term, _) in &unit.terms {
                let slot = &mut slot_of[*term as usize];
                if *slot < first {
                    titled.push(title.binary_search(term).is_ok());
                    *slot = titled.len();
                }
                slots.push((*slot - 1) as u32);
            }
            all.push(slots);
        }
    }
    (all, titled)
}

/// Content terms of a document's title, sorted.
fn title_terms(document: &Document, counts: &Counts, index: usize) -> Vec<TermId> {
    let (Some(title), Some(tokens)) = (document.title, counts.documents.get(index)) else {
        return Vec::new();
    };
    let from = tokens.tokens.partition_point(|token| token.span.start < title.start);
    let mut terms: Vec<TermId> = tokens.tokens[from..]
        .iter()
        .take_while(|token| token.span.end <= title.end)
        .map(|token| token.term)
        .filter(|term| counts.vocabulary.terms[*term as usize].is_content())
        .collect();
    terms.sort_unstable();
    terms
}
