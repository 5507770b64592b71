//! Words a person typed, as terms of the vocabulary.

use crate::Corpus;
use crate::count::{Counts, Token};
use crate::language::{Language, Stemmer};
use crate::tokenise::{fold, form, surface, words};

/// Words to look for. At most 64 count; nobody types more.
pub(super) struct Query {
    /// For each term the words of the query it stands for, one bit each; empty for a query with no word.
    terms: Vec<u64>,
    /// All the words' bits.
    all: u64,
}

impl Query {
    /// A query in the languages of the corpus.
    pub(super) fn new(corpus: &Corpus, counts: &Counts, text: &str) -> Self {
        let mut query = Self { terms: Vec::new(), all: 0 };
        let has = |language: &Language| corpus.documents.iter().any(|d| d.language == *language);
        let languages = Language::ALL.into_iter().filter(has);
        // A word at the very end may still be growing.
        let growing = text.ends_with(char::is_alphanumeric);
        for language in languages {
            let stemmer = Stemmer::of(language);
            let typed: Vec<_> = words(text, language).take(u64::BITS as usize).collect();
            for (bit, word) in typed.iter().enumerate() {
                let surface = surface(word.span.of(text), word.kind, language);
                let form = form(&surface, word.kind, &stemmer);
                let prefix = (growing && bit + 1 == typed.len()).then(|| fold(&surface));
                query.all |= 1 << bit;
                query.terms.resize(counts.vocabulary.terms.len(), 0);
                for (term, bits) in counts.vocabulary.terms.iter().zip(&mut query.terms) {
                    let begins = |prefix: &str| term.display.starts_with(prefix);
                    if term.form == *form || prefix.as_deref().is_some_and(begins) {
                        *bits |= 1 << bit;
                    }
                }
            }
        }
        query
    }

    /// Whether all words of the query are among these tokens.
    pub(super) fn matches(&self, tokens: &[Token]) -> bool {
        let mut missing = self.all;
        for token in tokens {
            if missing == 0 {
                break;
            }
            missing &= !self.terms.get(token.term as usize).copied().unwrap_or(0);
        }
        missing == 0
    }

    /// For each term whether it is one of the words; `None` for a query with no word.
    pub(super) fn terms(&self) -> Option<&[u64]> {
        (self.all != 0).then_some(self.terms.as_slice())
    }
}
