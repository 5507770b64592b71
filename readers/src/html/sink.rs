//! What the parser of HTML calls while it builds a tree.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, LocalName, QualName, ns};

use super::tree::{Data, Id, NONE, Node, ROOT};

/// The tree while it grows.
pub(super) struct Growing {
    pub(super) nodes: Vec<Node>,
    pub(super) deepest: u16,
}

/// Takes what the parser finds.
pub(super) struct Sink {
    pub(super) tree: RefCell<Growing>,
}

/// A node, and its name, which the parser asks for all the time.
#[derive(Clone)]
pub(super) struct Handle {
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
    pub(super) fn new() -> Self {
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
