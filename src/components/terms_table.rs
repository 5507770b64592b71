//! Terms as bars and numbers: the solid bar is the selection, the hatched rest is what it leaves out.

use engine::count::TermId;
use engine::explore::TermRow;
use yew::prelude::*;

use super::lookup::contexts_button;
use crate::browser::place;
use crate::format::{along, change, count, hundredths, signed_tenths, tenths};
use crate::shared::Shared;
use crate::state::{Action, Column, Sort};
use crate::study::Study;
use crate::terms;

/// What it shows.
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) rows: Vec<TermRow>,
    pub(super) sort: Sort,
    pub(super) term: Option<TermId>,
    pub(super) dispatch: Callback<Action>,
}

/// The table.
pub(super) fn terms_table(props: &Props) -> Html {
    let longest = props.rows.iter().map(|row| row.count_before).max().unwrap_or(0);
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label="Terms table">
            <table class="table table--terms">
                <caption class="visually-hidden">
                    { "How often each term stands in the selection and with everything in" }
                </caption>
                <thead>
                    <tr>
                        for column in Column::ALL {
                            { head(column, props.sort, &props.dispatch) }
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in &props.rows {
                        <Line
                            key={row.term}
                            name={props.study.term_name(row.term).to_owned()}
                            row={*row}
                            {longest}
                            picked={props.term == Some(row.term)}
                            dispatch={props.dispatch.clone()}
                        />
                    }
                </tbody>
            </table>
        </div>
    }
}

fn name(column: Column) -> &'static str {
    match column {
        Column::Term => "Term",
        Column::Count => "Count",
        Column::Before => "In all",
        Column::Change => "Change",
        Column::Rate => "Per 1\u{202f}000",
        Column::Keyness => "Keyness",
        Column::Ratio => "Log ratio",
        Column::Dispersion => "Dispersion",
        Column::Sections => "Sections",
        Column::Documents => "Documents",
    }
}

fn explanation(column: Column) -> &'static str {
    match column {
        Column::Term => "The commonest form of the word",
        Column::Count => "How often it stands in the selection",
        Column::Before => "How often it stands in all documents, off-topic text included",
        Column::Change => "What the selection leaves out",
        Column::Rate => "How often it stands in a thousand words of the selection",
        Column::Keyness => {
            "Signed G²: how sure it is that the selection uses it more (+) or less (−) than the rest; \
             3.8 is p < 0.05, 15.1 is p < 0.0001"
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
    html! {
        <th key={name(column)} scope="col" {class} aria-sort={direction}>
            <button
                type="button"
                class="table__sort"
                title={explanation(column)}
                onclick={dispatch.reform(move |_| Action::SortBy(column))}
            >
                { name(column) }
                <span class="table__arrow" aria-hidden="true">{ arrow }</span>
            </button>
        </th>
    }
}

#[derive(PartialEq, Properties)]
struct LineProps {
    name: AttrValue,
    row: TermRow,
    longest: u32,
    picked: bool,
    dispatch: Callback<Action>,
}

/// A term.
#[component]
fn Line(props: &LineProps) -> Html {
    let LineProps { row, longest, .. } = props;
    let onclick = use_callback(
        (props.name.clone(), props.picked, props.dispatch.clone()),
        |_: MouseEvent, (name, picked, dispatch)| {
            dispatch.emit(Action::Highlight((!picked).then(|| name.to_string())));
            if !picked {
                // The text takes the place of this table, and the table would take the focus along.
                place::focus("tab-read");
            }
        },
    );
    let length = |count: u32| along(f64::from(count), f64::from(*longest));
    let lost = terms::change(row) < 0;
    html! {
        <tr class={classes!((row.count == 0).then_some("table__gone"))}>
            <th scope="row">
                <div class="term">
                <button
                    type="button"
                    class="link term__name"
                    aria-pressed={props.picked.to_string()}
                    title={format!("Highlight “{}” in the text", props.name)}
                    {onclick}
                >
                    { &props.name }
                </button>
                { contexts_button(&props.name, &props.dispatch) }
                <svg class="term__bar" width="100%" height="8" aria-hidden="true">
                    if lost {
                        <rect class="term__lost" width={length(row.count_before)} height="8" />
                        <rect fill="url(#hatch)" width={length(row.count_before)} height="8" />
                    }
                    <rect class="term__kept" width={length(row.count)} height="8" />
                </svg>
                </div>
            </th>
            <td class="table__number">{ count(u64::from(row.count)) }</td>
            <td class="table__number">{ count(u64::from(row.count_before)) }</td>
            <td class={classes!("table__number", lost.then_some("table__loss"))}>
                { change(terms::change(row)) }
            </td>
            <td class="table__number">{ tenths(row.per_thousand) }</td>
            <td class="table__number">{ signed_tenths(row.g2) }</td>
            <td class="table__number">{ signed_tenths(row.log_ratio) }</td>
            <td class="table__number">{ hundredths(row.dispersion) }</td>
            <td class="table__number">{ count(u64::from(row.sections)) }</td>
            <td class="table__number">{ count(u64::from(row.documents)) }</td>
        </tr>
    }
}
