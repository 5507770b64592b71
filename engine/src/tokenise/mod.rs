//! Phase two: text to words with byte spans, and words to their counted forms.
//!
//! | step | what it does | file |
//! |---|---|---|
//! | segments | UAX #29 word boundaries | `segments.rs` |
//! | words | segments, cut and joined as the next three rows say | `words.rs` |
//! | links | a web or mail address is one word, counted by its host | `links.rs` |
//! | figures | a number with its unit is one word with one normal form | `figures/` |
//! | elision | `l'histoire` is `l'` and `histoire` in the languages that elide | `elision.rs` |
//! | folding | case, apostrophes, ligatures, combining accents | `fold.rs` |
//! | stemming | Snowball, by language | [`crate::language::Stemmer`] |

mod elision;
mod figures;
mod fold;
mod links;
mod packed;
mod segments;
mod words;

use std::borrow::Cow;

pub use self::fold::fold;
pub(crate) use self::fold::fold_in;
pub use self::words::{Word, WordKind, Words, words};

use crate::Span;
use crate::language::{Language, Stemmer};

/// The case-folded surface of a word: what a display form is chosen from.
///
/// Figures keep their case, since units differ by it, and have plain blanks for no-break ones.
pub fn surface(text: &str, kind: WordKind, language: Language) -> Cow<'_, str> {
    match kind {
        WordKind::Figure => figures::plain_blanks(text),
        WordKind::Word | WordKind::Elided | WordKind::Link => fold::fold_of(text, language),
    }
}

/// [`surface`] without an allocation of its own for words: what differs from the text is written to `room`.
pub(crate) fn surface_in<'a>(
    text: &'a str,
    kind: WordKind,
    language: Language,
    room: &'a mut String,
) -> &'a str {
    match kind {
        WordKind::Figure => {
            room.clear();
            room.push_str(&figures::plain_blanks(text));
            room
        }
        WordKind::Word | WordKind::Elided | WordKind::Link => fold_in(text, language, room),
    }
}

/// The [`surface`] of a word of up to eight bytes in one number, the first byte the lowest; `None` of words for which that is not
/// so quick. The text is what the span slices.
pub(crate) fn short_surface(
    text: &str,
    span: Span,
    kind: WordKind,
    language: Language,
) -> Option<u64> {
    if kind == WordKind::Figure {
        return None;
    }
    fold::fold_short(text.as_bytes().get(span.start as usize..)?, span.len(), language)
}

/// The counted form of a word, from its [`surface`].
pub fn form<'a>(surface: &'a str, kind: WordKind, stemmer: &Stemmer) -> Cow<'a, str> {
    match kind {
        WordKind::Word => stemmer.stem(surface),
        WordKind::Elided => Cow::Borrowed(surface),
        WordKind::Figure => Cow::Owned(figures::normal_form(surface)),
        WordKind::Link => Cow::Borrowed(links::host(surface)),
    }
}

/// The counted forms of all words of a text, in order: what a search box compares with the vocabulary.
pub fn forms(text: &str, language: Language) -> Vec<String> {
    let stemmer = Stemmer::of(language);
    let form_of = |word: Word| {
        form(&surface(word.span.of(text), word.kind, language), word.kind, &stemmer).into_owned()
    };
    words(text, language).map(form_of).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn english(text: &str) -> Vec<String> {
        forms(text, Language::English)
    }

    #[test]
    fn curly_and_straight_apostrophes_alike() {
        assert_eq!(english("don’t"), english("don't"));
        assert_eq!(english("The therapist’s chair"), ["the", "therapist", "chair"]);
        assert_eq!(english("THERAPISTS' tears"), ["therapist", "tear"]);
    }

    proptest! {
        #[test]
        fn short_surfaces_are_surfaces(text in "([a-cXYZI_.'’é1-3 ]|\\PC){0,40}") {
            let mut room = String::new();
            for language in [Language::English, Language::French, Language::Turkish] {
                for word in words(&text, language) {
                    if let Some(short) = short_surface(&text, word.span, word.kind, language) {
                        let surface = surface_in(word.span.of(&text), word.kind, language, &mut room);
                        prop_assert_eq!(surface.len(), word.span.len());
                        prop_assert_eq!(surface.as_bytes(), &short.to_le_bytes()[..surface.len()]);
                        prop_assert!(short.to_le_bytes()[surface.len()..].iter().all(|byte| *byte == 0));
                    }
                }
            }
        }
    }

    #[test]
    fn most_words_are_short() {
        let text = "Why do they cry?";
        let short = |word: Word| short_surface(text, word.span, word.kind, Language::English);
        let found: Vec<Option<u64>> = words(text, Language::English).map(short).collect();
        // The last has not eight bytes before the end of the text.
        let packed = |word: &[u8; 8]| Some(u64::from_le_bytes(*word));
        assert_eq!(found[..2], [packed(b"why\0\0\0\0\0"), packed(b"do\0\0\0\0\0\0")]);
        assert_eq!(found[3], None);
    }

    #[test]
    fn one_normal_form_for_a_figure() {
        for text in ["172 cm", "172cm", "172\u{a0}cm", "172 CM"] {
            assert_eq!(english(text), ["172 cm"], "{text}");
        }
        for text in ["5ft 8in", "5 ft 8 in", "5'8\"", "5’8”", "5′ 8″", "5ft8in", "5 ft. 8 in."]
        {
            assert_eq!(english(text), ["5 ft 8 in"], "{text}");
        }
        assert_eq!(english("£429 or 64.5\""), ["£429", "or", "64.5 in"]);
    }

    #[test]
    fn years_are_no_unit() {
        assert_eq!(english("15 year olds"), ["15", "year", "old"]);
    }

    #[test]
    fn links_count_by_their_host() {
        assert_eq!(
            english("See https://www.example.org/a?b=1#c, or mail a.b@example.org."),
            ["see", "example.org", "or", "mail", "a.b@example.org"]
        );
    }
}
