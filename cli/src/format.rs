//! The shapes of the output.

use std::io::{self, Write};

use serde::Serialize;

/// The shape of the output.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
    /// For a person at a terminal.
    Table,
    /// Tab-separated rows under a header.
    Tsv,
    /// One object.
    Json,
    /// One object a line.
    Jsonl,
}

impl Format {
    /// Their names on the command line.
    pub(crate) const NAMES: [(&str, Self); 4] =
        [("table", Self::Table), ("tsv", Self::Tsv), ("json", Self::Json), ("jsonl", Self::Jsonl)];

    /// What to write where no format is asked for: pipelines are promised rows.
    pub(crate) fn usual(terminal: bool) -> Self {
        if terminal { Self::Table } else { Self::Tsv }
    }
}

/// Whether a command had anything to tell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    Rows,
    NoRow,
}

impl Outcome {
    pub(crate) fn of(rows: usize) -> Self {
        if rows == 0 { Self::NoRow } else { Self::Rows }
    }
}

/// Text as one cell of tab-separated rows: tabs and line ends are blanks.
pub(crate) fn cell(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

/// Writes one object over many lines.
pub(crate) fn json(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// Writes each object on a line of its own.
pub(crate) fn json_lines<T: Serialize>(
    out: &mut impl Write,
    values: impl IntoIterator<Item = T>,
) -> io::Result<()> {
    for value in values {
        serde_json::to_writer(&mut *out, &value)?;
        writeln!(out)?;
    }
    Ok(())
}
