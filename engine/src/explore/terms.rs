//! The term table: counts of a selection beside those of everything.

use serde::{Deserialize, Serialize};

use super::order::{self, SortKey};
use super::query::Pattern;
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
    let listed = tally.terms.iter().enumerate().filter(|(index, term)| {
        term.before > 0 && (term.after > 0 || options.absent) && wanted.has(*index)
    });
    let mut rows: Vec<TermRow> = listed.map(|(index, term)| tally.row(index, term)).collect();
    order::sort(&mut rows, &counts.vocabulary, options.sort, options.descending);
    TermTable { rows, words: tally.words, words_before: tally.words_before }
}

/// Counts by term.
struct Tally {
    terms: Vec<TermTally>,
    words: u32,
    words_before: u32,
}

/// The counts of one term, side by side so that a token touches one place in memory.
#[derive(Clone, Copy, Default)]
struct TermTally {
    after: u32,
    before: u32,
    documents: u32,
    sections: u32,
    /// One more than the last section it was met in; 0 for none.
    met_section: u32,
    /// One more than its last slot in the list of counts by document; 0 for none.
    met_slot: u32,
    /// `Σ |v / f - s| - s` over the documents that have it; the others add their share `s`.
    uneven: f64,
}

/// How often a term stands in one document.
struct Slot {
    term: TermId,
    count: u32,
}

/// A document of the selection.
struct Part {
    /// Where its slots begin.
    start: usize,
    /// Its tokens in the selection.
    tokens: u32,
}

impl Tally {
    fn of(counts: &Counts, analysis: &Analysis, selection: &Selection) -> Self {
        let terms = vec![TermTally::default(); counts.vocabulary.terms.len()];
        let mut tally = Self { terms, words: 0, words_before: 0 };
        let mut slots: Vec<Slot> = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        let mut document = None;
        for (index, section) in analysis.sections.iter().enumerate() {
            let tokens = tokens(counts, section);
            tally.words_before += tokens.len() as u32;
            if !selection.contains(index) {
                for token in tokens {
                    if let Some(term) = tally.terms.get_mut(token.term as usize) {
                        term.before += 1;
                    }
                }
                continue;
            }
            if document != Some(section.document) {
                document = Some(section.document);
                parts.push(Part { start: slots.len(), tokens: 0 });
            }
            let Some(part) = parts.last_mut() else { continue };
            part.tokens += tokens.len() as u32;
            tally.words += tokens.len() as u32;
            let met_here = index as u32 + 1;
            for token in tokens {
                let Some(term) = tally.terms.get_mut(token.term as usize) else { continue };
                term.before += 1;
                term.after += 1;
                if term.met_section != met_here {
                    term.met_section = met_here;
                    term.sections += 1;
                }
                if term.met_slot as usize > part.start {
                    slots[term.met_slot as usize - 1].count += 1;
                } else {
                    slots.push(Slot { term: token.term, count: 1 });
                    term.met_slot = slots.len() as u32;
                    term.documents += 1;
                }
            }
        }
        tally.spread_out(&slots, &parts);
        tally
    }

    fn spread_out(&mut self, slots: &[Slot], parts: &[Part]) {
        for (index, part) in parts.iter().enumerate() {
            let end = parts.get(index + 1).map_or(slots.len(), |next| next.start);
            let share = f64::from(part.tokens) / f64::from(self.words);
            for slot in &slots[part.start..end] {
                let term = &mut self.terms[slot.term as usize];
                let here = f64::from(slot.count) / f64::from(term.after);
                term.uneven += (here - share).abs() - share;
            }
        }
    }

    fn row(&self, index: usize, term: &TermTally) -> TermRow {
        let (a, c) = (f64::from(term.after), f64::from(self.words));
        let b = f64::from(term.before - term.after);
        let before = f64::from(self.words_before);
        let d = before - c;
        let dispersion = if term.after > 0 { ((1.0 + term.uneven) / 2.0).max(0.0) } else { 0.0 };
        TermRow {
            term: index as TermId,
            count: term.after,
            count_before: term.before,
            per_thousand: statistics::per_thousand(a, c),
            per_thousand_before: statistics::per_thousand(a + b, before),
            documents: term.documents,
            sections: term.sections,
            g2: statistics::g2(a, c, b, d),
            log_ratio: statistics::log_ratio(a, c, b, d),
            dispersion,
        }
    }
}

/// Which terms are to be listed.
struct Wanted<'a> {
    vocabulary: &'a Vocabulary,
    options: &'a TermOptions,
    words: Pattern,
    text: String,
}

impl<'a> Wanted<'a> {
    fn new(corpus: &Corpus, counts: &'a Counts, options: &'a TermOptions) -> Self {
        let text = options.text.trim();
        Self {
            vocabulary: &counts.vocabulary,
            options,
            words: Pattern::of_words(text, corpus, counts, text.ends_with(char::is_alphanumeric)),
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
                || self.words.has_term(index as TermId, &term.display)
        };
        (self.options.stop_words || !stop) && (self.options.figures || !term.figure) && asked()
    }
}

#[cfg(test)]
mod tests;
