//! Files of other kinds than plain text.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::fs;

use common::{Seen, folder, out, rows, topics, topics_reading};

const PAGE: &str = "<!doctype html><html lang=en><title>Tea</title><script>var x = 'no'</script>\
    <nav><a href=/>Home</a> <a href=/n>News</a></nav><h1>Tea</h1><p>It is green, as everybody knows.</p>\
    <ul><li>one<li>two</ul>";

#[test]
fn folders_in_folders_in_order() {
    let folder = folder("read-folders");
    fs::create_dir_all(folder.join("b/c")).unwrap();
    fs::write(folder.join("z.txt"), "Last.").unwrap();
    fs::write(folder.join("b/c/page.HTM"), PAGE).unwrap();
    fs::write(folder.join("b/notes.md"), "# Notes\n\nOf *some* kind.\n").unwrap();
    fs::write(folder.join("b/style.css"), "p {}").unwrap();
    fs::write(folder.join(".hidden.txt"), "no").unwrap();
    fs::write(folder.join("a.jsonl"), "{\"text\": \"Of a line.\"}\n").unwrap();
    let seen = topics(&["text", folder.to_str().unwrap()]);
    let path = folder.to_str().unwrap();
    let want = Seen {
        status: 0,
        out: "document\tline\tkind\ttext\n\
              a.jsonl:1\t1\t\tOf a line.\n\
              b/c/page.HTM\t1\tnavigation\tHome   News\n\
              b/c/page.HTM\t3\theading 1\tTea\n\
              b/c/page.HTM\t5\ttext\tIt is green, as everybody knows.\n\
              b/c/page.HTM\t7\tlist\t• one\n\
              b/c/page.HTM\t8\tlist\t• two\n\
              b/notes.md\t1\theading 1\tNotes\n\
              b/notes.md\t3\ttext\tOf some kind.\n\
              z.txt\t1\t\tLast.\n"
            .to_owned(),
        err: format!("topics: {path}/a.jsonl: text from text, no titles, no groups\n"),
    };
    assert_eq!(seen, want);
}

#[test]
fn a_corpus_of_ours_is_its_texts() {
    let folder = folder("read-own");
    fs::create_dir(folder.join("inner")).unwrap();
    fs::write(folder.join("manifest.tsv"), "corpus\tA name\n").unwrap();
    fs::write(folder.join("README.md"), "About it.").unwrap();
    fs::write(folder.join("a.txt"), "One.").unwrap();
    fs::write(folder.join("inner/b.txt"), "Two.").unwrap();
    let out = out(&["text", folder.to_str().unwrap()]);
    assert_eq!(rows(&out).len(), 1);
}

#[test]
fn columns_are_named_and_guesses_told() {
    let table = b"id,Headline,Body,By\n1,Tea,It is green.,ann\n2,Tar,It is black.,ben\n";
    let seen = topics_reading(table, &["text", "-"]);
    // No name says what comes on standard input, so it is text.
    assert_eq!(rows(&seen.out)[0][0], "<stdin>");
    let folder = folder("read-columns");
    fs::write(folder.join("a.csv"), table).unwrap();
    let path = folder.join("a.csv");
    let path = path.to_str().unwrap();
    let seen = topics(&["text", path]);
    assert_eq!(
        seen.err,
        format!("topics: {path}: text from Body, titles from Headline, no groups\n")
    );
    assert_eq!(rows(&seen.out)[1], ["a.csv:1", "3", "", "It is green."]);
    let arguments = [
        "--text-column",
        "headline",
        "--title-column",
        "",
        "--group-column",
        "4",
        "--format",
        "jsonl",
    ];
    let seen = topics(&[&["text", path][..], &arguments].concat());
    let first: serde_json::Value = serde_json::from_str(seen.out.lines().next().unwrap()).unwrap();
    assert_eq!((&first["text"], &first["group"]), (&"Tea".into(), &"ann".into()));
    let seen = topics(&["terms", path, "--text-column", "words"]);
    let err = format!("topics: {path}: no column words; there are id, Headline, Body, By\n");
    assert_eq!(seen, Seen { status: 2, out: String::new(), err });
}

#[test]
fn navigation_of_a_page_is_boilerplate_and_its_lines_are_those_read() {
    let folder = folder("read-page");
    fs::write(folder.join("a.html"), PAGE).unwrap();
    let out = out(&["separate", folder.join("a.html").to_str().unwrap(), "--format", "tsv"]);
    let rows = rows(&out);
    assert_eq!(rows[0][..4], ["a.html", "1", "1", "boilerplate"]);
    assert_eq!(rows[1][..3], ["a.html", "3", "8"]);
}

#[test]
fn two_of_one_path_both_go_in() {
    let folder = folder("read-twice");
    fs::write(folder.join("a.txt"), "One.").unwrap();
    let path = folder.join("a.txt");
    let path = path.to_str().unwrap();
    let seen = topics(&["text", path, path, path]);
    let names: Vec<String> = rows(&seen.out).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(names, ["a.txt".to_owned(), path.to_owned(), format!("{path} (2)")]);
    assert_eq!(seen.err.lines().count(), 1);
}
