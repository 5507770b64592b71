//! What stands where in a document, and what is folded.

use std::ops::Range;

use engine::parse::{BlockKind, Document, SectionKind};

use crate::state::{Numbers, Selection};
use crate::study::{Study, kind_plural};

/// A piece of a document, from the top.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Piece {
    /// A section to read.
    Section(u32),
    /// Sections left out, in one block that says what they are. Elsewhere, since it is large beside the others: a corpus has
    /// hundreds of thousands of pieces.
    Fold(Box<Fold>),
    /// Blocks that belong to no section.
    Loose(Range<usize>),
}

/// Neighbouring sections that are left out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fold {
    /// The sections.
    pub sections: Range<u32>,
    /// Whether they are off topic; otherwise a person hid them.
    pub off_topic: bool,
    /// What they are, as in `9 questions about height, cm, average`.
    pub what: String,
    /// Words in them.
    pub words: u64,
    /// Whether they are unfolded.
    pub open: bool,
}

/// Lays out a document. Where a person asked for topics or a verdict, the sections that fit are all there is; otherwise
/// everything stands in its place, and what is left out is folded.
pub fn lay_out(
    document: u32,
    study: &Study,
    selection: &Selection,
    unfolded: &Numbers,
) -> Vec<Piece> {
    let sections = study.sections_of(document);
    if !selection.reaches(document, study) {
        return Vec::new();
    }
    if selection.named {
        return sections.filter(|section| selection.has(*section)).map(Piece::Section).collect();
    }
    let Some(parsed) = study.corpus.documents.get(document as usize) else { return Vec::new() };
    let mut pieces = Vec::new();
    let mut next_block = 0;
    let mut section = sections.start;
    while section < sections.end {
        let Some((judged, _)) = study.judged(section) else { break };
        let blocks = judged.blocks();
        if next_block < blocks.start {
            pieces.push(Piece::Loose(next_block..blocks.start));
        }
        next_block = next_block.max(blocks.end);
        if selection.has(section) {
            pieces.push(Piece::Section(section));
            section += 1;
            continue;
        }
        let end = run_end(section, sections.end, selection, study);
        if let Some((last, _)) = study.judged(end - 1) {
            next_block = next_block.max(last.blocks().end);
        }
        pieces.push(Piece::Fold(fold(section..end, study, unfolded).into()));
        section = end;
    }
    if next_block < parsed.blocks.len() {
        pieces.push(Piece::Loose(next_block..parsed.blocks.len()));
    }
    pieces
}

/// One past the last section of the run of left-out sections that starts at `first`.
fn run_end(first: u32, limit: u32, selection: &Selection, study: &Study) -> u32 {
    (first + 1..limit)
        .find(|section| selection.has(*section) || !study.is_same_run(first, *section))
        .unwrap_or(limit)
}

fn fold(sections: Range<u32>, study: &Study, unfolded: &Numbers) -> Fold {
    let open = unfolded.contains(sections.start);
    let judged = || sections.clone().filter_map(|section| study.judged(section));
    Fold {
        off_topic: judged().any(|(section, _)| !section.verdict.is_kept()),
        what: what(sections.clone(), study),
        words: judged().map(|(section, _)| u64::from(section.words)).sum(),
        open,
        sections,
    }
}

/// `9 questions about height, cm, average`: the kind where all are of one, and the label of the largest topic.
fn what(sections: Range<u32>, study: &Study) -> String {
    let mut kinds =
        sections.clone().filter_map(|section| study.parsed(section)).map(|parsed| parsed.kind);
    let first = kinds.next().unwrap_or(SectionKind::HeadingSection);
    let kind = if kinds.all(|kind| kind == first) { first } else { SectionKind::HeadingSection };
    let number = sections.len() as u64;
    let plural = kind_plural(kind);
    let singular = &plural[..plural.len() - 1];
    let noun = crate::format::counted(number, singular, plural);
    let largest = sections
        .filter_map(|section| study.judged(section))
        .map(|(judged, _)| judged.topic)
        .max_by_key(|topic| {
            let words = study.analysis.topics.get(*topic as usize).map_or(0, |topic| topic.words);
            (words, std::cmp::Reverse(*topic))
        });
    match largest {
        Some(topic) => format!("{noun} about {}", study.topic_name(topic)),
        None => noun,
    }
}

/// A block, or a run of page furniture, inside a section.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Item {
    /// A block of content.
    Block(usize),
    /// Neighbouring furniture blocks.
    Furniture(Range<usize>),
}

/// Cuts a range of blocks into content and runs of furniture.
pub fn items(blocks: Range<usize>, document: &Document) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for index in blocks {
        let Some(block) = document.blocks.get(index) else { break };
        if !matches!(block.kind, BlockKind::Boilerplate(_)) {
            items.push(Item::Block(index));
        } else if let Some(Item::Furniture(run)) = items.last_mut() {
            run.end = index + 1;
        } else {
            items.push(Item::Furniture(index..index + 1));
        }
    }
    items
}
