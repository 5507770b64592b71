//! How strongly the words of a unit tie it to what the rest of the corpus is about.
//!
//! A unit's words are taken as drawn from a mixture of the language at large and the corpus's core. The evidence of a term
//! that stands `n` times is `√n · ln(1 - mix + mix · p_core / p_language)`, where `p_core` comes from the number of *other*
//! units that hold the term: a block cannot vouch for itself. No inverse document frequency: in a corpus on one subject it
//! would delete the subject.

use rustc_hash::FxHashMap;

use super::rank;
use super::units::Unit;
use super::weights::Weights;
use crate::Corpus;
use crate::count::{Counts, TermId};
use crate::parse::Document;

/// Units to either side that are no witnesses: they are part of the same run.
const NEAR: usize = 2;

/// Evidence of all units.
pub(super) struct Evidence {
    /// Per unit, the evidence of each of its terms, in the order of [`Unit::terms`], before scaling.
    pub(super) terms: Vec<Vec<f64>>,
    /// Per unit, the sum over its terms, divided by its length and by the scale of the corpus; about 1 in a usual unit.
    pub(super) units: Vec<f64>,
    /// Per unit, what its terms' evidence was divided by.
    pub(super) divisors: Vec<f64>,
}

/// One over the probability of each term in the language at large.
pub(super) fn rarity(counts: &Counts) -> Vec<f64> {
    counts.vocabulary.terms.iter().map(|term| libm::exp(-term.background)).collect()
}

/// Weighs the evidence of every unit.
///
/// `belief` says how much each unit counts as a witness, from 0 to 1; `trust` how well each document is tied to the others,
/// from 0 to 1; `rarity` comes from [`rarity`].
pub(super) fn weigh(
    corpus: &Corpus,
    counts: &Counts,
    units: &[Unit],
    belief: &[f64],
    trust: &[f64],
    rarity: &[f64],
    parameters: &Weights,
) -> Evidence {
    let core = Core::new(corpus, counts, units, belief, trust, rarity, parameters);
    let mut terms = Vec::with_capacity(units.len());
    let mut raw = Vec::with_capacity(units.len());
    let mut lengths = Vec::with_capacity(units.len());
    for (at, unit) in units.iter().enumerate() {
        let own = core.of_unit(at);
        let total: f64 = own.iter().sum();
        let words: u32 = unit.terms.iter().map(|(_, count)| count).sum();
        let length = libm::pow(f64::from(words.max(4)), parameters.length);
        raw.push(total / length);
        lengths.push(length);
        terms.push(own);
    }
    let scale = scale(units, &raw, parameters.usual);
    let divisors: Vec<f64> = lengths.iter().map(|length| length * scale).collect();
    let units = raw.iter().map(|value| value / scale).collect();
    Evidence { terms, units, divisors }
}

/// What a usual unit has: half the word-weighted median of the corpus, half a constant for corpora that are mostly foreign.
fn scale(units: &[Unit], raw: &[f64], usual: f64) -> f64 {
    let order = rank::descending(raw.iter().copied());
    let half = units.iter().map(|unit| u64::from(unit.words)).sum::<u64>() / 2;
    let mut seen = 0;
    let median = order
        .iter()
        .find(|at| {
            seen += u64::from(units[**at].words);
            seen >= half
        })
        .map_or(usual, |at| raw[*at]);
    (0.5 * median.max(0.0) + 0.5 * usual).max(0.1)
}

impl Evidence {
    /// How well each document is tied to the rest: the word-weighted mean evidence of its units, 1 for a usual document.
    pub(super) fn trust(&self, units: &[Unit], documents: usize) -> Vec<f64> {
        let mut sums = vec![(0.0, 0.0); documents];
        for (unit, value) in units.iter().zip(&self.units) {
            let words = f64::from(unit.words);
            let sum = &mut sums[unit.document as usize];
            *sum = (sum.0 + words * value, sum.1 + words);
        }
        sums.into_iter()
            .map(|(total, words)| if words > 0.0 { (total / words).clamp(0.0, 1.0) } else { 0.0 })
            .collect()
    }
}

/// How many units hold each term, in all and by document.
struct Core<'a> {
    rarity: &'a [f64],
    units: &'a [Unit],
    belief: &'a [f64],
    parameters: &'a Weights,
    all: Vec<f64>,
    by_document: Vec<FxHashMap<TermId, f64>>,
    /// Weighted distinct terms, in all and by document: what shares are taken of.
    mass: f64,
    mass_by_document: Vec<f64>,
    /// What a unit of the same document counts, by document.
    own: Vec<f64>,
    /// Content terms of each document's title, sorted, and what they count.
    titles: Vec<(Vec<TermId>, f64)>,
}

impl<'a> Core<'a> {
    fn new(
        corpus: &Corpus,
        counts: &Counts,
        units: &'a [Unit],
        belief: &'a [f64],
        trust: &[f64],
        rarity: &'a [f64],
        parameters: &'a Weights,
    ) -> Self {
        let documents = corpus.documents.len();
        let mut core = Self {
            rarity,
            units,
            belief,
            parameters,
            all: vec![0.0; counts.vocabulary.terms.len()],
            by_document: vec![FxHashMap::default(); documents],
            mass: 0.0,
            mass_by_document: vec![0.0; documents],
            own: Vec::with_capacity(documents),
            titles: Vec::with_capacity(documents),
        };
        for (unit, weight) in units.iter().zip(belief) {
            let document = unit.document as usize;
            for (term, _) in &unit.terms {
                core.all[*term as usize] += weight;
                *core.by_document[document].entry(*term).or_default() += weight;
            }
            let mass = weight * unit.terms.len() as f64;
            core.mass += mass;
            core.mass_by_document[document] += mass;
        }
        for (index, document) in corpus.documents.iter().enumerate() {
            let alone = core.mass - core.mass_by_document[index] <= 0.0;
            // With nothing else to go by, a document is its own only witness.
            let own = if alone {
                1.0
            } else {
                parameters.own_least + (parameters.own_most - parameters.own_least) * trust[index]
            };
            core.own.push(own);
            core.titles
                .push((title_terms(document, counts, index), parameters.title * trust[index]));
        }
        core
    }

    /// Evidence of each term of one unit.
    fn of_unit(&self, at: usize) -> Vec<f64> {
        let (units, unit) = (self.units, &self.units[at]);
        let document = unit.document as usize;
        let own = self.own[document];
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
        let share = |other: usize, amount: f64| {
            let factor = if units[other].document == unit.document { own } else { 1.0 };
            self.belief[other] * factor * amount
        };
        let near_mass: f64 =
            near.iter().map(|other| share(*other, units[*other].terms.len() as f64)).sum();
        let others = self.mass - self.mass_by_document[document];
        let (title, title_weight) = &self.titles[document];
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
                    .map(|other| share(*other, 1.0))
                    .sum();
                let titled = if title.binary_search(term).is_ok() { *title_weight } else { 0.0 };
                let holders = (self.all[*term as usize] - in_document + own * in_document
                    - beside
                    - self.parameters.chance)
                    .max(0.0)
                    + titled;
                let ratio = holders / mass * self.rarity[*term as usize];
                let mix = self.parameters.mix;
                libm::log(1.0 - mix + mix * ratio).min(self.parameters.cap)
                    * f64::from(*count).sqrt()
            })
            .collect()
    }
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
        .filter(|term| {
            let term = &counts.vocabulary.terms[*term as usize];
            !term.stop && !term.figure
        })
        .collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}
