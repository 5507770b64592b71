//! Texts through all phases.

use engine::Corpus;
use engine::count::{Background, Counts, count};
use engine::language::Language;
use engine::parse::{Document, parse};
use engine::separate::{Analysis, Settings, separate};

use crate::text::Text;

/// A corpus and all that was found in it.
#[derive(Debug)]
pub struct Study {
    /// The documents.
    pub corpus: Corpus,
    /// Their terms.
    pub counts: Counts,
    /// Their sections and topics.
    pub analysis: Analysis,
}

impl Study {
    /// Parses, counts and separates. The language is found for each document where none is given.
    pub fn of(texts: Vec<Text>, language: Option<Language>, settings: &Settings) -> Self {
        let parsed = |Text { name, text }| parse(&name, text, language);
        Self::of_documents(texts.into_iter().map(parsed).collect(), settings)
    }

    /// Counts and separates.
    pub fn of_documents(documents: Vec<Document>, settings: &Settings) -> Self {
        let corpus = Corpus { name: String::new(), documents };
        let counts = count(&corpus, &Background::BuiltIn);
        let analysis = separate(&corpus, &counts, settings);
        Self { corpus, counts, analysis }
    }
}
