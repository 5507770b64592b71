//! Texts with numbers, each kept once: what counting looks every word up in.
//!
//! All of them stand in one string, so that a new one costs no allocation of its own and neighbours in text are neighbours in
//! memory.

use std::ops::Range;

/// A slot of the table that nothing stands in.
const FREE: u32 = u32::MAX;

/// Bytes of a name that are kept as one number; see [`Known::head`].
const HEAD: usize = 8;

/// Numbers texts in order of first appearance.
#[derive(Default)]
pub(super) struct Names {
    text: String,
    /// One past the last byte of each name.
    ends: Vec<usize>,
    /// By number: what common names have in common is that they come early, so these are close together.
    known: Vec<Known>,
    /// Open addressing: a power of two of slots, at most half of them taken, each with a number.
    slots: Vec<u32>,
}

/// Enough of a name to tell a short one from all others.
#[derive(Clone, Copy, Eq, PartialEq)]
struct Known {
    /// Its first bytes, the first of them the lowest; zeros behind a shorter name.
    head: u64,
    /// Its bytes.
    length: u32,
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

    fn place(&self, number: usize) -> Range<usize> {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..self.ends[number]
    }

    /// All of them, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.get(number))
    }

    /// The number of a name of at most eight bytes, given as one number, the first byte the lowest, with zeros behind a shorter
    /// one; `None` where it was not seen before.
    #[inline]
    pub(super) fn short(&self, head: u64, length: usize) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        let wanted = Known { head, length: length as u32 };
        self.find(hash(wanted, &[]), |_, known| known == wanted).ok()
    }

    /// The number of a name, which is a new one where it was not seen before.
    pub(super) fn number(&mut self, name: &str) -> usize {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let bytes = name.as_bytes();
        let wanted = Known { head: head(bytes), length: bytes.len() as u32 };
        let same = |number, known| {
            known == wanted && same_rest(bytes, self.text.as_bytes(), self.place(number))
        };
        match self.find(hash(wanted, bytes), same) {
            Ok(number) => number,
            Err(slot) => {
                let number = self.len();
                self.slots[slot] = number as u32;
                self.known.push(wanted);
                self.text.push_str(name);
                self.ends.push(self.text.len());
                number
            }
        }
    }

    /// The number of the name that is the same, or the free slot where it would be.
    #[inline]
    fn find(&self, hash: u64, same: impl Fn(usize, Known) -> bool) -> Result<usize, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let number = self.slots[slot];
            if number == FREE {
                return Err(slot);
            }
            if same(number as usize, self.known[number as usize]) {
                return Ok(number as usize);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; (2 * self.slots.len()).max(64)];
        for number in 0..self.len() {
            let hash = hash(self.known[number], self.get(number).as_bytes());
            let (Ok(slot) | Err(slot)) = self.find(hash, |_, _| false);
            self.slots[slot] = number as u32;
        }
    }
}

/// Whether two names of one length and with one head are the same: this one, and the one at a place of a text.
fn same_rest(name: &[u8], text: &[u8], place: Range<usize>) -> bool {
    let other = &text[place];
    match name.len() {
        0..=HEAD => true,
        // Of up to sixteen bytes the last eight are all that is not in the head.
        9..=16 => name.last_chunk::<HEAD>() == other.last_chunk::<HEAD>(),
        _ => name == other,
    }
}

/// The first bytes of a name in one number.
fn head(name: &[u8]) -> u64 {
    name.first_chunk().map_or_else(|| packed(name), |eight| u64::from_le_bytes(*eight))
}

/// Up to eight bytes in one number.
fn packed(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

/// A number in whose lower half every byte of a name has a part; of a short one nothing is needed but what is known.
fn hash(known: Known, name: &[u8]) -> u64 {
    /// The golden ratio as a fraction of 2⁶⁴: odd, and with no pattern in its bits.
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64| {
        let product = hash.wrapping_mul(MIX);
        product ^ (product >> 32)
    };
    let mut hash = mix(mix(known.head ^ u64::from(known.length)));
    if name.len() > HEAD {
        let between = name.get(HEAD..name.len() - HEAD).unwrap_or(&[]);
        for chunk in between.chunks(HEAD).map(packed) {
            hash = mix(hash ^ chunk);
        }
        let last = name.last_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
        hash = mix(mix(hash ^ last));
    }
    hash
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
        let seen = |names: &Names, name: &str| names.short(packed(name.as_bytes()), name.len());
        assert_eq!(
            [seen(&names, "name7"), seen(&names, "name77"), seen(&names, "")],
            [Some(7), Some(77), Some(500)]
        );
        assert_eq!(
            [seen(&names, "name"), seen(&names, "\0"), seen(&Names::default(), "")],
            [None; 3]
        );
        assert_eq!(names.number("\0"), 501);
        assert_eq!(names.number("name12345"), 502);
        assert_eq!(names.number("name1234"), 503);
        assert_eq!(names.number("name123456789"), 504);
        assert_eq!(names.number("name123456780"), 505);
        assert!(names.iter().take(501).eq(texts.iter().map(String::as_str).chain([""])));
    }
}
