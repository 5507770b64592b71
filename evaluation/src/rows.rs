//! Tab-separated rows of labelled runs of lines.

use crate::text::Text;

/// One row: lines of a document and what is said of them.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    /// The row's number in its file, from 1.
    number: usize,
    /// Index of the document.
    pub(crate) document: usize,
    first: &'a str,
    last: &'a str,
    pub(crate) label: &'a str,
    /// Empty where there is no such column.
    pub(crate) note: &'a str,
}

impl Row<'_> {
    /// The first line, from 1, and the last, included.
    ///
    /// # Errors
    ///
    /// One of them is no number.
    pub(crate) fn lines(&self) -> Result<(usize, usize), String> {
        let number = |cell: &str| {
            let unread = |_| self.wrong(&format!("{cell:?} is no line number"));
            cell.parse::<usize>().map_err(unread)
        };
        Ok((number(self.first)?, number(self.last)?))
    }

    /// What is wrong with the row, with its number.
    pub(crate) fn wrong(&self, what: &str) -> String {
        format!("row {}: {what}", self.number)
    }
}

/// The rows of a table whose header names at least the columns document, first, last and label.
///
/// # Errors
///
/// A missing column at once, an unknown document with its row.
pub(crate) fn rows<'a>(
    table: &'a str,
    texts: &'a [Text],
) -> Result<impl Iterator<Item = Result<Row<'a>, String>>, String> {
    let mut lines = table.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let header: Vec<&str> = lines.next().map_or(Vec::new(), |(_, line)| line.split('\t').collect());
    let named = |names: &[&str]| header.iter().position(|name| names.contains(&name.trim()));
    let column = |names: &[&str]| named(names).ok_or_else(|| format!("no column {}", names[0]));
    let (document, label) = (column(&["document", "doc"])?, column(&["label"])?);
    let (first, last) = (column(&["first"])?, column(&["last"])?);
    let note = named(&["note"]);
    Ok(lines.map(move |(index, line)| {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let cell = |column: usize| cells.get(column).copied().unwrap_or("");
        let name = cell(document);
        let at = texts.iter().position(|text| text.name == name);
        let document = at.ok_or_else(|| format!("row {}: unknown document {name}", index + 1))?;
        let (label, note) = (cell(label), note.map_or("", cell));
        Ok(Row { number: index + 1, document, first: cell(first), last: cell(last), label, note })
    }))
}
