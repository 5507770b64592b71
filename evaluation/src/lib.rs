//! How well separation does: labels, scores, and the benchmark made of them.
//!
//! The command line's `topics evaluate` and `cargo xtask evaluate` share what is here.

pub mod agreement;
pub mod bench;
pub mod gold;
pub mod groups;
pub mod measure;
pub mod peers;
pub mod random;
pub mod report;
pub mod splice;
pub mod unseen;

mod compare;
mod label;
mod labels;
mod lines;
mod parallel;
mod rows;
mod runs;
mod score;
mod study;
mod text;
mod verdicts;

pub use self::compare::{Lines, Unlabelled, WrongLine};
pub use self::label::{Label, Want};
pub use self::labels::Labels;
pub use self::lines::blocks_of_lines;
pub use self::runs::{Run, Source, runs, sections_of};
pub use self::score::{Figures, Score};
pub use self::study::Study;
pub use self::text::Text;
