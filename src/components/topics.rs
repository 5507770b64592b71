//! What the documents are about: topics by size, those that do not belong apart from those that do.

use std::collections::BTreeSet;

use engine::separate::Verdict;
use yew::prelude::*;

use super::topic_row::TopicRow;
use crate::format::{counted, percent};
use crate::shared::Shared;
use crate::state::Action;
use crate::study::Study;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) picked: BTreeSet<u32>,
    pub(super) verdict: Option<Verdict>,
    pub(super) hidden: BTreeSet<u32>,
    pub(super) shown: BTreeSet<u32>,
    pub(super) furniture: bool,
    pub(super) dispatch: Callback<Action>,
}

/// The panel of topics.
#[component]
pub(super) fn Topics(props: &Props) -> Html {
    let unsure =
        props.study.analysis.sections.iter().any(|section| section.verdict == Verdict::Unsure);
    html! {
        <aside class="topics" aria-labelledby="topics-title">
            <h2 class="topics__title" id="topics-title">{ "Topics" }</h2>
            { group(props, false) }
            if unsure {
                { unsure_row(props) }
            }
            { group(props, true) }
            { furniture(props) }
            <p class="topics__hint">
                { "Click a topic to see only it; Ctrl or ⌘ click, or Shift + Enter, adds another. \
                   The eye takes a topic out of the text and the counts, or puts it back." }
            </p>
        </aside>
    }
}

/// One verdict's topics, headed by a button that filters to all of them.
fn group(props: &Props, off_topic: bool) -> Html {
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
    let pressed = props.verdict == Some(verdict);
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
                        title={format!("Show only what is {}", name.to_lowercase())}
                        onclick={pick}
                    >
                        { name }
                    </button>
                    <span class="group__share">{ share }</span>
                }
            </h3>
            if empty {
                <p class="group__none">
                    { if off_topic { "Nothing: everything here belongs." } else { "Nothing." } }
                </p>
            } else {
                <ul class="group__list" role="list">
                    for (topic, _) in topics() {
                        <TopicRow
                            key={topic}
                            study={study.clone()}
                            {topic}
                            {largest}
                            picked={props.picked.contains(&topic)}
                            dimmed={!props.picked.is_empty() && !props.picked.contains(&topic)}
                            visible={
                                if off_topic {
                                    props.shown.contains(&topic)
                                } else {
                                    !props.hidden.contains(&topic)
                                }
                            }
                            dispatch={props.dispatch.clone()}
                        />
                    }
                </ul>
            }
        </section>
    }
}

/// Sections too thin to judge belong to on-topic topics; this filters to them.
fn unsure_row(props: &Props) -> Html {
    let sections = &props.study.analysis.sections;
    let unsure = sections.iter().filter(|section| section.verdict == Verdict::Unsure).count();
    let pressed = props.verdict == Some(Verdict::Unsure);
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

fn furniture(props: &Props) -> Html {
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
                    aria-pressed={props.furniture.to_string()}
                    aria-label="Show page furniture in the text"
                    title={if props.furniture { "Shown in the text" } else { "Folded in the text" }}
                    onclick={props.dispatch.reform(|_| Action::ToggleFurniture)}
                >
                    { super::topic_row::eye(props.furniture) }
                </button>
            </div>
        </section>
    }
}
