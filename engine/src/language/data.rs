//! The data compiled in. Without the feature `languages` there is English only; without `all-languages`, which has it in it, no
//! frequency list at all: the page carries the entries its own corpus needs.

use frostem::Algorithm;

use super::Language;
#[cfg(feature = "languages")]
use super::all;

/// The stop list of a language as it stands in its file; empty where none is compiled in.
#[cfg(feature = "languages")]
pub(super) fn stop_list(language: Language) -> &'static str {
    all::of(language).stop
}

/// The stop list of a language as it stands in its file; empty where none is compiled in.
#[cfg(not(feature = "languages"))]
pub(super) fn stop_list(language: Language) -> &'static str {
    if language == Language::English { include_str!("../../data/stop/en.txt") } else { "" }
}

/// The stemming algorithm of a language; `None` where there is none or it is not compiled in.
#[cfg(feature = "languages")]
pub(super) fn algorithm(language: Language) -> Option<Algorithm> {
    all::of(language).algorithm
}

/// The stemming algorithm of a language; `None` where there is none or it is not compiled in.
#[cfg(not(feature = "languages"))]
pub(super) fn algorithm(language: Language) -> Option<Algorithm> {
    (language == Language::English).then_some(Algorithm::English)
}

/// The word-frequency list of a language as it stands in its file.
///
/// `None` for a language without one, and for every language without the feature `all-languages`.
#[cfg(feature = "all-languages")]
pub fn frequency_list(language: Language) -> Option<&'static str> {
    all::of(language).frequencies
}

/// The word-frequency list of a language as it stands in its file.
///
/// `None` for a language without one, and for every language without the feature `all-languages`.
#[cfg(not(feature = "all-languages"))]
pub fn frequency_list(_language: Language) -> Option<&'static str> {
    None
}

/// The language whose script a letter is of, where no other language we know is written in it.
#[cfg(feature = "languages")]
pub(super) fn of_script(letter: char) -> Option<Language> {
    match letter {
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Language::Greek),
        '\u{531}'..='\u{58f}' => Some(Language::Armenian),
        '\u{980}'..='\u{9ff}' => Some(Language::Bengali),
        '\u{b80}'..='\u{bff}' => Some(Language::Tamil),
        _ => None,
    }
}

/// The language whose script a letter is of: English has none of its own.
#[cfg(not(feature = "languages"))]
pub(super) fn of_script(_letter: char) -> Option<Language> {
    None
}
