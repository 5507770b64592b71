//! Texts with numbers, each kept once: what counting looks every word up in.
//!
//! All of them stand in one string, so that a new one costs no allocation of its own and neighbours in text are neighbours in
//! memory.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::FxHasher;

/// A slot of the table that nothing stands in.
const FREE: u32 = u32::MAX;

/// Numbers texts in order of first appearance.
#[derive(Default)]
pub(super) struct Names {
    text: String,
    /// One past the last byte of each name.
    ends: Vec<usize>,
    /// Open addressing: a power of two of slots, at most half of them taken, each with the hash and the number.
    slots: Vec<(u32, u32)>,
}

impl Names {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The name with a number.
    pub(super) fn get(&self, number: usize) -> &str {
        self.text.get(self.place(number)).unwrap_or("")
    }

    /// Whether a number stands for a name.
    fn is(&self, number: usize, name: &str) -> bool {
        self.text.as_bytes()[self.place(number)] == *name.as_bytes()
    }

    fn place(&self, number: usize) -> Range<usize> {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[number]
    }

    /// All of them, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.get(number))
    }

    /// The number of a name, which is a new one where it was not seen before.
    pub(super) fn number(&mut self, name: &str) -> usize {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let hash = hash(name);
        let mut slot = self.home(hash);
        loop {
            let (known, number) = self.slots[slot];
            if number == FREE {
                break;
            }
            if known == hash && self.is(number as usize, name) {
                return number as usize;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        let number = self.len();
        self.slots[slot] = (hash, number as u32);
        self.text.push_str(name);
        self.ends.push(self.text.len());
        number
    }

    /// The slot to look in first.
    fn home(&self, hash: u32) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    fn grow(&mut self) {
        self.slots = vec![(0, FREE); (2 * self.slots.len()).max(64)];
        for number in 0..self.len() {
            let hash = hash(self.get(number));
            let mut slot = self.home(hash);
            while self.slots[slot].1 != FREE {
                slot = (slot + 1) & (self.slots.len() - 1);
            }
            self.slots[slot] = (hash, number as u32);
        }
    }
}

fn hash(name: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(name.as_bytes());
    hasher.finish() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_order_of_first_appearance() {
        let mut names = Names::default();
        let texts: Vec<String> = (0..500).map(|at| format!("name{at}")).collect();
        for _ in 0..2 {
            for (at, text) in texts.iter().enumerate() {
                assert_eq!(names.number(text), at);
            }
        }
        assert_eq!(names.number(""), 500);
        assert_eq!(names.number(""), 500);
        assert!(names.iter().eq(texts.iter().map(String::as_str).chain([""])));
    }
}
