//! HTML: the text a reader of the page sees, with what the elements say of each line.

mod element;
mod facts;
mod furniture;
mod head;
mod sink;
mod table;
mod tree;
mod walk;

use engine::language::{Language, detect};
use engine::parse::LineHint;

pub(crate) use self::head::one_line;
use self::tree::Tree;
use crate::Reason;

/// What a page says.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) title: Option<String>,
    pub(crate) language: Option<Language>,
    pub(crate) text: String,
    pub(crate) hints: Vec<LineHint>,
}

/// Letters from which on a text says itself what language it is in.
const ENOUGH: usize = 400;

/// Reads a page.
pub(crate) fn read(html: &str) -> Result<Page, Reason> {
    let tree = Tree::of(html)?;
    let head = head::Head::of(&tree);
    let (text, hints) = walk::text(&tree);
    Ok(Page { title: head.title, language: language(head.language.as_deref(), &text), text, hints })
}

/// The language a page says it is in. Templates say `en` of everything, so enough text has the last word.
pub(crate) fn language(tag: Option<&str>, text: &str) -> Option<Language> {
    let said = Language::from_code(tag?).filter(|said| *said != Language::Other)?;
    if text.len() < ENOUGH {
        return Some(said);
    }
    let found = detect(text);
    (found == said || found == Language::Other).then_some(said)
}

#[cfg(test)]
mod tests;
