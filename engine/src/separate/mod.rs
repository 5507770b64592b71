//! Phase four: which sections belong, which do not, and why.
//!
//! 1. The corpus is cut into [`units`]: questions with their answers, posts, parts of longer sections.
//! 2. Each unit's words are weighed against what the other units hold ([`evidence`]), first with every unit counting the
//!    same, then again with units that seem not to belong counting little.
//! 3. Neighbours are heard ([`chain`]): the verdict of a unit depends on those around it, less so across a heading.
//! 4. Units with the same verdict become sections, sections become [`topics`].
//!
//! Nothing is told to it: the main subject is what most of the corpus shares.

mod analysis;
mod chain;
mod cluster;
mod evidence;
mod label;
mod sections;
mod topics;
mod units;

pub use self::analysis::{
    Analysis, Contribution, JudgedSection, Reason, Settings, Topic, TopicId, Verdict,
};

use self::evidence::Evidence;
use self::units::Unit;
use crate::Corpus;
use crate::count::Counts;

/// What a unit that seems foreign still counts in the core: hard removal runs away.
const FOREIGN: f64 = 0.15;
/// Log-odds per unit of evidence.
const SLOPE: f64 = 5.0;
/// Evidence, as a share of the usual, at which a unit is as likely to belong as not.
const EVEN: f64 = 0.34;
/// Cost of changing sides inside a section, in nats.
const WITHIN: f64 = 2.0;
/// Cost of changing sides at a heading, a question or a post, in nats.
const BETWEEN: f64 = 1.0;
/// Log-odds above the threshold up to which a verdict is `unsure`.
const BAND: f64 = 0.7;
/// Content words at which a unit's own evidence counts in full; shorter ones lean on their neighbours.
const FULL: f64 = 14.0;

/// Judges every section of a corpus.
///
/// Without any content word there is nothing to tell apart, and everything is on topic.
pub fn separate(corpus: &Corpus, counts: &Counts, settings: &Settings) -> Analysis {
    let units = units::units(corpus, counts);
    let mut weights = vec![1.0; units.len()];
    let mut evidence = evidence::weigh(&units, &weights, counts);
    let mut odds = odds(&units, &evidence);
    for _ in 0..2 {
        for (weight, odd) in weights.iter_mut().zip(&odds) {
            let belongs = 1.0 / (1.0 + libm::exp(-odd));
            *weight = FOREIGN + (1.0 - FOREIGN) * belongs;
        }
        evidence = evidence::weigh(&units, &weights, counts);
        odds = self::odds(&units, &evidence);
    }
    let mut sections = sections::judge(corpus, counts, &units, &evidence, &odds, settings);
    let topics = topics::find(counts, corpus, &mut sections);
    Analysis { sections, topics }
}

/// Log-odds that each unit belongs, its neighbours in the document heard.
fn odds(units: &[Unit], evidence: &Evidence) -> Vec<f64> {
    let own: Vec<f64> = units
        .iter()
        .zip(&evidence.units)
        .map(|(unit, value)| {
            let words: u32 = unit.terms.iter().map(|(_, count)| count).sum();
            let weight = (f64::from(words) / FULL).min(1.0);
            SLOPE * (value - EVEN) * weight
        })
        .collect();
    let mut all = Vec::with_capacity(units.len());
    for run in document_runs(units) {
        let costs: Vec<f64> = units[run.clone()]
            .iter()
            .map(|unit| if unit.opens { BETWEEN } else { WITHIN })
            .collect();
        all.extend(chain::posterior(&own[run], &costs));
    }
    all
}

/// Ranges of units that belong to one document each.
fn document_runs(units: &[Unit]) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for run in units.chunk_by(|a, b| a.document == b.document) {
        runs.push(start..start + run.len());
        start += run.len();
    }
    runs
}
