//! The text of a page, read into sections of paragraphs.
//!
//! - A line that is not indented is the heading of a section.
//! - Lines that follow each other at the same indentation are one paragraph. A blank line ends it.
//! - A line right above a deeper one is a term, which the deeper ones explain.
//! - A line with two blanks inside is a term and, in a column beside it, what explains it.
//! - A line that begins with `| ` stands alone: a usage or an example.
//! - `@name` stands for the text `pages/shared/name.txt`.

/// A page of help.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) sections: Vec<Section<'a>>,
}

#[derive(Debug)]
pub(super) struct Section<'a> {
    pub(super) heading: &'a str,
    pub(super) items: Vec<Item<'a>>,
}

/// A piece of a section with its indentation.
#[derive(Debug, PartialEq)]
pub(super) struct Item<'a> {
    pub(super) indent: usize,
    /// Whether a blank line stands before it.
    pub(super) apart: bool,
    pub(super) content: Content<'a>,
}

#[derive(Debug, PartialEq)]
pub(super) enum Content<'a> {
    Paragraph(String),
    Term(&'a str),
    /// A term and what explains it, which begins at that column.
    Beside {
        term: &'a str,
        column: usize,
        text: String,
    },
    Alone(&'a str),
}

/// What several pages have in common.
const SHARED: [(&str, &str); 6] = [
    ("@columns", include_str!("pages/shared/columns.txt")),
    ("@environment", include_str!("pages/shared/environment.txt")),
    ("@formats", include_str!("pages/shared/formats.txt")),
    ("@input", include_str!("pages/shared/input.txt")),
    ("@options", include_str!("pages/shared/options.txt")),
    ("@status", include_str!("pages/shared/status.txt")),
];

impl<'a> Page<'a> {
    pub(super) fn parse(text: &'a str) -> Self {
        let mut page = Self { sections: Vec::new() };
        let lines: Vec<&'a str> = text
            .lines()
            .flat_map(|line| {
                let shared = SHARED.iter().find(|(name, _)| *name == line.trim());
                shared.map_or(line, |(_, text)| text).lines().chain(line.is_empty().then_some(""))
            })
            .collect();
        let mut apart = false;
        for (at, line) in lines.iter().enumerate() {
            let content = line.trim_start();
            let indent = line.len() - content.len();
            if content.is_empty() {
                apart = true;
            } else if indent == 0 {
                page.sections.push(Section { heading: content, items: Vec::new() });
                apart = false;
            } else if let Some(section) = page.sections.last_mut() {
                let below = lines.get(at + 1).copied().unwrap_or_default();
                let deeper = below.len() - below.trim_start().len() > indent;
                section.take(indent, apart, content, deeper);
                apart = false;
            }
        }
        page
    }

    /// The items of the section of that heading.
    pub(super) fn section(&self, heading: &str) -> &[Item<'a>] {
        let found = self.sections.iter().find(|section| section.heading == heading);
        found.map_or(&[], |section| &section.items)
    }
}

impl<'a> Section<'a> {
    /// Takes in a line, as a part of the paragraph before it or as an item of its own.
    fn take(&mut self, indent: usize, apart: bool, line: &'a str, deeper: bool) {
        let content = if let Some(alone) = line.strip_prefix("| ") {
            Content::Alone(alone)
        } else if let Some((term, text)) = line.split_once("  ") {
            let text = text.trim_start();
            let column = indent + line.len() - text.len();
            Content::Beside { term, column, text: text.to_owned() }
        } else if let Some(open) = self.open_paragraph(indent, apart) {
            open.push(' ');
            open.push_str(line);
            return;
        } else if deeper {
            Content::Term(line)
        } else {
            Content::Paragraph(line.to_owned())
        };
        self.items.push(Item { indent, apart, content });
    }

    /// The text that a line at this indentation goes on with.
    fn open_paragraph(&mut self, indent: usize, apart: bool) -> Option<&mut String> {
        let last = self.items.last_mut().filter(|_| !apart)?;
        match &mut last.content {
            Content::Paragraph(text) if last.indent == indent => Some(text),
            Content::Beside { column, text, .. } if *column == indent => Some(text),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_terms_columns_and_lines_that_stand_alone() {
        let page = Page::parse(
            "NAME\n    one\n    paragraph\n\n    --all\n        A thing\n        or two.\n    --off\n        \
             Not.\n\nEXAMPLES\n    | $ topics  x\n    0  fine, it\n       went\n    10  on\n",
        );
        let item = |indent, apart, content| Item { indent, apart, content };
        assert_eq!(
            page.section("NAME"),
            [
                item(4, false, Content::Paragraph("one paragraph".into())),
                item(4, true, Content::Term("--all")),
                item(8, false, Content::Paragraph("A thing or two.".into())),
                item(4, false, Content::Term("--off")),
                item(8, false, Content::Paragraph("Not.".into())),
            ]
        );
        assert_eq!(
            page.section("EXAMPLES"),
            [
                item(4, false, Content::Alone("$ topics  x")),
                item(
                    4,
                    false,
                    Content::Beside { term: "0", column: 7, text: "fine, it went".into() }
                ),
                item(4, false, Content::Beside { term: "10", column: 8, text: "on".into() }),
            ]
        );
        assert_eq!(page.section("FILES"), []);
    }
}
