//! Undo and redo from the keyboard.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Where these keys belong to what is being typed.
const FIELDS: &str = "[type=search], [type=text], textarea, [contenteditable]";

/// Calls back with whether to redo, when Ctrl or ⌘ and Z are pressed and not meant for a field.
pub fn listen(pressed: impl Fn(bool) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let window = super::window()?;
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let typing = target.is_some_and(|one| one.closest(FIELDS).is_ok_and(|it| it.is_some()));
        // With Shift held, the key is called “Z”.
        if (key.ctrl_key() || key.meta_key()) && matches!(&*key.key(), "z" | "Z") && !typing {
            event.prevent_default();
            pressed(key.shift_key());
        }
    }))
}
