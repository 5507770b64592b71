//! What the page and its worker say to each other.
//!
//! A message is a list of two: the bytes of an [`Order`] or a [`Report`], and what is too large or too foreign to be in them:
//! files one way, the bytes of a pack or of an analysis the other.
//!
//! ```text
//! page ── Take · files ──▶ worker        as often as it takes
//! page ── Read ──────────▶ worker        worker ── Begun, Progress, Table, Remark … Pack · bytes, Judged · bytes ──▶ page
//! page ── Choose ────────▶ worker        where a Table was asked about: goes on
//! page ── Open · pack ───▶ worker        worker ── Pack · bytes, Judged · bytes ──▶ page
//! page ── Judge ─────────▶ worker        worker ── Judged · bytes ──▶ page
//! page ── Keep ──────────▶ worker        worker ── ToKeep · bytes ──▶ page
//! ```

mod columns;
pub mod kept;
mod repeat;

pub use self::columns::{Choice, Table};
pub use self::repeat::{Repeat, What};

use engine::separate::{Analysis, JudgedSection, Pin, Settings, Topic, Weights};
use serde::{Deserialize, Serialize};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Order {
    /// Take the files that come with it, to be read with those taken before: a list of pairs, each a path and a file. Handing
    /// over thousands at once would hold the page up for seconds.
    Take,
    /// Read the files that were taken.
    Read {
        /// What the corpus is to be called.
        name: String,
        /// Which columns of tables are what, as far as somebody said so.
        choices: Vec<Choice>,
    },
    /// Go on reading, in answer to a [`Report::Table`] that asks.
    Choose(Choice),
    /// Open the pack that comes with it, count what is not counted, give the pack back counted, and judge.
    Open,
    /// Judge the documents at hand, or those of the pack that comes with it, under a correction.
    Judge {
        /// Comes back with the answer: of several orders only the last one's counts.
        number: u32,
        /// See [`Settings::threshold`].
        threshold: f64,
        /// See [`Settings::pins`].
        pins: Vec<Pin>,
    },
    /// Hand over what is to be kept of the documents at hand, or of those of the pack that comes with it: with the verdicts
    /// without any correction and those under this one.
    Keep {
        /// See [`Settings::threshold`].
        threshold: f64,
        /// See [`Settings::pins`].
        pins: Vec<Pin>,
    },
}

/// What the worker tells.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// It waits for orders.
    Ready,
    /// It begins with a file, by its place in the order: should it break, that one broke it.
    Begun(u32),
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
    /// A table, or a list of objects, with columns that no table before it had.
    Table(Table),
    /// A table with the columns of one that was told of before: of the first 0, of the next 1, and so on.
    Alike(u32),
    /// The documents, counted: their bytes come with it.
    Pack,
    /// What was found about them: its bytes come with it.
    Judged {
        /// The order's number; 0 for the first time.
        number: u32,
    },
    /// What stands more than once.
    Repeats(Vec<Repeat>),
    /// What is to be kept: see [`kept`]. Its bytes come with it.
    ToKeep,
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

/// An analysis that is being read, some sections at a time: a large one takes longer than a page may stand still.
///
/// What [`write`] gives for an [`Analysis`] is its sections, their number first, and then its topics.
#[derive(Debug)]
pub struct Reading<'a> {
    rest: &'a [u8],
    sections: Vec<JudgedSection>,
    /// Sections still to come.
    left: u64,
}

impl<'a> Reading<'a> {
    /// Begins; `None` where the bytes are no analysis.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        let (left, rest) = postcard::take_from_bytes(bytes).ok()?;
        Some(Self { rest, sections: Vec::new(), left })
    }

    /// Reads so many sections; whether any are left, or `None` where the bytes are none.
    pub fn read_some(&mut self, sections: u64) -> Option<bool> {
        for _ in 0..self.left.min(sections) {
            let section;
            (section, self.rest) = postcard::take_from_bytes(self.rest).ok()?;
            self.sections.push(section);
            self.left -= 1;
        }
        Some(self.left > 0)
    }

    /// The analysis, all of its sections read.
    pub fn finish(mut self) -> Option<Analysis> {
        self.read_some(u64::MAX)?;
        let topics: Vec<Topic> = postcard::from_bytes(self.rest).ok()?;
        Some(Analysis { sections: self.sections, topics })
    }
}

/// The settings that an order to judge means.
pub fn settings(threshold: f64, pins: Vec<Pin>) -> Settings {
    Settings { threshold, pins, weights: Weights::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::separate::{Reason, Side, Verdict};

    #[test]
    fn what_is_said_arrives() {
        let pins = vec![Pin { document: 1, blocks: 2..5, side: Side::OffTopic }];
        let order = Order::Judge { number: 3, threshold: -0.5, pins };
        assert_eq!(read(&write(&order).expect("bytes")), Some(order));
        let report = Report::Progress { phase: Phase::Read, done: 1 << 40, total: 1 << 41 };
        assert_eq!(read(&write(&report).expect("bytes")), Some(report));
    }

    #[test]
    fn an_analysis_read_piece_by_piece_is_the_same() {
        let section = |document| JudgedSection {
            document,
            section: 1,
            first_block: 2,
            end_block: 5,
            topic: 0,
            verdict: Verdict::Unsure,
            score: -0.25,
            words: 40,
            reason: Reason { own: 1.5, ..Reason::default() },
        };
        let topic = Topic {
            label: vec!["tears".to_owned()],
            off_topic: false,
            sections: vec![0, 1],
            words: 80,
            terms: vec![(3, 12.5)],
        };
        let whole = Analysis { sections: (0..7).map(section).collect(), topics: vec![topic] };
        let bytes = write(&whole).expect("bytes");
        for some in [1, 3, 7, 100] {
            let mut reading = Reading::new(&bytes).expect("an analysis");
            let mut times = 1;
            while reading.read_some(some).expect("its sections") {
                times += 1;
            }
            assert_eq!(times, 7_u64.div_ceil(some));
            assert_eq!(reading.finish().as_ref(), Some(&whole));
        }
        assert_eq!(Reading::new(&bytes).expect("an analysis").finish(), Some(whole));
        let half = &bytes[..bytes.len() / 2];
        assert_eq!(Reading::new(half).and_then(Reading::finish), None);
        assert!(Reading::new(&[]).is_none());
        assert_eq!(Reading::new(&[255; 9]).and_then(Reading::finish), None);
    }

    #[test]
    fn nonsense_is_nothing() {
        assert_eq!(read::<Report>(&[200, 1]), None);
        assert_eq!(read::<Order>(&[]), None);
    }
}
