//! What a page says of itself before it begins.

use super::tree::{Data, Id, ROOT, Tree};

/// The title and the language that a page states.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<String>,
    pub(super) language: Option<String>,
}

impl Head {
    /// Looks at the document element and into its head.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut head = Self::default();
        let Some(html) = tree.children(ROOT).find(|id| tree.name(*id) == "html") else {
            return head;
        };
        head.language = tree.attribute(html, "lang").map(str::to_owned);
        let inside = tree.children(html).find(|id| tree.name(*id) == "head");
        for id in inside.into_iter().flat_map(|id| tree.children(id)) {
            let shared = tree.attribute(id, "property") == Some("og:title");
            let found = match tree.name(id) {
                "title" if head.title.is_none() => Some(text(tree, id)),
                // The title for others to show, without the name of the site.
                "meta" if shared => tree.attribute(id, "content").map(str::to_owned),
                _ => None,
            };
            let found = found.map(|title| one_line(&title)).filter(|title| !title.is_empty());
            head.title = found.or(head.title);
        }
        head
    }
}

fn text(tree: &Tree, id: Id) -> String {
    let texts = tree.children(id).filter_map(|child| match tree.data(child) {
        Data::Text(text) => Some(&**text),
        _ => None,
    });
    texts.collect()
}

/// A text with every stretch of white space one blank.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
