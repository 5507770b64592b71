//! What can be told of each element by looking at everything in it: how much text, how much of it links.

use super::element::Element;
use super::tree::{Data, Id, ROOT, Tree};

/// What a node is, and what is in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    /// What it does; nodes that no reader sees are skipped.
    pub(super) element: Element,
    /// Letters and digits.
    pub(super) letters: u32,
    /// Those in links.
    pub(super) linked: u32,
    /// Those in buttons.
    pub(super) pressed: u32,
    /// Number of links.
    pub(super) links: u32,
    /// Number of headings of the first level.
    pub(super) firsts: u32,
    /// Whether there is a heading, a table, a list or a quotation.
    pub(super) structured: bool,
    /// Whether there is the main part of the page.
    pub(super) main: bool,
    /// Letters and digits in the main part of the page.
    pub(super) of_main: u32,
}

impl Facts {
    const NONE: Self = Self {
        element: Element::Skip,
        letters: 0,
        linked: 0,
        pressed: 0,
        links: 0,
        firsts: 0,
        structured: false,
        main: false,
        of_main: 0,
    };
}

/// The facts by number of node.
pub(super) fn facts(tree: &Tree) -> Vec<Facts> {
    let order = visible(tree);
    let mut facts = vec![Facts::NONE; tree.len()];
    for (id, element) in order.into_iter().rev() {
        let mut own = facts[id as usize];
        own.element = element;
        match tree.data(id) {
            Data::Text(text) => {
                own.letters = text.chars().filter(|c| c.is_alphanumeric()).count() as u32;
            }
            Data::Document | Data::Element { .. } => match element {
                Element::Link => (own.linked, own.links) = (own.letters, own.links + 1),
                Element::Button => own.pressed = own.letters,
                Element::Heading(level) => own.firsts += u32::from(level == 1),
                _ => {}
            },
        }
        facts[id as usize] = own;
        if let Some(parent) = tree.parent(id) {
            let around = &mut facts[parent as usize];
            around.letters += own.letters;
            around.linked += own.linked;
            around.pressed += own.pressed;
            around.links += own.links;
            around.firsts += own.firsts;
            let main = tree.name(id) == "main" || tree.attribute(id, "role") == Some("main");
            around.main |= own.main || main;
            around.of_main += if main { own.letters } else { own.of_main };
            around.structured |= own.structured
                || matches!(
                    element,
                    Element::Heading(_)
                        | Element::Table
                        | Element::List { .. }
                        | Element::Quotation
                        | Element::Code
                );
        }
    }
    facts
}

/// Every node a reader of the page sees, in order.
fn visible(tree: &Tree) -> Vec<(Id, Element)> {
    let mut order = Vec::with_capacity(tree.len());
    let mut open = vec![ROOT];
    while let Some(id) = open.pop() {
        let element = Element::of(tree, id);
        if element == Element::Skip {
            continue;
        }
        order.push((id, element));
        let from = open.len();
        open.extend(tree.children(id));
        open[from..].reverse();
    }
    order
}
