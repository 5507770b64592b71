//! Choosing what the documents are about, where they are about several things. It arrives later.

use engine::separate::Side;
use yew::prelude::*;

use crate::browser::place;
use crate::shared::Shared;
use crate::state::{Action, Numbers};
use crate::study::Study;

/// Topics offered at the most: the largest; smaller ones follow their words.
const OFFERED: usize = 24;

/// The button's place once it has nothing to do.
const TITLE: &str = "mains-title";

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) dispatch: Callback<Action>,
}

/// The topics a person said are the main subject, as far as every word of them is.
fn said(study: &Study) -> Numbers {
    let main = |section: &u32| study.said(*section) == Some(Side::Main);
    let topics = (0..).zip(&study.analysis.topics);
    topics.filter(|(_, topic)| topic.sections.iter().all(main)).map(|(id, _)| id).collect()
}

/// A box for each topic, and a button.
#[component]
pub(super) fn Mains(props: &Props) -> Html {
    let Props { study, dispatch } = props;
    let before = said(study);
    let picked = use_state(|| (study.clone(), before.clone()));
    // Other verdicts, other topics.
    let now = if picked.0 == *study { picked.1.clone() } else { before.clone() };
    let topics = study.analysis.topics.len();
    if topics < 2 {
        return html! {};
    }
    let one = |topic: u32| {
        let onchange = {
            let (picked, study, now) = (picked.setter(), study.clone(), now.clone());
            move |_: Event| {
                let mut next = now.clone();
                next.toggle(topic);
                picked.set((study.clone(), next));
            }
        };
        let off = if study.is_off_topic(topic) { " (off topic)" } else { "" };
        html! {
            <li key={topic}>
                <label class="check">
                    <input type="checkbox" checked={now.contains(topic)} {onchange} />
                    { format!("{}{off}", study.topic_name(topic)) }
                </label>
            </li>
        }
    };
    let choose = {
        let (dispatch, now) = (dispatch.clone(), now.clone());
        move |_: MouseEvent| {
            // The button goes away, and would take the focus along.
            place::focus(TITLE);
            dispatch.emit(Action::ChooseMain(now.clone()));
        }
    };
    let name = match (now.len(), before.len()) {
        (0, _) => "No main subject: find it again",
        (1, _) => "This is the main subject",
        _ => "These are the main subjects",
    };
    html! {
        <section class="mains" aria-labelledby={TITLE}>
            <h3 class="mains__title" id={TITLE} tabindex="-1">{ "Main subjects" }</h3>
            <p class="atlas__note">
                { "What the documents are about is found by what most of them share. Where they are about \
                   several things, or about something else, choose what is on topic: the rest is judged by \
                   what it shares with that." }
            </p>
            <ul class="mains__list" role="list">
                for topic in (0..topics as u32).take(OFFERED) {
                    { one(topic) }
                }
            </ul>
            if now != before {
                <button type="button" class="button" onclick={choose}>{ name }</button>
            }
        </section>
    }
}
