//! Leaving the page while it has what nobody else has.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

type Asking = Closure<dyn Fn(Event)>;

thread_local! {
    static ASKS: RefCell<Option<Asking>> = const { RefCell::new(None) };
}

/// Has the browser ask before the page is left, or no more.
pub fn ask(asks: bool) {
    let Some(window) = super::window() else { return };
    let asking = asks.then(|| Asking::new(|event: Event| event.prevent_default()));
    window.set_onbeforeunload(asking.as_ref().map(|asking| asking.as_ref().unchecked_ref()));
    ASKS.replace(asking);
}
