//! Markdown: the text a reader of the rendered page sees.

use engine::language::Language;
use engine::parse::LineKind;
use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};

use crate::html::{self, Page, one_line};
use crate::sheet::Sheet;

/// Reads CommonMark with tables, footnotes, strikethrough, task lists and front matter.
pub(crate) fn read(text: &str) -> Page {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reading = Reading::default();
    Parser::new_ext(text, options).for_each(|event| reading.event(event));
    reading.close();
    let Reading { sheet, title, language, .. } = reading;
    let language = language.and_then(|tag| Language::from_code(&tag));
    Page { title, language, text: sheet.text, hints: sheet.hints }
}

#[derive(Default)]
struct Reading {
    sheet: Sheet,
    /// The line that is being put together.
    open: String,
    heading: Option<u8>,
    quoted: usize,
    code: bool,
    /// For each list around: the number of its next item, `None` for bullets.
    lists: Vec<Option<u64>>,
    lead: Option<String>,
    cells: Vec<String>,
    /// A block of HTML.
    html: Option<String>,
    /// The lines before the text that say what it is.
    front: Option<String>,
    title: Option<String>,
    language: Option<String>,
}

impl Reading {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => match &mut self.front {
                Some(front) => front.push_str(&text),
                None => self.open.push_str(&text),
            },
            Event::Html(html) => match &mut self.html {
                Some(block) => block.push_str(&html),
                None => self.open.push(' '),
            },
            Event::InlineHtml(tag) => {
                let line = tag.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("<br"));
                self.open.push_str(if line { "\n" } else { "" });
            }
            Event::SoftBreak => self.open.push(' '),
            Event::HardBreak => self.open.push('\n'),
            Event::Rule => self.sheet.gap(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.apart();
                self.heading = Some(level as u8);
            }
            Tag::BlockQuote(_) => {
                self.apart();
                self.quoted += 1;
            }
            Tag::CodeBlock(_) => {
                self.apart();
                self.code = true;
            }
            Tag::HtmlBlock => {
                self.apart();
                self.html = Some(String::new());
            }
            Tag::List(start) => {
                self.apart();
                self.lists.push(start);
            }
            Tag::Item => {
                self.close();
                let indent = "  ".repeat(self.lists.len().saturating_sub(1));
                self.lead = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{indent}{}. ", *number - 1)
                    }
                    _ => format!("{indent}• "),
                });
            }
            Tag::MetadataBlock(_) => self.front = Some(String::new()),
            Tag::Image { .. } => {}
            Tag::Table(alignments) => {
                let _: Vec<Alignment> = alignments;
                self.apart();
            }
            Tag::Paragraph | Tag::FootnoteDefinition(_) => self.apart(),
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(_) => {
                self.close();
                self.heading = None;
                self.sheet.gap();
            }
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quoted = self.quoted.saturating_sub(1);
                self.apart();
            }
            TagEnd::CodeBlock => {
                self.close();
                self.code = false;
                self.apart();
            }
            TagEnd::HtmlBlock => {
                let block = self.html.take().unwrap_or_default();
                if let Ok(page) = html::read(&block) {
                    self.sheet.lines(&page.text, self.kind());
                }
                self.apart();
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
                self.apart();
            }
            TagEnd::Item => {
                self.close();
                self.lead = None;
            }
            TagEnd::TableCell => {
                // A bar inside a cell would part it.
                let cell = one_line(&std::mem::take(&mut self.open)).replace('|', "/");
                self.cells.push(cell);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let row = std::mem::take(&mut self.cells).join(" | ");
                self.sheet.line("", &row, Some(LineKind::TableRow));
            }
            TagEnd::MetadataBlock(_) => self.metadata(),
            TagEnd::Paragraph | TagEnd::Table | TagEnd::FootnoteDefinition => self.apart(),
            _ => {}
        }
    }

    fn kind(&self) -> Option<LineKind> {
        match self.heading {
            Some(level) => Some(LineKind::Heading(level)),
            None if self.code => Some(LineKind::Code),
            None if self.quoted > 0 => Some(LineKind::Quotation),
            None if !self.lists.is_empty() => Some(LineKind::ListItem),
            None => Some(LineKind::Text),
        }
    }

    /// Ends the open line.
    fn close(&mut self) {
        let text = std::mem::take(&mut self.open);
        if text.trim().is_empty() {
            return;
        }
        let kind = self.kind();
        if self.heading.is_some() {
            self.sheet.line("", &one_line(&text), kind);
            return;
        }
        let indent = "  ".repeat(self.lists.len());
        for line in text.lines() {
            let line = if self.code { line } else { line.trim() };
            let lead = self.lead.take();
            self.sheet.line(lead.as_deref().unwrap_or(&indent), line, kind);
        }
    }

    /// Ends the open line and sets what follows apart, but in a list.
    fn apart(&mut self) {
        self.close();
        if self.lists.is_empty() {
            self.sheet.gap();
        }
    }

    /// `title:` and `lang:` of the front matter, in YAML or TOML.
    fn metadata(&mut self) {
        for line in self.front.take().unwrap_or_default().lines() {
            let Some((key, value)) = line.split_once([':', '=']) else { continue };
            let value = one_line(value.trim().trim_matches(['"', '\'']));
            match key.trim() {
                "title" if !value.is_empty() => self.title = Some(value),
                "lang" | "language" if !value.is_empty() => self.language = Some(value),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use engine::parse::LineHint;

    use super::*;

    #[test]
    fn structure_without_its_marks() {
        let page = read(
            "---\ntitle: \"Tea, a page\"\nlang: en\n---\n# Tea *now*\n\nA [link](https://a.example) and `code`\nthat goes on.\n\n\
             > quoted\n\n- one\n  - deep\n- two\n\n3. three\n\n```\nx = 1\n\n  y\n```\n\na | b\n--|--\n1 | 2\n\n<p>Of <b>HTML</b></p>\n",
        );
        assert_eq!(page.title.as_deref(), Some("Tea, a page"));
        assert_eq!(page.language, Some(Language::English));
        assert_eq!(
            page.text,
            "Tea now\n\nA link and code that goes on.\n\nquoted\n\n• one\n  • deep\n• two\n\n3. three\n\n\
             x = 1\n\n  y\n\na | b\n1 | 2\n\nOf HTML\n"
        );
        let kinds: Vec<LineKind> = page.hints.iter().map(|hint| hint.kind).collect();
        use LineKind::*;
        assert_eq!(
            kinds,
            [
                Heading(1),
                Text,
                Quotation,
                ListItem,
                ListItem,
                ListItem,
                ListItem,
                Code,
                Code,
                TableRow,
                TableRow,
                Text
            ]
        );
        assert_eq!(page.hints[1], LineHint { line: 2, kind: Text });
    }
}
