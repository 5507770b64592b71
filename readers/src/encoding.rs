//! Bytes to text: which encoding it is, and the characters.
//!
//! UTF-8 and UTF-16 are the standard library's; Windows-1252 is a table of 32 characters. A library of all encodings would
//! bring more tables than everything else here together.

use std::fmt;

use crate::Reason;

/// How the characters of a file are written as bytes.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Encoding {
    /// UTF-8, plain ASCII included.
    #[default]
    Utf8,
    /// UTF-8 with a byte order mark, which is left out.
    Utf8Marked,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, of which Latin-1 is a part.
    Windows1252,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Marked => "UTF-8 with a byte order mark",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

/// Text out of bytes.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: Encoding,
    /// Places where the bytes did not fit.
    pub(crate) bad: usize,
}

/// Characters 0x80 to 0x9F of Windows-1252, as <https://encoding.spec.whatwg.org/#windows-1252> has them.
pub(crate) const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Names that pages give to Windows-1252 and to what is a part of it.
const WINDOWS_NAMES: [&str; 7] =
    ["windows-1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "cp1252"];

/// Finds the encoding and decodes. `declared` is the name the text itself gives; it is asked only where the bytes do not
/// answer, since names are wrong more often than bytes are.
pub(crate) fn decode(bytes: Vec<u8>, declared: Option<&str>) -> Result<Decoded, Reason> {
    match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, rest @ ..] => {
            return utf8(rest.to_vec(), Encoding::Utf8Marked, declared);
        }
        [0xff, 0xfe, rest @ ..] => return utf16(rest, Encoding::Utf16Le),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, Encoding::Utf16Be),
        _ => {}
    }
    match unmarked_utf16(&bytes) {
        Some(encoding) => utf16(&bytes, encoding),
        None => utf8(bytes, Encoding::Utf8, declared),
    }
}

fn utf8(bytes: Vec<u8>, encoding: Encoding, declared: Option<&str>) -> Result<Decoded, Reason> {
    match String::from_utf8(bytes) {
        Ok(text) => plain(Decoded { text, encoding, bad: 0 }),
        Err(error) => damaged(error.as_bytes(), encoding, declared),
    }
}

/// Bytes that are not wholly UTF-8: UTF-8 with a few bad places, or Windows-1252.
fn damaged(bytes: &[u8], encoding: Encoding, declared: Option<&str>) -> Result<Decoded, Reason> {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if encoding == Encoding::Utf8Marked || good > 4 * bad {
        return plain(Decoded { text: String::from_utf8_lossy(bytes).into_owned(), encoding, bad });
    }
    let other = declared.filter(|name| {
        !WINDOWS_NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
            && !name.eq_ignore_ascii_case("utf-8")
    });
    // In no language written with Latin letters is a quarter of them beyond ASCII.
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let letters = high + bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    if has_controls(bytes.iter().map(|byte| char::from(*byte))) {
        return Err(Reason::Binary);
    }
    if other.is_some() || high * 4 > letters {
        return Err(Reason::Encoding(other.map(str::to_owned)));
    }
    let text = bytes.iter().map(|byte| match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    });
    Ok(Decoded { text: text.collect(), encoding: Encoding::Windows1252, bad: 0 })
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Result<Decoded, Reason> {
    let units = bytes.chunks(2).map(|pair| match (pair, encoding) {
        ([low, high], Encoding::Utf16Le) | ([high, low], _) => u16::from_be_bytes([*high, *low]),
        // Half a character at the end is none.
        _ => 0xd800,
    });
    let (mut text, mut bad) = (String::with_capacity(bytes.len() / 2), 0);
    for c in char::decode_utf16(units) {
        bad += usize::from(c.is_err());
        text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    plain(Decoded { text, encoding, bad })
}

/// Whether it is UTF-16 without a mark: in the first bytes, half of the one side are zero and none of the other.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(1024) & !1];
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() / 4;
    if head.len() < 4 {
        None
    } else if even == 0 && odd > most {
        Some(Encoding::Utf16Le)
    } else if odd == 0 && even > most {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Refuses what decodes and is no text.
fn plain(decoded: Decoded) -> Result<Decoded, Reason> {
    if has_controls(decoded.text.chars()) { Err(Reason::Binary) } else { Ok(decoded) }
}

/// Whether there are control characters no text has: a few of one kind may stray into a text, a file of data is full of
/// them.
fn has_controls(chars: impl Iterator<Item = char>) -> bool {
    let (mut controls, mut all) = (0_usize, 0_usize);
    for c in chars {
        all += 1;
        // Form feeds part pages, and escapes colour logs.
        controls += usize::from(c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1b}'));
    }
    controls * 50 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<(String, Encoding, usize), Reason> {
        decode(bytes.to_vec(), None).map(|read| (read.text, read.encoding, read.bad))
    }

    #[test]
    fn every_encoding_is_known_by_its_bytes() {
        let text = "Grüße, “so” – 10 €";
        let utf16: Vec<u16> = text.encode_utf16().collect();
        let le: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let be: Vec<u8> = utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        let windows = b"Gr\xfc\xdfe, \x93so\x94 \x96 10 \x80";
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (marked(&[0xef, 0xbb, 0xbf], text.as_bytes()), Encoding::Utf8Marked),
            (marked(&[0xff, 0xfe], &le), Encoding::Utf16Le),
            (marked(&[0xfe, 0xff], &be), Encoding::Utf16Be),
            (le, Encoding::Utf16Le),
            (be, Encoding::Utf16Be),
            // Few letters, so that more than a quarter would be beyond ASCII.
            (marked(b"Many plain letters stand here. ", windows), Encoding::Windows1252),
        ] {
            let (read, found, bad) = read(&bytes).unwrap();
            assert!(read.ends_with(text), "{encoding}: {read}");
            assert_eq!((found, bad), (encoding, 0));
        }
    }

    #[test]
    fn a_few_bad_bytes_in_much_utf8() {
        let text = [&"é".repeat(30).into_bytes()[..], b" \xff x"].concat();
        let (text, encoding, bad) = read(&text).unwrap();
        assert_eq!((encoding, bad), (Encoding::Utf8, 1));
        assert!(text.ends_with(" � x"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(read(&[0, 1, 2, 3, 0xff, 0xfe, 7]).unwrap_err(), Reason::Binary);
        assert_eq!(read(b"MZ\0\0\x01\0\0\0plain").unwrap_err(), Reason::Binary);
        // "привет, как дела" in Windows-1251.
        let cyrillic = b"\xef\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0";
        assert_eq!(read(cyrillic).unwrap_err(), Reason::Encoding(None));
        let named = decode(b"a long word \xf9".to_vec(), Some("iso-8859-2"));
        assert_eq!(named.unwrap_err(), Reason::Encoding(Some("iso-8859-2".to_owned())));
    }
}
