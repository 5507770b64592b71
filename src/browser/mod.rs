//! The only place outside the views that knows the browser. Nothing here panics where something is missing: a page in a
//! locked-down browser loses a convenience, not its text.

pub mod clipboard;
pub mod dialog;
pub mod files;
pub mod history;
pub mod keys;
pub mod numbers;
pub mod panics;
pub mod place;
pub mod theme;
pub mod timing;

use web_sys::{Document, Element, Window};

/// The window, where there is one.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
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

/// Where the app mounts.
pub(crate) fn mount_point() -> Option<Element> {
    document()?.get_element_by_id("app")
}
