//! The term table: counts of a selection beside those of everything.

pub(super) mod tally;

use std::fmt;

use serde::{Deserialize, Serialize};

use self::tally::{Tally, TermTally};
use super::order::{self, Names, SortKey};
use super::query::{MOST_WORDS, Pattern};
use super::selection::Selection;
use super::stops::Stops;
use crate::Corpus;
use crate::count::{Counts, Term, TermId, Vocabulary};
use crate::separate::Analysis;

/// Which terms to list and in what order. The default: content words and figures, the commonest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TermOptions {
    /// What rows are sorted by.
    pub sort: SortKey,
    /// Whether the largest value comes first.
    pub descending: bool,
    /// Only terms that hold this text, or are a form of one of its words; all terms where it is blank.
    pub text: String,
    /// Whether stop words are listed too.
    pub stop_words: bool,
    /// Whether figures are listed.
    pub figures: bool,
    /// Counted forms a person added to the stop list.
    pub stop_added: Vec<String>,
    /// Counted forms a person took from the stop list.
    pub stop_taken: Vec<String>,
    /// Whether terms that only stand outside the selection are listed, with a count of 0.
    pub absent: bool,
}

impl Default for TermOptions {
    fn default() -> Self {
        Self {
            sort: SortKey::Count,
            descending: true,
            text: String::new(),
            stop_words: false,
            figures: true,
            stop_added: Vec::new(),
            stop_taken: Vec::new(),
            absent: false,
        }
    }
}

/// The terms of a selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermTable {
    /// One row a term, in the order asked for; the first of them where no more were.
    pub rows: Vec<TermRow>,
    /// Rows there are, made or not.
    pub listed: usize,
    /// Tokens in the selection: what `per_thousand` is a rate of.
    pub words: u32,
    /// Tokens with everything in.
    pub words_before: u32,
}

impl TermTable {
    /// What the keyness of a row is worked out from: occurrences and tokens of the selection, then occurrences and tokens
    /// of the rest (`a`, `c`, `b`, `d` of [`statistics`](crate::count::statistics)).
    pub fn both_sides(&self, row: &TermRow) -> [u32; 4] {
        let rest = row.count_before.saturating_sub(row.count);
        [row.count, self.words, rest, self.words_before.saturating_sub(self.words)]
    }
}

/// The numbers of one term.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TermRow {
    /// The term; in a [`PhraseTable`](super::PhraseTable) the number of the phrase there.
    pub term: TermId,
    /// Occurrences in the selection.
    pub count: u32,
    /// Occurrences with everything in: the selection, what was left out, the off-topic sections.
    pub count_before: u32,
    /// Occurrences per 1 000 tokens of the selection.
    pub per_thousand: f64,
    /// Occurrences per 1 000 tokens with everything in.
    pub per_thousand_before: f64,
    /// Documents that have it in a selected section.
    pub documents: u32,
    /// Selected sections that have it.
    pub sections: u32,
    /// Keyness of the selection against the rest: signed four-term G², see [`g2`](crate::count::statistics::g2).
    pub g2: f64,
    /// Log ratio of the selection against the rest, see [`log_ratio`](crate::count::statistics::log_ratio).
    pub log_ratio: f64,
    /// Gries's normalised deviation of proportions over the documents of the selection, from 0 (even) to 1 (all of it in
    /// the smallest document), see [`normalised_deviation`](crate::count::statistics::normalised_deviation). 0 in a
    /// selection of one document.
    pub dispersion: f64,
}

impl TermRow {
    /// How far its share of the text moved from everything to the selection, in hundredths of a word in a thousand: as fine as
    /// anybody reads it.
    pub fn shift(&self) -> i64 {
        ((self.per_thousand - self.per_thousand_before) * 100.0).round() as i64
    }
}

/// The term table of a selection.
///
/// Time: two steps for each token of the corpus, some logarithms for each term listed, and the sort.
pub fn frequencies(
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
    selection: &Selection,
    options: &TermOptions,
) -> TermTable {
    TermCounts::of(counts, analysis, selection).table(corpus, counts, options, usize::MAX)
}

/// The terms of a selection, counted: to be listed in one order after the other without being counted again.
pub struct TermCounts {
    tally: Tally,
}

impl fmt::Debug for TermCounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TermCounts").field("words", &self.tally.words).finish_non_exhaustive()
    }
}

impl TermCounts {
    /// Counts.
    ///
    /// Time: two steps for each token of the corpus.
    pub fn of(counts: &Counts, analysis: &Analysis, selection: &Selection) -> Self {
        Self { tally: Tally::of(counts, analysis, selection) }
    }

    /// The first rows of the table, at most so many.
    ///
    /// Time: one look at each term, and the sort of the rows that are made. Only an order by a statistic needs logarithms for
    /// terms that no row is made of.
    pub fn table(
        &self,
        corpus: &Corpus,
        counts: &Counts,
        options: &TermOptions,
        most: usize,
    ) -> TermTable {
        let tally = &self.tally;
        let wanted = Wanted::new(corpus, counts, options);
        let fits = |(index, term): &(usize, &TermTally)| {
            term.before > 0 && (term.after > 0 || options.absent) && wanted.has(*index)
        };
        let whole = options.sort.is_statistic();
        let row =
            |(index, term)| if whole { tally.row(index, term) } else { tally.plain(index, term) };
        let mut rows: Vec<TermRow> = tally.terms.iter().enumerate().filter(fits).map(row).collect();
        let listed = rows.len();
        let names = Names::Terms(&counts.vocabulary);
        order::first(&mut rows, most, names, options.sort, options.descending);
        if !whole {
            for row in &mut rows {
                let index = row.term as usize;
                if let Some(term) = tally.terms.get(index) {
                    *row = tally.row(index, term);
                }
            }
        }
        TermTable { rows, listed, words: tally.words, words_before: tally.words_before }
    }
}

/// Which terms are to be listed.
pub(super) struct Wanted<'a> {
    vocabulary: &'a Vocabulary,
    options: &'a TermOptions,
    stops: Stops<'a>,
    /// Each word of the text by itself.
    words: Vec<Pattern>,
    text: String,
}

impl<'a> Wanted<'a> {
    pub(super) fn new(corpus: &Corpus, counts: &'a Counts, options: &'a TermOptions) -> Self {
        let text = options.text.trim();
        let last = text.split_whitespace().next_back();
        // A word at the very end may still be growing.
        let growing = |word: &str| word.ends_with(char::is_alphanumeric) && Some(word) == last;
        let pattern = |word: &str| Pattern::of_words(word, corpus, counts, growing(word));
        Self {
            vocabulary: &counts.vocabulary,
            options,
            stops: Stops::new(options),
            words: text.split_whitespace().take(MOST_WORDS).map(pattern).collect(),
            text: crate::tokenise::fold(text).into_owned(),
        }
    }

    /// Whether a term is to be listed.
    pub(super) fn has(&self, index: usize) -> bool {
        let Some(term) = self.vocabulary.terms.get(index) else { return false };
        self.is_edge(term) && (self.says(&term.display) || self.names(index as TermId))
    }

    /// Whether what is shown of something holds the text asked for; anything does where none was.
    fn says(&self, shown: &str) -> bool {
        self.text.is_empty() || shown.contains(&self.text)
    }

    /// Whether a phrase may begin or end with a term.
    pub(super) fn is_edge(&self, term: &Term) -> bool {
        (self.options.stop_words || !self.stops.has(term)) && self.is_part(term)
    }

    /// Whether a phrase may hold a term.
    pub(super) fn is_part(&self, term: &Term) -> bool {
        self.options.figures || !term.figure
    }

    /// Whether a phrase is asked for: what is shown of it holds the text, or it has all the words in any form.
    pub(super) fn has_phrase(&self, shown: &str, terms: &[TermId]) -> bool {
        let has = |word: &Pattern| terms.iter().any(|term| self.is(word, *term));
        self.says(shown) || (!self.words.is_empty() && self.words.iter().all(has))
    }

    /// Whether a term is one of the words asked for.
    fn names(&self, term: TermId) -> bool {
        self.words.iter().any(|word| self.is(word, term))
    }

    fn is(&self, word: &Pattern, term: TermId) -> bool {
        let known = self.vocabulary.terms.get(term as usize);
        known.is_some_and(|known| word.has_term(term, &known.display))
    }
}

#[cfg(test)]
mod tests;
