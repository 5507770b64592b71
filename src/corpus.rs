//! The documents the page opens: a pack that came with it.

use engine::pack::{Pack, PackError};

use crate::shared::Shared;
use crate::state::{self, Correction, Scope};
use crate::study::Study;

/// The documents of a pack with the verdicts that came with them, counted. `None` where it has none, or where a link has others.
/// The error is a sentence for people.
pub fn given(bytes: &[u8], link: &str) -> Result<Option<Shared<Study>>, String> {
    let mut pack = Pack::from_bytes(bytes).map_err(sentence)?;
    let view = state::open(link, &Scope::of(&pack.corpus)).view;
    let verdicts = pack.verdicts.take().filter(|_| view.correction == Correction::default());
    Ok(verdicts.map(|verdicts| {
        let counts = pack.counted();
        Shared::new(Study::given(pack, counts, verdicts))
    }))
}

/// Counts and judges the documents of a pack as a link has them. The error is a sentence for people.
pub fn open(bytes: &[u8], link: &str) -> Result<Shared<Study>, String> {
    let mut pack = Pack::from_bytes(bytes).map_err(sentence)?;
    let counts = pack.counted();
    // Judged as the link has it, so that a link with corrections costs no second time.
    let view = state::open(link, &Scope::of(&pack.corpus)).view;
    Ok(Shared::new(Study::new(pack, counts, &view.correction)))
}

fn sentence(error: PackError) -> String {
    format!("The documents of this page could not be opened: {error}.")
}

/// The pack of the shipped documents, for tests.
pub fn shipped() -> &'static [u8] {
    include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_documents_open_as_a_link_has_them() {
        let study = open(shipped(), "").expect("the build script packed them");
        assert_eq!(study.titles().len(), study.corpus.documents.len());
        let moved = open(shipped(), "thr=-2").expect("the same documents");
        assert!(moved.correction != study.correction, "the link's threshold is heeded");
    }

    #[test]
    fn the_verdicts_that_came_along_are_those_found_here() {
        let found = open(shipped(), "").expect("the build script packed them");
        let given = super::given(shipped(), "").expect("a pack").expect("it has verdicts");
        assert!(!given.analysis.has_reasons());
        assert_eq!(given.analysis.topics, found.analysis.topics);
        assert_eq!(given.analysis.as_ref(), &found.analysis.without_reasons());
        for section in 0..found.analysis.sections.len() as u32 {
            assert_eq!(given.explained(section), found.explained(section));
        }
        assert!(
            super::given(shipped(), "thr=-2").expect("a pack").is_none(),
            "the link has others"
        );
        assert!(super::given(b"nothing", "").is_err());
        let corrected = state::open("thr=-2", &found.scope()).view.correction;
        let moved = Study::under(&given, &corrected, &given.names);
        assert_eq!(moved.analysis, open(shipped(), "thr=-2").expect("a pack").analysis);
    }

    #[test]
    fn damaged_bytes_give_a_sentence() {
        let half = &shipped()[..shipped().len() / 2];
        let error = open(half, "").expect_err("half of it is missing");
        assert_eq!(
            error,
            "The documents of this page could not be opened: it is damaged or incomplete."
        );
    }
}
