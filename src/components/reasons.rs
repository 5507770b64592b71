//! Why a section got its verdict: a sentence with numbers, and the terms that spoke for and against.

use engine::separate::{Contribution, JudgedSection};
use yew::prelude::*;

use crate::format::{along, count, hundredths};
use crate::reading::sentence;
use crate::study::Study;

const SHOWN: usize = 6;

/// Terms with less than this share of the strongest of their side are not listed.
const LEAST: f64 = 0.05;

/// The reasons of a section.
pub(super) fn reasons(section: &JudgedSection, study: &Study) -> Html {
    let reason = &section.reason;
    let strongest = reason
        .ties
        .iter()
        .chain(&reason.foreign)
        .map(|one| one.weight.abs())
        .fold(0.0_f64, f64::max);
    html! {
        <>
            <p class="reasons__sentence">{ sentence(section) }</p>
            <p class="reasons__scale">
                { format!(
                    "Its own words come to {}, with what stands around it {}; below zero is off topic. \
                     The figures are log-odds, and those of all its terms add up to the first.",
                    hundredths(reason.own),
                    hundredths(section.score),
                ) }
            </p>
            <div class="reasons__lists">
                { side("Speaks for it", "reasons__side", &reason.ties, strongest, study) }
                { side(
                    "Speaks against it",
                    "reasons__side reasons__side--against",
                    &reason.foreign,
                    strongest,
                    study,
                ) }
            </div>
        </>
    }
}

fn side(
    name: &'static str,
    class: &'static str,
    terms: &[Contribution],
    strongest: f64,
    study: &Study,
) -> Html {
    let least = LEAST * terms.iter().map(|one| one.weight.abs()).fold(0.0_f64, f64::max);
    html! {
        <div {class}>
            <p class="reasons__name">{ name }</p>
            if terms.is_empty() {
                <p class="reasons__none">{ "No term." }</p>
            } else {
                <ul class="reasons__terms" role="list">
                    for one in terms.iter().filter(|one| one.weight.abs() >= least).take(SHOWN) {
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
        </div>
    }
}
