//! Texts through all phases.

use engine::Corpus;
use engine::count::{Background, Counts, count};
use engine::parse::parse;
use engine::separate::{Analysis, Settings, separate};

use crate::arguments::Options;
use crate::input::Text;

/// A corpus and all that was found in it.
#[derive(Debug)]
pub(crate) struct Study {
    pub(crate) corpus: Corpus,
    pub(crate) counts: Counts,
    pub(crate) analysis: Analysis,
}

impl Study {
    /// Parses, counts and separates.
    pub(crate) fn of(texts: Vec<Text>, options: &Options) -> Self {
        let parsed = |Text { name, text }| parse(&name, text, options.language);
        let documents = texts.into_iter().map(parsed).collect();
        let corpus = Corpus { name: String::new(), documents };
        let counts = count(&corpus, &Background::BuiltIn);
        let mut settings = Settings::default();
        if let Some(threshold) = options.threshold {
            settings.threshold = threshold;
        }
        let analysis = separate(&corpus, &counts, &settings);
        Self { corpus, counts, analysis }
    }
}
