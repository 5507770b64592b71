//! What the documents are about: topics by size, those that do not belong apart from those that do.

use engine::separate::Verdict;
use yew::prelude::*;

use super::furniture::code_name;
use super::later::{Later, What};
use super::threshold::{steps, threshold};
use super::topic_row::{self, topic_row};
use crate::browser::place;
use crate::format::{count, counted, percent};
use crate::shared::Shared;
use crate::state::{Action, Session};
use crate::study::Study;

/// What it shows.
pub(super) struct Props<'a> {
    pub(super) study: Shared<Study>,
    pub(super) session: &'a Session,
    pub(super) dispatch: Callback<Action>,
}

/// The panel of topics.
pub(super) fn topics(props: &Props<'_>) -> Html {
    let unsure = has_unsure(&props.study);
    let onkeydown = |event: KeyboardEvent| {
        let key = event.key();
        let target = event.target_dyn_into::<web_sys::Element>();
        let on_topic = target.is_some_and(|one| one.class_name().contains("topic__pick"));
        if on_topic && place::step(".topics .topic__pick", &key) {
            event.prevent_default();
        }
    };
    html! {
        <aside class="topics" aria-labelledby="topics-title" {onkeydown}>
            <div class="topics__head">
                <h2 class="topics__title" id="topics-title">{ "Topics" }</h2>
                { steps(props.session, &props.dispatch) }
            </div>
            { threshold(props.session, &props.dispatch) }
            { group(props, false) }
            if unsure {
                { unsure_row(props) }
            }
            { group(props, true) }
            { furniture(props) }
            if !props.study.groups.names().is_empty() {
                <Later what={What::Groups(
                    props.study.clone(),
                    props.session.view.groups.clone(),
                    props.dispatch.clone(),
                )} />
            }
            <p class="topics__hint">
                { "Click a topic to see only it; Ctrl or ⌘ click, Shift + Enter, or its menu adds another. \
                   The eye takes a topic out of the text and the counts, or puts it back." }
            </p>
        </aside>
    }
}

fn has_unsure(study: &Study) -> bool {
    study.analysis.sections.iter().any(|section| section.verdict == Verdict::Unsure)
}

/// One verdict's topics, headed by a button that filters to all of them.
fn group(props: &Props<'_>, off_topic: bool) -> Html {
    let study = &props.study;
    let topics =
        || (0..).zip(&study.analysis.topics).filter(move |(_, topic)| topic.off_topic == off_topic);
    let words: u64 = topics().map(|(_, topic)| u64::from(topic.words)).sum();
    let largest = study.analysis.topics.iter().map(|topic| topic.words).max().unwrap_or(0);
    let (verdict, name, class) = if off_topic {
        (Verdict::OffTopic, "Off topic", "group group--off")
    } else {
        (Verdict::OnTopic, "On topic", "group")
    };
    let share = percent(words as f64, study.figures.words as f64);
    let pressed = props.session.view.verdict == Some(verdict);
    let pick = props.dispatch.reform(move |_| Action::PickVerdict(verdict));
    let empty = topics().next().is_none();
    html! {
        <section {class}>
            <h3 class="group__head">
                if empty {
                    <span class="group__name">{ name }</span>
                } else {
                    <button
                        type="button"
                        class="group__name"
                        aria-pressed={pressed.to_string()}
                        data-tip={format!("Show only what is {}", name.to_lowercase())}
                        onclick={pick}
                    >
                        { name }
                    </button>
                    <span class="group__share">{ share }</span>
                }
            </h3>
            if empty {
                <p class="group__none">
                    {
                        match (off_topic, has_unsure(study)) {
                            (true, false) => "Nothing: everything here belongs.",
                            (true, true) => "Nothing for certain.",
                            _ => "Nothing.",
                        }
                    }
                </p>
            } else {
                <ul class="group__list" role="list">
                    for (topic, _) in topics() {
                        { topic_row(&topic_row::Props {
                            study,
                            topic,
                            largest,
                            view: &props.session.view,
                            dispatch: &props.dispatch,
                        }) }
                    }
                </ul>
            }
        </section>
    }
}

/// Sections too thin to judge belong to on-topic topics; this filters to them.
fn unsure_row(props: &Props<'_>) -> Html {
    let sections = &props.study.analysis.sections;
    let unsure = sections.iter().filter(|section| section.verdict == Verdict::Unsure).count();
    let pressed = props.session.view.verdict == Some(Verdict::Unsure);
    html! {
        <p class="topics__unsure">
            <button
                type="button"
                class="link"
                aria-pressed={pressed.to_string()}
                onclick={props.dispatch.reform(|_| Action::PickVerdict(Verdict::Unsure))}
            >
                { format!("{} unsure", counted(unsure as u64, "section", "sections")) }
            </button>
            { ", kept among these" }
        </p>
    }
}

fn furniture(props: &Props<'_>) -> Html {
    let figures = props.study.figures;
    if figures.furniture_lines == 0 {
        return html! {};
    }
    html! {
        <section class="group group--furniture">
            <h3 class="group__head"><span class="group__name">{ "Boilerplate" }</span></h3>
            <div class="topic">
                <div class="topic__plain">
                    <span class="swatch swatch--furniture" aria-hidden="true"></span>
                    <span class="topic__label">{ "Page furniture" }</span>
                    <span class="topic__figures">
                        { counted(figures.furniture_words, "word", "words") }
                        <span class="topic__more">
                            { " · " }
                            { counted(figures.furniture_lines, "line", "lines") }
                            { " · never counted" }
                        </span>
                    </span>
                </div>
                <button
                    type="button"
                    class="eye"
                    aria-pressed={props.session.view.furniture.to_string()}
                    aria-label="Show page furniture in the text"
                    data-tip={if props.session.view.furniture { "Shown in the text" } else { "Folded in the text" }}
                    onclick={props.dispatch.reform(|_| Action::ToggleFurniture)}
                >
                    { topic_row::eye(props.session.view.furniture) }
                </button>
            </div>
            <details class="kinds">
                <summary class="kinds__name">{ "What sort of lines" }</summary>
                <ul role="list">
                    for (code, lines) in props.study.furniture.iter() {
                        <li class="kinds__kind" key={code_name(*code)}>
                            <span>{ code_name(*code) }</span>
                            <span>{ count(*lines) }</span>
                        </li>
                    }
                </ul>
            </details>
        </section>
    }
}
