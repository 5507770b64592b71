//! `topics terms`.

mod json;
mod table;

use std::io::{self, Write};

use engine::count::Term;
use engine::explore::{SortKey, TermOptions, TermRow, frequencies, select};
use evaluation::Study;

use crate::arguments::TermArguments;
use crate::format::{Format, Outcome, cell, json, json_lines};

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

/// Writes the term table.
pub(crate) fn write(
    out: &mut impl Write,
    study: &Study,
    arguments: &TermArguments,
    format: Format,
    columns: Option<usize>,
) -> io::Result<Outcome> {
    let Study { corpus, counts, analysis } = study;
    let selection = select(corpus, counts, analysis, &arguments.filter);
    let options = TermOptions {
        sort: arguments.sort,
        descending: arguments.sort.descends(),
        stop_words: arguments.stop_words,
        ..TermOptions::default()
    };
    let found = frequencies(corpus, counts, analysis, &selection, &options);
    let rows = found.rows.iter().take(arguments.top.unwrap_or(usize::MAX));
    let term = |row: &TermRow| counts.vocabulary.terms.get(row.term as usize);
    let rows: Vec<(&Term, &TermRow)> =
        rows.filter_map(|row| term(row).map(|term| (term, row))).collect();
    match format {
        Format::Table => table::of(&rows).write(out, columns)?,
        Format::Tsv => tsv(out, &rows)?,
        Format::Json => json(out, &json::Table::of(&found, &rows))?,
        Format::Jsonl => json_lines(out, rows.iter().map(json::Row::of))?,
    }
    Ok(Outcome::of(rows.len()))
}

fn tsv(out: &mut impl Write, rows: &[(&Term, &TermRow)]) -> io::Result<()> {
    writeln!(out, "{}", KEYS.map(|(name, _)| name).join("\t"))?;
    for (term, row) in rows {
        writeln!(
            out,
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
        )?;
    }
    Ok(())
}
