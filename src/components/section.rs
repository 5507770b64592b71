//! A section as it is read: its heading, its topic and verdict, its text.

use std::rc::Rc;

use engine::Span;
use engine::parse::{Block, BlockKind, Document, Section, SectionKind};
use engine::separate::Verdict;
use yew::prelude::*;

use super::block::{Ink, block};
use super::furniture::Furniture;
use super::inline::inline;
use super::later::{Later, What};
use super::say;
use super::tone::tone;
use crate::format::counted;
use crate::reading::{Item, items};
use crate::shared::Shared;
use crate::state::{Action, Asking, Whom};
use crate::study::{Study, kind_name, verdict_name};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) section: u32,
    /// Whether its reasons are open.
    pub(super) why: bool,
    /// What is highlighted in it, in order.
    pub(super) marks: Rc<[Span]>,
    /// Whether page furniture starts unfolded.
    pub(super) furniture: bool,
    /// What a person was asked about what they are saying of it.
    pub(super) asked: Option<Rc<Asking>>,
    pub(super) dispatch: Callback<Action>,
}

/// A section of a document.
#[component]
pub(super) fn SectionView(props: &Props) -> Html {
    let Props { study, section, .. } = props;
    let (Some((judged, document)), Some(parsed)) = (study.judged(*section), study.parsed(*section))
    else {
        return html! {};
    };
    let ink = Ink { document, marks: &props.marks };
    let off = judged.verdict == Verdict::OffTopic;
    let deep = parsed.level > 1;
    let class = classes!(
        "section",
        tone(study, judged.topic),
        off.then_some("section--off"),
        deep.then_some("section--deep"),
    );
    html! {
        <article
            {class}
            id={format!("section-{section}")}
            tabindex="-1"
            aria-labelledby={format!("name-{section}")}
        >
            { heading(props, parsed, ink) }
            { meta(props, judged.verdict) }
            if let Some(asked) = &props.asked {
                <Later what={What::Asked(asked.clone(), study.clone(), props.dispatch.clone())} />
            }
            if props.why {
                <div class="reasons" id={format!("why-{section}")}>
                    <Later what={What::Reasons(*section, study.clone(), props.dispatch.clone())} />
                </div>
            }
            <div class="section__text">
                for item in items(judged.blocks(), document) {
                    { part(props, judged.document, &item, ink) }
                }
                if !study.is_head(*section) {
                    { after(parsed, document) }
                }
            </div>
        </article>
    }
}

/// The heading. A title the whole document already bears is not shown twice.
fn heading(props: &Props, parsed: &Section, ink: Ink<'_>) -> Html {
    let Props { study, section, .. } = props;
    let text = &ink.document.text;
    let document = study.judged(*section).map_or(0, |(judged, _)| judged.document);
    let id = format!("name-{section}");
    let continued = study.is_continued(*section);
    let twice = parsed.title.is_some() && parsed.title == study.own_title(document);
    let named = continued || study.is_head(*section);
    let quiet = named || twice || matches!(parsed.kind, SectionKind::Passage | SectionKind::Aside);
    let class = if quiet { "visually-hidden" } else { "section__name" };
    // A title shown above is highlighted there.
    let marks = if twice { &[][..] } else { ink.marks };
    let inside = match (parsed.title, parsed.author.or(parsed.inferred_author)) {
        _ if named => html! { { study.section_name(*section) } },
        (Some(title), _) => match parsed.credentials.filter(|letters| title.contains(*letters)) {
            // A name with letters after it: the letters are part of the title, set apart by their look alone.
            Some(letters) => html! {
                <>
                    { inline(Span { end: letters.start, ..title }, text, marks) }
                    <span class="section__credentials">
                        { inline(Span { start: letters.start, ..title }, text, marks) }
                    </span>
                </>
            },
            None => inline(title, text, marks),
        },
        (None, Some(author)) => html! {
            <>
                <span class="section__kind">{ kind_name(parsed.kind) }{ " by " }</span>
                { author.of(text) }
                if parsed.author.is_none() {
                    <span class="section__kind">{ " (going by the signature)" }</span>
                }
            </>
        },
        (None, None) if quiet => html! { { study.section_name(*section) } },
        (None, None) => html! { <span class="section__kind">{ kind_name(parsed.kind) }</span> },
    };
    if parsed.level > 1 {
        html! { <h5 {class} {id}>{ inside }</h5> }
    } else {
        html! { <h4 {class} {id}>{ inside }</h4> }
    }
}

/// The topic, the verdict with its reasons behind it, and the way to overrule it.
fn meta(props: &Props, verdict: Verdict) -> Html {
    let Props { study, section, why, .. } = props;
    let section = *section;
    let topic = study.judged(section).map_or(0, |(judged, _)| judged.topic);
    let name = verdict_name(verdict);
    let said = study.said(section);
    let class = match verdict {
        Verdict::OnTopic => "verdict",
        Verdict::OffTopic => "verdict verdict--off",
        Verdict::Unsure => "verdict verdict--unsure",
    };
    html! {
        <p class="section__meta">
            <span class="section__topic">{ study.topic_name(topic) }</span>
            if !props.marks.is_empty() {
                <span class="section__hits">{ counted(props.marks.len() as u64, "hit", "hits") }</span>
            }
            <button
                type="button"
                {class}
                aria-expanded={why.to_string()}
                aria-controls={why.then(|| format!("why-{section}"))}
                aria-label={format!("{name}, why? {}", study.section_name(section))}
                onclick={props.dispatch.reform(move |_| Action::ToggleReason(section))}
            >
                { name }
                <span class="verdict__ask">
                    { ", " }
                    <span class="verdict__why">{ "why?" }</span>
                </span>
            </button>
            <span class="says">
                if let Some(side) = said {
                    <span class="says__mark">{ say::mark(side) }</span>
                }
                { say::buttons(
                    Whom::Section(section),
                    say::of_section(said, verdict),
                    &study.section_name(section),
                    Some(format!("say-{section}")),
                    &props.dispatch,
                ) }
            </span>
        </p>
    }
}

fn part(props: &Props, document: u32, item: &Item, ink: Ink<'_>) -> Html {
    match item {
        Item::Furniture(blocks) => html! {
            <Furniture
                key={format!("{}-{}", blocks.start, props.furniture)}
                study={props.study.clone()}
                {document}
                blocks={blocks.clone()}
                open={props.furniture}
            />
        },
        Item::Block(index) => match ink.document.blocks.get(*index) {
            Some(one) if !is_heading(one, &ink, props) => block(one, ink, quoted(one, &ink)),
            _ => html! {},
        },
    }
}

/// Whether a block's text is shown as the title of the document or the heading of the section.
fn is_heading(one: &Block, ink: &Ink<'_>, props: &Props) -> bool {
    let study = &props.study;
    match one.kind {
        BlockKind::Title => study.judged(props.section).is_some_and(|(judged, _)| {
            study.own_title(judged.document).is_some_and(|title| one.span.contains(title))
        }),
        BlockKind::Heading => study
            .parsed(props.section)
            .and_then(|parsed| parsed.title)
            .is_some_and(|title| one.span.contains(title) && !ink.document.text.is_empty()),
        _ => false,
    }
}

/// Whom a quotation quotes.
fn quoted(one: &Block, ink: &Ink<'_>) -> Option<String> {
    let BlockKind::Quotation { of: Some(section) } = one.kind else { return None };
    let quoted = ink.document.sections.get(section as usize)?;
    let author = quoted.author.or(quoted.inferred_author)?;
    Some(format!("{} wrote", author.of(&ink.document.text)))
}

/// What stands under the text: where it was taken from, how it was received.
fn after(parsed: &Section, document: &Document) -> Html {
    html! {
        <>
            if let Some(source) = parsed.source {
                <p class="section__source">{ "Source: " }{ source.of(&document.text) }</p>
            }
            if parsed.reactions > 0 {
                <p class="section__source">
                    { counted(u64::from(parsed.reactions), "reader", "readers") }{ " reacted" }
                </p>
            }
        </>
    }
}
