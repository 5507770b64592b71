//! The term table: counts of a selection beside those of everything.

use serde::{Deserialize, Serialize};

use super::order::{self, SortKey};
use super::query::Query;
use super::selection::{Selection, tokens};
use crate::Corpus;
use crate::count::{Counts, TermId, Vocabulary, statistics};
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
    /// One row a term, in the order asked for.
    pub rows: Vec<TermRow>,
    /// Tokens in the selection: what `per_thousand` is a rate of.
    pub words: u32,
    /// Tokens with everything in.
    pub words_before: u32,
}

/// The numbers of one term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TermRow {
    /// The term.
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
    /// Keyness of the selection against the rest: signed four-term G², see [`statistics::g2`].
    pub g2: f64,
    /// Log ratio of the selection against the rest, see [`statistics::log_ratio`].
    pub log_ratio: f64,
    /// Gries's deviation of proportions over the documents of the selection, 0 even, towards 1 clumped, see
    /// [`statistics::deviation_of_proportions`].
    pub dispersion: f64,
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
    let tally = Tally::of(counts, analysis, selection);
    let wanted = Wanted::new(corpus, counts, options);
    let mut rows: Vec<TermRow> = (0..counts.vocabulary.terms.len())
        .filter(|term| tally.before[*term] > 0 && (tally.after[*term] > 0 || options.absent))
        .filter(|term| wanted.has(*term))
        .map(|term| tally.row(term))
        .collect();
    order::sort(&mut rows, &counts.vocabulary, options.sort, options.descending);
    TermTable { rows, words: tally.words, words_before: tally.words_before }
}

/// Counts by term.
struct Tally {
    after: Vec<u32>,
    before: Vec<u32>,
    documents: Vec<u32>,
    sections: Vec<u32>,
    /// `Σ |v / f - s| - s` over the documents that have the term; the others add their share `s`.
    uneven: Vec<f64>,
    words: u32,
    words_before: u32,
}

impl Tally {
    fn of(counts: &Counts, analysis: &Analysis, selection: &Selection) -> Self {
        let terms = counts.vocabulary.terms.len();
        let zeros = || vec![0_u32; terms];
        let mut tally = Self {
            after: zeros(),
            before: zeros(),
            documents: zeros(),
            sections: zeros(),
            uneven: vec![0.0; terms],
            words: 0,
            words_before: 0,
        };
        // The last section and the last slot of `spread` each term was met in; 0 for none.
        let (mut met_section, mut met_slot) = (zeros(), zeros());
        // How often each term stands in each document that has it, document by document.
        let mut spread: Vec<(TermId, u32)> = Vec::new();
        let mut parts: Vec<(usize, u32)> = Vec::new();
        let mut document = None;
        for (index, section) in analysis.sections.iter().enumerate() {
            let tokens = tokens(counts, section);
            tally.words_before += tokens.len() as u32;
            if !selection.contains(index) {
                for token in tokens {
                    tally.before[token.term as usize] += 1;
                }
                continue;
            }
            if document != Some(section.document) {
                document = Some(section.document);
                parts.push((spread.len(), 0));
            }
            let start = parts.last().map_or(0, |(start, _)| *start);
            tally.words += tokens.len() as u32;
            if let Some((_, size)) = parts.last_mut() {
                *size += tokens.len() as u32;
            }
            for token in tokens {
                let term = token.term as usize;
                tally.before[term] += 1;
                tally.after[term] += 1;
                if met_section[term] != index as u32 + 1 {
                    met_section[term] = index as u32 + 1;
                    tally.sections[term] += 1;
                }
                let slot = met_slot[term] as usize;
                if slot > start {
                    spread[slot - 1].1 += 1;
                } else {
                    spread.push((token.term, 1));
                    met_slot[term] = spread.len() as u32;
                    tally.documents[term] += 1;
                }
            }
        }
        tally.spread_out(&spread, &parts);
        tally
    }

    /// `parts`: for each document where its slots begin and its number of tokens.
    fn spread_out(&mut self, spread: &[(TermId, u32)], parts: &[(usize, u32)]) {
        for (index, (start, size)) in parts.iter().enumerate() {
            let end = parts.get(index + 1).map_or(spread.len(), |(next, _)| *next);
            let share = f64::from(*size) / f64::from(self.words);
            for (term, count) in &spread[*start..end] {
                let term = *term as usize;
                let here = f64::from(*count) / f64::from(self.after[term]);
                self.uneven[term] += (here - share).abs() - share;
            }
        }
    }

    fn row(&self, term: usize) -> TermRow {
        let (count, count_before) = (self.after[term], self.before[term]);
        let (a, c) = (f64::from(count), f64::from(self.words));
        let b = f64::from(count_before - count);
        let before = f64::from(self.words_before);
        let d = before - c;
        TermRow {
            term: term as TermId,
            count,
            count_before,
            per_thousand: statistics::per_thousand(a, c),
            per_thousand_before: statistics::per_thousand(a + b, before),
            documents: self.documents[term],
            sections: self.sections[term],
            g2: statistics::g2(a, c, b, d),
            log_ratio: statistics::log_ratio(a, c, b, d),
            dispersion: if count > 0 { ((1.0 + self.uneven[term]) / 2.0).max(0.0) } else { 0.0 },
        }
    }
}

/// Which terms are to be listed.
struct Wanted<'a> {
    vocabulary: &'a Vocabulary,
    options: &'a TermOptions,
    query: Query,
    text: String,
}

impl<'a> Wanted<'a> {
    fn new(corpus: &Corpus, counts: &'a Counts, options: &'a TermOptions) -> Self {
        let text = options.text.trim();
        Self {
            vocabulary: &counts.vocabulary,
            options,
            query: Query::new(corpus, counts, text),
            text: crate::tokenise::fold(text).into_owned(),
        }
    }

    fn has(&self, index: usize) -> bool {
        let Some(term) = self.vocabulary.terms.get(index) else { return false };
        let is_in = |list: &[String]| list.contains(&term.form);
        let stop =
            (term.stop || is_in(&self.options.stop_added)) && !is_in(&self.options.stop_taken);
        let asked = || {
            self.text.is_empty()
                || term.display.contains(&self.text)
                || self.query.terms().is_some_and(|terms| terms.get(index).is_some_and(|b| *b != 0))
        };
        (self.options.stop_words || !stop) && (self.options.figures || !term.figure) && asked()
    }
}

#[cfg(test)]
mod tests;
