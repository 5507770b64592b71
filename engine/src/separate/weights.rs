//! Every number the method depends on, in one place.
//!
//! The defaults were chosen on labelled corpora; `cargo xtask evaluate` prints what they score.

use super::units::Unit;

/// The parameters of separation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Share of the corpus's core in the mixture that a unit's words are taken to be drawn from, from 0 to 1. Higher
    /// rewards words that are only a little commoner here than in the language.
    pub mix: f64,
    /// The most one occurrence of a term can add, in nats.
    pub cap: f64,
    /// Witnesses at which a term counts half of what it would with very many: two unrelated pieces share some words by
    /// chance.
    pub reliability: f64,
    /// What a unit of the same document counts as a witness at first, against 1 for a unit of another document.
    pub own_first: f64,
    /// The same once it is known which units seem to belong. Higher protects a sub-topic that lives in one document.
    pub own: f64,
    /// What the document's title counts as a witness in a document that belongs as a whole, in units.
    pub title: f64,
    /// Content words are counted to this power when evidence is set against length: 1 is a mean, 0 a sum.
    pub length: f64,
    /// Evidence is taken to this power: below 1, units full of the subject's own words set less of a standard for the rest.
    pub concave: f64,
    /// Evidence of a foreign unit, as a share of what a unit that belongs has, before any is seen.
    pub foreign_mean: f64,
    /// Units that guess weighs as much as.
    pub foreign_weight: f64,
    /// Standard deviation of the evidence, as a share of what a unit that belongs has, before any is seen.
    pub spread: f64,
    /// Units that guess weighs as much as.
    pub spread_weight: f64,
    /// Share of foreign units to be expected, from 0 to 1.
    pub foreign_share: f64,
    /// What is made of the log-odds of two normal distributions: words of a unit are not independent.
    pub gain: f64,
    /// The most one unit's own words can speak against it, in nats.
    pub floor: f64,
    /// Content words at which a unit's own evidence counts in full; shorter units lean on their neighbours.
    pub full: f64,
    /// How far an answer hears those taken from the same site, from 0 to 1.
    pub source: f64,
    /// Cost of changing sides between two units of usual cohesion, in nats.
    pub change: f64,
    /// What cohesion adds to that cost, in nats from no shared vocabulary to much.
    pub cohesion: f64,
    /// Cohesion that adds nothing to the cost.
    pub usual_cohesion: f64,
    /// What a unit that seems foreign still counts as a witness; at 0 the method runs away with its first guess.
    pub foreign: f64,
    /// Log-odds that any section belongs before its words are looked at: a false alarm costs more than a miss.
    pub lean: f64,
    /// Log-odds above the threshold up to which a verdict is `unsure`.
    pub band: f64,
    /// Log-odds that an inset loses: what a site sets into several of its pages is seldom about any of them.
    pub inset: f64,
    /// How far a person's verdict on one section pulls the rest of its run, in nats.
    pub pull: f64,
    /// Log-odds up to which a neighbour of a section that a person took out is pulled along.
    pub reach: f64,
}

impl Weights {
    /// How far a unit's own evidence counts, from 0 to 1: it takes some content words to say anything.
    pub(super) fn fullness(&self, unit: &Unit) -> f64 {
        (f64::from(unit.content) / self.full).min(1.0)
    }

    /// Log-odds that never fall under the floor, smoothly.
    pub(super) fn bounded(&self, odds: f64) -> f64 {
        if odds < 0.0 { self.floor * libm::tanh(odds / self.floor) } else { odds }
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            mix: 0.09,
            cap: 4.5,
            reliability: 1.23,
            own_first: 0.05,
            own: 0.97,
            title: 2.5,
            length: 0.777,
            concave: 0.928,
            foreign_mean: 0.212,
            foreign_weight: 40.0,
            spread: 0.138,
            spread_weight: 4.7,
            foreign_share: 0.27,
            gain: 1.75,
            floor: 7.3,
            full: 24.0,
            source: 0.72,
            change: 2.34,
            cohesion: 5.8,
            usual_cohesion: 0.414,
            foreign: 0.25,
            lean: 2.69,
            band: 1.0,
            inset: 2.5,
            pull: 4.0,
            reach: 2.8,
        }
    }
}
