//! Word frequencies of the languages that are spoken, fetched from beside the page.

use engine::count::{Background, CorpusFrequencies, WordFrequencies};
use engine::language::Language;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{DedicatedWorkerGlobalScope, XmlHttpRequest};

/// Where the starter of the worker says the lists are: addresses by language code.
const ADDRESSES: &str = "words";

/// The lists of some languages. One that does not arrive is left out: every word of that language then counts alike.
pub(crate) fn background(languages: &[Language]) -> Background {
    let lists = languages.iter().filter_map(|language| list(*language)).collect();
    Background::Lists(CorpusFrequencies { lists })
}

fn list(language: Language) -> Option<WordFrequencies> {
    let global = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().ok()?;
    let addresses = Reflect::get(&global, &ADDRESSES.into()).ok()?;
    let address = Reflect::get(&addresses, &language.code().into()).ok()?.as_string()?;
    // Waiting is what this thread is for.
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async("GET", &address, false).ok()?;
    request.send().ok()?;
    if request.status().ok()? != 200 {
        return None;
    }
    WordFrequencies::parse(language, &request.response_text().ok()??).ok()
}
