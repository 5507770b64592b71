//! A page in short: what it is about, the usage, and the first sentence on each command and option.

use std::io::{self, Write};

use super::page::{Content, Item, Page};
use super::render::{HEADING, fill};

/// Writes the summary.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, columns: usize) -> io::Result<()> {
    for item in page.section("NAME") {
        if let Content::Paragraph(text) = &item.content {
            fill(out, text, "", 0, 0, columns)?;
        }
    }
    writeln!(out, "\n{HEADING}Usage{HEADING:#}")?;
    for item in page.section("SYNOPSIS") {
        if let Content::Alone(usage) = &item.content {
            fill(out, usage, "", 0, 2, columns)?;
        }
    }
    for (heading, title) in [("COMMANDS", "Commands"), ("OPTIONS", "Options")] {
        let entries = entries(page.section(heading));
        if !entries.is_empty() {
            writeln!(out, "\n{HEADING}{title}{HEADING:#}")?;
        }
        let longest = entries.iter().map(|(term, _)| term.len()).max().unwrap_or(0);
        for (term, text) in entries {
            fill(out, text, term, 2, 4 + longest, columns)?;
        }
    }
    writeln!(out, "\n--help says more.")
}

/// Terms with the first sentence of what explains them.
fn entries<'a>(items: &'a [Item<'a>]) -> Vec<(&'a str, &'a str)> {
    let pairs = items.windows(2).filter_map(|pair| match (&pair[0].content, &pair[1].content) {
        (Content::Term(term), Content::Paragraph(text)) => {
            Some((*term, text.split_once(". ").map_or(text.as_str(), |(first, _)| first)))
        }
        _ => None,
    });
    pairs.map(|(term, text)| (term, text.trim_end_matches('.'))).collect()
}
