//! Panes about where a term stands, as tables.

use engine::Span;
use engine::explore;

use super::sheet::{Cell, Sheet};
use crate::contexts::{Wanted, look_up};
use crate::state::{Pane, Selection, ViewState};
use crate::study::{Study, verdict_name};

/// The concordance.
pub(super) fn lines(study: &Study, view: &ViewState, selection: &Selection) -> Sheet {
    let wanted = Wanted { pane: Pane::Contexts, ..Wanted::of(view) };
    let found = look_up(study, selection, &wanted).lines;
    let row = |line: &explore::ContextLine| {
        let document = study.corpus.documents.get(line.document as usize);
        let text = |span: Span| -> Cell {
            let text = document.map_or("", |document| span.of(&document.text));
            text.split_whitespace().collect::<Vec<_>>().join(" ").into()
        };
        vec![
            study.document_title(line.document).into(),
            study.section_name(line.section).into(),
            study.topic_name(line.topic).into(),
            verdict_name(line.verdict).into(),
            text(line.left),
            text(line.node),
            text(line.right),
        ]
    };
    Sheet {
        columns: &["document", "section", "topic", "verdict", "left", "node", "right"],
        rows: found.lines.iter().map(row).collect(),
    }
}

/// The collocates.
pub(super) fn collocates(study: &Study, view: &ViewState, selection: &Selection) -> Sheet {
    let wanted = Wanted { pane: Pane::Collocates, ..Wanted::of(view) };
    let found = look_up(study, selection, &wanted).collocates;
    let row = |one: &explore::Collocate| {
        vec![
            study.term_name(one.term).into(),
            one.together().into(),
            one.left.into(),
            one.right.into(),
            one.count.into(),
            one.log_dice.into(),
            one.mutual_information.into(),
            one.g2.into(),
        ]
    };
    Sheet {
        columns: &["collocate", "near", "left", "right", "count", "logdice", "mi", "g2"],
        rows: found.rows.iter().map(row).collect(),
    }
}

/// Where the term stands in each document, as token numbers from 1.
pub(super) fn plot(study: &Study, view: &ViewState) -> Sheet {
    let pattern = study.pattern(view.term.as_deref().unwrap_or_default());
    let Study { corpus, counts, analysis, .. } = study;
    let rows = explore::plot(corpus, counts, analysis, &pattern);
    let row = |row: &explore::PlotRow| {
        let places: Vec<String> = row.hits.iter().map(|at| (at + 1).to_string()).collect();
        let hits = row.hits.len() as u32;
        let rate = engine::count::statistics::per_thousand(f64::from(hits), f64::from(row.tokens));
        vec![
            study.document_title(row.document).into(),
            row.tokens.into(),
            hits.into(),
            rate.into(),
            places.join(" ").into(),
        ]
    };
    Sheet {
        columns: &["document", "words", "hits", "per_1000", "places"],
        rows: rows.iter().map(row).collect(),
    }
}
