//! What only a real browser can show. Run with `cargo xtask test browser`.
#![cfg(target_arch = "wasm32")]

use std::time::Duration;

use js_sys::Uint8Array;
use topic_explorer::browser::files;
use topic_explorer::components::{Props, Root};
use topic_explorer::corpus;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, Window};
use yew::AppHandle;

wasm_bindgen_test_configure!(run_in_browser);

fn window() -> Window {
    web_sys::window().expect("a window")
}

/// The page, mounted on its own; gone again when dropped, so that tests do not meet.
struct Page {
    root: Element,
    app: Option<AppHandle<Root>>,
}

impl Page {
    async fn open(link: &str) -> Self {
        let history = window().history().expect("a history");
        let address = window().location().pathname().expect("a path") + link;
        history.push_state_with_url(&JsValue::NULL, "", Some(&address)).expect("a new entry");
        let document = window().document().expect("a document");
        let root = document.create_element("div").expect("an element");
        document.body().expect("a body").append_child(&root).expect("a place");
        let link = link.strip_prefix('#').unwrap_or_default().to_owned();
        let study = corpus::open(corpus::shipped(), &link);
        let props = Props { study, link: link.into(), still: false, elsewhere: None };
        let app = yew::Renderer::<Root>::with_root_and_props(root.clone(), props).render();
        let page = Self { root, app: Some(app) };
        page.settle().await;
        page
    }

    /// Waits until what was asked for is on the page, drawn whole, and in the address bar.
    async fn settle(&self) {
        yew::scheduler::flush().await;
        // Long lists come a part a frame.
        for _ in 0..100 {
            yew::platform::time::sleep(Duration::from_millis(50)).await;
            if self.all("[role=tabpanel][aria-busy]").is_empty() {
                break;
            }
        }
        yew::scheduler::flush().await;
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).expect("a valid selector");
        (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
    }

    fn text(&self, selector: &str) -> String {
        self.all(selector).iter().filter_map(|one| one.text_content()).collect()
    }

    async fn click(&self, selector: &str) {
        let element = self.all(selector).into_iter().next().expect("something to click");
        element.dyn_into::<HtmlElement>().expect("an element to click").click();
        self.settle().await;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

fn link() -> String {
    window().location().hash().expect("a readable address")
}

const FOREIGN: &str = ".group--off .topic__pick";

#[wasm_bindgen_test]
async fn the_page_mounts() {
    let page = Page::open("").await;
    assert_eq!(page.text("h1"), "Do therapists cry?");
    assert_eq!(page.all(".document").len(), 5);
    assert_eq!(link(), "", "the untouched page keeps a bare address");
}

#[wasm_bindgen_test]
async fn picking_the_foreign_topic_leaves_its_nine_sections_and_back_brings_all() {
    let page = Page::open("").await;
    let before = page.all("article").len();
    page.click(FOREIGN).await;
    assert_eq!(page.all("article").len(), 9);
    assert!(link().contains("topic="), "{}", link());

    window().history().expect("a history").back().expect("a way back");
    page.settle().await;
    assert_eq!(page.all("article").len(), before);
    assert_eq!(link(), "");
}

#[wasm_bindgen_test]
async fn a_copied_link_opens_the_same_view() {
    let first = Page::open("").await;
    first.click(FOREIGN).await;
    let (copied, seen) = (link(), first.text("article h4"));
    drop(first);
    let second = Page::open(&copied).await;
    assert_eq!(second.text("article h4"), seen);
}

#[wasm_bindgen_test]
async fn nonsense_in_the_link_gives_a_notice_and_the_page() {
    let page = Page::open("#v=1&topic=9999&%%%").await;
    assert!(page.text("[role=status]").contains("topic=9999"));
    assert_eq!(page.all(".document").len(), 5);
    page.click(".notice button").await;
    assert_eq!(page.all(".notice").len(), 0);
}

#[wasm_bindgen_test]
async fn the_terms_show_what_the_foreign_text_did() {
    let page = Page::open("#v=1&view=terms").await;
    assert!(page.text(".terms__sentence").contains("falls from"));
    page.click("#pane-terms .term__name").await;
    assert!(!page.all(".section mark").is_empty(), "a term that is clicked is highlighted");
    assert!(link().contains("term="), "{}", link());
}

#[wasm_bindgen_test]
async fn bytes_that_are_given_back_are_gone_and_what_was_set_aside_stays() {
    let bytes = Uint8Array::from(&b"tears"[..]);
    let aside = files::set_aside(&bytes).expect("a blob");
    files::free(&bytes);
    assert_eq!(bytes.length(), 0);
    let again = files::bytes(&aside).await.expect("its bytes");
    assert_eq!(again.to_vec(), b"tears");
    for _ in 0..2 {
        files::free(&again);
        assert_eq!(again.length(), 0, "twice does no harm");
    }
}
