//! What the styles of a document mean: which are headings, which lists are numbered.

use std::collections::BTreeMap;

use super::xml::{Xml, attribute, each};

/// What a style makes of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// 1 to 9; 0 for a title.
    pub(super) level: Option<u8>,
    /// The list it belongs to.
    pub(super) list: Option<String>,
    pub(super) quoted: bool,
    based_on: Option<String>,
}

/// The styles and lists of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// For each list, by its number, which of its levels are numbered.
    numbered: BTreeMap<String, Vec<bool>>,
}

impl Styles {
    /// Reads `styles.xml` and `numbering.xml`; what is wrong with them costs their hints and no text.
    pub(super) fn of(styles: &str, numbering: &str) -> Self {
        let mut read = Self::default();
        read.read_styles(styles);
        read.read_numbering(numbering);
        read
    }

    fn read_styles(&mut self, xml: &str) {
        let mut id = String::new();
        let _ = each(xml, |event| {
            let Xml::Start(start) = event else { return };
            if start.local_name().as_ref() == "style" {
                id = attribute(&start, "styleId").unwrap_or_default();
                return;
            }
            let value = attribute(&start, "val").unwrap_or_default();
            let style = self.styles.entry(id.clone()).or_default();
            match start.local_name().as_ref() {
                // Ids are in the language of the program that wrote them, names are not.
                "name" => {
                    let name = value.to_ascii_lowercase();
                    style.quoted = name.contains("quote");
                    style.level = style.level.or(match name.strip_prefix("heading ") {
                        Some(level) => level.parse().ok(),
                        None => (name == "title").then_some(0),
                    });
                }
                "outlineLvl" => {
                    let level = value.parse::<u8>().ok().filter(|level| *level < 9);
                    style.level = style.level.or(level.map(|level| level + 1));
                }
                "basedOn" => style.based_on = Some(value),
                "numId" => style.list = Some(value),
                _ => {}
            }
        });
    }

    fn read_numbering(&mut self, xml: &str) {
        let mut kinds: BTreeMap<String, Vec<bool>> = BTreeMap::new();
        let (mut kind, mut list) = (String::new(), String::new());
        let _ = each(xml, |event| {
            let Xml::Start(start) = event else { return };
            match start.local_name().as_ref() {
                "abstractNum" => kind = attribute(&start, "abstractNumId").unwrap_or_default(),
                "numFmt" => {
                    let format = attribute(&start, "val").unwrap_or_default();
                    let numbered = !matches!(format.as_str(), "bullet" | "none");
                    kinds.entry(kind.clone()).or_default().push(numbered);
                }
                "num" => list = attribute(&start, "numId").unwrap_or_default(),
                "abstractNumId" => {
                    let kind = attribute(&start, "val").unwrap_or_default();
                    let levels = kinds.get(&kind).cloned().unwrap_or_default();
                    self.numbered.insert(list.clone(), levels);
                }
                _ => {}
            }
        });
    }

    /// What a style means, what it is based on included.
    pub(super) fn get(&self, id: &str) -> Style {
        let mut found = Style::default();
        let mut next = self.styles.get(id);
        // Styles may be based on each other in a ring.
        for _ in 0..16 {
            let Some(style) = next else { break };
            found.level = found.level.or(style.level);
            found.list = found.list.or_else(|| style.list.clone());
            found.quoted |= style.quoted;
            next = style.based_on.as_ref().and_then(|id| self.styles.get(id));
        }
        found
    }

    /// Whether a level of a list is numbered; `None` where it is no list.
    pub(super) fn is_numbered(&self, list: &str, level: usize) -> Option<bool> {
        // List 0 takes a paragraph out of the list of its style.
        (list != "0").then(|| {
            self.numbered.get(list).and_then(|levels| levels.get(level)).copied().unwrap_or(false)
        })
    }
}
