//! Aligned columns for a person to read, no line wider than the terminal.

mod text;

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

pub(crate) use self::text::visible;
use self::text::{cut, width};

/// Blanks between columns.
const GAP: usize = 2;

const HEADER: Style = Style::new().bold().underline();
const TITLE: Style = AnsiColor::Cyan.on_default().bold();

/// The side of a column its cells stand at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Align {
    Left,
    Right,
}

/// What stands above the cells of a column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    /// Above the name; it goes on over the columns to the right that have none. Empty where nothing stands above.
    pub(crate) group: Option<&'static str>,
    pub(crate) name: &'static str,
    pub(crate) align: Align,
}

impl Column {
    pub(crate) const fn left(name: &'static str) -> Self {
        Self { group: None, name, align: Align::Left }
    }

    pub(crate) const fn right(name: &'static str) -> Self {
        Self { group: None, name, align: Align::Right }
    }

    /// The same column as the first of a group.
    pub(crate) const fn under(self, group: &'static str) -> Self {
        Self { group: Some(group), ..self }
    }
}

/// A piece of text with a look.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    text: String,
    style: Style,
}

impl Cell {
    pub(crate) fn new(text: &str, style: Style) -> Self {
        Self { text: visible(text), style }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::new(&text, Style::new())
    }
}

#[derive(Clone, Debug)]
enum Line<const N: usize> {
    Title(String),
    Row([Cell; N]),
}

/// Rows of `N` cells under a header.
#[derive(Clone, Debug)]
pub(crate) struct Table<const N: usize> {
    columns: [Column; N],
    /// Which columns give way on a narrow terminal, in this order, each down to how many columns of the terminal.
    give_way: &'static [(usize, usize)],
    lines: Vec<Line<N>>,
}

impl<const N: usize> Table<N> {
    pub(crate) fn new(columns: [Column; N], give_way: &'static [(usize, usize)]) -> Self {
        Self { columns, give_way, lines: Vec::new() }
    }

    /// A line of its own above the rows that follow.
    pub(crate) fn title(&mut self, title: &str) {
        self.lines.push(Line::Title(visible(title)));
    }

    pub(crate) fn row(&mut self, cells: [Cell; N]) {
        self.lines.push(Line::Row(cells));
    }

    /// Writes the header and the lines, cut to so many columns of the terminal where there is a limit.
    pub(crate) fn write(&self, out: &mut impl Write, limit: Option<usize>) -> io::Result<()> {
        let widths = self.widths(limit);
        let mut starts = [0; N];
        for at in 1..N {
            starts[at] = starts[at - 1] + widths[at - 1] + GAP;
        }
        let end = limit.unwrap_or(usize::MAX);
        if self.columns.iter().any(|column| column.group.is_some()) {
            let mut line = Placed::new(out, end);
            for (at, column) in self.columns.iter().enumerate() {
                let next = (at + 1..N).find(|next| self.columns[*next].group.is_some());
                let room = next.map_or(usize::MAX, |next| starts[next] - GAP) - starts[at];
                let group = column.group.unwrap_or_default();
                line.place(starts[at], room, Align::Left, group, Style::new().bold())?;
            }
            line.end()?;
        }
        let mut line = Placed::new(out, end);
        for (at, column) in self.columns.iter().enumerate() {
            line.place(starts[at], widths[at], column.align, column.name, HEADER)?;
        }
        line.end()?;
        for content in &self.lines {
            let mut line = Placed::new(out, end);
            match content {
                Line::Title(title) => line.place(0, usize::MAX, Align::Left, title, TITLE)?,
                Line::Row(cells) => {
                    for (at, cell) in cells.iter().enumerate() {
                        let align = self.columns[at].align;
                        line.place(starts[at], widths[at], align, &cell.text, cell.style)?;
                    }
                }
            }
            line.end()?;
        }
        Ok(())
    }

    /// The widths of the columns: what their cells need, less what has to give way.
    fn widths(&self, limit: Option<usize>) -> [usize; N] {
        let mut widths = self.columns.map(|column| width(column.name));
        for line in &self.lines {
            if let Line::Row(cells) = line {
                for (width, cell) in widths.iter_mut().zip(cells) {
                    *width = (*width).max(text::width(&cell.text));
                }
            }
        }
        let whole = widths.iter().sum::<usize>() + GAP * N.saturating_sub(1);
        let mut over = whole.saturating_sub(limit.unwrap_or(whole));
        for (at, least) in self.give_way {
            let given = over.min(widths[*at].saturating_sub(*least));
            widths[*at] -= given;
            over -= given;
        }
        widths
    }
}

/// A line being written from left to right. Blanks are written only before text, so that no line ends with them.
struct Placed<'a, W: Write> {
    out: &'a mut W,
    /// Columns written.
    at: usize,
    /// Columns there are.
    end: usize,
}

impl<'a, W: Write> Placed<'a, W> {
    fn new(out: &'a mut W, end: usize) -> Self {
        Self { out, at: 0, end }
    }

    /// Writes a text into a column that begins at `start`, as far as it fits.
    fn place(
        &mut self,
        start: usize,
        columns: usize,
        align: Align,
        text: &str,
        style: Style,
    ) -> io::Result<()> {
        let columns = columns.min(self.end.saturating_sub(start));
        let shown = cut(text, columns);
        if shown.is_empty() {
            return Ok(());
        }
        let taken = width(&shown);
        let start = if align == Align::Right { start + columns - taken } else { start };
        let blanks = " ".repeat(start - self.at);
        write!(self.out, "{blanks}{style}{shown}{style:#}")?;
        self.at = start + taken;
        Ok(())
    }

    fn end(self) -> io::Result<()> {
        writeln!(self.out)
    }
}

#[cfg(test)]
mod tests;
