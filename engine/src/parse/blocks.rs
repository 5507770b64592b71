//! Lines with their roles, put together to blocks.

use super::draft::{Draft, LineRole};
use super::lines::{Line, is_table_rule, list_marker, pipes};
use super::{Block, BlockKind, Section, Table};
use crate::Span;

/// Words a line must have to be prose that goes on in the next line.
const BROKEN: usize = 8;

/// Builds the blocks of all lines and the sections over them.
pub(super) fn build(
    lines: &[Line<'_>],
    roles: &[LineRole],
    in_table: &[bool],
    drafts: &[Draft],
) -> (Vec<Block>, Vec<Section>) {
    let mut owner = vec![None; lines.len()];
    for (section, draft) in drafts.iter().enumerate() {
        owner[draft.first..=draft.last].fill(Some(section));
    }
    let mut blocks: Vec<Block> = Vec::new();
    let mut starts = vec![u32::MAX; drafts.len()];
    let mut ends = vec![0; drafts.len()];
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|next| owner[*next] != owner[at]).unwrap_or(lines.len());
        let (block, next) = block(lines, roles, in_table, at, end);
        if let Some(section) = owner[at] {
            starts[section] = starts[section].min(blocks.len() as u32);
            ends[section] = blocks.len() as u32 + 1;
        }
        blocks.push(block);
        at = next;
    }
    let sections = drafts
        .iter()
        .zip(starts.into_iter().zip(ends))
        .map(|(draft, (first_block, end_block))| Section {
            kind: draft.kind,
            title: draft.title,
            first_block,
            end_block,
            level: draft.level,
            parent: draft.parent,
            author: draft.author,
            inferred_author: draft.inferred_author,
            credentials: draft.credentials,
            role: draft.role,
            place: draft.place,
            source: draft.source,
            reactions: draft.reactions,
        })
        .collect();
    blocks.shrink_to_fit();
    (blocks, sections)
}

/// The block that starts at line `at`, and the line after it; blocks end before `end`.
fn block(
    lines: &[Line<'_>],
    roles: &[LineRole],
    in_table: &[bool],
    at: usize,
    end: usize,
) -> (Block, usize) {
    let one = |kind| (Block { span: lines[at].span, kind }, at + 1);
    match roles[at] {
        LineRole::Title => one(BlockKind::Title),
        LineRole::Heading => one(BlockKind::Heading),
        LineRole::ListHeading => one(BlockKind::ListHeading),
        LineRole::Quotation(of) => one(BlockKind::Quotation { of }),
        LineRole::Role => one(BlockKind::Role),
        LineRole::Place => one(BlockKind::Place),
        LineRole::AuthorNote => one(BlockKind::AuthorNote),
        LineRole::Boilerplate(code) => one(BlockKind::Boilerplate(code)),
        LineRole::Body => {
            let caption = at + 1 < end
                && in_table[at + 1]
                && !in_table[at]
                && !lines[at + 1].after_blank
                && lines[at].looks_like_heading();
            if in_table[at] || caption {
                table(lines, roles, in_table, at, end)
            } else if list_marker(lines[at].text).is_some() {
                list(lines, roles, at, end)
            } else {
                paragraph(lines, roles, in_table, at, end)
            }
        }
    }
}

fn table(
    lines: &[Line<'_>],
    roles: &[LineRole],
    in_table: &[bool],
    at: usize,
    end: usize,
) -> (Block, usize) {
    let first = if in_table[at] { at } else { at + 1 };
    let stop =
        (first..end).find(|line| !in_table[*line] || roles[*line] != LineRole::Body).unwrap_or(end);
    let mut table = Table { caption: (first > at).then(|| lines[at].span), ..Table::default() };
    let rule = (first..stop).find(|line| is_table_rule(lines[*line].text));
    for (at, line) in lines.iter().enumerate().take(stop).skip(first) {
        table.columns = table.columns.max(columns(line.text));
        if Some(at) == rule {
            table.separator = Some(line.span);
        } else if at == first && rule.is_none_or(|rule| rule == first + 1) {
            table.header = Some(line.span);
        } else {
            table.rows.push(line.span);
        }
    }
    let span = Span { start: lines[at].span.start, end: lines[stop - 1].span.end };
    (Block { span, kind: BlockKind::Table(Box::new(table)) }, stop)
}

/// Cells of a row; a pipe at either end closes a cell and opens none.
fn columns(row: &str) -> u32 {
    (pipes(row.trim_matches('|')) + 1) as u32
}

/// Items of one kind, blank lines between them allowed; lines indented deeper go on the item above.
fn list(lines: &[Line<'_>], roles: &[LineRole], at: usize, end: usize) -> (Block, usize) {
    let ordered = list_marker(lines[at].text).is_some_and(|marker| marker.ordered);
    let mut items: Vec<Span> = Vec::new();
    let mut next = at;
    while next < end && roles[next] == LineRole::Body {
        match list_marker(lines[next].text) {
            Some(marker) if marker.ordered == ordered => items.push(lines[next].span),
            None if !lines[next].after_blank && lines[next].indent > lines[at].indent => {
                if let Some(item) = items.last_mut() {
                    item.end = lines[next].span.end;
                }
            }
            _ => break,
        }
        next += 1;
    }
    let span = Span { start: lines[at].span.start, end: lines[next - 1].span.end };
    (Block { span, kind: BlockKind::List { ordered, items: items.into() } }, next)
}

/// A line, and the lines that go on its broken-off sentence.
fn paragraph(
    lines: &[Line<'_>],
    roles: &[LineRole],
    in_table: &[bool],
    at: usize,
    end: usize,
) -> (Block, usize) {
    let mut next = at + 1;
    while next < end
        && roles[next] == LineRole::Body
        && !in_table[next]
        && lines[next - 1].words >= BROKEN
        && !lines[next - 1].ends_sentence()
        && lines[next].starts_lower()
        && list_marker(lines[next].text).is_none()
    {
        next += 1;
    }
    let span = Span { start: lines[at].span.start, end: lines[next - 1].span.end };
    (Block { span, kind: BlockKind::Paragraph }, next)
}
