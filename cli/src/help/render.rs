//! A page at a width.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSplitter};

use super::page::{Content, Page};

pub(super) const HEADING: Style = Style::new().bold().underline();
pub(super) const TERM: Style = AnsiColor::Cyan.on_default().bold();

/// Writes the page, its paragraphs filled to so many columns.
pub(super) fn page(out: &mut impl Write, page: &Page<'_>, columns: usize) -> io::Result<()> {
    for (at, section) in page.sections.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{HEADING}{}{HEADING:#}", section.heading)?;
        for item in &section.items {
            if item.apart {
                writeln!(out)?;
            }
            let indent = item.indent;
            match &item.content {
                Content::Paragraph(text) => fill(out, text, "", indent, indent, columns)?,
                Content::Term(term) => fill(out, "", term, indent, indent, columns)?,
                Content::Beside { term, column, text } => {
                    fill(out, text, term, indent, *column, columns)?;
                }
                // What does not fit is told from a line of its own by its indentation.
                Content::Alone(text) => {
                    let first = " ".repeat(indent);
                    let rest = " ".repeat(indent + 4);
                    lines(out, text, Style::new(), &first, &rest, columns)?;
                }
            }
        }
    }
    Ok(())
}

/// Writes a term at `indent`, if there is one, and a text beside it at `column`, each line of it as far as the end.
pub(super) fn fill(
    out: &mut impl Write,
    text: &str,
    term: &str,
    indent: usize,
    column: usize,
    columns: usize,
) -> io::Result<()> {
    let lead = " ".repeat(indent);
    if text.is_empty() {
        return lines(out, term, TERM, &lead, &lead, columns);
    }
    // Half the width is too little to read in: the text goes below its term.
    if !term.is_empty() && column > columns / 2 {
        lines(out, term, TERM, &lead, &lead, columns)?;
        return fill(out, text, "", indent, indent + 4, columns);
    }
    let margin = " ".repeat(column);
    if term.is_empty() {
        return lines(out, text, Style::new(), &margin, &margin, columns);
    }
    // The term is written in colour and its room kept free in the text, since codes have no width.
    let wrapped = textwrap::wrap(text, options(&margin, &margin, columns));
    for (at, line) in wrapped.iter().enumerate() {
        match at {
            0 => {
                let gap = column.saturating_sub(indent + term.len());
                writeln!(out, "{lead}{TERM}{term}{TERM:#}{:gap$}{}", "", line.trim_start())?;
            }
            _ => writeln!(out, "{line}")?,
        }
    }
    Ok(())
}

fn lines(
    out: &mut impl Write,
    text: &str,
    style: Style,
    first: &str,
    rest: &str,
    columns: usize,
) -> io::Result<()> {
    for line in textwrap::wrap(text, options(first, rest, columns)) {
        let text = line.trim_start();
        let lead = &line[..line.len() - text.len()];
        writeln!(out, "{lead}{style}{text}{style:#}")?;
    }
    Ok(())
}

/// Broken at blanks only: `--stop-words` is one word.
fn options<'a>(first: &'a str, rest: &'a str, columns: usize) -> Options<'a> {
    Options::new(columns)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation)
}
