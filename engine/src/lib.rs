//! The five pure phases of Topic Explorer: parse, tokenise, count, separate, explore.
//!
//! Each phase is a function of its input and an explicit settings value. Nothing here knows a screen, a clock, a file or
//! a random number, and the same bytes give the same result to the last bit, natively and in WebAssembly.

pub mod count;
pub mod explore;
pub mod language;
pub mod pack;
pub mod parse;
pub mod repeats;
pub mod separate;
pub mod tokenise;

mod corpus;
mod groups;
mod span;

pub use self::corpus::{Corpus, Fingerprint};
pub use self::groups::Groups;
pub use self::span::Span;
