//! Phase one: bytes to a document of sections and blocks.

mod document;

pub use self::document::{
    Block, BlockKind, BoilerplateCode, Document, DocumentKind, Section, SectionKind, Table,
};

use crate::Span;
use crate::language::Language;

/// Parses one document. `language` is found from the text when `None`.
pub fn parse(name: &str, text: String, language: Option<Language>) -> Document {
    // A stand-in until the recognisers are in: every non-blank line a paragraph of one section.
    let mut blocks = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = offset + (line.len() - line.trim_start().len());
            blocks.push(Block {
                span: Span::new(start, start + trimmed.len()),
                kind: BlockKind::Paragraph,
            });
        }
        offset += line.len();
    }
    let sections = vec![Section {
        kind: SectionKind::Passage,
        title: None,
        first_block: 0,
        end_block: blocks.len() as u32,
        level: 1,
        parent: None,
        author: None,
        inferred_author: None,
        credentials: None,
        role: None,
        place: None,
        source: None,
        reactions: 0,
    }];
    Document {
        name: name.to_owned(),
        language: language.unwrap_or(Language::English),
        kind: DocumentKind::Article,
        title: None,
        text,
        blocks,
        sections,
    }
}
