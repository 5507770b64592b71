//! Phase four: which sections belong, which do not, and why.
//!
//! 1. The corpus is cut into units: questions with their answers, posts, parts of longer sections (`units.rs`), and what a site
//!    set into its pages, which stands word for word on several (`insets.rs`).
//! 2. Each unit's words are weighed against what the other units hold (`evidence.rs`), first with every unit counting the
//!    same, then again with units that seem not to belong counting little.
//! 3. What evidence is worth is learnt from the corpus itself (`calibrate.rs`).
//! 4. Neighbours are heard (`chain.rs`): the verdict of a unit depends on those around it, less so where the vocabulary
//!    changes (`cohesion.rs`).
//! 5. What a person said is taken as given and teaches the rest (`pins.rs`).
//! 6. Units with the same verdict become sections, sections become topics.
//!
//! Nothing is told to it: the main subject is what most of the corpus shares.

mod analysis;
mod bag;
mod calibrate;
mod chain;
mod cluster;
mod cohesion;
mod copies;
mod evidence;
mod insets;
mod judge;
mod kmeans;
mod label;
mod layout;
mod lists;
mod merge;
mod near;
mod nearest;
mod pins;
mod prepared;
mod rank;
mod sections;
mod topics;
mod units;
mod weights;
mod wording;

pub use self::analysis::{
    Analysis, Around, Contribution, JudgedSection, Nearest, Reason, Settings, Topic, TopicId,
    Verdict,
};
pub use self::merge::merge_topics;
pub use self::nearest::nearest;
pub use self::pins::{Pin, Side};
pub use self::prepared::Prepared;
pub use self::sections::undecided;
pub use self::weights::Weights;
pub use self::wording::Wording;

use self::sections::Detail;
use crate::Corpus;
use crate::count::Counts;

/// Judges every section of a corpus.
///
/// The same corpus gives the same result to the last bit, natively and in WebAssembly; the order of the documents and their
/// names change no verdict. Time and memory grow with the number of words. Reasons have the first terms of either side
/// ([`Reason::listed`]). Who will judge the same corpus again keeps a [`Prepared`].
pub fn separate(corpus: &Corpus, counts: &Counts, settings: &Settings) -> Analysis {
    // What topics need is as large as what this takes, and gives back.
    let prepared = Prepared::new(corpus, counts, &settings.weights);
    let found = prepared.last_sections(corpus, counts, settings, Detail::Listed);
    topics::analysis(counts, corpus, found)
}
