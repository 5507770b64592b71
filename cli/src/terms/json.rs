//! The term table as objects.

use engine::count::Term;
use engine::explore::{TermRow, TermTable};
use serde::Serialize;

/// The whole output of `topics terms --format json`.
#[derive(Serialize)]
pub(super) struct Table<'a> {
    words: u32,
    words_before: u32,
    terms: Vec<Row<'a>>,
}

/// One term.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    term: &'a str,
    form: &'a str,
    stop: bool,
    figure: bool,
    count: u32,
    before: u32,
    per_thousand: f64,
    per_thousand_before: f64,
    documents: u32,
    sections: u32,
    g2: f64,
    log_ratio: f64,
    dispersion: f64,
}

impl<'a> Table<'a> {
    pub(super) fn of(found: &TermTable, rows: &[(&'a Term, &TermRow)]) -> Self {
        let terms = rows.iter().map(Row::of).collect();
        Self { words: found.words, words_before: found.words_before, terms }
    }
}

impl<'a> Row<'a> {
    pub(super) fn of((term, row): &(&'a Term, &TermRow)) -> Self {
        Self {
            term: &term.display,
            form: &term.form,
            stop: term.stop,
            figure: term.figure,
            count: row.count,
            before: row.count_before,
            per_thousand: row.per_thousand,
            per_thousand_before: row.per_thousand_before,
            documents: row.documents,
            sections: row.sections,
            g2: row.g2,
            log_ratio: row.log_ratio,
            dispersion: row.dispersion,
        }
    }
}
