//! How the topics lie to one another: circles as large as they have words, as far apart as their words differ; and the same
//! as a table.

use yew::prelude::*;

use super::mains::Mains;
use super::tone::tone;
use crate::browser::place;
use crate::format::{count, counted, hundredths, percent};
use crate::shared::Shared;
use crate::state::Action;
use crate::study::Study;
use crate::topic_chart::{Chart, Circle, WIDTH, chart, unit};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) dispatch: Callback<Action>,
}

/// The map of topics.
#[component]
pub(super) fn TopicMap(props: &Props) -> Html {
    let Props { study, dispatch } = props;
    let map = study.topic_map();
    let drawing = use_memo(study.clone(), |study| chart(study.topic_map(), study.topic_names()));
    html! {
        <div class="atlas" role="tabpanel" id="pane-topics" aria-labelledby="tab-topics">
            <h2 class="visually-hidden">{ "Topics" }</h2>
            if map.points.is_empty() {
                <p class="empty">{ "There is no topic: no section has a word that counts." }</p>
            } else {
                <p class="atlas__sentence">{ sentence(map) }</p>
                <div class="atlas__both">
                    { picture(&drawing, study, dispatch) }
                    { table(map, study, dispatch) }
                </div>
                <p class="atlas__note">
                    { "The area of a circle is its number of words; hatched is off topic. Distances \
                       are Jensen-Shannon distances between the words of two topics: 0 is the same \
                       words at the same rates, 1 no word in common." }
                </p>
                if map.points.len() < study.analysis.topics.len() {
                    <p class="atlas__note">
                        { format!(
                            "Only the {} largest of {} are here.",
                            count(map.points.len() as u64),
                            counted(study.analysis.topics.len() as u64, "topic", "topics"),
                        ) }
                    </p>
                }
                <Mains study={study.clone()} dispatch={dispatch.clone()} />
            }
        </div>
    }
}

/// How far the picture can be trusted.
fn sentence(map: &engine::explore::TopicMap) -> String {
    match map.points.len() {
        1 => "There is one topic, so there is no distance to show.".to_owned(),
        2 => "With two topics the map shows all there is: how far they are apart.".to_owned(),
        _ => format!(
            "Topics near each other use the same words. The map shows {} of how they differ; for the \
             rest, which no plane can show, trust the distances beside it.",
            percent(map.shown, 1.0)
        ),
    }
}

fn picture(drawing: &Chart, study: &Study, dispatch: &Callback<Action>) -> Html {
    let (width, height) = (unit(WIDTH), unit(drawing.height));
    let order: Vec<u32> = drawing.circles.iter().map(|circle| circle.topic).collect();
    html! {
        <svg
            class="atlas__map"
            viewBox={format!("0 0 {width} {height}")}
            role="group"
            aria-label="Map of topics; the table beside it says the same"
        >
            for circle in &drawing.circles {
                { one(circle, &order, study, dispatch) }
            }
            // Above every circle, and not to be pointed at.
            for circle in &drawing.circles {
                { name(circle) }
            }
        </svg>
    }
}

fn one(circle: &Circle, order: &[u32], study: &Study, dispatch: &Callback<Action>) -> Html {
    let topic = circle.topic;
    let (x, y, radius) = (unit(circle.x), unit(circle.y), unit(circle.radius));
    let words = study.analysis.topics.get(topic as usize).map_or(0, |topic| topic.words);
    let off = study.is_off_topic(topic);
    let label = format!(
        "{} {}{}; {}",
        topic + 1,
        study.topic_name(topic),
        if off { "; off topic" } else { "" },
        counted(u64::from(words), "word", "words"),
    );
    let open = open(topic, dispatch);
    let onkeydown = {
        let (open, order) = (open.clone(), order.to_vec());
        move |event: KeyboardEvent| {
            let key = event.key();
            if matches!(key.as_str(), "Enter" | " ") {
                event.prevent_default();
                open.emit(());
            } else if let Some(next) = neighbour(&order, topic, &key) {
                event.prevent_default();
                place::focus(&format!("circle-{next}"));
            }
        }
    };
    html! {
        <g
            key={topic}
            class={classes!("circle", tone(study, topic))}
            id={format!("circle-{topic}")}
            role="button"
            // The Tab key stops once; from there the arrow keys walk.
            tabindex={if order.first() == Some(&topic) { "0" } else { "-1" }}
            aria-label={label.clone()}
            onclick={open.reform(|_: MouseEvent| ())}
            {onkeydown}
        >
            <title>{ label }</title>
            <circle class="circle__reach" cx={x.clone()} cy={y.clone()} r={unit(circle.radius.max(14.0))} />
            <circle class="circle__fill" cx={x.clone()} cy={y.clone()} r={radius.clone()} />
            if off {
                <circle class="circle__hatch" fill="url(#hatch)" cx={x} cy={y} r={radius} />
            }
        </g>
    }
}

/// The circle an arrow key goes to, the larger ones first.
fn neighbour(order: &[u32], topic: u32, key: &str) -> Option<u32> {
    let here = order.iter().position(|other| *other == topic)?;
    let there = match key {
        "ArrowRight" | "ArrowDown" => here + 1,
        "ArrowLeft" | "ArrowUp" => here.checked_sub(1)?,
        "Home" => 0,
        "End" => order.len() - 1,
        _ => return None,
    };
    order.get(there).copied()
}

fn name(circle: &Circle) -> Html {
    let Some(label) = &circle.label else { return html! {} };
    html! {
        <text
            key={circle.topic}
            class="atlas__label"
            aria-hidden="true"
            x={unit(label.x)}
            y={unit(label.y)}
        >
            <tspan class="atlas__number">{ circle.topic + 1 }</tspan>
            if !label.text.is_empty() {
                <tspan class="atlas__name">{ format!(" {}", label.text) }</tspan>
            }
        </text>
    }
}

fn table(map: &engine::explore::TopicMap, study: &Study, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="scroller" tabindex="0" role="region" aria-label="Topics as a table">
            <table class="table table--atlas">
                <caption class="visually-hidden">{ "Every topic and the one nearest to it" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Topic" }</th>
                        <th scope="col" class="table__number">{ "Words" }</th>
                        <th scope="col" class="table__number">{ "Sections" }</th>
                        <th scope="col">{ "Nearest" }</th>
                        <th scope="col" class="table__number">{ "Distance" }</th>
                    </tr>
                </thead>
                <tbody>
                    for (index, point) in map.points.iter().enumerate() {
                        { row(point.topic, nearest(map, index), study, dispatch) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn nearest(map: &engine::explore::TopicMap, index: usize) -> Option<(u32, f64)> {
    let (other, distance) = map.nearest(index)?;
    Some((map.points.get(other)?.topic, distance))
}

fn row(
    topic: u32,
    nearest: Option<(u32, f64)>,
    study: &Study,
    dispatch: &Callback<Action>,
) -> Html {
    let Some(found) = study.analysis.topics.get(topic as usize) else { return html! {} };
    html! {
        <tr key={topic}>
            <th scope="row" class={classes!("table__topic", tone(study, topic))}>
                <span class="swatch" aria-hidden="true"></span>
                { format!(" {} ", topic + 1) }
                { link(topic, study, dispatch) }
                if found.off_topic {
                    <span class="table__side">{ " off topic" }</span>
                }
            </th>
            <td class="table__number">{ count(u64::from(found.words)) }</td>
            <td class="table__number">{ count(found.sections.len() as u64) }</td>
            <td>{ nearest.map_or_else(|| "none".to_owned(), |(other, _)| study.topic_name(other)) }</td>
            <td class="table__number">
                { nearest.map_or_else(String::new, |(_, distance)| hundredths(distance)) }
            </td>
        </tr>
    }
}

/// The name of a topic, which leads to its page.
pub(super) fn link(topic: u32, study: &Study, dispatch: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            class="link"
            onclick={open(topic, dispatch).reform(|_: MouseEvent| ())}
        >
            { study.topic_name(topic) }
        </button>
    }
}

fn open(topic: u32, dispatch: &Callback<Action>) -> Callback<()> {
    dispatch.reform(move |()| {
        // The page takes the place of what was clicked, and it would take the focus along.
        place::focus("tab-topics");
        Action::OpenTopic(Some(topic))
    })
}
