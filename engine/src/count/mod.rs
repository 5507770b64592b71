//! Phase three: how often each term stands in each block, and how common it is in the language at large.

mod background;
mod model;
mod names;
pub mod statistics;
mod tally;
mod tokens;

pub use self::background::{Background, CorpusFrequencies, FrequencyError, WordFrequencies};
pub use self::model::{Counts, Term, TermId, Token, Vocabulary};
pub use self::tally::{Counting, Spellings, count, surfaces};
pub use self::tokens::{DocumentTokens, Tokens};
