//! Phase four: which sections belong, which do not, and why.

mod analysis;

pub use self::analysis::{
    Analysis, Contribution, JudgedSection, Reason, Settings, Topic, TopicId, Verdict,
};

use crate::Corpus;
use crate::count::Counts;

/// Judges every section of a corpus.
pub fn separate(_corpus: &Corpus, _counts: &Counts, _settings: &Settings) -> Analysis {
    Analysis::default()
}
