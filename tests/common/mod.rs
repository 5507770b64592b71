//! The shipped documents, counted and judged, as the page has them.

use topic_explorer::corpus::{open, shipped};
use topic_explorer::shared::Shared;
use topic_explorer::study::Study;

/// What the page knows when it opens.
pub(crate) fn study() -> Shared<Study> {
    open(shipped(), "").expect("the build script packed them")
}
