//! Files that a person takes away, and paper.

use js_sys::{Array, Uint8Array, encode_uri_component};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, MessageChannel, MessagePort, Url,
};

/// Pixels of a picture for one of its drawing: sharp on paper and on dense screens.
const SCALE: f64 = 2.0;

/// Bytes that the browser holds for the page, on disk where they are many.
pub fn set_aside(bytes: &Uint8Array) -> Option<Blob> {
    Blob::new_with_u8_array_sequence(&Array::of1(bytes)).ok()
}

/// The same of what was set aside in pieces, in order.
pub fn together<'a>(pieces: impl IntoIterator<Item = &'a Blob>) -> Option<Blob> {
    let pieces: Array = pieces.into_iter().collect();
    Blob::new_with_blob_sequence(&pieces).ok()
}

/// The bytes of something that was set aside; `None` where the browser has lost them, or has no room for them.
pub async fn bytes(aside: &Blob) -> Option<Uint8Array> {
    let buffer = JsFuture::from(aside.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer))
}

/// Gives back the memory of bytes of the browser's that nobody needs any more. It would find out, but late, and there can be many;
/// and of bytes that came from elsewhere it keeps a hold of its own, which only sending them away ends.
pub fn free(bytes: &Uint8Array) {
    thread_local! {
        /// An end of a channel that is closed at the other.
        static NOWHERE: Option<MessagePort> = {
            let channel = MessageChannel::new().ok();
            channel.map(|channel| {
                channel.port2().close();
                channel.port1()
            })
        };
    }
    let buffer = Array::of1(&bytes.buffer());
    let send = |port: &MessagePort| port.post_message_with_transferable(&JsValue::NULL, &buffer);
    // Where they stay, they stay until the browser finds out.
    let _ = NOWHERE.with(|port| port.as_ref().map(send));
}

/// [`set_aside`] of bytes of the page's own; `None` where there is no browser.
pub fn set_aside_copy(bytes: &[u8]) -> Option<Blob> {
    if cfg!(target_arch = "wasm32") { set_aside(&Uint8Array::from(bytes)) } else { None }
}

/// Saves text as a file. `false` where the browser does not let the page.
pub fn save(text: &str, name: &str, kind: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options);
    blob.is_ok_and(|blob| hand_over(&blob, name).is_some())
}

/// Gives a file to the browser as a download.
fn hand_over(blob: &Blob, name: &str) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link = super::document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The download has its own hold on the file from here on.
    Url::revoke_object_url(&address).ok()
}

/// Paints a drawing and saves it as a picture. `false` where the browser cannot.
pub async fn save_picture(svg: &str, name: String) -> bool {
    match paint(svg).await {
        Ok(canvas) => {
            let given = Closure::once_into_js(move |blob: Option<Blob>| {
                blob.and_then(|blob| hand_over(&blob, &name));
            });
            canvas.to_blob(given.unchecked_ref()).is_ok()
        }
        Err(_) => false,
    }
}

async fn paint(svg: &str) -> Result<HtmlCanvasElement, JsValue> {
    let document = super::document().ok_or(JsValue::NULL)?;
    let image = HtmlImageElement::new()?;
    // As an address of its own: pages may show these, and a painted one leaves the canvas readable.
    let drawn = String::from(encode_uri_component(svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{drawn}"));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    let (width, height) = (f64::from(image.width()) * SCALE, f64::from(image.height()) * SCALE);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = super::window() {
        // Refused only inside sandboxed frames.
        let _ = window.print();
    }
}

/// Today, as `2026-11-25`.
pub fn today() -> String {
    day(js_sys::Date::now())
}

/// The day of a moment, in milliseconds since 1970.
pub fn day(moment: f64) -> String {
    let date = js_sys::Date::new(&moment.into());
    format!("{}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}
