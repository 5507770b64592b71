//! What each format says, and that they say the same.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use common::{fine, folder, out, repository, rows, topics, topics_reading};
use serde_json::{Value, json};

/// Page furniture alone: what is printed for it depends on no number of the method.
const FURNITURE: &[u8] = b"Share on Facebook\nPrivacy policy | Cookies\n\nHome\n";

/// So short a document that every number of its terms can be checked by hand: 11 words.
const TEA: &[u8] = b"Tea, tea and more tea. Two cups of tea, or 3 kg!\n";

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(parsed).collect()
}

#[test]
fn rows_to_the_byte() {
    let rows = "document\tfirst\tlast\tlabel\ttopic\tscore\treason\n\
                <stdin>\t1\t1\tboilerplate\t\t\twidget\n\
                <stdin>\t2\t2\tboilerplate\t\t\tlegal\n\
                <stdin>\t4\t4\tboilerplate\t\t\tnavigation\n";
    assert_eq!(topics_reading(FURNITURE, &["separate", "-"]), fine(rows));
    assert_eq!(topics_reading(FURNITURE, &["separate", "-", "--format", "tsv"]), fine(rows));
}

#[test]
fn a_table_to_the_byte() {
    let table = "lines  label        score  shared  topic  reason\n\
                 <stdin>\n    \
                     1  boilerplate                        widget\n    \
                     2  boilerplate                        legal\n    \
                     4  boilerplate                        navigation\n";
    assert_eq!(topics_reading(FURNITURE, &["separate", "-", "--format", "table"]), fine(table));
}

#[test]
fn furniture_has_the_fields_of_a_section_with_nothing_in_them() {
    let seen = topics_reading(FURNITURE, &["separate", "--format=jsonl", "-"]);
    let line = |number: u32, reason: &str| {
        json!({
            "document": "<stdin>", "first": number, "last": number, "reason": reason,
            "topic_label": null, "kind": null, "title": null, "bytes": null, "topic": null,
            "label": "boilerplate", "score": null, "words": null, "shared": null, "usual": null,
            "ties": [], "foreign": [],
        })
    };
    assert_eq!(lines(&seen.out), [line(1, "widget"), line(2, "legal"), line(4, "navigation")]);
}

#[test]
fn every_line_that_is_not_blank_is_in_exactly_one_row() {
    let corpus = repository("corpus");
    let tsv = out(&["separate", &corpus]);
    assert!(tsv.starts_with("document\tfirst\tlast\tlabel\ttopic\tscore\treason\n"));
    let mut found: BTreeMap<(String, usize), u32> = BTreeMap::new();
    for row in rows(&tsv) {
        assert_eq!(row.len(), 7, "{row:?}");
        assert!(["on", "off", "unsure", "boilerplate"].contains(&row[3].as_str()), "{row:?}");
        for line in row[1].parse::<usize>().unwrap()..=row[2].parse().unwrap() {
            *found.entry((row[0].clone(), line)).or_default() += 1;
        }
    }
    assert!(found.values().all(|times| *times == 1));
    for entry in fs::read_dir(corpus).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let name = path.file_name().unwrap().to_str().unwrap();
            for (index, line) in fs::read_to_string(&path).unwrap().split('\n').enumerate() {
                let found = found.contains_key(&(name.to_owned(), index + 1));
                assert!(found || line.trim().is_empty(), "{name}:{}", index + 1);
            }
        }
    }
}

#[test]
fn json_and_rows_agree() {
    let corpus = repository("corpus");
    let json = parsed(&out(&["separate", &corpus, "--format", "json"]));
    let mut told = Vec::new();
    for document in json["documents"].as_array().unwrap() {
        assert_eq!(document["language"], "en");
        for run in document["runs"].as_array().unwrap() {
            told.push(row(&document["name"], run, &run["topic"]));
        }
    }
    assert_eq!(told, rows(&out(&["separate", &corpus])));
}

#[test]
fn a_line_of_json_is_a_row_with_its_section() {
    let corpus = repository("corpus");
    let lines = lines(&out(&["separate", &corpus, "--format", "jsonl"]));
    let told: Vec<_> =
        lines.iter().map(|line| row(&line["document"], line, &line["topic_label"])).collect();
    assert_eq!(told, rows(&out(&["separate", &corpus])));
    let json = parsed(&out(&["separate", &corpus, "--format", "json"]));
    let fields =
        |value: &Value| value.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let mut judged = 0;
    for line in &lines {
        assert_eq!(fields(line), fields(&lines[0]));
        let documents = json["documents"].as_array().unwrap();
        let document = documents.iter().find(|document| document["name"] == line["document"]);
        let sections = document.unwrap()["sections"].as_array().unwrap();
        let is = |section: &&Value| section["bytes"] == line["bytes"];
        if let Some(section) = sections.iter().find(is) {
            judged += 1;
            for (field, value) in section.as_object().unwrap() {
                assert_eq!(&line[field], value, "{field}");
            }
            let topic = &json["topics"][usize::try_from(line["topic"].as_u64().unwrap()).unwrap()];
            let label: Vec<&str> = topic["label"]
                .as_array()
                .unwrap()
                .iter()
                .map(|word| word.as_str().unwrap())
                .collect();
            assert_eq!(line["topic_label"], label.join(", "));
        } else {
            assert_eq!((&line["label"], &line["score"]), (&json!("boilerplate"), &Value::Null));
        }
    }
    assert!(judged > 50 && judged < lines.len(), "{judged} of {}", lines.len());
}

/// The row that says the same as an object.
fn row(document: &Value, run: &Value, topic: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let score = run["score"].as_f64().map_or_else(String::new, |score| format!("{score:.3}"));
    vec![
        text(document),
        run["first"].to_string(),
        run["last"].to_string(),
        text(&run["label"]),
        text(topic),
        score,
        text(&run["reason"]),
    ]
}

#[test]
fn terms_in_each_format_to_the_byte() {
    let tea = |format: &str| topics_reading(TEA, &["terms", "-", "--format", format]);
    let rows = "term\tcount\tbefore\tper_thousand\tper_thousand_before\tdocuments\tsections\tg2\tlog_ratio\tdispersion
tea\t4\t4\t363.636\t363.636\t1\t1\t0.000\t0.000\t0.000
3 kg\t1\t1\t90.909\t90.909\t1\t1\t0.000\t0.000\t0.000
cups\t1\t1\t90.909\t90.909\t1\t1\t0.000\t0.000\t0.000
two\t1\t1\t90.909\t90.909\t1\t1\t0.000\t0.000\t0.000
";
    assert_eq!(tea("tsv"), fine(rows));
    assert_eq!(topics_reading(TEA, &["terms", "-"]), fine(rows));
    let table = "      count        per 1 000       found in     vs rest
term  now  before     now  before  docs  sect.   g2  ratio  disp.
tea     4       4  363.64  363.64     1      1  0.0   0.00   0.00
3 kg    1       1   90.91   90.91     1      1  0.0   0.00   0.00
cups    1       1   90.91   90.91     1      1  0.0   0.00   0.00
two     1       1   90.91   90.91     1      1  0.0   0.00   0.00
";
    assert_eq!(tea("table"), fine(table));
    let line = |term: &str, form: &str, figure: bool, count: u32, rate: &str| {
        format!(
            "{{\"term\":\"{term}\",\"form\":\"{form}\",\"stop\":false,\"figure\":{figure},\
             \"count\":{count},\"before\":{count},\"per_thousand\":{rate},\
             \"per_thousand_before\":{rate},\"documents\":1,\"sections\":1,\"g2\":0.0,\
             \"log_ratio\":0.0,\"dispersion\":0.0}}\n"
        )
    };
    let jsonl = [
        line("tea", "tea", false, 4, "363.6363636363636"),
        line("3 kg", "3 kg", true, 1, "90.9090909090909"),
        line("cups", "cup", false, 1, "90.9090909090909"),
        line("two", "two", false, 1, "90.9090909090909"),
    ]
    .concat();
    assert_eq!(tea("jsonl"), fine(&jsonl));
    let json = json!({ "words": 11, "words_before": 11, "terms": lines(&jsonl) });
    assert_eq!(parsed(&tea("json").out), json);
}

#[test]
fn the_term_table_counts_before_and_after() {
    let corpus = repository("corpus");
    let after = rows(&out(&["terms", &corpus]));
    let before = rows(&out(&["terms", &corpus, "--all"]));
    let number = |rows: &[Vec<String>], term: &str, column: usize| -> f64 {
        let row = rows.iter().find(|row| row[0] == term);
        row.map_or(0.0, |row| row[column].parse().unwrap())
    };
    assert!(number(&after, "therapist", 1) > 100.0);
    assert_eq!(number(&after, "therapist", 2), number(&before, "therapist", 1));
    assert!(after.iter().all(|row| row[0] != "the"));
    let top = rows(&out(&["terms", &corpus, "--sort", "term", "--top", "3", "--stop-words"]));
    assert_eq!(top.len(), 3);
    assert!(top[0][0] < top[1][0] && top[1][0] < top[2][0]);
}

#[test]
fn the_threshold_moves_every_verdict() {
    let corpus = repository("corpus");
    let labels = |threshold: &str| -> BTreeSet<String> {
        let rows = rows(&out(&["separate", &corpus, "--threshold", threshold]));
        rows.into_iter().map(|row| row[3].clone()).filter(|label| label != "boilerplate").collect()
    };
    assert_eq!(labels("1e6"), BTreeSet::from(["off".to_owned()]));
    assert_eq!(labels("-1e6"), BTreeSet::from(["on".to_owned()]));
}

#[test]
fn the_language_given_is_that_of_every_document() {
    let folder = folder("languages");
    fs::write(folder.join("a.txt"), "The cat sat on the mat and looked at the moon.\n").unwrap();
    fs::write(folder.join("b.txt"), "Der Hund lag im Garten und schlief.\n").unwrap();
    let languages = |more: &[&str]| -> Vec<String> {
        let arguments = ["separate", "--format", "json", folder.to_str().unwrap()];
        let json = parsed(&out(&[&arguments, more].concat()));
        let documents = json["documents"].as_array().unwrap().iter();
        documents.map(|document| document["language"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(languages(&[]), ["en", "de"]);
    assert_eq!(languages(&["--language", "fr-CA"]), ["fr", "fr"]);
    assert_eq!(languages(&["--language=und"]), ["und", "und"]);
}

#[test]
fn control_characters_reach_data_and_no_table() {
    let folder = folder("control-characters");
    let name = "red\u{1b}[31m.txt";
    fs::write(folder.join(name), FURNITURE).unwrap();
    let folder = folder.to_str().unwrap();
    assert!(out(&["separate", folder, "--color", "never"]).contains("\nred\u{1b}[31m.txt\t1\t1\t"));
    let table = out(&["separate", folder, "--format", "table", "--color", "never"]);
    assert_eq!(table.lines().nth(1), Some("red\u{fffd}[31m.txt"));
    let missing = topics(&["separate", &format!("{folder}/\u{1b}[2Jnone.txt")]);
    assert!(!missing.err.contains('\u{1b}') && missing.err.contains("\u{fffd}[2Jnone.txt: "));
}
