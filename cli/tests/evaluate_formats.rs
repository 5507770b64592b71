//! `topics evaluate` in each format, against figures worked out by hand.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::fs;
use std::path::PathBuf;

use common::{Seen, fine, folder, out, topics, topics_reading};
use serde_json::{Value, json};

const HEADER: &str = "corpus\toff precision\toff recall\toff F1\tboilerplate precision\t\
                      boilerplate recall\tboilerplate F1\tfalse alarm\tlost\n";

/// Off: 2 words found, 3 wrong, 2 missed. Boilerplate: 1 found, 3 wrong. Of 8 words that are on 3 are called off and 1
/// boilerplate.
fn tea(name: &str) -> PathBuf {
    let folder = folder(name).join("tea");
    fs::create_dir(&folder).unwrap();
    fs::write(
        folder.join("a.txt"),
        "one two three four\nfive six\nseven\neight nine ten\neleven twelve\nthirteen\n",
    )
    .unwrap();
    let gold = [("on", 1), ("off", 2), ("boilerplate", 3), ("on", 4), ("off", 5), ("on", 6)];
    fs::write(folder.join("gold.tsv"), rows(&gold)).unwrap();
    folder
}

const CALLED: [(&str, u32); 6] = [
    ("unsure", 1),
    ("off", 2),
    ("boilerplate", 3),
    ("off", 4),
    ("boilerplate", 5),
    ("boilerplate", 6),
];

fn rows(labels: &[(&str, u32)]) -> String {
    let row = |(label, line): &(&str, u32)| format!("a.txt\t{line}\t{line}\t{label}\n");
    labels.iter().fold("document\tfirst\tlast\tlabel\n".to_owned(), |all, label| all + &row(label))
}

fn figures(more: Value) -> Value {
    let mut object = json!({
        "corpus": "tea", "off_precision": 0.4, "off_recall": 0.5, "off_f1": 2.0 * 0.4 * 0.5 / (0.4 + 0.5),
        "boilerplate_precision": 0.25, "boilerplate_recall": 1.0, "boilerplate_f1": 0.4,
        "false_alarm": 0.375, "lost": 0.125,
    });
    object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    object
}

fn evaluated(name: &str, more: &[&str]) -> Seen {
    let folder = tea(name);
    let arguments = ["evaluate", folder.to_str().unwrap(), "--predicted", "-"];
    topics_reading(rows(&CALLED).as_bytes(), &[&arguments, more].concat())
}

#[test]
fn rows_to_the_byte() {
    let row = "tea\t0.4000\t0.5000\t0.4444\t0.2500\t1.0000\t0.4000\t0.3750\t0.1250\n";
    assert_eq!(evaluated("evaluate-rows", &[]), fine(&format!("{HEADER}{row}")));
    let wrong = "tea/a.txt:4\ton\toff\teight nine ten\n\
                 tea/a.txt:5\toff\tboilerplate\televen twelve\n\
                 tea/a.txt:6\ton\tboilerplate\tthirteen\n";
    let seen = evaluated("evaluate-wrong-rows", &["--verbose", "--format", "tsv"]);
    assert_eq!(seen, fine(&format!("{wrong}{HEADER}{row}")));
}

#[test]
fn tables_to_the_byte() {
    let table = "        off                   boilerplate           false
corpus  prec.  recall     F1  prec.  recall     F1  alarm   lost
tea     0.400   0.500  0.444  0.250   1.000  0.400  0.375  0.125
";
    assert_eq!(evaluated("evaluate-table", &["--format", "table"]), fine(table));
    let wrong = "line  should be  called       text
tea/a.txt
   4  on         off          eight nine ten
   5  off        boilerplate  eleven twelve
   6  on         boilerplate  thirteen

";
    let seen = evaluated("evaluate-wrong-table", &["-v", "--format", "table"]);
    assert_eq!(seen, fine(&format!("{wrong}{table}")));
}

#[test]
fn objects() {
    let parsed = |seen: Seen| -> Value { serde_json::from_str(&seen.out).unwrap() };
    let json = parsed(evaluated("evaluate-json", &["--format", "json"]));
    assert_eq!(json, json!({ "corpora": [figures(json!({}))], "mean": null }));
    let wrong = |line: u32, wanted: &str, called: &str, text: &str| json!({ "document": "a.txt", "line": line, "wanted": wanted, "called": called, "text": text });
    let wrong = json!({ "wrong": [
        wrong(4, "on", "off", "eight nine ten"),
        wrong(5, "off", "boilerplate", "eleven twelve"),
        wrong(6, "on", "boilerplate", "thirteen"),
    ] });
    let seen = evaluated("evaluate-jsonl", &["--format", "jsonl", "-v"]);
    assert_eq!(seen.out.lines().count(), 1);
    assert_eq!(parsed(seen), figures(wrong));
}

#[test]
fn two_corpora_their_mean_and_one_that_cannot_be_evaluated() {
    let folder = folder("evaluate-mean");
    for (corpus, label) in [("right", "boilerplate"), ("wrong", "on")] {
        fs::create_dir(folder.join(corpus)).unwrap();
        fs::write(folder.join(corpus).join("a.txt"), "Home\n").unwrap();
        fs::write(folder.join(corpus).join("gold.tsv"), rows(&[(label, 1)])).unwrap();
    }
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (right, wrong, file) = (path("right"), path("wrong"), path("right/a.txt"));
    let seen = topics(&["evaluate", &right, &file, &wrong]);
    let rows = "right\t1.0000\t1.0000\t1.0000\t1.0000\t1.0000\t1.0000\t0.0000\t0.0000
wrong\t1.0000\t1.0000\t1.0000\t0.0000\t1.0000\t0.0000\t0.0000\t1.0000
mean\t1.0000\t1.0000\t1.0000\t0.5000\t1.0000\t0.5000\t0.0000\t0.5000
";
    let err = format!("topics: {file}: not a folder\n");
    assert_eq!(seen, Seen { status: 2, out: format!("{HEADER}{rows}"), err });
    let json = out(&["evaluate", &right, &wrong, "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["corpora"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&json["mean"]["boilerplate_f1"], &json["mean"]["lost"]),
        (&json!(0.5), &json!(0.5))
    );
    assert_eq!(out(&["evaluate", &right, &wrong, "--format", "jsonl"]).lines().count(), 2);
}

#[test]
fn mistakes_in_labels_name_the_file_and_the_row() {
    let folder = tea("evaluate-mistakes");
    let evaluate = ["evaluate", folder.to_str().unwrap()];
    let seen = topics_reading(
        b"document\tfirst\tlast\tlabel\na.txt\t1\t1\tmaybe\n",
        &[&evaluate[..], &["--gold", "-"]].concat(),
    );
    assert_eq!(seen.err, "topics: <stdin>: row 2: unknown label maybe\n");
    assert_eq!(seen.status, 2);
    let seen = topics(&[&evaluate[..], &["--predicted", "none.tsv"]].concat());
    let err = "none.tsv: No such file or directory (os error 2)";
    assert_eq!(seen.err, format!("topics: {}: {err}\n", evaluate[1]));
}
