//! Any bytes under any name, for a bounded time: nothing panics, and what is read fits together.
//!
//! `FUZZ_SECONDS=600 cargo test --release -p topic-readers --test any_bytes` looks longer; a failure prints its seed.

use std::io::{Cursor, Write};
use std::time::Duration;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use engine::parse::parse_with;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use readers::{Found, Limits, Reader, Settings};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: &[&str] = &[
    "a", "a.txt", "a.html", "a.md", "a.csv", "a.tsv", "a.json", "a.jsonl", "a.docx", "a.zip",
    "a.pdf", "x/a.bin",
];

/// What the objects of a PDF hold: the catalogue, the pages, a page, what is on it, its font, something else.
const OBJECTS: [&[&str]; 6] = [
    &["<</Type/Catalog/Pages 2 0 R>>", "<</Pages 1 0 R/Lang(de)>>"],
    &["<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Pages/Kids[3 0 R 2 0 R 3 0 R]>>"],
    &[
        "<</Type/Page/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        "<</Type/Page/Contents[4 0 R 6 0 R]/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>>>",
    ],
    &["", "/Subtype/Form/Matrix[0 1 -1 0 5 5]"],
    &[
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        "<</Type/Font/Subtype/TrueType/BaseFont/A-Bold/FirstChar 32/LastChar 40/Widths[500 0 -9 1e9]\
         /FontDescriptor<</FontFile2 6 0 R/Flags 4>>>>",
        "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</W[0[9 9]5 70000 3]>>]>>",
        "<</Type/Font/Subtype/Type0/Encoding 6 0 R/DescendantFonts[<</W2[0 5 1 1 1]/CIDToGIDMap 6 0 R>>]>>",
        "<</Type/Font/Subtype/Type3/FontMatrix[0 0 0 0 0 0]/Encoding<</Differences[32/a/uni0041/f_i]>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/B/FontDescriptor<</FontFile 6 0 R/FontFile3 6 0 R>>>>",
    ],
    &[
        "",
        "/Subtype/Form",
        "/Type/ObjStm/N 9/First 4",
        "/Type/XRef/W[1 2 1]/Size 9/Root 1 0 R",
        "/Subtype/Image",
    ],
];

/// What their streams are packed with, or say they are.
const PACKED: &[&str] = &[
    "/Filter/FlateDecode",
    "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>",
    "/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns 0/Colors 3>>",
    "/Filter[/FlateDecode/FlateDecode]",
    "/Filter/LZWDecode",
    "/Filter/ASCII85Decode",
    "/Filter/RunLengthDecode",
];

/// Pieces that mean something in a stream of a PDF.
const WRITTEN: &[&[u8]] = &[
    b"BT ",
    b"ET ",
    b"/F 12 Tf ",
    b"/F -1e30 Tf ",
    b"(A line of text) Tj ",
    b"[(A) -300 (line.)] TJ ",
    b"<00410042> Tj ",
    b"0 -14 Td ",
    b"50 700 Td ",
    b"1 0 0 1 50 700 Tm ",
    b"0 1 -1 0 50 700 Tm ",
    b"0 0 0 0 0 0 cm ",
    b"1e38 0 0 1e38 0 0 cm ",
    b"q ",
    b"Q ",
    b"/X Do ",
    b"T* ",
    b"400 Tz ",
    b"-5 Tc ",
    b"BI /W 1 /H 1 ID x EI ",
    b"1 beginbfrange <00> <ff> <0041> endbfrange ",
    b"1 beginbfchar <41> <d83dde00> endbfchar ",
    b"1 begincidrange <0000> <ffff> 0 endcidrange ",
    b"1 0 5 9 ",
    b"%!PS-AdobeFont-1.0\neexec ",
    b"\x01\x00\x04\x04",
    b"\0\x01\0\0\0\x05",
    b"endstream ",
];

/// A PDF, some of its bytes changed: of those that programs made, or of objects that may mean nothing.
fn pdf(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut bytes = match u.int_in_range(0..=3)? {
        0 => (*u.choose(MADE)?).to_vec(),
        _ => objects(u)?,
    };
    for _ in 0..u.int_in_range(0..=6)? {
        let at = u.choose_index(bytes.len().max(1))?;
        let byte = if u.arbitrary()? { u.int_in_range(b'/'..=b'>')? } else { u.arbitrary()? };
        if let Some(old) = bytes.get_mut(at) {
            *old = byte;
        }
    }
    if u.ratio(1, 6)? {
        bytes.truncate(u.choose_index(bytes.len().max(1))?);
    }
    Ok(bytes)
}

fn objects(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    for (at, objects) in OBJECTS.iter().enumerate() {
        bytes.extend_from_slice(format!("{} 0 obj ", at + 1).as_bytes());
        let object = u.choose(objects)?;
        if object.starts_with("<<") {
            bytes.extend_from_slice(object.as_bytes());
        } else {
            let mut data = Vec::new();
            for _ in 0..u.int_in_range(0..=30)? {
                data.extend_from_slice(u.choose(WRITTEN)?);
            }
            let mut packed = "";
            if u.ratio(1, 3)? {
                packed = u.choose(PACKED)?;
                let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
                data = encoder.write_all(&data).and_then(|()| encoder.finish()).unwrap_or_default();
            }
            let length = data.len();
            bytes.extend_from_slice(
                format!("<<{object}{packed}/Length {length}>>stream\n").as_bytes(),
            );
            bytes.extend_from_slice(&data);
            bytes.extend_from_slice(b"\nendstream");
        }
        bytes.extend_from_slice(b" endobj\n");
    }
    bytes.extend_from_slice(b"trailer<</Root 1 0 R>>\n");
    Ok(bytes)
}

/// PDFs that programs made.
const MADE: &[&[u8]] = &[
    include_bytes!("pdf/cairo.pdf"),
    include_bytes!("pdf/chromium.pdf"),
    include_bytes!("pdf/libreoffice.pdf"),
    include_bytes!("pdf/reportlab.pdf"),
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
            let given = match u.int_in_range(0..=3)? {
                0 => archive(u)?,
                1 => pdf(u)?,
                _ => bytes(u)?,
            };
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
