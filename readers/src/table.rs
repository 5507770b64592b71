//! Tables: a document a row.

use std::io::Cursor;

use crate::columns::{Chosen, Column, SAMPLE, document};
use crate::encoding::Decoded;
use crate::reader::Step;
use crate::{Choice, Encoding, Format, Found, Note, Problem, Reason, Remark, Settings};

/// Bytes looked at to find what parts the cells.
const HEAD: usize = 1 << 16;

/// What may part cells.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Rows without text that are named one by one; the others are counted.
pub(crate) const NAMED: usize = 10;

/// The rows of a table, one after the other.
#[derive(Debug)]
pub(crate) struct Rows {
    name: String,
    encoding: Encoding,
    /// What the columns are called.
    columns: Vec<String>,
    chosen: Chosen,
    reader: csv::Reader<Cursor<String>>,
    record: csv::StringRecord,
    /// Number of the row read last, the header not counted.
    row: usize,
    /// Said before the first row.
    remark: Option<Remark>,
    empty: usize,
    open_quote: bool,
    ended: bool,
}

impl Rows {
    /// Looks at the first rows: what parts the cells, whether there is a header, which column is which.
    pub(crate) fn new(name: &str, decoded: Decoded, settings: &Settings) -> Result<Self, Reason> {
        let Decoded { text, encoding, .. } = decoded;
        let mut end = text.len().min(HEAD);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let separator = separator(&text[..end], name.to_ascii_lowercase().ends_with(".csv"));
        let quoted =
            separator != b'\t' || text.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
        let mut head = builder(separator, quoted).from_reader(text.as_bytes());
        let mut rows = head.records().take(SAMPLE + 1).filter_map(Result::ok);
        let first = rows.next().ok_or(Reason::Empty)?;
        let rows: Vec<csv::StringRecord> = rows.collect();
        let header = is_header(&first) && !rows.is_empty();
        let width = rows.iter().map(csv::StringRecord::len).max().unwrap_or(0).max(first.len());
        let named = |at: usize| match first.get(at).map(str::trim).filter(|_| header) {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => (at + 1).to_string(),
        };
        let mut columns: Vec<Column> = (0..width).map(|at| Column::new(named(at))).collect();
        for (at, row) in (!header).then_some(&first).into_iter().chain(&rows).enumerate() {
            row.iter().zip(&mut columns).for_each(|(cell, column)| column.see(at, cell));
        }
        let chosen = Chosen::of(&columns, settings)?;
        let said = chosen.said(&columns, settings);
        let columns = said.names.clone();
        let remark = Some(Remark::Columns(Box::new(said)));
        drop(head);
        let open_quote = quoted && text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
        let mut reader = builder(separator, quoted).from_reader(Cursor::new(text));
        let mut record = csv::StringRecord::new();
        if header && reader.read_record(&mut record).is_err() {
            return Err(Reason::Empty);
        }
        let name = name.to_owned();
        let (row, empty, ended) = (0, 0, false);
        Ok(Self {
            name,
            encoding,
            columns,
            chosen,
            reader,
            record,
            row,
            remark,
            empty,
            open_quote,
            ended,
        })
    }

    /// Takes other columns than were guessed. Without the one with the text it stays as it was.
    pub(crate) fn choose(&mut self, choice: &Choice) {
        let at = |name: &String| self.columns.iter().position(|column| column == name);
        if let Some(text) = at(&choice.text) {
            let title = choice.title.as_ref().and_then(at);
            self.chosen = Chosen { text, title, group: choice.group.as_ref().and_then(at) };
        }
    }

    /// Bytes read so far.
    pub(crate) fn done(&self) -> u64 {
        self.reader.position().byte()
    }

    /// The next row, or what there is to say.
    pub(crate) fn next(&mut self) -> Option<Step> {
        let note =
            |remark| Some(Step::Found(Found::Note(Note { name: self.name.clone(), remark })));
        if let Some(remark) = self.remark.take() {
            return note(remark);
        }
        if std::mem::take(&mut self.open_quote) {
            return note(Remark::OpenQuote);
        }
        while !self.ended && self.reader.read_record(&mut self.record).unwrap_or(false) {
            self.row += 1;
            let cell = |at: usize| self.record.get(at);
            let name = format!("{}:{}", self.name, self.row);
            let group = self.chosen.group.and_then(cell);
            let title = self.chosen.title.and_then(cell);
            let text = cell(self.chosen.text).unwrap_or("");
            match document(name.clone(), text, title, group, self.encoding, Format::Table) {
                Ok(source) => return Some(Step::Found(Found::Source(source))),
                Err(reason) if self.empty < NAMED => {
                    self.empty += 1;
                    return Some(Step::Found(Found::Problem(Problem { name, reason })));
                }
                Err(_) => self.empty += 1,
            }
        }
        let more = self.empty.saturating_sub(NAMED);
        let said = std::mem::replace(&mut self.ended, true);
        (more > 0 && !said).then(|| {
            let name = self.name.clone();
            Step::Found(Found::Problem(Problem { name, reason: Reason::MoreRows(more) }))
        })
    }
}

fn builder(separator: u8, quoted: bool) -> csv::ReaderBuilder {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true).quoting(quoted);
    builder
}

/// What parts the cells: what gives the most rows the same number of cells, and more than one.
fn separator(head: &str, comma_first: bool) -> u8 {
    let score = |separator: u8| {
        let mut reader = builder(separator, true).from_reader(head.as_bytes());
        let widths: Vec<usize> =
            reader.records().take(50).filter_map(Result::ok).map(|row| row.len()).collect();
        let first = widths.first().copied().unwrap_or(0);
        let same = widths.iter().filter(|width| **width == first).count();
        if first < 2 { (0, 0) } else { (same * 100 / widths.len().max(1), first) }
    };
    let usual = if comma_first { b',' } else { b'\t' };
    let others = SEPARATORS.into_iter().filter(|other| *other != usual);
    let mut best = (usual, score(usual));
    for other in others {
        let found = score(other);
        if found > best.1 {
            best = (other, found);
        }
    }
    best.0
}

/// Whether a row names the columns: short cells, each another, none of them a figure.
fn is_header(row: &csv::StringRecord) -> bool {
    let cells: Vec<&str> = row.iter().map(str::trim).collect();
    let short = |cell: &&str| cell.chars().count() <= 60 && cell.parse::<f64>().is_err();
    let mut unique: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
    let named = unique.len();
    unique.sort_unstable();
    unique.dedup();
    named > 0
        && unique.len() == named
        && cells.iter().all(short)
        && !cells.iter().any(|cell| cell.ends_with(['.', '?', '!']))
}
