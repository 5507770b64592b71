//! The data files compiled in. Without `all-languages` there is English only, and no frequency list at all: the page
//! carries the entries its own corpus needs.

use super::Language;

/// The stop list of a language as it stands in its file; empty where none is compiled in.
pub(super) fn stop_list(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../data/stop/en.txt"),
        #[cfg(feature = "all-languages")]
        Language::German => include_str!("../../data/stop/de.txt"),
        #[cfg(feature = "all-languages")]
        Language::French => include_str!("../../data/stop/fr.txt"),
        #[cfg(feature = "all-languages")]
        Language::Spanish => include_str!("../../data/stop/es.txt"),
        #[cfg(feature = "all-languages")]
        Language::Italian => include_str!("../../data/stop/it.txt"),
        #[cfg(feature = "all-languages")]
        Language::Portuguese => include_str!("../../data/stop/pt.txt"),
        #[cfg(feature = "all-languages")]
        Language::Dutch => include_str!("../../data/stop/nl.txt"),
        #[cfg(feature = "all-languages")]
        Language::Swedish => include_str!("../../data/stop/sv.txt"),
        #[cfg(feature = "all-languages")]
        Language::Norwegian => include_str!("../../data/stop/no.txt"),
        #[cfg(feature = "all-languages")]
        Language::Danish => include_str!("../../data/stop/da.txt"),
        _ => "",
    }
}

/// The word-frequency list of a language as it stands in its file.
///
/// `None` for [`Language::Other`], and for every language without the feature `all-languages`.
#[cfg(feature = "all-languages")]
pub fn frequency_list(language: Language) -> Option<&'static str> {
    Some(match language {
        Language::English => include_str!("../../data/frequencies/en.txt"),
        Language::German => include_str!("../../data/frequencies/de.txt"),
        Language::French => include_str!("../../data/frequencies/fr.txt"),
        Language::Spanish => include_str!("../../data/frequencies/es.txt"),
        Language::Italian => include_str!("../../data/frequencies/it.txt"),
        Language::Portuguese => include_str!("../../data/frequencies/pt.txt"),
        Language::Dutch => include_str!("../../data/frequencies/nl.txt"),
        Language::Swedish => include_str!("../../data/frequencies/sv.txt"),
        Language::Norwegian => include_str!("../../data/frequencies/no.txt"),
        Language::Danish => include_str!("../../data/frequencies/da.txt"),
        Language::Other => return None,
    })
}

/// The word-frequency list of a language as it stands in its file.
///
/// `None` for [`Language::Other`], and for every language without the feature `all-languages`.
#[cfg(not(feature = "all-languages"))]
pub fn frequency_list(_language: Language) -> Option<&'static str> {
    None
}
