//! Case, apostrophes, ligatures and combining accents: the differences that are no difference between words.

use std::borrow::Cow;

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

/// [`fold`] without an allocation of its own: what differs from the word is written to `room`.
pub(super) fn fold_in<'a>(word: &'a str, room: &'a mut String) -> &'a str {
    if is_folded(word) {
        return word;
    }
    room.clear();
    fold_into(word, room);
    room
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
    for c in word.chars().flat_map(char::to_lowercase) {
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
}

/// The letter with its accent, for the accents of the languages that have a stop list.
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

    #[test]
    fn never_makes_a_word_vanish() {
        assert_eq!(fold("\u{ad}"), "\u{ad}");
    }
}
