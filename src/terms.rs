//! The terms table as a person asked for it, and what it comes to in one sentence.

use engine::explore::{self, SortKey, TermOptions, TermRow, TermTable, frequencies};

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
        order(&mut table.rows, if sort.descending { |row| -change(row) } else { change });
    }
    table
}

/// Sorts rows, least first. The sort is stable: equal rows stay in the order of their counts. By a plain function, so that
/// the module holds one sort and not one a key.
fn order(rows: &mut [TermRow], key: fn(&TermRow) -> i64) {
    explore::sort(rows, &|one, other| key(one).cmp(&key(other)));
}

/// What a selection did to the terms' shares of the text.
pub struct Shifts {
    /// Terms whose share fell most, the most first.
    pub fell: Vec<TermRow>,
    /// Terms whose share rose most, the most first.
    pub rose: Vec<TermRow>,
    /// Words of the selection.
    pub words: u32,
    /// Words with everything in.
    pub words_before: u32,
}

/// Terms listed on either side.
const SHIFTS: usize = 12;

/// Compares the selection with everything.
pub fn shifts(study: &Study, selection: &Selection) -> Shifts {
    let by_count = Sort { column: Column::Before, descending: true };
    let mut table = table(study, selection, "", false, by_count);
    order(&mut table.rows, shift);
    let moved = |sign: i64, row: &&TermRow| (shift(row) * sign) > 0;
    Shifts {
        fell: table.rows.iter().filter(|row| moved(-1, row)).take(SHIFTS).copied().collect(),
        rose: table.rows.iter().rev().filter(|row| moved(1, row)).take(SHIFTS).copied().collect(),
        words: table.words,
        words_before: table.words_before,
    }
}

/// How far a term's share of the text moved, in hundredths of a word in a thousand: as fine as it is shown.
fn shift(row: &TermRow) -> i64 {
    ((row.per_thousand - row.per_thousand_before) * 100.0).round() as i64
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
        Column::Dispersion => SortKey::Dispersion,
        Column::Sections => SortKey::Sections,
        Column::Documents => SortKey::Documents,
    }
}
