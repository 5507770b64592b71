//! Dialogs over the page. The browser keeps the focus inside and gives it back.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Opens a dialog.
pub fn open(id: &str) {
    if let Some(dialog) = find(id).filter(|dialog| !dialog.open()) {
        // Refused only by a dialog that has gone meanwhile.
        let _ = dialog.show_modal();
    }
}

/// Closes it.
pub fn close(id: &str) {
    if let Some(dialog) = find(id) {
        dialog.close();
    }
}

/// Calls back whenever a dialog is opened: when the focus comes into it. At once where it is open already.
pub fn when_used(id: &str, work: impl Fn() + 'static) -> Vec<EventListener> {
    let Some(dialog) = find(id) else { return Vec::new() };
    let used = Rc::new(Cell::new(dialog.open()));
    if used.get() {
        work();
    }
    let again = used.clone();
    vec![
        EventListener::new(&dialog, "focusin", move |_| {
            if !used.replace(true) {
                work();
            }
        }),
        EventListener::new(&dialog, "close", move |_| again.set(false)),
    ]
}

/// Whether there is one open.
pub fn is_open() -> bool {
    let open =
        super::document().and_then(|document| document.query_selector("dialog[open]").ok()?);
    open.is_some()
}

fn find(id: &str) -> Option<HtmlDialogElement> {
    super::document()?.get_element_by_id(id)?.dyn_into().ok()
}
