//! The order of the rows of a term table.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::{Phrase, TermRow};
use crate::count::Vocabulary;

/// Where the names of rows are.
#[derive(Clone, Copy)]
pub(super) enum Names<'a> {
    /// Rows are terms.
    Terms(&'a Vocabulary),
    /// Rows are phrases, shown as these.
    Phrases(&'a [Phrase]),
}

impl<'a> Names<'a> {
    fn shown(self, row: &TermRow) -> &'a str {
        let at = row.term as usize;
        match self {
            Self::Terms(vocabulary) => vocabulary.terms.get(at).map_or("", |term| &term.display),
            Self::Phrases(phrases) => phrases.get(at).map_or("", |phrase| &phrase.display),
        }
    }

    fn figure(self, row: &TermRow) -> bool {
        match self {
            Self::Terms(vocabulary) => {
                vocabulary.terms.get(row.term as usize).is_some_and(|term| term.figure)
            }
            Self::Phrases(_) => self.shown(row).starts_with(|c: char| c.is_ascii_digit()),
        }
    }
}

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize)]
pub enum SortKey {
    /// Occurrences in the selection.
    #[default]
    Count,
    /// Occurrences with everything in.
    CountBefore,
    /// What is shown of the term, in alphabetical order.
    Term,
    /// Rate in the selection.
    PerThousand,
    /// Rate with everything in.
    PerThousandBefore,
    /// Documents of the selection that have it.
    Documents,
    /// Sections of the selection that have it.
    Sections,
    /// Signed G² of the selection against the rest.
    Keyness,
    /// Log ratio of the selection against the rest.
    LogRatio,
    /// How unevenly it is spread over the documents of the selection.
    Dispersion,
    /// Occurrences in the selection less those with everything in; of equal differences, by the latter.
    Change,
    /// How far its share of the text moved, see [`TermRow::shift`]; whatever the direction, the commonest first of those that
    /// moved as far.
    Shift,
}

impl SortKey {
    /// Whether the largest value comes first when nobody says otherwise.
    pub fn descends(self) -> bool {
        self != Self::Term
    }

    /// Whether it is worked out from counts, and not one itself or in the order of one.
    pub(super) fn is_statistic(self) -> bool {
        matches!(self, Self::Keyness | Self::LogRatio | Self::Dispersion)
    }

    /// Compares two rows, ascending.
    fn compare(self, names: Names<'_>, a: &TermRow, b: &TermRow) -> Ordering {
        match self {
            // Rates are counts over the same words.
            Self::Count | Self::PerThousand => a.count.cmp(&b.count),
            Self::CountBefore | Self::PerThousandBefore => a.count_before.cmp(&b.count_before),
            Self::Shift => a.shift().cmp(&b.shift()),
            Self::Change => {
                let change = |row: &TermRow| i64::from(row.count) - i64::from(row.count_before);
                change(a).cmp(&change(b)).then(a.count_before.cmp(&b.count_before))
            }
            Self::Term => names.shown(a).cmp(names.shown(b)),
            Self::Documents => a.documents.cmp(&b.documents),
            Self::Sections => a.sections.cmp(&b.sections),
            Self::Keyness => a.g2.total_cmp(&b.g2),
            Self::LogRatio => a.log_ratio.total_cmp(&b.log_ratio),
            Self::Dispersion => a.dispersion.total_cmp(&b.dispersion),
        }
    }
}

/// Sorts rows. Whatever the direction, equal rows are in alphabetical order, and in the order of terms figures come last: few
/// look for one by its first digit.
pub(super) fn sort(rows: &mut Vec<TermRow>, names: Names<'_>, key: SortKey, descending: bool) {
    first(rows, usize::MAX, names, key, descending);
}

/// Sorts rows and leaves the first, at most so many.
pub(super) fn first(
    rows: &mut Vec<TermRow>,
    most: usize,
    names: Names<'_>,
    key: SortKey,
    descending: bool,
) {
    super::sorting::first(rows, most, &|a, b| {
        let order = key.compare(names, a, b);
        let order = if descending { order.reverse() } else { order };
        let order = match key {
            SortKey::Term => names.figure(a).cmp(&names.figure(b)).then(order),
            SortKey::Shift => order.then(b.count_before.cmp(&a.count_before)),
            _ => order,
        };
        order.then_with(|| names.shown(a).cmp(names.shown(b))).then(a.term.cmp(&b.term))
    });
}
