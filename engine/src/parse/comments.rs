//! Readers' comments under an article: numbered names with their text indented.

use super::SectionKind;
use super::draft::Draft;
use super::lines::{Line, list_marker};
use crate::Span;

/// The name in a line of nothing but a number and a name.
pub(super) fn comment_name(line: &Line<'_>) -> Option<Span> {
    let marker = list_marker(line.text).filter(|marker| marker.ordered)?;
    let name = &line.text[marker.len..];
    let words = name.split_whitespace().count();
    let named = words <= 4
        && name.chars().next().is_some_and(char::is_alphanumeric)
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '.' | '-' | '\'' | '’'))
        && !name.ends_with('.');
    let start = line.span.start as usize + marker.len;
    named.then(|| Span::new(start, start + name.len()))
}

/// The comment a comment at this indent answers: the last one further out.
pub(super) fn parent(sections: &[Draft], lines: &[Line<'_>], indent: usize) -> Option<usize> {
    sections
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, section)| section.kind == SectionKind::Comment)
        .find(|(_, section)| lines[section.first].indent < indent)
        .map(|(at, _)| at)
}
