//! Panes about words, as tables.

use engine::explore::{TermRow, topic_terms};

use super::sheet::Sheet;
use crate::compare;
use crate::state::{Selection, ViewState};
use crate::stops;
use crate::study::Study;
use crate::terms::{self, Listed};

/// The terms table.
pub(super) fn terms(study: &Study, view: &ViewState, selection: &Selection) -> Sheet {
    let listed = Listed::of(study, view, selection);
    let row = |row: &TermRow| {
        let [count, words, rest, rest_words] = listed.table.both_sides(row);
        vec![
            listed.name(study, row).into(),
            count.into(),
            row.count_before.into(),
            words.into(),
            rest.into(),
            rest_words.into(),
            row.per_thousand.into(),
            row.per_thousand_before.into(),
            row.g2.into(),
            row.log_ratio.into(),
            row.dispersion.into(),
            row.sections.into(),
            row.documents.into(),
        ]
    };
    Sheet {
        columns: &[
            "term",
            "count",
            "count_in_all",
            "words",
            "count_in_rest",
            "words_in_rest",
            "per_1000",
            "per_1000_in_all",
            "keyness_g2",
            "log_ratio",
            "dispersion_dpnorm",
            "sections",
            "documents",
        ],
        rows: listed.table.rows.iter().map(row).collect(),
    }
}

/// What the selection did to the terms' shares.
pub(super) fn changes(study: &Study, view: &ViewState, selection: &Selection) -> Sheet {
    let shifts = terms::shifts(study, selection, &view.stops);
    let row = |row: &TermRow| {
        vec![
            study.term_name(row.term).into(),
            row.count.into(),
            row.count_before.into(),
            row.per_thousand.into(),
            row.per_thousand_before.into(),
        ]
    };
    Sheet {
        columns: &["term", "count", "count_in_all", "per_1000", "per_1000_in_all"],
        rows: shifts.fell.iter().chain(&shifts.rose).map(row).collect(),
    }
}

/// Two selections compared.
pub(super) fn compared(study: &Study, view: &ViewState) -> Sheet {
    let found = &compare::compared(study, &view.compare, &view.stops).found;
    let rows = found.rows.iter().map(|row| {
        vec![
            study.term_name(row.term).into(),
            row.a.into(),
            found.words_a.into(),
            row.b.into(),
            found.words_b.into(),
            row.off_a.into(),
            row.off_b.into(),
            row.z.into(),
            row.delta.into(),
            row.g2.into(),
            row.log_ratio.into(),
        ]
    });
    Sheet {
        columns: &[
            "term",
            "count_a",
            "words_a",
            "count_b",
            "words_b",
            "off_topic_a",
            "off_topic_b",
            "z",
            "log_odds",
            "g2",
            "log_ratio",
        ],
        rows: rows.collect(),
    }
}

/// The most relevant terms of one topic.
pub(super) fn topic(study: &Study, view: &ViewState, topic: u32) -> Sheet {
    let lambda = f64::from(view.topics_view.lambda) / 100.0;
    let Study { corpus, counts, analysis, .. } = study;
    let options = stops::options(study, &view.stops);
    let terms = topic_terms(corpus, counts, analysis, topic, lambda, &options);
    let row = |one: &engine::explore::TopicTerm| {
        vec![
            study.term_name(one.term).into(),
            one.count.into(),
            one.total.into(),
            one.relevance.into(),
        ]
    };
    Sheet {
        columns: &["term", "count_in_topic", "count_in_all", "relevance"],
        rows: terms.iter().map(row).collect(),
    }
}
