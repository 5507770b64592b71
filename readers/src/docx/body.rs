//! The text of a Word document, paragraph by paragraph.

use std::collections::BTreeMap;

use engine::parse::LineKind;
use quick_xml::events::BytesStart;

use super::styles::{Style, Styles};
use super::xml::{Xml, attribute, each};
use crate::Reason;
use crate::html::one_line;
use crate::sheet::Sheet;

/// Lists inside lists.
const DEEPEST: usize = 8;

/// The text while it is read.
pub(super) struct Body<'s> {
    styles: &'s Styles,
    sheet: Sheet,
    title: Option<String>,
    /// The paragraph that is being put together.
    open: String,
    style: Style,
    list: Option<(String, usize)>,
    /// The number of the last item, by list and level.
    numbers: BTreeMap<(String, usize), u32>,
    /// Cells of the row that is being read, in the outermost table.
    cells: Vec<String>,
    tables: usize,
    /// Whether what stands in the element is text.
    text: bool,
    /// Elements around whose text is none: what was deleted, the second version of a drawing.
    left_out: usize,
    in_list: bool,
}

impl<'s> Body<'s> {
    pub(super) fn new(styles: &'s Styles) -> Self {
        Self {
            styles,
            sheet: Sheet::default(),
            title: None,
            open: String::new(),
            style: Style::default(),
            list: None,
            numbers: BTreeMap::new(),
            cells: Vec::new(),
            tables: 0,
            text: false,
            left_out: 0,
            in_list: false,
        }
    }

    pub(super) fn read(&mut self, xml: &str) -> Result<(), Reason> {
        self.sheet.gap();
        each(xml, |event| match event {
            Xml::Start(start) => self.start(&start),
            Xml::Text(text) if self.text && self.left_out == 0 => self.open.push_str(&text),
            Xml::End(name) => self.end_of(&name),
            Xml::Text(_) | Xml::Other => {}
        })
    }

    /// The text, and the paragraph with the style of a title.
    pub(super) fn end(mut self) -> (Sheet, Option<String>) {
        self.paragraph();
        (self.sheet, self.title)
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        let value = || attribute(start, "val").unwrap_or_default();
        match start.local_name().as_ref() {
            "p" if self.tables == 0 => self.paragraph(),
            "p" => self.open.push(' '),
            "pStyle" => self.style = self.styles.get(&value()),
            "outlineLvl" => {
                let level = value().parse::<u8>().ok().filter(|level| *level < 9);
                self.style.level = self.style.level.or(level.map(|level| level + 1));
            }
            "ilvl" => {
                let level = value().parse().unwrap_or(0).min(DEEPEST);
                let list = self.list.take().map(|(list, _)| list).unwrap_or_default();
                self.list = Some((list, level));
            }
            "numId" => {
                let level = self.list.take().map_or(0, |(_, level)| level);
                self.list = Some((value(), level));
            }
            "t" => self.text = true,
            "tab" if self.left_out == 0 => self.open.push('\t'),
            "br" | "cr" if self.left_out == 0 => {
                self.open.push(if self.tables == 0 { '\n' } else { ' ' });
            }
            "noBreakHyphen" => self.open.push('-'),
            "del" | "moveFrom" | "Fallback" | "pPrChange" | "rPrChange" => self.left_out += 1,
            "tbl" => {
                if self.tables == 0 {
                    self.paragraph();
                    self.sheet.gap();
                }
                self.tables += 1;
            }
            _ => {}
        }
    }

    fn end_of(&mut self, name: &str) {
        match name {
            "t" => self.text = false,
            "p" if self.tables == 0 => self.paragraph(),
            "del" | "moveFrom" | "Fallback" | "pPrChange" | "rPrChange" => {
                self.left_out = self.left_out.saturating_sub(1);
            }
            "tc" if self.tables == 1 => {
                // A bar inside a cell would part it.
                let cell = one_line(&std::mem::take(&mut self.open)).replace('|', "/");
                self.cells.push(cell);
            }
            "tr" if self.tables == 1 => self.row(),
            "tbl" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.open.clear();
                    self.sheet.gap();
                }
            }
            _ => {}
        }
    }

    fn row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        // One cell is a box around text.
        let kind = if cells.len() > 1 { LineKind::TableRow } else { LineKind::Text };
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.sheet.line("", &cells.join(" | "), Some(kind));
        }
    }

    fn paragraph(&mut self) {
        let text = std::mem::take(&mut self.open);
        let style = std::mem::take(&mut self.style);
        let own = self.list.take();
        if text.trim().is_empty() {
            return;
        }
        if let Some(level) = style.level {
            self.set_list(false);
            let line = one_line(&text);
            self.sheet.gap();
            self.sheet.line("", &line, Some(LineKind::Heading(level.clamp(1, 6))));
            self.sheet.gap();
            if level == 0 {
                self.title.get_or_insert(line);
            }
            return;
        }
        let list = own.filter(|(list, _)| !list.is_empty()).or(style.list.map(|list| (list, 0)));
        let numbered = list.and_then(|(list, level)| {
            self.styles.is_numbered(&list, level).map(|numbered| (numbered, list, level))
        });
        if let Some((numbered, list, level)) = numbered {
            self.set_list(true);
            let lead = self.marker(numbered, list, level);
            self.sheet.line(&lead, &one_line(&text), Some(LineKind::ListItem));
            return;
        }
        self.set_list(false);
        self.sheet.gap();
        let kind = if style.quoted { LineKind::Quotation } else { LineKind::Text };
        // Paragraphs that people set as headings by hand have the form of one and no style: their form decides.
        let plain = text.lines().count() == 1 && text.trim().chars().count() < 80 && !style.quoted;
        self.sheet.lines(&text, (!plain).then_some(kind));
    }

    /// Sets a list apart from what is around it.
    fn set_list(&mut self, inside: bool) {
        if self.in_list != inside {
            self.sheet.gap();
        }
        self.in_list = inside;
    }

    fn marker(&mut self, numbered: bool, list: String, level: usize) -> String {
        let indent = "  ".repeat(level);
        if !numbered {
            return format!("{indent}• ");
        }
        // A deeper level begins anew under the next item.
        self.numbers.retain(|(other, deep), _| *other != list || *deep <= level);
        let number = self.numbers.entry((list, level)).or_default();
        *number += 1;
        format!("{indent}{number}. ")
    }
}
