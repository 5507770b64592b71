//! Elision: `l'histoire` is an article and a noun, not a word of its own.

use crate::language::Language;

/// Words that lose their vowel before another in French. `quelqu'un`, `presqu'île` and `aujourd'hui` are one word.
const FRENCH: &[&str] =
    &["l", "d", "j", "m", "t", "s", "n", "c", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// The same in Italian.
const ITALIAN: &[&str] = &[
    "l", "d", "c", "m", "t", "s", "v", "n", "un", "gl", "all", "dall", "dell", "nell", "sull",
    "coll", "quell", "quest", "nessun", "ciascun", "com", "cos", "dov", "quant", "bell", "sant",
    "anch", "senz", "tutt",
];

/// In Catalan, and in a language we do not know: the articles and pronouns of Occitan and their kin are the same.
const OTHER: &[&str] = &["l", "d", "m", "n", "s", "t"];

/// Where a word that starts with an elided one is to be cut: the byte after the apostrophe. `None` where it is whole.
pub(super) fn cut(word: &str, language: Language) -> Option<usize> {
    let elided = match language {
        Language::French => FRENCH,
        Language::Italian => ITALIAN,
        Language::Catalan | Language::Other => OTHER,
        _ => return None,
    };
    let is_apostrophe = |c| matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{ff07}');
    let (at, apostrophe) = word.char_indices().find(|(_, c)| is_apostrophe(*c))?;
    let after = at + apostrophe.len_utf8();
    let (head, rest) = (word.get(..at)?, word.get(after..)?);
    let goes_on = rest.chars().next().is_some_and(char::is_alphanumeric);
    (goes_on && elided.iter().any(|elided| equal(elided, head))).then_some(after)
}

fn equal(elided: &str, head: &str) -> bool {
    elided.eq_ignore_ascii_case(head) || elided == head.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_after_the_apostrophe() {
        assert_eq!(cut("l'histoire", Language::French), Some(2));
        assert_eq!(cut("L’histoire", Language::French), Some("L’".len()));
        assert_eq!(cut("jusqu’au", Language::French), Some("jusqu’".len()));
        assert_eq!(cut("dell'anno", Language::Italian), Some(5));
        assert_eq!(cut("l'home", Language::Catalan), Some(2));
        assert_eq!(cut("l'òme", Language::Other), Some(2));
    }

    #[test]
    fn leaves_what_is_one_word() {
        assert_eq!(cut("aujourd'hui", Language::French), None);
        assert_eq!(cut("quelqu'un", Language::French), None);
        assert_eq!(cut("don't", Language::English), None);
        assert_eq!(cut("o'brien", Language::English), None);
        assert_eq!(cut("histoire", Language::French), None);
    }
}
