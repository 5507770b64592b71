//! The only place outside the views that knows the browser. Nothing here panics where something is missing: a page in a
//! locked-down browser loses a convenience, not its text.

pub mod clipboard;
pub mod dialog;
pub mod drop;
pub mod files;
pub mod history;
pub mod keys;
pub mod leaving;
pub mod numbers;
pub mod page;
pub mod panics;
pub mod place;
pub mod store;
pub mod theme;
pub mod timing;
pub mod worker;

use std::cell::RefCell;

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlSelectElement, Window};

/// The window, where there is one: none where the page is rendered beforehand, outside a browser.
pub(crate) fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The page.
pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// Names the page in tabs, bookmarks and the history.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Makes a select show one of its options.
pub(crate) fn choose(id: &str, value: &str) {
    let found = document().and_then(|document| document.get_element_by_id(id));
    if let Some(select) = found.and_then(|one| one.dyn_into::<HtmlSelectElement>().ok()) {
        select.set_value(value);
    }
}

/// Waits for one of two callbacks.
pub(crate) async fn promised(
    ask: impl FnOnce(&js_sys::Function, &js_sys::Function),
) -> Result<JsValue, JsValue> {
    let ask = RefCell::new(Some(ask));
    let promise = Promise::new(&mut |resolve, reject| {
        if let Some(ask) = ask.take() {
            ask(&resolve, &reject);
        }
    });
    JsFuture::from(promise).await
}

/// Where the app mounts.
pub(crate) fn mount_point() -> Option<Element> {
    document()?.get_element_by_id("app")
}
