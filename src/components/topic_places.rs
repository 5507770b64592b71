//! Where a topic is: its sections by weight, and the documents it lives in.

use engine::explore::{TopicDocument, TopicSection, topic_documents};
use yew::prelude::*;

use crate::browser::place;
use crate::format::{along, count, percent, tenths};
use crate::reading::Strip;
use crate::state::Action;
use crate::study::Study;

/// Documents listed; of more only the number.
const DOCUMENTS: usize = 40;

/// Its sections, the weightiest first.
pub(super) fn sections(
    study: &Study,
    rows: &[TopicSection],
    most: usize,
    dispatch: &Callback<Action>,
) -> Html {
    html! {
        <>
            <h3 class="topic-page__part">{ "Its sections by weight" }</h3>
            <p class="topic-page__note">
                { "The weight of a section is how much its words add to what sets the topic apart." }
            </p>
            <div class="scroller" tabindex="0" role="region" aria-label="Sections of the topic">
                <table class="table">
                    <caption class="visually-hidden">{ "Sections of the topic" }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Section" }</th>
                            <th scope="col">{ "Document" }</th>
                            <th scope="col" class="table__number">{ "Words" }</th>
                            <th scope="col" class="table__number">{ "Weight" }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for row in rows.iter().take(most) {
                            { section(study, row, dispatch) }
                        }
                    </tbody>
                </table>
            </div>
        </>
    }
}

fn section(study: &Study, row: &TopicSection, dispatch: &Callback<Action>) -> Html {
    let section = row.section;
    let document = study.judged(section).map_or(0, |(judged, _)| judged.document);
    let go = dispatch.reform(move |_: MouseEvent| Action::GoTo(section));
    html! {
        <tr key={section}>
            <th scope="row" class="table__clip">
                <button type="button" class="link" onclick={go}>{ study.section_name(section) }</button>
            </th>
            <td class="table__clip">{ study.document_title(document) }</td>
            <td class="table__number">{ count(u64::from(row.words)) }</td>
            <td class="table__number">{ tenths(row.weight) }</td>
        </tr>
    }
}

/// The documents that have some of it, each with where in it that is.
pub(super) fn places(
    study: &Study,
    topic: u32,
    strips: &[Strip],
    dispatch: &Callback<Action>,
) -> Html {
    let documents = topic_documents(&study.analysis, topic);
    html! {
        <>
            <h3 class="topic-page__part">{ "Where it lives" }</h3>
            <div class="scroller" tabindex="0" role="region" aria-label="Documents of the topic">
                <table class="table table--places">
                    <caption class="visually-hidden">{ "Documents that have some of the topic" }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Document" }</th>
                            <th scope="col" class="table__number">{ "Words" }</th>
                            <th scope="col" class="table__number">{ "Of the document" }</th>
                            <th scope="col" class="table__number">{ "Of the topic" }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for row in documents.iter().take(DOCUMENTS) {
                            { document(study, topic, row, strips, dispatch) }
                        }
                    </tbody>
                </table>
            </div>
            if documents.len() > DOCUMENTS {
                <p class="topic-page__note">
                    { format!("and {} more", count((documents.len() - DOCUMENTS) as u64)) }
                </p>
            }
        </>
    }
}

fn document(
    study: &Study,
    topic: u32,
    row: &TopicDocument,
    strips: &[Strip],
    dispatch: &Callback<Action>,
) -> Html {
    let number = row.document;
    let first = study
        .sections_of(number)
        .find(|section| study.judged(*section).is_some_and(|(judged, _)| judged.topic == topic));
    let go = dispatch.reform(move |_: MouseEvent| {
        place::focus("tab-read");
        first.map_or(Action::OpenTopic(Some(topic)), Action::GoTo)
    });
    html! {
        <tr key={number}>
            <th scope="row">
                <button type="button" class="link table__title" onclick={go}>
                    { study.document_title(number) }
                </button>
                if let Some(strip) = strips.get(number as usize) {
                    { bar(study, topic, strip) }
                }
            </th>
            <td class="table__number">{ count(u64::from(row.words)) }</td>
            <td class="table__number">{ percent(row.of_document, 1.0) }</td>
            <td class="table__number">{ percent(row.of_topic, 1.0) }</td>
        </tr>
    }
}

/// The document from left to right, what is of the topic in its colour.
fn bar(study: &Study, topic: u32, strip: &Strip) -> Html {
    let off = study.is_off_topic(topic);
    let own = strip.segments.iter().filter(|segment| {
        let judged = segment.section.and_then(|section| study.judged(section));
        judged.is_some_and(|(judged, _)| judged.topic == topic)
    });
    let along = |words: u32| along(f64::from(words), f64::from(strip.words));
    html! {
        <svg class="place" width="100%" height="8" aria-hidden="true">
            for segment in own {
                <rect
                    class="place__own"
                    x={along(segment.start)}
                    width={along(segment.words)}
                    height="8"
                />
                if off {
                    <rect
                        fill="url(#hatch)"
                        x={along(segment.start)}
                        width={along(segment.words)}
                        height="8"
                    />
                }
            }
        </svg>
    }
}
