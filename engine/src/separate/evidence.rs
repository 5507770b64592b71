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

/// Evidence of all units. That of single terms is weighed again where it is asked for ([`Weighing`]): there is a number for
/// each term of each unit, as much as all else that is kept.
pub(super) struct Evidence {
    /// Per unit, the sum over its terms divided by its length, to a power.
    pub(super) units: Vec<f64>,
    /// Per unit, what the sum over its terms comes to be divided by.
    pub(super) divisors: Vec<f64>,
    /// Per unit, how many of its content words other units hold more often than the language at large does.
    pub(super) tied: Vec<u32>,
}

impl Evidence {
    /// None, with room for that of so many units.
    pub(super) fn new(units: usize) -> Self {
        Self { units: vec![0.0; units], divisors: vec![0.0; units], tied: vec![0; units] }
    }
}

/// Weighs the terms of one document after the other.
pub(super) struct Weighing<'a> {
    core: Core<'a>,
    /// What a person's verdicts say of the words.
    taught: Option<&'a Taught<'a>>,
    weights: &'a Weights,
    /// Weighted holders of each slot in the document at hand.
    here: Vec<f64>,
    /// Its units, and the evidence of each of their places.
    document: Range<usize>,
    terms: Vec<f64>,
    room: Room,
}

impl<'a> Weighing<'a> {
    pub(super) fn new(
        layout: &'a Layout,
        units: &'a [Unit],
        belief: &'a Belief,
        taught: Option<&'a Taught<'a>>,
        weights: &'a Weights,
    ) -> Self {
        let core = Core::new(layout, units, belief);
        let (here, terms, room) = (Vec::new(), Vec::new(), Room::default());
        Self { core, taught, weights, here, document: 0..0, terms, room }
    }

    /// The evidence of each term of a unit, in the order of [`Unit::terms`].
    pub(super) fn terms(&mut self, unit: usize) -> &[f64] {
        if !self.document.contains(&unit) {
            let (units, home) = (self.core.units, self.core.units[unit].document);
            let first = units.partition_point(|other| other.document < home);
            let length = units[first..].partition_point(|other| other.document == home);
            self.weigh(first..first + length);
        }
        let (layout, first) = (self.core.layout, self.document.start);
        let (from, places) = (layout.places(first).start, layout.places(unit));
        &self.terms[places.start - from..places.end - from]
    }

    /// Weighs the document that has these units.
    fn weigh(&mut self, document: Range<usize>) {
        let Core { layout, units, belief, .. } = self.core;
        self.here.clear();
        for unit in document.clone() {
            let weight = belief.witness[unit];
            for slot in &layout.slots[layout.places(unit)] {
                match self.here.get_mut(slot.number()) {
                    Some(here) => *here += weight,
                    // Slots are numbered as they are met. A sum from nothing, so that no zero is negative.
                    None => self.here.push(0.0 + weight),
                }
            }
        }
        self.terms.clear();
        for at in document.clone() {
            let from = self.terms.len();
            self.terms.resize(from + units[at].terms.len(), 0.0);
            let own = &mut self.terms[from..];
            self.core.of_unit(own, at, &document, &self.here, &mut self.room, self.weights);
            if let Some(taught) = self.taught {
                for (value, (term, count)) in own.iter_mut().zip(units[at].terms.iter()) {
                    *value += f64::from(count).sqrt() * taught.of(at, term);
                }
            }
        }
        self.document = document;
    }

    /// The evidence of every unit, in place of what was there.
    pub(super) fn all(mut self, evidence: &mut Evidence) {
        let (units, weights) = (self.core.units, self.weights);
        for (at, unit) in units.iter().enumerate() {
            let own = self.terms(at);
            let length = libm::pow(f64::from(unit.content.max(4)), weights.length);
            let total = own.iter().sum::<f64>();
            let mean = total / length;
            let value = libm::copysign(libm::pow(mean.abs(), weights.concave), mean);
            let tied = unit.terms.iter().zip(own).filter(|(_, weight)| **weight > 0.0);
            evidence.tied[at] = tied.map(|((_, count), _)| count).sum();
            evidence.divisors[at] = if value == 0.0 { length } else { total / value };
            evidence.units[at] = value;
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
            for (term, _) in unit.terms.iter() {
                all[term as usize] += weight;
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
            evidence.iter_mut().zip(self.units[at].terms.iter()).zip(slots.iter().zip(&room.beside))
        {
            let here = here[slot.number()];
            let there = all[term as usize] - here;
            let titled = if slot.titled() { title } else { 0.0 };
            let witnesses = (there + own * here - beside).max(0.0) + titled;
            let rarity = layout.rarity[term as usize];
            *value = f64::from(count).sqrt() * ratio(witnesses, mass, rarity, weights);
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
