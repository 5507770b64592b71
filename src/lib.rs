//! Topic Explorer's page: what a pile of documents is about, and which parts of it do not belong.
//!
//! | module | owns | must not touch |
//! |---|---|---|
//! | [`corpus`] | the documents the page was built with | the DOM |
//! | [`study`] | the corpus counted and judged, and figures read off it | the DOM |
//! | `elsewhere` | verdicts that a worker finds | the DOM |
//! | [`state`] | what a link carries, how actions change it, what it selects | the DOM |
//! | [`reading`] | documents laid out as pieces to read | the DOM |
//! | [`export`] | the same views as files: tables, drawings, a line to cite | the DOM |
//! | [`groups`] | what groups of documents come to | the DOM |
//! | [`files`] | a person's own files on their way in | the DOM |
//! | [`format`] | numbers as people read them | the DOM |
//! | [`search`] | what the search box says and offers | the DOM |
//! | [`stops`] | the stop list as the person edited it | the DOM |
//! | [`terms`] | the terms table, counted, filtered and sorted | the DOM |
//! | [`contexts`] | one term looked up: its lines, its collocates, its places | the DOM |
//! | [`compare`] | two selections side by side | the DOM |
//! | [`topic_page`] | a topic's own page | the DOM |
//! | [`topic_chart`] | the map of topics, laid out | the DOM |
//! | [`browser`] | history, storage, keys, clock, clipboard, scrolling, dialogs, panics | the views |
//! | `prerender` | the page drawn outside a browser, where a site is made | a browser |
//! | [`components`] | one view a file | anything but its props |

pub mod browser;
pub mod compare;
pub mod components;
pub mod contexts;
pub mod corpus;
mod elsewhere;
pub mod export;
pub mod files;
pub mod format;
pub mod groups;
mod last;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod reading;
pub mod search;
pub mod shared;
pub mod state;
pub mod stops;
pub mod study;
pub mod terms;
pub mod topic_chart;
pub mod topic_page;

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::browser::{history, numbers, panics, theme, timing};
use crate::components::{Props, Root, large, near};

/// Opens a pack in `#app`, or in the body where there is no such element. What starts the page calls it once; `opening` is called
/// before the page takes the place of what stood there.
#[wasm_bindgen]
pub fn open(pack: Vec<u8>, opening: Function) {
    panics::install();
    theme::apply(theme::stored());
    format::write_with(numbers::signs());
    if pack.len() < large::LARGE {
        return here(pack, &opening);
    }
    let kept = pack.clone();
    let shown = move |opened: Option<large::Opened>| match opened {
        Some((study, elsewhere)) => {
            let link = begin(&opening).into();
            show(Props { study: Ok(study), link, still: false, elsewhere: Some(elsewhere) });
        }
        None => here(kept, &opening),
    };
    large::open(pack, Box::new(shown));
}

/// Opens a pack whose documents are judged here: with the verdicts that came with it, or as soon as what judges has arrived.
fn here(pack: Vec<u8>, opening: &Function) {
    let link = begin(opening);
    let given = timing::measure("open", || corpus::given(&pack, &link));
    let props = {
        let link = link.clone();
        |study, elsewhere| Props { study, link: link.into(), still: false, elsewhere }
    };
    match given {
        Ok(Some(study)) => {
            let elsewhere = Some(near::judging(study.clone()));
            show(props(Ok(study), elsewhere));
        }
        Ok(None) => near::open(pack, link, move |study| show(props(study, None))),
        Err(reason) => show(props(Err(reason), None)),
    }
}

/// Says that the page is about to take its place, and gives the link it opens with: what stood there may have left its own
/// after `#`, which is mended first.
fn begin(opening: &Function) -> String {
    // What it does is for convenience: the page opens whether or not it works.
    let _ = opening.call0(&JsValue::NULL);
    history::read()
}

fn show(props: Props) {
    match browser::mount_point() {
        Some(host) => drop(yew::Renderer::<Root>::with_root_and_props(host, props).render()),
        None => drop(yew::Renderer::<Root>::with_props(props).render()),
    }
}
