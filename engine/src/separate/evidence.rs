//! How strongly the words of a unit tie it to what the rest of the corpus is about.
//!
//! A unit's words are taken as drawn from a mixture of the language at large and the corpus's core. The evidence of a term
//! that stands `n` times is `√n · ln(1 - mix + mix · p_core / p_language)`, where `p_core` comes from the number of *other*
//! units that hold the term, its witnesses: a block cannot vouch for itself. No inverse document frequency: in a corpus on
//! one subject it would delete the subject. Evidence that rests on few witnesses counts less.

use super::layout::{Layout, MOST_NEAR};
use super::pins::Taught;
use super::units::Unit;
use super::weights::Weights;

/// What is believed of the units and documents when evidence is weighed.
pub(super) struct Belief {
    /// How much each unit counts as a witness, from 0 to 1.
    pub(super) witness: Vec<f64>,
    /// How far each document belongs as a whole, from 0 to 1.
    pub(super) trust: Vec<f64>,
    /// What a unit of the same document counts as a witness.
    pub(super) own: f64,
}

/// Evidence of all units.
pub(super) struct Evidence {
    /// The evidence of each place of the [`Layout`].
    pub(super) terms: Vec<f64>,
    /// Per unit, the sum over its terms divided by its length, to a power.
    pub(super) units: Vec<f64>,
    /// Per unit, what the sum over its terms comes to be divided by.
    pub(super) divisors: Vec<f64>,
}

impl Evidence {
    /// None, with room for that of every place and unit.
    pub(super) fn new(layout: &Layout, units: &[Unit]) -> Self {
        Self {
            terms: vec![0.0; layout.all()],
            units: vec![0.0; units.len()],
            divisors: vec![0.0; units.len()],
        }
    }
}

/// Weighs the evidence of every unit, in place of what was there; `taught` is what a person's verdicts say of the words.
pub(super) fn weigh(
    evidence: &mut Evidence,
    layout: &Layout,
    units: &[Unit],
    belief: &Belief,
    taught: Option<&Taught>,
    weights: &Weights,
) {
    let core = Core::new(layout, units, belief);
    // Weighted holders of each slot in the document at hand.
    let mut here: Vec<f64> = Vec::new();
    let mut at = 0;
    for run in units.chunk_by(|a, b| a.document == b.document) {
        here.clear();
        for (unit, weight) in (at..).zip(&belief.witness[at..at + run.len()]) {
            for slot in &layout.slots[layout.places(unit)] {
                match here.get_mut(slot.number()) {
                    Some(here) => *here += weight,
                    // Slots are numbered as they are met. A sum from nothing, so that no zero is negative.
                    None => here.push(0.0 + weight),
                }
            }
        }
        for unit in run {
            let own = &mut evidence.terms[layout.places(at)];
            core.of_unit(own, at, &here, weights);
            if let Some(taught) = taught {
                for (value, (term, count)) in own.iter_mut().zip(&unit.terms) {
                    *value += f64::from(*count).sqrt() * taught.of(at, *term);
                }
            }
            let length = libm::pow(f64::from(unit.content.max(4)), weights.length);
            let total = own.iter().sum::<f64>();
            let mean = total / length;
            let value = libm::copysign(libm::pow(mean.abs(), weights.concave), mean);
            evidence.divisors[at] = if value == 0.0 { length } else { total / value };
            evidence.units[at] = value;
            at += 1;
        }
    }
}

/// Evidence of a term with so many witnesses, of whose terms it is the share `witnesses / mass`.
pub(super) fn ratio(witnesses: f64, mass: f64, rarity: f64, weights: &Weights) -> f64 {
    let ratio = witnesses / mass * rarity;
    let value = libm::log(1.0 - weights.mix + weights.mix * ratio).min(weights.cap);
    if value > 0.0 { value * witnesses / (witnesses + weights.reliability) } else { value }
}

/// How many units hold each term.
struct Core<'a> {
    layout: &'a Layout,
    units: &'a [Unit],
    belief: &'a Belief,
    /// Weighted holders by language and term.
    all: Vec<Vec<f64>>,
    /// Weighted distinct terms by language and by document: what shares are taken of.
    mass: Vec<f64>,
    mass_by_document: Vec<f64>,
}

impl<'a> Core<'a> {
    fn new(layout: &'a Layout, units: &'a [Unit], belief: &'a Belief) -> Self {
        let mut core = Self {
            layout,
            units,
            belief,
            all: vec![vec![0.0; layout.rarity.len()]; layout.languages],
            mass: vec![0.0; layout.languages],
            mass_by_document: vec![0.0; layout.language.len()],
        };
        for (unit, weight) in units.iter().zip(&belief.witness) {
            let language = layout.language[unit.document as usize];
            let all = &mut core.all[language];
            for (term, _) in &unit.terms {
                all[*term as usize] += weight;
            }
            let mass = weight * unit.terms.len() as f64;
            core.mass[language] += mass;
            core.mass_by_document[unit.document as usize] += mass;
        }
        core
    }

    /// Evidence of each term of one unit; `here` are the weighted holders of each slot in its document.
    fn of_unit(&self, evidence: &mut [f64], at: usize, here: &[f64], weights: &Weights) {
        let layout = self.layout;
        let document = self.units[at].document as usize;
        let language = layout.language[document];
        let others = self.mass[language] - self.mass_by_document[document];
        // With nothing else to go by, a document is its own only witness.
        let own = if others <= 0.0 { 1.0 } else { self.belief.own };
        // Near units count as witnesses with these weights, and are taken off again.
        let near = self.near(at, document, own);
        let near_mass: f64 = layout.near[at]
            .iter()
            .zip(&near)
            .map(|(other, weight)| weight * self.units[*other as usize].terms.len() as f64)
            .sum();
        let mass = (others + own * self.mass_by_document[document] - near_mass).max(1.0);
        let title = weights.title * self.belief.trust[document];
        let masks = layout.masks(at);
        let slots = &layout.slots[layout.places(at)];
        for (place, (value, (term, count))) in
            evidence.iter_mut().zip(&self.units[at].terms).enumerate()
        {
            let slot = slots[place];
            let here = here[slot.number()];
            let mut beside = 0.0;
            let mut bits = masks.of(place);
            while bits != 0 {
                beside += near[bits.trailing_zeros() as usize];
                bits &= bits - 1;
            }
            let there = self.all[language][*term as usize] - here;
            let titled = if slot.titled() { title } else { 0.0 };
            let witnesses = (there + own * here - beside).max(0.0) + titled;
            let rarity = layout.rarity[*term as usize];
            *value = f64::from(*count).sqrt() * ratio(witnesses, mass, rarity, weights);
        }
    }

    /// What each near unit of a unit counts as a witness.
    fn near(&self, at: usize, document: usize, own: f64) -> [f64; MOST_NEAR] {
        let mut near = [0.0; MOST_NEAR];
        for (near, other) in near.iter_mut().zip(&self.layout.near[at]) {
            let same = self.units[*other as usize].document as usize == document;
            *near = self.belief.witness[*other as usize] * if same { own } else { 1.0 };
        }
        near
    }
}
