//! Tables: of data, or only to put things side by side.

use super::element::Element;
use super::facts::Facts;
use super::head::one_line;
use super::tree::{Data, Id, Tree};

/// Letters that a cell of data has at most.
const CELL: u32 = 400;

/// The rows of a table of data, each with its cells between bars; `None` where the table only lays out the page.
pub(super) fn rows(tree: &Tree, table: Id, facts: &[Facts]) -> Option<Vec<String>> {
    let mut rows: Vec<Vec<Id>> = Vec::new();
    for part in tree.children(table) {
        match tree.name(part) {
            "tr" => rows.push(cells(tree, part)),
            "thead" | "tbody" | "tfoot" => {
                rows.extend(
                    tree.children(part)
                        .filter(|id| tree.name(*id) == "tr")
                        .map(|row| cells(tree, row)),
                );
            }
            _ => {}
        }
    }
    rows.retain(|cells| !cells.is_empty());
    let data =
        |cell: &Id| !facts[*cell as usize].structured && facts[*cell as usize].letters <= CELL;
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if rows.len() < 2 || columns < 2 || !rows.iter().flatten().all(data) {
        return None;
    }
    let mut deep = String::new();
    let written = rows.into_iter().map(|cells| {
        let cells: Vec<String> = cells
            .into_iter()
            .map(|cell| {
                deep.clear();
                inline(tree, cell, facts, &mut deep);
                // A bar inside a cell would part it.
                one_line(&deep).replace('|', "/")
            })
            .collect();
        cells.join(" | ")
    });
    Some(written.filter(|row| row.chars().any(|c| !matches!(c, '|' | ' '))).collect())
}

fn cells(tree: &Tree, row: Id) -> Vec<Id> {
    tree.children(row).filter(|id| matches!(tree.name(*id), "td" | "th")).collect()
}

/// All text in a node, blocks parted by blanks.
pub(super) fn inline(tree: &Tree, id: Id, facts: &[Facts], text: &mut String) {
    match tree.data(id) {
        Data::Text(own) => text.push_str(own),
        _ => {
            let element = facts[id as usize].element;
            if matches!(element, Element::Skip | Element::Button) {
                return;
            }
            let apart = element.is_block() || element == Element::Break;
            text.push_str(if apart { " " } else { "" });
            for child in tree.children(id) {
                inline(tree, child, facts, text);
            }
            text.push_str(if apart { " " } else { "" });
        }
    }
}
