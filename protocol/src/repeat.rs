//! What stands more than once.

use serde::{Deserialize, Serialize};

/// Something that stands more than once.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Repeat {
    /// What.
    pub what: What,
    /// How many documents it is in, or are alike.
    pub documents: u32,
    /// The first of them: name, and index in the corpus.
    pub first: Vec<(String, u32)>,
}

/// What stands more than once.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// A block that begins so.
    Block(String),
    /// Whole documents, which have at least so many hundredths in common.
    Documents(u32),
}
