//! `topics terms`.

use std::io::{self, Write};

use engine::count::Term;
use engine::explore::{SortKey, TermOptions, TermRow, frequencies, select};
use serde::Serialize;

use crate::arguments::{Format, TermArguments};
use crate::separate::cell;
use crate::study::Study;

/// Names of the sort keys on the command line and of the columns, in the order of the columns.
pub(crate) const KEYS: [(&str, SortKey); 10] = [
    ("term", SortKey::Term),
    ("count", SortKey::Count),
    ("before", SortKey::CountBefore),
    ("per_thousand", SortKey::PerThousand),
    ("per_thousand_before", SortKey::PerThousandBefore),
    ("documents", SortKey::Documents),
    ("sections", SortKey::Sections),
    ("g2", SortKey::Keyness),
    ("log_ratio", SortKey::LogRatio),
    ("dispersion", SortKey::Dispersion),
];

/// One row of the JSON output.
#[derive(Serialize)]
struct JsonRow<'a> {
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

/// The JSON output.
#[derive(Serialize)]
struct JsonTable<'a> {
    words: u32,
    words_before: u32,
    terms: Vec<JsonRow<'a>>,
}

/// Writes the term table.
pub(crate) fn write(
    out: &mut impl Write,
    study: &Study,
    arguments: &TermArguments,
    format: Format,
) -> io::Result<()> {
    let Study { corpus, counts, analysis } = study;
    let selection = select(corpus, counts, analysis, &arguments.filter);
    let options = TermOptions {
        sort: arguments.sort,
        descending: arguments.sort.descends(),
        stop_words: arguments.stop_words,
        ..TermOptions::default()
    };
    let table = frequencies(corpus, counts, analysis, &selection, &options);
    let rows = table.rows.iter().take(arguments.top.unwrap_or(usize::MAX));
    let rows = rows.filter_map(|row| Some((counts.vocabulary.terms.get(row.term as usize)?, row)));
    match format {
        Format::Tsv => {
            writeln!(out, "{}", KEYS.map(|(name, _)| name).join("\t"))?;
            for (term, row) in rows {
                writeln!(out, "{}", tsv(term, row))?;
            }
            Ok(())
        }
        Format::Json => {
            let (words, words_before) = (table.words, table.words_before);
            let terms = rows.map(|(term, row)| json(term, row)).collect();
            serde_json::to_writer_pretty(&mut *out, &JsonTable { words, words_before, terms })?;
            writeln!(out)
        }
    }
}

fn tsv(term: &Term, row: &TermRow) -> String {
    format!(
        "{}\t{}\t{}\t{:.3}\t{:.3}\t{}\t{}\t{:.3}\t{:.3}\t{:.3}",
        cell(&term.display),
        row.count,
        row.count_before,
        row.per_thousand,
        row.per_thousand_before,
        row.documents,
        row.sections,
        row.g2,
        row.log_ratio,
        row.dispersion
    )
}

fn json<'a>(term: &'a Term, row: &TermRow) -> JsonRow<'a> {
    JsonRow {
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
