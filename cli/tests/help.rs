//! Help and version.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use common::{fine, out, topics, topics_in};

#[test]
fn the_version_is_that_of_the_package() {
    let version = format!("topics {}\n", env!("CARGO_PKG_VERSION"));
    for arguments in [&["--version"][..], &["-V"], &["terms", "-V"]] {
        assert_eq!(topics(arguments), fine(&version));
    }
}

#[test]
fn a_summary_to_the_byte() {
    let summary = "\
topics evaluate - how well the labels of topics separate agree with labels made
by people

Usage
  topics evaluate [OPTION]... DIR...

Options
  -v, --verbose     List the lines that are labelled wrong as well
  --gold FILE       Labels made by people, instead of those in gold.tsv
  --predicted FILE  Labels to compare, instead of judging anew
  --format FORMAT   table, tsv, json or jsonl; table by default at a terminal,
                    tsv elsewhere
  --threshold N     Score below which text is off topic, a finite number, 0 by
                    default
  --language CODE   Language of all documents, a code such as en or pt-BR
  --color WHEN      Whether to colour: auto, always or never
  -h, --help        Print help: a summary for -h, the whole page for --help
  -V, --version     Print the version

--help says more.
";
    assert_eq!(topics(&["evaluate", "-h"]), fine(summary));
}

#[test]
fn the_beginning_of_a_page_to_the_byte() {
    let beginning = "\
NAME
    topics terms - how often each term stands in a pile of
    documents, with and without what does not belong

SYNOPSIS
    topics terms [OPTION]... PATH...

DESCRIPTION
    Counts words, with their forms taken together, and
    figures with their units. Boilerplate never counts. Each
    term has its numbers in the selection and, to compare,
    with everything in. The selection is the text that is
    kept, which is on topic or unsure, unless --off or --all
    says otherwise.

OPTIONS
    --off
        Select the text that is off topic. With --all
        everything is selected.
    --all
        Select everything.
";
    let page = topics_in(&[("COLUMNS", "60")], &["terms", "--help"]);
    assert_eq!((page.status, page.err.as_str()), (0, ""));
    assert_eq!(&page.out[..beginning.len()], beginning);
    let status = "
EXIT STATUS
    0  Everything was done.
    1  Everything was done, and there is not one row to show
       for it.
    2  The command line is wrong, or something could not be
       read or written. Standard error says what and why.
       What could be done is on standard output all the
       same: good files beside a bad one are not lost.
";
    assert!(page.out.contains(status), "{}", page.out);
    let columns = "
    per_thousand         count per 1 000 words of the
                         selection (per 1 000 now).
    per_thousand_before  before per 1 000 words of
                         everything (per 1 000 before).
";
    assert!(page.out.contains(columns), "{}", page.out);
    let page = topics_in(&[("COLUMNS", "40")], &["terms", "--help"]);
    let below = "
    per_thousand_before
        before per 1 000 words of
        everything (per 1 000 before).
";
    assert!(page.out.contains(below), "{}", page.out);
}

#[test]
fn every_way_to_ask_for_a_page() {
    assert_eq!(out(&["help"]), out(&["--help"]));
    for command in ["separate", "terms", "evaluate"] {
        let page = out(&["help", command]);
        assert!(page.starts_with(&format!("NAME\n    topics {command} - ")), "{page}");
        assert_eq!(out(&[command, "--help"]), page);
        assert_eq!(out(&[command, "missing.txt", "--help"]), page);
        assert!(out(&["-h"]).contains(&format!("\n  {command} ")));
    }
}

#[test]
fn the_page_names_every_column_and_field() {
    let corpus = common::repository("corpus");
    for command in ["separate", "terms"] {
        let page = out(&[command, "--help"]);
        let tsv = out(&[command, &corpus]);
        for column in tsv.lines().next().unwrap().split('\t') {
            assert!(page.contains(&format!("\n    {column} ")), "{command}: {column}");
        }
        let jsonl = out(&[command, &corpus, "--format", "jsonl"]);
        let line: serde_json::Value = serde_json::from_str(jsonl.lines().next().unwrap()).unwrap();
        for field in line.as_object().unwrap().keys() {
            let mut words = page.split(|c: char| !c.is_alphanumeric() && c != '_');
            assert!(words.any(|word| word == field), "{command}: {field}");
        }
    }
    let page = out(&["evaluate", "--help"]);
    let corpus = common::repository("tests/corpora/compost-maison");
    for column in out(&["evaluate", &corpus]).lines().next().unwrap().split('\t') {
        assert!(page.contains(&format!("\n    {column} ")), "evaluate: {column}");
    }
}
