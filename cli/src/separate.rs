//! `topics separate`.

use std::io::{self, Write};

use crate::arguments::Format;
use crate::json;
use crate::reason::{reason, topic_label};
use crate::runs::runs;
use crate::study::Study;

/// The header of the rows.
const HEADER: &str = "document\tfirst\tlast\tlabel\ttopic\tscore\treason";

/// Writes what was found.
pub(crate) fn write(out: &mut impl Write, study: &Study, format: Format) -> io::Result<()> {
    match format {
        Format::Tsv => rows(out, study),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &json::Separation::of(study))?;
            writeln!(out)
        }
    }
}

fn rows(out: &mut impl Write, study: &Study) -> io::Result<()> {
    writeln!(out, "{HEADER}")?;
    for (index, document) in study.corpus.documents.iter().enumerate() {
        for run in runs(study, index) {
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

/// Text as one cell: tabs and line ends are blanks.
pub(crate) fn cell(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}
