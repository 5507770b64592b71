//! Where a foreign piece goes in a document.

use crate::gold::{Line, Page};
use crate::random::SplitMix64;

/// Fewest words of the line before an insertion: after a heading or a question its own text must follow.
const FULL_LINE: usize = 15;

/// Behind the last line that belongs, before the furniture at the foot.
pub(super) fn end(page: &Page) -> Option<usize> {
    page.lines.iter().rposition(Line::is_on).map(|at| at + 1)
}

/// Before the first line that belongs.
pub(super) fn start(page: &Page) -> Option<usize> {
    page.lines.iter().position(Line::is_on)
}

/// So many places between paragraphs, from first to last, none in the first or last fifth of the words.
pub(super) fn between(page: &Page, count: usize, random: &mut SplitMix64) -> Option<Vec<usize>> {
    let whole = page.on_words();
    let mut before = 0;
    let mut places = Vec::new();
    for (at, line) in page.lines.iter().enumerate().filter(|(_, line)| line.is_on()) {
        before += line.words();
        let inside = before * 5 >= whole && before * 5 <= whole * 4;
        if inside && line.words() >= FULL_LINE {
            places.push(at + 1);
        }
    }
    if places.len() < count {
        return None;
    }
    random.shuffle(&mut places);
    places.truncate(count);
    places.sort_unstable();
    Some(places)
}

/// Puts lines before the line at an index, with blank lines between them where the document has them between its own.
pub(super) fn insert(page: &mut Page, at: usize, piece: Vec<Line>) {
    let is_blank = |at: usize| page.lines.get(at).is_none_or(|line| line.want.is_none());
    let (before, after) = (at == 0 || is_blank(at - 1), is_blank(at));
    let mut lines = Vec::new();
    let spaced = is_spaced(page);
    for line in piece {
        if spaced && (!lines.is_empty() || !before) {
            lines.push(Line::blank());
        }
        lines.push(line);
    }
    if spaced && !after {
        lines.push(Line::blank());
    }
    page.lines.splice(at..at, lines);
}

/// Whether most paragraphs of a document have a blank line under them.
fn is_spaced(page: &Page) -> bool {
    let pairs = page.lines.windows(2).filter(|pair| pair[0].is_on());
    let (blank, all) = pairs
        .fold((0, 0), |(blank, all), pair| (blank + usize::from(pair[1].want.is_none()), all + 1));
    blank * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::tests::marked;

    fn texts(page: &Page) -> Vec<&str> {
        page.lines.iter().map(|line| line.text.as_str()).collect()
    }

    fn foreign() -> Vec<Line> {
        marked("d.txt", &["f|x", "f|y"]).lines
    }

    #[test]
    fn before_and_behind_what_belongs() {
        let page = marked("a.txt", &["b|Menu", "n|One", "n|Two", "b|Foot"]);
        let mut both = page.clone();
        insert(&mut both, end(&page).unwrap(), foreign());
        insert(&mut both, start(&page).unwrap(), foreign());
        assert_eq!(texts(&both), ["Menu", "x", "y", "One", "Two", "x", "y", "Foot"]);
    }

    #[test]
    fn blank_lines_as_in_the_document() {
        let page = marked("a.txt", &["n|One", "", "n|Two", "", "n|Three"]);
        let mut appended = page.clone();
        insert(&mut appended, end(&page).unwrap(), foreign());
        assert_eq!(texts(&appended), ["One", "", "Two", "", "Three", "", "x", "", "y"]);
        let mut inserted = page.clone();
        insert(&mut inserted, 1, foreign());
        assert_eq!(texts(&inserted), ["One", "", "x", "", "y", "", "Two", "", "Three"]);
        let mut prepended = page;
        insert(&mut prepended, 0, foreign());
        assert_eq!(texts(&prepended)[..5], ["x", "", "y", "", "One"]);
    }

    #[test]
    fn not_after_a_heading_nor_near_an_end() {
        let long = format!("n|{}", "word ".repeat(20));
        let lines = [&long, "n|Heading", &long, &long, "n|Heading", &long, &long];
        let page = marked("a.txt", &lines);
        let mut random = SplitMix64::new(1);
        assert_eq!(between(&page, 3, &mut random), None);
        assert_eq!(between(&page, 2, &mut random), Some(vec![3, 4]));
    }
}
