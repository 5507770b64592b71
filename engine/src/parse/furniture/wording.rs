//! Which phrases may stand somewhere: told by two bytes, since every line is compared with many hundred phrases.

use std::sync::OnceLock;

use super::phrases::{PHRASES, Place};

/// A phrase and the index of its entry in [`PHRASES`].
pub(super) type Entry = (&'static str, usize);

/// Slots that phrases are told apart by; a power of two.
const SLOTS: usize = 512;

/// The phrases of some places, by slot.
pub(super) struct Index {
    /// One past the last phrase of each slot; a slot starts where the one before it ends.
    ends: [usize; SLOTS],
    entries: Vec<Entry>,
}

/// All phrases.
pub(super) struct Wording {
    /// Those that start a line.
    pub(super) start: Index,
    /// Those that are a whole line or part of one.
    pub(super) whole: Index,
    /// Those that stand anywhere in a line, in the middle of a page or at its edge.
    pub(super) inside: Index,
}

impl Wording {
    /// The phrases, put in order at the first use.
    pub(super) fn get() -> &'static Self {
        static WORDING: OnceLock<Wording> = OnceLock::new();
        WORDING.get_or_init(|| Self {
            start: Index::new(&[Place::Start]),
            whole: Index::new(&[Place::Whole]),
            inside: Index::new(&[Place::Inside, Place::Edge]),
        })
    }
}

impl Index {
    fn new(places: &[Place]) -> Self {
        let all = || {
            let entries = PHRASES.iter().enumerate().filter(|(_, entry)| places.contains(&entry.1));
            entries.flat_map(|(at, (_, _, phrases))| phrases.iter().map(move |one| (*one, at)))
        };
        // Counted first, then each put where its slot starts, which moves on to the slot's end.
        let mut next = [0; SLOTS];
        let mut count = 0;
        for (phrase, _) in all() {
            next[slot(phrase)] += 1;
            count += 1;
        }
        let mut start = 0;
        for size in &mut next {
            (*size, start) = (start, start + *size);
        }
        let mut entries = vec![("", 0); count];
        for entry in all() {
            let place = &mut next[slot(entry.0)];
            entries[*place] = entry;
            *place += 1;
        }
        Self { ends: next, entries }
    }

    /// The phrases that a text may start with, and some that it does not.
    pub(super) fn candidates(&self, text: &str) -> &[Entry] {
        let slot = slot(text);
        let start = if slot == 0 { 0 } else { self.ends[slot - 1] };
        &self.entries[start..self.ends[slot]]
    }
}

/// A slot by the first two bytes.
fn slot(text: &str) -> usize {
    match text.as_bytes() {
        [first, second, ..] => (usize::from(*first) * 31 + usize::from(*second)) % SLOTS,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_found_where_it_stands() {
        let wording = Wording::get();
        for (at, (_, place, phrases)) in PHRASES.iter().enumerate() {
            let index = match place {
                Place::Start => &wording.start,
                Place::Whole => &wording.whole,
                Place::Inside | Place::Edge => &wording.inside,
            };
            for phrase in *phrases {
                // One byte would not say where to look.
                assert!(phrase.len() >= 2, "{phrase}");
                let text = format!("{phrase} and more");
                assert!(index.candidates(&text).contains(&(*phrase, at)), "{phrase}");
            }
        }
    }
}
