//! How strongly the words of a unit tie it to what the rest of the corpus is about.
//!
//! A unit's words are taken as drawn from a mixture of the language at large and the corpus's core. The evidence of a term
//! that stands `n` times is `√n · ln(1 - mix + mix · p_core / p_language)`, where `p_core` comes from the number of *other*
//! units that hold the term, its witnesses: a block cannot vouch for itself. No inverse document frequency: in a corpus on
//! one subject it would delete the subject. Evidence that rests on few witnesses counts less.

use super::layout::Layout;
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
    /// Per unit, the evidence of each of its terms, in the order of [`Unit::terms`].
    pub(super) terms: Vec<Vec<f64>>,
    /// Per unit, the sum over its terms divided by its length, to a power.
    pub(super) units: Vec<f64>,
    /// Per unit, what the sum over its terms comes to be divided by.
    pub(super) divisors: Vec<f64>,
}

/// Weighs the evidence of every unit; `taught` is what a person's verdicts say of the words.
pub(super) fn weigh(
    layout: &Layout,
    units: &[Unit],
    belief: &Belief,
    taught: Option<&Taught>,
    weights: &Weights,
) -> Evidence {
    let core = Core::new(layout, units, belief);
    let mut evidence = Evidence {
        terms: Vec::with_capacity(units.len()),
        units: Vec::with_capacity(units.len()),
        divisors: Vec::with_capacity(units.len()),
    };
    for (at, unit) in units.iter().enumerate() {
        let mut own = core.of_unit(at, weights);
        if let Some(taught) = taught {
            for (value, place) in own.iter_mut().zip(&layout.places[at]) {
                *value += place.root * taught.of(at, place.term);
            }
        }
        let length = libm::pow(f64::from(unit.content().max(4)), weights.length);
        let total = own.iter().sum::<f64>();
        let mean = total / length;
        let value = libm::copysign(libm::pow(mean.abs(), weights.concave), mean);
        evidence.divisors.push(if value == 0.0 { length } else { total / value });
        evidence.units.push(value);
        evidence.terms.push(own);
    }
    evidence
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
    /// Weighted holders by language and term, and by slot.
    all: Vec<Vec<f64>>,
    by_slot: Vec<f64>,
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
            by_slot: vec![0.0; layout.titled.len()],
            mass: vec![0.0; layout.languages],
            mass_by_document: vec![0.0; layout.language.len()],
        };
        for ((unit, places), weight) in units.iter().zip(&layout.places).zip(&belief.witness) {
            let language = layout.language[unit.document as usize];
            for place in places {
                core.all[language][place.term as usize] += weight;
                core.by_slot[place.slot as usize] += weight;
            }
            let mass = weight * places.len() as f64;
            core.mass[language] += mass;
            core.mass_by_document[unit.document as usize] += mass;
        }
        core
    }

    /// Evidence of each term of one unit.
    fn of_unit(&self, at: usize, weights: &Weights) -> Vec<f64> {
        let document = self.units[at].document as usize;
        let language = self.layout.language[document];
        let others = self.mass[language] - self.mass_by_document[document];
        // With nothing else to go by, a document is its own only witness.
        let own = if others <= 0.0 { 1.0 } else { self.belief.own };
        // Near units count as witnesses with these weights, and are taken off again.
        let near: Vec<f64> = self.layout.near[at]
            .iter()
            .map(|other| {
                let same = self.units[*other as usize].document as usize == document;
                self.belief.witness[*other as usize] * if same { own } else { 1.0 }
            })
            .collect();
        let near_mass: f64 = self.layout.near[at]
            .iter()
            .zip(&near)
            .map(|(other, weight)| weight * self.layout.places[*other as usize].len() as f64)
            .sum();
        let mass = (others + own * self.mass_by_document[document] - near_mass).max(1.0);
        let title = weights.title * self.belief.trust[document];
        self.layout.places[at]
            .iter()
            .map(|place| {
                let here = self.by_slot[place.slot as usize];
                let mut beside = 0.0;
                let mut bits = place.near;
                while bits != 0 {
                    beside += near[bits.trailing_zeros() as usize];
                    bits &= bits - 1;
                }
                let there = self.all[language][place.term as usize] - here;
                let titled = if self.layout.titled[place.slot as usize] { title } else { 0.0 };
                let witnesses = (there + own * here - beside).max(0.0) + titled;
                let rarity = self.layout.rarity[place.term as usize];
                place.root * ratio(witnesses, mass, rarity, weights)
            })
            .collect()
    }
}
