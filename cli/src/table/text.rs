//! Text from documents and file names on one line of a terminal.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The text on one line, with nothing in it that moves the cursor, changes colours or turns the direction of writing.
///
/// White space is a blank; any other control character, and what Unicode has to override the direction, is `�`.
pub(crate) fn visible(text: &str) -> String {
    let shown = |c: char| match c {
        '\t' | '\n' | '\r' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}

/// Columns the text takes on a terminal.
pub(super) fn width(text: &str) -> usize {
    // By character as a reader sees it, so that a text is as wide as its pieces wherever it is cut.
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The text in so many columns at most; where something is left out it ends with `…`.
pub(super) fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else { return Cow::Borrowed("") };
    let mut used = 0;
    let fits = |(_, grapheme): &(usize, &str)| {
        used += grapheme.width();
        used <= room
    };
    let kept = text.grapheme_indices(true).take_while(fits).last();
    let end = kept.map_or(0, |(start, grapheme)| start + grapheme.len());
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_codes_and_line_ends_do_nothing() {
        assert_eq!(visible("a\tb\r\nc"), "a b  c");
        assert_eq!(visible("\u{1b}[31mred\u{7}\u{9b}2J"), "�[31mred��2J");
        assert_eq!(visible("gpj.\u{202e}exe"), "gpj.�exe");
        assert_eq!(visible("crème 東京 👩‍🚀"), "crème 東京 👩‍🚀");
    }

    #[test]
    fn columns_are_not_characters() {
        for (text, columns) in [("", 0), ("abc", 3), ("東京", 4), ("e\u{301}", 1), ("👩‍🚀!", 3)]
        {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn cut_between_what_a_reader_takes_for_characters() {
        for (text, columns, want) in [
            ("abcdef", 6, "abcdef"),
            ("abcdef", 5, "abcd…"),
            ("abcdef", 1, "…"),
            ("abcdef", 0, ""),
            ("ab cdef", 4, "ab…"),
            // Half a wide character does not fit: one column stays free.
            ("東京の桜", 4, "東…"),
            ("東京の桜", 5, "東京…"),
            ("cafe\u{301}s etc", 5, "cafe\u{301}…"),
            ("👩‍🚀👩‍🚀👩‍🚀", 3, "👩‍🚀…"),
        ] {
            let cut = cut(text, columns);
            assert_eq!(cut, want);
            assert!(width(&cut) <= columns);
        }
    }
}
