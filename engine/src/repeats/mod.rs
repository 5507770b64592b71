//! Text that stands more than once in a corpus: the same block in many documents, and documents that are nearly the same.
//!
//! A person who counts words wants to know, since what stands twice counts twice. It changes no verdict; what judging itself
//! needs to know of copies is in `separate/wording.rs`.

mod blocks;
mod documents;

use crate::Corpus;
use crate::count::Counts;

pub use self::blocks::{Letters, RepeatedBlock};
pub use self::documents::Alike;

/// What stands more than once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repeats {
    /// Blocks, those in most documents first.
    pub blocks: Vec<RepeatedBlock>,
    /// Documents that are nearly the same, the largest sets first.
    pub documents: Vec<Alike>,
}

impl Repeats {
    /// Finds what stands more than once. Time and memory grow with the corpus, whatever it repeats.
    pub fn of(corpus: &Corpus, counts: &Counts) -> Self {
        let mut letters = Letters::default();
        for (document, tokens) in corpus.documents.iter().zip(&counts.documents) {
            letters.add(document, tokens);
        }
        Self::with(letters, corpus, counts)
    }

    /// The same where what is to be known of the texts is known: they may be empty.
    pub fn with(letters: Letters, corpus: &Corpus, counts: &Counts) -> Self {
        let documents = documents::alike(counts);
        let blocks = blocks::repeated(corpus, letters, &documents);
        Self { blocks, documents }
    }
}

#[cfg(test)]
mod tests;
