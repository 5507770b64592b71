//! A verdict's reason as a sentence.

use engine::separate::{JudgedSection, Verdict};

use crate::format::percent;

/// Why a section got its verdict, in words and numbers.
pub fn sentence(section: &JudgedSection) -> String {
    let shared = percent(section.reason.shared, 1.0);
    let usual = percent(section.reason.usual, 1.0);
    match section.verdict {
        Verdict::OnTopic => format!(
            "It belongs: {shared} of its content words are used elsewhere in the main subject too. \
             In the usual section {usual} are."
        ),
        Verdict::OffTopic => format!(
            "It does not belong: only {shared} of its content words are used elsewhere in the main \
             subject. In the usual section {usual} are."
        ),
        Verdict::Unsure => format!(
            "There is too little to go by, so it is kept: {shared} of its content words are used \
             elsewhere in the main subject. In the usual section {usual} are."
        ),
    }
}
