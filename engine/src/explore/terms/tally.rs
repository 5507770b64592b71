//! Counting for the term table: one pass over the tokens.

use super::TermRow;
use crate::count::{Counts, TermId, statistics};
use crate::explore::selection::{Selection, tokens};
use crate::separate::Analysis;

/// Counts by term.
pub(in crate::explore) struct Tally {
    /// One entry a term.
    pub(in crate::explore) terms: Vec<TermTally>,
    /// Tokens in the selection.
    pub(in crate::explore) words: u32,
    /// Tokens with everything in.
    pub(in crate::explore) words_before: u32,
    /// The smallest share of the selection's tokens that one of its documents has; 1 where there is one document.
    smallest: f64,
}

/// The counts of one term, side by side so that a token touches one place in memory.
#[derive(Clone, Copy, Default)]
pub(in crate::explore) struct TermTally {
    pub(in crate::explore) after: u32,
    pub(in crate::explore) before: u32,
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
    pub(in crate::explore) fn of(
        counts: &Counts,
        analysis: &Analysis,
        selection: &Selection,
    ) -> Self {
        let terms = vec![TermTally::default(); counts.vocabulary.terms.len()];
        let mut tally = Self { terms, words: 0, words_before: 0, smallest: 1.0 };
        let mut slots: Vec<Slot> = Vec::new();
        let mut parts: Vec<Part> = Vec::new();
        let mut document = None;
        for (index, section) in analysis.sections.iter().enumerate() {
            let tokens = tokens(counts, section);
            tally.words_before += tokens.len() as u32;
            if !selection.contains(index) {
                for token in tokens {
                    if let Some(term) = tally.terms.get_mut(token.term() as usize) {
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
                let Some(term) = tally.terms.get_mut(token.term() as usize) else { continue };
                term.before += 1;
                term.after += 1;
                if term.met_section != met_here {
                    term.met_section = met_here;
                    term.sections += 1;
                }
                if term.met_slot as usize > part.start {
                    slots[term.met_slot as usize - 1].count += 1;
                } else {
                    slots.push(Slot { term: token.term(), count: 1 });
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
            if part.tokens == 0 {
                continue;
            }
            let share = f64::from(part.tokens) / f64::from(self.words);
            self.smallest = self.smallest.min(share);
            for slot in &slots[part.start..end] {
                let term = &mut self.terms[slot.term as usize];
                let here = f64::from(slot.count) / f64::from(term.after);
                term.uneven += (here - share).abs() - share;
            }
        }
    }

    /// The counts of a term and its rates, without the statistics that need logarithms.
    pub(in crate::explore) fn plain(&self, index: usize, term: &TermTally) -> TermRow {
        let rate =
            |count: u32, words: u32| statistics::per_thousand(f64::from(count), f64::from(words));
        TermRow {
            term: index as TermId,
            count: term.after,
            count_before: term.before,
            per_thousand: rate(term.after, self.words),
            per_thousand_before: rate(term.before, self.words_before),
            documents: term.documents,
            sections: term.sections,
            ..TermRow::default()
        }
    }

    /// The numbers of a term in a table.
    pub(in crate::explore) fn row(&self, index: usize, term: &TermTally) -> TermRow {
        let numbers = Numbers {
            count: term.after,
            before: term.before,
            documents: term.documents,
            sections: term.sections,
            uneven: term.uneven,
        };
        row(index as TermId, numbers, [self.words, self.words_before], self.smallest)
    }
}

/// What a row is made from.
#[derive(Clone, Copy, Default)]
pub(in crate::explore) struct Numbers {
    /// Occurrences in the selection.
    pub(in crate::explore) count: u32,
    /// Occurrences with everything in.
    pub(in crate::explore) before: u32,
    /// Documents of the selection that have it.
    pub(in crate::explore) documents: u32,
    /// Selected sections that have it.
    pub(in crate::explore) sections: u32,
    /// `Σ |v / f - s| - s` over the documents that have it.
    pub(in crate::explore) uneven: f64,
}

/// A row of a table from its counts, the tokens of the selection and of everything, and the smallest document's share.
pub(in crate::explore) fn row(
    term: TermId,
    numbers: Numbers,
    words: [u32; 2],
    smallest: f64,
) -> TermRow {
    let (a, c) = (f64::from(numbers.count), f64::from(words[0]));
    let b = f64::from(numbers.before - numbers.count);
    let before = f64::from(words[1]);
    let d = before - c;
    let deviation = if numbers.count > 0 { (1.0 + numbers.uneven) / 2.0 } else { 0.0 };
    TermRow {
        term,
        count: numbers.count,
        count_before: numbers.before,
        per_thousand: statistics::per_thousand(a, c),
        per_thousand_before: statistics::per_thousand(a + b, before),
        documents: numbers.documents,
        sections: numbers.sections,
        g2: statistics::g2(a, c, b, d),
        log_ratio: statistics::log_ratio(a, c, b, d),
        dispersion: statistics::normalised_deviation(deviation, smallest),
    }
}
