//! List items and table rows taken apart.

use engine::Span;

/// A list item's marker and its text: `•`, `-`, `3.`, `b)`. The marker is empty where there is none.
pub fn split_marker(item: Span, text: &str) -> (Span, Span) {
    let line = item.of(text);
    let marker = marker_length(line);
    let gap = line[marker..].len() - line[marker..].trim_start().len();
    let at = item.start + marker as u32;
    (Span { start: item.start, end: at }, Span { start: at + gap as u32, end: item.end })
}

fn marker_length(line: &str) -> usize {
    let Some((word, _)) = line.split_once(char::is_whitespace) else { return 0 };
    let bullet = word.chars().count() == 1
        && word.chars().all(|character| !character.is_alphanumeric() && character != '"');
    let inner = word.trim_start_matches('(').trim_end_matches(['.', ')', ':']);
    let number = !inner.is_empty()
        && inner.len() < word.len()
        && (inner.bytes().all(|byte| byte.is_ascii_digit())
            || inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_alphabetic()));
    if bullet || number { word.len() } else { 0 }
}

/// The cells of a table row: what stands between its pipes, without the blanks around it.
pub fn cells(row: Span, text: &str) -> Vec<Span> {
    let line = row.of(text);
    let mut cells = Vec::new();
    let mut at = 0;
    for part in line.split('|') {
        let start = at + (part.len() - part.trim_start().len());
        let end = (at + part.trim_end().len()).max(start);
        cells.push(Span { start: row.start + start as u32, end: row.start + end as u32 });
        at += part.len() + 1;
    }
    if line.starts_with('|') {
        cells.remove(0);
    }
    if line.ends_with('|') && cells.len() > 1 {
        cells.pop();
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marker(line: &str) -> (&str, &str) {
        let (marker, rest) = split_marker(Span::new(0, line.len()), line);
        (marker.of(line), rest.of(line))
    }

    #[test]
    fn markers_come_off_and_words_do_not() {
        assert_eq!(marker("• Sleep well"), ("•", "Sleep well"));
        assert_eq!(marker("12.  Sleep well"), ("12.", "Sleep well"));
        assert_eq!(marker("b) Sleep"), ("b)", "Sleep"));
        assert_eq!(marker("Sleep: eight hours"), ("", "Sleep: eight hours"));
        assert_eq!(marker("I am tall"), ("", "I am tall"));
        assert_eq!(marker("–"), ("", "–"));
        assert_eq!(marker(""), ("", ""));
    }

    #[test]
    fn cells_lose_their_blanks_and_the_outer_pipes() {
        let cut = |line: &str| -> Vec<String> {
            let row = Span::new(0, line.len());
            cells(row, line).into_iter().map(|cell| cell.of(line).to_owned()).collect()
        };
        assert_eq!(cut("| Age | Height |"), ["Age", "Height"]);
        assert_eq!(cut("Age|Height"), ["Age", "Height"]);
        assert_eq!(cut("| 12 |  | 5ft |"), ["12", "", "5ft"]);
        assert_eq!(cut("|"), [""]);
    }
}
