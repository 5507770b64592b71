//! The command line as a person or a pipeline calls it.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn topics(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_topics")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// A folder of its own for one test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Rows below the header, by column.
fn rows(output: &Output) -> Vec<Vec<String>> {
    let rows = text(&output.stdout).lines().skip(1);
    rows.map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn every_line_that_is_not_blank_is_in_exactly_one_row() {
    let corpus = repository("corpus");
    let output = topics(&["separate", corpus.to_str().unwrap()]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let header = text(&output.stdout).lines().next().unwrap();
    assert_eq!(header, "document\tfirst\tlast\tlabel\ttopic\tscore\treason");
    let mut seen: BTreeMap<(String, usize), u32> = BTreeMap::new();
    for row in rows(&output) {
        assert_eq!(row.len(), 7, "{row:?}");
        assert!(["on", "off", "unsure", "boilerplate"].contains(&row[3].as_str()), "{row:?}");
        for line in row[1].parse::<usize>().unwrap()..=row[2].parse().unwrap() {
            *seen.entry((row[0].clone(), line)).or_default() += 1;
        }
    }
    assert!(seen.values().all(|times| *times == 1));
    for entry in fs::read_dir(corpus).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let name = path.file_name().unwrap().to_str().unwrap();
            for (index, line) in fs::read_to_string(&path).unwrap().split('\n').enumerate() {
                let found = seen.contains_key(&(name.to_owned(), index + 1));
                assert!(found || line.trim().is_empty(), "{name}:{}", index + 1);
            }
        }
    }
}

#[test]
fn json_says_the_same_and_more() {
    let corpus = repository("corpus");
    let corpus = corpus.to_str().unwrap();
    let json = topics(&["separate", corpus, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    let mut told = Vec::new();
    for document in json["documents"].as_array().unwrap() {
        assert_eq!(document["language"], "en");
        for run in document["runs"].as_array().unwrap() {
            let line = |key: &str| run[key].as_u64().unwrap().to_string();
            let label = run["label"].as_str().unwrap().to_owned();
            let name = document["name"].as_str().unwrap().to_owned();
            told.push(vec![name, line("first"), line("last"), label]);
        }
    }
    let tsv = rows(&topics(&["separate", corpus]));
    assert_eq!(told, tsv.iter().map(|row| row[..4].to_vec()).collect::<Vec<_>>());
}

#[test]
fn good_files_beside_a_bad_one_are_still_done() {
    let folder = folder("good-beside-bad");
    fs::write(folder.join("b.txt"), "Two lines\n\nof text.\n").unwrap();
    fs::write(folder.join("a.txt"), b"not \xff text").unwrap();
    fs::write(folder.join("c.md"), "not taken").unwrap();
    let missing = folder.join("missing.txt");
    let output = topics(&["separate", folder.to_str().unwrap(), missing.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let names: Vec<String> = rows(&output).into_iter().map(|row| row[0].clone()).collect();
    assert!(!names.is_empty() && names.iter().all(|name| name == "b.txt"), "{names:?}");
    let errors = text(&output.stderr);
    assert!(errors.contains("a.txt: not UTF-8 text: byte 5"), "{errors}");
    assert!(errors.contains("missing.txt: "), "{errors}");
    assert!(!errors.contains("panicked"), "{errors}");
}

#[test]
fn standard_input_empty_files_and_files_of_one_name() {
    let folder = folder("names");
    fs::create_dir(folder.join("x")).unwrap();
    fs::write(folder.join("a.txt"), "First.").unwrap();
    fs::write(folder.join("empty.txt"), "").unwrap();
    fs::write(folder.join("x/a.txt"), "Second.").unwrap();
    let inner = folder.join("x");
    let mut child = Command::new(env!("CARGO_BIN_EXE_topics"))
        .args(["separate", folder.to_str().unwrap(), inner.to_str().unwrap(), "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"Third.\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let names: Vec<String> = rows(&output).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert_eq!((names[0].as_str(), names[2].as_str()), ("a.txt", "-"));
    assert!(names[1].ends_with("x/a.txt"), "{names:?}");
}

#[test]
fn the_term_table_counts_before_and_after() {
    let corpus = repository("corpus");
    let corpus = corpus.to_str().unwrap();
    let after = rows(&topics(&["terms", corpus]));
    let before = rows(&topics(&["terms", corpus, "--all"]));
    let number = |rows: &[Vec<String>], term: &str, column: usize| -> f64 {
        let row = rows.iter().find(|row| row[0] == term);
        row.map_or(0.0, |row| row[column].parse().unwrap())
    };
    assert!(number(&after, "therapist", 1) > 100.0);
    assert_eq!(number(&after, "therapist", 2), number(&before, "therapist", 1));
    assert!(after.iter().all(|row| row[0] != "the"));
    let top = rows(&topics(&["terms", corpus, "--sort", "term", "--top", "3", "--stop-words"]));
    assert_eq!(top.len(), 3);
    assert!(top[0][0] < top[1][0] && top[1][0] < top[2][0]);
}

#[test]
fn help_and_mistakes() {
    let help = topics(&["--help"]);
    assert!(help.status.success());
    assert!(text(&help.stdout).contains("topics separate PATH..."));
    let mistake = topics(&["separate", "--loud", "x"]);
    assert_eq!(mistake.status.code(), Some(2));
    assert!(mistake.stdout.is_empty());
    assert!(text(&mistake.stderr).contains("--loud"));
}
