//! Lines whose shape comes again: attributions, vote rows, member details, slogans.

use rustc_hash::FxHashMap;

use super::super::BoilerplateCode::{self, *};
use super::super::lines::list_marker;
use super::View;

/// How often a shape must come in one document before it is taken for furniture.
const TIMES: usize = 3;

/// A shape, the whole line's (`=`) or that of its part at the left (`<`) or right (`>`), so that "· Flag" at the end of a
/// line is one shape.
type Shape<'a> = (u8, &'a str);

/// Where a shape was seen.
struct Seen {
    times: usize,
    last: usize,
    /// Whether it stands in two lines on end.
    adjacent: bool,
}

/// Marks lines whose masked shape, or a part of it beside a separator, stands at least [`TIMES`] times in the document
/// and never twice in a row: rows of a list or table follow each other, furniture stands between pieces of content.
pub(super) fn mark(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let mut numbers: FxHashMap<Shape<'_>, usize> = FxHashMap::default();
    let mut shapes: Vec<Seen> = Vec::new();
    let mut places: Vec<(usize, usize)> = Vec::new();
    for at in (0..view.lines.len()).filter(|at| may_repeat(view, *at)) {
        for shape in shapes_of(view, at) {
            let number = *numbers.entry(shape).or_insert(shapes.len());
            if number == shapes.len() {
                shapes.push(Seen { times: 0, last: at, adjacent: false });
            }
            let seen = &mut shapes[number];
            seen.adjacent |= seen.last + 1 == at;
            seen.times += 1;
            seen.last = at;
            places.push((at, number));
        }
    }
    for (at, number) in places {
        let seen = &shapes[number];
        if seen.times >= TIMES && !seen.adjacent && codes[at].is_none() {
            codes[at] = Some(code_of(view, at));
        }
    }
}

/// The shapes of a line that furniture may share.
fn shapes_of<'a>(view: &'a View<'_, '_>, at: usize) -> impl Iterator<Item = Shape<'a>> {
    let shape = view.shapes[at].as_str();
    // A bare number or time may head a section of a log: words must stand beside it.
    let masked =
        shape.contains(['#', '@', '~']) && shape.contains(|c: char| c.is_alphabetic() || c == '~');
    let parts: &[String] = match view.chunks[at].parts.len() {
        0 | 1 => &[],
        _ => &view.chunks[at].masks,
    };
    let left = parts.first().map(|part| (b'<', part.as_str()));
    let right = parts.last().map(|part| (b'>', part.as_str()));
    let whole = (masked || !parts.is_empty()).then_some((b'=', shape));
    [left, right, whole].into_iter().flatten()
}

/// Whether a line could be a repeated piece of furniture: short, not a sentence, no question, no list item, no table row.
fn may_repeat(view: &View<'_, '_>, at: usize) -> bool {
    let line = &view.lines[at];
    line.words <= 14
        && !view.is_set(at)
        && !(line.text.ends_with(['.', '?', ';', ',', ':']) && line.domain().is_none())
        && list_marker(line.text).is_none()
}

fn code_of(view: &View<'_, '_>, at: usize) -> BoilerplateCode {
    if view.lines[at].domain().is_some() {
        Attribution
    } else if super::reactions::has_button(&view.chunks[at]) {
        Reactions
    } else {
        RepeatedLine
    }
}
