//! The shipped documents, counted and judged, as the page has them.

use engine::count::Background;
use topic_explorer::corpus::embedded;
use topic_explorer::shared::Shared;
use topic_explorer::state::Correction;
use topic_explorer::study::Study;

/// What the page knows when it opens.
pub(crate) fn study() -> Shared<Study> {
    let bundle = embedded().expect("the build script wrote them");
    let background = Background::Lists(bundle.frequencies.clone());
    let counts = engine::count::count(&bundle.corpus, &background);
    Shared::new(Study::new(bundle, counts, &Correction::default()))
}
