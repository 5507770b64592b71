//! What a person said, one thing a line, each with the way to take it back.

use engine::separate::Side;
use yew::prelude::*;

use crate::browser::place;
use crate::format::counted;
use crate::state::{Action, Place, Whom};
use crate::study::Study;
use crate::topic_page::is_joined;

/// What opens the list, to give the focus by.
pub(super) const ID: &str = "sayings";

/// The list.
pub(super) fn sayings(study: &Study, dispatch: &Callback<Action>) -> Html {
    let pins = study.correction.pins.as_slice().iter().map(|pin| {
        let sections = study.said_of(pin);
        let first = sections.first().copied();
        let mut name = first.map_or_else(String::new, |first| study.section_name(first));
        if sections.len() > 1 {
            let more = counted(sections.len() as u64 - 1, "more section", "more sections");
            name = format!("{name} and {more}");
        }
        let place = Place { document: pin.document, block: pin.blocks.start };
        let back = Action::Overrule(Whom::Said(place), None);
        line(&name, said(pin.side), first.map(Action::GoTo), back, dispatch)
    });
    let topics = 0..study.analysis.topics.len() as u32;
    let joined = topics.clone().filter(|topic| is_joined(study, *topic)).map(|topic| {
        let open = Action::OpenTopic(Some(topic));
        line(&study.topic_name(topic), "joined", Some(open), Action::Part(topic), dispatch)
    });
    let named = topics.filter(|topic| study.is_named(*topic)).map(|topic| {
        let (open, back) = (Action::OpenTopic(Some(topic)), Action::Rename(topic, String::new()));
        line(&study.topic_name(topic), "your name for it", Some(open), back, dispatch)
    });
    html! {
        <ul class="sayings__list" role="list" aria-label="What you said">
            { for pins }
            { for joined }
            { for named }
        </ul>
    }
}

/// What was said, behind the name of what it was said of.
fn said(side: Side) -> &'static str {
    match side {
        Side::OnTopic => "belongs",
        Side::OffTopic => "does not belong",
        Side::Main => "is the main subject",
        Side::OnTopicAlone => "belongs, this section only",
        Side::OffTopicAlone => "does not belong, this section only",
    }
}

fn line(
    name: &str,
    said: &'static str,
    open: Option<Action>,
    back: Action,
    dispatch: &Callback<Action>,
) -> Html {
    let take_back = dispatch.reform(move |_: MouseEvent| {
        // The button goes away, and would take the focus along.
        place::focus(ID);
        back.clone()
    });
    let open = open.map(|open| dispatch.reform(move |_: MouseEvent| open.clone()));
    html! {
        <li class="sayings__one" key={format!("{name}: {said}")}>
            <span class="sayings__what">
                <button type="button" class="link" onclick={open}>{ name }</button>
                { " " }
                <span class="sayings__side">{ said }</span>
            </span>
            <button
                type="button"
                class="stops__back"
                aria-label={format!("Take back: {name} {said}")}
                data-tip="Take it back"
                onclick={take_back}
            >
                { "×" }
            </button>
        </li>
    }
}
