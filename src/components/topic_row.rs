//! One topic: what it is, how large, and what to do with it.

use engine::separate::Topic;
use yew::prelude::*;

use super::later::{Later, What};
use super::tone::tone;
use super::{part, say};
use crate::browser::place;
use crate::format::{along, counted};
use crate::shared::Shared;
use crate::state::{Action, ViewState};
use crate::study::Study;

/// What it shows.
pub(super) struct Props<'a> {
    pub(super) study: &'a Shared<Study>,
    pub(super) topic: u32,
    /// Words in the largest topic, which fills the bar.
    pub(super) largest: u32,
    pub(super) view: &'a ViewState,
    pub(super) dispatch: &'a Callback<Action>,
}

/// A row of the topics panel.
pub(super) fn topic_row(props: &Props<'_>) -> Html {
    let Props { study, topic: id, view, .. } = *props;
    let onclick = props.dispatch.reform(move |event: MouseEvent| {
        let add = event.ctrl_key() || event.meta_key() || event.shift_key();
        Action::PickTopic { topic: id, add }
    });
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        // With Shift held, browsers do not all make a click of Enter or Space.
        move |event: KeyboardEvent| {
            let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
            if adds && matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                dispatch.emit(Action::PickTopic { topic: id, add: true });
            }
        }
    };
    let toggle = props.dispatch.reform(move |_: MouseEvent| Action::ToggleTopic(id));
    let Some(topic) = study.analysis.topics.get(id as usize) else { return html! {} };
    let name = study.topic_name(id);
    let tone = tone(study, id);
    let picked = view.topics.contains(id);
    let dimmed = !picked && !view.topics.is_empty();
    let visible = if topic.off_topic { view.shown.contains(id) } else { !view.hidden.contains(id) };
    let state = (dimmed.then_some("topic--dimmed"), (!visible).then_some("topic--out"));
    // By its place in the text: its number changes with every verdict.
    let first = topic.sections.first().and_then(|section| study.judged(*section));
    let key = first.map(|(judged, _)| format!("{}-{}", judged.document, judged.first_block));
    html! {
        <li key={key.unwrap_or_default()} class={classes!("topic", tone, state.0, state.1)}>
            <button
                type="button"
                class="topic__pick"
                aria-pressed={picked.to_string()}
                {onclick}
                {onkeydown}
            >
                <span class="swatch" aria-hidden="true"></span>
                <span class="topic__label" title={found_as(study, id)}>{ &name }</span>
                <svg class="topic__bar" width="100%" height="4" aria-hidden="true">
                    <rect
                        class="topic__share"
                        width={along(f64::from(topic.words), f64::from(props.largest))}
                        height="4"
                    />
                </svg>
                <span class="topic__figures">
                    { counted(u64::from(topic.words), "word", "words") }
                    <span class="topic__more">
                        { " · " }
                        { counted(topic.sections.len() as u64, "section", "sections") }
                    </span>
                    if let Some(said) = said(study, topic) {
                        <span class="topic__said">{ said }</span>
                    }
                    if study.is_named(id) {
                        <span class="topic__said">{ "your name for it" }</span>
                    }
                </span>
            </button>
            <button
                type="button"
                class="eye"
                aria-pressed={visible.to_string()}
                aria-label={format!("Read and count {name}")}
                data-tip={
                    if visible { "In the text and the counts" } else { "Folded and not counted" }
                }
                onclick={toggle}
            >
                { eye(visible) }
            </button>
            { correct(props, &name) }
        </li>
    }
}

/// Of how much of a topic a person said something.
pub(super) fn said(study: &Study, topic: &Topic) -> Option<String> {
    let said = || topic.sections.iter().filter_map(|section| study.said(*section));
    let (first, number) = (said().next()?, said().count());
    Some(if number == topic.sections.len() {
        say::mark(first).to_owned()
    } else {
        format!("you said so of {number}")
    })
}

/// What a topic that a person named was found as.
fn found_as(study: &Study, topic: u32) -> Option<String> {
    let label = || format!("Your name for it; found as: {}", study.topic_label(topic));
    study.is_named(topic).then(label)
}

/// The menu with which a person corrects all of a topic at once, names it, or joins it with another.
fn correct(props: &Props<'_>, name: &str) -> Html {
    let id = opener(props.topic);
    let onkeydown = {
        let id = id.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close(&event, &id);
            }
        }
    };
    let what = What::Menu(
        props.topic,
        props.study.clone(),
        props.view.topics.contains(props.topic),
        props.dispatch.clone(),
    );
    html! {
        <details class="topic__correct" name="correct" {onkeydown}>
            <summary
                class="eye"
                {id}
                aria-label={format!("Correct {name}")}
                data-tip="Say whether it belongs, rename, join or add it"
                aria-description="Say whether it belongs, rename, join or add it"
                onclick={|_: MouseEvent| part::ask()}
            >
                { "⋯" }
            </summary>
            <Later {what} />
        </details>
    }
}

/// What opens the menu of a topic.
pub(super) fn opener(topic: u32) -> String {
    format!("say-topic-{topic}")
}

/// Closes the menu and gives the focus to what opens it.
pub(super) fn close(event: &Event, opener: &str) {
    let target = event.target_dyn_into::<web_sys::Element>();
    if let Some(menu) = target.and_then(|one| one.closest("details").ok()?) {
        let _ = menu.remove_attribute("open");
        place::focus(opener);
    }
}

/// An open or a struck-out eye.
pub(super) fn eye(open: bool) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" class="icon__line" />
            if open {
                <circle cx="8" cy="8" r="2" class="icon__fill" />
            } else {
                <path d="M3 13L13 3" class="icon__line" />
            }
        </svg>
    }
}
