//! Files of every kind, made here, through the reader.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::{Cursor, Write};

use engine::parse::LineKind;
use readers::{
    Choice, Columns, Encoding, File, Format, Found, Limits, Note, Reader, Reading, Reason, Remark,
    Settings, Source, folders,
};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn reading_with(settings: Settings, files: &[(&str, &[u8])]) -> Reading {
    let mut reader = Reader::new(settings);
    files.iter().for_each(|(name, bytes)| reader.push(name, bytes.to_vec()));
    let mut reading = Reading::default();
    reading.extend(reader);
    reading
}

fn reading(files: &[(&str, &[u8])]) -> Reading {
    reading_with(Settings::default(), files)
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn texts(reading: &Reading) -> Vec<(&str, &str)> {
    reading.documents.iter().map(|one| (one.name.as_str(), one.text.as_str())).collect()
}

/// What was said of files, as a person reads it.
fn said(reading: &Reading) -> Vec<String> {
    let notes = reading.notes.iter().map(ToString::to_string);
    notes.chain(reading.problems.iter().map(ToString::to_string)).collect()
}

#[test]
fn plain_text_is_kept_to_the_byte() {
    let text = "  A line\r\n\r\n\tand <b>another</b>\n";
    let read = reading(&[("a.txt", text.as_bytes())]);
    let want = Source {
        name: "a.txt".to_owned(),
        title: None,
        group: None,
        language: None,
        text: text.to_owned(),
        hints: Vec::new(),
        encoding: Encoding::Utf8,
        format: Format::Text,
    };
    assert_eq!(read, Reading { documents: vec![want], ..Reading::default() });
}

#[test]
fn bad_files_keep_no_good_one_out() {
    let good = archive(&[("x.txt", b"good")]);
    let cut = &good[..good.len() / 2];
    let read = reading(&[
        ("one.txt", b"one"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("data.txt", b"\0\x01\x02\x03\xff\x04"),
        ("empty.html", b""),
        ("blank.txt", b" \n\n"),
        ("cut.zip", cut),
        ("text.docx", b"This is no Word document."),
        ("text.zip", b"Nor is this an archive."),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"),
        ("page.pdf", b"%PDF-1.7\n"),
        ("text.pdf", b"This is no PDF."),
        ("kyoto.txt", "古都の朝は静かに始まる。".as_bytes()),
        ("cut.json", b"{\"a\": [1, 2"),
        ("figures.csv", b"a,b\n1,2\n"),
        ("two.txt", b"two"),
    ]);
    assert_eq!(texts(&read), [("one.txt", "one"), ("two.txt", "two")]);
    assert_eq!(
        said(&read),
        [
            "picture.txt: this is a PNG picture, not text",
            "data.txt: not text: binary data",
            "empty.html: empty",
            "blank.txt: empty",
            "cut.zip: cut off: the end of the archive is missing",
            "text.docx: not a Word document, though its name says so",
            "text.zip: not a zip archive, though its name says so",
            "old.doc: this is a Word, Excel or PowerPoint file of before 2007, not text",
            "page.pdf: damaged: its pages cannot be found",
            "text.pdf: not a PDF, though its name says so",
            "kyoto.txt: written in Japanese, whose words are not set apart by blanks; they cannot be counted yet",
            "cut.json: not JSON from line 1 on",
            "figures.csv: no field in it holds text",
        ]
    );
}

#[test]
fn encodings_are_found_and_named() {
    let page = b"<meta charset=iso-8859-2><p>Za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1 ja\xbc\xf1</p> and words of plain letters";
    let utf16: Vec<u8> = "\u{feff}Grüße".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let read = reading(&[
        ("a.html", page),
        ("b.txt", b"Caf\xe9 au lait, \x93merci\x94"),
        ("c.txt", &utf16),
        ("d.txt", "\u{feff}Grüße".as_bytes()),
        ("e.txt", &["é".repeat(20).as_bytes(), b"\xff"].concat()),
    ]);
    let found: Vec<_> =
        read.documents.iter().map(|one| (one.encoding, one.text.as_str())).collect();
    let bad = format!("{}\u{fffd}", "é".repeat(20));
    assert_eq!(
        found,
        [
            (Encoding::Windows1252, "Café au lait, “merci”"),
            (Encoding::Utf16Le, "Grüße"),
            (Encoding::Utf8Marked, "Grüße"),
            (Encoding::Utf8, bad.as_str()),
        ]
    );
    assert_eq!(
        said(&read),
        [
            "e.txt: bytes that do not fit the encoding, shown as �: 1",
            "a.html: text in iso-8859-2; UTF-8, UTF-16 and Windows-1252 are read",
        ]
    );
}

#[test]
fn a_page_has_its_structure_as_hints() {
    let read = reading(&[(
        "a.html",
        b"<html lang=en><title>Tea</title><nav>Home</nav><h1>Tea</h1><p>It is green.</p><script>x</script>",
    )]);
    let page = &read.documents[0];
    assert_eq!(page.text, "Home\n\nTea\n\nIt is green.\n");
    assert_eq!((page.title.as_deref(), page.format), (Some("Tea"), Format::Html));
    let lines: Vec<u32> = page.hints.iter().map(|hint| hint.line).collect();
    assert_eq!(lines, [0, 2, 4]);
    assert_eq!(page.hints[1].kind, LineKind::Heading(1));
    // The same without a name that says so.
    let html = b"<!DOCTYPE html><p>It is green.";
    let read = reading(&[("<stdin>", html), ("page.php", html), ("page.txt", html)]);
    let formats: Vec<Format> = read.documents.iter().map(|one| one.format).collect();
    assert_eq!(formats, [Format::Html, Format::Html, Format::Text]);
}

const REVIEWS: &[u8] = b"id;Title;Review;Source\r\n\
    1;Good;\"It was good; I liked it.\nVery much.\";shop\r\n\
    2;;Bad all over;mail\r\n\
    3;;;mail\r\n\
    4;Html;<p>Some <b>bold</b> words</p><p>and more</p>;shop\r\n";

#[test]
fn a_row_of_a_table_is_a_document() {
    let read = reading(&[("r.csv", REVIEWS)]);
    assert_eq!(
        texts(&read),
        [
            ("r.csv:1", "Good\n\nIt was good; I liked it.\nVery much."),
            ("r.csv:2", "Bad all over"),
            ("r.csv:4", "Html\n\nSome bold words\n\nand more\n"),
        ]
    );
    let groups: Vec<_> = read.documents.iter().map(|one| one.group.as_deref()).collect();
    assert_eq!(groups, [Some("shop"), Some("mail"), Some("shop")]);
    assert_eq!(read.documents[0].title.as_deref(), Some("Good"));
    assert_eq!(read.documents[2].hints.len(), 3);
    assert_eq!(
        said(&read),
        [
            "r.csv: text from Review, titles from Title, groups from Source",
            "r.csv:3: no text in it"
        ]
    );
}

#[test]
fn columns_are_those_asked_for() {
    let settings = |text: &str, title: &str| Settings {
        text_column: Some(text.to_owned()),
        title_column: Some(title.to_owned()),
        ..Settings::default()
    };
    let read = reading_with(settings("title", "1"), &[("r.csv", REVIEWS)]);
    assert_eq!(texts(&read)[0], ("r.csv:1", "1\n\nGood"));
    let read = reading_with(settings("4", ""), &[("r.csv", REVIEWS)]);
    assert_eq!(texts(&read)[1], ("r.csv:2", "mail"));
    let read = reading_with(settings("Body", ""), &[("r.csv", REVIEWS)]);
    assert_eq!(said(&read), ["r.csv: no column Body; there are id, Title, Review, Source"]);
}

#[test]
fn tables_without_a_header_and_with_other_separators() {
    let read = reading(&[
        ("a.tsv", b"1\tThe first row, as text.\n2\tThe second \"row.\n"),
        ("b.csv", b"The first, as text.\nThe second.\n"),
        ("c.csv", b"word|text\na|b c d\n"),
        ("d.csv", b"text\n\"It never ends.\nNot here\n"),
    ]);
    assert_eq!(
        texts(&read),
        [
            ("a.tsv:1", "The first row, as text."),
            ("a.tsv:2", "The second \"row."),
            ("b.csv:1", "The first"),
            ("b.csv:2", "The second."),
            ("c.csv:1", "b c d"),
            ("d.csv:1", "It never ends.\nNot here\n"),
        ]
    );
    assert!(
        said(&read)
            .iter()
            .any(|one| one == "d.csv: a quotation mark is not closed; what follows it is one cell")
    );
}

#[test]
fn json_in_every_shape() {
    let read = reading(&[
        (
            "list.json",
            br#"[{"body": "One two", "meta": {"title": "T"}}, {"body": ["a", "b"]}, {"x": 1}]"#,
        ),
        (
            "object.json",
            br#"{"n": 2, "posts": [{"text": "In a list of an object"}, {"text": "Two"}]}"#,
        ),
        ("single.json", br#"{"title": "One", "text": "All of it"}"#),
        ("lines.jsonl", b"{\"text\": \"First\"}\n\n{\"text\": oops}\n{\"text\": \"Third\"}\n"),
        ("lines.json", b"{\"text\": \"A\"}\n{\"text\": \"B\"}\n"),
        ("texts.json", br#"["only", "texts"]"#),
        ("stdin", br#"{"text": "Told by its form"}"#),
    ]);
    assert_eq!(
        texts(&read),
        [
            ("list.json:1", "T\n\nOne two"),
            ("list.json:2", "a\n\nb"),
            ("object.json:1", "In a list of an object"),
            ("object.json:2", "Two"),
            ("single.json", "One\n\nAll of it"),
            ("lines.jsonl:1", "First"),
            ("lines.jsonl:3", "Third"),
            ("lines.json:1", "A"),
            ("lines.json:2", "B"),
            ("texts.json:1", "only"),
            ("texts.json:2", "texts"),
            ("stdin:1", "Told by its form"),
        ]
    );
    let problems: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, ["list.json:3: no text in it", "lines.jsonl:2: not JSON from line 3 on"]);
    assert_eq!(
        read.notes[0].to_string(),
        "list.json: text from body, titles from meta.title, no groups"
    );
}

/// What a file gives where somebody says which columns are what.
fn chosen(name: &str, bytes: &[u8], choice: &Choice) -> (Columns, Vec<Source>) {
    let mut file = File::new(name, bytes.to_vec(), &Settings::default());
    let Some(Found::Note(Note { remark: Remark::Columns(columns), .. })) = file.next() else {
        panic!("it has columns");
    };
    file.choose(choice);
    let mut read = Reading::default();
    read.extend(file);
    (*columns, read.documents)
}

#[test]
fn whoever_knows_better_says_which_columns_are_what() {
    let choice = Choice {
        text: "reply".to_owned(),
        title: Some("who".to_owned()),
        group: Some("when".to_owned()),
    };
    let table = b"who,asked,reply,when\nAnn,Why do they cry so much?,They are sad,2023\n\
        Ben,Who cries in there and why?,All of them do,2024\n";
    let list = br#"[{"who": "Ann", "asked": "Why do they cry so much?", "reply": "They are sad", "when": 2023},
        {"who": "Ben", "asked": "Who cries in there and why?", "reply": "All of them do", "when": 2024}]"#;
    for (name, bytes) in [("a.csv", table.as_slice()), ("a.json", list.as_slice())] {
        let (columns, documents) = chosen(name, bytes, &choice);
        assert_eq!((columns.names.len(), columns.plain), (4, false), "{name}");
        assert_eq!(columns.chosen.text, "asked", "{name}");
        let texts: Vec<&str> = documents.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["Ann\n\nThey are sad", "Ben\n\nAll of them do"], "{name}");
        let groups: Vec<_> = documents.iter().map(|one| one.group.as_deref()).collect();
        assert_eq!(groups, [Some("2023"), Some("2024")], "{name}");
    }
    let none = Choice { text: "nothing".to_owned(), ..Choice::default() };
    let (_, documents) = chosen("a.csv", table, &none);
    assert_eq!(documents[0].text, "Why do they cry so much?", "as it was guessed");
}

#[test]
fn an_archive_is_a_folder() {
    let inner = archive(&[("deep.txt", b"deep")]);
    let bytes = archive(&[
        ("a.txt", b"plain"),
        ("x/y/b.html", b"<p>marked"),
        ("x/rows.csv", b"text\nof a row\n"),
        ("x/inner.zip", &inner),
        ("x/empty.txt", b""),
        ("style.css", b"p {}"),
        ("__MACOSX/._a.txt", b"\0"),
    ]);
    let read = reading(&[("pile.zip", &bytes), ("renamed.txt", &bytes)]);
    assert_eq!(
        texts(&read)[..3],
        [
            ("pile.zip/a.txt", "plain"),
            ("pile.zip/x/y/b.html", "marked\n"),
            ("pile.zip/x/rows.csv:1", "of a row"),
        ]
    );
    assert_eq!(read.documents.len(), 6);
    let names: Vec<&str> = read.documents[..3].iter().map(|one| one.name.as_str()).collect();
    let folder = || Some("x".to_owned());
    assert_eq!(folders(&names), [None, folder(), folder()]);
    let problems: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems[..2],
        [
            "pile.zip/x/inner.zip: an archive inside an archive; unpack it to have it read",
            "pile.zip/x/empty.txt: empty",
        ]
    );
    assert!(read.notes.iter().any(|note| note.remark == Remark::Passed(1)));
}

#[test]
fn bombs_are_refused_and_what_is_beside_them_read() {
    let zeros = vec![b' '; 20 << 20];
    let bytes = archive(&[("bomb.txt", &zeros), ("good.txt", b"good")]);
    let read = reading(&[("a.zip", &bytes)]);
    assert_eq!(texts(&read), [("a.zip/good.txt", "good")]);
    assert_eq!(read.problems[0].reason, Reason::Bomb(200));
    let limits = Limits { entries: 2, unpacked: 7, ..Limits::default() };
    let settings = Settings { limits, ..Settings::default() };
    let files: &[(&str, &[u8])] = &[("a.txt", b"1234"), ("b.txt", b"567"), ("c.txt", b"8")];
    let read = reading_with(settings.clone(), &[("a.zip", &archive(files))]);
    assert_eq!(read.documents.len(), 2);
    assert_eq!(read.problems[0].reason, Reason::TooManyFiles(2));
    let read =
        reading_with(settings, &[("a.zip", &archive(&[("a.txt", b"12345678"), ("b.txt", b"1")]))]);
    assert_eq!((read.documents.len(), &read.problems[0].reason), (0, &Reason::UnpacksTooLarge(7)));
}

#[test]
fn a_size_that_lies_is_found_out() {
    let zeros = vec![b'a'; 20 << 20];
    let mut bytes = archive(&[("bomb.txt", &zeros)]);
    // The sizes in the list at the end of the archive, and in front of the file.
    let size = (20_u32 << 20).to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
    }
    let read = reading(&[("a.zip", &bytes)]);
    assert_eq!(read.documents.len(), 0);
    assert_eq!(read.problems.len(), 1);
}

#[test]
fn too_large_is_said_with_both_sizes() {
    let settings =
        Settings { limits: Limits { file: 10, ..Limits::default() }, ..Settings::default() };
    let read = reading_with(settings, &[("a.txt", b"eleven byte"), ("b.txt", b"ten bytes.")]);
    assert_eq!(said(&read), ["a.txt: too large: 11 bytes; up to 10 bytes are read"]);
    assert_eq!(read.documents.len(), 1);
}

#[test]
fn two_of_one_name_both_go_in() {
    let read = reading(&[("a.txt", b"1"), ("a.txt", b"2"), ("a.txt", b"3")]);
    assert_eq!(texts(&read), [("a.txt", "1"), ("a.txt (2)", "2"), ("a.txt (3)", "3")]);
    assert_eq!(said(&read)[0], "a.txt: another document has this name; this one is a.txt (2)");
}

#[test]
fn other_office_files_are_named() {
    let sheet = archive(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]);
    let book = archive(&[("mimetype", b"application/epub+zip"), ("META-INF/container.xml", b"")]);
    let read = reading(&[("a.docx", &sheet), ("b.zip", &book)]);
    assert_eq!(
        said(&read),
        ["a.docx: this is an Excel workbook, not text", "b.zip: this is an e-book, not text"]
    );
}

#[test]
fn progress_grows_row_by_row() {
    let rows: String = (0..5000).map(|row| format!("{row},the text of row {row}\n")).collect();
    let mut reader = Reader::new(Settings::default());
    reader.push("a.csv", format!("id,text\n{rows}").into_bytes());
    let total = reader.progress().total;
    let mut last = 0;
    let mut documents = 0;
    while reader.next().is_some() {
        documents += 1;
        let progress = reader.progress();
        assert!(progress.done >= last && progress.done <= total);
        last = progress.done;
    }
    assert_eq!((documents, last), (5001, total));
}

#[test]
fn a_long_line_is_a_line() {
    let text = "word ".repeat(4 << 20);
    let read = reading(&[("a.txt", text.as_bytes())]);
    assert_eq!(read.documents[0].text.len(), text.len());
}
