//! Scrolling and focus.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Node, ScrollBehavior,
    ScrollIntoViewOptions, SvgElement,
};

pub use web_sys::ScrollLogicalPosition;

/// Scrolls an element to the top of the window and gives it the focus.
pub fn go_to(id: &str) {
    let Some(element) = super::document().and_then(|document| document.get_element_by_id(id))
    else {
        return;
    };
    give_focus(&element);
    scroll_to(&element, ScrollLogicalPosition::Start);
}

fn scroll_to(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    options.set_behavior(if prefers_stillness() {
        ScrollBehavior::Instant
    } else {
        ScrollBehavior::Smooth
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives an element the focus; the browser scrolls to it as little as it must.
pub fn focus(id: &str) {
    if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
        give_focus(&element);
    }
}

/// Gives a field the focus, with what stands in it selected.
pub fn focus_all(id: &str) {
    let element = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = element.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        give_focus(&field);
        field.select();
    }
}

/// Whether an element has the focus.
pub fn is_focused() -> bool {
    focused().is_some()
}

/// Whether what has the focus stands in an element that fits a selector.
pub fn is_within(selector: &str) -> bool {
    focused().is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Gives an element the focus if nothing has it.
pub fn focus_if_lost(id: &str) {
    if focused().is_none() {
        focus(id);
    }
}

/// Goes to the next element of a view that fits a selector, or to the one before: seen from the focus where that is in the
/// view, otherwise from the top of the window. After the last comes the first.
pub fn walk(view: &str, selector: &str, next: bool, place: ScrollLogicalPosition) {
    // What stays at the top of the window covers so much of it.
    const BAR: f64 = 96.0;
    let Some(document) = super::document() else { return };
    let Ok(found) = document.query_selector_all(&format!("{view} {selector}")) else { return };
    let found =
        (0..found.length()).filter_map(|index| found.item(index)?.dyn_into::<Element>().ok());
    let found: Vec<Element> = found.collect();
    let here = focused().filter(|one| one.closest(view).is_ok_and(|it| it.is_some()));
    let lies_before = |element: &&Element| match &here {
        Some(here) => {
            let position = here.compare_document_position(element);
            let around = position & Node::DOCUMENT_POSITION_CONTAINS != 0;
            position & Node::DOCUMENT_POSITION_PRECEDING != 0 && !around
        }
        None => element.get_bounding_client_rect().top() < BAR - 1.0,
    };
    let lies_after = |element: &&Element| match &here {
        Some(here) => {
            here.compare_document_position(element) & Node::DOCUMENT_POSITION_FOLLOWING != 0
        }
        None => element.get_bounding_client_rect().top() >= BAR - 1.0,
    };
    let there = if next {
        found.iter().find(lies_after).or(found.first())
    } else {
        found.iter().rfind(lies_before).or(found.last())
    };
    if let Some(element) = there {
        if !element.has_attribute("tabindex") {
            let _ = element.set_attribute("tabindex", "-1");
        }
        give_focus(element);
        scroll_to(element, place);
    }
}

/// Goes along elements that fit a selector by a key, from the one with the focus: with the arrows up and down to the next,
/// with Home and End to the first and the last. Whether that was such a key.
pub fn step(selector: &str, key: &str) -> bool {
    let Some(document) = super::document() else { return false };
    let Ok(all) = document.query_selector_all(selector) else { return false };
    let Some(last) = all.length().checked_sub(1) else { return false };
    let here = focused();
    let here = (0..=last).find(|index| all.item(*index) == here.clone().map(Node::from));
    let there = match (key, here) {
        ("Home", _) => 0,
        ("End", _) => last,
        ("ArrowDown", Some(here)) => last.min(here + 1),
        ("ArrowUp", Some(here)) => here.saturating_sub(1),
        _ => return false,
    };
    if let Some(element) = all.item(there).and_then(|node| node.dyn_into::<Element>().ok()) {
        give_focus(&element);
    }
    true
}

/// Brings the first element that fits a selector to the middle of the window.
pub fn go_to_first(selector: &str) {
    let found = super::document().and_then(|document| document.query_selector(selector).ok()?);
    if let Some(element) = found {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls to an element that has gone out of the window at the top, or still lies below it: what comes after it has been
/// replaced, and whoever asked for that should see it.
///
/// Where what has come is shorter, the browser has gone up by itself, and would go down again as that grows, to where it was. Any
/// scrolling of ours makes it forget that.
pub fn bring_in(id: &str) {
    let element = super::document().and_then(|document| document.get_element_by_id(id));
    let Some((window, element)) = super::window().zip(element) else { return };
    let top = element.get_bounding_client_rect().top();
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    if top < 0.0 || top > height * 0.9 {
        window.scroll_by_with_x_and_y(0.0, top);
    } else if window.scroll_y().is_ok_and(|down| down >= 1.0) {
        window.scroll_by_with_x_and_y(0.0, -1.0);
        window.scroll_by_with_x_and_y(0.0, 1.0);
    }
}

thread_local! {
    /// How far down the window the control stood that was last used.
    static STOOD: Cell<Option<f64>> = const { Cell::new(None) };
}

/// The element with the focus; none where the page as a whole has it.
fn focused() -> Option<Element> {
    super::document()?.active_element().filter(|element| element.tag_name() != "BODY")
}

/// Remembers where the control stands that is being used.
pub fn remember() {
    STOOD.set(focused().map(|element| element.get_bounding_client_rect().top()));
}

/// Keeps the focus and the text in place after a change that may have put a control elsewhere: if the change took the
/// focus away, the control gets it back, or what the page says about the change where there is no such control any more;
/// and the page scrolls so that the control stands where it stood.
pub fn stay(id: &str) {
    if focused().is_none() {
        focus(id);
    }
    if focused().is_none() {
        focus("notice-offer");
    }
    let Some(control) = focused().filter(|element| element.id() == id) else { return };
    // The panel of topics stays where it is by itself.
    if control.closest(".topics").is_ok_and(|panel| panel.is_some()) {
        return;
    }
    if let Some((window, stood)) = super::window().zip(STOOD.take()) {
        let top = control.get_bounding_client_rect().top();
        window.scroll_by_with_x_and_y(0.0, top - stood);
    }
}

fn give_focus(element: &Element) {
    // Refused only by elements that have gone meanwhile.
    let _ = match (element.dyn_ref::<HtmlElement>(), element.dyn_ref::<SvgElement>()) {
        (Some(element), _) => element.focus(),
        (None, Some(element)) => element.focus(),
        (None, None) => Ok(()),
    };
}

fn prefers_stillness() -> bool {
    super::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?)
        .is_some_and(|query| query.matches())
}

/// What stands in a text field.
pub fn value(id: &str) -> String {
    let found = super::document().and_then(|document| document.get_element_by_id(id));
    let Some(found) = found else { return String::new() };
    match found.dyn_into::<HtmlTextAreaElement>() {
        Ok(area) => area.value(),
        Err(other) => {
            other.dyn_into::<HtmlInputElement>().map_or_else(|_| String::new(), |it| it.value())
        }
    }
}
