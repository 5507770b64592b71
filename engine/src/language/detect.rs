//! Which language a text is in: by the share of its words that are function words of each language.

use super::{Language, StopList};

/// Words looked at; the start of a page is often menus, so the middle counts as well as the start.
const SAMPLE: usize = 1000;

/// Least share of function words: running text has from 35 to 58 % of its own language and at most 8 % of another on
/// average; bare lists of words with a heading here and there come down to 24 %.
const LEAST_SHARE: f64 = 0.15;

/// Finds the language of a text.
///
/// Every word that is a function word gives one point, shared evenly by the languages that have it: `de` says little,
/// `the` says a lot. The language with most points wins if at least 15 % of the words are its function words;
/// otherwise, and for text with no letters, the answer is [`Language::Other`]. Among equals the earlier in
/// [`Language::ALL`] wins. Languages that are not compiled in have no list and cannot be found.
pub fn detect(text: &str) -> Language {
    let mut words = 0_usize;
    let mut points = [0.0_f64; Language::ALL.len()];
    let mut hits = [0_usize; Language::ALL.len()];
    let known = StopList::languages();
    let mut folded = String::new();
    for word in sample(text) {
        words += 1;
        folded.clear();
        if word.is_ascii() {
            folded.push_str(word);
            folded.make_ascii_lowercase();
        } else {
            folded.push_str(&word.to_lowercase());
        }
        let languages = known.get(folded.as_str()).copied().unwrap_or(0);
        let share = 1.0 / f64::from(languages.count_ones());
        for language in (0..Language::ALL.len()).filter(|at| languages >> at & 1 == 1) {
            points[language] += share;
            hits[language] += 1;
        }
    }
    let mut best = Language::Other;
    for language in Language::ALL {
        let enough = hits[language as usize] as f64 >= LEAST_SHARE * words as f64;
        if enough && points[language as usize] > points[best as usize] {
            best = language;
        }
    }
    best
}

/// Up to [`SAMPLE`] words: all of a short text, the first and the middle words of a long one.
fn sample(text: &str) -> impl Iterator<Item = &str> {
    let words =
        |part| str::split(part, |c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut middle = text.len() / 2;
    while !text.is_char_boundary(middle) {
        middle += 1;
    }
    let (start, end) = text.split_at(middle);
    words(start).take(SAMPLE / 2).chain(words(end).take(SAMPLE / 2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn english_prose_and_nothing_at_all() {
        assert_eq!(
            detect("It is what the therapist said to her, and she cried."),
            Language::English
        );
        assert_eq!(detect(""), Language::Other);
        assert_eq!(detect("|---|---|\n172 173 — …"), Language::Other);
        assert_eq!(detect("Это не английский текст, а русский."), Language::Other);
    }

    #[cfg(feature = "all-languages")]
    #[test]
    fn ten_languages() {
        let samples = [
            (Language::English, "Why do some people cry when they are happy, and others never do?"),
            (
                Language::German,
                "Warum weinen manche Menschen, wenn sie glücklich sind, und andere nicht?",
            ),
            (
                Language::French,
                "L’eau qu’il faut verser dans le compost dépend de la saison et de la terre.",
            ),
            (
                Language::Spanish,
                "¿Por qué algunas personas lloran cuando están contentas y otras no?",
            ),
            (
                Language::Italian,
                "Perché alcune persone piangono quando sono felici e altre non lo fanno?",
            ),
            (
                Language::Portuguese,
                "Por que algumas pessoas choram quando estão felizes e outras não?",
            ),
            (Language::Dutch, "Waarom huilen sommige mensen als ze blij zijn en anderen niet?"),
            (Language::Swedish, "Varför gråter vissa människor när de är glada och andra inte?"),
            (
                Language::Norwegian,
                "Hvorfor gråter noen mennesker når de er glade, og andre ikke gjør det av seg selv?",
            ),
            (
                Language::Danish,
                "Hvorfor græder nogle mennesker, når de er glade, og andre ikke gør det af sig selv?",
            ),
        ];
        for (language, text) in samples {
            assert_eq!(detect(text), language, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,200}") {
            detect(&text);
        }
    }
}
