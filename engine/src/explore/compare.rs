//! Two selections side by side: the terms that tell one from the other.

use std::cmp::Ordering;

use super::selection::{Selection, tokens};
use super::terms::{TermOptions, Wanted};
use crate::Corpus;
use crate::count::{Counts, TermId, Vocabulary, statistics};
use crate::separate::{Analysis, Verdict};

/// What terms are ranked by.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Measure {
    /// Log-odds ratio with an informative Dirichlet prior, in standard deviations.
    #[default]
    LogOdds,
    /// Signed four-term G².
    G2,
}

/// How many words the prior of the log-odds is worth. Its rates are always those of the whole corpus.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Prior {
    /// As many as both sides together have: what is said of two selections does not depend on how much other text the
    /// corpus holds.
    #[default]
    Sides,
    /// As many as the smaller side has: it steadies the rates of rare terms and never outweighs what either side says, however
    /// unlike their sizes are.
    Smaller,
    /// As many as the corpus has: small selections of a large corpus then hardly differ.
    Corpus,
}

/// How to compare.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareOptions {
    /// What terms are ranked by.
    pub measure: Measure,
    /// The weight of the prior.
    pub prior: Prior,
    /// Fewest occurrences on both sides together.
    pub floor: u32,
    /// Which terms: text, figures and the stop list count; order, direction and absent terms do not.
    pub terms: TermOptions,
}

impl Default for CompareOptions {
    fn default() -> Self {
        Self {
            measure: Measure::LogOdds,
            prior: Prior::Sides,
            floor: 2,
            terms: TermOptions::default(),
        }
    }
}

/// One term on both sides. Scores above 0 say that `a` has more of it, below 0 that `b` has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CompareRow {
    /// The term.
    pub term: TermId,
    /// Occurrences in the first selection.
    pub a: u32,
    /// Occurrences in the second.
    pub b: u32,
    /// Occurrences in the whole corpus.
    pub total: u32,
    /// Of `a`, those in off-topic sections.
    pub off_a: u32,
    /// Of `b`, those in off-topic sections.
    pub off_b: u32,
    /// Log-odds ratio with the prior, in nats, see [`statistics::log_odds`].
    pub delta: f64,
    /// The same in standard deviations.
    pub z: f64,
    /// Signed four-term G², see [`statistics::g2`].
    pub g2: f64,
    /// Log ratio, see [`statistics::log_ratio`].
    pub log_ratio: f64,
}

impl CompareRow {
    /// The value a measure ranks by.
    pub fn score(&self, measure: Measure) -> f64 {
        match measure {
            Measure::LogOdds => self.z,
            Measure::G2 => self.g2,
        }
    }
}

/// Two selections compared.
///
/// A section may be in both, and then counts on both sides: counts are those a person sees of each selection by itself,
/// a selection can be compared with one that holds it, and swapping the two changes the signs only. What they share
/// makes them more alike, never less, and the scores more careful than they claim.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// One row a term that either has, the most telling first.
    pub rows: Vec<CompareRow>,
    /// Tokens of the first selection.
    pub words_a: u32,
    /// Tokens of the second.
    pub words_b: u32,
    /// Of `words_a`, those in off-topic sections.
    pub off_words_a: u32,
    /// Of `words_b`, those in off-topic sections.
    pub off_words_b: u32,
    /// Tokens of the sections in both.
    pub shared_words: u32,
    /// The sections in both, as indexes into [`Analysis::sections`].
    pub shared_sections: Vec<u32>,
    /// What the rows are ranked by.
    pub measure: Measure,
}

impl Comparison {
    /// The terms most typical of the first selection and those most typical of the second, at most `most` of each, the
    /// most telling first.
    pub fn top(&self, most: usize) -> (Vec<CompareRow>, Vec<CompareRow>) {
        let side = |sign: f64| {
            let rows = self.rows.iter().filter(|row| row.score(self.measure) * sign > 0.0);
            rows.take(most).copied().collect()
        };
        (side(1.0), side(-1.0))
    }
}

/// Compares two selections.
///
/// Time: one look at each token of the corpus, some logarithms for each term either has, and the sort.
pub fn compare(
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
    a: &Selection,
    b: &Selection,
    options: &CompareOptions,
) -> Comparison {
    let mut found = Comparison { measure: options.measure, ..Comparison::default() };
    let mut sums = vec![Sums::default(); counts.vocabulary.terms.len()];
    let mut words = 0_u32;
    for (index, section) in analysis.sections.iter().enumerate() {
        let tokens = tokens(counts, section);
        let size = tokens.len() as u32;
        let off = u32::from(section.verdict == Verdict::OffTopic);
        let (in_a, in_b) = (u32::from(a.contains(index)), u32::from(b.contains(index)));
        words += size;
        found.words_a += in_a * size;
        found.words_b += in_b * size;
        found.off_words_a += in_a * off * size;
        found.off_words_b += in_b * off * size;
        if in_a * in_b == 1 {
            found.shared_words += size;
            found.shared_sections.push(index as u32);
        }
        for token in tokens {
            if let Some(sums) = sums.get_mut(token.term() as usize) {
                sums.total += 1;
                sums.a += in_a;
                sums.b += in_b;
                sums.off_a += in_a * off;
                sums.off_b += in_b * off;
            }
        }
    }
    let sides = f64::from(found.words_a) + f64::from(found.words_b);
    // A corpus without a word has no term to scale the prior of.
    let scale = match options.prior {
        Prior::Sides => sides / f64::from(words.max(1)),
        Prior::Smaller => {
            // A side without a word has no rate that a prior could steady.
            f64::from(found.words_a.min(found.words_b).max(1)) / f64::from(words.max(1))
        }
        Prior::Corpus => 1.0,
    };
    let prior_words = f64::from(words) * scale;
    let wanted = Wanted::new(corpus, counts, &options.terms);
    let enough = |sums: &Sums| sums.a + sums.b >= options.floor.max(1);
    for (index, sums) in sums.iter().enumerate().filter(|(_, sums)| enough(sums)) {
        if wanted.has(index) {
            let (c, d) = (f64::from(found.words_a), f64::from(found.words_b));
            found.rows.push(sums.row(index as TermId, c, d, scale, prior_words));
        }
    }
    sort(&mut found.rows, &counts.vocabulary, options.measure);
    found
}

/// The counts of one term.
#[derive(Clone, Copy, Default)]
struct Sums {
    a: u32,
    b: u32,
    total: u32,
    off_a: u32,
    off_b: u32,
}

impl Sums {
    fn row(self, term: TermId, c: f64, d: f64, scale: f64, prior_words: f64) -> CompareRow {
        let (a, b) = (f64::from(self.a), f64::from(self.b));
        let odds = statistics::log_odds(a, c, b, d, f64::from(self.total) * scale, prior_words);
        CompareRow {
            term,
            a: self.a,
            b: self.b,
            total: self.total,
            off_a: self.off_a,
            off_b: self.off_b,
            delta: odds.delta,
            z: odds.z,
            g2: statistics::g2(a, c, b, d),
            log_ratio: statistics::log_ratio(a, c, b, d),
        }
    }
}

/// Sorts by how far a score is from 0, whichever way; equal rows by what is shown.
fn sort(rows: &mut [CompareRow], vocabulary: &Vocabulary, measure: Measure) {
    let shown = |row: &CompareRow| {
        vocabulary.terms.get(row.term as usize).map_or("", |term| term.display.as_str())
    };
    let far = |row: &CompareRow| row.score(measure).abs();
    let by = |x: &CompareRow, y: &CompareRow| -> Ordering {
        let order = far(y).total_cmp(&far(x)).then_with(|| shown(x).cmp(shown(y)));
        order.then(x.term.cmp(&y.term))
    };
    super::sort(rows, &by);
}

#[cfg(test)]
mod tests;
