//! What only a real browser can show. Run with `cargo xtask test browser`.
#![cfg(target_arch = "wasm32")]

use topic_explorer::components::Root;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_page_mounts() {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let root = document.create_element("div").expect("an element");
    yew::Renderer::<Root>::with_root(root.clone()).render();
    yew::scheduler::flush().await;
    let heading = root.query_selector("h1").expect("a valid selector").expect("a heading");
    assert_eq!(heading.text_content().as_deref(), Some("Do therapists cry?"));
}
