//! How a person changed the verdicts: how much evidence one needs, and which they gave themselves.

use engine::separate::{Settings, Weights};

use super::names::Merges;
use super::pins::Pins;

/// Everything that decides the verdicts besides the documents.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Correction {
    /// Log-odds below which a section is off topic, in tenths: whole numbers compare and print without surprises.
    pub threshold: i32,
    /// What was said of sections.
    pub pins: Pins,
    /// Topics that were joined.
    pub merges: Merges,
}

impl Correction {
    /// The threshold goes this far either way, in tenths.
    pub const FARTHEST: i32 = 40;

    /// The threshold in the engine's unit.
    pub fn threshold(&self) -> f64 {
        f64::from(self.threshold) / 10.0
    }

    /// The same for the engine.
    pub fn settings(&self) -> Settings {
        Settings {
            threshold: self.threshold(),
            pins: self.pins.as_slice().to_vec(),
            weights: Weights::default(),
        }
    }
}
