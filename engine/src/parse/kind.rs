//! What sort of page a document is.

use super::{DocumentKind, Section, SectionKind};

/// Tells the kind from the sections: what more than half of them are, asides left out; two experts make a column.
pub(super) fn of(sections: &[Section]) -> DocumentKind {
    let count = |kind: SectionKind| sections.iter().filter(|section| section.kind == kind).count();
    let all = sections.len() - count(SectionKind::Aside);
    let questions = count(SectionKind::Question);
    let sourced = sections.iter().filter(|section| section.source.is_some()).count();
    if count(SectionKind::Post) * 2 > all {
        DocumentKind::ForumThread
    } else if count(SectionKind::Expert) >= 2 {
        DocumentKind::ExpertColumn
    } else if questions * 2 > all && sourced * 2 > questions {
        DocumentKind::QuestionAnswerPage
    } else if questions * 2 > all {
        DocumentKind::QuestionList
    } else {
        DocumentKind::Article
    }
}
