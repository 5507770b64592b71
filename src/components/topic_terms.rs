//! The terms of a topic by relevance, with the slider that says what relevance is.

use engine::explore::TopicTerm;
use yew::prelude::*;

use crate::browser::place;
use crate::format::{along, count, hundredths};
use crate::state::{Action, Pane};
use crate::study::Study;

/// The terms and the slider; `lambda` in hundredths.
pub(super) fn topic_terms(
    study: &Study,
    terms: &[TopicTerm],
    lambda: u8,
    dispatch: &Callback<Action>,
) -> Html {
    let longest = terms.iter().map(|term| term.total).max().unwrap_or(0);
    html! {
        <div>
            <h3 class="topic-page__part">{ "Its most relevant terms" }</h3>
            { slider(lambda, dispatch) }
            <div class="scroller" tabindex="0" role="region" aria-label="Terms of the topic">
                <table class="table table--topic">
                    <caption class="visually-hidden">{ "The most relevant terms of the topic" }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Term" }</th>
                            <th scope="col" class="table__number">{ "In topic" }</th>
                            <th scope="col" class="table__number">{ "In all" }</th>
                            <th
                                scope="col"
                                class="table__number"
                                title="λ times the logarithm of its rate in the topic, and 1 − λ times that of its lift"
                            >
                                { "Relevance" }
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        for term in terms {
                            { line(term, longest, study, dispatch) }
                        }
                    </tbody>
                </table>
            </div>
        </div>
    }
}

fn slider(lambda: u8, dispatch: &Callback<Action>) -> Html {
    let value = hundredths(f64::from(lambda) / 100.0);
    let oninput = dispatch.reform(|event: InputEvent| {
        let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
        Action::SetLambda(input.and_then(|input| input.value().parse().ok()).unwrap_or(60))
    });
    html! {
        <>
            <div class="lambda">
                <label for="lambda">{ format!("Relevance, λ = {value}") }</label>
                <input
                    class="lambda__slider"
                    id="lambda"
                    type="range"
                    min="0"
                    max="100"
                    step="1"
                    value={lambda.to_string()}
                    aria-valuetext={format!("λ = {value}")}
                    {oninput}
                />
            </div>
            <p class="topic-page__note">
                { "At 1 the terms commonest in the topic come first, at 0 those that stand hardly \
                   anywhere else. The solid bar is the topic, the pale rest everything else." }
            </p>
        </>
    }
}

fn line(term: &TopicTerm, longest: u32, study: &Study, dispatch: &Callback<Action>) -> Html {
    let name = study.term_name(term.term);
    let look_up = {
        let name = name.to_owned();
        dispatch.reform(move |_: MouseEvent| {
            // The contexts take the place of this page, and it would take the focus along.
            place::focus("tab-contexts");
            Action::LookUp(name.clone(), Pane::Contexts)
        })
    };
    let length = |count: u32| along(f64::from(count), f64::from(longest));
    html! {
        <tr key={term.term}>
            <th scope="row">
                <div class="term">
                    <button
                        type="button"
                        class="link term__name"
                        title={format!("See where “{name}” stands")}
                        onclick={look_up}
                    >
                        { name }
                    </button>
                    <svg class="term__bar" width="100%" height="8" aria-hidden="true">
                        <rect class="term__all" width={length(term.total)} height="8" />
                        <rect class="term__own" width={length(term.count)} height="8" />
                    </svg>
                </div>
            </th>
            <td class="table__number">{ count(u64::from(term.count)) }</td>
            <td class="table__number">{ count(u64::from(term.total)) }</td>
            <td class="table__number">{ hundredths(term.relevance) }</td>
        </tr>
    }
}
