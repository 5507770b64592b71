//! Documents through all phases, as the options say.

use engine::parse::Document;
use engine::separate::Settings;
use evaluation::{Study, Text};

use crate::arguments::Options;

/// Parses, counts and separates.
pub(crate) fn study(texts: Vec<Text>, options: &Options) -> Study {
    Study::of(texts, options.language, &settings(options))
}

/// Counts and separates.
pub(crate) fn of_documents(documents: Vec<Document>, options: &Options) -> Study {
    Study::of_documents(documents, &settings(options))
}

fn settings(options: &Options) -> Settings {
    let mut settings = Settings::default();
    if let Some(threshold) = options.threshold {
        settings.threshold = threshold;
    }
    settings
}
