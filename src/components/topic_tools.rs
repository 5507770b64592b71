//! The two things said of a topic that take more than a click: its name, and which other topic it is one with.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::browser::place;
use crate::state::{Action, Names};
use crate::study::Study;
use crate::topic_page::partners;

/// Opens a field for the topic's name. `whose` tells these controls from the same ones elsewhere.
pub(super) fn rename(
    study: &Study,
    topic: u32,
    whose: &str,
    class: &'static str,
    dispatch: &Callback<Action>,
) -> Html {
    let id = format!("rename-{whose}");
    let name = study.topic_name(topic);
    let onsubmit = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = within::<HtmlInputElement>(&event, "input") else { return };
            shut(&event, &id);
            dispatch.emit(Action::Rename(topic, input.value()));
        }
    };
    // Whatever was typed and left, it opens with the name there is.
    let ontoggle = {
        let name = name.clone();
        move |event: Event| {
            let open =
                event.target_dyn_into::<Element>().is_some_and(|one| one.has_attribute("open"));
            if let Some(input) = within::<HtmlInputElement>(&event, "input").filter(|_| open) {
                input.set_value(&name);
                input.select();
            }
        }
    };
    html! {
        <details class="tool" onkeydown={escape(&id)} {ontoggle}>
            <summary class={classes!("tool__opener", class)} {id} aria-label={format!("Rename {name}")}>
                { "Rename…" }
            </summary>
            <form class="tool__form" {onsubmit}>
                <input
                    class="field__input"
                    type="text"
                    aria-label={format!("Name of the topic {name}")}
                    placeholder={study.topic_label(topic)}
                    maxlength={Names::LONGEST.to_string()}
                    autocomplete="off"
                    value={name.clone()}
                />
                <button class="button">{ "Save" }</button>
                if study.is_named(topic) {
                    <p class="tool__note">{ "Empty takes your name back." }</p>
                }
            </form>
        </details>
    }
}

/// Opens a choice of the topics it can be joined with; nothing where there is none.
pub(super) fn join(
    study: &Study,
    topic: u32,
    whose: &str,
    class: &'static str,
    dispatch: &Callback<Action>,
) -> Html {
    let others = partners(study, topic);
    if others.is_empty() {
        return html! {};
    }
    let id = format!("join-{whose}");
    let name = study.topic_name(topic);
    let onsubmit = {
        let (dispatch, id) = (dispatch.clone(), id.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let select = within::<HtmlSelectElement>(&event, "select");
            shut(&event, &id);
            if let Some(other) = select.and_then(|select| select.value().parse().ok()) {
                dispatch.emit(Action::Merge(topic, other));
            }
        }
    };
    html! {
        <details class="tool" onkeydown={escape(&id)}>
            <summary class={classes!("tool__opener", class)} {id} aria-label={format!("Join with another topic: {name}")}>
                { "Join with…" }
            </summary>
            <form class="tool__form" {onsubmit}>
                <select class="field__input" aria-label={format!("Topic to join with {name}")}>
                    for other in others {
                        <option key={other} value={other.to_string()}>
                            { study.topic_name(other) }
                        </option>
                    }
                </select>
                <button class="button">{ "Join" }</button>
            </form>
        </details>
    }
}

/// What is inside the element that an event is about.
fn within<T: JsCast>(event: &Event, selector: &str) -> Option<T> {
    let target = event.target_dyn_into::<Element>()?;
    target.query_selector(selector).ok()??.dyn_into().ok()
}

/// Closes the tool by the Escape key, and what it may stand in stays open.
fn escape(opener: &str) -> Callback<KeyboardEvent> {
    let opener = opener.to_owned();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            shut(&event, &opener);
        }
    })
}

/// Closes the tool that an event came from, and gives the focus to what opens it.
fn shut(event: &Event, opener: &str) {
    let target = event.target_dyn_into::<Element>();
    if let Some(tool) = target.and_then(|one| one.closest("details").ok()?) {
        let _ = tool.remove_attribute("open");
        place::focus(opener);
    }
}
