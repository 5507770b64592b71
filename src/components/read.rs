//! The documents, with their structure, with what does not belong folded in place.

use std::rc::Rc;

use engine::explore::Pattern;
use engine::parse::DocumentKind;
use yew::prelude::*;

use super::fold::folded_run;
use super::furniture::Furniture;
use super::growing::use_growing;
use super::inline::inline;
use super::section::SectionView;
use crate::browser::place;
use crate::format::{count, counted};
use crate::reading::{Fold, Piece, lay_out};
use crate::shared::Shared;
use crate::state::{Action, Asking, Numbers, Selection, Window};
use crate::study::Study;

/// Pieces drawn in one frame.
const PART: usize = 6;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    /// Rises whenever it is another text.
    pub(super) list: u32,
    pub(super) window: Window,
    /// Folded runs that are open, by their first section.
    pub(super) unfolded: Numbers,
    /// Sections whose reasons are open.
    pub(super) reasons: Numbers,
    /// Whether page furniture starts unfolded.
    pub(super) furniture: bool,
    /// The term looked up.
    pub(super) term: Option<AttrValue>,
    /// What is highlighted: that term and the words searched for.
    pub(super) pattern: Pattern,
    /// The section that was gone to.
    pub(super) at: Option<u32>,
    /// What a person was asked about what they are saying of a section.
    pub(super) asking: Option<Rc<Asking>>,
    pub(super) dispatch: Callback<Action>,
}

/// A document's number, and a piece of it.
type Placed = (u32, Piece);

/// The reading pane.
#[component]
pub(super) fn Read(props: &Props) -> Html {
    let Props { study, selection, window, .. } = props;
    let what = (study.clone(), selection.clone(), props.unfolded.clone());
    let pieces = use_memo(what, |(study, selection, unfolded)| {
        let mut pieces: Vec<Placed> = Vec::new();
        for document in 0..study.corpus.documents.len() as u32 {
            let laid_out = lay_out(document, study, selection, unfolded);
            pieces.extend(laid_out.into_iter().map(|piece| (document, piece)));
        }
        pieces
    });
    let place = window.near.map_or(0, |section| place_of(section, study, &pieces));
    let shown = window.of(place, pieces.len());
    let least = least(props, &pieces[shown.clone()]);
    let drawn = use_growing(props.list, PART, PART, least, shown.len());
    let busy = drawn < shown.len();
    let (before, after) = (shown.start, pieces.len() - shown.end);
    let told = use_memo(
        (study.clone(), selection.clone(), props.term.clone()),
        |(study, selection, term)| term.as_ref().map(|term| places(study, selection, term)),
    );
    html! {
        <div
            class="read growing"
            role="tabpanel"
            id="pane-read"
            aria-labelledby="tab-read"
            aria-busy={busy.then_some("true")}
        >
            <h2 class="visually-hidden">{ "Read" }</h2>
            if let Some((term, told)) = props.term.as_ref().zip(Option::as_ref(&told)) {
                { highlighted(term, told, &props.dispatch) }
            }
            if selection.sections.is_empty() && selection.asked {
                <p class="empty">
                    { "No section fits this filter. Clear the filter to see all of them." }
                </p>
            }
            if before > 0 {
                { more(before, true, props) }
            }
            for pieces in pieces[shown][..drawn].chunk_by(|(one, _), (other, _)| one == other) {
                { document_view(props, pieces[0].0, pieces) }
            }
            if after > 0 {
                { more(after, false, props) }
            }
        </div>
    }
}

/// Pieces that have to be drawn at once: up to the place that is gone to, or to the first that holds what was looked up.
fn least(props: &Props, pieces: &[Placed]) -> usize {
    let study = &props.study;
    let goal = match (props.at.or(props.window.near), &props.term) {
        (Some(section), _) => Some(place_of(section, study, pieces)),
        (None, Some(_)) => {
            let has = |section| study.times(section, &props.pattern) > 0;
            pieces.iter().position(|(_, piece)| match piece {
                Piece::Section(section) => has(*section),
                Piece::Fold(fold) => fold.sections.clone().any(has),
                Piece::Loose(_) => false,
            })
        }
        (None, None) => None,
    };
    goal.map_or(0, |place| place + PART)
}

/// The piece that holds a section, or the first after it.
fn place_of(section: u32, study: &Study, pieces: &[Placed]) -> usize {
    let document = study.judged(section).map_or(0, |(judged, _)| judged.document);
    let is_before = |(one, piece): &Placed| match piece {
        Piece::Section(other) => *other < section,
        Piece::Fold(fold) => fold.sections.end <= section,
        Piece::Loose(_) => *one < document,
    };
    pieces.iter().position(|piece| !is_before(piece)).unwrap_or(pieces.len())
}

/// A button for more of the text.
fn more(left: usize, earlier: bool, props: &Props) -> Html {
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

fn document_view(props: &Props, document: u32, pieces: &[Placed]) -> Html {
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
fn title(props: &Props, document: u32) -> Html {
    let study = &props.study;
    let own = study.own_title(document).zip(study.corpus.documents.get(document as usize));
    match own {
        Some((span, parsed)) => {
            let marks = study.marks(study.sections_of(document).start, &props.pattern);
            inline(span, &parsed.text, &marks)
        }
        None => html! { { study.document_title(document) } },
    }
}

fn piece_view(props: &Props, document: u32, piece: Piece) -> Html {
    match piece {
        Piece::Section(section) => section_view(props, section),
        Piece::Fold(fold) => fold_view(props, *fold),
        Piece::Loose(blocks) => html! {
            <div class="loose" key={format!("loose-{}-{}", blocks.start, props.furniture)}>
                <Furniture study={props.study.clone()} {document} {blocks} open={props.furniture} />
            </div>
        },
    }
}

fn fold_view(props: &Props, fold: Fold) -> Html {
    let hits = |section| props.study.times(section, &props.pattern) as usize;
    let hits = fold.sections.clone().map(hits).sum();
    let sections = if fold.open { fold.sections.clone() } else { 0..0 };
    let inside = sections.map(|section| section_view(props, section)).collect();
    folded_run(&fold, hits, &props.dispatch, inside)
}

fn section_view(props: &Props, section: u32) -> Html {
    // By its place in the text: its number changes with every verdict.
    let place = props.study.judged(section);
    let key = place.map(|(judged, _)| format!("{}-{}", judged.document, judged.first_block));
    html! {
        <SectionView
            key={key.unwrap_or_default()}
            study={props.study.clone()}
            {section}
            why={props.reasons.contains(section)}
            marks={Rc::<[_]>::from(props.study.marks(section, &props.pattern))}
            furniture={props.furniture}
            asked={props.asking.clone().filter(|asking| asking.section == section)}
            dispatch={props.dispatch.clone()}
        />
    }
}

/// How often a term stands where, in words.
fn places(study: &Study, selection: &Selection, term: &str) -> String {
    let pattern = study.pattern(term);
    let (mut times, mut sections, mut elsewhere) = (0, 0, 0);
    for section in 0..study.analysis.sections.len() as u32 {
        let hits = study.times(section, &pattern);
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
fn highlighted(term: &str, places: &str, dispatch: &Callback<Action>) -> Html {
    let clear = dispatch.reform(|_: MouseEvent| {
        place::focus("main");
        Action::Highlight(None)
    });
    html! {
        <p class="highlighted" role="status">
            <span>
                <mark>{ term }</mark>
                { " " }
                { places }
            </span>
            <button type="button" class="button button--quiet" onclick={clear}>
                { "Stop highlighting" }
            </button>
        </p>
    }
}
