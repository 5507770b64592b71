//! The documents, with their structure, with what does not belong folded in place.

use engine::count::TermId;
use engine::parse::DocumentKind;
use yew::prelude::*;

use super::fold::folded_run;
use super::furniture::Furniture;
use super::section::SectionView;
use crate::browser::place;
use crate::format::counted;
use crate::reading::{Fold, Piece, lay_out};
use crate::shared::Shared;
use crate::state::{Action, Selection, Session};
use crate::study::Study;

/// What it shows.
pub(super) struct Props<'a> {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    pub(super) session: &'a Session,
    pub(super) term: Option<TermId>,
    pub(super) dispatch: Callback<Action>,
}

/// The reading pane.
pub(super) fn read(props: &Props<'_>) -> Html {
    let study = &props.study;
    let term = props.term;
    html! {
            <div class="read" role="tabpanel" id="pane-read" aria-labelledby="tab-read">
                <h2 class="visually-hidden">{ "Read" }</h2>
                if let Some(term) = term {
    { highlighted(study, &props.selection, term, &props.dispatch) }
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

fn document_view(props: &Props<'_>, document: u32, term: Option<TermId>) -> Html {
    let study = &props.study;
    let pieces = lay_out(document, study, &props.selection, &props.session.unfolded);
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

fn piece_view(props: &Props<'_>, document: u32, piece: Piece, term: Option<TermId>) -> Html {
    match piece {
        Piece::Section(section) => section_view(props, section, term),
        Piece::Fold(fold) => fold_view(props, fold, term),
        Piece::Loose(blocks) => html! {
            <div class="loose" key={format!("loose-{}-{}", blocks.start, props.session.view.furniture)}>
                <Furniture study={props.study.clone()} {document} {blocks} open={props.session.view.furniture} />
            </div>
        },
    }
}

fn fold_view(props: &Props<'_>, fold: Fold, term: Option<TermId>) -> Html {
    let hits = |term| fold.sections.clone().map(|section| props.study.hits(section, term)).sum();
    let hits = term.map_or(0, hits);
    let sections = if fold.open { fold.sections.clone() } else { 0..0 };
    let inside = sections.map(|section| section_view(props, section, term)).collect();
    folded_run(&fold, hits, &props.dispatch, inside)
}

fn section_view(props: &Props<'_>, section: u32, term: Option<TermId>) -> Html {
    // By its place in the text: its number changes with every verdict.
    let place = props.study.judged(section);
    let key = place.map(|(judged, _)| format!("{}-{}", judged.document, judged.first_block));
    html! {
        <SectionView
            key={key.unwrap_or_default()}
            study={props.study.clone()}
            {section}
            why={props.session.view.reasons.contains(section)}
            term={term.filter(|term| props.study.hits(section, *term) > 0)}
            furniture={props.session.view.furniture}
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
    if times == 0 && elsewhere > 0 {
        return format!("stands only in what is left out, {}", counted(elsewhere, "time", "times"));
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

/// The line that says what is highlighted.
fn highlighted(
    study: &Study,
    selection: &Selection,
    term: TermId,
    dispatch: &Callback<Action>,
) -> Html {
    let clear = dispatch.reform(|_: MouseEvent| {
        place::focus("main");
        Action::Highlight(None)
    });
    html! {
        <p class="highlighted" role="status">
            <span>
                <mark>{ study.term_name(term) }</mark>
                { " " }
                { places(study, selection, term) }
            </span>
            <button type="button" class="button button--quiet" onclick={clear}>
                { "Stop highlighting" }
            </button>
        </p>
    }
}
