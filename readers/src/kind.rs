//! What a file is: its bytes are asked first, then its name.

use std::fmt;

use crate::Reason;

/// What a file was read as.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// Plain text, kept as it is.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// A table: cells between commas, semicolons, tabs or bars.
    Table,
    /// JSON: one value.
    Json,
    /// JSON, a value a line.
    JsonLines,
    /// A Word document.
    Docx,
    /// A PDF.
    Pdf,
    /// An archive.
    Zip,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Table => "a table",
            Self::Json => "JSON",
            Self::JsonLines => "JSON lines",
            Self::Docx => "a Word document",
            Self::Pdf => "a PDF",
            Self::Zip => "a zip archive",
        })
    }
}

/// The endings of names that say what a file is.
const ENDINGS: [(&str, Format); 16] = [
    ("txt", Format::Text),
    ("text", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("csv", Format::Table),
    ("tsv", Format::Table),
    ("tab", Format::Table),
    ("json", Format::Json),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("docx", Format::Docx),
    ("pdf", Format::Pdf),
    ("zip", Format::Zip),
];

/// What the end of a name says.
pub(crate) fn by_name(name: &str) -> Option<Format> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let (_, ending) = file.rsplit_once('.')?;
    ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|(_, format)| *format)
}

/// Whether a file of this name is taken from a folder, where nobody asked for it by name.
pub fn is_known(name: &str) -> bool {
    by_name(name).is_some()
}

/// Whether a file of this name is text from its first byte to its last, as its name says: how much, is known before it is read.
pub fn is_all_text(name: &str) -> bool {
    matches!(by_name(name), Some(Format::Text | Format::Markdown))
}

/// First bytes, and what they are the first bytes of.
const MAGIC: [(&[u8], &str); 26] = [
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or a recording"),
    (b"BM\0", "a bitmap picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\0\0\x01\0", "an icon"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"\0asm", "a WebAssembly module"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word, Excel or PowerPoint file of before 2007"),
    (b"SQLite format 3\0", "a database"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a recording"),
    (b"wOF2", "a font"),
    (b"wOFF", "a font"),
];

/// What the first bytes say for certain: an archive, a PDF, or something that is no text.
pub(crate) fn by_magic(bytes: &[u8]) -> Result<Option<Format>, Reason> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Some(Format::Zip));
    }
    if bytes.starts_with(b"%PDF-") {
        return Ok(Some(Format::Pdf));
    }
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        // "BZh" and "ID3" could begin a text; data has other bytes soon.
        let head = &bytes[..bytes.len().min(256)];
        let texty = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
        if *what == "an RTF document" || !head.iter().all(texty) {
            return Err(Reason::WrongType(what));
        }
    }
    match bytes.get(4..8) {
        Some(b"ftyp") => Err(Reason::WrongType("a film or a picture")),
        _ => Ok(None),
    }
}

/// What text is whose name says nothing of use.
pub(crate) fn by_text(text: &str) -> Format {
    let mut head = text.trim_start();
    // What may stand before the first element.
    loop {
        let rest = match head.get(..4) {
            Some("<!--") => head.find("-->").map(|end| &head[end + 3..]),
            Some("<?xm") => head.find("?>").map(|end| &head[end + 2..]),
            _ => None,
        };
        match rest {
            Some(rest) => head = rest.trim_start(),
            None => break,
        }
    }
    let starts = |tag: &str| head.get(..tag.len()).is_some_and(|it| it.eq_ignore_ascii_case(tag));
    if starts("<!doctype html") || starts("<html") {
        Format::Html
    } else if head.starts_with('{') && is_json_line(head) {
        Format::JsonLines
    } else if head.starts_with(['{', '[']) && crate::json::is_json(head) {
        Format::Json
    } else {
        Format::Text
    }
}

/// Whether the first line is a whole object, and the second line, if any, begins one.
fn is_json_line(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(crate::json::is_json)
        && lines.next().is_none_or(|line| line.trim_start().starts_with('{'))
}

/// The encoding that a page or a style of it names near its beginning: `charset=` in HTML, `encoding=` in XML.
pub(crate) fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let at = head
        .find("charset=")
        .map(|at| at + 8)
        .or_else(|| head.find("<?xml").and_then(|_| head.find("encoding=")).map(|at| at + 9))?;
    let rest = head[at..].trim_start_matches(['"', '\'', ' ']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')));
    let name = &rest[..end.unwrap_or(rest.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_a_file_is() {
        assert_eq!(by_name("a/b.tar/c.HTM"), Some(Format::Html));
        assert_eq!(by_name("a.html/readme"), None);
        assert_eq!(by_name("a\\b.csv"), Some(Format::Table));
    }

    #[test]
    fn bytes_go_before_names() {
        assert_eq!(by_magic(b"\x89PNG\r\n\x1a\n"), Err(Reason::WrongType("a PNG picture")));
        assert_eq!(by_magic(b"PK\x03\x04.."), Ok(Some(Format::Zip)));
        assert_eq!(by_magic(b"BZh is a name\n"), Ok(None));
        assert_eq!(by_magic(b"\0\0\0\x20ftypisom"), Err(Reason::WrongType("a film or a picture")));
    }

    #[test]
    fn text_says_what_it_is() {
        for (text, format) in [
            ("<!-- saved --> <!DOCTYPE HTML>", Format::Html),
            ("<?xml version=\"1.0\"?>\n<html lang=en>", Format::Html),
            ("{\"a\":1}\n{\"a\":2}\n", Format::JsonLines),
            ("[1,\n2]", Format::Json),
            ("{\n\"a\": 1}", Format::Json),
            ("[1] A note", Format::Text),
            ("<3 this", Format::Text),
        ] {
            assert_eq!(by_text(text), format, "{text}");
        }
    }

    #[test]
    fn the_encoding_a_page_names() {
        assert_eq!(declared(b"<meta charset='ISO-8859-2'>").as_deref(), Some("iso-8859-2"));
        let old = b"<meta content=\"text/html; charset=windows-1251\">";
        assert_eq!(declared(old).as_deref(), Some("windows-1251"));
        assert_eq!(declared(b"<p>charset"), None);
    }
}
