//! How common a term is in its language at large.
//!
//! Probabilities are kept in whole centibels below certainty: `n` stands for `10^(-n / 100)`, so 100 is one word in ten
//! and 600 one in a million; a step is 2.3 %. Being whole numbers, they survive every copy, so a term has the same
//! background to the last bit wherever it is looked up.
//!
//! ```text
//! built in (feature all-languages) ──▶ count ──▶ CorpusFrequencies::for_corpus ──▶ bytes in the page
//!                                                                                     │
//!                                     count with the same results ◀── Background::Lists
//! ```

use std::fmt;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::Counts;
use crate::Corpus;
use crate::language::{Language, Stemmer, frequency_list};
use crate::tokenise::{WordKind, form, surface, words};

/// Where the probabilities of terms come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Background {
    /// The lists compiled in: all languages with the feature `all-languages`, none without it.
    #[default]
    BuiltIn,
    /// These lists and no other.
    Lists(CorpusFrequencies),
}

/// Lists of word frequencies, one a language, whole or cut to what one corpus needs.
///
/// A cut list is for the corpus it was cut for: any other word is taken to be rarer than all that are listed. Count
/// other documents with whole lists ([`WordFrequencies::parse`]) or, where there are none, [`Background::none`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CorpusFrequencies {
    /// At most one list a language.
    pub lists: Vec<WordFrequencies>,
}

/// The word frequencies of one language, by counted form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordFrequencies {
    /// The language.
    pub language: Language,
    /// Centibels of every form that is not listed: below the rarest of the whole list.
    pub floor: u16,
    /// Counted forms with their centibels, sorted by form.
    pub entries: Vec<(String, u16)>,
}

/// What is wrong with a word-frequency list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FrequencyError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl fmt::Display for FrequencyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "word frequencies, line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for FrequencyError {}

/// A form that no list has is taken to be this much rarer than the rarest form listed: about a third as common.
const BELOW_RAREST: u16 = 50;

/// Background of every term of a language without a list: one word in 100 000. The same for all, so that it favours
/// none; about the geometric mean of the words of a page.
const NEUTRAL: u16 = 500;

impl Background {
    /// No list at all: every term has the same neutral probability.
    pub fn none() -> Self {
        Self::Lists(CorpusFrequencies::default())
    }

    /// The list of a language.
    pub fn list(&self, language: Language) -> Option<&WordFrequencies> {
        match self {
            Self::BuiltIn => WordFrequencies::built_in(language),
            Self::Lists(frequencies) => {
                frequencies.lists.iter().find(|list| list.language == language)
            }
        }
    }

    /// Natural logarithm of the probability of a counted form in a language.
    pub fn ln_probability(&self, language: Language, form: &str) -> f64 {
        let centibels = self.list(language).map_or(NEUTRAL, |list| list.centibels(form));
        -f64::from(centibels) * (std::f64::consts::LN_10 / 100.0)
    }
}

impl CorpusFrequencies {
    /// The part of a background that counting this corpus again needs: the same results to the last bit, in a few
    /// kilobytes.
    pub fn for_corpus(corpus: &Corpus, counts: &Counts, background: &Background) -> Self {
        let languages: FxHashSet<Language> =
            corpus.documents.iter().map(|document| document.language).collect();
        let lists = Language::ALL
            .into_iter()
            .filter(|language| languages.contains(language))
            .filter_map(|language| background.list(language))
            .map(|list| list.only(counts.vocabulary.terms.iter().map(|term| term.form.as_str())))
            .collect();
        Self { lists }
    }
}

impl WordFrequencies {
    /// The list of a language, parsed at its first use. `None` where none is compiled in.
    pub fn built_in(language: Language) -> Option<&'static Self> {
        static LISTS: [OnceLock<Option<WordFrequencies>>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        LISTS[language as usize]
            .get_or_init(|| Self::parse(language, frequency_list(language)?).ok())
            .as_ref()
    }

    /// Reads a list: lines of centibels and then the words of that frequency, parted by blanks; `#` starts a remark.
    ///
    /// Words are brought to their counted forms; a form has the sum of the probabilities of its words.
    ///
    /// # Errors
    ///
    /// A line that does not begin with a whole number from 0 to 10 000, or no word at all.
    pub fn parse(language: Language, text: &str) -> Result<Self, FrequencyError> {
        let stemmer = Stemmer::of(language);
        let mut sums: FxHashMap<String, f64> = FxHashMap::default();
        let mut rarest = 0;
        for (index, line) in text.lines().enumerate() {
            let mut parts = line.split('#').next().unwrap_or("").split_ascii_whitespace();
            let Some(number) = parts.next() else { continue };
            let centibels =
                number.parse().ok().filter(|centibels: &u16| *centibels <= 10_000).ok_or(
                    FrequencyError { line: index + 1, reason: "does not begin with centibels" },
                )?;
            rarest = rarest.max(centibels);
            let probability = probability(centibels);
            for part in parts {
                for word in words(part, language) {
                    let surface = surface(word.span.of(part), word.kind, language);
                    let form = form(&surface, word.kind, &stemmer);
                    *sums.entry(bare(&form, word.kind).to_owned()).or_insert(0.0) += probability;
                }
            }
        }
        if sums.is_empty() {
            return Err(FrequencyError { line: text.lines().count(), reason: "has no words" });
        }
        let mut entries: Vec<(String, u16)> =
            sums.into_iter().map(|(form, sum)| (form, to_centibels(sum))).collect();
        entries.sort_unstable();
        Ok(Self { language, floor: rarest + BELOW_RAREST, entries })
    }

    /// Centibels below certainty of a counted form; the floor where it is not listed.
    ///
    /// A whole number from 10 up that is not listed itself has its share of the frequency of all numbers with as many
    /// digits, which the source lists together as `00`, `000` and so on.
    pub fn centibels(&self, form: &str) -> u16 {
        let form = form.strip_suffix('\'').unwrap_or(form);
        if let Some(centibels) = self.listed(form) {
            return centibels;
        }
        let shape = number_shape(form).and_then(|shape| self.listed(&shape));
        // Ten times as many numbers share a frequency with each digit more: 100 centibels.
        shape.map_or(self.floor, |shared| self.floor.min(shared + 100 * form.len() as u16))
    }

    fn listed(&self, form: &str) -> Option<u16> {
        let found = self.entries.binary_search_by(|(listed, _)| listed.as_str().cmp(form));
        found.ok().and_then(|index| self.entries.get(index)).map(|(_, centibels)| *centibels)
    }

    /// This list with no more entries than these forms need.
    fn only<'a>(&self, forms: impl Iterator<Item = &'a str>) -> Self {
        let mut entries: Vec<(String, u16)> = Vec::new();
        for form in forms {
            let form = form.strip_suffix('\'').unwrap_or(form);
            for key in [Some(form.to_owned()), number_shape(form)].into_iter().flatten() {
                if let Some(centibels) = self.listed(&key) {
                    entries.push((key, centibels));
                }
            }
        }
        entries.sort_unstable();
        entries.dedup();
        Self { language: self.language, floor: self.floor, entries }
    }
}

/// A form as it is listed: elided words without their apostrophe.
fn bare(form: &str, kind: WordKind) -> &str {
    match kind {
        WordKind::Elided => form.trim_end_matches('\''),
        _ => form,
    }
}

/// `000` for `172`; `None` for what is not a whole number of two to eight digits.
fn number_shape(form: &str) -> Option<String> {
    let whole = form.bytes().all(|byte| byte.is_ascii_digit());
    (whole && (2..=8).contains(&form.len())).then(|| "0".repeat(form.len()))
}

fn probability(centibels: u16) -> f64 {
    libm::exp10(-f64::from(centibels) / 100.0)
}

fn to_centibels(probability: f64) -> u16 {
    // A cast from a float keeps to the bounds of the whole number.
    libm::round(-100.0 * libm::log10(probability)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "# remark\n200 the\n400 cry 00\n430 cries crying\n500 x\n";

    #[test]
    fn forms_add_up_and_the_unknown_is_below_the_rarest() {
        let list = WordFrequencies::parse(Language::English, LIST).unwrap();
        assert_eq!(list.centibels("the"), 200);
        // 10^-4 + 2 * 10^-4.3 = 10^-3.698
        assert_eq!(list.centibels("cri"), 370);
        assert_eq!(list.centibels("zebra"), 550);
        // One of a hundred two-digit numbers would be 600, but nothing is below the floor.
        assert_eq!(list.centibels("17"), 550);
        assert_eq!(list.centibels("172 cm"), 550);
    }

    #[test]
    fn errors_name_the_line() {
        let error = WordFrequencies::parse(Language::English, "100 a\nb c\n").unwrap_err();
        assert_eq!(error.line, 2);
        assert!(WordFrequencies::parse(Language::English, "# nothing\n").is_err());
        assert!(WordFrequencies::parse(Language::English, "99999 a\n").is_err());
    }

    #[test]
    fn without_a_list_all_terms_are_alike() {
        let none = Background::none();
        let ln = none.ln_probability(Language::English, "the");
        assert_eq!(ln, none.ln_probability(Language::Other, "zebra"));
        assert!((ln - -11.512_925).abs() < 1e-6);
    }

    #[cfg(feature = "all-languages")]
    #[test]
    fn languages_have_lists_of_usual_size() {
        use Language::*;
        for language in Language::ALL {
            let Some(list) = WordFrequencies::built_in(language) else {
                let without =
                    [Basque, Irish, Armenian, Estonian, Esperanto, Nepali, Yiddish, Other];
                assert!(without.contains(&language), "{language:?}");
                continue;
            };
            assert!(list.entries.len() > 8_000, "{language:?}: {}", list.entries.len());
            assert!(list.entries.is_sorted());
            // Lists are cut at 30 000 words: languages of many word forms sooner.
            assert!((598..=650).contains(&list.floor), "{language:?}: {}", list.floor);
            let total: f64 = list.entries.iter().map(|(_, n)| probability(*n)).sum();
            assert!((0.65..1.1).contains(&total), "{language:?}: {total}");
        }
    }

    #[cfg(feature = "all-languages")]
    #[test]
    fn common_words_are_common() {
        let english = WordFrequencies::built_in(Language::English).unwrap();
        assert_eq!(english.centibels("the"), 127);
        assert!(english.centibels("therapist") > 450);
        assert!(english.centibels("172") < 640);
        let french = WordFrequencies::built_in(Language::French).unwrap();
        assert!(french.centibels("l'") < 250);
    }
}
