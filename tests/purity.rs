//! The modules that only compute stay clear of the browser and of the views.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

const PURE: [&str; 16] = [
    "compare.rs",
    "contexts.rs",
    "corpus.rs",
    "elsewhere.rs",
    "export",
    "files.rs",
    "format.rs",
    "reading",
    "search.rs",
    "shared.rs",
    "state",
    "stops.rs",
    "study",
    "terms.rs",
    "topic_chart.rs",
    "topic_page.rs",
];
const FOREIGN: [&str; 6] =
    ["web_sys", "js_sys", "wasm_bindgen", "yew::", "crate::browser", "crate::components"];

#[test]
fn what_computes_knows_no_screen() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for name in PURE {
        for file in files(&source.join(name)) {
            let text = fs::read_to_string(&file).expect("a source file");
            for word in FOREIGN {
                assert!(!text.contains(word), "{} mentions {word}", file.display());
            }
        }
    }
}

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let folder = fs::read_dir(path).expect("a source folder");
    folder.flat_map(|item| files(&item.expect("an entry").path())).collect()
}
