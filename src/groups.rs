//! What groups of documents come to.

use crate::study::Study;

/// What is in a group.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Size {
    /// Documents.
    pub documents: u64,
    /// Words in them.
    pub words: u64,
    /// Of these, words in off-topic sections.
    pub off_topic: u64,
}

/// What is in each group, in the order of their names.
pub fn sizes(study: &Study) -> Vec<Size> {
    let mut sizes = vec![Size::default(); study.groups.names().len()];
    for document in 0..study.corpus.documents.len() as u32 {
        let group = study.groups.of(document);
        let Some(size) = group.and_then(|group| sizes.get_mut(group as usize)) else { continue };
        size.documents += 1;
        for (judged, _) in study.sections_of(document).filter_map(|one| study.judged(one)) {
            let words = u64::from(judged.words);
            size.words += words;
            size.off_topic += if judged.verdict.is_kept() { 0 } else { words };
        }
    }
    sizes
}
