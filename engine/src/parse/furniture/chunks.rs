//! A line cut at the separators that menus, breadcrumbs and button rows put between their parts.

use super::super::lines::Line;
use super::super::signs::{ARROW, COLON, GAP, PIPE, SLASH, TAB, WIDE};

/// What stands between two parts of a line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Separator {
    /// `›`, `»`, `>`, `/`, `::`, `‹`, `←`, `→`: a path through a site.
    Path,
    /// `|`, `·`, `•`: a row of parts.
    Bar,
    /// Nothing but two or more blanks.
    Gap,
}

/// The parts of a line and the kinds of separator between them.
#[derive(Debug, Default)]
pub(super) struct Chunks<'t> {
    /// The parts, trimmed, empty ones left out.
    pub(super) parts: Vec<&'t str>,
    /// One per place where the line was cut.
    pub(super) separators: Vec<Separator>,
    /// The parts folded and masked, where the line was cut and is short enough to be furniture; empty elsewhere.
    pub(super) masks: Vec<String>,
}

impl<'t> Chunks<'t> {
    /// Cuts a line; `masked` says whether its parts are masked too.
    pub(super) fn of_line(line: &Line<'t>, masked: bool) -> Self {
        let mut chunks = match line.signs.has(PIPE | ARROW | SLASH | COLON | TAB | GAP | WIDE) {
            true => Self::of(line.text),
            false => Self { parts: vec![line.text], ..Self::default() },
        };
        if masked && !chunks.separators.is_empty() {
            chunks.masks = chunks.parts.iter().map(|part| super::mask(part)).collect();
        }
        chunks
    }

    /// Cuts a text.
    fn of(text: &'t str) -> Self {
        let mut chunks = Self::default();
        // A pair of these quotes what stands between them.
        let quoted = !text.is_ascii() && text.contains('«') && text.contains('»');
        let bytes = text.as_bytes();
        let mut start = 0;
        let mut at = 0;
        while at < text.len() {
            // Nearly every character is of a kind that starts no separator, or a blank before a letter.
            let next = bytes.get(at + 1).copied().unwrap_or(b' ');
            if is_plain(bytes[at]) || bytes[at] == b' ' && is_letter(next) {
                at += 1;
                continue;
            }
            let rest = &text[at..];
            if let Some((separator, len)) = separator(rest, quoted) {
                chunks.close(&text[start..at], Some(separator));
                at += len;
                start = at;
            } else {
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
        chunks.close(&text[start..], None);
        chunks
    }

    fn close(&mut self, part: &'t str, separator: Option<Separator>) {
        let part = part.trim();
        if !part.is_empty() {
            self.parts.push(part);
        }
        self.separators.extend(separator);
    }

    /// Whether any separator is of this kind.
    pub(super) fn has(&self, kind: Separator) -> bool {
        self.separators.contains(&kind)
    }

    /// Number of separators of this kind.
    pub(super) fn count(&self, kind: Separator) -> usize {
        self.separators.iter().filter(|s| **s == kind).count()
    }

    /// Words of the longest part.
    pub(super) fn longest(&self) -> usize {
        self.parts.iter().map(|part| part.split_whitespace().count()).max().unwrap_or(0)
    }

    /// Whether a part closes or contains a sentence, as prose does.
    pub(super) fn has_prose(&self) -> bool {
        self.parts.iter().any(|part| {
            part.split_whitespace().count() > 8
                || (part.split_whitespace().count() > 3 && part.ends_with(['.', ';', ',']))
        })
    }
}

/// Whether a byte stands in no separator and is no blank: all of ASCII that is printed but for the pipe.
fn is_plain(byte: u8) -> bool {
    byte > b' ' && byte < 0x7f && byte != b'|'
}

/// Whether a byte is an ASCII letter or digit.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// The separator at the start of `rest`, with its length in bytes, the blanks around it included.
fn separator(rest: &str, quoted: bool) -> Option<(Separator, usize)> {
    let body = rest.trim_start();
    let blanks = rest.len() - body.len();
    let wide =
        rest.chars().take_while(|c| c.is_whitespace()).count() >= 2 || rest.starts_with('\t');
    let first = body.chars().next()?;
    let kind = match first {
        '›' | '»' | '‹' | '«' | '←' | '→' => Some(Separator::Path),
        // These also stand inside words and sums: only with a blank before and behind.
        '>' | '/' if blanks > 0 && body[1..].starts_with(char::is_whitespace) => {
            Some(Separator::Path)
        }
        ':' if blanks > 0 && body.starts_with(":: ") => Some(Separator::Path),
        '★' if blanks > 0 && body[first.len_utf8()..].starts_with(char::is_whitespace) => {
            Some(Separator::Bar)
        }
        '|' | '•' | '●' => Some(Separator::Bar),
        '·' if blanks > 0 || body.len() == first.len_utf8() => Some(Separator::Bar),
        _ => None,
    };
    // Quotation marks of several languages double as arrows: only with a blank on both sides.
    let kind = match first {
        '»' | '«' if quoted => None,
        '»' | '«' | '›' | '‹' => {
            kind.filter(|_| blanks > 0 && body[first.len_utf8()..].starts_with(char::is_whitespace))
        }
        _ => kind,
    };
    match kind {
        Some(kind) => {
            let len = if body.starts_with("::") { 2 } else { first.len_utf8() };
            // The blanks behind belong to it too, or they would count as a gap of their own.
            let after = body[len..].len() - body[len..].trim_start().len();
            Some((kind, blanks + len + after))
        }
        None => (wide && blanks > 0).then_some((Separator::Gap, blanks)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn menus_paths_and_gaps() {
        let chunks = Chunks::of("Home   Join us   Rehearsals");
        assert_eq!(chunks.parts, ["Home", "Join us", "Rehearsals"]);
        assert!(chunks.has(Separator::Gap));
        let chunks = Chunks::of("Board index  ‹  Housing  ‹  Private renting");
        assert_eq!(chunks.parts, ["Board index", "Housing", "Private renting"]);
        assert_eq!(chunks.count(Separator::Path), 2);
        let chunks = Chunks::of("Report \u{a0} | \u{a0} More on x.org");
        assert_eq!(chunks.parts, ["Report", "More on x.org"]);
        assert_eq!(chunks.separators, [Separator::Bar]);
    }

    #[test]
    fn prose_stays_whole() {
        for text in ["He said « non » and left.", "3/4 of and/or", "a-b – c"] {
            assert!(Chunks::of(text).parts.len() <= 3);
        }
        assert_eq!(Chunks::of("3/4 of and/or is one part").parts.len(), 1);
    }
}
