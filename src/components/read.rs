//! The documents, with their structure, with what does not belong folded in place.

use std::rc::Rc;

use engine::explore::Pattern;
use engine::parse::DocumentKind;
use yew::prelude::*;

use super::fold::folded_run;
use super::furniture::Furniture;
use super::inline::inline;
use super::section::SectionView;
use crate::browser::place;
use crate::format::{count, counted};
use crate::reading::{Fold, Piece, lay_out};
use crate::shared::Shared;
use crate::state::{Action, Selection, Session, Window};
use crate::study::Study;

/// What it shows.
pub(super) struct Props<'a> {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    pub(super) session: &'a Session,
    /// What is highlighted: the term looked up and the words searched for.
    pub(super) pattern: &'a Pattern,
    pub(super) dispatch: Callback<Action>,
}

/// The reading pane.
pub(super) fn read(props: &Props<'_>) -> Html {
    let study = &props.study;
    html! {
        <div class="read" role="tabpanel" id="pane-read" aria-labelledby="tab-read">
            <h2 class="visually-hidden">{ "Read" }</h2>
            if let Some(term) = &props.session.view.term {
                { highlighted(study, &props.selection, term, &props.dispatch) }
            }
            if props.selection.sections.is_empty() && props.selection.asked {
                <p class="empty">
                    { "No section fits this filter. Clear the filter to see all of them." }
                </p>
            }
            { text(props) }
        </div>
    }
}

/// The part of the text that is on the page, and the ways to the rest.
fn text(props: &Props<'_>) -> Html {
    let (study, session) = (&props.study, props.session);
    let mut pieces: Vec<(u32, Piece)> = Vec::new();
    for document in 0..study.corpus.documents.len() as u32 {
        let laid_out = lay_out(document, study, &props.selection, &session.unfolded);
        pieces.extend(laid_out.into_iter().map(|piece| (document, piece)));
    }
    let place = session.window.near.map_or(0, |section| place_of(section, study, &pieces));
    let shown = session.window.of(place, pieces.len());
    let (before, after) = (shown.start, pieces.len() - shown.end);
    let shown = &pieces[shown];
    html! {
        <>
            if before > 0 {
                { more(before, true, props) }
            }
            for pieces in shown.chunk_by(|(one, _), (other, _)| one == other) {
                { document_view(props, pieces[0].0, pieces) }
            }
            if after > 0 {
                { more(after, false, props) }
            }
        </>
    }
}

/// The piece that holds a section, or the first after it.
fn place_of(section: u32, study: &Study, pieces: &[(u32, Piece)]) -> usize {
    let document = study.judged(section).map_or(0, |(judged, _)| judged.document);
    let is_before = |(one, piece): &(u32, Piece)| match piece {
        Piece::Section(other) => *other < section,
        Piece::Fold(fold) => fold.sections.end <= section,
        Piece::Loose(_) => *one < document,
    };
    pieces.iter().position(|piece| !is_before(piece)).unwrap_or(pieces.len())
}

/// A button for more of the text.
fn more(left: usize, earlier: bool, props: &Props<'_>) -> Html {
    let step = counted(left.min(Window::STEP) as u64, "section", "sections");
    let name = if earlier { "Show the earlier" } else { "Show the next" };
    html! {
        <p class="read__more">
            <button
                type="button"
                class="button"
                onclick={props.dispatch.reform(move |_: MouseEvent| Action::ShowMore { earlier })}
            >
                { format!("{name} {step} of {}", count(left as u64)) }
            </button>
        </p>
    }
}

fn document_view(props: &Props<'_>, document: u32, pieces: &[(u32, Piece)]) -> Html {
    let study = &props.study;
    let Some(parsed) = study.corpus.documents.get(document as usize) else { return html! {} };
    let id = format!("document-{document}");
    html! {
        <section class="document" key={document}>
            <header class="document__head">
                <p class="document__kind">
                    { kind_name(parsed.kind) }
                    <span class="document__file">{ &parsed.name }</span>
                </p>
                <h3 class="document__title" {id}>{ title(props, document) }</h3>
            </header>
            for (_, piece) in pieces {
                { piece_view(props, document, piece.clone()) }
            }
        </section>
    }
}

/// What a document is called. Where that is its own text, it is highlighted like the rest.
fn title(props: &Props<'_>, document: u32) -> Html {
    let study = &props.study;
    let own = study.own_title(document).zip(study.corpus.documents.get(document as usize));
    match own {
        Some((span, parsed)) => {
            let marks = study.marks(study.sections_of(document).start, props.pattern);
            inline(span, &parsed.text, &marks)
        }
        None => html! { { study.document_title(document) } },
    }
}

fn piece_view(props: &Props<'_>, document: u32, piece: Piece) -> Html {
    match piece {
        Piece::Section(section) => section_view(props, section),
        Piece::Fold(fold) => fold_view(props, fold),
        Piece::Loose(blocks) => html! {
            <div class="loose" key={format!("loose-{}-{}", blocks.start, props.session.view.furniture)}>
                <Furniture study={props.study.clone()} {document} {blocks} open={props.session.view.furniture} />
            </div>
        },
    }
}

fn fold_view(props: &Props<'_>, fold: Fold) -> Html {
    let hits = |section| props.study.marks(section, props.pattern).len();
    let hits = fold.sections.clone().map(hits).sum();
    let sections = if fold.open { fold.sections.clone() } else { 0..0 };
    let inside = sections.map(|section| section_view(props, section)).collect();
    folded_run(&fold, hits, &props.dispatch, inside)
}

fn section_view(props: &Props<'_>, section: u32) -> Html {
    // By its place in the text: its number changes with every verdict.
    let place = props.study.judged(section);
    let key = place.map(|(judged, _)| format!("{}-{}", judged.document, judged.first_block));
    html! {
        <SectionView
            key={key.unwrap_or_default()}
            study={props.study.clone()}
            {section}
            why={props.session.view.reasons.contains(section)}
            marks={Rc::<[_]>::from(props.study.marks(section, props.pattern))}
            furniture={props.session.view.furniture}
            dispatch={props.dispatch.clone()}
        />
    }
}

/// How often a term stands where, in words.
fn places(study: &Study, selection: &Selection, term: &str) -> String {
    let pattern = study.pattern(term);
    let (mut times, mut sections, mut elsewhere) = (0, 0, 0);
    for section in 0..study.analysis.sections.len() as u32 {
        let hits = study.marks(section, &pattern).len() as u64;
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
    term: &str,
    dispatch: &Callback<Action>,
) -> Html {
    let clear = dispatch.reform(|_: MouseEvent| {
        place::focus("main");
        Action::Highlight(None)
    });
    html! {
        <p class="highlighted" role="status">
            <span>
                <mark>{ term }</mark>
                { " " }
                { places(study, selection, term) }
            </span>
            <button type="button" class="button button--quiet" onclick={clear}>
                { "Stop highlighting" }
            </button>
        </p>
    }
}
