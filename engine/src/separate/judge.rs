//! The rounds of weighing: from evidence to log-odds and back.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::calibrate::{self, Scale};
use super::evidence::{Belief, Evidence, Weighing};
use super::insets::Insets;
use super::layout::Layout;
use super::pins::Pinned;
use super::units::{self, Unit};
use super::weights::Weights;
use super::wording::Wording;
use super::{chain, cohesion};
use crate::Corpus;
use crate::count::Counts;

/// Times the evidence is weighed again with what the time before said.
const PASSES: usize = 3;

/// Log-odds a section must have to be as good a witness as not, where a person said what the main subject is.
const DOUBT: f64 = 3.0;

/// The least that changing sides costs, in nats.
const CHEAPEST: f64 = 0.1;

/// What the rounds need that neither the threshold nor a pin changes.
pub(super) struct Judge {
    pub(super) units: Vec<Unit>,
    pub(super) weights: Weights,
    pub(super) layout: Layout,
    /// Cost of changing sides before each unit, in nats.
    costs: Vec<f64>,
    /// For each unit whether it is an inset.
    insets: Vec<bool>,
    /// For each unit the site its text was taken from, as a number; `None` where no line says so.
    pub(super) sources: Vec<Option<u32>>,
}

/// What the last round found.
pub(super) struct Judged {
    /// What it was weighed with.
    pub(super) belief: Belief,
    pub(super) evidence: Evidence,
    /// Per unit, log-odds of its own words.
    pub(super) own: Vec<f64>,
    /// Per unit, what a unit of evidence adds to those log-odds, and the evidence at which they are 0.
    pub(super) scales: Vec<Scale>,
    /// Per unit, those log-odds once answers from its source were heard.
    pub(super) sourced: Vec<f64>,
    /// Per unit, the same once a person was heard.
    pub(super) told: Vec<f64>,
    /// What is added to the log-odds of every unit at the end.
    pub(super) lean: f64,
    /// Per unit, log-odds that it belongs, everything heard.
    pub(super) scores: Vec<f64>,
    /// Whether there is too little to judge: then the scores say nothing.
    pub(super) few: bool,
}

/// Log-odds by whom was heard.
struct Heard {
    /// Sources.
    sourced: Vec<f64>,
    /// A person too.
    told: Vec<f64>,
    /// Neighbours too.
    odds: Vec<f64>,
}

impl Judge {
    pub(super) fn new(
        corpus: &Corpus,
        counts: &Counts,
        wording: &Wording,
        weights: &Weights,
    ) -> Self {
        let insets = Insets::new(corpus, counts, wording);
        let units = units::units(corpus, counts, &insets);
        let is_inset = |unit: &Unit| insets.hold(unit.document as usize, unit.blocks.start);
        let insets: Vec<bool> = units.iter().map(is_inset).collect();
        let rarity = counts.vocabulary.terms.iter().map(|term| -term.background);
        let importance = cohesion::importance(&units, rarity);
        let costs = cohesion::gaps(&units, &importance)
            .into_iter()
            .map(|gap| weights.change + weights.cohesion * (gap - weights.usual_cohesion))
            .enumerate()
            .map(|(at, cost)| match at.checked_sub(1) {
                // Nothing is heard from a head.
                Some(before) if units[before].head => 0.0,
                // Where an inset begins or ends, what stands before says nothing of what comes.
                Some(before) if insets[before] != insets[at] => CHEAPEST,
                _ => cost.max(CHEAPEST),
            })
            .collect();
        let layout = Layout::new(corpus, counts, wording, &units);
        let source = |unit: &Unit| {
            if unit.head { None } else { wording.source(unit.document, unit.section) }
        };
        let sources = units.iter().map(source).collect();
        Self { units, weights: *weights, layout, costs, insets, sources }
    }

    /// Weighs, believes, weighs again. `pulls` are log-odds added to each unit's own.
    pub(super) fn run(&self, pinned: &Pinned, pulls: Option<&[f64]>) -> Judged {
        let weights = &self.weights;
        let documents = self.layout.language.len();
        let mut belief = Belief {
            witness: vec![1.0; self.units.len()],
            trust: vec![0.0; documents],
            own: weights.own_first,
        };
        let mut chances = pinned.start();
        // The floor keeps the method from running away with its first guess; what a person said is no guess.
        let told = chances.is_some();
        let (floor, doubt) = if told { (0.0, DOUBT) } else { (weights.foreign, 0.0) };
        if let Some(chances) = &chances {
            belief.witness.clone_from(chances);
        }
        pinned.correct(&mut belief.witness);
        let taught = pinned.teach(&self.units, &self.layout, weights);
        let mut evidence = Evidence::new(self.units.len());
        let mut pass = 0;
        loop {
            let (layout, units) = (&self.layout, self.units.as_slice());
            Weighing::new(layout, units, &belief, taught.as_ref(), weights).all(&mut evidence);
            let (own, scales) = self.own(&evidence, chances.as_deref());
            let Heard { sourced, told: said, odds } = self.heard(&own, pinned, pulls);
            if pass == PASSES {
                // Where the person named the main subject, it is for the rest to show that they are part of it.
                let lean = if told { -weights.lean } else { weights.lean };
                let score = |(at, odds)| odds + lean + self.inset(at, pinned.is_pinned(at));
                let mut scores: Vec<f64> = odds.into_iter().enumerate().map(score).collect();
                self.crown(&mut scores, pinned);
                let few = false;
                let told = said;
                return Judged { belief, evidence, own, scales, sourced, told, lean, scores, few };
            }
            pass += 1;
            let now: Vec<f64> = odds.iter().map(|odds| chance(*odds)).collect();
            for (witness, odds) in belief.witness.iter_mut().zip(&odds) {
                *witness = floor + (1.0 - floor) * chance(*odds - doubt);
            }
            pinned.correct(&mut belief.witness);
            belief.trust = self.trust(&odds);
            belief.own = weights.own;
            chances = Some(now);
        }
    }

    /// Log-odds of each unit's own words, and the scale they were read from.
    fn own(&self, evidence: &Evidence, chances: Option<&[f64]>) -> (Vec<f64>, Vec<Scale>) {
        let mut own = vec![0.0; self.units.len()];
        let mut scales = vec![Scale::default(); self.units.len()];
        for language in 0..self.layout.languages {
            let members: Vec<usize> = (0..self.units.len())
                .filter(|at| {
                    let unit = &self.units[*at];
                    self.layout.language[unit.document as usize] == language
                        && !unit.terms.is_empty()
                })
                .collect();
            let values: Vec<f64> = members.iter().map(|at| evidence.units[*at]).collect();
            let before: Option<Vec<f64>> =
                chances.map(|all| members.iter().map(|at| all[*at]).collect());
            let scale = calibrate::fit(&values, before.as_deref(), &self.weights);
            for (at, value) in members.into_iter().zip(values) {
                own[at] = self.weights.bounded(scale.gain * (value - scale.middle))
                    * self.weights.fullness(&self.units[at]);
                scales[at] = scale;
            }
        }
        (own, scales)
    }

    /// Log-odds once sources, a person and neighbours are heard.
    fn heard(&self, own: &[f64], pinned: &Pinned, pulls: Option<&[f64]>) -> Heard {
        let sourced = self.shared(own);
        let mut values = sourced.clone();
        for (at, value) in values.iter_mut().enumerate() {
            *value += pulls.map_or(0.0, |pulls| pulls[at]);
            *value = pinned.odds(at).unwrap_or(*value);
        }
        let mut all = Vec::with_capacity(values.len());
        for run in self.units.chunk_by(|a, b| a.document == b.document) {
            let run = all.len()..all.len() + run.len();
            all.extend(chain::posterior(&values[run.clone()], &self.costs[run]));
        }
        Heard { sourced, told: values, odds: all }
    }

    /// Answers taken from one site lean on each other: each hears the mean of the others.
    fn shared(&self, own: &[f64]) -> Vec<f64> {
        let mut sums: FxHashMap<u32, (f64, f64)> = FxHashMap::default();
        for (source, value) in self.sources.iter().zip(own) {
            if let Some(source) = source {
                let sum = sums.entry(*source).or_default();
                *sum = (sum.0 + value, sum.1 + 1.0);
            }
        }
        let others = |source: &Option<u32>, value: f64| {
            let (total, count) = sums.get(&(*source)?)?;
            (*count > 1.0).then(|| (total - value) / (count - 1.0))
        };
        self.sources
            .iter()
            .zip(own)
            .map(|(source, own)| own + self.weights.source * others(source, *own).unwrap_or(0.0))
            .collect()
    }

    /// Gives the head of each document the middle score of what stands under it, where nobody said what it is: half of the words
    /// have more. Not the mean: a few sections that a person took out would outweigh all others.
    fn crown(&self, scores: &mut [f64], pinned: &Pinned) {
        for at in (0..scores.len()).filter(|at| self.units[*at].head && !pinned.is_pinned(*at)) {
            let mut under: Vec<(f64, u32)> =
                self.under(at).map(|at| (scores[at], self.units[at].words.max(1))).collect();
            under.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
            let mut left = under.iter().map(|(_, words)| words).sum::<u32>() / 2;
            let middle = under.iter().find(|(_, words)| {
                let is_here = *words > left;
                left = left.saturating_sub(*words);
                is_here
            });
            scores[at] = middle.map_or(0.0, |(score, _)| *score);
        }
    }

    /// The units under a head.
    pub(super) fn under(&self, head: usize) -> Range<usize> {
        let document = self.units[head].document;
        let rest = &self.units[head + 1..];
        head + 1..head + 1 + rest.partition_point(|unit| unit.document == document)
    }

    /// The mean over units, by words.
    pub(super) fn mean(&self, units: Range<usize>, value: impl Fn(usize) -> f64) -> f64 {
        let weight = |at: usize| f64::from(self.units[at].words.max(1));
        let total: f64 = units.clone().map(|at| value(at) * weight(at)).sum();
        total / units.map(weight).sum::<f64>()
    }

    /// What a unit's score loses for being an inset; nothing where a person said what it is.
    pub(super) fn inset(&self, unit: usize, is_pinned: bool) -> f64 {
        if self.insets[unit] && !is_pinned { -self.weights.inset } else { 0.0 }
    }

    /// How far each document belongs as a whole: the word-weighted mean chance of its units.
    fn trust(&self, odds: &[f64]) -> Vec<f64> {
        let mut sums = vec![(0.0, 0.0); self.layout.language.len()];
        for (unit, odds) in self.units.iter().zip(odds) {
            let words = f64::from(unit.words);
            let sum = &mut sums[unit.document as usize];
            *sum = (sum.0 + words * chance(odds + self.weights.lean), sum.1 + words);
        }
        sums.into_iter()
            .map(|(total, words)| if words > 0.0 { total / words } else { 0.0 })
            .collect()
    }
}

/// The probability of log-odds.
fn chance(odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-odds))
}
