//! `topics text`: the text of documents as they are read, line by line.

use std::io::{self, Write};

use anstyle::Style;
use engine::parse::LineKind;
use readers::Source;
use serde::Serialize;

use crate::format::{Format, Outcome, cell, json, json_lines};
use crate::reason::code_name;
use crate::table::{Cell, Column, Table};

/// The header of the rows.
const HEADER: &str = "document\tline\tkind\ttext";

const COLUMNS: [Column; 3] = [Column::right("line"), Column::left("kind"), Column::left("text")];

/// A document as an object.
#[derive(Serialize)]
struct Object<'a> {
    document: &'a str,
    title: Option<&'a str>,
    group: Option<&'a str>,
    language: Option<&'static str>,
    format: String,
    encoding: String,
    text: &'a str,
    kinds: Vec<(u32, String)>,
}

/// Takes a document.
pub(crate) type Give<'a> = dyn FnMut(Source) -> io::Result<()> + 'a;

/// Writes the documents that `read` hands on: rows and JSON lines as they come, the other formats when all are there.
pub(crate) fn write(
    out: &mut impl Write,
    format: Format,
    columns: Option<usize>,
    read: impl FnOnce(&mut Give<'_>) -> io::Result<()>,
) -> io::Result<Outcome> {
    let mut documents = Vec::new();
    let mut number = 0;
    read(&mut |document| {
        number += 1;
        match format {
            Format::Table | Format::Json => {
                documents.push(document);
                return Ok(());
            }
            Format::Tsv => rows(out, &document, number == 1)?,
            Format::Jsonl => json_lines(out, [object(&document)])?,
        }
        // Whoever reads them need not wait for the next.
        out.flush()
    })?;
    match format {
        _ if number == 0 => {}
        Format::Table => table(&documents).write(out, columns)?,
        Format::Json => json(out, &documents.iter().map(object).collect::<Vec<_>>())?,
        Format::Tsv | Format::Jsonl => {}
    }
    Ok(Outcome::of(number))
}

/// Writes a document as rows, under their header where it is the first.
fn rows(out: &mut impl Write, document: &Source, first: bool) -> io::Result<()> {
    if first {
        writeln!(out, "{HEADER}")?;
    }
    let name = cell(&document.name);
    for (number, kind, text) in lines(document) {
        writeln!(out, "{name}\t{number}\t{}\t{}", name_of(kind), cell(text))?;
    }
    Ok(())
}

fn table(documents: &[Source]) -> Table<3> {
    let mut table = Table::new(COLUMNS, &[(2, 20)]);
    for document in documents {
        table.title(&document.name);
        for (number, kind, text) in lines(document) {
            let style = match kind {
                Some(LineKind::Heading(_)) => Style::new().bold(),
                Some(LineKind::Furniture(_)) => Style::new().dimmed(),
                _ => Style::new(),
            };
            table.row([
                number.to_string().into(),
                Cell::new(&name_of(kind), Style::new().dimmed()),
                Cell::new(text, style),
            ]);
        }
    }
    table
}

/// The lines that are not blank, with their numbers from 1.
fn lines(document: &Source) -> impl Iterator<Item = (u32, Option<LineKind>, &str)> {
    let mut hints = document.hints.iter().peekable();
    let lines = (0..).zip(document.text.split_inclusive('\n'));
    lines.filter(|(_, text)| !text.trim().is_empty()).map(move |(line, text)| {
        while hints.next_if(|hint| hint.line < line).is_some() {}
        let kind = hints.next_if(|hint| hint.line == line).map(|hint| hint.kind);
        (line + 1, kind, text.trim_end())
    })
}

fn object(document: &Source) -> Object<'_> {
    Object {
        document: &document.name,
        title: document.title.as_deref(),
        group: document.group.as_deref(),
        language: document.language.map(engine::language::Language::code),
        format: document.format.to_string(),
        encoding: document.encoding.to_string(),
        text: &document.text,
        kinds: document
            .hints
            .iter()
            .map(|hint| (hint.line + 1, name_of(Some(hint.kind))))
            .collect(),
    }
}

/// What the markup says of a line; empty where it says nothing.
fn name_of(kind: Option<LineKind>) -> String {
    match kind {
        Some(LineKind::Heading(level)) => format!("heading {level}"),
        Some(LineKind::Text) => "text".to_owned(),
        Some(LineKind::ListItem) => "list".to_owned(),
        Some(LineKind::TableRow) => "table".to_owned(),
        Some(LineKind::Quotation) => "quotation".to_owned(),
        Some(LineKind::Code) => "code".to_owned(),
        Some(LineKind::Furniture(code)) => code_name(code),
        None => String::new(),
    }
}
