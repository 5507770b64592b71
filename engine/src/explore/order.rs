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
}

impl SortKey {
    /// Whether the largest value comes first when nobody says otherwise.
    pub fn descends(self) -> bool {
        self != Self::Term
    }

    /// Compares two rows, ascending. Equal rows go by what is shown, then by number: a total order.
    fn compare(self, names: Names<'_>, a: &TermRow, b: &TermRow) -> Ordering {
        match self {
            Self::Count => a.count.cmp(&b.count),
            Self::CountBefore => a.count_before.cmp(&b.count_before),
            Self::Term => names.shown(a).cmp(names.shown(b)),
            Self::PerThousand => a.per_thousand.total_cmp(&b.per_thousand),
            Self::PerThousandBefore => a.per_thousand_before.total_cmp(&b.per_thousand_before),
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
pub(super) fn sort(rows: &mut [TermRow], names: Names<'_>, key: SortKey, descending: bool) {
    super::sort(rows, &|a, b| {
        let order = key.compare(names, a, b);
        let order = if descending { order.reverse() } else { order };
        let order = match key {
            SortKey::Term => names.figure(a).cmp(&names.figure(b)).then(order),
            _ => order,
        };
        order.then_with(|| names.shown(a).cmp(names.shown(b))).then(a.term.cmp(&b.term))
    });
}
