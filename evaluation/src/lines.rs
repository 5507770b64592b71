//! Which block of a parsed document each line is.

use engine::parse::Document;

/// The lines of a document that are not blank, counted from 1, each with the index of its block.
///
/// `None` where no block has a byte of the line, which does not happen in documents that were parsed.
pub fn blocks_of_lines(document: &Document) -> Vec<(usize, Option<usize>)> {
    let mut lines = Vec::new();
    let mut offset = 0;
    let mut block = 0;
    for (index, line) in document.text.split('\n').enumerate() {
        let end = offset + line.len();
        if !line.trim().is_empty() {
            // Blocks are in text order: those that end before this line are done with.
            while document.blocks.get(block).is_some_and(|b| b.span.end as usize <= offset) {
                block += 1;
            }
            lines.push((index + 1, main_block(document, block, offset, end)));
        }
        offset = end + 1;
    }
    lines
}

/// The block most bytes of a line belong to; of equals the first.
fn main_block(document: &Document, from: usize, start: usize, end: usize) -> Option<usize> {
    let mut best = None;
    let mut most = 0;
    for (index, block) in document.blocks.iter().enumerate().skip(from) {
        let (block_start, block_end) = (block.span.start as usize, block.span.end as usize);
        if block_start >= end {
            break;
        }
        let shared = block_end.min(end).saturating_sub(block_start.max(start));
        if shared > most {
            (best, most) = (Some(index), shared);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use engine::parse::parse;

    use super::*;

    #[test]
    fn every_line_that_is_not_blank_has_a_block() {
        let text = "Title of the page\n\nA paragraph of some words.\n- one\n- two\n\n\nThe end.\n";
        let document = parse("a.txt", text.to_owned(), None);
        let lines = blocks_of_lines(&document);
        let numbers: Vec<usize> = lines.iter().map(|line| line.0).collect();
        assert_eq!(numbers, [1, 3, 4, 5, 8]);
        assert!(lines.iter().all(|line| line.1.is_some()));
        assert!(lines.windows(2).all(|pair| pair[0].1 <= pair[1].1));
    }
}
