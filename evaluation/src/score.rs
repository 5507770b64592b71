//! Precision, recall and F1, weighted by words.

use std::ops::AddAssign;

use serde::{Serialize, Serializer};

use crate::label::{Label, Want};

/// Words that are rightly, wrongly and not found.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    fn add(&mut self, wanted: bool, got: bool, words: usize) {
        match (wanted, got) {
            (true, true) => self.right += words,
            (false, true) => self.wrong += words,
            (true, false) => self.missed += words,
            (false, false) => {}
        }
    }

    /// Precision, recall, F1; 1 where there is nothing to find and nothing was.
    fn figures(self) -> [f64; 3] {
        let share = |part: usize, rest: usize| match part + rest {
            0 => 1.0,
            whole => part as f64 / whole as f64,
        };
        let precision = share(self.right, self.wrong);
        let recall = share(self.right, self.missed);
        let sum = precision + recall;
        [precision, recall, if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 }]
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

/// Counts of words, from which the figures are made.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    off: Tally,
    boilerplate: Tally,
    on_words: usize,
    alarms: usize,
    lost: usize,
}

impl Score {
    /// Adds a line of so many words; says whether it is wrong.
    ///
    /// `off` is told from `on`: words that should be boilerplate do not count there, words taken for boilerplate count
    /// as not off. `unsure` counts as kept.
    pub fn add(&mut self, want: Want, got: Label, words: usize) -> bool {
        if want == Want::Either {
            return false;
        }
        if want != Want::Boilerplate {
            self.off.add(want == Want::Off, got == Label::Off, words);
        }
        self.boilerplate.add(want == Want::Boilerplate, got == Label::Boilerplate, words);
        if want == Want::On {
            self.on_words += words;
            self.alarms += if got == Label::Off { words } else { 0 };
            self.lost += if got == Label::Boilerplate { words } else { 0 };
        }
        !matches!(
            (want, got),
            (Want::On, Label::On | Label::Unsure)
                | (Want::Off, Label::Off)
                | (Want::Boilerplate, Label::Boilerplate)
        )
    }

    /// Whether any word should be off.
    pub fn has_off(&self) -> bool {
        self.off.right + self.off.missed > 0
    }

    /// The figures of what was added so far.
    pub fn figures(&self) -> Figures {
        let of_on = |words: usize| words as f64 / self.on_words.max(1) as f64;
        let (off, boilerplate) = (self.off.figures(), self.boilerplate.figures());
        let mut all = [0.0; 8];
        all[..3].copy_from_slice(&off);
        all[3..6].copy_from_slice(&boilerplate);
        all[6] = of_on(self.alarms);
        all[7] = of_on(self.lost);
        Figures(all)
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.off += other.off;
        self.boilerplate += other.boilerplate;
        self.on_words += other.on_words;
        self.alarms += other.alarms;
        self.lost += other.lost;
    }
}

/// Precision, recall and F1 of off, the same of boilerplate, false alarm, lost: shares from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Figures([f64; 8]);

impl Figures {
    /// Their names, in order.
    pub const NAMES: [&str; 8] = [
        "off precision",
        "off recall",
        "off F1",
        "boilerplate precision",
        "boilerplate recall",
        "boilerplate F1",
        "false alarm",
        "lost",
    ];

    /// Precision, recall and F1 of off.
    pub fn off(&self) -> [f64; 3] {
        [self.0[0], self.0[1], self.0[2]]
    }

    /// F1 of boilerplate.
    pub fn boilerplate_f1(&self) -> f64 {
        self.0[5]
    }

    /// Share of the on words called off.
    pub fn false_alarm(&self) -> f64 {
        self.0[6]
    }

    /// Share of the on words called boilerplate.
    pub fn lost(&self) -> f64 {
        self.0[7]
    }

    /// The figures to so many places, in the order of their names.
    pub fn cells(&self, places: usize) -> [String; 8] {
        self.0.map(|figure| format!("{figure:.places$}"))
    }

    /// The plain mean over corpora, whatever their size.
    pub fn mean(all: &[Self]) -> Self {
        let mean = |at: usize| all.iter().map(|f| f.0[at]).sum::<f64>() / all.len().max(1) as f64;
        Self(std::array::from_fn(mean))
    }
}

/// As fields: `off precision` is `off_precision`.
impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = Self::NAMES.map(|name| name.replace(' ', "_").to_lowercase());
        serializer.collect_map(names.iter().zip(self.0))
    }
}
