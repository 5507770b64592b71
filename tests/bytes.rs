//! The engine gives the same bytes in the browser as on the machine that built the page. Run with `cargo xtask test browser`.
#![cfg(target_arch = "wasm32")]

use engine::count::{Background, count};
use engine::pack::Pack;
use engine::parse::parse;
use engine::separate::{Settings, separate};
use topic_explorer::corpus::shipped;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What the build script found; `{:?}` writes every bit of a number.
const NATIVE: &str = include_str!(concat!(env!("OUT_DIR"), "/analysis.txt"));

#[wasm_bindgen_test]
fn documents_are_parsed_as_natively() {
    let pack = Pack::from_bytes(shipped()).expect("documents");
    for document in &pack.corpus.documents {
        let parsed = parse(&document.name, document.text.clone(), Some(document.language));
        assert!(parsed == *document, "{} is parsed in another way", document.name);
    }
}

#[wasm_bindgen_test]
fn sections_are_judged_as_natively_to_the_last_bit() {
    let pack = Pack::from_bytes(shipped()).expect("documents");
    let counts = count(&pack.corpus, &Background::Lists(pack.frequencies));
    let analysis = format!("{:?}", separate(&pack.corpus, &counts, &Settings::default()));
    let differs = analysis.bytes().zip(NATIVE.bytes()).position(|(here, there)| here != there);
    if let Some(at) = differs {
        let near = |text: &str| text[at.saturating_sub(80)..text.len().min(at + 40)].to_owned();
        panic!("in the browser {} natively {}", near(&analysis), near(NATIVE));
    }
    assert_eq!(analysis.len(), NATIVE.len());
}
