//! What was loaded: the documents, in order.

use serde::{Deserialize, Serialize};

use crate::parse::Document;

/// A named list of parsed documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// The name shown to people.
    pub name: String,
    /// The documents, in the order they were given.
    pub documents: Vec<Document>,
}

impl Corpus {
    /// A number that changes when any document's text changes.
    pub fn fingerprint(&self) -> u64 {
        let mut fingerprint = Fingerprint::default();
        self.documents.iter().for_each(|document| fingerprint.add(document));
        fingerprint.value()
    }
}

/// [`Corpus::fingerprint`], a document at a time: 64-bit FNV-1a over the texts, in order.
#[derive(Clone, Copy, Debug)]
pub struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    /// Adds the next document.
    pub fn add(&mut self, document: &Document) {
        for byte in document.text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// That of the documents so far.
    pub fn value(self) -> u64 {
        self.0
    }
}
