//! A paragraph, list, table, quotation or line.

use engine::Span;
use engine::parse::{Block, BlockKind, Document, Table};
use yew::prelude::*;

use super::inline::inline;
use crate::reading::{cells, split_marker};

/// What drawing a block needs besides the block.
#[derive(Clone, Copy)]
pub(super) struct Ink<'a> {
    /// The document the block stands in.
    pub(super) document: &'a Document,
    /// What is highlighted in the section, in order.
    pub(super) marks: &'a [Span],
}

impl Ink<'_> {
    fn text(self, span: Span) -> Html {
        inline(span, &self.document.text, self.marks)
    }
}

/// Draws a block of content. Titles and headings are drawn by the section they head.
pub(super) fn block(block: &Block, ink: Ink<'_>, quoted: Option<String>) -> Html {
    match &block.kind {
        BlockKind::Paragraph | BlockKind::Title | BlockKind::Heading => {
            html! { <p>{ ink.text(block.span) }</p> }
        }
        BlockKind::ListHeading => html! { <p class="list-heading">{ ink.text(block.span) }</p> },
        BlockKind::List { ordered, items } => list(*ordered, items, ink),
        BlockKind::Table(parts) => table(parts, ink),
        BlockKind::Quotation { .. } => html! {
            <blockquote class="quotation">
                if let Some(whom) = quoted {
                    <p class="quotation__whom">{ whom }</p>
                }
                <p>{ ink.text(block.span) }</p>
            </blockquote>
        },
        BlockKind::Role => html! { <p class="by">{ ink.text(block.span) }</p> },
        BlockKind::Place => html! { <p class="by">{ ink.text(block.span) }</p> },
        BlockKind::AuthorNote => html! { <p class="author-note">{ ink.text(block.span) }</p> },
        BlockKind::Boilerplate(_) => html! {},
    }
}

/// The markers are the document's own: its numbers may start anywhere.
fn list(ordered: bool, items: &[Span], ink: Ink<'_>) -> Html {
    let rows = items.iter().enumerate().map(|(index, item)| {
        let (marker, rest) = split_marker(*item, &ink.document.text);
        let class = if ordered { "list__marker list__marker--number" } else { "list__marker" };
        let shown =
            if marker.is_empty() && !ordered { "•" } else { marker.of(&ink.document.text) };
        html! {
            <li class="list__item" key={index}>
                <span {class}>{ shown }</span>
                <span>{ ink.text(rest) }</span>
            </li>
        }
    });
    if ordered {
        html! { <ol class="list" role="list">{ for rows }</ol> }
    } else {
        html! { <ul class="list" role="list">{ for rows }</ul> }
    }
}

fn table(table: &Table, ink: Ink<'_>) -> Html {
    let text = &ink.document.text;
    // Where it stands tells it from others of that name, and of none.
    let first = table.caption.or(table.header).or(table.rows.first().copied());
    let before = first.and_then(|first| text.get(..first.start as usize)).unwrap_or_default();
    let label = format!(
        "{}, line {} of {}",
        table.caption.map_or("Table", |caption| caption.of(text)),
        before.matches('\n').count() + 1,
        ink.document.name,
    );
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label={label}>
            <table class="table table--text">
                if let Some(caption) = table.caption {
                    <caption>{ ink.text(caption) }</caption>
                }
                if let Some(header) = table.header {
                    <thead>
                        <tr>
                            for (index, cell) in cells(header, text).into_iter().enumerate() {
                                { heading(index, cell, ink) }
                            }
                        </tr>
                    </thead>
                }
                <tbody>
                    for (row, span) in table.rows.iter().enumerate() {
                        <tr key={row}>
                            for (index, cell) in cells(*span, text).into_iter().enumerate() {
                                <td key={index}>{ ink.text(cell) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// A column's heading; a plain cell where it is blank, since a heading that says nothing misleads a screen reader.
fn heading(index: usize, cell: Span, ink: Ink<'_>) -> Html {
    if cell.is_empty() {
        html! { <td key={index}></td> }
    } else {
        html! { <th scope="col" key={index}>{ ink.text(cell) }</th> }
    }
}
