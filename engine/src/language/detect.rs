//! Which language a text is in: by the share of its words that are function words of each language.

use super::data::of_script;
use super::{Language, StopList};
use crate::tokenise::fold_in;

/// Words looked at; the start of a page is often menus, so the middle counts as well as the start.
const SAMPLE: usize = 1000;

/// Least share of function words: running text has from 35 to 58 % of its own language and at most 8 % of another on
/// average; bare lists of words with a heading here and there come down to 24 %.
const LEAST_SHARE: f64 = 0.15;

/// Least share where few languages share the script. Languages that write particles on to the word have fewer of them.
const LEAST_SHARE_ELSEWHERE: f64 = 0.08;

/// A word counts once towards the least share, and once more for every so many words looked at. In a language we do not
/// know, a few short words may be ours by chance and come again and again; in one we know, there are many.
const OFTEN: usize = 50;

/// The last letter of Latin script but for the rare ones far up, which begin hardly a word of the languages we know.
const LAST_LATIN: char = '\u{24f}';

/// Finds the language of a text.
///
/// Where the script is that of one language only, that is the answer. Otherwise every word that is a function word gives
/// one point, shared evenly by the languages that have it: `de` says little, `the` says a lot. The language with most
/// points wins if at least 15 % of the words are its function words, or 8 % in a script other than Latin; otherwise, and
/// for text with no letters, the answer is [`Language::Other`]. Among equals the earlier in [`Language::ALL`] wins.
/// Languages that are not compiled in have no list and cannot be found.
pub fn detect(text: &str) -> Language {
    Seen::of(&sample(text).collect::<Vec<_>>()).language()
}

/// What a sample of words says.
struct Seen {
    /// Words in all, and those that do not begin with a Latin letter.
    words: usize,
    elsewhere: usize,
    /// Words in a script that is one language's own, by language.
    scripts: [usize; Language::ALL.len()],
    /// By language: function words, each shared by the languages that have it.
    points: [f64; Language::ALL.len()],
    /// By language: function words, each as often as it may count.
    hits: [usize; Language::ALL.len()],
}

impl Seen {
    fn of(words: &[&str]) -> Self {
        const N: usize = Language::ALL.len();
        let (scripts, hits) = ([0; N], [0; N]);
        let mut seen = Self { words: words.len(), elsewhere: 0, scripts, points: [0.0; N], hits };
        let known = StopList::languages();
        let mut counts = vec![0; known.len()];
        let mut room = String::new();
        for word in words {
            let first = word.chars().next().filter(|first| *first > LAST_LATIN);
            seen.elsewhere += usize::from(first.is_some());
            if let Some(language) = first.and_then(of_script) {
                seen.scripts[language as usize] += 1;
            }
            if let Some((number, languages)) = known.get(fold_in(word, Language::Other, &mut room))
            {
                counts[*number] += 1;
                seen.add(*languages, counts[*number] <= 1 + words.len() / OFTEN);
            }
        }
        seen
    }

    /// Counts one word that is a function word of some languages.
    fn add(&mut self, languages: u64, hit: bool) {
        let share = 1.0 / f64::from(languages.count_ones());
        let mut rest = languages;
        while rest != 0 {
            let language = rest.trailing_zeros() as usize;
            self.points[language] += share;
            self.hits[language] += usize::from(hit);
            rest &= rest - 1;
        }
    }

    fn language(&self) -> Language {
        let own_script = |language: &Language| 2 * self.scripts[*language as usize] > self.words;
        if let Some(language) = Language::ALL.into_iter().find(own_script) {
            return language;
        }
        let elsewhere = 2 * self.elsewhere > self.words;
        let least = if elsewhere { LEAST_SHARE_ELSEWHERE } else { LEAST_SHARE };
        let mut best = Language::Other;
        for language in Language::ALL {
            let enough = self.hits[language as usize] as f64 >= least * self.words as f64;
            if enough && self.points[language as usize] > self.points[best as usize] {
                best = language;
            }
        }
        best
    }
}

/// Up to [`SAMPLE`] words: all of a short text, the first and the middle words of a long one.
fn sample(text: &str) -> impl Iterator<Item = &str> {
    let mut middle = text.len() / 2;
    while !text.is_char_boundary(middle) {
        middle += 1;
    }
    let (start, end) = text.split_at(middle);
    let words = |rest| std::iter::successors(first_word(rest), |(_, rest)| first_word(rest));
    words(start).take(SAMPLE / 2).chain(words(end).take(SAMPLE / 2)).map(|(word, _)| word)
}

/// The first run of characters of words in a text, and what stands behind it; `None` where there is none.
fn first_word(text: &str) -> Option<(&str, &str)> {
    let from = text.len() - skipped(text, false).len();
    let rest = &text[from..];
    let behind = skipped(rest, true);
    let word = &rest[..rest.len() - behind.len()];
    (!word.is_empty()).then_some((word, behind))
}

/// A text from its first character on that is one of a word, or that is none. Those of ASCII are told by their bytes.
fn skipped(text: &str, words: bool) -> &str {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let (is_word, length) = match byte {
            0..0x80 => (byte.is_ascii_alphabetic(), 1),
            _ => text[at..].chars().next().map_or((false, 1), |c| (in_word(c), c.len_utf8())),
        };
        if is_word != words {
            break;
        }
        at += length;
    }
    &text[at..]
}

/// Whether a character belongs to a word: letters, and the marks of the scripts that set vowels around their letters.
fn in_word(c: char) -> bool {
    let is_mark = |c| {
        matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}'
            | '\u{93c}'..='\u{94d}' | '\u{9bc}'..='\u{9cd}' | '\u{bbe}'..='\u{bcd}'
            | '\u{200c}' | '\u{200d}')
    };
    c.is_alphabetic() || !c.is_ascii() && is_mark(c)
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
        assert_eq!(detect("ព្រះរាជាណាចក្រកម្ពុជា"), Language::Other);
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
