//! The text after `#`, and Back and Forward.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

/// The text after `#`, as the address bar has it.
pub fn read() -> String {
    let hash = super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The address of the page without anything after `#`.
pub fn base() -> String {
    let address =
        super::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Puts `link` after `#` as a new place in the history.
pub fn push(link: &str) {
    change(link, |history, address| history.push_state_with_url(&JsValue::NULL, "", Some(address)));
}

/// Goes to `link` as if it had been typed: whoever listens takes it up.
pub fn go(link: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().set_hash(link);
    }
}

/// Puts `link` after `#` in place of what is there.
pub fn replace(link: &str) {
    change(link, |history, address| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    });
}

fn change(link: &str, write: impl Fn(&web_sys::History, &str) -> Result<(), JsValue>) {
    let Some(history) = super::window().and_then(|window| window.history().ok()) else { return };
    let address = if link.is_empty() { base() } else { format!("{}#{link}", base()) };
    // Browsers limit how often a page may do this; a link that lags behind is better than a broken page.
    let _ = write(&history, &address);
}

/// Calls back whenever the text after `#` changed by other means than [`push`] and [`replace`].
pub fn listen(changed: impl Fn() + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = super::window() else { return Vec::new() };
    // Back and Forward raise the first, an edited address both; the second visit finds nothing left to do.
    ["popstate", "hashchange"]
        .map(|event| {
            let changed = changed.clone();
            EventListener::new(&window, event, move |_| changed())
        })
        .into()
}
