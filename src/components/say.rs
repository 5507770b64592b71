//! The buttons with which a person overrules a verdict, or takes that back.

use engine::separate::{Side, Verdict};
use yew::prelude::*;

use crate::state::{Action, Whom};

/// What can be said, and how it is put.
type Choice = (&'static str, Option<Side>);

const ON: Choice = ("It belongs", Some(Side::OnTopic));
const OFF: Choice = ("It does not belong", Some(Side::OffTopic));
const BACK: Choice = ("Take it back", None);
const TOPIC_ON: Choice = ("This topic belongs", Some(Side::OnTopic));
const TOPIC_OFF: Choice = ("This topic does not belong", Some(Side::OffTopic));
const TOPIC_MAIN: Choice = ("This is the main subject", Some(Side::Main));

/// What makes sense to say of a section.
pub(super) fn of_section(said: Option<Side>, verdict: Verdict) -> &'static [Choice] {
    match (said, verdict) {
        (Some(_), _) => &[BACK],
        (None, Verdict::OnTopic) => &[OFF],
        (None, Verdict::OffTopic) => &[ON],
        (None, Verdict::Unsure) => &[ON, OFF],
    }
}

/// What makes sense to say of a topic.
pub(super) fn of_topic(said: bool, off_topic: bool) -> &'static [Choice] {
    match (said, off_topic) {
        (false, false) => &[TOPIC_OFF, TOPIC_MAIN],
        (false, true) => &[TOPIC_ON, TOPIC_MAIN],
        (true, false) => &[TOPIC_OFF, TOPIC_MAIN, BACK],
        (true, true) => &[TOPIC_ON, TOPIC_MAIN, BACK],
    }
}

/// How what was said is marked.
pub(super) fn mark(side: Side) -> &'static str {
    match side {
        Side::Main => "main subject, you said so",
        Side::OnTopic | Side::OffTopic => "you said so",
        Side::OnTopicAlone | Side::OffTopicAlone => "you said so of this section alone",
    }
}

/// A button for each choice. `name` is what it is said of; the first button has `id`, to be given the focus by.
pub(super) fn buttons(
    whom: Whom,
    choices: &[Choice],
    name: &str,
    id: Option<String>,
    dispatch: &Callback<Action>,
) -> Html {
    let button = |(index, (text, side)): (usize, &Choice)| {
        let action = match (whom, *side) {
            (Whom::Section(section), Some(side)) => Action::Propose(section, side),
            (_, side) => Action::Overrule(whom, side),
        };
        html! {
            <button
                key={index}
                type="button"
                class="say"
                id={id.clone().filter(|_| index == 0)}
                aria-label={format!("{text}: {name}")}
                onclick={dispatch.reform(move |_: MouseEvent| action.clone())}
            >
                { *text }
            </button>
        }
    };
    choices.iter().enumerate().map(button).collect()
}
