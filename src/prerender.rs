//! The page drawn outside a browser, for a site whose first view is there before its module.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::LocalServerRenderer;

use crate::components::{Props, Root};
use crate::format::{self, Signs, counted, percent};
use crate::shared::Shared;
use crate::study::Study;

/// The topic view as HTML: what `#app` holds once the page has started, less what nobody sees at first, and of the text only
/// the first part.
pub fn prerender(study: &Shared<Study>) -> String {
    // The page is written in English, and no reader is known whose own signs could be used.
    format::write_with(Signs { group: ',', decimal: '.' });
    let props = Props { study: Ok(study.clone()), link: "".into(), still: true, elsewhere: None };
    let html = ready(LocalServerRenderer::<Root>::with_props(props).hydratable(false).render());
    format::write_with(Signs::default());
    html
}

/// How much of what there is, in one line: documents, sections, words, and how much of them is off topic.
pub fn figures(study: &Study) -> String {
    let figures = study.figures;
    let documents = counted(study.corpus.documents.len() as u64, "document", "documents");
    let sections = counted(study.analysis.sections.len() as u64, "section", "sections");
    let words = counted(figures.words, "word", "words");
    let off = percent(figures.off_topic_words as f64, figures.words as f64);
    format!("{documents}, {sections}, {words}, {off} off topic").replace('\u{a0}', " ")
}

/// Runs a future that waits for nothing but itself: views are drawn without anything to wait for.
fn ready<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus;

    #[test]
    fn the_topic_view_is_drawn_without_a_browser() {
        let study = corpus::open(corpus::shipped(), "").expect("the build script packed them");
        let html = prerender(&study);
        let name = study.topic_name(0).to_owned();
        for part in [study.corpus.name.as_str(), &name, "id=\"map-title\"", "id=\"document-0\""] {
            assert!(html.contains(part), "{part}");
        }
        assert!(!html.contains("<dialog"), "nothing that opens later");
        let articles = html.matches("<article").count();
        assert!((3..=12).contains(&articles), "{articles} sections of the text");
        assert_eq!(html, prerender(&study), "the same every time");
    }

    #[test]
    fn the_figures_are_those_of_the_study() {
        let study = corpus::open(corpus::shipped(), "").expect("the build script packed them");
        let line = figures(&study);
        assert!(
            line.starts_with(&format!("{} documents, ", study.corpus.documents.len())),
            "{line}"
        );
        assert!(line.ends_with(" off topic") && !line.contains('\u{a0}'), "{line}");
    }
}
