//! What is read, what is said of what cannot be, and the exit status.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use std::fs;

use common::{Seen, folder, rows, topics, topics_reading};

fn names(seen: &Seen) -> Vec<String> {
    let mut names: Vec<String> = rows(&seen.out).into_iter().map(|row| row[0].clone()).collect();
    names.dedup();
    names
}

#[test]
fn a_bad_file_beside_a_good_one() {
    let folder = folder("good-beside-bad");
    fs::write(folder.join("b.txt"), "Share on Facebook\n").unwrap();
    fs::write(folder.join("a.txt"), b"not \x00\x01\xff text").unwrap();
    fs::write(folder.join("c.css"), "not taken").unwrap();
    fs::create_dir(folder.join("empty")).unwrap();
    let folder = folder.to_str().unwrap();
    let (missing, empty) = (format!("{folder}/missing.txt"), format!("{folder}/empty"));
    let seen = topics(&["separate", folder, &missing, &empty, ""]);
    let want = Seen {
        status: 2,
        out: "document\tfirst\tlast\tlabel\ttopic\tscore\treason\n\
              b.txt\t1\t1\tboilerplate\t\t\twidget\n"
            .to_owned(),
        err: format!(
            "topics: {folder}/a.txt: not text: binary data\n\
             topics: {missing}: No such file or directory (os error 2)\n\
             topics: {empty}: no file that can be read in this folder\n\
             topics: '': No such file or directory (os error 2)\n"
        ),
    };
    assert_eq!(seen, want);
}

#[test]
fn nothing_but_bad_files_print_nothing() {
    for command in ["separate", "terms"] {
        for format in ["table", "tsv", "json", "jsonl"] {
            let seen = topics(&[command, "missing.txt", "--format", format]);
            assert_eq!((seen.status, seen.out.as_str()), (2, ""), "{command} {format}");
            assert!(seen.err.starts_with("topics: missing.txt: "), "{}", seen.err);
            assert_eq!(seen.err.lines().count(), 1, "{}", seen.err);
        }
    }
}

#[test]
fn standard_input_among_paths_and_files_of_one_name() {
    let folder = folder("names");
    fs::create_dir(folder.join("x")).unwrap();
    fs::write(folder.join("a.txt"), "First.").unwrap();
    fs::write(folder.join("empty.txt"), "").unwrap();
    fs::write(folder.join("x/a.txt"), "Second.").unwrap();
    let (outer, inner) = (folder.to_str().unwrap(), folder.join("x"));
    let inner = inner.to_str().unwrap();
    let seen = topics_reading(b"Third.\n", &["separate", outer, "-", inner]);
    assert_eq!((seen.status, seen.err.clone()), (0, format!("topics: {outer}/empty.txt: empty\n")));
    let own = ["a.txt", "x/a.txt", "<stdin>"].map(str::to_owned);
    assert_eq!(names(&seen), [&own[..], &[format!("{inner}/a.txt")]].concat());
}

#[test]
fn a_dash_is_standard_input_even_where_a_file_has_that_name() {
    let folder = folder("dash");
    fs::write(folder.join("-"), "Home\n").unwrap();
    let read = |argument: &str| {
        let mut command = common::command(&["separate", argument]);
        let seen = common::seen(command.current_dir(&folder).output().unwrap());
        (seen.status, names(&seen))
    };
    assert_eq!(read("./-"), (0, vec!["-".to_owned()]));
    // Standard input is empty here.
    assert_eq!(read("-"), (1, vec![]));
}

#[test]
fn text_on_standard_input_that_is_none() {
    let seen = topics_reading(b"\xfe", &["terms", "-"]);
    let err =
        "topics: <stdin>: text in an unknown encoding; UTF-8, UTF-16 and Windows-1252 are read\n"
            .to_owned();
    assert_eq!(seen, Seen { status: 2, out: String::new(), err });
}

#[test]
fn nothing_to_tell_is_status_one() {
    let folder = folder("nothing");
    fs::write(folder.join("blank.txt"), " \n\n").unwrap();
    fs::write(folder.join("short.txt"), "A line about tea.\n").unwrap();
    let (blank, short) = (folder.join("blank.txt"), folder.join("short.txt"));
    let (blank, short) = (blank.to_str().unwrap(), short.to_str().unwrap());
    for (arguments, status) in [
        (vec!["separate", blank], 1),
        (vec!["separate", blank, short], 0),
        (vec!["terms", blank], 1),
        (vec!["terms", short], 0),
        // One section is too little to be off topic.
        (vec!["terms", "--off", short], 1),
        (vec!["terms", "--off", short, "missing.txt"], 2),
    ] {
        for format in ["table", "tsv", "json", "jsonl"] {
            let seen = topics(&[&arguments[..], &["--format", format]].concat());
            assert_eq!(seen.status, status, "{arguments:?} {format}");
            let problems = seen.err.lines().filter(|line| !line.ends_with("blank.txt: empty"));
            assert_eq!(problems.count(), usize::from(status == 2), "{}", seen.err);
        }
    }
}

#[test]
fn a_wrong_command_line_is_said_and_nothing_done() {
    let hint = "topics --help says how to call it.\n";
    for (arguments, error) in [
        (&[][..], "no command: separate, terms, text, site, evaluate or help"),
        (&["terms"], "terms: no path given"),
        (&["evalute", "x"], "evalute: no such command; did you mean evaluate?"),
        (&["separate", "--lang", "x"], "--lang: no such option"),
        (&["separate", "x", "--threshold", "inf"], "--threshold inf: not a finite number"),
        (
            &["terms", "x", "--language", "tlh"],
            "--language tlh: unknown language; known are \
             en, de, fr, es, it, pt, nl, sv, no, da, fi, hu, ro, ru, tr, pl, cs, uk, el, ar, ca, id, lt, hi, sh, fa, \
             ta, eu, ga, hy, et, eo, ne, yi, bg, sk, sl, lv, he, vi, ms, mk, bn, is, ur, fil, und",
        ),
        (&["evaluate", "x", "--format", "csv"], "--format csv: not one of table, tsv, json, jsonl"),
        (&["separate", "-", "-"], "separate: - is given more than once"),
    ] {
        let err = format!("topics: {error}\n{hint}");
        assert_eq!(topics(arguments), Seen { status: 2, out: String::new(), err });
    }
}
