//! `topics separate`.

mod json;
mod table;

use std::io::{self, Write};

use evaluation::{Run, Study, runs};

use crate::format::{Format, Outcome, cell, json, json_lines};
use crate::reason::{reason, topic_label};

/// The header of the rows.
const HEADER: &str = "document\tfirst\tlast\tlabel\ttopic\tscore\treason";

/// Writes what was found.
pub(crate) fn write(
    out: &mut impl Write,
    study: &Study,
    format: Format,
    columns: Option<usize>,
) -> io::Result<Outcome> {
    let documents: Vec<Vec<Run>> =
        (0..study.corpus.documents.len()).map(|document| runs(study, document)).collect();
    match format {
        Format::Table => table::of(study, &documents).write(out, columns)?,
        Format::Tsv => rows(out, study, &documents)?,
        Format::Json => json(out, &json::Separation::of(study, &documents))?,
        Format::Jsonl => json_lines(out, json::lines(study, &documents))?,
    }
    Ok(Outcome::of(documents.iter().map(Vec::len).sum()))
}

fn rows(out: &mut impl Write, study: &Study, documents: &[Vec<Run>]) -> io::Result<()> {
    writeln!(out, "{HEADER}")?;
    for (document, runs) in study.corpus.documents.iter().zip(documents) {
        for run in runs {
            let label = run.source.label(&study.analysis).name();
            let (topic, score) = match run.source.section(&study.analysis) {
                Some(section) => (topic_label(study, section), format!("{:.3}", section.score)),
                None => (String::new(), String::new()),
            };
            let cells = [
                cell(&document.name),
                run.first.to_string(),
                run.last.to_string(),
                label.to_owned(),
                cell(&topic),
                score,
                cell(&reason(study, run.source)),
            ];
            writeln!(out, "{}", cells.join("\t"))?;
        }
    }
    Ok(())
}
