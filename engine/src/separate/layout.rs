//! Where each term stands, worked out once: weighing evidence again and again is then plain arithmetic over arrays.
//!
//! There is a place for each term of each unit, more of them than of anything else here: what is kept of one is a few bytes
//! in arrays that are gone through from front to back, beside the term and its count in [`Unit::terms`].

use std::ops::Range;

use super::units::Unit;
use crate::Corpus;
use crate::count::{Counts, TermId};
use crate::parse::Document;

/// Units to either side that are no witnesses: they are part of the same run.
const NEAR: usize = 2;
/// Most units that are no witnesses for one.
pub(super) const MOST_NEAR: usize = 64;
/// Near units whose mask fits into a byte: all but where there are many copies.
const USUAL_NEAR: usize = 8;

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
    /// For each place which of the near units hold the term: bit `i` for [`Self::near`]'s entry `i`.
    masks: Vec<u8>,
    /// The same in full of units with more near units than a byte has bits, by unit.
    wide: Vec<(u32, Vec<u64>)>,
    /// Units that are no witnesses for each unit: itself, those near it in its document, those that hold a copy.
    pub(super) near: Vec<Vec<u32>>,
    /// One over the probability of each term in the language at large.
    pub(super) rarity: Vec<f64>,
    /// For each document, which of the languages of the corpus it is in: documents are witnesses for those in their own.
    pub(super) language: Vec<usize>,
    /// Number of languages.
    pub(super) languages: usize,
}

impl Layout {
    pub(super) fn new(corpus: &Corpus, counts: &Counts, units: &[Unit]) -> Self {
        let terms = counts.vocabulary.terms.len();
        let mut starts = Vec::with_capacity(units.len() + 1);
        let mut all = 0;
        for unit in units {
            starts.push(all);
            all += unit.terms.len();
        }
        starts.push(all);
        let near: Vec<Vec<u32>> = (0..units.len()).map(|at| near(units, at)).collect();
        let (masks, wide) = masks(units, &near, all, terms);
        let (language, languages) = languages(corpus);
        let slots = slots(corpus, counts, units, all);
        let rarity = counts.vocabulary.terms.iter().map(|term| libm::exp(-term.background));
        Self { starts, slots, masks, wide, near, rarity: rarity.collect(), language, languages }
    }

    /// The places of a unit.
    pub(super) fn places(&self, unit: usize) -> Range<usize> {
        self.starts[unit]..self.starts[unit + 1]
    }

    /// Number of places.
    pub(super) fn all(&self) -> usize {
        self.slots.len()
    }

    /// For each place of a unit which of its near units hold the term.
    pub(super) fn masks(&self, unit: usize) -> Masks<'_> {
        match self.wide.binary_search_by_key(&(unit as u32), |(at, _)| *at) {
            Ok(at) => Masks::Wide(&self.wide[at].1),
            Err(_) => Masks::Usual(&self.masks[self.places(unit)]),
        }
    }
}

/// Masks of the near units.
pub(super) enum Masks<'a> {
    Usual(&'a [u8]),
    Wide(&'a [u64]),
}

impl Masks<'_> {
    /// The mask of a unit's place by number.
    pub(super) fn of(&self, place: usize) -> u64 {
        match self {
            Self::Usual(masks) => u64::from(masks[place]),
            Self::Wide(masks) => masks[place],
        }
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

/// The units that are no witnesses for one: at most 64, so that a mask holds them.
fn near(units: &[Unit], at: usize) -> Vec<u32> {
    let window = at.saturating_sub(NEAR)..units.len().min(at + NEAR + 1);
    let mut near = Vec::with_capacity(window.len() + units[at].copies.len().min(MOST_NEAR));
    near.extend(
        window
            .filter(|other| units[*other].document == units[at].document)
            .map(|other| other as u32),
    );
    for copy in &units[at].copies {
        if near.len() < MOST_NEAR && !near.contains(copy) {
            near.push(*copy);
        }
    }
    near
}

/// For each place which of the near units hold its term, in a byte; and in full where a byte does not do.
fn masks(
    units: &[Unit],
    near: &[Vec<u32>],
    places: usize,
    terms: usize,
) -> (Vec<u8>, Vec<(u32, Vec<u64>)>) {
    let mut masks = Vec::with_capacity(places);
    let mut wide = Vec::new();
    // Which near units hold each term; all zero again after every unit.
    let mut held = vec![0_u64; terms];
    for ((at, unit), near) in (0..).zip(units).zip(near) {
        let of_near = |other: &u32| &units[*other as usize].terms;
        for (bit, terms) in near.iter().map(of_near).enumerate() {
            terms.iter().for_each(|(term, _)| held[*term as usize] |= 1 << bit);
        }
        let own = unit.terms.iter().map(|(term, _)| held[*term as usize]);
        masks.extend(own.clone().map(|mask| mask as u8));
        if near.len() > USUAL_NEAR {
            wide.push((at, own.collect()));
        }
        for terms in near.iter().map(of_near) {
            terms.iter().for_each(|(term, _)| held[*term as usize] = 0);
        }
    }
    (masks, wide)
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
        for (term, _) in run.iter().flat_map(|unit| &unit.terms) {
            let (document, slot) = &mut met[*term as usize];
            if *document != here {
                *document = here;
                *slot = Slot::new(next, title.binary_search(term).is_ok());
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
