//! Any bytes under any name, for a bounded time: nothing panics, and what is read fits together.
//!
//! `FUZZ_SECONDS=600 cargo test --release -p topic-readers --test any_bytes` looks longer; a failure prints its seed.

use std::io::{Cursor, Write};
use std::time::Duration;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use engine::parse::parse_with;
use readers::{Found, Limits, Reader, Settings};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: &[&str] = &[
    "a", "a.txt", "a.html", "a.md", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.docx", "a.zip",
    "x/a.bin",
];

/// Pieces that mean something to one of the readers.
const PIECES: &[&[u8]] = &[
    b"<!doctype html>",
    b"<p>",
    b"</p>",
    b"<b>",
    b"<ul><li>",
    b"</ul>",
    b"<table><tr><td>",
    b"<td>",
    b"</table>",
    b"<h1>",
    b"</h1>",
    b"<nav>",
    b"</nav>",
    b"<a href=#>",
    b"</a>",
    b"<pre>",
    b"<blockquote>",
    b"<button>",
    b"<br>",
    b"<svg>",
    b"<template>",
    b"<select>",
    b"<script>",
    b"</script>",
    b"<!--",
    b"-->",
    b"<li>",
    b"&amp;",
    b"&#0;",
    b"<div class='nav ad'>",
    b"<ol start=4294967295>",
    b"<html lang=de>",
    b"<title>",
    b"# ",
    b"> ",
    b"- ",
    b"1. ",
    b"```\n",
    b"| a | b |\n|---|---|\n",
    b"---\n",
    b"[x](y)",
    b"[^1]: ",
    b",",
    b";",
    b"\t",
    b"\"",
    b"\"\"",
    b"\n",
    b"\r\n",
    b"text,title\n",
    b"{\"text\":",
    b"[",
    b"]",
    b"{",
    b"}",
    b"\"a\"",
    b":",
    b"1e9",
    b"null",
    b"[[[[",
    b"\\u0000",
    b"\xff",
    b"\xfe",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"word",
    b"A line of text stands here.",
    b"What is it?",
    b"<w:p>",
    b"</w:p>",
    b"<w:t>",
    b"</w:t>",
    b"<w:tbl>",
    b"<w:tr><w:tc>",
    b"</w:tc></w:tr>",
    b"</w:tbl>",
    b"<w:pStyle w:val=\"Heading1\"/>",
    b"<w:numPr><w:ilvl w:val=\"9\"/><w:numId w:val=\"1\"/></w:numPr>",
    b"<w:del>",
    b"<w:tab/>",
    "é".as_bytes(),
    "家".as_bytes(),
    "\u{ad}".as_bytes(),
    "\u{2028}".as_bytes(),
];

fn bytes(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for _ in 0..u.int_in_range(0..=60)? {
        match u.int_in_range(0..=5)? {
            0 => bytes.push(u.arbitrary::<u8>()?),
            1 => {
                let piece = *u.choose(PIECES)?;
                (0..u.int_in_range(1..=30)?).for_each(|_| bytes.extend_from_slice(piece));
            }
            _ => bytes.extend_from_slice(u.choose(PIECES)?),
        }
    }
    Ok(bytes)
}

/// An archive, some of its bytes changed.
fn archive(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let docx = u.arbitrary::<bool>()?;
    let mut names = Vec::new();
    if docx {
        names.extend([
            "[Content_Types].xml",
            "word/document.xml",
            "word/styles.xml",
            "word/numbering.xml",
        ]);
    }
    for _ in 0..u.int_in_range(0..=4)? {
        names.push(u.choose(NAMES)?);
    }
    for name in names {
        // A name that is there twice is refused by the writer.
        if zip.start_file(name, SimpleFileOptions::default()).is_ok() {
            let _ = zip.write_all(&bytes(u)?);
        }
    }
    let mut bytes = zip.finish().map(Cursor::into_inner).unwrap_or_default();
    for _ in 0..u.int_in_range(0..=3)? {
        let at = u.choose_index(bytes.len().max(1))?;
        if let Some(byte) = bytes.get_mut(at) {
            *byte = u.arbitrary()?;
        }
    }
    if u.ratio(1, 5)? {
        bytes.truncate(u.choose_index(bytes.len().max(1))?);
    }
    Ok(bytes)
}

#[test]
fn any_bytes_give_documents_or_reasons() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let property = |u: &mut Unstructured<'_>| {
        let limits = Limits { file: 1 << 16, entries: 5, unpacked: 1 << 17, ratio: 50 };
        let mut reader = Reader::new(Settings { limits, ..Settings::default() });
        for _ in 0..u.int_in_range(1..=3)? {
            let given = if u.ratio(1, 3)? { archive(u)? } else { bytes(u)? };
            reader.push(u.choose(NAMES)?, given);
        }
        let mut names: Vec<String> = Vec::new();
        while let Some(found) = reader.next() {
            assert!(reader.progress().done <= reader.progress().total);
            match found {
                Found::Source(source) => {
                    let lines = source.text.split_inclusive('\n').count();
                    assert!(source.hints.is_sorted_by_key(|hint| hint.line));
                    assert!(source.hints.iter().all(|hint| (hint.line as usize) < lines));
                    assert!(!source.text.trim().is_empty());
                    let text = source.text.clone();
                    let document =
                        parse_with(&source.name, source.text, source.language, &source.hints);
                    let mut last = 0;
                    for block in &document.blocks {
                        let (start, end) = (block.span.start as usize, block.span.end as usize);
                        assert!(text[last..start].trim().is_empty() && start < end, "text is lost");
                        last = end;
                    }
                    assert!(text[last..].trim().is_empty(), "text is lost at the end");
                    names.push(source.name);
                }
                Found::Note(note) => assert!(!note.to_string().is_empty()),
                Found::Problem(problem) => assert!(!problem.to_string().is_empty()),
            }
        }
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "two documents of one name");
        Ok(())
    };
    arbtest(property).budget(Duration::from_secs(seconds.unwrap_or(8)));
}
