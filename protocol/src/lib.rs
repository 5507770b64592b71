//! What the page and its worker say to each other.
//!
//! A message is a list of two: the bytes of an [`Order`] or a [`Report`], and what is too large or too foreign to be in them:
//! files one way, the bytes of a pack or of an analysis the other.
//!
//! ```text
//! page ── Read · files ──▶ worker        worker ── Progress, Remark … Pack · bytes, Judged · bytes ──▶ page
//! page ── Judge ─────────▶ worker        worker ── Judged · bytes ──▶ page
//! ```

use engine::separate::{Pin, Settings, Weights};
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// Read the files that come with it: a list of pairs, each a path and a file.
    Read {
        /// What the corpus is to be called.
        name: String,
        /// Which columns or fields of tables are what; empty where that is to be guessed.
        columns: Columns,
    },
    /// Judge the documents read, or those of the pack that comes with it, under a correction.
    Judge {
        /// Comes back with the answer: of several orders only the last one's counts.
        number: u32,
        /// See [`Settings::threshold`].
        threshold: f64,
        /// See [`Settings::pins`].
        pins: Vec<Pin>,
    },
}

/// Columns of a table, or fields of objects, by name.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub struct Columns {
    /// The one with the text.
    pub text: Option<String>,
    /// The one with the title.
    pub title: Option<String>,
    /// The one with the group.
    pub group: Option<String>,
}

/// What the worker tells.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// It waits for orders.
    Ready,
    /// How far it is.
    Progress {
        /// With what.
        phase: Phase,
        /// How much is done, in the phase's own unit.
        done: u64,
        /// Out of how much.
        total: u64,
    },
    /// Something about a file.
    Remark {
        /// The file, or the part of it.
        file: String,
        /// A clause without a full stop.
        text: String,
        /// Whether the file gave nothing because of it.
        problem: bool,
    },
    /// The documents, counted: their bytes come with it.
    Pack,
    /// What was found about them: its bytes come with it.
    Judged {
        /// The order's number; 0 for the first time.
        number: u32,
    },
    /// Nothing came of the order, for this reason: a sentence.
    Failed(String),
}

/// What the worker is at.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum Phase {
    /// Reading and parsing, in bytes.
    Read,
    /// Counting, in documents.
    Count,
    /// Telling what belongs from what does not; nothing is known of how much is left.
    Separate,
}

/// A value as bytes. `None` never happens to these types.
pub fn write<T: Serialize>(value: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(value).ok()
}

/// A value from bytes; `None` where they are not its bytes.
pub fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// The settings that an order to judge means.
pub fn settings(threshold: f64, pins: Vec<Pin>) -> Settings {
    Settings { threshold, pins, weights: Weights::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::separate::Side;

    #[test]
    fn what_is_said_arrives() {
        let pins = vec![Pin { document: 1, blocks: 2..5, side: Side::OffTopic }];
        let order = Order::Judge { number: 3, threshold: -0.5, pins };
        assert_eq!(read(&write(&order).expect("bytes")), Some(order));
        let report = Report::Progress { phase: Phase::Read, done: 1 << 40, total: 1 << 41 };
        assert_eq!(read(&write(&report).expect("bytes")), Some(report));
    }

    #[test]
    fn nonsense_is_nothing() {
        assert_eq!(read::<Report>(&[200, 1]), None);
        assert_eq!(read::<Order>(&[]), None);
    }
}
