//! Topic Explorer's page: what a pile of documents is about, and which parts of it do not belong.
//!
//! | module | owns | must not touch |
//! |---|---|---|
//! | [`corpus`] | the documents the page was built with | the DOM |
//! | [`study`] | the corpus counted and judged, and figures read off it | the DOM |
//! | [`state`] | what a link carries, how actions change it, what it selects | the DOM |
//! | [`reading`] | documents laid out as pieces to read | the DOM |
//! | [`format`] | numbers as people read them | the DOM |
//! | [`terms`] | the terms table, counted, filtered and sorted | the DOM |
//! | [`counted`] | which terms count, as a person changed the stop list | the DOM |
//! | [`compare`] | two selections side by side | the DOM |
//! | [`topic_page`] | a topic's own page | the DOM |
//! | [`topic_chart`] | the map of topics, laid out | the DOM |
//! | [`browser`] | history, storage, clock, clipboard, scrolling, panics | the views |
//! | [`components`] | one view a file | anything but its props |

pub mod browser;
pub mod compare;
pub mod components;
pub mod corpus;
pub mod counted;
pub mod format;
pub mod reading;
pub mod shared;
pub mod state;
pub mod study;
pub mod terms;
pub mod topic_chart;
pub mod topic_page;

use crate::browser::{panics, theme};
use crate::components::Root;

/// Mounts the page in `#app`, or in the body where there is no such element.
pub fn start() {
    panics::install();
    theme::apply(theme::stored());
    match browser::mount_point() {
        Some(host) => drop(yew::Renderer::<Root>::with_root(host).render()),
        None => drop(yew::Renderer::<Root>::new().render()),
    }
}
