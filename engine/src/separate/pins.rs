//! What a person said about sections, and what follows from it for the rest.
//!
//! A pinned section keeps the verdict it was given. Its words teach: a section that shares rare words with it moves to its
//! side. And it speaks for its run: the neighbours that got the same wrong verdict are pulled along, unless their own words
//! say otherwise. A section that was pinned alone does neither: it has its verdict, and the rest is judged as if nothing had
//! been said.

use std::mem::replace;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::evidence::ratio;
use super::judge::Judged;
use super::layout::Layout;
use super::units::Unit;
use super::weights::Weights;
use crate::count::TermId;

/// Log-odds of a pinned section, in nats: no evidence outweighs a person.
const CERTAIN: f64 = 40.0;

/// What a person says of a section.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
pub enum Side {
    /// It belongs.
    OnTopic,
    /// It does not.
    OffTopic,
    /// It belongs, and it is what the corpus is about: as long as any section is pinned so, only those vouch for others at
    /// first, whatever the rest of the corpus shares.
    Main,
    /// It belongs; that says nothing of any other section.
    OnTopicAlone,
    /// It does not belong; that says nothing of any other section.
    OffTopicAlone,
}

impl Side {
    /// Whether it is the side of what does not belong.
    pub fn is_off(self) -> bool {
        matches!(self, Self::OffTopic | Self::OffTopicAlone)
    }

    /// Whether it says nothing of other sections.
    pub fn is_alone(self) -> bool {
        matches!(self, Self::OnTopicAlone | Self::OffTopicAlone)
    }

    /// The same side, said of nothing else.
    pub fn alone(self) -> Self {
        if self.is_off() { Self::OffTopicAlone } else { Self::OnTopicAlone }
    }

    /// Log-odds of what a person put on this side, in nats.
    fn odds(self) -> f64 {
        if self.is_off() { -CERTAIN } else { CERTAIN }
    }
}

/// A person's verdict on some blocks of a document.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// Index of the document in the corpus.
    pub document: u32,
    /// Indexes of the blocks; a unit is pinned if it holds any of them. Blocks that are not there are passed over.
    pub blocks: Range<u32>,
    /// The verdict.
    pub side: Side,
}

/// The pins, by unit.
#[derive(Clone)]
pub(super) struct Pinned {
    /// What the rest hears of.
    sides: Vec<Option<Side>>,
    has_main: bool,
    /// Units that were pinned alone, with what was said.
    alone: Vec<(usize, Side)>,
}

impl Pinned {
    /// The later of two pins on one unit counts.
    pub(super) fn new(units: &[Unit], pins: &[Pin]) -> Self {
        let mut sides = vec![None; units.len()];
        for pin in pins {
            let start = units.partition_point(|unit| unit.document < pin.document);
            let units = units[start..].iter().take_while(|unit| unit.document == pin.document);
            for (unit, side) in units.zip(&mut sides[start..]) {
                if unit.blocks.start < pin.blocks.end && pin.blocks.start < unit.blocks.end {
                    *side = Some(pin.side);
                }
            }
        }
        let has_main = sides.contains(&Some(Side::Main));
        let mut alone = Vec::new();
        for (at, said) in sides.iter_mut().enumerate() {
            if let Some(side) = said.take_if(|side| side.is_alone()) {
                alone.push((at, side));
            }
        }
        Self { sides, has_main, alone }
    }

    /// Whether the rest hears of nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.sides.iter().all(Option::is_none)
    }

    /// Whether the rest hears the same.
    pub(super) fn says_as(&self, other: &Self) -> bool {
        self.sides == other.sides
    }

    /// Whether the rest hears of it.
    pub(super) fn is_pinned(&self, unit: usize) -> bool {
        self.sides[unit].is_some()
    }

    /// Whether a person said what it is, alone or for the rest to hear.
    pub(super) fn says(&self, unit: usize) -> bool {
        self.is_pinned(unit) || self.alone.iter().any(|(at, _)| *at == unit)
    }

    /// Gives units that were pinned alone what was said of them, and gives back what they had.
    pub(super) fn set_alone(&self, judged: &mut Judged) -> Vec<(f64, f64)> {
        let lean = judged.lean;
        let said = |(at, side): &(usize, Side)| {
            let odds = side.odds();
            (replace(&mut judged.scores[*at], odds), replace(&mut judged.told[*at], odds - lean))
        };
        self.alone.iter().map(said).collect()
    }

    /// Gives them back what they had.
    pub(super) fn put_back(&self, judged: &mut Judged, before: &[(f64, f64)]) {
        for ((at, _), (score, told)) in self.alone.iter().zip(before) {
            (judged.scores[*at], judged.told[*at]) = (*score, *told);
        }
    }

    /// Corrects how much units count as witnesses.
    pub(super) fn correct(&self, witness: &mut [f64]) {
        for (weight, side) in witness.iter_mut().zip(&self.sides) {
            if let Some(side) = side {
                *weight = if side.is_off() { 0.0 } else { 1.0 };
            }
        }
    }

    /// How likely each unit belongs before any evidence, where a person said what the main subject is: what is not part of
    /// it has everything to show.
    pub(super) fn start(&self) -> Option<Vec<f64>> {
        let chance = |side: &Option<Side>| if *side == Some(Side::Main) { 1.0 } else { 0.0 };
        self.has_main.then(|| self.sides.iter().map(chance).collect())
    }

    /// Log-odds of a pinned unit.
    pub(super) fn odds(&self, unit: usize) -> Option<f64> {
        self.sides[unit].map(Side::odds)
    }

    /// How far each unit is pulled by pins that contradict the scores found without any pin.
    ///
    /// A section that was taken out and is put back in speaks for all of its run that was taken out with it; one that is
    /// taken out speaks for its neighbours that were none too sure to belong.
    pub(super) fn pulls(&self, units: &[Unit], scores: &[f64], weights: &Weights) -> Vec<f64> {
        let mut pulls = vec![0.0; units.len()];
        for (at, side) in self.sides.iter().enumerate() {
            let Some(side) = side else { continue };
            let off = side.is_off();
            if off == (scores[at] < 0.0) {
                continue;
            }
            let reach = if off { weights.reach } else { 0.0 };
            let same = |other: &usize| {
                units[*other].document == units[at].document && scores[*other] < reach
            };
            for other in
                (0..at).rev().take_while(same).chain((at + 1..units.len()).take_while(same))
            {
                pulls[other] = if off { -weights.pull } else { weights.pull };
            }
        }
        pulls
    }

    /// What the pinned units teach about words; `None` without pins.
    pub(super) fn teach<'a>(
        &'a self,
        units: &[Unit],
        layout: &'a Layout,
        weights: &'a Weights,
    ) -> Option<Taught<'a>> {
        if self.is_empty() {
            return None;
        }
        let mut taught = Taught {
            pinned: self,
            layout,
            weights,
            holders: [vec![0.0; layout.rarity.len()], vec![0.0; layout.rarity.len()]],
            mass: [0.0; 2],
        };
        for (unit, side) in units.iter().zip(&self.sides) {
            let Some(side) = side else { continue };
            let side = usize::from(side.is_off());
            taught.mass[side] += unit.terms.len() as f64;
            for (term, _) in unit.terms.iter() {
                taught.holders[side][term as usize] += 1.0;
            }
        }
        Some(taught)
    }
}

/// What the pinned units say about words.
pub(super) struct Taught<'a> {
    pinned: &'a Pinned,
    layout: &'a Layout,
    weights: &'a Weights,
    /// Pinned units that hold each term: on topic, off topic.
    holders: [Vec<f64>; 2],
    /// Terms in those units.
    mass: [f64; 2],
}

impl Taught<'_> {
    /// What one occurrence of a term adds to the evidence of a unit, in nats.
    pub(super) fn of(&self, unit: usize, term: TermId) -> f64 {
        if self.pinned.is_pinned(unit) {
            return 0.0;
        }
        let side = |side: usize| {
            let holders = self.holders[side][term as usize];
            if holders > 0.0 {
                // A person's word counts for more witnesses than one.
                let witnesses = holders * (1.0 + self.weights.reliability);
                let mass = self.mass[side] * (1.0 + self.weights.reliability);
                ratio(witnesses, mass, self.layout.rarity[term as usize], self.weights).max(0.0)
            } else {
                0.0
            }
        };
        side(0) - side(1)
    }
}
