//! `topics evaluate` against figures worked out another way.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn topics(arguments: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_topics")).args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn manifest(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Label by document and line, from rows of runs.
fn labels(rows: &str) -> BTreeMap<(String, usize), String> {
    let mut labels = BTreeMap::new();
    for row in rows.lines().skip(1).filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = row.split('\t').collect();
        for line in cells[1].parse::<usize>().unwrap()..=cells[2].parse().unwrap() {
            labels.insert((cells[0].to_owned(), line), cells[3].to_owned());
        }
    }
    labels
}

/// Sums words line by line, straight from the definitions in `tests/corpora/README.md`.
fn by_definition(folder: &Path, predicted: &str) -> String {
    let gold = labels(&fs::read_to_string(folder.join("gold.tsv")).unwrap());
    let predicted = labels(predicted);
    let mut words: BTreeMap<(String, String), f64> = BTreeMap::new();
    for (at, want) in &gold {
        let text = fs::read_to_string(folder.join(&at.0)).unwrap();
        let count = text.split('\n').nth(at.1 - 1).unwrap().split_whitespace().count();
        if count > 0 {
            let got = predicted.get(at).unwrap_or_else(|| panic!("{at:?}")).clone();
            *words.entry((want.clone(), got)).or_default() += count as f64;
        }
    }
    let sum = |wants: &[&str], gots: &[&str]| -> f64 {
        let counts = |(want, got): &(String, String)| {
            wants.contains(&want.as_str()) && gots.contains(&got.as_str())
        };
        words.iter().filter(|(pair, _)| counts(pair)).fold(0.0, |sum, (_, count)| sum + count)
    };
    let share = |part: f64, whole: f64, empty: f64| if whole > 0.0 { part / whole } else { empty };
    let f1 = |p: f64, r: f64| if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
    let any = ["on", "off", "unsure", "boilerplate"];
    let real = ["on", "off", "boilerplate"];
    let found = sum(&["off"], &["off"]);
    let precision = share(found, sum(&["on", "off"], &["off"]), 1.0);
    let recall = share(found, sum(&["off"], &any), 1.0);
    let furniture = sum(&["boilerplate"], &["boilerplate"]);
    let b_precision = share(furniture, sum(&real, &["boilerplate"]), 1.0);
    let b_recall = share(furniture, sum(&["boilerplate"], &any), 1.0);
    let on = sum(&["on"], &any);
    let figures = [
        precision,
        recall,
        f1(precision, recall),
        b_precision,
        b_recall,
        f1(b_precision, b_recall),
        share(sum(&["on"], &["off"]), on, 0.0),
        share(sum(&["on"], &["boilerplate"]), on, 0.0),
    ];
    figures.map(|figure| format!("{figure:.4}")).join("\t")
}

#[test]
fn agrees_with_the_definitions_on_every_corpus() {
    let mut folders: Vec<PathBuf> = fs::read_dir(manifest("../tests/corpora"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("gold.tsv").is_file() && has_texts(path))
        .collect();
    folders.sort();
    assert!(folders.len() >= 10);
    let mut arguments: Vec<&Path> = vec![Path::new("evaluate")];
    arguments.extend(folders.iter().map(PathBuf::as_path));
    let table = stdout(&topics(&arguments));
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), folders.len() + 2);
    for (folder, row) in folders.iter().zip(&rows[1..]) {
        let predicted = stdout(&topics(&[Path::new("separate"), folder]));
        let name = folder.file_name().unwrap().to_str().unwrap();
        assert_eq!(*row, format!("{name}\t{}", by_definition(folder, &predicted)));
    }
    assert!(rows[folders.len() + 1].starts_with("mean\t"));
}

#[test]
fn labels_may_lie_beside_the_documents() {
    let (corpus, gold) = (manifest("../corpus"), manifest("../tests/corpora/therapists/gold.tsv"));
    let arguments = ["evaluate".as_ref(), corpus.as_path(), "--gold".as_ref(), &gold];
    let table = stdout(&topics(&arguments));
    assert_eq!(table.lines().count(), 2);
    assert!(table.lines().nth(1).unwrap().starts_with("corpus\t"));
    let missing = topics(&["evaluate".as_ref(), corpus.as_path()]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("gold.tsv: "));
}

fn has_texts(folder: &Path) -> bool {
    let mut entries = fs::read_dir(folder).unwrap();
    entries.any(|entry| entry.unwrap().path().extension().is_some_and(|ending| ending == "txt"))
}

/// Labels frozen in `tests/predicted`, with the figures the reference implementation of the measures gave for them.
#[test]
fn frozen_labels_have_the_reference_figures() {
    let reference = fs::read_to_string(manifest("tests/predicted/figures.tsv")).unwrap();
    let mut checked = 0;
    for row in reference.lines() {
        let name = row.split('\t').next().unwrap();
        let folder = manifest("../tests/corpora").join(name);
        let predicted = manifest("tests/predicted").join(format!("{name}.tsv"));
        let arguments = ["evaluate".as_ref(), folder.as_path(), "--predicted".as_ref(), &predicted];
        let table = stdout(&topics(&arguments));
        assert_eq!(table.lines().nth(1).unwrap(), row);
        checked += 1;
    }
    assert!(checked >= 3);
}
