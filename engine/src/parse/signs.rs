//! Which kinds of character a line holds: most of what the rules look for is told from these to be absent, without looking
//! again.

/// Kinds of bytes, one bit each.
pub(super) const DIGIT: u16 = 1;
pub(super) const HASH: u16 = 1 << 1;
pub(super) const COMMA: u16 = 1 << 2;
pub(super) const COLON: u16 = 1 << 3;
pub(super) const DASH: u16 = 1 << 4;
pub(super) const SLASH: u16 = 1 << 5;
pub(super) const EQUALS: u16 = 1 << 6;
pub(super) const BRACE: u16 = 1 << 7;
pub(super) const PIPE: u16 = 1 << 8;
pub(super) const ARROW: u16 = 1 << 9;
/// White space of ASCII, and apart from it all but the plain blank.
const BLANK: u16 = 1 << 10;
pub(super) const TAB: u16 = 1 << 11;
/// Anything outside ASCII.
pub(super) const WIDE: u16 = 1 << 12;
/// Two plain blanks side by side.
pub(super) const GAP: u16 = 1 << 13;
/// A small letter behind a full stop, as in every internet domain.
pub(super) const DOTTED: u16 = 1 << 14;

pub(super) const QUESTION: u16 = 1 << 15;

/// What a line holds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Signs {
    kinds: u16,
    /// White-space separated words, and one more for every three letters of a script that sets no blanks.
    pub(super) words: usize,
}

/// The kind of every byte.
const KINDS: [u16; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'0'..=b'9' => DIGIT,
            b'#' => HASH,
            b',' => COMMA,
            b':' => COLON,
            b'-' => DASH,
            b'/' => SLASH,
            b'=' => EQUALS,
            b'{' => BRACE,
            b'|' => PIPE,
            b'>' => ARROW,
            b'?' => QUESTION,
            b' ' => BLANK,
            9..=13 => BLANK | TAB,
            0x80.. => WIDE,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

impl Signs {
    /// Reads a text.
    pub(super) fn of(text: &str) -> Self {
        let (mut kinds, mut words, mut wide_blank, mut unparted) = (0, 0, false, false);
        // Before the text there is a blank, but none that makes a gap.
        let (mut last, mut last_kind) = (b'\n', BLANK);
        for (at, byte) in text.bytes().enumerate() {
            let kind = KINDS[usize::from(byte)];
            kinds |= kind;
            words += usize::from(last_kind & !kind & BLANK != 0);
            if last == b' ' && byte == b' ' {
                kinds |= GAP;
            } else if last == b'.' && byte.is_ascii_lowercase() {
                kinds |= DOTTED;
            } else if kind == WIDE {
                wide_blank |= ends_blank(&text.as_bytes()[..=at]);
                unparted |= may_begin_unparted(byte);
            }
            (last, last_kind) = (byte, kind);
        }
        if wide_blank {
            words = text.split_whitespace().count();
        }
        if unparted {
            words += text.chars().filter(|c| is_unparted(*c)).count() / 3;
        }
        Self { kinds, words }
    }

    /// Whether any of these kinds is there.
    pub(super) fn has(self, kinds: u16) -> bool {
        self.kinds & kinds != 0
    }

    /// Whether there is a number or the mask of one.
    pub(super) fn has_number(self) -> bool {
        self.has(DIGIT | HASH)
    }
}

/// Whether bytes end with a white-space character outside ASCII, as Unicode has them.
fn ends_blank(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [.., 0xc2, 0x85 | 0xa0]
            | [.., 0xe1, 0x9a, 0x80]
            | [.., 0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf]
            | [.., 0xe2, 0x81, 0x9f]
            | [.., 0xe3, 0x80, 0x80]
    )
}

/// Whether a byte may be the first of a letter [`is_unparted`] is true of: hardly one is in European text.
fn may_begin_unparted(byte: u8) -> bool {
    matches!(byte, 0xe0 | 0xe1 | 0xe3..=0xe9)
}

/// Whether a letter is of a script that sets no blanks between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_line_holds() {
        let signs = Signs::of("Ann, see a-b.org  on 3 May");
        assert!(signs.has(COMMA) && signs.has(DASH) && signs.has(DIGIT) && !signs.has(COLON));
        assert!(signs.has(GAP) && signs.has(DOTTED) && signs.has_number() && !signs.has(WIDE));
        assert_eq!(signs.words, 6);
        let signs = Signs::of("Two. Words # 'éa\tb");
        assert!(signs.has(WIDE) && signs.has(TAB) && signs.has_number());
        assert!(!signs.has(DIGIT) && !signs.has(GAP) && !signs.has(DOTTED));
        assert!(!Signs::of(" a").has(GAP));
    }

    #[test]
    fn every_blank_parts_words() {
        for blank in (0..=0x3000).filter_map(char::from_u32).filter(|c| c.is_whitespace()) {
            assert_eq!(Signs::of(&format!("a{blank}b")).words, 2, "{blank:?}");
        }
    }

    #[test]
    fn where_there_are_no_blanks_three_letters_are_a_word() {
        assert_eq!(Signs::of("面包师早上开店的时候，街道还在睡觉。").words, 1 + 16 / 3);
        assert_eq!(Signs::of("朝、パン屋").words, 1 + 4 / 3);
        assert_eq!(Signs::of("ถนน ยัง").words, 2 + 6 / 3);
        assert_eq!(Signs::of("한국어 “quoted” улица").words, 3);
    }

    proptest! {
        #[test]
        fn words_as_the_standard_library_counts_them(
            text in "([a-c .é]|\u{a0}|\u{2003}|\u{85}|\t|\u{1c}|\u{3000}|[กຂကខ々あ㐀中]|\\PC){0,30}"
        ) {
            let unparted = text.chars().filter(|c| is_unparted(*c)).count();
            prop_assert_eq!(Signs::of(&text).words, text.split_whitespace().count() + unparted / 3);
        }
    }
}
