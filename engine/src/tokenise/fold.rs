//! Case, apostrophes, ligatures and combining accents: the differences that are no difference between words.

use std::borrow::Cow;

use super::packed;
use crate::language::Language;

/// Folds a word: lower case, straight apostrophes, ligatures taken apart, accents on their letters, soft hyphens and
/// other invisible characters gone.
pub fn fold(word: &str) -> Cow<'_, str> {
    if is_folded(word) {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    Cow::Owned(folded)
}

/// Folds a word of a language, without an allocation of its own: what differs from the word is written to `room`.
pub(crate) fn fold_in<'a>(word: &'a str, language: Language, room: &'a mut String) -> &'a str {
    let word = match own_case(word, language) {
        None if is_folded(word) => return word,
        None => Cow::Borrowed(word),
        Some(own) => Cow::Owned(own),
    };
    room.clear();
    fold_into(&word, room);
    room
}

/// [`fold_in`] of a word of up to eight bytes, all of ASCII, as [`packed`] has it; `None` of any other word. It stands at the
/// beginning of `text`, which goes on.
pub(crate) fn fold_short(text: &[u8], length: usize, language: Language) -> Option<u64> {
    let bytes = packed::first(text, length)?;
    (bytes & packed::HIGH == 0 && !has_own_case(language)).then(|| packed::lower(bytes))
}

/// [`fold`] of a word of a language.
pub(super) fn fold_of(word: &str, language: Language) -> Cow<'_, str> {
    own_case(word, language).map_or_else(|| fold(word), |own| Cow::Owned(fold(&own).into_owned()))
}

/// Whether a language has rules of its own for lower case.
fn has_own_case(language: Language) -> bool {
    cfg!(feature = "languages") && language == Language::Turkish
}

/// What a language with rules of its own for lower case makes of a word before it is folded; `None` where it has none.
/// Turkish has two letters i: the capital of the one without a dot is the plain I.
#[cfg(feature = "languages")]
fn own_case(word: &str, language: Language) -> Option<String> {
    let dotless = has_own_case(language) && word.contains(['I', 'İ']);
    dotless.then(|| word.replace('I', "ı").replace('İ', "i"))
}

/// What a language with rules of its own for lower case makes of a word; of those compiled in, none has any.
#[cfg(not(feature = "languages"))]
fn own_case(_word: &str, _language: Language) -> Option<String> {
    None
}

/// Whether folding leaves a word as it is; words outside ASCII are not looked at.
fn is_folded(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
}

/// Folds a word to the end of an empty text.
fn fold_into(word: &str, folded: &mut String) {
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
    } else if word.contains('Σ') {
        // Of the whole word, not of each character: a final sigma depends on where it stands.
        fold_marks(&word.to_lowercase(), folded);
    } else {
        fold_marks(word, folded);
    }
    if folded.is_empty() {
        folded.push_str(word);
    }
}

/// Folds characters one by one.
fn fold_marks(word: &str, folded: &mut String) {
    for c in word.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            c.to_lowercase().for_each(|c| fold_mark(c, folded));
        }
    }
}

/// Folds one character that is in lower case.
fn fold_mark(c: char, folded: &mut String) {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{2b9}' | '\u{ff07}' => {
            folded.push('\'');
        }
        '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => {}
        'ﬀ' => folded.push_str("ff"),
        'ﬁ' => folded.push_str("fi"),
        'ﬂ' => folded.push_str("fl"),
        'ﬃ' => folded.push_str("ffi"),
        'ﬄ' => folded.push_str("ffl"),
        'ﬅ' | 'ﬆ' => folded.push_str("st"),
        '\u{300}'..='\u{36f}' => match folded.pop() {
            Some(base) => match compose(base, c) {
                Some(composed) => folded.push(composed),
                None => folded.extend([base, c]),
            },
            None => folded.push(c),
        },
        _ => folded.push(c),
    }
}

/// The letter with its accent.
#[cfg(feature = "languages")]
fn compose(base: char, mark: char) -> Option<char> {
    match (base, mark) {
        // What lower case makes of a Turkish capital with its dot.
        ('i', '\u{307}') => Some('i'),
        _ => unicode_normalization::char::compose(base, mark),
    }
}

/// The letter with its accent, for the accents of Western Europe.
#[cfg(not(feature = "languages"))]
fn compose(base: char, mark: char) -> Option<char> {
    let (bases, composed) = match mark {
        '\u{300}' => ("aeiou", "àèìòù"),
        '\u{301}' => ("aeiouy", "áéíóúý"),
        '\u{302}' => ("aeiou", "âêîôû"),
        '\u{303}' => ("ano", "ãñõ"),
        '\u{308}' => ("aeiouy", "äëïöüÿ"),
        '\u{30a}' => ("a", "å"),
        '\u{327}' => ("c", "ç"),
        _ => return None,
    };
    bases.chars().zip(composed.chars()).find(|(from, _)| *from == base).map(|(_, to)| to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_is_no_difference() {
        assert_eq!(fold("Therapist’s"), "therapist's");
        assert_eq!(fold("ÉTÉ"), "été");
        assert_eq!(fold("E\u{301}te\u{301}"), "été");
        assert_eq!(fold("ﬁrst"), "first");
        assert_eq!(fold("co\u{ad}operate"), "cooperate");
        assert_eq!(fold("ΟΔΟΣ"), "οδος");
        assert_eq!(fold("plain"), "plain");
    }

    #[cfg(feature = "languages")]
    #[test]
    fn accents_of_every_language() {
        assert_eq!(fold("Z\u{30c}lut\u{30c}"), "žluť");
        assert_eq!(fold("Vie\u{323}\u{302}t"), "việt");
        assert_eq!(fold("и\u{306}"), "й");
        assert_eq!(fold("α\u{301}νθρωπος"), "άνθρωπος");
    }

    #[cfg(feature = "languages")]
    #[test]
    fn the_two_letters_i_of_turkish() {
        let mut room = String::from("room");
        for (word, language, folded) in [
            ("ISIRGAN", Language::Turkish, "ısırgan"),
            ("İstanbul", Language::Turkish, "istanbul"),
            ("kedi", Language::Turkish, "kedi"),
            ("IT", Language::English, "it"),
        ] {
            assert_eq!(fold_of(word, language), folded);
            assert_eq!(fold_in(word, language, &mut room), folded);
        }
        assert_eq!(fold("İstanbul"), "istanbul");
    }

    #[test]
    fn never_makes_a_word_vanish() {
        assert_eq!(fold("\u{ad}"), "\u{ad}");
    }
}
