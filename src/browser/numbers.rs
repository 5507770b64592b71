//! How the reader's own language writes numbers.

use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::format::Signs;

/// The signs between digits, as the browser's own number formatter sets them for the language the browser speaks. Where it
/// sets none, the usual ones.
pub fn signs() -> Signs {
    let options = Object::new();
    // Digits are written as 0 to 9, so the signs have to go with those.
    let _ = Reflect::set(&options, &"numberingSystem".into(), &"latn".into());
    let parts = Intl::NumberFormat::new(&Array::new(), &options).format_to_parts(1_234_567.8);
    let usual = Signs::default();
    Signs {
        group: sign(&parts, "group").unwrap_or(usual.group),
        decimal: sign(&parts, "decimal").unwrap_or(usual.decimal),
    }
}

/// The single character that a kind of part is written as.
fn sign(parts: &Array, kind: &str) -> Option<char> {
    let text = |part: &JsValue, key: &str| Reflect::get(part, &key.into()).ok()?.as_string();
    let part = parts.iter().find(|part| text(part, "type").as_deref() == Some(kind))?;
    let value = text(&part, "value")?;
    let mut signs = value.chars();
    signs.next().filter(|_| signs.next().is_none())
}
