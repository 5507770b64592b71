//! What can be said of a topic as a whole: which side it is on, its name, which other it is one with.

use yew::prelude::*;

use super::say;
use super::topic_row::{close, opener, said};
use super::topic_tools::{join, rename};
use crate::state::{Action, Whom};
use crate::study::Study;
use crate::topic_page::is_joined;

/// The inside of the menu.
pub(super) fn topic_menu(
    topic: u32,
    study: &Study,
    picked: bool,
    dispatch: &Callback<Action>,
) -> Html {
    let Some(found) = study.analysis.topics.get(topic as usize) else { return html! {} };
    let name = study.topic_name(topic);
    let filter = if picked { "Take out of the filter" } else { "Add to the filter" };
    let choices = say::of_topic(said(study, found).is_some(), found.off_topic);
    // Fields are there to be filled in.
    let onclick = move |event: MouseEvent| {
        let target = event.target_dyn_into::<web_sys::Element>();
        if target.is_some_and(|one| one.closest(".say").is_ok_and(|it| it.is_some())) {
            close(&event, &opener(topic));
        }
    };
    let act = |action: Action| dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        // A click on one of its buttons is all it is open for.
        <div class="topic__choices" {onclick}>
            { say::buttons(Whom::Topic(topic), choices, &name, None, dispatch) }
            { rename(study, topic, &topic.to_string(), "", dispatch) }
            { join(study, topic, &topic.to_string(), "", dispatch) }
            if is_joined(study, topic) {
                <button
                    type="button"
                    class="say"
                    aria-label={format!("Take apart: {name}")}
                    onclick={act(Action::Part(topic))}
                >
                    { "Take apart" }
                </button>
            }
            // The way for fingers, which have no Ctrl.
            <button
                type="button"
                class="say"
                aria-label={format!("{filter}: {name}")}
                onclick={act(Action::PickTopic { topic, add: true })}
            >
                { filter }
            </button>
            <button
                type="button"
                class="say"
                aria-label={format!("Open its page: {name}")}
                onclick={act(Action::OpenTopic(Some(topic)))}
            >
                { "Open its page" }
            </button>
        </div>
    }
}
