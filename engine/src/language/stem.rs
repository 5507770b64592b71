//! Stemmers: Snowball's algorithms, one per language.

use std::borrow::Cow;

use super::{Language, data};

/// Longest word that is stemmed, in bytes. What is longer is no word of a language, and no stemmer gains from it.
const LONGEST: usize = 64;

/// The stemmer of one language. Without one (unknown language, or not compiled in) words stay as they are.
#[derive(Clone, Copy)]
pub struct Stemmer {
    inner: Option<frostem::Stemmer>,
}

impl Stemmer {
    /// The stemmer of a language.
    pub fn of(language: Language) -> Self {
        Self { inner: data::algorithm(language).map(frostem::Stemmer::new) }
    }

    /// The stem of a case-folded word; the word itself where a stem would be empty, and where it holds a digit.
    pub fn stem<'a>(&self, folded: &'a str) -> Cow<'a, str> {
        let Some(inner) = &self.inner else { return Cow::Borrowed(folded) };
        if folded.len() > LONGEST || folded.bytes().any(|byte| byte.is_ascii_digit()) {
            return Cow::Borrowed(folded);
        }
        let stem = inner.stem(folded);
        if stem.is_empty() { Cow::Borrowed(folded) } else { stem }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn english_endings_and_the_possessive() {
        let stemmer = Stemmer::of(Language::English);
        assert_eq!(stemmer.stem("therapists"), "therapist");
        assert_eq!(stemmer.stem("therapist's"), "therapist");
        assert_eq!(stemmer.stem("crying"), "cri");
        assert_eq!(stemmer.stem("cries"), "cri");
        assert_eq!(stemmer.stem("15th"), "15th");
    }

    #[test]
    fn no_stemmer_no_change() {
        assert_eq!(Stemmer::of(Language::Other).stem("therapists"), "therapists");
    }

    #[cfg(feature = "languages")]
    #[test]
    fn other_languages() {
        assert_eq!(Stemmer::of(Language::German).stem("automaten"), "automat");
        let french = Stemmer::of(Language::French);
        assert_eq!(french.stem("histoires"), french.stem("histoire"));
    }

    proptest! {
        #[test]
        fn never_panics_never_empties(word in "\\PC{1,20}") {
            for language in Language::ALL {
                prop_assert!(!Stemmer::of(language).stem(&word).is_empty());
            }
        }
    }
}
