//! Columns of experts: a name with letters behind it, then role and place, then what the expert says.

use super::lines::{Line, comma};
use crate::Span;

/// Where in a line the name stands and where the letters after it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct ExpertName {
    pub(super) author: Span,
    pub(super) credentials: Span,
}

/// Reads "First Last, ABC, DEF": two to five capitalised words and one or more groups of capital letters.
pub(super) fn expert_name(line: &Line<'_>) -> Option<ExpertName> {
    let text = line.text;
    let at = comma(line)?;
    let (name, letters) = (&text[..at], &text[at + 2..]);
    let words = || name.split_whitespace();
    let capital = |word: &str| {
        word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
    };
    let named = words().all(capital)
        && (2..=5).contains(&words().count())
        && !name.contains(|c: char| c.is_ascii_digit());
    let credentialed = || letters.split(", ").all(is_credential);
    (named && credentialed()).then(|| ExpertName {
        author: Span::new(0, name.len()),
        credentials: Span::new(name.len() + 2, text.len()),
    })
}

/// Letters after a name: two or more capitals, at most seven letters in all, at least half of them capitals.
fn is_credential(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    (2..=7).contains(&letters)
        && capitals >= 2
        && capitals * 2 >= letters
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.'))
}

/// Whether a line under an expert's name is a detail and not yet text.
pub(super) fn is_detail(line: &Line<'_>) -> bool {
    line.words <= 6 && !line.ends_sentence()
}

/// Whether a detail names a place: a comma between names, or every word capitalised.
pub(super) fn is_place(text: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    text.contains(", ") || text.split_whitespace().all(capital)
}

/// The name in a byline: the whole of a full name, or what stands behind "by" up to a separator.
pub(super) fn byline_name(line: &Line<'_>) -> Option<Span> {
    if line.is_full_name() {
        return Some(line.span);
    }
    let (first, rest) = line.text.split_once(' ')?;
    let capital = rest.chars().next().is_some_and(char::is_uppercase);
    if first.chars().count() > 4 || !capital || !first.chars().all(char::is_alphabetic) {
        return None;
    }
    let end = rest.find([',', '|', '·', '•', '»', '(']).unwrap_or(rest.len());
    let name = rest[..rest[..end].find("  ").unwrap_or(end)].trim_end();
    let start = line.span.start as usize + first.len() + 1;
    (name.split_whitespace().count() <= 5).then(|| Span::new(start, start + name.len()))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn names_and_letters() {
        let text = "Ada King, RN, Ph.D.";
        let name = expert_name(&lines(text)[0]).unwrap();
        assert_eq!((name.author.of(text), name.credentials.of(text)), ("Ada King", "RN, Ph.D."));
        for not in [
            "Austin, Texas",
            "Los Angeles, California",
            "Mr A, 81",
            "Bread, butter",
            "Ada King, nurse",
        ] {
            assert_eq!(expert_name(&lines(not)[0]), None, "{not}");
        }
    }

    #[test]
    fn places_are_names() {
        assert!(is_place("Los Angeles") && is_place("Austin, Texas"));
        assert!(!is_place("Sports psychologist"));
    }
}
