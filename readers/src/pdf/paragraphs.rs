//! Lines to paragraphs, headings, items and rows.
//!
//! Lengths are in sizes of the font, heights of lines in what is usual on the page.

use engine::parse::{BoilerplateCode, LineKind};

use super::lines::Line;
use super::running::running;
use super::words::Words;
use crate::sheet::Sheet;

/// From one line to the next where nothing tells what is usual.
const LEADING: f32 = 1.2;
/// Lines of a page that tell what is usual on it.
const ENOUGH: usize = 6;
/// How many times the usual is more than from one line of a paragraph to the next.
const APART: f32 = 1.3;
/// How far a first line stands in, at least and at most.
const INDENT: f32 = 0.8;
const FARTHEST: f32 = 6.0;
/// What is left at the end of a line that could have held the next word.
const ROOM: f32 = 0.6;
/// Lines that were full before a column of its own is told by them.
const FULL: usize = 3;
/// How many times the size of running text that of a heading is.
const LARGER: f32 = 1.15;
/// Letters of the longest heading, and of the longest line that may be anything.
const HEADING: usize = 160;
const SHORT: usize = 80;

/// How a line goes with the one before it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Step {
    /// The same paragraph.
    On,
    /// Another one, right under it.
    Under,
    /// Another one, set apart.
    Apart,
}

/// Lines that belong together.
#[derive(Debug)]
struct Part {
    lines: Vec<Line>,
    page: usize,
    /// Whether it is set apart from what is before it.
    apart: bool,
    running: bool,
}

impl Part {
    fn first(&self) -> &Line {
        &self.lines[0]
    }

    fn last(&self) -> &Line {
        &self.lines[self.lines.len() - 1]
    }

    fn letters(&self) -> usize {
        self.lines.iter().map(|line| line.text.chars().count()).sum()
    }
}

/// Puts the lines of all pages together.
pub(super) fn sheet(pages: Vec<Vec<Line>>) -> Sheet {
    let words = Words::of(pages.iter().flatten().map(|line| line.text.as_str()));
    let (size, _) = usual(pages.iter().flatten());
    let running = running(&pages, LARGER * size);
    let mut all: Vec<f32> = pages.iter().flat_map(|lines| gaps(lines)).collect();
    all.sort_by(f32::total_cmp);
    let elsewhere = leading(&all).unwrap_or(LEADING);
    let mut parts: Vec<Part> = Vec::new();
    for (page, (lines, running)) in pages.into_iter().zip(running).enumerate() {
        let (mut head, mut body, mut foot) = (Vec::new(), Vec::new(), Vec::new());
        let middle = lines.iter().map(|line| line.y).sum::<f32>() / lines.len().max(1) as f32;
        for (line, running) in lines.into_iter().zip(running) {
            match running {
                false => body.push(line),
                true if line.y > middle => head.push(line),
                true => foot.push(line),
            }
        }
        let edge = |line| Part { lines: vec![line], page, apart: true, running: true };
        parts.extend(head.into_iter().map(edge));
        for part in split(body, page, elsewhere) {
            match continued(&parts, &part) {
                Some(at) => parts[at].lines.extend(part.lines),
                None => parts.push(part),
            }
        }
        parts.extend(foot.into_iter().map(edge));
    }
    write(&parts, &words)
}

/// Splits the lines of a page into parts. `elsewhere` is what is usual from one line to the next on all pages.
fn split(lines: Vec<Line>, page: usize, elsewhere: f32) -> Vec<Part> {
    let gaps = gaps(&lines);
    let leading = leading(&gaps).filter(|_| gaps.len() >= ENOUGH).unwrap_or(elsewhere);
    let edges = edges(&lines);
    let mut parts: Vec<Part> = Vec::new();
    // What comes after the line at hand tells an indent from a quotation.
    let ahead: Vec<Option<f32>> = (0..lines.len())
        .map(|at| {
            let (line, next) = (&lines[at], lines.get(at + 1)?);
            (line.y > next.y && line.y - next.y < APART * leading * line.size).then_some(next.x0)
        })
        .collect();
    for (at, line) in lines.into_iter().enumerate() {
        let before = parts.last().zip(at.checked_sub(1).map(|before| edges[before]));
        let step = match before {
            Some((part, edge)) => step(part, edge, &line, ahead[at], leading),
            None => Step::Apart,
        };
        match (step, parts.last_mut()) {
            (Step::On, Some(part)) => part.lines.push(line),
            _ => {
                let apart = step == Step::Apart;
                parts.push(Part { lines: vec![line], page, apart, running: false });
            }
        }
    }
    parts
}

/// From each line of a page to the next, where both may be of one paragraph; sorted.
fn gaps(lines: &[Line]) -> Vec<f32> {
    let pairs = lines.windows(2).filter_map(|pair| {
        let [one, other] = pair else { return None };
        // Items and rows may be set apart and be as many as the lines of paragraphs.
        let text = [one, other].iter().all(|line| line.cells < 2) && marker(&other.text).is_none();
        let by = (one.y - other.y) / one.size;
        (text && alike(one, other) && overlap(one, other) && by > 0.5 && by < 2.5).then_some(by)
    });
    let mut all: Vec<f32> = pairs.collect();
    all.sort_by(f32::total_cmp);
    all
}

/// What is usual from one line to the next.
fn leading(gaps: &[f32]) -> Option<f32> {
    gaps.get(gaps.len().saturating_sub(1) / 2).copied()
}

/// Where the column of each line ends at the right.
fn edges(lines: &[Line]) -> Vec<f32> {
    let mut edges: Vec<f32> = lines.iter().map(|line| edge(lines, line)).collect();
    let mut start = 0;
    for run in lines.chunk_by(is_beneath) {
        let end = start + run.len();
        if let Some(edge) = own_edge(run) {
            edges[start..end].fill(edge);
        }
        start = end;
    }
    edges
}

/// Whether a line stands beneath another one in what may be the same column.
fn is_beneath(one: &Line, other: &Line) -> bool {
    let by = (one.y - other.y) / one.size;
    let begins = (one.x0 - other.x0).abs() < FARTHEST * one.size;
    alike(one, other) && overlap(one, other) && begins && by > 0.5 && by < 2.5
}

/// Where lines one beneath the other end at the right if they are a column of their own, however long others are that begin
/// where it does: wherever a sentence goes on, there was no room for the next word.
fn own_edge(run: &[Line]) -> Option<f32> {
    let edge = run.iter().map(|line| line.x1).fold(f32::NEG_INFINITY, f32::max);
    let mut full = 0;
    for pair in run.windows(2) {
        let [one, next] = pair else { continue };
        if one.cells > 1 || next.cells > 1 || marker(&next.text).is_some() {
            return None;
        }
        if !ends_sentence(&one.text) {
            if has_room(one, edge, next) {
                return None;
            }
            full += 1;
        }
    }
    (full >= FULL).then_some(edge)
}

/// Whether a line that could go on to an edge has room for the first word of the next one.
fn has_room(line: &Line, edge: f32, next: &Line) -> bool {
    edge - line.x1 > width_of_first_word(next) + ROOM * line.size
}

/// Where the lines that begin where one does end at the right.
fn edge(lines: &[Line], line: &Line) -> f32 {
    let same = |other: &&Line| alike(line, other) && (line.x0 - other.x0).abs() < 2.0 * line.size;
    lines.iter().filter(same).map(|other| other.x1).fold(line.x1, f32::max)
}

/// Whether two lines are set in the same way.
fn alike(one: &Line, other: &Line) -> bool {
    (one.size - other.size).abs() < 0.1 * one.size.max(other.size)
        && one.bold == other.bold
        && one.turned == other.turned
}

fn overlap(one: &Line, other: &Line) -> bool {
    one.x0 < other.x1 && other.x0 < one.x1
}

/// How a line goes with the part before it. `edge` is where the column of that part's last line ends, `ahead` where the line
/// after this one begins, if it is close.
fn step(part: &Part, edge: f32, line: &Line, ahead: Option<f32>, leading: f32) -> Step {
    let (first, before) = (part.first(), part.last());
    let (size, by) = (before.size, before.y - line.y);
    let close = by > 0.2 * size && by <= APART * leading * size.max(line.size);
    if !close || !alike(before, line) || !overlap(before, line) {
        return Step::Apart;
    }
    let ended = ends_sentence(&before.text);
    let room = has_room(before, edge, line);
    let item = part.lines.len() == 1 && marker(&first.text).is_some();
    match marker(&line.text) {
        Some(true) => return Step::Under,
        Some(false) if ended || room || item => return Step::Under,
        _ => {}
    }
    if before.cells > 1 || line.cells > 1 {
        return Step::Under;
    }
    let by = (line.x0 - before.x0) / size;
    let back = ahead.is_none_or(|ahead| ahead < line.x0 - 0.5 * size);
    if (INDENT..FARTHEST).contains(&by) && ended && back && !item {
        return Step::Apart;
    }
    // Back to where an entry began whose other lines stand in.
    if by < -INDENT && part.lines.len() > 1 && before.x0 > first.x0 + INDENT * size {
        return Step::Apart;
    }
    match (room, ended) {
        (true, true) => Step::Apart,
        (true, false) => Step::Under,
        _ => Step::On,
    }
}

/// About as wide as the first word of a line and the blank before it.
fn width_of_first_word(line: &Line) -> f32 {
    let letters = line.text.chars().count().max(1) as f32;
    let word = line.text.split(' ').next().unwrap_or_default().chars().count() as f32 + 1.0;
    (line.x1 - line.x0) * word / letters
}

/// The part that goes on, behind the end of a page or a column, with this one.
fn continued(parts: &[Part], part: &Part) -> Option<usize> {
    let line = part.first();
    if !line.text.starts_with(char::is_lowercase) || line.cells > 1 || line.turned {
        return None;
    }
    // Notes at the foot of the page are smaller.
    let is_passed = |one: &Part| one.running || one.first().size < 0.92 * line.size;
    let at = parts.iter().rposition(|one| !is_passed(one) || part.page - one.page > 1)?;
    let (before, elsewhere) = (&parts[at], parts[at].page != part.page);
    let last = before.last();
    let moved = elsewhere || last.y < line.y;
    let near = part.page - before.page <= 1;
    let goes_on =
        moved && near && alike(last, line) && last.cells == 1 && !ends_sentence(&last.text);
    goes_on.then_some(at)
}

/// Whether a line begins as an item of a list does; `Some(false)` where it may also be the next line of a sentence.
fn marker(text: &str) -> Option<bool> {
    let (first, rest) = text.split_once(' ')?;
    if rest.trim().is_empty() {
        return None;
    }
    if matches!(first, "•" | "◦" | "▪" | "‣" | "●" | "○") {
        return Some(true);
    }
    let inner = first.strip_prefix('(').unwrap_or(first).strip_suffix(['.', ')']);
    let counts = |inner: &str| {
        let digits = inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit());
        digits || (inner.len() == 1 && first.ends_with(')'))
    };
    let counted = inner.is_some_and(|inner| !inner.is_empty() && counts(inner));
    (counted || matches!(first, "-" | "–" | "*" | "·")).then_some(false)
}

fn ends_sentence(text: &str) -> bool {
    let note = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let inner = text.trim_end_matches(note);
    let inner = inner.trim_end_matches([')', ']', '"', '\'', '”', '’', '»', '“']);
    inner.ends_with(['.', '!', '?', ':', '…', '؟', '।', '۔'])
}

/// What most of the text is set in.
fn usual<'a>(lines: impl Iterator<Item = &'a Line>) -> (f32, bool) {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    let (mut bold, mut all) = (0, 0);
    for line in lines {
        let letters = line.text.chars().count();
        all += letters;
        bold += if line.bold { letters } else { 0 };
        match sizes.iter_mut().find(|(size, _)| (size - line.size).abs() < 0.04 * size) {
            Some((_, count)) => *count += letters,
            None => sizes.push((line.size, letters)),
        }
    }
    let most = sizes.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(10.0, |(size, _)| *size), bold * 2 > all)
}

/// Whether a part is a heading in a text that is usually so.
fn is_heading(part: &Part, (size, bold): (f32, bool)) -> bool {
    let (first, last) = (part.first(), part.last());
    let larger = first.size > LARGER * size;
    let heavier = first.bold && !bold && first.size > 0.95 * size;
    let fits = part.lines.len() <= 4 && part.letters() <= HEADING && first.cells == 1;
    let closed = last.text.ends_with([',', ';']) || (last.text.ends_with('.') && !larger);
    let word = part.lines.iter().any(|line| line.text.chars().any(char::is_alphabetic));
    fits && (larger || heavier) && !closed && word && !first.turned
}

fn write(parts: &[Part], words: &Words) -> Sheet {
    let usual = usual(parts.iter().filter(|part| !part.running).flat_map(|part| &part.lines));
    let headings: Vec<bool> =
        parts.iter().map(|part| !part.running && is_heading(part, usual)).collect();
    let mut levels: Vec<(i32, bool)> = Vec::new();
    let level = |part: &Part| ((part.first().size * 2.0) as i32, part.first().bold);
    levels.extend(parts.iter().zip(&headings).filter(|(_, is)| **is).map(|(part, _)| level(part)));
    levels.sort_unstable_by(|one, other| other.cmp(one));
    levels.dedup();
    let mut sheet = Sheet::default();
    let mut before = None;
    for (at, part) in parts.iter().enumerate() {
        let text = words.joined(part.lines.iter().map(|line| line.text.as_str()));
        let is_row = |other: Option<&Part>| {
            other.is_some_and(|other| other.first().cells > 1 && other.page == part.page)
        };
        let beside = at.checked_sub(1).and_then(|before| parts.get(before));
        let row = is_row(Some(part)) && (is_row(beside) || is_row(parts.get(at + 1)));
        let kind = if part.running {
            Some(LineKind::Furniture(BoilerplateCode::RepeatedLine))
        } else if headings[at] {
            let place = levels.iter().position(|one| *one == level(part)).unwrap_or(0);
            Some(LineKind::Heading(place.min(5) as u8 + 1))
        } else if row {
            Some(LineKind::TableRow)
        } else if marker(&text).is_some() {
            Some(LineKind::ListItem)
        } else {
            // A short line may be anything: its form decides.
            (part.lines.len() > 1 || part.letters() >= SHORT).then_some(LineKind::Text)
        };
        // However far rows and items are apart, a table is one and so is a list.
        let one = matches!(kind, Some(LineKind::TableRow | LineKind::ListItem)) && kind == before;
        if (part.apart && !one) || headings[at] || (at > 0 && headings[at - 1]) {
            sheet.gap();
        }
        before = kind;
        sheet.line("", &text, kind);
    }
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines of size 10 and width 5 a letter, 12 apart, at places from the left and with more room above some.
    fn page(lines: &[(&str, f32, f32)]) -> Vec<Line> {
        let mut y = 800.0;
        let place = |(text, x0, above): &(&str, f32, f32)| {
            y -= 12.0 + above;
            let x1 = x0 + 5.0 * text.chars().count() as f32;
            let text = (*text).to_owned();
            Line { text, x0: *x0, x1, y, size: 10.0, cells: 1, ..Line::default() }
        };
        lines.iter().map(place).collect()
    }

    fn text(pages: Vec<Vec<Line>>) -> String {
        sheet(pages).text
    }

    #[test]
    fn lines_become_paragraphs_and_broken_words_whole() {
        let lines = [
            ("It was a long after-", 0.0, 0.0),
            ("noon, and the tea was", 0.0, 0.0),
            ("cold.", 0.0, 0.0),
            ("Nobody had seen any-", 0.0, 8.0),
            ("thing of it.", 0.0, 0.0),
        ];
        let want =
            "It was a long afternoon, and the tea was cold.\n\nNobody had seen anything of it.\n";
        assert_eq!(text(vec![page(&lines)]), want);
    }

    #[test]
    fn indents_and_early_ends_tell_paragraphs_apart() {
        let lines = [
            ("    The first paragraph begins", 20.0, 0.0),
            ("here and it ends on a full line of it.", 0.0, 0.0),
            ("    The second paragraph begins", 20.0, 0.0),
            ("here and it ends early on its own.", 0.0, 0.0),
        ];
        let lines = lines.map(|(text, x0, above)| (text.trim_start(), x0, above));
        let found = text(vec![page(&lines)]);
        assert_eq!(found.matches("\n\n").count(), 1, "{found}");
        let early = [
            ("A line that goes to the very end of its column", 0.0, 0.0),
            ("and one that does not.", 0.0, 0.0),
            ("Another paragraph, to the end of its column, so", 0.0, 0.0),
            ("it ends here.", 0.0, 0.0),
        ];
        let found = text(vec![page(&early)]);
        assert!(found.contains("does not.\n\nAnother"), "{found}");
    }

    #[test]
    fn a_column_ends_where_its_own_lines_do() {
        let lines = [
            (
                "A line over the whole page begins where the left column of it does, and it is long.",
                0.0,
                0.0,
            ),
            ("The left column tells", 0.0, 30.0),
            ("of a client who wept", 0.0, 0.0),
            ("at the door and was", 0.0, 0.0),
            ("asked in.", 0.0, 0.0),
        ];
        let found = text(vec![page(&lines)]);
        assert!(
            found.contains("tells of a client who wept at the door and was asked in."),
            "{found}"
        );
        // Lines that had room for more are of their own.
        let address = [
            lines[0],
            ("Jane Doe", 0.0, 30.0),
            ("12 Wallpaper Street", 0.0, 0.0),
            ("London", 0.0, 0.0),
        ];
        let found = text(vec![page(&address)]);
        assert!(found.contains("Doe\n12 Wallpaper Street\nLondon"), "{found}");
    }

    #[test]
    fn items_and_rows_do_not_tell_how_far_lines_are_apart() {
        let lines = [
            ("The first paragraph fills its line and ends.", 0.0, 0.0),
            ("Second paragraph, set apart and nothing else.", 0.0, 6.0),
            ("1. one", 0.0, 6.0),
            ("2. two", 0.0, 6.0),
            ("3. three", 0.0, 6.0),
            ("4. four", 0.0, 6.0),
            ("5. five", 0.0, 6.0),
            ("6. six and the other line of it, which is full", 0.0, 6.0),
            ("to its end", 0.0, 0.0),
        ];
        let found = text(vec![page(&lines)]);
        assert!(found.contains("ends.\n\nSecond"), "{found}");
        assert!(found.contains("else.\n\n1. one\n2. two\n"), "one list: {found}");
    }

    #[test]
    fn items_are_told_apart() {
        let lines = [
            ("Take with you:", 0.0, 0.0),
            ("• a cup that holds enough tea for two persons", 10.0, 0.0),
            ("and a spoon", 20.0, 0.0),
            ("• sugar", 10.0, 0.0),
        ];
        let sheet = sheet(vec![page(&lines)]);
        let want =
            "Take with you:\n• a cup that holds enough tea for two persons and a spoon\n• sugar\n";
        assert_eq!(sheet.text, want);
        let kinds: Vec<LineKind> = sheet.hints.iter().map(|hint| hint.kind).collect();
        assert_eq!(kinds, [LineKind::ListItem, LineKind::ListItem]);
    }

    #[test]
    fn a_paragraph_goes_on_behind_the_end_of_its_page() {
        let foot = |number: u32| {
            let y = 20.0;
            Line { text: number.to_string(), x1: 5.0, y, size: 10.0, cells: 1, ..Line::default() }
        };
        let mut one = page(&[("One of them had been seen", 0.0, 0.0), ("by all of the", 0.0, 0.0)]);
        let mut two = page(&[("people there.", 0.0, 0.0), ("Then they left.", 0.0, 9.0)]);
        one.push(foot(4));
        two.push(foot(5));
        let sheet = sheet(vec![one, two]);
        let want =
            "One of them had been seen by all of the people there.\n\n4\n\nThen they left.\n\n5\n";
        assert_eq!(sheet.text, want);
        let furniture = LineKind::Furniture(BoilerplateCode::RepeatedLine);
        let numbers = sheet.hints.iter().filter(|hint| hint.kind == furniture);
        assert_eq!(numbers.map(|hint| hint.line).collect::<Vec<_>>(), [2, 6]);
    }

    #[test]
    fn larger_and_heavier_lines_are_headings() {
        let mut lines = page(&[
            ("On tea", 0.0, 0.0),
            ("Green", 0.0, 12.0),
            ("It is picked early and steamed at", 0.0, 4.0),
            ("once, which keeps its colour.", 0.0, 0.0),
        ]);
        lines[0].size = 18.0;
        lines[1].bold = true;
        let sheet = sheet(vec![lines]);
        let kinds: Vec<(u32, LineKind)> =
            sheet.hints.iter().map(|hint| (hint.line, hint.kind)).collect();
        let want = [(0, LineKind::Heading(1)), (2, LineKind::Heading(2)), (4, LineKind::Text)];
        assert_eq!(kinds, want);
    }

    #[test]
    fn rows_with_cells_are_a_table() {
        let mut lines = page(&[("tea | 4", 0.0, 0.0), ("milk | 1", 0.0, 0.0)]);
        lines.iter_mut().for_each(|line| line.cells = 2);
        let sheet = sheet(vec![lines]);
        assert_eq!(sheet.text, "tea | 4\nmilk | 1\n");
        assert!(sheet.hints.iter().all(|hint| hint.kind == LineKind::TableRow));
        assert_eq!(sheet.hints.len(), 2);
    }
}
