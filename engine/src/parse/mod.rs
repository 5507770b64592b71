//! Phase one: text to a document of sections and blocks.
//!
//! [`parse`] first finds page furniture line by line, then reads what is left as titled sections or, where lines stand
//! around posts, as a thread. Recognisers look at form: length, capitals, question marks, list markers, separators,
//! indents, what comes again. Nothing is rewritten; a document's text is kept as it came.

mod blocks;
mod code;
mod comments;
mod document;
mod draft;
mod experts;
mod furniture;
mod headings;
mod hints;
mod kind;
mod lines;
mod outline;
mod posts;
mod signs;

pub use self::document::{
    Block, BlockKind, BoilerplateCode, Document, DocumentKind, Section, SectionKind, Table,
};

pub use self::hints::{LineHint, LineKind};

use crate::language::Language;

/// Parses one document.
///
/// `language` is found from the text when it is `None`. Any text gives a document; text of nothing but white space gives
/// one without blocks. Text over 4 GiB is cut at the last character that fits, since spans are 32 bits wide.
pub fn parse(name: &str, text: String, language: Option<Language>) -> Document {
    parse_with(name, text, language, &[])
}

/// Parses one document with what markup said of its lines.
///
/// `hints` are in order of their lines; a hint of a blank line says nothing. What markup calls a heading, text, an item, a
/// row, a quotation, code or furniture is one, but that the wording of menus and buttons still tells furniture in text and
/// headings; everything that has no hint is read by its form. Where there is a heading among the hints, a line without one
/// is a heading only if it is a question. Without hints it is [`parse`].
pub fn parse_with(
    name: &str,
    text: String,
    language: Option<Language>,
    hints: &[LineHint],
) -> Document {
    let mut text = text;
    if u32::try_from(text.len()).is_err() {
        let end = (0..=u32::MAX as usize).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        text.truncate(end);
    }
    // Most of a large corpus is text: not more of it than there is.
    text.shrink_to_fit();
    let lines = lines::lines(&text);
    let hints = hints::Hints::of(&text, &lines, hints);
    let mut in_code = code::mark(&lines);
    hints.mark_code(&mut in_code);
    let (codes, in_table) = furniture::codes(&lines, &in_code, &hints);
    let mut outline = outline::Outline::new(&lines, &codes, &in_table, &in_code, &hints);
    let posts = posts::start(&lines, &codes);
    outline.read(posts.unwrap_or(lines.len()));
    if let Some(start) = posts {
        posts::read(&mut outline, start);
    }
    let title = outline.title;
    let (blocks, sections) = blocks::build(&lines, &outline.roles, &in_table, &outline.sections);
    Document {
        name: name.to_owned(),
        language: language.unwrap_or_else(|| crate::language::detect(&text)),
        kind: kind::of(&sections),
        title,
        blocks,
        sections,
        text,
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod marked;
