//! The tree of a page, as the parser builds it: nodes in one list, linked by their numbers.

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{LocalName, ParseOpts, parse_document};

use super::sink::Sink;
use crate::Reason;

/// Number of a node.
pub(super) type Id = u32;

/// No node.
pub(super) const NONE: Id = Id::MAX;

/// The document itself.
pub(super) const ROOT: Id = 0;

/// Elements inside elements that a page may have: browsers make none deeper either. The time of reading grows with it.
const DEEPEST: u16 = 512;

/// Bytes read before the tree is looked at again.
const PIECE: usize = 1 << 14;

/// What a node is.
#[derive(Debug)]
pub(super) enum Data {
    Document,
    Element { name: LocalName, html: bool, attributes: Vec<(LocalName, StrTendril)> },
    Text(StrTendril),
}

/// A node among others.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Id,
    pub(super) previous: Id,
    pub(super) next: Id,
    pub(super) first: Id,
    pub(super) last: Id,
    /// Elements around it, and itself.
    pub(super) depth: u16,
    pub(super) data: Data,
}

/// A page.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// Parses a page. Every text is one; only elements inside elements without end are not.
    pub(super) fn of(text: &str) -> Result<Self, Reason> {
        let mut parser = parse_document(Sink::new(), ParseOpts::default());
        let mut rest = text;
        while !rest.is_empty() {
            let mut end = rest.len().min(PIECE);
            while !rest.is_char_boundary(end) {
                end += 1;
            }
            parser.process(StrTendril::from_slice(&rest[..end]));
            rest = &rest[end..];
            let grown = parser.tokenizer.sink.sink.tree.borrow();
            // Formatting that is not closed is opened again in every paragraph: nodes can be more than bytes.
            if grown.deepest > DEEPEST || grown.nodes.len() > 2 * text.len() + 64 {
                return Err(Reason::TooDeep);
            }
        }
        let grown = parser.finish();
        if grown.deepest > DEEPEST { Err(Reason::TooDeep) } else { Ok(Self { nodes: grown.nodes }) }
    }

    pub(super) fn data(&self, id: Id) -> &Data {
        &self.nodes[id as usize].data
    }

    /// How many nodes there are: their numbers are below it.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn parent(&self, id: Id) -> Option<Id> {
        Some(self.nodes[id as usize].parent).filter(|id| *id != NONE)
    }

    pub(super) fn first_child(&self, id: Id) -> Option<Id> {
        Some(self.nodes[id as usize].first).filter(|id| *id != NONE)
    }

    pub(super) fn next_sibling(&self, id: Id) -> Option<Id> {
        Some(self.nodes[id as usize].next).filter(|id| *id != NONE)
    }

    pub(super) fn previous_sibling(&self, id: Id) -> Option<Id> {
        Some(self.nodes[id as usize].previous).filter(|id| *id != NONE)
    }

    pub(super) fn children(&self, id: Id) -> impl Iterator<Item = Id> {
        std::iter::successors(self.first_child(id), |child| self.next_sibling(*child))
    }

    /// The name of an HTML element; empty for anything else.
    pub(super) fn name(&self, id: Id) -> &str {
        match self.data(id) {
            Data::Element { name, html: true, .. } => name,
            _ => "",
        }
    }

    /// The name of an element of a drawing or a formula; empty for anything else.
    pub(super) fn foreign(&self, id: Id) -> &str {
        match self.data(id) {
            Data::Element { name, html: false, .. } => name,
            _ => "",
        }
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, id: Id, wanted: &str) -> Option<&str> {
        match self.data(id) {
            Data::Element { attributes, .. } => {
                attributes.iter().find(|(name, _)| **name == *wanted).map(|(_, value)| &**value)
            }
            _ => None,
        }
    }
}
