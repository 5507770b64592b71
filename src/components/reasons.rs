//! Why a section got its verdict: a sentence with numbers, the terms that spoke for and against, how it all adds up, and
//! the sections most like it.

use engine::separate::{Contribution, nearest};
use yew::prelude::*;

use super::later::coming;
use super::part;
use crate::browser::place;
use crate::format::{along, count, counted, hundredths, tenths};
use crate::reading::{sentence, sum};
use crate::shared::Shared;
use crate::state::Action;
use crate::study::{Explained, Study};

const SHOWN: usize = 6;

/// Terms with less than this share of the strongest of their side are not listed.
const LEAST: f64 = 0.05;

/// The reasons of a section.
pub(super) fn reasons(section: u32, study: &Shared<Study>, dispatch: &Callback<Action>) -> Html {
    let judged = &match study.explained(section) {
        Explained::Whole(judged) => judged,
        Explained::Coming => return coming(),
        Explained::Lost => return lost(section, study),
    };
    let all = (&*judged.reason.ties, &*judged.reason.foreign);
    let (ties, foreign) = (shown(all.0), shown(all.1));
    let sum = sum(judged, ties.iter().chain(foreign));
    let strongest = ties.iter().chain(foreign).map(|one| one.weight.abs()).fold(0.0_f64, f64::max);
    let said = study.said(section);
    // What there is nothing of is not listed; neighbours always are, and the lean that every section has.
    let around = [
        ("Answers from the same source", sum.source, judged.reason.around.source != 0.0),
        (
            if said.is_some() { "What you said of it" } else { "What you said of others" },
            sum.said,
            judged.reason.around.said != 0.0,
        ),
        ("Its neighbours", sum.neighbours, true),
        ("Other documents have it word for word", sum.inset, judged.reason.around.inset != 0.0),
        ("A lean towards belonging, as every section has", sum.lean, true),
    ];
    let row = |name: &'static str, hundredth: i64, whole: bool| {
        html! {
            <tr key={name} class={whole.then_some("sum__whole")}>
                <th scope="row">{ name }</th>
                <td class="table__number">{ hundredths(hundredth as f64 / 100.0) }</td>
            </tr>
        }
    };
    html! {
        <>
            <p class="reasons__sentence">{ sentence(judged, said) }</p>
            if study.is_head(section) {
                <p>{ "A title goes with its document: these are the numbers of all of it." }</p>
            }
            <div class="reasons__lists">
                { side("Speaks for it", "reasons__side", [ties, &all.0[ties.len()..]], strongest, study) }
                { side(
                    "Speaks against it",
                    "reasons__side reasons__side--against",
                    [foreign, &all.1[foreign.len()..]],
                    strongest,
                    study,
                ) }
            </div>
            <table class="sum">
                <caption class="reasons__name">{ "Adds up to" }</caption>
                <tbody>
                    { row("The terms above", sum.listed, false) }
                    { row("All its other terms", sum.others, false) }
                    { row("Its own words", sum.own, true) }
                    for (name, hundredth, there) in around {
                        if there {
                            { row(name, hundredth, false) }
                        }
                    }
                    { row("Score", sum.score, true) }
                </tbody>
            </table>
            <p class="reasons__scale">
                { format!(
                    "Log-odds that it belongs. Below the threshold of {} a section is off topic.",
                    tenths(study.correction.threshold()),
                ) }
            </p>
            { alike(section, study, dispatch) }
        </>
    }
}

/// Says that nobody can tell, and lets it be asked again.
fn lost(section: u32, study: &Shared<Study>) -> Html {
    let study = study.clone();
    let again = move |_: MouseEvent| {
        study.forget_reason(section);
        // The button goes away, and takes the focus along.
        place::focus(&format!("section-{section}"));
        part::come();
    };
    html! {
        <div role="alert">
            <p>{ "What judged these documents does not answer. Open them again if this stays so." }</p>
            <p><button type="button" class="button" onclick={again}>{ "Try again" }</button></p>
        </div>
    }
}

/// The terms of a side that are worth listing.
fn shown(terms: &[Contribution]) -> &[Contribution] {
    let least = LEAST * terms.iter().map(|one| one.weight.abs()).fold(0.0_f64, f64::max);
    // Of what speaks against a section rare words come first, so a weak one may stand before a strong one.
    let end = terms.iter().take(SHOWN).rposition(|one| one.weight.abs() >= least);
    &terms[..end.map_or(0, |last| last + 1)]
}

/// The sections most like this one on either side, to compare it with.
fn alike(section: u32, study: &Study, dispatch: &Callback<Action>) -> Html {
    let nearest = nearest(&study.counts, &study.analysis, section);
    let sides = [
        ("Most like it among what belongs: ", nearest.kept),
        ("Most like it among what does not: ", nearest.off),
    ];
    html! {
        for (name, found) in sides {
            <p class="reasons__alike" key={name}>
                { name }
                if let Some((other, likeness)) = found {
                    <button
                        type="button"
                        class="link"
                        onclick={dispatch.reform(move |_: MouseEvent| Action::GoTo(other))}
                    >
                        { study.section_name(other) }
                    </button>
                    <span class="reasons__count">
                        { format!(" likeness {}", hundredths(likeness)) }
                    </span>
                } else {
                    { "nothing." }
                }
            </p>
        }
    }
}

/// The terms of one side: those worth listing, and the rest for whoever wants to add them up.
fn side(
    name: &'static str,
    class: &'static str,
    [terms, rest]: [&[Contribution]; 2],
    strongest: f64,
    study: &Study,
) -> Html {
    let list = |terms: &[Contribution]| {
        html! {
            <ul class="reasons__terms" role="list">
                for one in terms {
                    <li class="reasons__term" key={one.term}>
                        <span>{ study.term_name(one.term) }</span>
                        <span class="reasons__count">
                            { format!("{}\u{d7}", count(u64::from(one.count))) }
                        </span>
                        <svg class="reasons__bar" width="100%" height="6" aria-hidden="true">
                            <rect width={along(one.weight.abs(), strongest)} height="6" />
                        </svg>
                        <span class="reasons__weight">{ hundredths(one.weight) }</span>
                    </li>
                }
            </ul>
        }
    };
    html! {
        <div {class}>
            <p class="reasons__name">{ name }</p>
            if terms.is_empty() {
                <p class="reasons__none">{ "No term." }</p>
            } else {
                { list(terms) }
            }
            if !rest.is_empty() {
                <details class="reasons__rest">
                    <summary>{ counted(rest.len() as u64, "more term", "more terms") }</summary>
                    { list(rest) }
                </details>
            }
        </div>
    }
}
