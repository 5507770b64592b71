//! The title that a document states.

use crate::html::one_line;

/// Characters 0x18 to 0x1f and 0x80 to 0xa0 of what strings outside of pages are written in, as annex D of ISO 32000-1 has
/// them; the others are those of Latin-1.
const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
const HIGH: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
];

/// What programs put where a title should be, in front of the name of a file or alone.
const PROGRAMS: [&str; 3] = ["microsoft word - ", "microsoft powerpoint - ", "print "];
const NAMELESS: [&str; 6] =
    ["untitled", "document", "document1", "no title", "about:blank", "presentation"];
/// Endings of names of files: a title that has one is the name of what the document was made of.
const FILES: [&str; 14] = [
    ".doc", ".docx", ".odt", ".rtf", ".txt", ".tex", ".dvi", ".indd", ".qxd", ".pdf", ".ppt",
    ".pptx", ".html", ".htm",
];

/// The title, where it is one.
pub(super) fn title(bytes: &[u8]) -> Option<String> {
    let title = one_line(&characters(bytes));
    let lower = title.to_lowercase();
    let said = !NAMELESS.contains(&lower.as_str())
        && !PROGRAMS.iter().any(|program| lower.starts_with(program))
        && !FILES.iter().any(|ending| lower.ends_with(ending));
    (said && title.contains(char::is_alphanumeric)).then_some(title)
}

/// A string outside of pages: UTF-16 or UTF-8 where its first bytes or all of them say so.
pub(super) fn characters(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        let pairs = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        return char::decode_utf16(pairs).map(|c| c.unwrap_or('\u{fffd}')).collect();
    }
    let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let one = |byte: u8| match byte {
        0x18..=0x1f => LOW[usize::from(byte) - 0x18],
        0x80..=0xa0 => HIGH[usize::from(byte) - 0x80],
        _ => char::from(byte),
    };
    match std::str::from_utf8(rest) {
        Ok(text) => text.to_owned(),
        Err(_) => rest.iter().map(|byte| one(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_in_any_encoding() {
        assert_eq!(title(b"On  tea").as_deref(), Some("On tea"));
        assert_eq!(title(b"\xfe\xff\0T\0\xe9").as_deref(), Some("Té"));
        assert_eq!(title("Thé".as_bytes()).as_deref(), Some("Thé"));
        assert_eq!(title(b"Th\xe9 \x84 \x8dtea\x8e").as_deref(), Some("Thé — “tea”"));
    }

    #[test]
    fn names_of_files_are_no_titles() {
        for name in ["Microsoft Word - a", "report.docx", "untitled", " ", "\u{2014}"] {
            assert_eq!(title(name.as_bytes()), None, "{name}");
        }
    }
}
