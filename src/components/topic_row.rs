//! One topic: what it is, how large, and the two things to do with it.

use yew::prelude::*;

use super::tone::tone;
use crate::format::{along, counted};
use crate::shared::Shared;
use crate::state::Action;
use crate::study::Study;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) topic: u32,
    /// Words in the largest topic, which fills the bar.
    pub(super) largest: u32,
    pub(super) picked: bool,
    /// Others are picked and this one is not.
    pub(super) dimmed: bool,
    /// In the text and in the counts.
    pub(super) visible: bool,
    pub(super) dispatch: Callback<Action>,
}

/// A row of the topics panel.
#[component]
pub(super) fn TopicRow(props: &Props) -> Html {
    let deps = (props.topic, props.dispatch.clone());
    let onclick = use_callback(deps.clone(), |event: MouseEvent, (topic, dispatch)| {
        let add = event.ctrl_key() || event.meta_key() || event.shift_key();
        dispatch.emit(Action::PickTopic { topic: *topic, add });
    });
    // With Shift held, browsers do not all make a click of Enter or Space.
    let onkeydown = use_callback(deps.clone(), |event: KeyboardEvent, (topic, dispatch)| {
        let adds = event.shift_key() || event.ctrl_key() || event.meta_key();
        if adds && matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            dispatch.emit(Action::PickTopic { topic: *topic, add: true });
        }
    });
    let toggle = use_callback(deps, |_: MouseEvent, (topic, dispatch)| {
        dispatch.emit(Action::ToggleTopic(*topic));
    });
    let study = &props.study;
    let Some(topic) = study.analysis.topics.get(props.topic as usize) else { return html! {} };
    let name = study.topic_name(props.topic);
    let tone = tone(study, props.topic);
    let state = (props.dimmed.then_some("topic--dimmed"), (!props.visible).then_some("topic--out"));
    html! {
        <li class={classes!("topic", tone, state.0, state.1)}>
            <button
                type="button"
                class="topic__pick"
                aria-pressed={props.picked.to_string()}
                {onclick}
                {onkeydown}
            >
                <span class="swatch" aria-hidden="true"></span>
                <span class="topic__label">{ &name }</span>
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
                </span>
            </button>
            <button
                type="button"
                class="eye"
                aria-pressed={props.visible.to_string()}
                aria-label={format!("Read and count {name}")}
                title={
                    if props.visible { "In the text and the counts" } else { "Folded and not counted" }
                }
                onclick={toggle}
            >
                { eye(props.visible) }
            </button>
        </li>
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
