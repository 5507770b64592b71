//! Copying text.

use wasm_bindgen_futures::JsFuture;

/// Copies text to the clipboard. `false` where the browser refuses: the page is not served securely, or nobody clicked.
pub async fn copy(text: &str) -> bool {
    let Some(window) = super::window() else { return false };
    // Absent, whatever its type says, on pages that are not served securely.
    let clipboard = window.navigator().clipboard();
    if wasm_bindgen::JsValue::from(clipboard.clone()).is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
