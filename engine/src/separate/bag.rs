//! Terms with their counts, four bytes each: of all that is kept of a corpus to judge it, there is most of these.

use crate::count::{TermId, Token};

/// Counts that stand beside the term, in its lowest byte. Of a greater one nothing stands there, and it follows.
const BESIDE: u32 = 0xFF;

/// Some terms, each with its count, by term.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Bag {
    packed: Box<[u32]>,
    terms: u32,
}

impl Bag {
    /// Sorted terms, each as often as it counts; all of them below [`Token::TERMS`], as those of tokens are.
    pub(super) fn new(sorted: &[TermId]) -> Self {
        let runs = || sorted.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u32));
        let long = runs().filter(|(_, count)| *count > BESIDE).count();
        let terms = runs().count();
        let mut packed = Vec::with_capacity(terms + long);
        for (term, count) in runs() {
            debug_assert!(term < Token::TERMS);
            match count {
                ..=BESIDE => packed.push(term << 8 | count),
                _ => packed.extend([term << 8, count]),
            }
        }
        Self { packed: packed.into(), terms: terms as u32 }
    }

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.terms as usize
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.terms == 0
    }

    /// The terms with their counts, by term.
    pub(super) fn iter(&self) -> impl Iterator<Item = (TermId, u32)> + Clone {
        let mut rest = self.packed.iter();
        std::iter::from_fn(move || {
            let packed = rest.next()?;
            let count = match packed & BESIDE {
                0 => *rest.next()?,
                count => count,
            };
            Some((packed >> 8, count))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_comes_out_however_often() {
        let counts = [(0, 1), (3, 255), (9, 256), (Token::TERMS - 1, 70_000)];
        let sorted: Vec<TermId> =
            counts.iter().flat_map(|(term, count)| std::iter::repeat_n(*term, *count)).collect();
        let bag = Bag::new(&sorted);
        let found: Vec<(TermId, usize)> =
            bag.iter().map(|(term, count)| (term, count as usize)).collect();
        assert_eq!((found.as_slice(), bag.len()), (&counts[..], 4));
        assert!(Bag::new(&[]).is_empty());
    }
}
