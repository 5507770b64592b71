//! What an element does to the text in it.

use super::tree::{Id, Tree};

/// What an element does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Element {
    /// Nothing in it is text of the page.
    Skip,
    /// Stands in the line it is in.
    Inline,
    /// Stands on lines of its own.
    Block,
    /// Running text.
    Paragraph,
    Heading(u8),
    List {
        ordered: bool,
    },
    Item,
    Table,
    Cell,
    Quotation,
    /// Lines as they are.
    Code,
    /// A line ends.
    Break,
    Link,
    Button,
    /// The name of a field of a form.
    Label,
}

impl Element {
    /// What a node is. Its role goes before its name, as it does for a screen reader.
    pub(super) fn of(tree: &Tree, id: Id) -> Self {
        if is_hidden(tree, id) || matches!(tree.foreign(id), "svg" | "annotation") {
            return Self::Skip;
        }
        let by_name = by_name(tree.name(id));
        match tree.attribute(id, "role") {
            Some("heading") => {
                let level = tree.attribute(id, "aria-level").and_then(|level| level.parse().ok());
                Self::Heading(level.unwrap_or(2).clamp(1, 6))
            }
            Some("presentation" | "none") if by_name == Self::Table => Self::Block,
            Some("listitem") => Self::Item,
            Some("list") => Self::List { ordered: by_name == Self::List { ordered: true } },
            Some("button") => Self::Button,
            Some("img") => Self::Skip,
            _ => match by_name {
                Self::Link if tree.attribute(id, "href").is_none() => Self::Inline,
                found => found,
            },
        }
    }

    /// Whether it begins and ends a line.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Self::Skip | Self::Inline | Self::Break | Self::Link | Self::Label)
    }
}

fn by_name(name: &str) -> Element {
    match name {
        "script" | "style" | "template" | "noscript" | "head" | "title" | "iframe" | "object"
        | "embed" | "video" | "audio" | "canvas" | "select" | "datalist" | "textarea" | "input"
        | "map" | "meter" | "progress" | "rt" | "rp" | "noframes" | "frameset" | "applet" => {
            Element::Skip
        }
        "h1" => Element::Heading(1),
        "h2" => Element::Heading(2),
        "h3" => Element::Heading(3),
        "h4" => Element::Heading(4),
        "h5" => Element::Heading(5),
        "h6" => Element::Heading(6),
        "p" | "dd" | "figcaption" => Element::Paragraph,
        "ul" | "menu" | "dir" => Element::List { ordered: false },
        "ol" => Element::List { ordered: true },
        "li" => Element::Item,
        "table" => Element::Table,
        "td" | "th" => Element::Cell,
        "blockquote" => Element::Quotation,
        "pre" | "listing" | "xmp" | "plaintext" => Element::Code,
        "br" => Element::Break,
        "a" => Element::Link,
        "button" => Element::Button,
        "label" => Element::Label,
        "html" | "body" | "div" | "section" | "article" | "main" | "header" | "footer" | "nav"
        | "aside" | "address" | "center" | "details" | "summary" | "dialog" | "dl" | "dt"
        | "fieldset" | "legend" | "figure" | "form" | "hgroup" | "hr" | "search" | "tr"
        | "thead" | "tbody" | "tfoot" | "caption" | "option" | "optgroup" | "frame" => {
            Element::Block
        }
        _ => Element::Inline,
    }
}

/// Whether no reader of the page sees it.
fn is_hidden(tree: &Tree, id: Id) -> bool {
    let style = || {
        let style = tree.attribute(id, "style")?;
        let plain: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let plain = plain.to_ascii_lowercase();
        Some(plain.contains("display:none") || plain.contains("visibility:hidden"))
    };
    // What is found by searching in the page is text, though it is folded.
    tree.attribute(id, "hidden").is_some_and(|value| value != "until-found")
        || tree.attribute(id, "aria-hidden") == Some("true")
        || tree.name(id) == "dialog" && tree.attribute(id, "open").is_none()
        || style() == Some(true)
}
