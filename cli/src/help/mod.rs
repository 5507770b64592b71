//! What `--help` and `-h` print: pages of text in `pages/`, filled to the width of the terminal.
//!
//! The summary of `-h` is made from the same page, so the two cannot disagree.

mod page;
mod render;
mod summary;

use std::io::{self, Write};

use self::page::Page;
use crate::arguments::Name;
use crate::format::Outcome;
use crate::screen::Screen;

/// How much help.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Length {
    /// `-h`: the usage and a line for each option.
    Short,
    /// `--help`: the whole page.
    Full,
}

/// The page of a command, or of the program.
fn page(name: Option<Name>) -> Page<'static> {
    Page::parse(match name {
        None => include_str!("pages/topics.txt"),
        Some(Name::Separate) => include_str!("pages/separate.txt"),
        Some(Name::Terms) => include_str!("pages/terms.txt"),
        Some(Name::Text) => include_str!("pages/text.txt"),
        Some(Name::Site) => include_str!("pages/site.txt"),
        Some(Name::Evaluate) => include_str!("pages/evaluate.txt"),
    })
}

/// Writes a page or its summary.
pub(crate) fn write(
    out: &mut impl Write,
    name: Option<Name>,
    length: Length,
    screen: Screen,
) -> io::Result<Outcome> {
    let (page, columns) = (page(name), screen.text_columns());
    match length {
        Length::Full => render::page(out, &page, columns)?,
        Length::Short => summary::write(out, &page, columns)?,
    }
    Ok(Outcome::Rows)
}

#[cfg(test)]
mod tests;
