//! One text looked up: every line it stands in, the words near it, and where in each document it stands.

mod marks;
mod words;

pub use self::marks::{STRIP, ticks};
pub use self::words::{flat, lines_sentence, narrows, sentence, spelled};

use std::rc::Rc;

use engine::explore::{
    self, CollocateOptions, CollocateSort, Collocates, ContextOptions, ContextSort, Contexts,
    Pattern, PlotRow, TermOptions,
};

use crate::shared::Shared;
use crate::state::{
    CollocateColumn, CollocatesView, ContextOrder, ContextsView, Pane, Selection, Stops, ViewState,
};
use crate::stops::{self, Edited};
use crate::study::Study;

/// What is looked up and how it is to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The text, as the person has it; empty where nothing is looked up.
    pub text: String,
    /// Contexts, collocates or the plot.
    pub pane: Pane,
    /// How the concordance is shown.
    pub contexts: ContextsView,
    /// How the collocates are found and shown.
    pub collocates: CollocatesView,
    /// What was changed about the stop list.
    pub stops: Stops,
}

impl Wanted {
    /// What a view asks for.
    pub fn of(view: &ViewState) -> Self {
        Self {
            text: view.term.clone().unwrap_or_default(),
            pane: view.pane,
            contexts: view.contexts,
            collocates: view.collocates,
            stops: view.stops.clone(),
        }
    }
}

/// How a section stands to what is selected.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// It is selected.
    Selected,
    /// It is left out because it is off topic.
    OffTopic,
    /// It is left out because a person took its topic out.
    Hidden,
    /// A filter asks for something else.
    Outside,
}

impl Standing {
    /// Of a section.
    pub fn of(section: u32, selection: &Selection, study: &Study) -> Self {
        let kept = study.judged(section).is_none_or(|(judged, _)| judged.verdict.is_kept());
        match (selection.has(section), selection.folds(section, study)) {
            (true, _) => Self::Selected,
            (false, false) => Self::Outside,
            (false, true) if kept => Self::Hidden,
            (false, true) => Self::OffTopic,
        }
    }
}

/// How often a text stands where.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    /// Times in what is selected.
    pub selected: u64,
    /// Selected sections it stands in.
    pub sections: u64,
    /// Of the times in what is selected, those in sections that are off topic all the same.
    pub selected_off: u64,
    /// Times in off-topic text that is left out.
    pub off_topic: u64,
    /// Times in what a person took out.
    pub hidden: u64,
    /// Times where a filter does not reach.
    pub outside: u64,
    /// Words of what is selected.
    pub words: u64,
}

impl Tally {
    /// Of some documents.
    pub fn of(rows: &[PlotRow], selection: &Selection, study: &Study) -> Self {
        let mut tally = Self::default();
        for run in rows.iter().flat_map(|row| &row.runs) {
            let hits = u64::from(run.hits);
            match Standing::of(run.section, selection, study) {
                Standing::Selected => {
                    let judged = study.judged(run.section);
                    let kept = judged.is_none_or(|(judged, _)| judged.verdict.is_kept());
                    tally.selected += hits;
                    tally.sections += u64::from(hits > 0);
                    tally.selected_off += if kept { 0 } else { hits };
                    tally.words += u64::from(run.tokens);
                }
                Standing::OffTopic => tally.off_topic += hits,
                Standing::Hidden => tally.hidden += hits,
                Standing::Outside => tally.outside += hits,
            }
        }
        tally
    }

    /// Times anywhere.
    pub fn all(&self) -> u64 {
        self.selected + self.off_topic + self.hidden + self.outside
    }

    /// Times in a thousand words of what is selected.
    pub fn rate(&self) -> f64 {
        1000.0 * self.selected as f64 / self.words.max(1) as f64
    }
}

/// What looking a text up finds.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What is looked for and where it stands.
    pub places: Rc<Places>,
    /// The concordance; empty in the other panes.
    pub lines: Contexts,
    /// The collocates; empty in the other panes.
    pub collocates: Collocates,
}

/// Where a text stands, whatever pane shows it.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// What is looked for.
    pub pattern: Pattern,
    /// What of the text could not be heeded, in sentences.
    pub problems: Vec<String>,
    /// How often it stands where.
    pub tally: Tally,
    /// Every document, with where it stands in it.
    pub documents: Vec<PlotRow>,
}

/// Looks a text up. What was looked up last is known.
pub fn looked_up(study: &Study, selection: &Shared<Selection>, wanted: &Wanted) -> Shared<Found> {
    let places = places(study, selection, &wanted.text);
    let asked = (selection.clone(), wanted.clone());
    study.answers.looked_up.answer(&asked, || around(study, selection, wanted, places)).into()
}

/// Where a text stands: the last one is known.
pub fn places(study: &Study, selection: &Shared<Selection>, text: &str) -> Rc<Places> {
    let asked = (selection.clone(), text.to_owned());
    study.answers.places.answer(&asked, || find(study, selection, text))
}

/// Looks a text up.
pub fn look_up(study: &Study, selection: &Selection, wanted: &Wanted) -> Found {
    around(study, selection, wanted, Rc::new(find(study, selection, &wanted.text)))
}

fn find(study: &Study, selection: &Selection, text: &str) -> Places {
    if text.is_empty() {
        return Places::default();
    }
    let (pattern, mut problems) = study.look_up(text);
    if narrows(text) {
        problems.push(
            "Words are looked up here; what narrows a search belongs in the search box.".to_owned(),
        );
    } else if pattern.is_empty() && problems.is_empty() {
        problems.push("There is no word in this to look up.".to_owned());
    }
    let documents = explore::plot(&study.corpus, &study.counts, &study.analysis, &pattern);
    Places { tally: Tally::of(&documents, selection, study), pattern, problems, documents }
}

/// Where it stands with what a pane shows around it.
fn around(study: &Study, selection: &Selection, wanted: &Wanted, places: Rc<Places>) -> Found {
    let mut found = Found { places, ..Found::default() };
    if wanted.text.is_empty() {
        return found;
    }
    match wanted.pane {
        Pane::Contexts => {
            found.lines = lines(study, selection, &found.places.pattern, wanted.contexts);
        }
        Pane::Collocates => {
            found.collocates = collocates(study, selection, &found.places.pattern, wanted);
        }
        _ => {}
    }
    found
}

/// What is selected and, if they are wanted, the sections that are left out of it but stand in their place.
fn reach(study: &Study, selection: &Selection, left_out: bool) -> explore::Selection {
    explore::Selection::of(&study.analysis, |index, _| {
        let section = index as u32;
        selection.has(section) || left_out && selection.folds(section, study)
    })
}

fn lines(study: &Study, selection: &Selection, pattern: &Pattern, view: ContextsView) -> Contexts {
    let sort = match view.order {
        ContextOrder::Place => ContextSort::Place,
        ContextOrder::Left => ContextSort::Left,
        ContextOrder::Node => ContextSort::Node,
        ContextOrder::Right => ContextSort::Right,
    };
    let options = ContextOptions { span: usize::from(view.span), sort };
    let sections = reach(study, selection, !view.without);
    explore::contexts(&study.corpus, &study.counts, &study.analysis, &sections, pattern, &options)
}

fn collocates(
    study: &Study,
    selection: &Selection,
    pattern: &Pattern,
    wanted: &Wanted,
) -> Collocates {
    let view = wanted.collocates;
    let span = usize::from(view.span);
    let options = CollocateOptions {
        left: span,
        right: span,
        floor: u32::from(view.floor),
        // Which of them are on the list the person has is seen to below.
        stop_words: true,
        sort: sort_of(view.column),
        // Words come from A, numbers from the largest, unless turned round.
        descending: (view.column != CollocateColumn::Term) != view.reversed,
    };
    let sections = reach(study, selection, view.everything);
    let Study { corpus, counts, analysis, .. } = study;
    let mut found = explore::collocates(corpus, counts, analysis, &sections, pattern, &options);
    if !view.common {
        let stops = Edited::new(study, &wanted.stops);
        found.rows.retain(|row| !stops.has(row.term));
    }
    found
}

fn sort_of(column: CollocateColumn) -> CollocateSort {
    match column {
        CollocateColumn::Term => CollocateSort::Term,
        CollocateColumn::Count => CollocateSort::Together,
        CollocateColumn::Left => CollocateSort::Left,
        CollocateColumn::Right => CollocateSort::Right,
        CollocateColumn::Total => CollocateSort::Count,
        CollocateColumn::LogDice => CollocateSort::LogDice,
        CollocateColumn::Mi => CollocateSort::MutualInformation,
        CollocateColumn::G2 => CollocateSort::G2,
    }
}

/// The commonest content terms of what is selected, to begin with; at most `most`.
pub fn commonest(study: &Study, selection: &Selection, stops: &Stops, most: usize) -> Vec<String> {
    let options = TermOptions { figures: false, ..stops::options(study, stops) };
    let table = study.counted(selection).table(&study.corpus, &study.counts, &options, most);
    table.rows.iter().map(|row| study.term_name(row.term).to_owned()).collect()
}
