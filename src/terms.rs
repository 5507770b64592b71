//! The terms table as a person asked for it, and what it comes to in one sentence.

mod row;

pub use self::row::{PARTS, Strip, forms, level, sides, strip, sure};

use std::rc::Rc;

use engine::explore::{PhraseOptions, PhraseTable, SortKey, TermOptions, TermRow, TermTable};
use engine::explore::{distribution, phrase_distribution, phrases};

use crate::format::{count, counted};
use crate::shared::Shared;
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
}

/// The first rows of the terms of a selection, at most so many, filtered by what was typed and sorted. Terms that only stand
/// outside the selection are among them: that they are gone is what the table is there to show.
pub fn table(study: &Study, selection: &Selection, asked: &Asked<'_>, most: usize) -> TermTable {
    let counted = study.counted(selection);
    counted.table(&study.corpus, &study.counts, &asked.options(study), most)
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
    let rows = table.arranged(&study.corpus, &study.counts, &asked.options(study));
    TermTable { listed: rows.len(), rows, ..table.table }
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
            None => table(study, selection, &asked, usize::MAX),
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

/// Compares the selection with everything. Of terms that moved as far, the commonest come first.
pub fn shifts(study: &Study, selection: &Selection, stops: &Stops) -> Shifts {
    let counted = study.counted(selection);
    let side = |descending: bool| {
        let options = TermOptions {
            sort: SortKey::Shift,
            descending,
            absent: true,
            ..stops::options(study, stops)
        };
        counted.table(&study.corpus, &study.counts, &options, SHIFTS)
    };
    let (fell, rose) = (side(false), side(true));
    let moved = |rows: Vec<TermRow>, sign: i64| {
        rows.into_iter().filter(|row| row.shift() * sign > 0).collect()
    };
    Shifts {
        words: fell.words,
        words_before: fell.words_before,
        fell: moved(fell.rows, -1),
        rose: moved(rose.rows, 1),
    }
}

/// What the selection leaves out of a term, as a number below zero.
pub fn change(row: &TermRow) -> i64 {
    i64::from(row.count) - i64::from(row.count_before)
}

/// What the selection does to the counts, in one sentence. Of terms that lose as much, the rarest is told, and of those as
/// rare the first by the alphabet. The last one is remembered.
pub fn sentence(study: &Study, selection: &Shared<Selection>, stops: &Stops) -> Rc<String> {
    let asked = (selection.clone(), stops.clone());
    study.answers.sentence.answer(&asked, || say(study, selection, stops))
}

fn say(study: &Study, selection: &Selection, stops: &Stops) -> String {
    let asked = Asked { find: "", common: false, sort: Sort::by(Column::Change), stops };
    let table = table(study, selection, &asked, 1);
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
        Column::Before => SortKey::CountBefore,
        Column::Change => SortKey::Change,
        Column::Rate => SortKey::PerThousand,
        Column::Keyness => SortKey::Keyness,
        Column::Ratio => SortKey::LogRatio,
        Column::Dispersion => SortKey::Dispersion,
        Column::Sections => SortKey::Sections,
        Column::Documents => SortKey::Documents,
    }
}
