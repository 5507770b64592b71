//! The tree of a page, as the parser builds it: nodes in one list, linked by their numbers.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, LocalName, ParseOpts, QualName, ns, parse_document};

use crate::Reason;

/// Number of a node.
pub(super) type Id = u32;

/// No node.
const NONE: Id = Id::MAX;

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
    parent: Id,
    previous: Id,
    next: Id,
    first: Id,
    last: Id,
    /// Elements around it, and itself.
    depth: u16,
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
            let sink = parser.tokenizer.sink.sink.tree.borrow();
            // Formatting that is not closed is opened again in every paragraph: nodes can be more than bytes.
            if sink.deepest > DEEPEST || sink.nodes.len() > 2 * text.len() + 64 {
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

/// The tree while it grows.
struct Growing {
    nodes: Vec<Node>,
    deepest: u16,
}

/// Takes what the parser finds.
struct Sink {
    tree: RefCell<Growing>,
}

/// A node, and its name, which the parser asks for all the time.
#[derive(Clone)]
struct Handle {
    id: Id,
    name: Rc<QualName>,
}

impl Growing {
    fn add(&mut self, data: Data) -> Id {
        let id = self.nodes.len() as Id;
        let (parent, previous, next, first, last) = (NONE, NONE, NONE, NONE, NONE);
        self.nodes.push(Node { parent, previous, next, first, last, depth: 0, data });
        id
    }

    fn node(&mut self, id: Id) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    fn detach(&mut self, id: Id) {
        let (parent, previous, next) = {
            let node = self.node(id);
            let links = (node.parent, node.previous, node.next);
            (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
            links
        };
        match previous {
            NONE if parent != NONE => self.node(parent).first = next,
            NONE => {}
            previous => self.node(previous).next = next,
        }
        match next {
            NONE if parent != NONE => self.node(parent).last = previous,
            NONE => {}
            next => self.node(next).previous = previous,
        }
    }

    /// Puts a node under a parent, before a sibling or at the end.
    fn attach(&mut self, parent: Id, before: Id, id: Id) {
        self.detach(id);
        let previous =
            if before == NONE { self.node(parent).last } else { self.node(before).previous };
        let depth = self.node(parent).depth.saturating_add(1);
        let node = self.node(id);
        (node.parent, node.previous, node.next, node.depth) = (parent, previous, before, depth);
        self.deepest = self.deepest.max(depth);
        match previous {
            NONE => self.node(parent).first = id,
            previous => self.node(previous).next = id,
        }
        match before {
            NONE => self.node(parent).last = id,
            before => self.node(before).previous = id,
        }
    }

    fn put(&mut self, parent: Id, before: Id, child: NodeOrText<Handle>) {
        match child {
            NodeOrText::AppendNode(node) => self.attach(parent, before, node.id),
            NodeOrText::AppendText(text) => self.text(parent, before, text),
        }
    }

    /// Text goes on the text before it. That of scripts and styles is no text.
    fn text(&mut self, parent: Id, before: Id, text: StrTendril) {
        if let Data::Element { name, .. } = &self.node(parent).data
            && matches!(&**name, "script" | "style")
        {
            return;
        }
        let previous =
            if before == NONE { self.node(parent).last } else { self.node(before).previous };
        if previous != NONE
            && let Data::Text(grown) = &mut self.node(previous).data
        {
            grown.push_tendril(&text);
            return;
        }
        let id = self.add(Data::Text(text));
        self.attach(parent, before, id);
    }
}

impl Sink {
    fn new() -> Self {
        let mut tree = Growing { nodes: Vec::new(), deepest: 0 };
        tree.add(Data::Document);
        Self { tree: RefCell::new(tree) }
    }

    /// A node that is nothing to us.
    fn nothing(&self) -> Handle {
        let id = self.tree.borrow_mut().add(Data::Text(StrTendril::new()));
        Handle { id, name: Rc::new(QualName::new(None, ns!(), LocalName::from(""))) }
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Growing;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Growing {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: ROOT, name: Rc::new(QualName::new(None, ns!(), LocalName::from(""))) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, _: ElementFlags) -> Handle {
        let attributes = attrs.into_iter().map(|one| (one.name.local, one.value)).collect();
        let html = name.ns == ns!(html);
        let data = Data::Element { name: name.local.clone(), html, attributes };
        Handle { id: self.tree.borrow_mut().add(data), name: Rc::new(name) }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.nothing()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.nothing()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.tree.borrow_mut().put(parent.id, NONE, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let mut tree = self.tree.borrow_mut();
        match tree.node(element.id).parent {
            NONE => tree.put(previous.id, NONE, child),
            parent => tree.put(parent, element.id, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let mut tree = self.tree.borrow_mut();
        match tree.node(sibling.id).parent {
            NONE => {}
            parent => tree.put(parent, sibling.id, child),
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attrs: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &mut self.tree.borrow_mut().node(target.id).data {
            for attr in attrs {
                if attributes.iter().all(|(name, _)| *name != attr.name.local) {
                    attributes.push((attr.name.local, attr.value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.tree.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut tree = self.tree.borrow_mut();
        loop {
            match tree.node(node.id).first {
                NONE => break,
                child => tree.attach(new_parent.id, NONE, child),
            }
        }
    }
}
