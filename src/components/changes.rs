//! What leaving the off-topic text out changed: the terms that gained and lost most in share.

use engine::explore::TermRow;
use yew::prelude::*;

use super::lookup::contexts_button;
use crate::browser::place;
use crate::format::{along, count, counted, hundredths};
use crate::state::{Action, Selection, Stops};
use crate::study::Study;
use crate::terms::{Shifts, shifts};

/// The pane.
pub(super) fn changes(
    study: &Study,
    selection: &Selection,
    stops: &Stops,
    dispatch: &Callback<Action>,
) -> Html {
    let Shifts { fell, rose, words, words_before } = shifts(study, selection, stops);
    let gone = u64::from(words_before - words);
    let title = if selection.asked {
        "What reading only this selection changes"
    } else {
        "What leaving the off-topic text out changed"
    };
    html! {
        <div class="changes" role="tabpanel" id="pane-changes" aria-labelledby="tab-changes">
            <h2 class="changes__title">{ title }</h2>
            if gone == 0 {
                <p class="empty">{ "Nothing: no word is left out." }</p>
            } else {
                <p class="changes__sentence">
                    { format!(
                        "{} of {} are left out. A term’s share is how often it stands in a \
                         thousand words: the bar is the share now, the line the share before.",
                        count(gone),
                        counted(u64::from(words_before), "word", "words"),
                    ) }
                </p>
                <div class="changes__sides">
                    { side("Fell most", "changes__fell", &fell, study, dispatch) }
                    { side("Rose most", "changes__rose", &rose, study, dispatch) }
                </div>
            }
        </div>
    }
}

fn side(
    name: &'static str,
    class: &'static str,
    rows: &[TermRow],
    study: &Study,
    dispatch: &Callback<Action>,
) -> Html {
    // What fell is rare beside what rose: each table has its own scale.
    let share = |row: &TermRow| row.per_thousand.max(row.per_thousand_before);
    let largest = rows.iter().map(share).fold(0.0_f64, f64::max);
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label={name}>
            <table class={classes!("table", "table--changes", class)}>
                <caption class="changes__side">{ name }</caption>
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{ "Term" }</th>
                        <th scope="colgroup" colspan="2" class="table__number">
                            { format!("Per {} words", count(1000)) }
                        </th>
                        <th scope="colgroup" colspan="2" class="table__number">{ "Count" }</th>
                    </tr>
                    <tr>
                        for index in 0..4 {
                            <th scope="col" class="table__number" key={index}>
                                { if index % 2 == 0 { "before" } else { "now" } }
                            </th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in rows {
                        { line(row, largest, study, dispatch) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn line(row: &TermRow, largest: f64, study: &Study, dispatch: &Callback<Action>) -> Html {
    let name = study.term_name(row.term);
    let before = along(row.per_thousand_before, largest);
    let highlight = {
        let name = name.to_owned();
        dispatch.reform(move |_: MouseEvent| {
            // The text takes the place of this table, and the table would take the focus along.
            place::focus("tab-read");
            Action::Highlight(Some(name.clone()))
        })
    };
    let numbers = [
        hundredths(row.per_thousand_before),
        hundredths(row.per_thousand),
        count(u64::from(row.count_before)),
        count(u64::from(row.count)),
    ];
    html! {
        <tr key={row.term}>
            <th scope="row">
                <div class="term">
                    <button
                        type="button"
                        class="link term__name"
                        data-tip={format!("Highlight “{name}” in the text")}
                        onclick={highlight}
                    >
                        { name }
                    </button>
                    { contexts_button(name, dispatch) }
                    <svg class="term__bar" width="100%" height="12" aria-hidden="true">
                        <rect
                            class="term__kept"
                            y="3"
                            width={along(row.per_thousand, largest)}
                            height="6"
                        />
                        <line class="term__mark" x1={before.clone()} x2={before} y2="12" />
                    </svg>
                </div>
            </th>
            for (index, number) in numbers.into_iter().enumerate() {
                <td class="table__number" key={index}>{ number }</td>
            }
        </tr>
    }
}
