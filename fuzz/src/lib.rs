//! What holds for any bytes.

use engine::parse::{Document, parse_with};
use readers::{Found, Limits, Reader, Settings};

/// Reads a file, under limits that a fuzzer reaches, and parses what is in it.
pub fn read(name: &str, bytes: &[u8]) {
    let limits = Limits { file: 1 << 20, entries: 20, unpacked: 4 << 20, ratio: 200 };
    let mut reader = Reader::new(Settings { limits, ..Settings::default() });
    reader.push(name, bytes.to_vec());
    while let Some(found) = reader.next() {
        let progress = reader.progress();
        assert!(progress.done <= progress.total);
        match found {
            Found::Source(source) => {
                let lines = source.text.split_inclusive('\n').count();
                assert!(source.hints.is_sorted_by_key(|hint| hint.line), "hints out of order");
                assert!(
                    source.hints.iter().all(|hint| (hint.line as usize) < lines),
                    "no such line"
                );
                check(&parse_with(&source.name, source.text, source.language, &source.hints));
            }
            Found::Note(note) => assert!(!note.to_string().is_empty()),
            Found::Problem(problem) => assert!(!problem.to_string().is_empty()),
        }
    }
}

/// Every byte that is not white space is in exactly one block.
pub fn check(document: &Document) {
    let mut last = 0;
    for block in &document.blocks {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        assert!(document.text[last..start].trim().is_empty() && start < end, "text is lost");
        last = end;
    }
    assert!(document.text[last..].trim().is_empty(), "text is lost at the end");
}
