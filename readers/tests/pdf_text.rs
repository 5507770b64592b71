//! What is read of PDFs that programs wrote, letter by letter, beside what was given to those programs (`pdf/make.py`).

use std::fs;
use std::path::{Path, PathBuf};

use engine::parse::LineKind;
use readers::{Found, Reader, Settings, Source};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pdf")
}

fn source(name: &str) -> Source {
    let mut reader = Reader::new(Settings::default());
    reader.push(name, fs::read(folder().join(name)).expect("a file"));
    match (reader.next(), reader.next()) {
        (Some(Found::Source(source)), None) => source,
        found => panic!("{name}: {found:?}"),
    }
}

/// The lines, each behind a sign of what it is.
fn marked(source: &Source) -> String {
    let sign = |at: usize| {
        let hint = source.hints.iter().find(|hint| hint.line as usize == at);
        match hint.map(|hint| hint.kind) {
            None => "  ",
            Some(LineKind::Heading(1)) => "# ",
            Some(LineKind::Heading(_)) => "##",
            Some(LineKind::Text) => "T ",
            Some(LineKind::ListItem) => "- ",
            Some(LineKind::TableRow) => "| ",
            Some(LineKind::Furniture(_)) => "~ ",
            Some(_) => "? ",
        }
    };
    let line =
        |(at, line): (usize, &str)| format!("{} {line}", sign(at)).trim_end().to_owned() + "\n";
    source.text.lines().enumerate().map(line).collect()
}

#[test]
fn what_programs_write_is_read_as_it_was_given() {
    for name in ["cairo", "chromium", "libreoffice", "reportlab"] {
        let want = fs::read_to_string(folder().join(format!("{name}.txt"))).expect("what is in it");
        let source = source(&format!("{name}.pdf"));
        assert_eq!(marked(&source), want, "{name}");
    }
}

#[test]
fn titles_are_those_that_were_given() {
    let titles = [
        ("cairo", None),
        ("chromium", Some("Crying over tea")),
        ("libreoffice", Some("Letters from the clinic")),
        ("reportlab", Some("Tears in the room")),
    ];
    for (name, title) in titles {
        assert_eq!(source(&format!("{name}.pdf")).title.as_deref(), title, "{name}");
    }
}
