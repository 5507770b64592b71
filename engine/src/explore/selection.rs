//! A set of sections.

use crate::count::{Counts, Tokens};
use crate::separate::{Analysis, JudgedSection};

/// A set of indexes into [`Analysis::sections`], and the words in them.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selection {
    /// One bit a section, 64 to a word.
    bits: Vec<u64>,
    sections: u32,
    words: u64,
}

impl Selection {
    /// The sections that fulfil a condition on their index and verdict.
    pub fn of(analysis: &Analysis, mut keep: impl FnMut(usize, &JudgedSection) -> bool) -> Self {
        let mut selection =
            Self { bits: vec![0; analysis.sections.len().div_ceil(64)], sections: 0, words: 0 };
        for (index, section) in analysis.sections.iter().enumerate() {
            if keep(index, section) {
                selection.bits[index / 64] |= 1 << (index % 64);
                selection.sections += 1;
                selection.words += u64::from(section.words);
            }
        }
        selection
    }

    /// Every section.
    pub fn everything(analysis: &Analysis) -> Self {
        Self::of(analysis, |_, _| true)
    }

    /// All that is kept: off-topic sections left out.
    pub fn kept(analysis: &Analysis) -> Self {
        Self::of(analysis, |_, section| section.verdict.is_kept())
    }

    /// The sections that are not in this selection.
    pub fn rest(&self, analysis: &Analysis) -> Self {
        Self::of(analysis, |index, _| !self.contains(index))
    }

    /// Whether a section is in it.
    pub fn contains(&self, section: usize) -> bool {
        self.bits.get(section / 64).is_some_and(|word| word >> (section % 64) & 1 == 1)
    }

    /// Indexes of its sections, in corpus order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.bits.iter().enumerate().flat_map(|(at, word)| {
            // Clearing the lowest bit set leaves the next one.
            std::iter::successors((*word != 0).then_some(*word), |word| {
                let next = word & (word - 1);
                (next != 0).then_some(next)
            })
            .map(move |word| 64 * at + word.trailing_zeros() as usize)
        })
    }

    /// Number of sections.
    pub fn len(&self) -> usize {
        self.sections as usize
    }

    /// Whether no section is left.
    pub fn is_empty(&self) -> bool {
        self.sections == 0
    }

    /// Words in its sections, boilerplate left out.
    pub fn words(&self) -> u64 {
        self.words
    }
}

/// The tokens of a section; none where counts and analysis are not of the same corpus.
pub(super) fn tokens<'a>(counts: &'a Counts, section: &JudgedSection) -> Tokens<'a> {
    let document = counts.documents.get(section.document as usize);
    document.map(|document| document.of_blocks(section.blocks())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::study;
    use super::*;

    #[test]
    fn sets_of_sections() {
        let (_, _, analysis) = study();
        let everything = Selection::everything(&analysis);
        let kept = Selection::kept(&analysis);
        assert_eq!(everything.len(), analysis.sections.len());
        assert_eq!(kept.len() + kept.rest(&analysis).len(), everything.len());
        assert_eq!(kept.words() + kept.rest(&analysis).words(), everything.words());
        let listed: Vec<usize> = kept.iter().collect();
        let held: Vec<usize> = everything.iter().filter(|index| kept.contains(*index)).collect();
        assert_eq!(listed, held);
        assert!(!kept.contains(9_999));
    }

    #[test]
    fn many_sections_span_many_words() {
        let (_, _, mut analysis) = study();
        let first = analysis.sections[0].clone();
        analysis.sections = vec![first; 200];
        let third = Selection::of(&analysis, |index, _| index % 3 == 0);
        assert_eq!(third.iter().collect::<Vec<_>>(), (0..200).step_by(3).collect::<Vec<_>>());
    }
}
