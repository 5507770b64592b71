//! The documents, with their structure, with what does not belong folded in place.

use std::collections::BTreeSet;

use engine::count::TermId;
use engine::parse::DocumentKind;
use yew::prelude::*;

use super::fold::FoldedRun;
use super::furniture::Furniture;
use super::section::SectionView;
use crate::browser::place;
use crate::format::counted;
use crate::reading::{Fold, Piece, lay_out};
use crate::shared::Shared;
use crate::state::{Action, Selection};
use crate::study::Study;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    pub(super) unfolded: BTreeSet<u32>,
    pub(super) reasons: BTreeSet<u32>,
    pub(super) furniture: bool,
    pub(super) term: Option<AttrValue>,
    pub(super) dispatch: Callback<Action>,
}

/// The reading pane.
#[component]
pub(super) fn Read(props: &Props) -> Html {
    let study = &props.study;
    let term = props.term.as_deref().and_then(|term| study.term(term));
    html! {
        <div class="read" role="tabpanel" id="pane-read" aria-labelledby="tab-read">
            <h2 class="visually-hidden">{ "Read" }</h2>
            if let Some(term) = term {
                <Highlighted
                    name={study.term_name(term).to_owned()}
                    places={places(study, &props.selection, term)}
                    dispatch={props.dispatch.clone()}
                />
            }
            if props.selection.sections.is_empty() && props.selection.asked {
                <p class="empty">
                    { "No section fits this filter. Clear the filter to see all of them." }
                </p>
            }
            for document in 0..study.corpus.documents.len() as u32 {
                { document_view(props, document, term) }
            }
        </div>
    }
}

fn document_view(props: &Props, document: u32, term: Option<TermId>) -> Html {
    let study = &props.study;
    let pieces = lay_out(document, study, &props.selection, &props.unfolded);
    let Some(parsed) = study.corpus.documents.get(document as usize) else { return html! {} };
    if pieces.is_empty() {
        return html! {};
    }
    let id = format!("document-{document}");
    html! {
        <section class="document" key={document}>
            <header class="document__head">
                <p class="document__kind">
                    { kind_name(parsed.kind) }
                    <span class="document__file">{ &parsed.name }</span>
                </p>
                <h3 class="document__title" {id}>{ study.document_title(document) }</h3>
            </header>
            for piece in pieces {
                { piece_view(props, document, piece, term) }
            }
        </section>
    }
}

fn piece_view(props: &Props, document: u32, piece: Piece, term: Option<TermId>) -> Html {
    match piece {
        Piece::Section(section) => section_view(props, section, term),
        Piece::Fold(fold) => fold_view(props, fold, term),
        Piece::Loose(blocks) => html! {
            <div class="loose" key={format!("loose-{}-{}", blocks.start, props.furniture)}>
                <Furniture study={props.study.clone()} {document} {blocks} open={props.furniture} />
            </div>
        },
    }
}

fn fold_view(props: &Props, fold: Fold, term: Option<TermId>) -> Html {
    let hits = |term| fold.sections.clone().map(|section| props.study.hits(section, term)).sum();
    let hits = term.map_or(0, hits);
    let sections = if fold.open { fold.sections.clone() } else { 0..0 };
    html! {
        <FoldedRun
            key={format!("fold-{}", fold.sections.start)}
            fold={fold.clone()}
            {hits}
            dispatch={props.dispatch.clone()}
        >
            for section in sections {
                { section_view(props, section, term) }
            }
        </FoldedRun>
    }
}

fn section_view(props: &Props, section: u32, term: Option<TermId>) -> Html {
    html! {
        <SectionView
            key={format!("section-{section}")}
            study={props.study.clone()}
            {section}
            why={props.reasons.contains(&section)}
            term={term.filter(|term| props.study.hits(section, *term) > 0)}
            furniture={props.furniture}
            dispatch={props.dispatch.clone()}
        />
    }
}

/// How often a term stands where, in words.
fn places(study: &Study, selection: &Selection, term: TermId) -> String {
    let (mut times, mut sections, mut elsewhere) = (0, 0, 0);
    for section in 0..study.analysis.sections.len() as u32 {
        let hits = study.hits(section, term) as u64;
        if selection.has(section) {
            times += hits;
            sections += u64::from(hits > 0);
        } else {
            elsewhere += hits;
        }
    }
    let times = counted(times, "time", "times");
    let here = format!("stands {times} in {}", counted(sections, "section", "sections"));
    if elsewhere == 0 {
        return here;
    }
    format!("{here}, and {} in what is left out", counted(elsewhere, "time", "times"))
}

fn kind_name(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Article => "Article",
        DocumentKind::QuestionList => "Questions and answers",
        DocumentKind::QuestionAnswerPage => "Questions and answers, with sources",
        DocumentKind::ExpertColumn => "Experts’ column",
        DocumentKind::ForumThread => "Forum thread",
    }
}

#[derive(PartialEq, Properties)]
struct HighlightedProps {
    name: AttrValue,
    places: AttrValue,
    dispatch: Callback<Action>,
}

/// The line that says what is highlighted.
#[component]
fn Highlighted(props: &HighlightedProps) -> Html {
    let clear = use_callback(props.dispatch.clone(), |_: MouseEvent, dispatch| {
        dispatch.emit(Action::Highlight(None));
        place::focus("main");
    });
    html! {
        <p class="highlighted" role="status">
            <span><mark>{ &props.name }</mark>{ " " }{ &props.places }</span>
            <button type="button" class="button button--quiet" onclick={clear}>
                { "Stop highlighting" }
            </button>
        </p>
    }
}
