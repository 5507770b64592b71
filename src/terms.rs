//! The terms table as a person asked for it, and what it comes to in one sentence.

use engine::explore::{SortKey, TermOptions, TermRow, TermTable, frequencies};

use crate::format::{count, counted};
use crate::state::{Column, Selection, Sort};
use crate::study::Study;

/// The terms of a selection, filtered by what was typed and sorted. Terms that only stand outside the selection are
/// among them: that they are gone is what the table is there to show.
pub fn table(
    study: &Study,
    selection: &Selection,
    find: &str,
    common: bool,
    sort: Sort,
) -> TermTable {
    let options = TermOptions {
        sort: key(sort.column),
        descending: sort.descending,
        text: find.to_owned(),
        stop_words: common,
        absent: true,
        ..TermOptions::default()
    };
    let Study { corpus, counts, analysis, .. } = study;
    let mut table = frequencies(corpus, counts, analysis, &selection.sections, &options);
    if sort.column == Column::Change {
        // The sort is stable, so equal changes stay in the order of their counts.
        table.rows.sort_by_key(|row| if sort.descending { -change(row) } else { change(row) });
    }
    table
}

/// What the selection leaves out of a term, as a number below zero.
pub fn change(row: &TermRow) -> i64 {
    i64::from(row.count) - i64::from(row.count_before)
}

/// What the selection does to the counts, in one sentence.
pub fn sentence(study: &Study, selection: &Selection) -> String {
    let by_loss = Sort { column: Column::Change, descending: false };
    let table = table(study, selection, "", false, by_loss);
    let gone = u64::from(table.words_before - table.words);
    if gone == 0 {
        return "Every word is counted.".to_owned();
    }
    let fewer = counted(gone, "word fewer", "words fewer");
    let hides_kept = (0..)
        .zip(&study.analysis.sections)
        .any(|(index, section)| section.verdict.is_kept() && !selection.has(index));
    let start = match (selection.asked, hides_kept) {
        (true, _) => format!("In this selection: {fewer} than in everything"),
        (false, true) => format!("Without what is left out: {fewer}"),
        (false, false) => format!("Without the off-topic text: {fewer}"),
    };
    match table.rows.first().filter(|row| change(row) < 0) {
        Some(row) => format!(
            "{start}; “{}” falls from {} to {}.",
            study.term_name(row.term),
            count(u64::from(row.count_before)),
            count(u64::from(row.count)),
        ),
        None => format!("{start}."),
    }
}

fn key(column: Column) -> SortKey {
    match column {
        Column::Term => SortKey::Term,
        Column::Count => SortKey::Count,
        Column::Before | Column::Change => SortKey::CountBefore,
        Column::Rate => SortKey::PerThousand,
        Column::Keyness => SortKey::Keyness,
        Column::Ratio => SortKey::LogRatio,
        Column::Documents => SortKey::Documents,
    }
}
