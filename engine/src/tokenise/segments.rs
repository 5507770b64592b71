//! UAX #29 word boundaries, with a short way for the usual letters.
//!
//! The rules are those of the `unicode-segmentation` crate to the byte (a property test compares). Its general way
//! looks every character up in tables; for the letters, digits and marks of the languages with a stop list the same
//! rules fit in a few lines and take a quarter of the time. Any other character sends the word through the general way.

use unicode_segmentation::UnicodeSegmentation;

use super::packed;

/// The words of a text by UAX #29 that hold a letter or digit, each with its first byte.
pub(super) fn segments(text: &str) -> Segments<'_> {
    Segments { text, at: 0 }
}

/// Iterator over [`segments`].
pub(super) struct Segments<'a> {
    text: &'a str,
    at: usize,
}

/// What the rules know a character as.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Class {
    /// A letter.
    Letter,
    /// A digit.
    Digit,
    /// An underscore: joins letters and digits.
    Joiner,
    /// Joins two letters when it stands between them.
    MidLetter,
    /// Joins two digits when it stands between them.
    MidDigit,
    /// Joins two letters or two digits.
    Mid,
    /// Parts words.
    Other,
    /// A character the short way knows nothing of.
    Unknown,
}

/// The class of the character at a byte, and its length.
fn class(bytes: &[u8], at: usize) -> (Class, usize) {
    let byte = |offset: usize| bytes.get(at + offset).copied().unwrap_or(0);
    match byte(0) {
        b'a'..=b'z' | b'A'..=b'Z' => (Class::Letter, 1),
        b'0'..=b'9' => (Class::Digit, 1),
        b'_' => (Class::Joiner, 1),
        b':' => (Class::MidLetter, 1),
        b',' | b';' => (Class::MidDigit, 1),
        b'.' | b'\'' => (Class::Mid, 1),
        0..=0x7f => (Class::Other, 1),
        // A no-break space, £, §, «, ° and »; not · and the soft hyphen, which may join.
        0xc2 if matches!(byte(1), 0xa0 | 0xa3 | 0xa7 | 0xab | 0xb0 | 0xbb) => (Class::Other, 2),
        // À to ɏ but for × and ÷.
        0xc3 if matches!(byte(1), 0x97 | 0xb7) => (Class::Other, 2),
        0xc3..=0xc8 => (Class::Letter, 2),
        // ‘ and ’; dashes, “ and „, †, • and ….
        0xe2 if byte(1) == 0x80 => match byte(2) {
            0x98 | 0x99 => (Class::Mid, 3),
            0x93..=0x97 | 0x9a..=0x9e | 0xa0..=0xa3 | 0xa6 => (Class::Other, 3),
            _ => (Class::Unknown, 3),
        },
        _ => (Class::Unknown, 1),
    }
}

/// Whether a blank stands here with nothing behind it that could belong to it: no table need be asked.
fn is_plain_blank(bytes: &[u8], at: usize) -> bool {
    bytes.get(at) == Some(&b' ') && bytes.get(at + 1).is_none_or(u8::is_ascii)
}

/// One past the run of letters of ASCII that begins at `at`, eight bytes at a time.
fn plain_letters(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let others = !packed::letters(u64::from_le_bytes(*eight)) & packed::HIGH;
        if others != 0 {
            return at + (others.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
        at += 1;
    }
    at
}

/// One past the last byte of the word at `start`; `None` where the short way does not know.
fn short_way(bytes: &[u8], start: usize) -> Option<usize> {
    let (mut last, length) = class(bytes, start);
    let mut end = start + length;
    loop {
        let letters = plain_letters(bytes, end);
        if letters > end {
            (last, end) = (Class::Letter, letters);
        }
        if is_plain_blank(bytes, end) {
            return Some(end);
        }
        let (next, length) = class(bytes, end);
        if end >= bytes.len() {
            return Some(end);
        }
        let joins_over = match next {
            Class::Letter | Class::Digit | Class::Joiner => {
                (last, end) = (next, end + length);
                continue;
            }
            Class::MidLetter => last == Class::Letter,
            Class::MidDigit => last == Class::Digit,
            Class::Mid => last == Class::Letter || last == Class::Digit,
            Class::Other => false,
            Class::Unknown => return None,
        };
        // Accents and invisible characters belong to what stands before them; the general way knows how.
        let (after, after_length) = class(bytes, end + length);
        if after == Class::Unknown && end + length < bytes.len() {
            return None;
        }
        if !joins_over || after != last || end + length >= bytes.len() {
            return Some(end);
        }
        end += length + after_length;
    }
}

/// What a byte is to [`Segments::plain`].
#[derive(Clone, Copy, Eq, PartialEq)]
enum Plain {
    /// Of ASCII and never part of a word.
    Parts,
    /// Of ASCII and part of a word that goes on with a letter behind it.
    MayJoin,
    /// A letter of ASCII.
    Letter,
    /// Anything else.
    Else,
}

/// By byte: a look is quicker than four comparisons.
const PLAIN: [Plain; 256] = {
    let mut all = [Plain::Else; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        all[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Plain::Letter,
            b'.' | b'\'' | b':' => Plain::MayJoin,
            b'0'..=b'9' | b'_' => Plain::Else,
            _ => Plain::Parts,
        };
        byte += 1;
    }
    all
};

impl Segments<'_> {
    /// How far the text was read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Takes the next word, its first byte and one past its last, if it is what most are: letters of ASCII with nothing else
    /// that is no such sign on either side. Otherwise nothing is taken, and [`Self::next`] has it.
    #[inline]
    pub(super) fn plain(&mut self) -> Option<(usize, usize)> {
        let bytes = self.text.as_bytes();
        let plain = |at: usize| bytes.get(at).map_or(Plain::Parts, |byte| PLAIN[*byte as usize]);
        let mut start = self.at;
        while start < bytes.len() && matches!(plain(start), Plain::Parts | Plain::MayJoin) {
            start += 1;
        }
        let end = plain_letters(bytes, start);
        let ends = match plain(end) {
            // What is behind the sign may belong to it, as accents do, and the sign to the word.
            Plain::Parts => bytes.get(end + 1).is_none_or(u8::is_ascii),
            Plain::MayJoin => {
                matches!(plain(end + 1), Plain::Parts | Plain::MayJoin)
                    || bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
            }
            Plain::Letter | Plain::Else => false,
        };
        (end > start && ends).then(|| {
            self.at = end;
            (start, end)
        })
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<(usize, &'a str)> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            let start = self.at;
            if is_plain_blank(bytes, start) {
                self.at += 1;
                continue;
            }
            let (first, length) = class(bytes, start);
            let end = match first {
                Class::Letter | Class::Digit => short_way(bytes, start),
                // An underscore may be a word's first character.
                Class::Joiner | Class::Unknown => None,
                // A combining mark belongs even to a blank before it.
                _ if class(bytes, start + length).0 == Class::Unknown => None,
                _ => {
                    self.at += length;
                    continue;
                }
            };
            let rest = self.text.get(start..).unwrap_or("");
            let general = || start + rest.split_word_bounds().next().map_or(length, str::len);
            self.at = end.unwrap_or_else(general);
            let segment = self.text.get(start..self.at)?;
            if end.is_some() || segment.contains(char::is_alphanumeric) {
                return Some((start, segment));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn agree(text: &str) {
        let theirs: Vec<_> = text.unicode_word_indices().collect();
        assert_eq!(segments(text).collect::<Vec<_>>(), theirs, "{text:?}");
        // The same with the plain words taken as such.
        let mut all = segments(text);
        let next = || match all.plain() {
            Some((start, end)) => Some((start, &text[start..end])),
            None => all.next(),
        };
        assert_eq!(std::iter::from_fn(next).collect::<Vec<_>>(), theirs, "{text:?}");
    }

    #[test]
    fn the_usual_and_the_rare() {
        for text in [
            "Don’t cry, o'clock; 3.14 and 1,234 a.b a:b a..b a. .a _a_ __ a_1.5_b",
            "e\u{301}te\u{301} co\u{ad}op a\u{200d}b 😀\u{200d}a 🇬🇧🇫🇷 Ελλάς русский שלום 漢字かな ½ 5½ m²",
            "x’",
            "’x",
            "a’\u{301}b",
            "1.\u{301}5",
            "a\u{301}",
            "5'7\" 12:30 12:a a:1 1:a",
            "",
        ] {
            agree(text);
        }
    }

    #[test]
    fn most_words_are_plain() {
        let mut all = segments("Why\n\"don't they cry?, 5 he. x\u{301} so");
        assert_eq!([all.plain(), all.plain()], [Some((0, 3)), None]);
        assert_eq!(all.next(), Some((5, "don't")));
        assert_eq!([all.plain(), all.plain(), all.plain()], [Some((11, 15)), Some((16, 19)), None]);
        assert_eq!(all.next(), Some((22, "5")));
        assert_eq!([all.plain(), all.plain()], [Some((24, 26)), None]);
        assert_eq!(all.next(), Some((28, "x\u{301}")));
        assert_eq!([all.plain(), all.plain()], [Some((32, 34)), None]);
    }

    proptest! {
        #[test]
        fn the_same_as_the_general_way(text in "([a-c0-2_.,:;'’‘éß× \\n\u{ad}\u{301}\u{200d}\u{30a}·]|\\PC){0,40}") {
            agree(&text);
        }

        #[test]
        fn the_same_on_plain_text(text in "[a-c0-2_.,:;'’‘“”–—éøß× \"%/\u{a0}£§«°»†•…\u{301}-]{0,60}") {
            agree(&text);
        }
    }
}
