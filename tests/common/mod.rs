//! The shipped documents, counted and judged, as the page has them.

use engine::count::Background;
use engine::separate::{Settings, separate};
use topic_explorer::corpus::embedded;
use topic_explorer::study::Study;

/// What the page knows when it opens.
pub(crate) fn study() -> Study {
    let bundle = embedded().expect("the build script wrote them");
    let background = Background::Lists(bundle.frequencies.clone());
    let counts = engine::count::count(&bundle.corpus, &background);
    let analysis = separate(&bundle.corpus, &counts, &Settings::default());
    Study::new(bundle, counts, analysis)
}
