//! Texts through all phases, as the options say.

use engine::separate::Settings;
use evaluation::{Study, Text};

use crate::arguments::Options;

/// Parses, counts and separates.
pub(crate) fn study(texts: Vec<Text>, options: &Options) -> Study {
    let mut settings = Settings::default();
    if let Some(threshold) = options.threshold {
        settings.threshold = threshold;
    }
    Study::of(texts, options.language, &settings)
}
