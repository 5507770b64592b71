//! The words that stand for values in a link.

use engine::separate::Verdict;

use crate::state::view::Column;

pub(super) fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::OnTopic => "on",
        Verdict::OffTopic => "off",
        Verdict::Unsure => "unsure",
    }
}

pub(super) fn verdict(value: &str) -> Option<Verdict> {
    [Verdict::OnTopic, Verdict::OffTopic, Verdict::Unsure]
        .into_iter()
        .find(|verdict| verdict_key(*verdict) == value)
}

pub(super) fn column_key(column: Column) -> &'static str {
    match column {
        Column::Term => "term",
        Column::Count => "count",
        Column::Before => "before",
        Column::Change => "change",
        Column::Rate => "rate",
        Column::Keyness => "keyness",
        Column::Ratio => "ratio",
        Column::Dispersion => "dispersion",
        Column::Sections => "sections",
        Column::Documents => "documents",
    }
}

/// Eight digits tell corpora apart well enough to warn, and keep the link short.
pub fn short(fingerprint: u64) -> String {
    format!("{:08x}", fingerprint >> 32)
}
