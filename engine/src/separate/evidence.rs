//! How strongly the words of a unit tie it to what the rest of the corpus is about.
//!
//! A unit's words are taken as drawn from a mixture of the language at large and the corpus's core. The evidence of a term
//! that stands `n` times is `√n · ln(1 - mix + mix · p_core / p_language)`, where `p_core` comes from the number of *other*
//! units that hold the term, its witnesses: a block cannot vouch for itself. No inverse document frequency: in a corpus on
//! one subject it would delete the subject. Evidence that rests on few witnesses counts less.

use std::ops::Range;

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
    let mut room = Room::default();
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
        let document = at..at + run.len();
        for unit in run {
            let own = &mut evidence.terms[layout.places(at)];
            core.of_unit(own, at, &document, &here, &mut room, weights);
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
    /// What each unit counts as a witness, and the number of its terms: looked up together for units far apart.
    witnesses: Vec<(f64, f64)>,
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
            witnesses: Vec::with_capacity(units.len()),
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
            let terms = unit.terms.len() as f64;
            core.witnesses.push((*weight, terms));
            let mass = weight * terms;
            core.mass[language] += mass;
            core.mass_by_document[unit.document as usize] += mass;
        }
        core
    }

    /// Evidence of each term of one unit; `run` are the units of its document, `here` the weighted holders of each slot there.
    fn of_unit(
        &self,
        evidence: &mut [f64],
        at: usize,
        run: &Range<usize>,
        here: &[f64],
        room: &mut Room,
        weights: &Weights,
    ) {
        let layout = self.layout;
        let document = self.units[at].document as usize;
        let language = layout.language[document];
        let others = self.mass[language] - self.mass_by_document[document];
        // With nothing else to go by, a document is its own only witness.
        let own = if others <= 0.0 { 1.0 } else { self.belief.own };
        // Near units count as witnesses with these weights, and are taken off again.
        room.near.clear();
        let mut near_mass = 0.0;
        for other in layout.near(at).iter().map(|other| *other as usize) {
            let (witness, terms) = self.witnesses[other];
            let weight = witness * if run.contains(&other) { own } else { 1.0 };
            room.near.push(weight);
            near_mass += weight * terms;
        }
        let mass = (others + own * self.mass_by_document[document] - near_mass).max(1.0);
        let title = weights.title * self.belief.trust[document];
        layout.masks(at).sums(&room.near, &mut room.beside);
        let slots = &layout.slots[layout.places(at)];
        let all = &self.all[language];
        for ((value, (term, count)), (slot, beside)) in
            evidence.iter_mut().zip(&self.units[at].terms).zip(slots.iter().zip(&room.beside))
        {
            let here = here[slot.number()];
            let there = all[*term as usize] - here;
            let titled = if slot.titled() { title } else { 0.0 };
            let witnesses = (there + own * here - beside).max(0.0) + titled;
            let rarity = layout.rarity[*term as usize];
            *value = f64::from(*count).sqrt() * ratio(witnesses, mass, rarity, weights);
        }
    }
}

/// What is worked out for one unit after the other in the same place.
#[derive(Default)]
struct Room {
    /// What each near unit counts as a witness.
    near: Vec<f64>,
    /// By place, the sum of those that hold the term.
    beside: Vec<f64>,
}
