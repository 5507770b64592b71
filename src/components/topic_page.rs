//! A topic's own page: what it is called, its terms, its sections, where it lives, what is near to it.

use engine::explore::{TopicSection, topic_sections};
use yew::prelude::*;

use super::growing::use_growing;
use super::tone::tone;
use super::topic_map::link;
use super::topic_places::{places, sections};
use super::topic_terms::topic_terms;
use super::topic_tools::{join, rename};
use crate::browser::place;
use crate::format::{counted, hundredths, percent};
use crate::reading::strips;
use crate::shared::Shared;
use crate::state::{Action, Stops};
use crate::study::Study;
use crate::topic_page;

/// Sections listed at first, and added by each press of `Show more`.
const STEP: usize = 20;
/// Parts beneath its head.
const PARTS: usize = 3;
/// Topics that are named as near.
const NEAR: usize = 4;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) topic: u32,
    /// λ in hundredths.
    pub(super) lambda: u8,
    /// Whether the page shows this topic and no other.
    pub(super) only: bool,
    pub(super) stops: Stops,
    pub(super) dispatch: Callback<Action>,
}

/// The page.
#[component]
pub(super) fn TopicPage(props: &Props) -> Html {
    let Props { study, topic, dispatch, .. } = props;
    let topic = *topic;
    let shown = use_state_eq(|| STEP);
    let weighed = use_memo((study.clone(), topic), |(study, topic)| {
        topic_sections(&study.counts, &study.analysis, *topic)
    });
    // Its terms, its sections and where it lives: each is worked out and drawn in a frame of its own.
    let drawn = use_growing(0, 0, 1, 0, PARTS);
    let what = (study.clone(), topic, props.lambda, props.stops.clone(), drawn > 0);
    let terms = use_memo(what, |(study, topic, lambda, stops, wanted)| {
        wanted.then(|| topic_page::terms(study, *topic, *lambda, stops))
    });
    let places = use_memo((study.clone(), topic, drawn > 2), |(study, topic, wanted)| {
        let near = || topic_page::nearest(study.topic_map(), *topic, NEAR);
        wanted.then(|| (strips(study), near()))
    });
    let more = {
        let (setter, next, total) = (shown.setter(), *shown + STEP, weighed.len());
        move |_: MouseEvent| {
            setter.set(next);
            if next >= total {
                // The button goes away, and would take the focus along.
                place::focus("main");
            }
        }
    };
    html! {
        <div
            class={classes!("topic-page", tone(study, topic))}
            role="tabpanel"
            id="pane-topics"
            aria-labelledby="tab-topics"
            aria-busy={(drawn < PARTS).then_some("true")}
        >
            { head(study, topic) }
            { tools(props) }
            { says(study, topic, &weighed, dispatch) }
            <div class="topic-page__parts">
                if let Some(terms) = &*terms {
                    { topic_terms(study, terms, props.lambda, dispatch) }
                }
                <div>
                    if drawn > 1 {
                        { sections(study, &weighed, *shown, dispatch) }
                        if weighed.len() > *shown {
                            <button type="button" class="button topic-page__more" onclick={more}>
                                { format!("Show {} more", STEP.min(weighed.len() - *shown)) }
                            </button>
                        }
                    }
                    if let Some((strips, near)) = &*places {
                        { self::places(study, topic, strips, dispatch) }
                        { nearest(study, near, dispatch) }
                    }
                </div>
            </div>
        </div>
    }
}

/// The topics near to it.
fn nearest(study: &Study, near: &[(u32, f64)], dispatch: &Callback<Action>) -> Html {
    if near.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3 class="topic-page__part">{ "Nearest topics" }</h3>
            <p class="topic-page__note">
                { "By the Jensen-Shannon distance of their words, from 0 to 1." }
            </p>
            <ul class="topic-page__near" role="list">
                for (other, distance) in near.iter().copied() {
                    <li key={other} class={tone(study, other)}>
                        <span class="swatch" aria-hidden="true"></span>
                        { " " }
                        { link(other, study, dispatch) }
                        { " " }
                        <span class="topic-page__distance">{ hundredths(distance) }</span>
                    </li>
                }
            </ul>
        </>
    }
}

/// What it is called, on which side it is, how large.
fn head(study: &Study, topic: u32) -> Html {
    let Some(found) = study.analysis.topics.get(topic as usize) else { return html! {} };
    let words = f64::from(found.words);
    html! {
        <>
            <h2 class="topic-page__name">
                <span class="swatch" aria-hidden="true"></span>
                { study.topic_name(topic) }
            </h2>
            if study.is_named(topic) {
                <p class="topic-page__note">
                    { format!("Your name for it; found as: {}.", study.topic_label(topic)) }
                </p>
            }
            <p class="topic-page__figures">
                <strong>{ if found.off_topic { "Off topic" } else { "On topic" } }</strong>
                { format!(
                    " · topic {} · {} · {} · {} of all words",
                    topic + 1,
                    counted(u64::from(found.words), "word", "words"),
                    counted(found.sections.len() as u64, "section", "sections"),
                    percent(words, study.figures.words as f64),
                ) }
            </p>
        </>
    }
}

/// How its weightiest sections begin, and where all of it stands if that is one document.
fn says(study: &Study, topic: u32, weighed: &[TopicSection], dispatch: &Callback<Action>) -> Html {
    let only = topic_page::only_document(study, topic);
    html! {
        <>
            if let Some(document) = only {
                <p class="topic-page__note">
                    { format!("All of it stands in one document, “{}”.", study.document_title(document)) }
                </p>
            }
            <ul class="topic-page__says" role="list" aria-label="What it says">
                for (section, text) in topic_page::excerpts(study, weighed) {
                    <li key={section}>
                        <p class="topic-page__quote">{ text }</p>
                        <button
                            type="button"
                            class="link"
                            onclick={dispatch.reform(move |_: MouseEvent| Action::GoTo(section))}
                        >
                            { study.section_name(section) }
                        </button>
                    </li>
                }
            </ul>
        </>
    }
}

/// What can be done with it.
fn tools(props: &Props) -> Html {
    let Props { study, topic, only, dispatch, .. } = props;
    let topic = *topic;
    html! {
        <div class="topic-page__tools">
            <button
                type="button"
                class="button"
                aria-pressed={only.to_string()}
                onclick={dispatch.reform(move |_: MouseEvent| {
                    Action::PickTopic { topic, add: false }
                })}
            >
                { "Only this topic" }
            </button>
            { rename(study, topic, "page", "button", dispatch) }
            { join(study, topic, "page", "button", dispatch) }
            if topic_page::is_joined(study, topic) {
                <button
                    type="button"
                    class="button"
                    onclick={dispatch.reform(move |_: MouseEvent| {
                        // The button goes away, and would take the focus along.
                        place::focus("rename-page");
                        Action::Part(topic)
                    })}
                >
                    { "Take apart" }
                </button>
            }
            <button
                type="button"
                class="button button--quiet"
                onclick={dispatch.reform(|_: MouseEvent| {
                    // This page takes the button along.
                    place::focus("tab-topics");
                    Action::OpenTopic(None)
                })}
            >
                { "All topics" }
            </button>
        </div>
    }
}
