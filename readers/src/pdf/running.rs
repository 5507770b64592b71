//! What stands at the edge of page after page: running heads and numbers of pages.

use std::collections::BTreeMap;

use super::lines::Line;

/// Lines at the top and at the bottom of a page that are looked at.
const EDGE: usize = 2;
/// Pages on which the same words at the same place tell a running head, or a number that counts them that of a page.
const PAGES: usize = 2;
/// Words of the longest of them.
const LONGEST: usize = 16;

/// What a line at an edge has in common with those of other pages.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Mark<'a> {
    /// All of it, and where it begins and how high it stands, in points.
    Words(&'a str, i32, i32),
    /// All but its numbers, of which one, so far from the left, is that of the page but for a difference.
    Number(String, usize, i64),
}

/// For each line of each page whether it is such a line. What is as large as `heading` is none: chapters are numbered as well.
pub(super) fn running(pages: &[Vec<Line>], heading: f32) -> Vec<Vec<bool>> {
    let mut seen: BTreeMap<Mark<'_>, usize> = BTreeMap::new();
    let edges: Vec<Vec<usize>> = pages.iter().map(|lines| edges(lines, heading)).collect();
    for (page, (lines, edges)) in pages.iter().zip(&edges).enumerate() {
        let mut marks: Vec<_> = edges.iter().flat_map(|at| marks(&lines[*at], page)).collect();
        marks.sort_unstable();
        marks.dedup();
        marks.into_iter().for_each(|mark| *seen.entry(mark).or_default() += 1);
    }
    let often = |mark: &Mark<'_>| seen.get(mark).is_some_and(|times| *times >= PAGES);
    let of_page = |(page, (lines, edges)): (usize, (&Vec<Line>, &Vec<usize>))| {
        let mut found = vec![false; lines.len()];
        for at in edges {
            found[*at] = marks(&lines[*at], page).iter().any(often);
        }
        found
    };
    pages.iter().zip(&edges).enumerate().map(of_page).collect()
}

/// The short lines nearest to the top and the bottom of a page.
fn edges(lines: &[Line], heading: f32) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].turned).collect();
    order.sort_by(|one, other| lines[*other].y.total_cmp(&lines[*one].y));
    let (top, bottom) = (order.iter().take(EDGE), order.iter().rev().take(EDGE));
    let mut found: Vec<usize> = top.chain(bottom).copied().collect();
    found.sort_unstable();
    found.dedup();
    let short = |line: &Line| line.text.split_whitespace().count() <= LONGEST;
    found.retain(|at| short(&lines[*at]) && lines[*at].size < heading);
    found
}

fn marks(line: &Line, page: usize) -> Vec<Mark<'_>> {
    let text = line.text.as_str();
    let mut masked = String::with_capacity(text.len());
    let mut numbers: Vec<i64> = Vec::new();
    let mut in_number = false;
    for c in text.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                if !std::mem::replace(&mut in_number, true) {
                    masked.push('#');
                    numbers.push(0);
                }
                if let Some(number) = numbers.last_mut() {
                    *number = number.saturating_mul(10).saturating_add(digit.into());
                }
            }
            None => {
                in_number = false;
                masked.push(c);
            }
        }
    }
    let counts = numbers
        .iter()
        .enumerate()
        .map(|(at, number)| Mark::Number(masked.clone(), at, number.saturating_sub(page as i64)));
    counts.chain([Mark::Words(text, line.x0 as i32, line.y as i32)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(texts: &[&str]) -> Vec<Line> {
        let line = |(at, text): (usize, &&str)| Line {
            text: (*text).to_owned(),
            y: 800.0 - 12.0 * at as f32,
            size: 10.0,
            ..Line::default()
        };
        texts.iter().enumerate().map(line).collect()
    }

    #[test]
    fn heads_come_again_and_numbers_count() {
        let pages = [
            page(&["On tea", "One", "Two", "Three", "Four", "Page 7 of 9"]),
            page(&["On tea", "Five", "Two", "Six", "Seven", "Page 8 of 9"]),
            page(&["On tea", "Eight", "Two", "Nine", "Ten", "Page 9 of 9"]),
        ];
        for found in running(&pages, 12.0) {
            assert_eq!(found, [true, false, false, false, false, true]);
        }
    }

    #[test]
    fn numbered_chapters_are_none() {
        let mut pages =
            [page(&["Part 1", "One"]), page(&["Part 2", "Two"]), page(&["Part 3", "x"])];
        assert!(running(&pages, 12.0).iter().all(|found| found[0]));
        pages.iter_mut().for_each(|page| page[0].size = 14.0);
        assert!(running(&pages, 12.0).iter().all(|found| !found[0]));
    }

    #[test]
    fn what_stands_in_the_middle_or_counts_nothing_is_text() {
        let pages = [
            page(&["In 1904 he came", "x", "All", "y", "z", "and left 12 cups"]),
            page(&["In 1910 he came", "v", "All", "y", "w", "and left 40 cups"]),
        ];
        assert!(running(&pages, 12.0).concat().iter().all(|found| !found));
    }
}
