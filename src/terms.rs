//! The terms table as a person asked for it: counted for the selection, filtered, sorted.

use engine::count::TermId;
use engine::count::statistics::{g2, log_ratio, per_thousand};

use crate::state::{Column, Selection, Sort};
use crate::study::Study;

/// A term in the selection and in the whole corpus.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The term.
    pub term: TermId,
    /// How often it stands in the selection.
    pub count: u32,
    /// How often it stands in the whole corpus.
    pub before: u32,
    /// Occurrences in a thousand words of the selection.
    pub rate: f64,
    /// Signed G² of the selection against the rest.
    pub keyness: f64,
    /// Log ratio of the selection against the rest.
    pub ratio: f64,
    /// Documents of the selection it stands in.
    pub documents: u32,
}

impl Row {
    /// What the selection leaves out, as a number below zero.
    pub fn change(&self) -> i64 {
        i64::from(self.count) - i64::from(self.before)
    }
}

/// Every term of the corpus, counted for a selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// One row a term, in the order of the vocabulary.
    pub rows: Vec<Row>,
    /// Words in the selection.
    pub words: u64,
    /// Words in the whole corpus.
    pub all_words: u64,
}

impl Tally {
    /// Counts a selection.
    pub fn of(study: &Study, selection: &Selection) -> Self {
        let terms = study.counts.vocabulary.terms.len();
        let mut count = vec![0_u32; terms];
        let mut before = vec![0_u32; terms];
        let mut documents = vec![0_u32; terms];
        let mut seen_in = vec![u32::MAX; terms];
        let (mut words, mut all_words) = (0_u64, 0_u64);
        for (index, section) in (0..).zip(&study.analysis.sections) {
            let selected = selection.has(index);
            for token in study.tokens(index) {
                let term = token.term as usize;
                before[term] += 1;
                all_words += 1;
                if selected {
                    count[term] += 1;
                    words += 1;
                    if seen_in[term] != section.document {
                        seen_in[term] = section.document;
                        documents[term] += 1;
                    }
                }
            }
        }
        let (target, rest) = (words as f64, (all_words - words) as f64);
        let rows = (0..terms)
            .map(|term| {
                let a = f64::from(count[term]);
                let b = f64::from(before[term] - count[term]);
                Row {
                    term: term as TermId,
                    count: count[term],
                    before: before[term],
                    rate: per_thousand(a, target),
                    keyness: g2(a, target, b, rest),
                    ratio: log_ratio(a, target, b, rest),
                    documents: documents[term],
                }
            })
            .collect();
        Self { rows, words, all_words }
    }

    /// The rows a person asked for, in their order. Equal rows stand in the order of their words.
    pub fn rows(&self, study: &Study, find: &str, common: bool, sort: Sort) -> Vec<Row> {
        let terms = &study.counts.vocabulary.terms;
        let wanted = find.trim().to_lowercase();
        let mut rows: Vec<Row> = self
            .rows
            .iter()
            .filter(|row| row.before > 0)
            .filter(|row| {
                let term = terms.get(row.term as usize);
                term.is_some_and(|term| {
                    let found = term.display.contains(&wanted) || term.form.contains(&wanted);
                    found && (common || !term.stop)
                })
            })
            .copied()
            .collect();
        let name = |row: &Row| study.term_name(row.term);
        rows.sort_by(|one, other| {
            let order = match sort.column {
                Column::Term => name(one).cmp(name(other)),
                Column::Count => one.count.cmp(&other.count),
                Column::Before => one.before.cmp(&other.before),
                Column::Change => one.change().cmp(&other.change()),
                Column::Rate => one.rate.total_cmp(&other.rate),
                Column::Keyness => one.keyness.total_cmp(&other.keyness),
                Column::Ratio => one.ratio.total_cmp(&other.ratio),
                Column::Documents => one.documents.cmp(&other.documents),
            };
            let order = if sort.descending { order.reverse() } else { order };
            order.then(other.before.cmp(&one.before)).then_with(|| name(one).cmp(name(other)))
        });
        rows
    }

    /// What the selection does to the counts, in one sentence.
    pub fn sentence(&self, study: &Study, selection: &Selection) -> String {
        use crate::format::{count, counted};
        let gone = self.all_words - self.words;
        if gone == 0 {
            return "Every word is counted.".to_owned();
        }
        let fewer = counted(gone, "word fewer", "words fewer");
        let hides_kept = (0..)
            .zip(&study.analysis.sections)
            .any(|(index, section)| section.verdict.is_kept() && !selection.has(index));
        let start = match (selection.asked, hides_kept) {
            (true, _) => format!("In this selection: {fewer} than in everything"),
            (false, true) => format!("Without what is left out: {fewer}"),
            (false, false) => format!("Without the off-topic text: {fewer}"),
        };
        let terms = &study.counts.vocabulary.terms;
        let hardest = self
            .rows
            .iter()
            .filter(|row| terms.get(row.term as usize).is_some_and(|term| !term.stop))
            .min_by_key(|row| (row.change(), row.term));
        match hardest.filter(|row| row.change() < 0) {
            Some(row) => format!(
                "{start}; “{}” falls from {} to {}.",
                study.term_name(row.term),
                count(u64::from(row.before)),
                count(u64::from(row.count)),
            ),
            None => format!("{start}."),
        }
    }
}
