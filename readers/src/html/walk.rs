//! From the tree to lines of text.

use engine::parse::{BoilerplateCode, LineHint, LineKind};

use super::element::Element;
use super::facts::{Facts, facts};
use super::furniture::{Place, furniture};
use super::head::one_line;
use super::table;
use super::tree::{Data, Id, ROOT, Tree};
use crate::sheet::Sheet;

/// Puts links of a menu apart, as the engine knows them from text.
const APART: &str = "   ";

/// What the elements around a text say of it.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    place: Place,
    furniture: Option<BoilerplateCode>,
    heading: Option<u8>,
    quoted: bool,
    code: bool,
    item: bool,
    paragraph: bool,
}

impl Around {
    fn kind(&self) -> Option<LineKind> {
        match (self.furniture, self.heading) {
            (Some(code), _) => Some(LineKind::Furniture(code)),
            (_, Some(level)) => Some(LineKind::Heading(level)),
            _ if self.code => Some(LineKind::Code),
            _ if self.quoted => Some(LineKind::Quotation),
            _ if self.item => Some(LineKind::ListItem),
            _ => self.paragraph.then_some(LineKind::Text),
        }
    }
}

/// The text of a page and what is known of its lines.
pub(super) fn text(tree: &Tree) -> (String, Vec<LineHint>) {
    let facts = facts(tree);
    let mut walk = Walk {
        tree,
        facts,
        sheet: Sheet::default(),
        open: String::new(),
        lead: None,
        lists: Vec::new(),
    };
    walk.node(ROOT, Around::default());
    walk.close(&Around::default());
    (walk.sheet.text, walk.sheet.hints)
}

struct Walk<'t> {
    tree: &'t Tree,
    facts: Vec<Facts>,
    sheet: Sheet,
    /// The line that is being put together.
    open: String,
    /// The marker of the list item whose first line comes next.
    lead: Option<String>,
    /// For each list around: the number of its next item, `None` for bullets.
    lists: Vec<Option<u32>>,
}

impl Walk<'_> {
    fn node(&mut self, id: Id, around: Around) {
        if let Data::Text(text) = self.tree.data(id) {
            self.text(text, &around);
            return;
        }
        let element = self.element(id);
        let around = match element {
            Element::Skip => return,
            _ => self.inside(id, element, around),
        };
        match element {
            Element::Break => self.open.push('\n'),
            Element::Link => self.link(id, around),
            Element::Heading(_) => self.heading(id, around),
            Element::Item => self.item(id, around),
            Element::List { ordered } => self.list(id, ordered, around),
            Element::Table => self.table(id, around),
            Element::Button => self.button(id, around),
            Element::Inline | Element::Label => self.children(id, around),
            _ => {
                self.close(&around);
                self.part();
                self.children(id, around);
                self.close(&around);
                self.part();
            }
        }
    }

    /// What is around the children of an element.
    fn inside(&self, id: Id, element: Element, around: Around) -> Around {
        let mut inside = around;
        let name = self.tree.name(id);
        if inside.furniture.is_none() {
            let (own, page) = (&self.facts[id as usize], &self.facts[ROOT as usize]);
            inside.furniture = furniture(self.tree, id, own, page, around.place);
        }
        let role = self.tree.attribute(id, "role");
        inside.place.main |= matches!(name, "main" | "article") || role == Some("main");
        inside.place.part |= inside.place.main || matches!(name, "section" | "blockquote");
        match element {
            Element::Heading(level) => {
                inside.heading = Some(level);
                // The title often stands in the header, among the name of the site and its menu.
                if level == 1 && self.facts[ROOT as usize].firsts == 1 {
                    inside.furniture = None;
                }
            }
            Element::Quotation => inside.quoted = true,
            Element::Code => inside.code = true,
            Element::Paragraph => inside.paragraph = true,
            Element::Item => inside.item = true,
            _ => {}
        }
        inside
    }

    fn children(&mut self, id: Id, around: Around) {
        let mut next = self.tree.first_child(id);
        while let Some(child) = next {
            self.node(child, around);
            next = self.tree.next_sibling(child);
        }
    }

    /// Adds text to the open line; white space is one blank, but in code.
    fn text(&mut self, text: &str, around: &Around) {
        for c in text.chars() {
            match c {
                // Where a word may be broken is no part of the word.
                '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                '\r' => {}
                _ if around.code => self.open.push(c),
                ' ' | '\t' | '\n' | '\u{c}' => {
                    if !self.open.is_empty() && !self.open.ends_with([' ', '\n']) {
                        self.open.push(' ');
                    }
                }
                _ => self.open.push(c),
            }
        }
    }

    /// Ends the open line.
    fn close(&mut self, around: &Around) {
        let text = std::mem::take(&mut self.open);
        if text.trim().is_empty() {
            return;
        }
        if around.heading.is_some() {
            self.sheet.line("", &one_line(&text), around.kind());
            return;
        }
        let indent = "  ".repeat(self.lists.len());
        for line in text.trim_end().lines() {
            let line = if around.code { line.trim_end() } else { line.trim() };
            match (self.lead.take(), around.item && around.furniture.is_none()) {
                (Some(lead), true) => self.sheet.line(&lead, line.trim_start(), around.kind()),
                (None, true) => self.sheet.line(&indent, line, around.kind()),
                _ => self.sheet.line("", line, around.kind()),
            }
        }
    }

    /// Sets what follows apart; not inside a list, whose items stand one under the other.
    fn part(&mut self) {
        if self.lists.is_empty() {
            self.sheet.gap();
        }
    }

    fn link(&mut self, id: Id, around: Around) {
        // The signs that lead to the heading they stand in.
        let inner = self.tree.attribute(id, "href").is_some_and(|href| href.starts_with('#'));
        if inner && self.facts[id as usize].letters == 0 {
            return;
        }
        if !around.paragraph && around.heading.is_none() && self.follows_link(id) {
            let end = self.open.trim_end().len();
            self.open.truncate(end);
            self.open.push_str(if end > 0 { APART } else { "" });
        }
        self.children(id, around);
    }

    /// Whether the element before is a link too, with nothing between them.
    fn follows_link(&self, id: Id) -> bool {
        let mut before = self.tree.previous_sibling(id);
        while let Some(one) = before {
            match self.tree.data(one) {
                Data::Text(text) if text.trim().is_empty() => {}
                Data::Text(_) => return false,
                _ => return self.element(one) == Element::Link,
            }
            before = self.tree.previous_sibling(one);
        }
        false
    }

    fn element(&self, id: Id) -> Element {
        self.facts[id as usize].element
    }

    fn heading(&mut self, id: Id, around: Around) {
        self.close(&Around { heading: None, ..around });
        self.part();
        self.sheet.gap();
        self.children(id, around);
        self.close(&around);
        self.sheet.gap();
    }

    /// A button is no text, but where it is all a heading has.
    fn button(&mut self, id: Id, around: Around) {
        let all = around.heading.is_some() && {
            let mut at = id;
            while let Some(parent) = self.tree.parent(at) {
                at = parent;
                if matches!(self.element(at), Element::Heading(_)) {
                    break;
                }
            }
            self.facts[at as usize].letters == self.facts[at as usize].pressed
        };
        let mut text = String::new();
        for child in self.tree.children(id) {
            table::inline(self.tree, child, &self.facts, &mut text);
        }
        let text = one_line(&text);
        if all {
            self.text(&text, &around);
        } else if around.heading.is_none() && !around.paragraph && !text.is_empty() {
            self.close(&around);
            // A question with its answer folded under it, or a word to press.
            let asks = text.ends_with('?') || text.split(' ').count() > 5;
            let widget = around.furniture.unwrap_or(BoilerplateCode::Widget);
            let kind = (!asks || around.furniture.is_some()).then_some(LineKind::Furniture(widget));
            self.sheet.line("", &text, kind);
        }
    }

    fn list(&mut self, id: Id, ordered: bool, around: Around) {
        self.close(&around);
        self.part();
        let start = self.tree.attribute(id, "start").and_then(|start| start.parse().ok());
        self.lists.push(ordered.then_some(start.unwrap_or(1)));
        self.children(id, Around { item: false, ..around });
        self.close(&around);
        self.lists.pop();
        self.part();
    }

    fn item(&mut self, id: Id, around: Around) {
        self.close(&Around { item: false, ..around });
        let structured = self.headed(id);
        if structured || around.furniture.is_some() {
            // A list of articles, or of links.
            let lists = if structured { std::mem::take(&mut self.lists) } else { Vec::new() };
            let plain = Around { item: false, ..around };
            self.children(id, plain);
            self.close(&plain);
            if structured {
                self.lists = lists;
            }
            self.part();
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{}{number}. ", "  ".repeat(depth));
                *number = number.saturating_add(1);
                marker
            }
            _ => format!("{}• ", "  ".repeat(depth)),
        };
        self.lead = Some(marker);
        self.children(id, around);
        self.close(&around);
        self.lead = None;
    }

    /// Whether there is a heading in an item, not deeper than in three elements.
    fn headed(&self, id: Id) -> bool {
        let heads = |id: Id| matches!(self.element(id), Element::Heading(_));
        self.facts[id as usize].structured
            && self.tree.children(id).any(|one| {
                heads(one)
                    || self
                        .tree
                        .children(one)
                        .any(|two| heads(two) || self.tree.children(two).any(heads))
            })
    }

    fn table(&mut self, id: Id, around: Around) {
        self.close(&around);
        self.part();
        match table::rows(self.tree, id, &self.facts) {
            Some(rows) => {
                for caption in self.tree.children(id).filter(|id| self.tree.name(*id) == "caption")
                {
                    self.children(caption, around);
                    self.close(&around);
                }
                let kind = around.furniture.map_or(LineKind::TableRow, LineKind::Furniture);
                rows.iter().for_each(|row| self.sheet.line("", row, Some(kind)));
            }
            None => self.children(id, around),
        }
        self.close(&around);
        self.part();
    }
}
