//! One text looked up: what stands above its lines, its collocates and its plot, and the ways to them.

use yew::prelude::*;

use super::collocates::collocates;
use super::context_lines::context_lines;
use super::growing::use_number_of;
use super::lookup_controls::choice;
use super::plot::plot;
use crate::browser::place;
use crate::contexts::{self, Found, Wanted};
use crate::shared::Shared;
use crate::state::{Action, Pane, Selection};
use crate::study::Study;

/// Rows shown at first, and added by each press of `Show more`.
const STEP: usize = 100;

/// Terms offered where nothing is looked up yet.
const OFFERED: usize = 5;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    pub(super) wanted: Wanted,
    pub(super) dispatch: Callback<Action>,
}

/// What the pane remembers beside what a link carries.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Held {
    /// The text that the first two are about.
    pub(super) of: String,
    /// Rows shown beyond the first [`STEP`].
    pub(super) more: usize,
    /// Lines that are opened, by where their nodes stand.
    pub(super) open: Vec<(u32, u32)>,
    /// Whether the plot is shown as a table.
    pub(super) as_table: bool,
}

/// What the views draw from.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    pub(super) wanted: Wanted,
    pub(super) found: Shared<Found>,
    pub(super) held: Held,
    pub(super) hold: Callback<Held>,
    /// How many rows are drawn.
    pub(super) rows: usize,
    /// That of the list they are of.
    pub(super) list: u32,
    /// Is another whenever rows are to be drawn anew.
    pub(super) number: u32,
    pub(super) dispatch: Callback<Action>,
}

impl Desk {
    /// The button that shows more rows, where there are more.
    pub(super) fn show_more(&self, total: usize) -> Html {
        let shown = STEP + self.held.more;
        if total <= shown {
            return html! {};
        }
        let (hold, next) =
            (self.hold.clone(), Held { more: self.held.more + STEP, ..self.held.clone() });
        let onclick = move |_: MouseEvent| {
            hold.emit(next.clone());
            if shown + STEP >= total {
                // The button goes away, and would take the focus along.
                place::focus("main");
            }
        };
        html! {
            <button type="button" class="button lookup__more" {onclick}>
                { format!("Show {} more", STEP.min(total - shown)) }
            </button>
        }
    }
}

/// The pane.
#[component]
pub(super) fn Lookup(props: &Props) -> Html {
    let Props { study, selection, wanted, dispatch } = props;
    let held = use_state_eq(Held::default);
    let found = contexts::looked_up(study, selection, wanted);
    let kept = if held.of == wanted.text {
        (*held).clone()
    } else {
        Held { of: wanted.text.clone(), as_table: held.as_table, ..Held::default() }
    };
    let setter = held.setter();
    let hold = Callback::from(move |next: Held| setter.set(next));
    let rows = rows(&found, wanted.pane).min(STEP + kept.more);
    let list = use_number_of(&found);
    let number = use_number_of(&(found.clone(), kept.clone()));
    let desk = Desk {
        study: study.clone(),
        selection: selection.clone(),
        wanted: wanted.clone(),
        found,
        held: kept,
        hold,
        rows,
        list,
        number,
        dispatch: dispatch.clone(),
    };
    let view = match wanted.pane {
        _ if wanted.text.is_empty() => nothing_yet(&desk),
        Pane::Collocates => collocates(&desk),
        Pane::Plot => plot(&desk),
        _ => context_lines(&desk),
    };
    html! {
        <div class="lookup" role="tabpanel" id="pane-contexts" aria-labelledby="tab-contexts">
            <h2 class="visually-hidden">{ "Contexts" }</h2>
            <div class="lookup__head">
                { field(&desk) }
                { choice("Views of the term", &[
                    ("Lines", wanted.pane == Pane::Contexts, Action::Open(Pane::Contexts)),
                    ("Collocates", wanted.pane == Pane::Collocates, Action::Open(Pane::Collocates)),
                    ("Plot", wanted.pane == Pane::Plot, Action::Open(Pane::Plot)),
                ], dispatch) }
            </div>
            <p class="lookup__sentence" role="status">
                if !wanted.text.is_empty() && !desk.found.places.pattern.is_empty() {
                    { contexts::sentence(&wanted.text, &desk.found.places.tally, study) }
                }
            </p>
            for problem in &desk.found.places.problems {
                <p class="lookup__problem" key={problem.clone()}>{ problem }</p>
            }
            { view }
        </div>
    }
}

/// How many rows there are to show.
fn rows(found: &Found, pane: Pane) -> usize {
    match pane {
        Pane::Collocates => found.collocates.rows.len(),
        Pane::Plot => found.places.documents.len(),
        _ => found.lines.lines.len(),
    }
}

/// Where the text is typed. It is looked up when the person is done typing: by Enter, or by leaving the field.
fn field(desk: &Desk) -> Html {
    let pane = desk.wanted.pane;
    let dispatch = desk.dispatch.clone();
    let onchange = move |event: Event| {
        if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
            let text = input.value().trim().to_owned();
            dispatch.emit(if text.is_empty() {
                Action::Highlight(None)
            } else {
                Action::LookUp(text, pane)
            });
        }
    };
    html! {
        <label class="field lookup__field">
            <span class="field__name">{ "Term or phrase" }</span>
            <input
                class="field__input"
                type="search"
                id="lookup-term"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                aria-describedby="lookup-hint"
                value={desk.wanted.text.clone()}
                {onchange}
            />
            <span class="lookup__hint" id="lookup-hint">
                { "cry · =cry · \"in therapy\" · thera*" }
            </span>
        </label>
    }
}

/// What there is to do before anything is looked up.
fn nothing_yet(desk: &Desk) -> Html {
    let pane = desk.wanted.pane;
    let terms = contexts::commonest(&desk.study, &desk.selection, &desk.wanted.stops, OFFERED);
    let what = match pane {
        Pane::Collocates => "which words stand near it more than chance would have it",
        Pane::Plot => "where in each document it stands",
        _ => "every line it stands in, with the words around it",
    };
    let offer = |term: String| {
        let dispatch = desk.dispatch.clone();
        let text = term.clone();
        let onclick = move |_: MouseEvent| {
            // The button goes away with the offer, and would take the focus along.
            place::focus("tab-contexts");
            dispatch.emit(Action::LookUp(text.clone(), pane));
        };
        html! { <button type="button" class="button" key={term.clone()} {onclick}>{ term }</button> }
    };
    html! {
        <div class="lookup__empty">
            <p>
                { format!(
                    "Look a term up to see {what}. A phrase goes in quotation marks; a star stands \
                     for the rest of a word."
                ) }
            </p>
            if !terms.is_empty() {
                <p class="lookup__offer" id="lookup-offer">{ "The commonest terms here:" }</p>
                <div class="lookup__offers" role="group" aria-labelledby="lookup-offer">
                    for term in terms {
                        { offer(term) }
                    }
                </div>
            }
        </div>
    }
}

/// A small button from a term anywhere to its lines. `text` is spelled as in a search: a phrase in quotation marks.
pub(super) fn contexts_button(text: &str, dispatch: &Callback<Action>) -> Html {
    let label = format!("Contexts of “{}”", text.trim_matches('"'));
    let (text, dispatch) = (text.to_owned(), dispatch.clone());
    let onclick = move |_: MouseEvent| {
        // The lines take the place of what holds this button, which would take the focus along.
        place::focus("tab-contexts");
        dispatch.emit(Action::LookUp(text.clone(), Pane::Contexts));
    };
    html! {
        <button type="button" class="to-contexts" title={label.clone()} aria-label={label} {onclick}>
            <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M1 4h4M11 4h4M2 8h3M11 8h3M1 12h4M11 12h3" class="icon__line" />
                <path d="M6.5 2.5h3v11h-3z" class="icon__fill" />
            </svg>
        </button>
    }
}
