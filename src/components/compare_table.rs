//! What tells two selections apart, as mirrored bars with their numbers: the chart is the table.

use engine::explore::CompareRow;
use yew::prelude::*;

use super::growing::{PART, use_growing, use_number_of};
use crate::browser::place;
use crate::compare::{self, Compared, Side, least};
use crate::format::{along, count, counted, signed_tenths};
use crate::shared::Shared;
use crate::state::{Action, Measure, Pane};
use crate::study::Study;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) compared: Shared<Compared>,
    pub(super) measure: Measure,
    /// Terms of either side: those that tell most.
    pub(super) most: usize,
    pub(super) dispatch: Callback<Action>,
}

/// The table.
#[component]
pub(super) fn CompareTable(props: &Props) -> Html {
    let Props { study, compared, dispatch, .. } = props;
    let measure = props.measure;
    let list = use_number_of(compared);
    let top =
        use_memo((compared.clone(), props.most), |(compared, most)| compared.found.top(*most));
    let (left, right) = &*top;
    let rows = left.len() + right.len();
    let drawn = use_growing(list, 0, PART, 0, rows);
    let Compared { a, b, found } = &**compared;
    let busy = drawn < rows;
    let rest = drawn.saturating_sub(left.len());
    let far = |row: &CompareRow| compare::score(row, measure).abs();
    let longest = left.iter().chain(right).map(far).fold(0.0_f64, f64::max);
    let score = match measure {
        Measure::LogOdds => ("z", "Log-odds in standard deviations: above 0 for A, below 0 for B"),
        Measure::G2 => ("G²", "Signed log-likelihood: above 0 for A, below 0 for B"),
    };
    let head = |letter: &'static str, side: &Side, words: u32| {
        html! {
            <th scope="colgroup" colspan="2" class="table__number" title={side.name.clone()}>
                { format!("{letter}, of {}", counted(u64::from(words), "word", "words")) }
            </th>
        }
    };
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label="Terms of both sides" aria-busy={busy.then_some("true")}>
            <table class="table table--compare">
                <caption class="visually-hidden">
                    { format!("What tells {} from {}", a.name, b.name) }
                </caption>
                <thead>
                    <tr>
                        <th scope="col" rowspan="2" class="mirror__head">
                            <span>{ "← more in A" }</span>
                            <span class="visually-hidden">{ ", term, " }</span>
                            <span>{ "more in B →" }</span>
                        </th>
                        <th scope="col" rowspan="2" class="table__number" title={score.1}>
                            { score.0 }
                        </th>
                        { head("A", a, found.words_a) }
                        { head("B", b, found.words_b) }
                        <th
                            scope="col"
                            rowspan="2"
                            class="table__number"
                            title="How many times over the rate doubles from B to A"
                        >
                            { "Log ratio" }
                        </th>
                    </tr>
                    <tr>
                        for index in 0..4 {
                            <th scope="col" class="table__number" key={index}>
                                { if index % 2 == 0 { "Count" } else { "Off topic" } }
                            </th>
                        }
                    </tr>
                </thead>
                { half("A", a, (left, drawn), (measure, longest), study, dispatch) }
                { half("B", b, (right, rest), (measure, longest), study, dispatch) }
            </table>
        </div>
    }
}

/// The terms of one side, and how many of them are drawn.
fn half(
    letter: &'static str,
    side: &Side,
    (rows, drawn): (&[CompareRow], usize),
    scale: (Measure, f64),
    study: &Study,
    dispatch: &Callback<Action>,
) -> Html {
    html! {
        <tbody class="growing">
            <tr>
                <th scope="rowgroup" colspan="7" class="mirror__side">
                    { format!("More in {letter}: {}", side.name) }
                </th>
            </tr>
            if rows.is_empty() {
                <tr><td colspan="7">{ "No term." }</td></tr>
            }
            for row in rows.iter().take(drawn) {
                { line(row, scale, study, dispatch) }
            }
        </tbody>
    }
}

fn line(
    row: &CompareRow,
    (measure, longest): (Measure, f64),
    study: &Study,
    dispatch: &Callback<Action>,
) -> Html {
    let name = study.term_name(row.term);
    let score = compare::score(row, measure);
    let faint = score.abs() < least(measure);
    let look_up = {
        let name = name.to_owned();
        dispatch.reform(move |_: MouseEvent| {
            // The contexts take the place of this table, and it would take the focus along.
            place::focus("tab-contexts");
            Action::LookUp(name.clone(), Pane::Contexts)
        })
    };
    let off = if score > 0.0 { (row.off_a, row.a) } else { (row.off_b, row.b) };
    let cell = |number: u32| count(u64::from(number));
    html! {
        <tr key={row.term} class={classes!(faint.then_some("mirror--faint"))}>
            <th scope="row">
                <div class={classes!("mirror", (score < 0.0).then_some("mirror--b"))}>
                    <button
                        type="button"
                        class="link term__name"
                        title={format!("See where “{name}” stands")}
                        onclick={look_up}
                    >
                        { name }
                    </button>
                    { bar(score, longest, off) }
                    if faint {
                        <span class="visually-hidden">{ " (may be chance)" }</span>
                    }
                </div>
            </th>
            <td class="table__number">{ signed_tenths(score) }</td>
            <td class="table__number">{ cell(row.a) }</td>
            <td class="table__number table__off">{ cell(row.off_a) }</td>
            <td class="table__number">{ cell(row.b) }</td>
            <td class="table__number table__off">{ cell(row.off_b) }</td>
            <td class="table__number">{ signed_tenths(row.log_ratio) }</td>
        </tr>
    }
}

/// A bar from the middle outward, hatched for the part of the occurrences that is off topic. The sheet turns the bars of A
/// round.
fn bar(score: f64, longest: f64, (off, all): (u32, u32)) -> Html {
    let length = score.abs();
    let part = length * f64::from(off) / f64::from(all.max(1));
    html! {
        <svg class="mirror__bar" width="100%" height="10" aria-hidden="true">
            <rect class="mirror__kept" width={along(length, longest)} height="10" />
            if off > 0 {
                <rect class="mirror__off" width={along(part, longest)} height="10" />
                <rect fill="url(#hatch)" width={along(part, longest)} height="10" />
            }
        </svg>
    }
}
