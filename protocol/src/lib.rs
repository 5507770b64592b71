//! What the page and its worker say to each other.
//!
//! A message is a list of two: the bytes of an [`Order`] or a [`Report`], and what is too large or too foreign to be in them:
//! files or a pack one way, the pieces of a pack or of an analysis the other.
//!
//! ```text
//! page ── Begin ─────────▶ worker
//! page ── Take · files ──▶ worker        as often as it takes; worker ── Begun, Progress, Table, Remark … ──▶ page
//!                                        after the last: worker ── Pack · piece …, Judged ──▶ page
//! page ── Choose ────────▶ worker        where a Table was asked about: goes on
//! page ── Open · pack ───▶ worker        worker ── Pack · piece …, Judged ──▶ page
//! page ── Judge ─────────▶ worker        worker ── Sections · some …, Judged · topics ──▶ page
//! page ── Explain ───────▶ worker        worker ── Explained · reason ──▶ page
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
    /// Begin with new documents: their files are about to come.
    Begin {
        /// What the corpus is to be called; by its first document where that is empty.
        name: String,
        /// Which columns of tables are what, as far as somebody said so.
        choices: Vec<Choice>,
    },
    /// Read the files that come with it: a list of pairs, each a path and a file. Handing over thousands at once would hold the
    /// page up for seconds.
    Take {
        /// Whether no more come after them.
        last: bool,
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
    /// Tell the reason of one section of the documents at hand, or of those of the pack that comes with it, with its terms.
    Explain {
        /// Comes back with the answer.
        number: u32,
        /// Its index among the sections found under this correction.
        section: u32,
        /// See [`Settings::threshold`].
        threshold: f64,
        /// See [`Settings::pins`].
        pins: Vec<Pin>,
    },
    /// Hand over what is to be kept with the pack of the documents at hand, or with the one that comes with it: the verdicts
    /// without any correction and those under this one, and what stands more than once, as it was told before.
    Keep {
        /// What stands more than once.
        repeats: Vec<Repeat>,
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
        /// Out of how much; 0 while nobody knows.
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
    /// The documents, counted: told again and again, each time with the next piece of their pack.
    Pack,
    /// Sections of what was found about them, their reasons without terms: see [`Arriving`]. Told again and again, with the
    /// next ones.
    Sections {
        /// How many there are in all.
        all: u32,
    },
    /// What was found about them is there: its topics come with it.
    Judged {
        /// The order's number; 0 for the first time.
        number: u32,
    },
    /// The reason of a section: it comes with it, as an option that is empty where there is no such section.
    Explained {
        /// The order's number.
        number: u32,
    },
    /// What stands more than once.
    Repeats(Vec<Repeat>),
    /// What is to be kept behind the pack: see [`kept`]. Its bytes come with it.
    ToKeep,
    /// Files hold more text than there is room for; they are given up.
    TooMuch {
        /// Bytes of text: of all files, where they are known to be text from end to end; otherwise of what was read so far.
        found: u64,
        /// Bytes for which there is room.
        room: u64,
        /// Whether that is known from the sizes of the files alone.
        unread: bool,
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

/// An analysis that is arriving, some sections at a time: all of a large one would hold the page up, and stand beside its bytes.
#[derive(Debug, Default)]
pub struct Arriving {
    sections: Vec<JudgedSection>,
    damaged: bool,
}

impl Arriving {
    /// How many sections come together.
    pub const SOME: usize = 1000;

    /// Takes the next sections, as [`write`] gives a slice of them; of how many in all.
    pub fn take(&mut self, sections: &[u8], all: usize) {
        if self.sections.is_empty() {
            // Grown on the way they would stand here twice.
            self.sections.reserve_exact(all);
        }
        match read::<Vec<JudgedSection>>(sections) {
            Some(more) => self.sections.extend(more),
            None => self.damaged = true,
        }
    }

    /// The analysis, all of its sections taken, with its topics, as [`write`] gives a list of them. `None` where any of it was
    /// something else.
    pub fn finish(self, topics: &[u8]) -> Option<Analysis> {
        let topics: Vec<Topic> = read(topics).filter(|_| !self.damaged)?;
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
    fn an_analysis_that_comes_in_pieces_is_the_same() {
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
        let topics = write(&whole.topics).expect("bytes");
        for some in [1, 3, 7, 100] {
            let mut arriving = Arriving::default();
            for sections in whole.sections.chunks(some) {
                arriving.take(&write(&sections).expect("bytes"), whole.sections.len());
            }
            assert_eq!(arriving.finish(&topics).as_ref(), Some(&whole));
        }
        assert_eq!(Arriving::default().finish(&topics).map(|it| it.sections.len()), Some(0));
        assert_eq!(Arriving::default().finish(&[255; 9]), None);
        let mut arriving = Arriving::default();
        arriving.take(&[255; 9], 9);
        assert_eq!(arriving.finish(&topics), None);
    }

    #[test]
    fn nonsense_is_nothing() {
        assert_eq!(read::<Report>(&[200, 1]), None);
        assert_eq!(read::<Order>(&[]), None);
    }
}
