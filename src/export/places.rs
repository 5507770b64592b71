//! Panes about where a term stands, as tables.

use engine::count::statistics::per_thousand;
use engine::explore::{Collocate, ContextLine, PlotRow};

use super::sheet::Sheet;
use crate::contexts::{Found, Wanted, flat, look_up};
use crate::state::{Selection, ViewState};
use crate::study::{Study, verdict_name};

fn found(study: &Study, view: &ViewState, selection: &Selection) -> Found {
    look_up(study, selection, &Wanted::of(view))
}

/// The concordance.
pub(super) fn lines(study: &Study, view: &ViewState, selection: &Selection) -> Sheet {
    let row = |line: &ContextLine| {
        let document = study.corpus.documents.get(line.document as usize);
        let text = document.map_or("", |document| &document.text);
        vec![
            study.document_title(line.document).into(),
            study.section_name(line.section).into(),
            study.topic_name(line.topic).into(),
            verdict_name(line.verdict).into(),
            flat(line.left.of(text)).into(),
            flat(line.node.of(text)).into(),
            flat(line.right.of(text)).into(),
        ]
    };
    Sheet {
        columns: &["document", "section", "topic", "verdict", "left", "node", "right"],
        rows: found(study, view, selection).lines.lines.iter().map(row).collect(),
    }
}

/// The collocates.
pub(super) fn collocates(study: &Study, view: &ViewState, selection: &Selection) -> Sheet {
    let row = |one: &Collocate| {
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
        rows: found(study, view, selection).collocates.rows.iter().map(row).collect(),
    }
}

/// Where the term stands in each document, as token numbers from 1.
pub(super) fn plot(study: &Study, view: &ViewState, selection: &Selection) -> Sheet {
    let row = |row: &PlotRow| {
        let places: Vec<String> = row.hits.iter().map(|at| (at + 1).to_string()).collect();
        let hits = row.hits.len() as u32;
        vec![
            study.document_title(row.document).into(),
            row.tokens.into(),
            hits.into(),
            per_thousand(f64::from(hits), f64::from(row.tokens)).into(),
            places.join(" ").into(),
        ]
    };
    Sheet {
        columns: &["document", "words", "hits", "per_1000", "places"],
        rows: found(study, view, selection).places.documents.iter().map(row).collect(),
    }
}
