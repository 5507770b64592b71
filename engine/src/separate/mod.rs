//! Phase four: which sections belong, which do not, and why.
//!
//! 1. The corpus is cut into units: questions with their answers, posts, parts of longer sections.
//! 2. Each unit's words are weighed against what the other units hold (`evidence.rs`), first with every unit counting the
//!    same, then again with units that seem not to belong counting little.
//! 3. Neighbours are heard (`chain.rs`): the verdict of a unit depends on those around it, less so across a heading.
//! 4. Units with the same verdict become sections, sections become topics.
//!
//! Nothing is told to it: the main subject is what most of the corpus shares.

mod analysis;
mod chain;
mod cluster;
mod evidence;
mod label;
mod rank;
mod sections;
mod topics;
mod units;
mod weights;

pub use self::analysis::{
    Analysis, Contribution, JudgedSection, Reason, Settings, Topic, TopicId, Verdict,
};

pub use self::weights::Weights;

use self::evidence::Evidence;
use self::units::Unit;
use crate::Corpus;
use crate::count::Counts;

/// Times the evidence is weighed again with what the time before said.
const PASSES: usize = 2;

/// Units below which there is too little to tell what belongs: everything is `unsure`, which is kept.
const FEWEST: usize = 4;

/// Judges every section of a corpus.
///
/// The same corpus gives the same result to the last bit, natively and in WebAssembly; the order of the documents and their
/// names change no verdict. Time and memory grow with the number of words.
pub fn separate(corpus: &Corpus, counts: &Counts, settings: &Settings) -> Analysis {
    let units = units::units(corpus, counts);
    let parameters = &settings.weights;
    let mut belief = vec![1.0; units.len()];
    let mut trust = vec![0.0; corpus.documents.len()];
    let rarity = evidence::rarity(counts);
    let mut evidence =
        evidence::weigh(corpus, counts, &units, &belief, &trust, &rarity, parameters);
    let mut odds = odds(&units, &evidence, parameters);
    for _ in 0..PASSES {
        trust = evidence.trust(&units, corpus.documents.len());
        for (belief, odd) in belief.iter_mut().zip(&odds) {
            let belongs = 1.0 / (1.0 + libm::exp(-odd));
            *belief = parameters.foreign + (1.0 - parameters.foreign) * belongs;
        }
        evidence = evidence::weigh(corpus, counts, &units, &belief, &trust, &rarity, parameters);
        odds = self::odds(&units, &evidence, parameters);
    }
    if units.len() < FEWEST {
        odds.fill(settings.threshold + parameters.band / 2.0);
    }
    let mut sections = sections::judge(corpus, counts, &units, &evidence, &odds, settings);
    let topics = topics::find(counts, corpus, &mut sections);
    Analysis { sections, topics }
}

/// Log-odds that each unit belongs, its neighbours in the document heard.
fn odds(units: &[Unit], evidence: &Evidence, parameters: &Weights) -> Vec<f64> {
    let own: Vec<f64> = units
        .iter()
        .zip(&evidence.units)
        .map(|(unit, value)| {
            parameters.slope * (value - parameters.even) * fullness(unit, parameters)
        })
        .collect();
    let mut all = Vec::with_capacity(units.len());
    for run in document_runs(units) {
        let costs: Vec<f64> = units[run.clone()]
            .iter()
            .map(|unit| if unit.opens { parameters.between } else { parameters.within })
            .collect();
        all.extend(chain::posterior(&own[run], &costs));
    }
    all
}

/// How far a unit's own evidence counts, from 0 to 1: it takes some content words to say anything.
fn fullness(unit: &Unit, parameters: &Weights) -> f64 {
    let words: u32 = unit.terms.iter().map(|(_, count)| count).sum();
    (f64::from(words) / parameters.full).min(1.0)
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
