//! Stop lists: the function words of a language.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Language, data};

/// The stop words of one language, case-folded, apostrophes straight.
#[derive(Debug)]
pub struct StopList {
    words: FxHashSet<&'static str>,
}

impl StopList {
    /// The list of a language, read once. Empty for [`Language::Other`] and for a language that is not compiled in.
    pub fn of(language: Language) -> &'static Self {
        static LISTS: [OnceLock<StopList>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        LISTS[language as usize].get_or_init(|| Self::read(data::stop_list(language)))
    }

    /// Every stop word of the languages compiled in, with a number of its own and the languages that have it: bit `n` for
    /// the one at place `n` of [`Language::ALL`].
    pub(super) fn languages() -> &'static FxHashMap<&'static str, (usize, u64)> {
        const { assert!(Language::ALL.len() <= u64::BITS as usize) };
        static LANGUAGES: OnceLock<FxHashMap<&'static str, (usize, u64)>> = OnceLock::new();
        LANGUAGES.get_or_init(|| {
            let mut all = FxHashMap::default();
            for (at, language) in Language::ALL.into_iter().enumerate() {
                for word in listed(data::stop_list(language)) {
                    let number = all.len();
                    all.entry(word).or_insert((number, 0)).1 |= 1 << at;
                }
            }
            all
        })
    }

    fn read(text: &'static str) -> Self {
        Self { words: listed(text).collect() }
    }

    /// Whether a case-folded word is on the list. An elided article or pronoun may keep its apostrophe: `l'`.
    pub fn contains(&self, folded: &str) -> bool {
        self.words.contains(folded)
            || folded.strip_suffix('\'').is_some_and(|bare| self.words.contains(bare))
    }

    /// Number of words on the list.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the list has no word at all.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The words of a list as it stands in its file.
fn listed(text: &'static str) -> impl Iterator<Item = &'static str> {
    let without_remark = |line: &'static str| line.split('#').next().unwrap_or("").trim();
    text.lines().map(without_remark).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_function_words_contractions_and_their_parts() {
        let list = StopList::of(Language::English);
        for word in ["the", "and", "would", "don't", "it's", "t", "ll", "they're"] {
            assert!(list.contains(word), "{word}");
        }
        for word in ["therapist", "cry", "height", "average", "tall", ""] {
            assert!(!list.contains(word), "{word}");
        }
        assert!(list.len() > 150);
    }

    #[test]
    fn an_unknown_language_has_an_empty_list() {
        assert!(StopList::of(Language::Other).is_empty());
    }

    #[cfg(feature = "languages")]
    #[test]
    fn every_language_has_a_list_and_elided_forms_are_on_it() {
        for language in Language::ALL {
            if language != Language::Other {
                assert!(StopList::of(language).len() > 100, "{language:?}");
            }
        }
        assert!(StopList::of(Language::French).contains("l'"));
        assert!(StopList::of(Language::Italian).contains("dell'"));
    }
}
