//! The keys that work wherever the focus is.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Where keys belong to what is being typed.
const FIELDS: &str = "input:not([type=checkbox], [type=radio], [type=range], [type=button]), \
                      select, textarea, [contenteditable]";

/// What a key is pressed for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Key {
    /// To take back what was said last.
    Undo,
    /// To say it again.
    Redo,
    /// To search.
    Search,
    /// To see the help.
    Help,
    /// To take off what narrows the page.
    Clear,
    /// To open the view with this number, from 0.
    View(usize),
    /// To go to a highlighted place.
    Hit {
        /// The next one, not the one before.
        next: bool,
    },
    /// To go to a section.
    Section {
        /// The next one, not the one before.
        next: bool,
    },
}

/// What a key means by itself, or with Ctrl or ⌘.
fn meaning(key: &str, command: bool, shift: bool) -> Option<Key> {
    Some(match (command, key) {
        // With Shift held, the key is called “Z”.
        (true, "z" | "Z") if shift => Key::Redo,
        (true, "z" | "Z") => Key::Undo,
        (true, "k" | "K") => Key::Search,
        (false, "/") => Key::Search,
        (false, "?") => Key::Help,
        (false, "Escape") => Key::Clear,
        (false, "n" | "N") => Key::Hit { next: !shift },
        (false, "j" | "k") => Key::Section { next: key == "j" },
        (false, _) => match key.as_bytes() {
            [digit @ b'1'..=b'9'] => Key::View(usize::from(digit - b'1')),
            _ => return None,
        },
        _ => return None,
    })
}

/// Calls back with what a key is pressed for. Not where it belongs to a field, to an open dialog, or to an open menu, and not
/// where something on the page has answered to it already.
pub fn listen(pressed: impl Fn(Key) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let window = super::window()?;
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let command = key.ctrl_key() || key.meta_key();
        let Some(meant) = meaning(&key.key(), command, key.shift_key()) else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let within = |selector: &str| {
            target.as_ref().is_some_and(|one| one.closest(selector).is_ok_and(|it| it.is_some()))
        };
        let menu = meant == Key::Clear && within("details[open]");
        let single = !command && meant != Key::Clear && !single();
        if key.alt_key()
            || event.default_prevented()
            || menu
            || single
            || within(FIELDS)
            || super::dialog::is_open()
        {
            return;
        }
        event.prevent_default();
        pressed(meant);
    }))
}

const STORED: &str = "topic-explorer-single-keys";

/// Whether single keys mean something. Who speaks to the computer, or presses keys without meaning to, can have them off.
pub fn single() -> bool {
    let storage = super::window().and_then(|window| window.local_storage().ok()?);
    storage.and_then(|storage| storage.get_item(STORED).ok()?).is_none()
}

/// Remembers whether single keys mean something, where the browser allows.
pub fn set_single(on: bool) {
    if let Some(storage) = super::window().and_then(|window| window.local_storage().ok()?) {
        let _ = if on { storage.remove_item(STORED) } else { storage.set_item(STORED, "off") };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_means_one_thing() {
        assert_eq!(meaning("z", true, false), Some(Key::Undo));
        assert_eq!(meaning("Z", true, true), Some(Key::Redo));
        assert_eq!(meaning("k", true, false), Some(Key::Search));
        assert_eq!(meaning("/", false, false), Some(Key::Search));
        assert_eq!(meaning("/", false, true), Some(Key::Search), "Shift and 7 on some keyboards");
        assert_eq!(meaning("?", false, true), Some(Key::Help));
        assert_eq!(meaning("Escape", false, false), Some(Key::Clear));
        assert_eq!(meaning("n", false, false), Some(Key::Hit { next: true }));
        assert_eq!(meaning("N", false, true), Some(Key::Hit { next: false }));
        assert_eq!(meaning("j", false, false), Some(Key::Section { next: true }));
        assert_eq!(meaning("k", false, false), Some(Key::Section { next: false }));
        assert_eq!(meaning("1", false, false), Some(Key::View(0)));
    }

    #[test]
    fn the_browsers_own_keys_stay_its_own() {
        for (key, command) in [("f", true), ("1", true), ("n", true), ("0", false), ("Tab", false)]
        {
            assert_eq!(meaning(key, command, false), None, "{key}");
        }
    }
}
