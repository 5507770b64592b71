//! Terms as bars and numbers: the solid bar is the selection, the hatched rest is what it leaves out.

use engine::explore::{PhraseTable, TermRow, TermTable};
use yew::prelude::*;

use super::terms_row::{Line, Stopping};
use crate::format::count;
use crate::shared::Shared;
use crate::state::{Action, Column, Selection, Sort, Stops};
use crate::stops::Edited;
use crate::study::Study;
use crate::terms;

/// What the rows are called.
#[derive(Clone, Copy)]
pub(super) enum Names<'a> {
    Terms(&'a Study),
    Phrases(&'a PhraseTable),
}

impl<'a> Names<'a> {
    fn of(self, row: &TermRow) -> &'a str {
        match self {
            Self::Terms(study) => study.term_name(row.term),
            Self::Phrases(table) => {
                table.phrases.get(row.term as usize).map_or("", |phrase| &phrase.display)
            }
        }
    }

    fn phrases(self) -> Option<&'a PhraseTable> {
        match self {
            Self::Terms(_) => None,
            Self::Phrases(table) => Some(table),
        }
    }
}

/// What it shows.
pub(super) struct Props<'a> {
    pub(super) study: &'a Shared<Study>,
    pub(super) selection: &'a Selection,
    pub(super) names: Names<'a>,
    /// The rows that are shown.
    pub(super) table: &'a TermTable,
    /// How often each one's term stands in each document.
    pub(super) spread: &'a [Vec<u32>],
    /// The first rows that are drawn by now.
    pub(super) drawn: usize,
    pub(super) sort: Sort,
    pub(super) term: Option<&'a str>,
    pub(super) forms: Option<&'a str>,
    pub(super) common: bool,
    pub(super) stops: &'a Stops,
    pub(super) dispatch: &'a Callback<Action>,
}

/// The table.
pub(super) fn terms_table(props: &Props<'_>) -> Html {
    let rows = &props.table.rows;
    let longest = rows.iter().map(|row| row.count_before).max().unwrap_or(0);
    let edited = Edited::new(props.study, props.stops);
    let drawn = rows.iter().zip(props.spread).enumerate().take(props.drawn);
    let lines = drawn.map(|(index, (row, spread))| {
        // Where the focus goes when the row goes away.
        let beside = rows.get(index + 1).or_else(|| rows.get(index.checked_sub(1)?));
        line(props, row, spread, longest, &edited, beside)
    });
    html! {
        <div class="scroller" tabindex="0" role="region" id="terms-table" aria-label="Terms table">
            <table class="table table--terms">
                <caption class="visually-hidden">
                    { "How often each term stands in the selection and with everything in" }
                </caption>
                <thead>
                    <tr>
                        for column in Column::ALL {
                            { head(column, props.sort, props.dispatch) }
                        }
                        <th scope="col" class="table__head">{ "Where" }</th>
                        <td class="table__head"></td>
                    </tr>
                </thead>
                <tbody class="growing">{ for lines }</tbody>
            </table>
        </div>
    }
}

fn line(
    props: &Props<'_>,
    row: &TermRow,
    spread: &[u32],
    longest: u32,
    edited: &Edited<'_>,
    beside: Option<&TermRow>,
) -> Html {
    let name = props.names.of(row);
    let phrase = props.names.phrases().is_some();
    // As it is looked up: words in a row are spelled as in a search.
    let spelled = if phrase { format!("\"{name}\"") } else { name.to_owned() };
    let term = props.term.map(|term| match props.study.term(term) {
        Some(known) if !phrase => props.study.term_name(known),
        _ => term,
    });
    let open = props.forms == Some(name);
    let stopping = (!phrase).then(|| {
        let (word, stop) = edited.turn(row.term);
        Stopping { on: edited.has(row.term), word: word.into(), stop }
    });
    let forms = if open && !phrase {
        terms::forms(props.study, props.selection, row.term)
    } else {
        String::new()
    };
    html! {
        <Line
            key={row.term}
            name={name.to_owned()}
            picked={term == Some(&*spelled)}
            {spelled}
            row={*row}
            {longest}
            strip={terms::strip(spread)}
            {stopping}
            {open}
            {forms}
            sides={if open { terms::sides(props.table, row) } else { String::new() }}
            stays={props.common}
            beside={beside.map(|row| row.term)}
            dispatch={props.dispatch.clone()}
        />
    }
}

fn name(column: Column) -> String {
    match column {
        Column::Term => "Term",
        Column::Count => "Count",
        Column::Before => "In all",
        Column::Change => "Change",
        Column::Rate => return format!("Per {}", count(1000)),
        Column::Keyness => "Keyness",
        Column::Ratio => "Log ratio",
        Column::Dispersion => "Dispersion",
        Column::Sections => "Sections",
        Column::Documents => "Docs",
    }
    .to_owned()
}

fn explanation(column: Column) -> &'static str {
    match column {
        Column::Term => "The commonest form of the word",
        Column::Count => "How often it stands in the selection",
        Column::Before => "How often it stands in all documents, off-topic text included",
        Column::Change => "What the selection leaves out",
        Column::Rate => "How often it stands in so many words of the selection",
        Column::Keyness => {
            "Signed G²: how sure it is that the selection uses it more (+) or less (−) than the rest. \
             * from 3.84, p < 0.05; ** from 6.63, p < 0.01; *** from 10.83, p < 0.001; **** from 15.13, p < 0.0001"
        }
        Column::Ratio => "How many times over the rate doubles from the rest to the selection",
        Column::Dispersion => {
            "How unevenly it is spread over the documents of the selection, by Gries’s DPnorm: 0 is even, 1 is all in one"
        }
        Column::Sections => "Sections of the selection it stands in",
        Column::Documents => "Documents of the selection it stands in",
    }
}

/// A heading that sorts.
fn head(column: Column, sort: Sort, dispatch: &Callback<Action>) -> Html {
    let here = sort.column == column;
    let direction = match (here, sort.descending) {
        (false, _) => None,
        (true, true) => Some("descending"),
        (true, false) => Some("ascending"),
    };
    let arrow = match direction {
        Some("descending") => "↓",
        Some(_) => "↑",
        None => "",
    };
    let class = if column == Column::Term { "table__head" } else { "table__head table__number" };
    let name = name(column);
    html! {
        <th key={name.clone()} scope="col" {class} aria-sort={direction}>
            <button
                type="button"
                class="table__sort"
                data-tip={explanation(column)}
                aria-description={explanation(column)}
                onclick={dispatch.reform(move |_| Action::SortBy(column))}
            >
                { name }
                <span class="table__arrow" aria-hidden="true">{ arrow }</span>
            </button>
        </th>
    }
}
