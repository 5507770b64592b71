//! Which terms count: what a person changed about the stop list, as the engine takes it.

use engine::explore::{TermOptions, forms_meant};

use crate::state::Stops;
use crate::study::Study;

/// The usual options under a person's stop list.
pub fn options(study: &Study, stops: &Stops) -> TermOptions {
    let forms = |words: &[String]| -> Vec<String> {
        words.iter().flat_map(|word| forms_meant(&study.corpus, word)).collect()
    };
    TermOptions {
        stop_added: forms(stops.added()),
        stop_taken: forms(stops.taken()),
        ..TermOptions::default()
    }
}
