//! Tables: their width and their colours, where no terminal is involved.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::fs;

use common::{fine, folder, out, repository, rows, topics_in, topics_reading};
use unicode_width::UnicodeWidthStr;

const RED: &str = "\u{1b}[1m\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const YELLOW: &str = "\u{1b}[33m";
const DIM: &str = "\u{1b}[2m";
const OFF: &str = "\u{1b}[0m";

fn table(columns: &str, corpus: &str) -> String {
    let arguments = ["separate", corpus, "--format", "table"];
    topics_in(&[("COLUMNS", columns)], &arguments).out
}

#[test]
fn a_row_is_one_line_and_never_wider_than_it_may_be() {
    for corpus in ["corpus", "tests/corpora/compost-maison"] {
        let corpus = repository(corpus);
        let whole = table("1000", &corpus);
        let tsv = rows(&out(&["separate", &corpus]));
        let mut documents: Vec<&String> = tsv.iter().map(|row| &row[0]).collect();
        documents.dedup();
        for columns in [1, 10, 40, 80, 133, 200] {
            let narrow = table(&columns.to_string(), &corpus);
            assert_eq!(narrow.lines().count(), 1 + documents.len() + tsv.len());
            for line in narrow.lines() {
                assert!(line.width() <= columns, "{columns}: {line}");
            }
        }
        // At eighty columns something of the reason is there, and the row uses what room there is.
        let narrow = table("80", &corpus);
        assert!(narrow.lines().any(|line| line.width() == 80 && line.ends_with('…')));
        for (line, row) in narrow.lines().zip(whole.lines()).skip(1) {
            let kept = line.trim_end_matches('…').split("  ").last().unwrap();
            assert!(row.contains(kept), "{line}\n{row}");
        }
        assert!(!whole.contains('…'));
    }
}

#[test]
fn the_reason_gives_way_before_the_topic() {
    let corpus = repository("corpus");
    let whole = table("1000", &corpus);
    let reason_at = |table: &str| table.lines().next().unwrap().find("reason").unwrap();
    let least = reason_at(&whole) + 40;
    assert!(whole.lines().any(|line| line.width() > least));
    let narrow = table(&least.to_string(), &corpus);
    for (line, row) in narrow.lines().zip(whole.lines()) {
        let kept = line.trim_end_matches('…');
        assert!(row.starts_with(kept) && row.width().min(least - 2) <= line.width(), "{line}");
    }
    let narrower = table(&(least - 5).to_string(), &corpus);
    assert_eq!(reason_at(&narrower), reason_at(&whole) - 5);
}

#[test]
fn a_table_and_the_rows_agree() {
    let corpus = repository("tests/corpora/compost-maison");
    let whole = table("1000", &corpus);
    let mut lines = whole.lines().skip(1);
    let mut document = String::new();
    for row in rows(&out(&["separate", &corpus])) {
        if row[0] != document {
            document.clone_from(&row[0]);
            assert_eq!(lines.next(), Some(document.as_str()));
        }
        let line = lines.next().unwrap();
        let mut words = line.split_whitespace();
        let range =
            if row[1] == row[2] { row[1].clone() } else { format!("{}-{}", row[1], row[2]) };
        assert_eq!((words.next(), words.next()), (Some(range.as_str()), Some(row[3].as_str())));
        if row[3] == "boilerplate" {
            assert_eq!(words.collect::<Vec<_>>().join(" "), row[6]);
        } else {
            let score: f64 = row[5].parse().unwrap();
            let shown: f64 = words.next().unwrap().parse().unwrap();
            assert!((shown - score).abs() <= 0.0056, "{line}");
            assert!(line.contains(&format!("  {}", row[4])), "{line}");
            // Every word the reason names, with its weight, and the share before "shared".
            let (share, terms) = row[6].split_once(" shared").unwrap();
            assert!(line.contains(&format!(" {share}  ")), "{line}");
            for list in terms.split("; ").skip(1) {
                assert!(line.contains(list.split_once(": ").unwrap().1), "{line}");
            }
        }
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn what_speaks_for_the_label_comes_first() {
    let corpus = repository("corpus");
    for (threshold, sign) in [("-1e6", " +"), ("1e6", " -")] {
        let table = out(&["separate", &corpus, "--format", "table", "--threshold", threshold]);
        let reasons = table.lines().filter_map(|line| line.rsplit("  ").next());
        // A section with words of both kinds has `; ` between them.
        let both: Vec<&str> = reasons.filter(|reason| reason.contains("; ")).collect();
        assert!(both.len() > 20);
        for reason in both {
            let (first, second) = reason.split_once("; ").unwrap();
            let ours = |list: &str| list.split(", ").all(|word| word.contains(sign));
            assert!(ours(first) && !ours(second), "{reason}");
        }
    }
}

#[test]
fn columns_that_say_nothing_are_no_limit() {
    let corpus = repository("corpus");
    let whole = out(&["separate", &corpus, "--format", "table"]);
    assert!(whole.lines().any(|line| line.width() > 120));
    for nothing in ["", "0", "wide"] {
        assert_eq!(table(nothing, &corpus), whole, "{nothing:?}");
    }
}

#[test]
fn colours_of_labels_and_where_they_end() {
    let corpus = repository("corpus");
    let coloured = |threshold: &str| {
        let arguments = ["separate", &corpus, "--format", "table", "--threshold", threshold];
        out(&[&arguments[..], &["--color", "always"]].concat())
    };
    let count = |text: &str, what: &str| text.matches(what).count();
    let labels = rows(&out(&["separate", &corpus]));
    let furniture = labels.iter().filter(|row| row[3] == "boilerplate").count();
    let (off, on) = (coloured("1e6"), coloured("-1e6"));
    assert_eq!(count(&off, &format!("  {RED}off{OFF}  ")), labels.len() - furniture);
    assert_eq!(count(&on, &format!("  {GREEN}on{OFF}  ")), labels.len() - furniture);
    assert_eq!(count(&on, &format!("  {DIM}boilerplate{OFF}  ")), furniture);
    // Too short to be judged.
    let unsure = topics_reading(
        b"A line about tea.\n",
        &["separate", "-", "--format", "table", "--color=always"],
    );
    assert!(unsure.out.contains(&format!("  {YELLOW}unsure{OFF}  ")), "{}", unsure.out);
    let plain = |text: &str| anstream::adapter::strip_str(text).to_string();
    assert_eq!(plain(&off), out(&["separate", &corpus, "--format", "table", "--threshold", "1e6"]));
}

#[test]
fn who_decides_on_colour() {
    let file = folder("colours").join("home.txt");
    fs::write(&file, "Home\n").unwrap();
    let file = file.to_str().unwrap();
    let plain = "lines  label        score  shared  topic  reason\n\
                 home.txt\n    1  boilerplate                        navigation\n";
    let header = |name: &str| format!("\u{1b}[1m\u{1b}[4m{name}{OFF}");
    let coloured = format!(
        "{}  {}        {}  {}  {}  {}\n\u{1b}[1m\u{1b}[36mhome.txt{OFF}\n    \
         {DIM}1{OFF}  {DIM}boilerplate{OFF}                        {DIM}navigation{OFF}\n",
        header("lines"),
        header("label"),
        header("score"),
        header("shared"),
        header("topic"),
        header("reason"),
    );
    for (environment, color, is_coloured) in [
        (&[][..], "auto", false),
        (&[], "always", true),
        (&[("CLICOLOR_FORCE", "1")], "auto", true),
        (&[("CLICOLOR_FORCE", "")], "auto", false),
        (&[("CLICOLOR_FORCE", "1")], "never", false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], "auto", false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")], "auto", true),
        (&[("NO_COLOR", "1")], "always", true),
    ] {
        let arguments = ["separate", file, "--format", "table", "--color", color];
        let seen = topics_in(environment, &arguments);
        let want = if is_coloured { coloured.as_str() } else { plain };
        assert_eq!(seen, fine(want), "{environment:?} {color}");
    }
}

#[test]
fn data_and_messages() {
    let forced = [("CLICOLOR_FORCE", "1")];
    let corpus = repository("corpus");
    for format in ["tsv", "json", "jsonl"] {
        let arguments = ["terms", &corpus, "--format", format];
        let seen = topics_in(&forced, &[&arguments[..], &["--color", "always"]].concat());
        assert_eq!(seen, fine(&out(&arguments)));
    }
    let missing = topics_in(&forced, &["terms", "missing.txt"]);
    assert!(
        missing.err.starts_with(&format!("{RED}topics:{OFF} missing.txt: ")),
        "{}",
        missing.err
    );
}
