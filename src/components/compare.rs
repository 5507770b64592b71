//! Two selections side by side: what tells one from the other, and what the off-topic text has to do with it.

use yew::prelude::*;

use super::compare_side::{self, chosen, compare_side};
use super::compare_table::CompareTable;
use crate::browser::{self, place};
use crate::compare::{self, Compared, Obstacle};
use crate::shared::Shared;
use crate::state::{Action, CompareView, Measure, Stops};
use crate::study::Study;

/// Terms shown of each side at first, and added by each press of `Show more`.
const STEP: usize = 20;

/// Shared sections that are named; of more only the number.
const NAMED: usize = 30;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) view: CompareView,
    pub(super) stops: Stops,
    pub(super) dispatch: Callback<Action>,
}

/// The compare pane.
#[component]
pub(super) fn Compare(props: &Props) -> Html {
    let Props { study, view, dispatch, .. } = props;
    let shown = use_state_eq(|| STEP);
    // Which sides are being typed: their field stays, whatever is in it.
    let typing = use_state_eq(|| [false, false]);
    let compared = compare::compared(study, view, &props.stops);
    // What a select shows is its own affair once a person has used it: a swap or Back must tell it.
    let values = [chosen(study, &view.a, typing[0]), chosen(study, &view.b, typing[1])];
    use_effect_with((values, study.clone()), |([a, b], _)| {
        browser::choose("compare-a", a);
        browser::choose("compare-b", b);
    });
    let swap = {
        let (typing, turned) = (typing.setter(), [typing[1], typing[0]]);
        let view = CompareView { a: view.b.clone(), b: view.a.clone(), ..view.clone() };
        dispatch.reform(move |_: MouseEvent| {
            typing.set(turned);
            Action::SetCompare(view.clone())
        })
    };
    let side = |second: bool| {
        compare_side(&compare_side::Props {
            study,
            view,
            second,
            side: if second { &compared.b } else { &compared.a },
            typing: *typing,
            set_typing: typing.setter(),
            dispatch,
        })
    };
    html! {
        <div class="compare" role="tabpanel" id="pane-compare" aria-labelledby="tab-compare">
            <h2 class="visually-hidden">{ "Compare" }</h2>
            <div class="compare__sides">
                { side(false) }
                <button type="button" class="button compare__swap" onclick={swap}>
                    { "Swap" }
                </button>
                { side(true) }
            </div>
            if let Some(obstacle) = compare::obstacle(study, &compared) {
                { empty(obstacle, study, view, dispatch) }
            } else {
                <p class="compare__sentence">{ compare::sentence(&compared) }</p>
                { shared(study, &compared, dispatch) }
                { measures(view, dispatch) }
                <CompareTable
                    study={study.clone()}
                    compared={Shared::from(compared.clone())}
                    measure={view.measure}
                    most={*shown}
                    dispatch={dispatch.clone()}
                />
                { more(&compared, &shown) }
            }
        </div>
    }
}

/// The sections that stand on both sides, each leading to its place.
fn shared(study: &Study, compared: &Compared, dispatch: &Callback<Action>) -> Html {
    let Some(sentence) = compare::shared(&compared.found) else {
        return html! {
            <p class="compare__note">{ "No section stands on both sides." }</p>
        };
    };
    let sections = &compared.found.shared_sections;
    html! {
        <details class="compare__note">
            <summary>{ sentence }</summary>
            <ul class="compare__shared" role="list">
                for section in sections.iter().copied().take(NAMED) {
                    <li key={section}>
                        <button
                            type="button"
                            class="link"
                            onclick={dispatch.reform(move |_: MouseEvent| Action::GoTo(section))}
                        >
                            { study.section_name(section) }
                        </button>
                    </li>
                }
                if sections.len() > NAMED {
                    <li>{ format!("and {} more", sections.len() - NAMED) }</li>
                }
            </ul>
        </details>
    }
}

/// What the terms are ranked by, and what that means.
fn measures(view: &CompareView, dispatch: &Callback<Action>) -> Html {
    let button = |measure: Measure, name: &'static str, title: &'static str| {
        let next = CompareView { measure, ..view.clone() };
        html! {
            <button
                type="button"
                class="button"
                aria-pressed={(view.measure == measure).to_string()}
                {title}
                onclick={dispatch.reform(move |_: MouseEvent| Action::SetCompare(next.clone()))}
            >
                { name }
            </button>
        }
    };
    let explained = match view.measure {
        Measure::LogOdds => {
            "Ranked by how many standard deviations the log-odds of a term differ between the \
             sides, against a prior with the rates of the whole corpus, worth as many words as the \
             smaller side has (Monroe and others 2008): rare terms must earn their place. Grey is |z| under 1.96, which chance gives one term in twenty."
        }
        Measure::G2 => {
            "Ranked by G², how sure it is that the rates differ; the sign says which way. Grey is \
             G² under 3.84, which chance gives one term in twenty."
        }
    };
    html! {
        <div class="compare__measure">
            <div class="compare__choice" role="group" aria-label="Ranked by">
                { button(Measure::LogOdds, "Log-odds (z)", "Log-odds with an informative Dirichlet prior") }
                { button(Measure::G2, "G²", "Signed four-term log-likelihood") }
            </div>
            <p class="compare__note">{ explained }</p>
        </div>
    }
}

fn more(compared: &Compared, shown: &UseStateHandle<usize>) -> Html {
    let (left, right) = compared.found.top(usize::MAX);
    let longest = left.len().max(right.len());
    if longest <= **shown {
        return html! {};
    }
    let (setter, next) = (shown.setter(), **shown + STEP);
    let onclick = move |_: MouseEvent| {
        setter.set(next);
        if next >= longest {
            // The button goes away, and would take the focus along.
            place::focus("main");
        }
    };
    html! {
        <button type="button" class="button compare__more" {onclick}>
            { format!("Show {} more of each side", STEP.min(longest - **shown)) }
        </button>
    }
}

/// Why there is nothing to see, and what to do about it.
fn empty(
    obstacle: Obstacle,
    study: &Study,
    view: &CompareView,
    dispatch: &Callback<Action>,
) -> Html {
    let letter = |second: bool| if second { "B" } else { "A" };
    let sentence = match obstacle {
        Obstacle::Unasked(second) => format!(
            "Side {} asks for nothing yet. Choose something, or type a search: words, “a phrase”, \
             topic:1, doc:2, is:off.",
            letter(second)
        ),
        Obstacle::NothingOff => {
            "Nothing here is off topic, so there is nothing to set what is kept against.".to_owned()
        }
        Obstacle::NoText(second) => {
            format!("Nothing fits side {}, so there is nothing to compare.", letter(second))
        }
        Obstacle::Same => "Both sides are the same sections: nothing tells them apart.".to_owned(),
        Obstacle::NoTerm => {
            "No term tells the sides apart: none stands twice, or all stand at the same rate."
                .to_owned()
        }
    };
    let offered = compare::offer(study).filter(|_| obstacle == Obstacle::NothingOff);
    html! {
        <div class="empty">
            <p>{ sentence }</p>
            if let Some((a, b)) = offered {
                <button
                    type="button"
                    class="button compare__offer"
                    onclick={
                        let view = CompareView { a: a.clone(), b: b.clone(), ..view.clone() };
                        dispatch.reform(move |_: MouseEvent| {
                            // The button goes away, and would take the focus along.
                            place::focus("compare-a");
                            Action::SetCompare(view.clone())
                        })
                    }
                >
                    { format!(
                        "Compare “{}” with “{}”",
                        compare::name(study, &a),
                        compare::name(study, &b),
                    ) }
                </button>
            }
        </div>
    }
}
