//! One term of the table, with what there is to say of it folded beneath.

use engine::count::TermId;
use engine::explore::TermRow;
use yew::prelude::*;

use super::lookup::contexts_button;
use crate::browser::place;
use crate::format::{along, change, count, hundredths, signed_tenths, tenths};
use crate::state::{Action, Column, Stop};
use crate::terms::{self, Strip, level, sure};

/// A term as it is looked up: several words as a phrase.
fn looked_up(name: &str) -> String {
    if name.contains(' ') { format!("\"{name}\"") } else { name.to_owned() }
}

/// How a word goes on the stop list or off it.
#[derive(Clone, PartialEq)]
pub(super) struct Stopping {
    /// Whether it is on it.
    pub(super) on: bool,
    /// The word to say it of.
    pub(super) word: AttrValue,
    /// What to say.
    pub(super) stop: Stop,
}

#[derive(PartialEq, Properties)]
pub(super) struct LineProps {
    pub(super) name: AttrValue,
    /// The same as it is looked up.
    pub(super) spelled: AttrValue,
    pub(super) row: TermRow,
    pub(super) longest: u32,
    pub(super) picked: bool,
    pub(super) strip: Strip,
    /// None of a phrase.
    pub(super) stopping: Option<Stopping>,
    /// Whether what is beneath is unfolded: the surface forms, and both sides of the keyness.
    pub(super) open: bool,
    pub(super) forms: AttrValue,
    pub(super) sides: AttrValue,
    /// Whether the row stays when its word goes on the stop list.
    pub(super) stays: bool,
    /// The row to go on from when it does not.
    pub(super) beside: Option<TermId>,
    pub(super) dispatch: Callback<Action>,
}

/// A term.
#[component]
pub(super) fn Line(props: &LineProps) -> Html {
    let LineProps { row, longest, .. } = props;
    let highlight = {
        let (spelled, picked) = (props.spelled.clone(), props.picked);
        props.dispatch.reform(move |_: MouseEvent| {
            if !picked {
                // The text takes the place of this table, and the table would take the focus along.
                place::focus("tab-read");
            }
            Action::Highlight((!picked).then(|| spelled.to_string()))
        })
    };
    let length = |count: u32| along(f64::from(count), f64::from(*longest));
    let lost = terms::change(row) < 0;
    let on_list = props.stopping.as_ref().is_some_and(|stopping| stopping.on);
    html! {
        <>
            <tr class={classes!((row.count == 0).then_some("table__gone"))}>
                <th scope="row">
                    <div class="term">
                        <button
                            type="button"
                            class={classes!("link", "term__name", on_list.then_some("term__name--common"))}
                            aria-pressed={props.picked.to_string()}
                            data-tip={format!("Highlight “{}” in the text", props.name)}
                            onclick={highlight}
                        >
                            { &props.name }
                        </button>
                        { contexts_button(&looked_up(&props.name), &props.dispatch) }
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
                <td class="table__number keyness" data-level={level(row.g2).to_string()}>
                    { signed_tenths(row.g2) }
                </td>
                <td class="table__number">{ signed_tenths(row.log_ratio) }</td>
                <td class="table__number">{ if row.count > 0 { hundredths(row.dispersion) } else { "–".to_owned() } }</td>
                <td class="table__number">{ count(u64::from(row.sections)) }</td>
                <td class="table__number">{ count(u64::from(row.documents)) }</td>
                <td>{ strip(&props.strip) }</td>
                <td class="term__acts">{ acts(props) }</td>
            </tr>
            if props.open {
                { beneath(props) }
            }
        </>
    }
}

/// Bars for the eye, their counts for everybody else.
fn strip(strip: &Strip) -> Html {
    let counts: Vec<String> = strip.counts.iter().map(|one| count(u64::from(*one))).collect();
    html! {
        <svg
            class="term__strip"
            viewBox={format!("0 0 {} {}", strip.width, Strip::HEIGHT)}
            preserveAspectRatio="none"
            role="img"
            aria-label={format!("from the first document to the last: {}", counts.join(", "))}
        >
            <path d={strip.path.clone()} />
        </svg>
    }
}

fn acts(props: &LineProps) -> Html {
    let (name, open) = (&props.name, props.open);
    let unfold = {
        let name = name.clone();
        props
            .dispatch
            .reform(move |_: MouseEvent| Action::ShowForms((!open).then(|| name.to_string())))
    };
    let id = format!("forms-{}", props.row.term);
    html! {
        <>
            <button
                type="button"
                class="term__act"
                aria-expanded={open.to_string()}
                aria-controls={open.then_some(id)}
                aria-label={format!("More on {name}")}
                data-tip={if props.stopping.is_some() { "Its forms, and both sides counted" } else { "Both sides counted" }}
                onclick={unfold}
            >
                { if open { "▾" } else { "▸" } }
            </button>
            if let Some(stopping) = &props.stopping {
                { stop(props, stopping) }
            }
        </>
    }
}

/// The button that puts a word on the stop list, or takes it off.
fn stop(props: &LineProps, stopping: &Stopping) -> Html {
    let verb = if stopping.on { "Unstop" } else { "Stop" };
    let tip = if stopping.on { "Take it off the stop list" } else { "Put it on the stop list" };
    let onclick = {
        let (word, stop) = (stopping.word.clone(), stopping.stop);
        let (stays, beside) = (props.stays || stopping.on, props.beside);
        props.dispatch.reform(move |_: MouseEvent| {
            if !stays {
                let next = beside.map(|term| format!("stop-{term}"));
                place::focus(next.as_deref().unwrap_or("terms-table"));
            }
            Action::SetStop(word.to_string(), stop)
        })
    };
    html! {
        <button
            type="button"
            class="term__act"
            id={format!("stop-{}", props.row.term)}
            aria-label={format!("{verb}: {}", props.name)}
            aria-description={tip}
            data-tip={tip}
            {onclick}
        >
            { verb }
        </button>
    }
}

/// What is unfolded beneath a row.
fn beneath(props: &LineProps) -> Html {
    let row = &props.row;
    html! {
        <tr class="beneath" id={format!("forms-{}", row.term)}>
            <td colspan={(Column::ALL.len() + 2).to_string()}>
                if !props.forms.is_empty() {
                    <p><span class="beneath__name">{ "Forms: " }</span>{ &props.forms }</p>
                }
                <p>
                    <span class="beneath__name">{ "Both sides: " }</span>
                    { format!("{}; G² {}, {}", props.sides, signed_tenths(row.g2), sure(level(row.g2))) }
                </p>
            </td>
        </tr>
    }
}
