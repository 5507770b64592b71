//! The concordance: every place a pattern stands, with what is said around it.

use std::ops::Range;

use super::Selection;
use super::query::{Hit, Pattern};
use crate::count::{Counts, DocumentTokens};
use crate::parse::{BlockKind, Document};
use crate::separate::{Analysis, JudgedSection, TopicId, Verdict};
use crate::tokenise::fold;
use crate::{Corpus, Span};

/// Most words a side.
pub const WIDEST_SPAN: usize = 50;

/// How a concordance is made.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ContextOptions {
    /// Words each side, from 1 to [`WIDEST_SPAN`]; what is outside is taken for the nearest of them.
    pub span: usize,
    /// The order of the lines.
    pub sort: ContextSort,
}

impl Default for ContextOptions {
    fn default() -> Self {
        Self { span: 5, sort: ContextSort::Place }
    }
}

/// The order of concordance lines. Equal lines are in the order of the text.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ContextSort {
    /// As they stand in the corpus.
    #[default]
    Place,
    /// By the words on the left, the nearest first.
    Left,
    /// By the node as it stands, case-folded, then by the words on the right.
    Node,
    /// By the words on the right, the nearest first.
    Right,
}

/// A concordance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contexts {
    /// One line a hit.
    pub lines: Vec<ContextLine>,
    /// How many of the lines are in off-topic sections.
    pub off_topic: usize,
}

/// One line: the node and what stands on its sides, as bytes of the document's text. The three spans adjoin.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ContextLine {
    /// Index into [`Analysis::sections`].
    pub section: u32,
    /// Index of the document in the corpus.
    pub document: u32,
    /// Index of the node's block in the document.
    pub block: u32,
    /// What stands before the node.
    pub left: Span,
    /// The node.
    pub node: Span,
    /// What stands after it.
    pub right: Span,
    /// The section's verdict.
    pub verdict: Verdict,
    /// The section's topic.
    pub topic: TopicId,
}

impl ContextLine {
    /// The whole block the node stands in: what a line opens to.
    pub fn paragraph(&self, corpus: &Corpus) -> Span {
        let document = corpus.documents.get(self.document as usize);
        let block = document.and_then(|document| document.blocks.get(self.block as usize));
        block.map_or(self.node, |block| block.span)
    }
}

/// The concordance of a pattern in the sections of a selection.
///
/// Prose stands alone: the context of a word in a paragraph or a quotation ends with it. Headings, lists and tables are too
/// short to read alone and go on, forwards into whatever follows (a heading into the first paragraph under it), backwards
/// into others like them, as far as the section and the next page furniture. A span may so hold line breaks.
///
/// Time: one look at each token of the selection, some for each hit, and the sort.
pub fn contexts(
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
    selection: &Selection,
    pattern: &Pattern,
    options: &ContextOptions,
) -> Contexts {
    let span = options.span.clamp(1, WIDEST_SPAN);
    let mut found = Contexts::default();
    // What each line is sorted by, with its number. The beginning as a number settles most comparisons.
    let mut keys: Vec<(u64, String, usize)> = Vec::new();
    for (index, section) in analysis.sections.iter().enumerate() {
        if !selection.contains(index) {
            continue;
        }
        let at = section.document as usize;
        let (Some(document), Some(counted)) = (corpus.documents.get(at), counts.documents.get(at))
        else {
            continue;
        };
        for hit in pattern.hits(document, counted, section.blocks()) {
            let reach = Reach { document, counted, section, span };
            let (before, after) = (reach.before(hit), reach.after(hit));
            let line = reach.line(index, hit, &before, &after);
            if options.sort != ContextSort::Place {
                let key = key(options.sort, &document.text, counted, hit, before, after);
                keys.push((beginning(&key), key, found.lines.len()));
            }
            found.off_topic += usize::from(!section.verdict.is_kept());
            found.lines.push(line);
        }
    }
    if options.sort != ContextSort::Place {
        super::sort(&mut keys, &Ord::cmp);
        found.lines =
            keys.iter().filter_map(|(.., number)| found.lines.get(*number).copied()).collect();
    }
    found
}

/// Case-folded words one after the other, each ended by a character that sorts before all others.
fn key(
    sort: ContextSort,
    text: &str,
    counted: &DocumentTokens,
    hit: Hit,
    before: Range<usize>,
    after: Range<usize>,
) -> String {
    let mut key = String::new();
    let mut add = |index: usize| {
        if let Some(token) = counted.get(index) {
            key.push_str(&fold(token.span().of(text)));
            key.push('\0');
        }
    };
    match sort {
        ContextSort::Left => before.rev().for_each(add),
        ContextSort::Right => after.for_each(add),
        ContextSort::Node => {
            hit.tokens().for_each(&mut add);
            after.for_each(add);
        }
        ContextSort::Place => {}
    }
    key
}

/// The first eight bytes of a key as a number of the same order.
fn beginning(key: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(key.bytes()).for_each(|(to, from)| *to = from);
    u64::from_be_bytes(bytes)
}

/// How far the context of a hit may go.
struct Reach<'a> {
    document: &'a Document,
    counted: &'a DocumentTokens,
    section: &'a JudgedSection,
    span: usize,
}

impl Reach<'_> {
    /// The tokens on the left.
    fn before(&self, hit: Hit) -> Range<usize> {
        let first = hit.first as usize;
        let wanted = first.saturating_sub(self.span);
        let mut block = hit.block as usize;
        let mut start = self.counted.range(block..block + 1).start;
        while start > wanted && !self.is_prose(block) && block > self.section.first_block as usize {
            block -= 1;
            let next = self.counted.range(block..block + 1);
            if next.is_empty() || self.is_prose(block) {
                break;
            }
            start = next.start;
        }
        start.max(wanted)..first
    }

    /// The tokens on the right.
    fn after(&self, hit: Hit) -> Range<usize> {
        let first = hit.end as usize;
        let wanted = first + self.span;
        let mut block = hit.block as usize;
        let mut end = self.counted.range(block..block + 1).end;
        while end < wanted && !self.is_prose(block) && block + 1 < self.section.end_block as usize {
            block += 1;
            let next = self.counted.range(block..block + 1);
            if next.is_empty() {
                break;
            }
            end = next.end;
        }
        first..end.min(wanted)
    }

    fn line(
        &self,
        section: usize,
        hit: Hit,
        before: &Range<usize>,
        after: &Range<usize>,
    ) -> ContextLine {
        let tokens = self.counted;
        let node = hit.span(self.counted);
        let block = self.document.blocks.get(hit.block as usize).map_or(node, |block| block.span);
        let own = self.counted.range(hit.block as usize..hit.block as usize + 1);
        // Where the block itself ends, what it opens and closes with belongs to the line: a quotation mark, a full stop.
        let start = if before.start == own.start {
            block.start
        } else {
            tokens.get(before.start).map_or(node.start, |token| token.span().start)
        };
        let end = if after.end == own.end {
            block.end
        } else {
            let last = after.end.checked_sub(1).and_then(|last| tokens.get(last));
            last.map_or(node.end, |token| token.span().end)
        };
        ContextLine {
            section: section as u32,
            document: self.section.document,
            block: hit.block,
            left: Span { start: start.min(node.start), end: node.start },
            node,
            right: Span { start: node.end, end: end.max(node.end) },
            verdict: self.section.verdict,
            topic: self.section.topic,
        }
    }

    fn is_prose(&self, block: usize) -> bool {
        let block = self.document.blocks.get(block);
        block.is_none_or(|block| {
            matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation { .. })
        })
    }
}

#[cfg(test)]
mod tests;
