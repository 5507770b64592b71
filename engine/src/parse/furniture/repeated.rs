//! Lines whose shape comes again: attributions, vote rows, member details, slogans.

use rustc_hash::FxHashMap;

use super::super::BoilerplateCode::{self, *};
use super::super::lines::{domain, list_marker};
use super::View;
use super::chunks::Chunks;
use super::mask;

/// How often a shape must come in one document before it is taken for furniture.
const TIMES: usize = 3;

/// Marks lines whose masked shape, or a part of it beside a separator, stands at least [`TIMES`] times in the document
/// and never twice in a row: rows of a list or table follow each other, furniture stands between pieces of content.
pub(super) fn mark(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let mut places: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, line) in view.lines.iter().enumerate() {
        if !may_repeat(view, at) {
            continue;
        }
        let shape = &view.shapes[at];
        // A bare number or time may head a section of a log: words must stand beside it.
        let masked = shape.contains(['#', '@', '~'])
            && shape.contains(|c: char| c.is_alphabetic() || c == '~');
        let chunks = Chunks::of(line.text);
        if chunks.parts.len() > 1 {
            // Each part with its place from the left or right, so that "· Flag" at the end of a line is one shape.
            let last = chunks.parts.len() - 1;
            places.entry(format!("< {}", mask(chunks.parts[0]))).or_default().push(at);
            places.entry(format!("> {}", mask(chunks.parts[last]))).or_default().push(at);
        }
        if masked || chunks.parts.len() > 1 {
            places.entry(format!("= {shape}")).or_default().push(at);
        }
    }
    let mut shapes: Vec<(String, Vec<usize>)> = places.into_iter().collect();
    shapes.sort();
    for (_, lines) in shapes {
        let adjacent = lines.windows(2).any(|pair| pair[1] == pair[0] + 1);
        if lines.len() >= TIMES && !adjacent {
            for at in lines {
                codes[at] = codes[at].or(Some(code_of(view, at)));
            }
        }
    }
}

/// Whether a line could be a repeated piece of furniture: short, not a sentence, no question, no list item, no table row.
fn may_repeat(view: &View<'_, '_>, at: usize) -> bool {
    let line = &view.lines[at];
    line.words <= 14
        && !view.is_set(at)
        && !(line.text.ends_with(['.', '?', ';', ',', ':']) && domain(line.text).is_none())
        && list_marker(line.text).is_none()
}

fn code_of(view: &View<'_, '_>, at: usize) -> BoilerplateCode {
    let text = view.lines[at].text;
    if domain(text).is_some() {
        Attribution
    } else if super::reactions::has_button(text) {
        Reactions
    } else {
        RepeatedLine
    }
}
