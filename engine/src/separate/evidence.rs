//! How strongly the words of a unit tie it to what the rest of the corpus is about.
//!
//! A unit's words are taken as drawn from a mixture of the language at large and the corpus's core. The evidence of a term
//! that stands `n` times is `√n · ln(1 - MIX + MIX · p_core / p_language)`, where `p_core` comes from the number of *other*
//! units that hold the term: a block cannot vouch for itself. No inverse document frequency: in a corpus on one subject it
//! would delete the subject.

use rustc_hash::FxHashMap;

use super::units::Unit;
use crate::count::{Counts, TermId};

/// Share of the core in the mixture.
const MIX: f64 = 0.03;
/// The most one occurrence of a term can add.
const CAP: f64 = 6.0;
/// What units of the same document count against units of other documents.
const OWN: f64 = 0.5;
/// Units to either side that do not vouch: they are part of the same run.
const NEAR: usize = 2;
/// Length normalisation: evidence is divided by content words to this power.
const LENGTH: f64 = 0.75;

/// Evidence of all units.
pub(super) struct Evidence {
    /// Per unit, the evidence of each of its terms, in the order of [`Unit::terms`], before scaling.
    pub(super) terms: Vec<Vec<f64>>,
    /// Per unit, the sum over its terms, divided by its length and by the scale of the corpus; about 1 in a usual unit.
    pub(super) units: Vec<f64>,
    /// Per unit, what its terms' evidence was divided by.
    pub(super) divisors: Vec<f64>,
}

/// Weighs the evidence of every unit. `weights` says how much each unit counts in the core, from 0 to 1.
pub(super) fn weigh(units: &[Unit], weights: &[f64], counts: &Counts) -> Evidence {
    let core = Core::new(units, weights, counts.vocabulary.terms.len());
    let mut terms = Vec::with_capacity(units.len());
    let mut raw = Vec::with_capacity(units.len());
    let mut lengths = Vec::with_capacity(units.len());
    for at in 0..units.len() {
        let own = core.of_unit(units, weights, at, counts);
        let total: f64 = own.iter().sum();
        let words: u32 = units[at].terms.iter().map(|(_, count)| count).sum();
        let length = libm::pow(f64::from(words.max(4)), LENGTH);
        raw.push(total / length);
        lengths.push(length);
        terms.push(own);
    }
    let scale = scale(units, &raw);
    let divisors: Vec<f64> = lengths.iter().map(|length| length * scale).collect();
    let units = raw.iter().map(|value| value / scale).collect();
    Evidence { terms, units, divisors }
}

/// What a usual unit has: half the word-weighted median of the corpus, half a constant for corpora that are mostly foreign.
fn scale(units: &[Unit], raw: &[f64]) -> f64 {
    const USUAL: f64 = 1.6;
    let mut order: Vec<(f64, u32)> =
        raw.iter().zip(units).map(|(value, unit)| (*value, unit.words)).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = order.iter().map(|(_, words)| u64::from(*words)).sum::<u64>() / 2;
    let mut seen = 0;
    let median = order
        .iter()
        .find(|(_, words)| {
            seen += u64::from(*words);
            seen >= half
        })
        .map_or(USUAL, |(value, _)| *value);
    (0.5 * median.max(0.0) + 0.5 * USUAL).max(0.1)
}

/// How many units hold each term, in all and by document.
struct Core {
    all: Vec<f64>,
    by_document: Vec<FxHashMap<TermId, f64>>,
    /// Weighted distinct terms, in all and by document: what shares are taken of.
    mass: f64,
    mass_by_document: Vec<f64>,
}

impl Core {
    fn new(units: &[Unit], weights: &[f64], terms: usize) -> Self {
        let documents = units.iter().map(|unit| unit.document as usize + 1).max().unwrap_or(0);
        let mut core = Self {
            all: vec![0.0; terms],
            by_document: vec![FxHashMap::default(); documents],
            mass: 0.0,
            mass_by_document: vec![0.0; documents],
        };
        for (unit, weight) in units.iter().zip(weights) {
            let document = unit.document as usize;
            for (term, _) in &unit.terms {
                core.all[*term as usize] += weight;
                *core.by_document[document].entry(*term).or_default() += weight;
            }
            let mass = weight * unit.terms.len() as f64;
            core.mass += mass;
            core.mass_by_document[document] += mass;
        }
        core
    }

    /// Evidence of each term of one unit.
    fn of_unit(&self, units: &[Unit], weights: &[f64], at: usize, counts: &Counts) -> Vec<f64> {
        let unit = &units[at];
        let document = unit.document as usize;
        let first = at.saturating_sub(NEAR);
        let near: Vec<usize> = (first..(at + NEAR + 1).min(units.len()))
            .filter(|other| units[*other].document == unit.document)
            .chain(
                unit.copies
                    .iter()
                    .map(|copy| *copy as usize)
                    .filter(|copy| copy.abs_diff(at) > NEAR),
            )
            .collect();
        let others = self.mass - self.mass_by_document[document];
        // With nothing else to go by, the document vouches for itself in full.
        let own = if others > 0.0 { OWN } else { 1.0 };
        let near_mass: f64 = near
            .iter()
            .map(|other| {
                self.share(units, weights, *other, document, own, units[*other].terms.len() as f64)
            })
            .sum();
        let mass = (others + own * self.mass_by_document[document] - near_mass).max(1.0);
        unit.terms
            .iter()
            .map(|(term, count)| {
                let in_document = self.by_document[document].get(term).copied().unwrap_or(0.0);
                let beside: f64 = near
                    .iter()
                    .filter(|other| {
                        units[**other].terms.binary_search_by_key(term, |(id, _)| *id).is_ok()
                    })
                    .map(|other| self.share(units, weights, *other, document, own, 1.0))
                    .sum();
                let holders =
                    (self.all[*term as usize] - in_document + own * in_document - beside).max(0.0);
                let language = libm::exp(counts.vocabulary.terms[*term as usize].background);
                let ratio = holders / mass / language;
                let one = libm::log(1.0 - MIX + MIX * ratio).min(CAP);
                one * libm::sqrt(f64::from(*count))
            })
            .collect()
    }

    /// What a unit beside or a copy has put into the sums, to be taken out again.
    fn share(
        &self,
        units: &[Unit],
        weights: &[f64],
        other: usize,
        document: usize,
        own: f64,
        amount: f64,
    ) -> f64 {
        let factor = if units[other].document as usize == document { own } else { 1.0 };
        weights[other] * factor * amount
    }
}
