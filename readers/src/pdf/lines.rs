//! Letters to lines.
//!
//! Producers write text in the order it is read in, columns one after the other, so that order is kept: what is found out is
//! where a line ends. Lengths are in sizes of the font.

use std::collections::BTreeSet;

use super::content::{Letter, Letters};
use super::glyphs::accented;

/// How far two letters of one line may be apart in height; a raised one of a smaller font more.
const LEVEL: f32 = 0.3;
const RAISED: f32 = 0.6;
/// How many times the size of others the largest small letter is, and how far a raised one is above them.
const SMALL: f32 = 0.85;
const ABOVE: f32 = 0.15;
/// How far a letter may reach back over the one before it.
const BACK: f32 = 0.6;
/// From here on there is a blank between two letters, and from there on a cell of a table ends.
const BLANK: f32 = 0.15;
const CELL: f32 = 2.0;
/// How far apart a letter may be drawn twice.
const TWICE: f32 = 0.06;
/// How far a piece of a line that comes later may be from the line it belongs to.
const BESIDE: f32 = 0.7;
/// Ways that lines of a page go which are told apart.
const WAYS: usize = 32;
/// Lines of a page that are looked through for such pieces.
const MANY: usize = 1000;

/// A line of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    /// From where to where it goes, how high it is above others.
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    /// The height most of its letters have.
    pub(super) size: f32,
    /// Whether all of it is heavy.
    pub(super) bold: bool,
    /// Pieces with much room between them.
    pub(super) cells: usize,
    /// Whether it goes another way than most of the page.
    pub(super) turned: bool,
}

/// The lines of a page, in the order they are written in; those that go another way than most come last.
pub(super) fn lines(letters: &Letters) -> Vec<Line> {
    let mut pieces = pieces(letters);
    if pieces.len() <= MANY {
        pieces = joined(letters, pieces);
    }
    let main = main_way(&letters.all);
    let lines = pieces.iter().map(|piece| line(letters, piece, main));
    let mut lines: Vec<Line> = lines.filter(|line| !line.text.is_empty()).collect();
    lines.sort_by_key(|line| line.turned);
    lines
}

fn is_blank(letters: &Letters, letter: &Letter) -> bool {
    letters.text(letter).trim().is_empty()
}

/// Whether two letters' lines go the same way.
fn alike(one: (f32, f32), other: (f32, f32)) -> bool {
    one.0 * other.0 + one.1 * other.1 > 0.998
}

/// The way most letters go.
fn main_way(letters: &[Letter]) -> (f32, f32) {
    let mut ways: Vec<((f32, f32), usize)> = Vec::new();
    for letter in letters {
        match ways.iter().position(|(way, _)| alike(*way, letter.way)) {
            Some(at) => ways[at].1 += 1,
            None if ways.len() < WAYS => ways.push((letter.way, 1)),
            None => {}
        }
    }
    // Of two that are as many, the first.
    let most = ways.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or((1.0, 0.0), |(way, _)| *way)
}

/// Letters that follow each other on one line.
type Piece = Vec<Letter>;

fn pieces(letters: &Letters) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut drawn = BTreeSet::new();
    for letter in &letters.all {
        // Heavy letters are made of the same letter twice, a little apart.
        let step = (letter.size * TWICE).max(0.1);
        let place = |by: i64| ((letter.x0 / step) as i64 + by, (letter.y / step) as i64);
        let is_drawn = |by| drawn.contains(&(letters.text(letter), place(by)));
        let blank = is_blank(letters, letter);
        if !blank && [-1, 0, 1].into_iter().any(is_drawn) {
            continue;
        }
        drawn.insert((letters.text(letter), place(0)));
        match found.last_mut() {
            Some(piece) if goes_on(letters, piece, letter) => piece.push(*letter),
            _ => found.push(vec![*letter]),
        }
    }
    found.retain(|piece| piece.iter().any(|letter| !is_blank(letters, letter)));
    found
}

/// Whether a letter stands on the line of a piece and next to where it ends.
fn goes_on(letters: &Letters, piece: &Piece, letter: &Letter) -> bool {
    let (Some(first), Some(last)) = (piece.first(), piece.last()) else { return false };
    let size = last.size.max(letter.size);
    if !alike(last.way, letter.way) {
        return false;
    }
    let apart = (last.y - letter.y).abs();
    let raised = last.size.min(letter.size) < SMALL * size;
    if apart > if raised { RAISED } else { LEVEL } * size {
        return false;
    }
    // Lines that are read from the right may also be written from there.
    let leftwards = is_leftward(letters.text(letter)) || is_blank(letters, letter);
    let after = letter.x0 - last.x1 > -BACK * size;
    after
        || (leftwards
            && letter.x1 <= first.x0 + BACK * size
            && piece.iter().any(|one| is_leftward(letters.text(one))))
}

fn ends(piece: &Piece) -> (f32, f32) {
    let left = piece.iter().map(|letter| letter.x0).fold(f32::INFINITY, f32::min);
    let right = piece.iter().map(|letter| letter.x1).fold(f32::NEG_INFINITY, f32::max);
    (left, right)
}

/// Puts pieces that were written later, as links are at times, where they belong in the lines before them.
fn joined(letters: &Letters, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for piece in pieces {
        let home = found.iter_mut().rev().find(|line| belongs(line, &piece));
        match home {
            Some(line) => {
                line.extend(piece);
                line.sort_by(|one, other| one.x0.total_cmp(&other.x0));
            }
            None => found.push(piece),
        }
    }
    found.retain(|piece| piece.iter().any(|letter| !is_blank(letters, letter)));
    found
}

/// Whether a piece stands on a line, right behind it, before it, or where it has room.
fn belongs(line: &Piece, piece: &Piece) -> bool {
    let (Some(first), Some(other)) = (line.first(), piece.first()) else { return false };
    let size = first.size.max(other.size);
    if !alike(first.way, other.way) || (first.y - other.y).abs() > LEVEL * size {
        return false;
    }
    let ((left, right), (from, to)) = (ends(line), ends(piece));
    let near = |gap: f32| (-LEVEL * size..BESIDE * size).contains(&gap);
    if near(from - right) || near(left - to) {
        return true;
    }
    let inside = from > left && to < right;
    inside
        && line
            .iter()
            .all(|letter| letter.x1 <= from + LEVEL * size || letter.x0 >= to - LEVEL * size)
}

fn line(letters: &Letters, piece: &Piece, main: (f32, f32)) -> Line {
    let mut ordered: Vec<&Letter> = piece.iter().collect();
    let count = |is: fn(&str) -> bool| piece.iter().filter(|one| is(letters.text(one))).count();
    let leftwards = count(is_leftward) > count(is_rightward);
    if leftwards {
        order_leftwards(letters, &mut ordered);
    }
    let usual = usual(piece);
    let mut line = Line { cells: 1, bold: true, ..Line::default() };
    let mut last: Option<&Letter> = None;
    let mut composed = [0; 4];
    let mut over = None;
    for (at, letter) in ordered.iter().enumerate() {
        if let (Some(next), None) = (ordered.get(at + 1), over)
            && is_over(letter, next)
            && let Some(c) = accented(letters.text(letter), letters.text(next))
        {
            over = Some(c);
            continue;
        }
        let text = match (letters.text(letter), ordered.get(at + 1)) {
            // Where a word may be broken and is not: nothing is seen of it, and the next letter takes its place.
            ("\u{ad}", Some(next)) if next.x0 < (letter.x0 + letter.x1) / 2.0 => continue,
            ("\u{ad}", Some(_)) => "-",
            (text, _) => text,
        };
        let over = over.take().or_else(|| raised(letter, text, &usual));
        let text = over.map_or(text, |c: char| c.encode_utf8(&mut composed));
        if text.trim().is_empty() {
            if !line.text.ends_with(' ') && !line.text.is_empty() {
                line.text.push(' ');
            }
            continue;
        }
        if let Some(last) = last {
            let gap = (letter.x0 - last.x1).max(last.x0 - letter.x1) / last.size.max(letter.size);
            if gap > CELL && !is_marker(&line.text) {
                line.text.truncate(line.text.trim_end().len());
                line.text.push_str(" | ");
                line.cells += 1;
            } else if gap > BLANK && !line.text.ends_with(' ') && !text.starts_with(' ') {
                line.text.push(' ');
            }
        }
        line.text.push_str(text);
        line.bold &= letter.bold;
        last = Some(letter);
    }
    line.text.truncate(line.text.trim_end().len());
    (line.x0, line.x1) = ends(piece);
    (line.y, line.size) = (usual.y, usual.size);
    line.turned = !alike(usual.way, main);
    line
}

/// A figure that stands above its line, as the number of a note or a power does: no part of the word before it.
fn raised(letter: &Letter, text: &str, usual: &Letter) -> Option<char> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let small = letter.size < SMALL * usual.size && letter.y - usual.y > ABOVE * usual.size;
    let digit = text.parse::<usize>().ok().filter(|_| small && text.len() == 1);
    digit.map(|digit| DIGITS[digit])
}

/// Whether a letter stands over or under another one.
fn is_over(letter: &Letter, other: &Letter) -> bool {
    let middle = (letter.x0 + letter.x1) / 2.0;
    other.x0 < middle && middle < other.x1
}

/// Whether a text is what stands before an item of a list, with whatever room behind it.
fn is_marker(text: &str) -> bool {
    let text = text.trim_end();
    let numbered = text.ends_with(['.', ')']) && text.chars().count() <= 5;
    numbered || matches!(text, "•" | "◦" | "▪" | "‣" | "●" | "○" | "–" | "-" | "*")
}

/// A letter of the size that most letters have.
fn usual(piece: &Piece) -> Letter {
    let mut sizes: Vec<(f32, usize, Letter)> = Vec::new();
    for letter in piece {
        match sizes.iter_mut().find(|(size, ..)| (size - letter.size).abs() < 0.05 * size) {
            Some((_, count, _)) => *count += 1,
            None => sizes.push((letter.size, 1, *letter)),
        }
    }
    let most = sizes.iter().rev().max_by_key(|(_, count, _)| *count);
    most.map_or(piece[0], |(.., letter)| *letter)
}

/// Whether the first letter of a text belongs to a script that is read from the right.
fn is_leftward(text: &str) -> bool {
    let leftward =
        |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    text.chars().any(|c| c.is_alphabetic() && leftward(c))
}

fn is_rightward(text: &str) -> bool {
    !is_leftward(text) && text.chars().any(char::is_alphabetic)
}

/// From where they stand to the order they are read in, from the right; what is read from the left, words of another script and
/// numbers, keeps its own.
fn order_leftwards(letters: &Letters, ordered: &mut [&Letter]) {
    ordered.sort_by(|one, other| other.x0.total_cmp(&one.x0));
    let own = |letter: &Letter| {
        let text = letters.text(letter);
        is_rightward(text) || text.chars().any(char::is_numeric)
    };
    let mut start = 0;
    while start < ordered.len() {
        if !own(ordered[start]) {
            start += 1;
            continue;
        }
        // What stands between two such letters, as a point in a number, goes with them.
        let end = ordered[start..].iter().position(|one| is_leftward(letters.text(one)));
        let end = end.map_or(ordered.len(), |end| start + end);
        let last =
            ordered[start..end].iter().rposition(|one| own(one)).map_or(start, |at| start + at);
        ordered[start..=last].reverse();
        start = last + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of size 10, each half as wide, written one after the other at places.
    fn page(texts: &[(&str, f32, f32)]) -> Letters {
        let mut letters = Letters::default();
        for (text, x, y) in texts {
            for (at, c) in text.chars().enumerate() {
                let start = letters.text.len() as u32;
                letters.text.push(c);
                let x0 = x + 5.0 * at as f32;
                let end = letters.text.len() as u32;
                let (way, size) = ((1.0, 0.0), 10.0);
                letters.all.push(Letter {
                    start,
                    end,
                    x0,
                    x1: x0 + 5.0,
                    y: *y,
                    size,
                    way,
                    bold: false,
                });
            }
        }
        letters
    }

    fn texts(letters: &Letters) -> Vec<String> {
        lines(letters).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn blanks_are_where_there_is_room() {
        let letters = page(&[("One", 0.0, 50.0), ("two", 18.0, 50.0), ("three", 34.0, 50.0)]);
        assert_eq!(texts(&letters), ["One twothree"]);
    }

    #[test]
    fn columns_stay_apart_and_cells_are_told() {
        let letters = page(&[("left", 0.0, 50.0), ("more", 0.0, 38.0), ("right", 200.0, 50.0)]);
        assert_eq!(texts(&letters), ["left", "more", "right"]);
        let letters = page(&[("tea", 0.0, 50.0), ("4.50", 200.0, 50.0)]);
        assert_eq!(texts(&letters), ["tea | 4.50"]);
    }

    #[test]
    fn what_is_written_later_finds_its_line() {
        let letters = page(&[
            ("see", 0.0, 50.0),
            ("for", 40.0, 50.0),
            ("more", 0.0, 38.0),
            ("this", 18.0, 50.0),
        ]);
        assert_eq!(texts(&letters), ["see this for", "more"]);
    }

    #[test]
    fn letters_drawn_twice_count_once() {
        let letters = page(&[("Heavy", 0.0, 50.0), ("Heavy", 0.3, 50.0)]);
        assert_eq!(texts(&letters), ["Heavy"]);
    }

    #[test]
    fn breaks_of_words_that_are_not_seen_are_none() {
        let mut letters = page(&[("exam\u{ad}ple", 0.0, 50.0)]);
        letters.all.iter_mut().skip(5).for_each(|letter| letter.x0 -= 5.0);
        assert_eq!(texts(&letters), ["example"]);
        let seen = page(&[("exam\u{ad}ple exam\u{ad}", 0.0, 50.0)]);
        assert_eq!(texts(&seen), ["exam-ple exam\u{ad}"]);
    }

    #[test]
    fn accents_over_letters_are_part_of_them() {
        let mut letters = page(&[("f¨ur `a", 0.0, 50.0)]);
        letters.all[1].x0 = 5.5;
        letters
            .all
            .iter_mut()
            .skip(2)
            .for_each(|letter| (letter.x0, letter.x1) = (letter.x0 - 5.0, letter.x1 - 5.0));
        assert_eq!(texts(&letters), ["für `a"]);
    }

    #[test]
    fn raised_figures_are_no_part_of_words() {
        let mut letters = page(&[("says12 so", 0.0, 50.0)]);
        for letter in &mut letters.all[4..6] {
            (letter.y, letter.size) = (53.5, 6.0);
        }
        assert_eq!(texts(&letters), ["says¹² so"]);
        letters.all[4..6].iter_mut().for_each(|letter| letter.y = 50.0);
        assert_eq!(texts(&letters), ["says12 so"]);
    }

    #[test]
    fn letters_of_narrow_fonts_are_not_drawn_twice() {
        let mut letters = page(&[("ill", 0.0, 50.0)]);
        for (at, letter) in letters.all.iter_mut().enumerate() {
            (letter.x0, letter.x1) = (2.0 * at as f32, 2.0 * at as f32 + 2.0);
        }
        assert_eq!(texts(&letters), ["ill"]);
    }

    #[test]
    fn lines_read_from_the_right_are_put_in_order() {
        // As they stand on paper, from the left.
        let letters = page(&[("2024 תנש םולש", 0.0, 50.0)]);
        assert_eq!(texts(&letters), ["שלום שנת 2024"]);
    }

    #[test]
    fn what_goes_another_way_comes_last() {
        let mut letters = page(&[("stamp", 0.0, 50.0), ("The text of the page", 0.0, 30.0)]);
        letters.all.iter_mut().take(5).for_each(|letter| letter.way = (0.0, 1.0));
        assert_eq!(texts(&letters), ["The text of the page", "stamp"]);
    }
}
