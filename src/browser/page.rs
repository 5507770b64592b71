//! The form of a page of one file, and what browsers compress.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, Response};

/// Said where this page does not know the form.
pub const MISSING: &str =
    "This copy of the page cannot be saved as one file: a part of it is missing.";

/// Fetches the form; the page's head says where it is. The error is a sentence.
pub async fn form() -> Result<String, &'static str> {
    let meta = super::document()
        .and_then(|document| document.query_selector("meta[name=page]").ok()?)
        .and_then(|meta| meta.get_attribute("content"));
    let address = meta.ok_or(MISSING)?;
    text(&address).await.ok_or(
        "A part of the page did not arrive, so it was not saved. Check your connection, then try again.",
    )
}

async fn text(address: &str) -> Option<String> {
    let answer = JsFuture::from(super::window()?.fetch_with_str(address)).await.ok()?;
    let answer = answer.dyn_into::<Response>().ok().filter(Response::ok)?;
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// Bytes compressed by gzip. `None` where the browser cannot.
pub async fn compressed(bytes: &[u8]) -> Option<Vec<u8>> {
    // By their names: the stable bindings know the class and the method not yet.
    let named = |of: &JsValue, name: &str| {
        Reflect::get(of, &JsValue::from_str(name)).ok()?.dyn_into::<Function>().ok()
    };
    let class = named(&js_sys::global(), "CompressionStream")?;
    let gzip = Reflect::construct(&class, &Array::of1(&JsValue::from_str("gzip"))).ok()?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()?;
    let stream = blob.stream();
    let piped = named(&stream, "pipeThrough")?.call1(&stream, &gzip).ok()?;
    let piped = piped.dyn_into::<ReadableStream>().ok()?;
    let answer = Response::new_with_opt_readable_stream(Some(&piped)).ok()?;
    let buffer = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
