//! One document as a strip of segments.

use yew::prelude::*;

use super::tone::tone;
use crate::browser::place;
use crate::format::{along, counted};
use crate::reading::{Segment, Strip};
use crate::shared::Shared;
use crate::state::{Action, Numbers, Selection};
use crate::study::{Study, verdict_name};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) strip: Strip,
    /// Words in the longest document, which fills the width.
    pub(super) longest: u32,
    pub(super) selection: Shared<Selection>,
    pub(super) hidden: Numbers,
    /// The document is filtered to.
    pub(super) picked: bool,
    pub(super) at: Option<u32>,
    /// The one segment of the map the Tab key stops at.
    pub(super) stop: u32,
    pub(super) point: Callback<Option<u32>>,
    pub(super) hold: Callback<u32>,
    pub(super) dispatch: Callback<Action>,
}

/// A labelled strip.
#[component]
pub(super) fn MapStrip(props: &Props) -> Html {
    let study = &props.study;
    let document = props.strip.document;
    let title = study.document_title(document).to_owned();
    let sections = study.sections_of(document);
    let pick = props.dispatch.reform(move |_: MouseEvent| Action::PickDocument(document));
    html! {
        <div class="strip">
            <button
                type="button"
                class="strip__name"
                aria-pressed={props.picked.to_string()}
                data-tip={format!("Show only “{title}”")}
                onclick={pick}
            >
                { &title }
            </button>
            <svg
                class="strip__bar"
                width="100%"
                height="22"
                role="group"
                aria-label={
                    format!("{title}: {}", counted(sections.len() as u64, "section", "sections"))
                }
            >
                for segment in props.strip.segments.iter().filter(|one| one.section.is_none()) {
                    { rect(segment, props.longest, "strip__furniture", ("7", "8")) }
                }
                for section in sections {
                    { group(props, section) }
                }
            </svg>
        </div>
    }
}

/// A section's segments as one thing to point at. A section that page furniture interrupts has several.
fn group(props: &Props, section: u32) -> Html {
    let study = &props.study;
    let Some((judged, _)) = study.judged(section) else { return html! {} };
    let topic = study.topic_name(judged.topic);
    let verdict = verdict_name(judged.verdict);
    let words = counted(u64::from(judged.words), "word", "words");
    let name = study.section_name(section);
    let off = study.is_off_topic(judged.topic);
    let faded = if props.selection.asked {
        !props.selection.has(section)
    } else {
        props.hidden.contains(judged.topic)
    };
    let class = classes!(
        "segment",
        tone(study, judged.topic),
        faded.then_some("segment--faded"),
        (props.at == Some(section)).then_some("segment--here"),
    );
    let (point, hold) = (props.point.clone(), props.hold.clone());
    let onkeydown = {
        let (dispatch, study) = (props.dispatch.clone(), study.clone());
        move |event: KeyboardEvent| {
            let key = event.key();
            if matches!(key.as_str(), "Enter" | " ") {
                event.prevent_default();
                dispatch.emit(Action::GoTo(section));
            } else if let Some(next) = neighbour(&study, section, &key) {
                event.prevent_default();
                place::focus(&format!("segment-{next}"));
            }
        }
    };
    let segments = props.strip.segments.iter().filter(|one| one.section == Some(section));
    html! {
        <g
            key={section}
            {class}
            id={format!("segment-{section}")}
            role="button"
            tabindex={if props.stop == section { "0" } else { "-1" }}
            aria-label={format!("{name}; {topic}; {verdict}; {words}")}
            onclick={props.dispatch.reform(move |_: MouseEvent| Action::GoTo(section))}
            {onkeydown}
            onmouseenter={point.reform(move |_| Some(section))}
            onmouseleave={point.reform(|_| None)}
            onfocus={
                let point = point.clone();
                move |_: FocusEvent| {
                    hold.emit(section);
                    point.emit(Some(section));
                }
            }
            onblur={point.reform(|_| None)}
        >
            for segment in segments {
                { rect(segment, props.longest, "segment__fill", ("0", "22")) }
                if off {
                    { hatch(segment, props.longest) }
                }
            }
        </g>
    }
}

fn rect(segment: &Segment, longest: u32, class: &'static str, (y, height): (&str, &str)) -> Html {
    html! {
        <rect
            {class}
            x={along(f64::from(segment.start), f64::from(longest))}
            y={y.to_owned()}
            width={along(f64::from(segment.words), f64::from(longest))}
            height={height.to_owned()}
        />
    }
}

fn hatch(segment: &Segment, longest: u32) -> Html {
    html! {
        <rect
            class="segment__hatch"
            fill="url(#hatch)"
            x={along(f64::from(segment.start), f64::from(longest))}
            width={along(f64::from(segment.words), f64::from(longest))}
            height="22"
        />
    }
}

/// The section an arrow key goes to: left and right along the strips, up and down to the same place in the next.
pub(super) fn neighbour(study: &Study, section: u32, key: &str) -> Option<u32> {
    let last = (study.analysis.sections.len() as u32).checked_sub(1)?;
    let document = study.judged(section)?.0.document;
    let here = study.sections_of(document);
    let same_place = |other: u32| {
        let there = study.sections_of(other);
        let offset = (section - here.start) * there.len() as u32 / here.len().max(1) as u32;
        (!there.is_empty()).then_some(there.start + offset)
    };
    match key {
        "ArrowRight" => Some((section + 1).min(last)),
        "ArrowLeft" => Some(section.saturating_sub(1)),
        "ArrowDown" => same_place(document + 1),
        "ArrowUp" => same_place(document.checked_sub(1)?),
        "Home" => Some(here.start),
        "End" => Some(here.end - 1),
        _ => None,
    }
}
