//! The search box: one line in the search language, with ways to go on and what it found.

use yew::prelude::*;

use super::part;
use crate::browser::{place, timing};
use crate::search::{self, Found, note, said, taken};
use crate::shared::Shared;
use crate::state::{Action, Pane};
use crate::study::Study;

/// The box, to give the focus by.
pub(super) const ID: &str = "search";

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    /// What is searched for.
    pub(super) text: AttrValue,
    /// What that found; `None` where nothing is searched for.
    pub(super) found: Option<Found>,
    /// Whether what was found is there to read.
    pub(super) reading: bool,
    pub(super) dispatch: Callback<Action>,
}

/// What the box knows that no link carries.
#[derive(Clone, Copy, Default, PartialEq)]
struct Typing {
    /// Whether somebody is at it: half a search is no mistake.
    typing: bool,
    /// Whether the suggestions are open.
    open: bool,
    /// The suggestion the arrow keys are at.
    at: Option<usize>,
}

/// Does once what the first letter would otherwise wait for: a browser compiles what is called for the first time.
fn make_ready(study: Shared<Study>) {
    const LETTER: &str = "a";
    timing::after_paint(move || {
        if let Some(part) = part::part() {
            (part.suggestions)(&study, LETTER);
        }
        timing::next_frame(move || study.try_search(LETTER));
    });
}

/// The search box.
#[component]
pub(super) fn Search(props: &Props) -> Html {
    let state = use_state_eq(Typing::default);
    let (study, text, dispatch) = (&props.study, &props.text, &props.dispatch);
    part::use_stage();
    let offered = match part::part() {
        Some(part) if state.open => (part.suggestions)(study, text),
        _ => Vec::new(),
    };
    let open = !offered.is_empty();
    let at = state.at.filter(|at| *at < offered.len());
    let texts: Vec<String> = offered.iter().map(|one| taken(text, one)).collect();
    let oninput = {
        let (first, state, dispatch) = (!state.typing, state.setter(), dispatch.clone());
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                state.set(Typing { typing: true, open: true, at: None });
                // Back returns to what was before the search, not to half of it.
                let text = input.value();
                dispatch.emit(if first { Action::Searched(text) } else { Action::Search(text) });
            }
        }
    };
    let onkeydown = {
        let (now, state, dispatch) = (*state, state.setter(), dispatch.clone());
        let texts = texts.clone();
        move |event: KeyboardEvent| {
            // What stands in the box, not what stood there at the last paint: a quick hand is ahead of it.
            let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
            let text = input.map(|input| input.value()).unwrap_or_default();
            let ways = texts.len();
            let moved = |at: Option<usize>| Typing { at, open: true, ..now };
            let next = match event.key().as_str() {
                "ArrowDown" if open => {
                    moved(at.map_or(Some(0), |at| Some(at + 1).filter(|at| *at < ways)))
                }
                "ArrowUp" if open => moved(at.map_or(ways.checked_sub(1), |at| at.checked_sub(1))),
                "ArrowDown" | "ArrowUp" => moved(None),
                "Enter" => {
                    let way = at.and_then(|at| texts.get(at));
                    dispatch
                        .emit(Action::Search(way.map_or(text.trim(), String::as_str).to_owned()));
                    Typing { typing: way.is_some(), ..Typing::default() }
                }
                "Escape" if open => Typing { open: false, at: None, ..now },
                "Escape" if !text.is_empty() => {
                    dispatch.emit(Action::Search(String::new()));
                    Typing::default()
                }
                "Escape" => {
                    place::focus("main");
                    Typing::default()
                }
                _ => return,
            };
            event.prevent_default();
            state.set(next);
        }
    };
    let ready = use_mut_ref(|| false);
    let onfocus = {
        let study = study.clone();
        move |_: FocusEvent| {
            if part::part().is_some() && !ready.replace(true) {
                make_ready(study.clone());
            }
        }
    };
    let onblur = {
        let state = state.setter();
        move |_: FocusEvent| state.set(Typing::default())
    };
    let options = offered.iter().zip(texts).enumerate().map(|(index, (one, way))| {
        let (state, dispatch) = (state.setter(), dispatch.clone());
        let onclick = move |_: MouseEvent| {
            dispatch.emit(Action::Search(way.clone()));
            state.set(Typing { typing: true, ..Typing::default() });
        };
        html! {
            <li
                key={index}
                class="search__option"
                role="option"
                id={option_id(index)}
                aria-selected={(at == Some(index)).to_string()}
                {onclick}
            >
                <span class="search__label">{ &one.label }</span>
                <span class="search__note">{ note(one) }</span>
            </li>
        }
    });
    html! {
        <div class="search" role="search">
            <label class="search__name" for={ID}>{ "Search" }</label>
            <div class="search__box">
                <input
                    class="search__input"
                    id={ID}
                    type="search"
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    placeholder="words, “a phrase”, -not, topic:, doc:, is:off"
                    aria-autocomplete="list"
                    aria-expanded={open.to_string()}
                    aria-controls="search-options"
                    aria-activedescendant={at.map(option_id)}
                    aria-describedby="search-said"
                    aria-keyshortcuts="/ Control+K Meta+K"
                    value={text.clone()}
                    {oninput}
                    {onkeydown}
                    {onfocus}
                    {onblur}
                    onfocus={|_: FocusEvent| part::ask()}
                />
                // A press on it must not take the focus from the box.
                <ul
                    class="search__options"
                    role="listbox"
                    id="search-options"
                    aria-label="Ways to go on"
                    hidden={!open}
                    onmousedown={|event: MouseEvent| event.prevent_default()}
                >
                    { for options }
                </ul>
            </div>
            { under(props, state.typing) }
        </div>
    }
}

fn option_id(index: usize) -> String {
    format!("search-option-{index}")
}

/// The line under the box: what was found, what could not be heeded; before anything is searched for, the key that leads here.
fn under(props: &Props, typing: bool) -> Html {
    let problems = search::problems(&props.study, &props.text, typing);
    let off = props.found.map_or(0, |found| found.off_topic);
    let show = {
        let text = search::off_topic(&props.text);
        props.dispatch.reform(move |_: MouseEvent| {
            // The button goes away, and would take the focus along.
            place::focus(ID);
            Action::Searched(text.clone())
        })
    };
    html! {
        <p class="search__under">
            <span id="search-said" role="status">
                if let Some(found) = &props.found {
                    { said(found) }
                }
                for problem in &problems {
                    <span class="search__problem" key={problem.clone()}>{ " " }{ problem }</span>
                }
            </span>
            if !props.reading && props.found.is_some_and(|found| found.sections > 0) {
                { " " }
                <button type="button" class="link" onclick={props.dispatch.reform(|_: MouseEvent| {
                    // The button goes away, and would take the focus along.
                    place::focus("tab-read");
                    Action::Open(Pane::Read)
                })}>
                    { "Read them" }
                </button>
            }
            if off > 0 {
                { " " }
                <button type="button" class="link" onclick={show}>
                    { if off == 1 { "Show it" } else { "Show them" } }
                </button>
            }
            if props.found.is_none() && problems.is_empty() {
                <span class="search__hint" aria-hidden="true">
                    { "Press " }<kbd>{ "/" }</kbd>{ " to search, " }<kbd>{ "?" }</kbd>{ " for help" }
                </span>
            }
        </p>
    }
}
