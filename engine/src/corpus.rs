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
    /// A number that changes when any document's text changes: 64-bit FNV-1a over the texts, in order.
    pub fn fingerprint(&self) -> u64 {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for document in &self.documents {
            for byte in document.text.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        hash
    }
}
