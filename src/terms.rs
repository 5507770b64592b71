//! The terms table as a person asked for it, and what it comes to in one sentence.

mod row;

pub use self::row::{PARTS, Strip, forms, level, sides, strip, sure};

use engine::explore::{self, PhraseOptions, PhraseTable, SortKey, TermOptions, TermRow, TermTable};
use engine::explore::{distribution, frequencies, phrase_distribution, phrases};

use crate::format::{count, counted};
use crate::state::{Column, Selection, Sort, Stops, ViewState};
use crate::stops;
use crate::study::Study;

/// What a person asked of the table.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What they typed into its filter.
    pub find: &'a str,
    /// Whether words of the stop list are listed.
    pub common: bool,
    /// The order.
    pub sort: Sort,
    /// What they changed about the stop list.
    pub stops: &'a Stops,
}

impl Asked<'_> {
    fn options(&self, study: &Study) -> TermOptions {
        TermOptions {
            sort: key(self.sort.column),
            descending: self.sort.descending,
            text: self.find.to_owned(),
            stop_words: self.common,
            absent: true,
            ..stops::options(study, self.stops)
        }
    }

    /// There is no column of differences to sort by before there is a table.
    fn finish(&self, rows: &mut [TermRow]) {
        if self.sort.column == Column::Change {
            order(rows, if self.sort.descending { |row| -change(row) } else { change });
        }
    }
}

/// The terms of a selection, filtered by what was typed and sorted. Terms that only stand outside the selection are
/// among them: that they are gone is what the table is there to show.
pub fn table(study: &Study, selection: &Selection, asked: &Asked<'_>) -> TermTable {
    let Study { corpus, counts, analysis, .. } = study;
    let options = asked.options(study);
    let mut table = frequencies(corpus, counts, analysis, &selection.sections, &options);
    asked.finish(&mut table.rows);
    table
}

/// The phrases of so many words in a selection, those that come twice or more, whatever was typed. Slow on a large corpus:
/// to be kept, and listed with [`phrase_rows`].
pub fn phrase_table(
    study: &Study,
    selection: &Selection,
    words: u8,
    common: bool,
    stops: &Stops,
) -> PhraseTable {
    let asked = Asked { find: "", common, sort: Sort::default(), stops };
    let options = PhraseOptions {
        shortest: words,
        longest: words,
        terms: asked.options(study),
        ..PhraseOptions::default()
    };
    let Study { corpus, counts, analysis, .. } = study;
    phrases(corpus, counts, analysis, &selection.sections, &options)
}

/// The phrases that hold what was typed, sorted.
pub fn phrase_rows(study: &Study, table: &PhraseTable, asked: &Asked<'_>) -> TermTable {
    let mut rows = table.arranged(&study.corpus, &study.counts, &asked.options(study));
    asked.finish(&mut rows);
    TermTable { rows, ..table.table }
}

/// Everything the terms pane of a view lists.
pub struct Listed {
    /// The rows.
    pub table: TermTable,
    phrases: Option<PhraseTable>,
}

impl Listed {
    /// Counts what a view asks for.
    pub fn of(study: &Study, view: &ViewState, selection: &Selection) -> Self {
        let ViewState { find, sort, stops, words, .. } = view;
        let asked = Asked { find, common: view.common, sort: *sort, stops };
        let phrases =
            (*words > 1).then(|| phrase_table(study, selection, *words, view.common, stops));
        let table = match &phrases {
            Some(phrases) => phrase_rows(study, phrases, &asked),
            None => table(study, selection, &asked),
        };
        Self { table, phrases }
    }

    /// What a row is called.
    pub fn name<'a>(&'a self, study: &'a Study, row: &TermRow) -> &'a str {
        match &self.phrases {
            Some(table) => {
                table.phrases.get(row.term as usize).map_or("", |phrase| &phrase.display)
            }
            None => study.term_name(row.term),
        }
    }
}

/// How often each row's term, or phrase where there is a table of them, stands in each document of the selection.
pub fn spread(
    study: &Study,
    selection: &Selection,
    phrases: Option<&PhraseTable>,
    rows: &[TermRow],
) -> Vec<Vec<u32>> {
    let Study { counts, analysis, .. } = study;
    let Some(table) = phrases else {
        let terms: Vec<_> = rows.iter().map(|row| row.term).collect();
        return distribution(counts, analysis, &selection.sections, &terms);
    };
    let phrase = |row: &TermRow| table.phrases.get(row.term as usize);
    let terms: Vec<&[_]> =
        rows.iter().map(|row| phrase(row).map_or(&[][..], |phrase| &phrase.terms)).collect();
    phrase_distribution(counts, analysis, &selection.sections, &terms)
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
pub fn shifts(study: &Study, selection: &Selection, stops: &Stops) -> Shifts {
    let sort = Sort { column: Column::Before, descending: true };
    let asked = Asked { find: "", common: false, sort, stops };
    let mut table = table(study, selection, &asked);
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
pub fn sentence(study: &Study, selection: &Selection, stops: &Stops) -> String {
    let asked = Asked { find: "", common: false, sort: Sort::default(), stops };
    sentence_of(study, selection, &table(study, selection, &asked))
}

/// The same where there is a table of all terms already, in whatever order. Of terms that lose as much, the rarest is told,
/// and of those as rare the first by the alphabet.
pub fn sentence_of(study: &Study, selection: &Selection, table: &TermTable) -> String {
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
    let order =
        |row: &&TermRow| (change(row), row.count_before, study.term_name(row.term), row.term);
    match table.rows.iter().min_by_key(order).filter(|row| change(row) < 0) {
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
