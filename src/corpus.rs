//! The documents the page opens: a pack that came with it.

use engine::pack::{Pack, PackError};

use crate::shared::Shared;
use crate::state::{self, Scope};
use crate::study::Study;

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
    fn damaged_bytes_give_a_sentence() {
        let half = &shipped()[..shipped().len() / 2];
        let error = open(half, "").expect_err("half of it is missing");
        assert_eq!(
            error,
            "The documents of this page could not be opened: it is damaged or incomplete."
        );
    }
}
