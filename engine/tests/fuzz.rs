//! Text of every kind through every phase, for a bounded time: nothing panics, nothing is lost, every number is finite.
//!
//! `FUZZ_SECONDS=600 cargo test --release -p topic-engine --test fuzz` looks longer; a failure prints its seed.

use std::time::Duration;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use engine::Corpus;
use engine::count::{Background, Counts, count};
use engine::explore::{
    CollocateOptions, ContextOptions, ContextSort, Names, Query, Selection, collocates, contexts,
    plot, suggestions,
};
use engine::parse::parse;
use engine::separate::{Analysis, Pin, Settings, Side, nearest, separate};

/// Pieces that look like something to the parser.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\u{a0}",
    "\t",
    ".",
    "?",
    ":",
    "|",
    "---|---|---|",
    "> ",
    "- ",
    "1. ",
    "#",
    "“",
    "”",
    "What is it?",
    "A Heading Of Its Own",
    "posted by",
    "Joined: May 2021   Posts: 58",
    "Share   |   Source: site.com",
    "quote · like (2)",
    "3 years ago",
    "https://example.org/a?b=c",
    "180 cm",
    "5'11\"",
    "3,14",
    "e\u{301}",
    "\u{feff}",
    "\u{200d}",
    "家族",
    "ſ",
    "İ",
    "the",
    "therapist",
    "Wie geht es",
    "Takedown request",
    "Copyright 2020",
    "{ } => ;",
    "\u{0}",
    "𝔘",
    "😀",
    "Cookies",
    "Anonymous wrote:",
];

fn text(u: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=60)? {
        match u.int_in_range(0..=5)? {
            0 => text.push_str(&u.arbitrary::<String>()?),
            1 => text.push(u.arbitrary::<char>()?),
            2 => {
                // The same piece over and over: runs, repeated lines, deep nesting.
                let piece = *u.choose(PIECES)?;
                (0..u.int_in_range(1..=30)?).for_each(|_| text.push_str(piece));
            }
            _ => {
                text.push_str(u.choose(PIECES)?);
                text.push_str([" ", "\n", ""][u.choose_index(3)?]);
            }
        }
    }
    Ok(text)
}

/// Pieces that mean something to the search.
const ASKED: &[&str] =
    &["(", ")", "\"", "“", "-", "|", "OR", "NOT", "*", ":", "topic:", "topic:1", "doc:", "is:off"];

/// Something typed into the search box.
fn query(u: &mut Unstructured<'_>) -> Result<String> {
    let mut asked = String::new();
    for _ in 0..u.int_in_range(0..=30)? {
        let piece = match u.int_in_range(0..=3)? {
            0 => u.choose(PIECES)?,
            _ => u.choose(ASKED)?,
        };
        asked.push_str(piece);
        asked.push_str([" ", "the", "", "e"][u.choose_index(4)?]);
    }
    Ok(asked)
}

/// Everything that shows where a search stands: all of it slices the text.
fn search(corpus: &Corpus, counts: &Counts, analysis: &Analysis, asked: &str, sort: ContextSort) {
    let names = Names::default();
    for growing in [false, true] {
        let query = Query::new(asked, corpus, counts, analysis, &names, growing);
        for problem in query.problems() {
            let (start, end) = (problem.span.start as usize, problem.span.end as usize);
            assert!(asked.get(start..end).is_some(), "{problem:?} of {asked:?}");
        }
        let everything = Selection::everything(analysis);
        let options = ContextOptions { span: 7, sort };
        let found = contexts(corpus, counts, analysis, &everything, query.pattern(), &options);
        for line in &found.lines {
            let text = &corpus.documents[line.document as usize].text;
            for span in [line.left, line.node, line.right, line.paragraph(corpus)] {
                assert!(text.get(span.start as usize..span.end as usize).is_some());
            }
        }
        let options = CollocateOptions { floor: 1, ..CollocateOptions::default() };
        let near = collocates(corpus, counts, analysis, &everything, query.pattern(), &options);
        assert!(near.rows.iter().all(|row| row.g2.is_finite() && row.log_dice <= 14.0));
        let rows = plot(corpus, counts, analysis, query.pattern());
        let hits: usize = rows.iter().map(|row| row.hits.len()).sum();
        assert_eq!(hits, found.lines.len());
        assert_eq!(hits, near.nodes as usize);
    }
    suggestions(asked, corpus, counts, &names, 8);
}

#[test]
fn any_text_goes_through_every_phase() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let property = |u: &mut Unstructured<'_>| {
        let documents: Vec<_> = (0..u.int_in_range(0..=4)?)
            .map(|at| Ok(parse(&format!("{at}.txt"), text(u)?, None)))
            .collect::<Result<_>>()?;
        for document in &documents {
            let covered: usize = document
                .blocks
                .iter()
                .map(|block| block.span.of(&document.text).trim().len())
                .sum();
            let all: usize = document.text.lines().map(|line| line.trim().len()).sum();
            assert!(covered <= document.text.len() && (covered > 0) == (all > 0), "text is lost");
        }
        let corpus = Corpus { name: "fuzz".to_owned(), documents };
        let counts = count(&corpus, &Background::BuiltIn);
        let pin = Pin {
            document: u.int_in_range(0..=4)?,
            blocks: u.int_in_range(0..=9)?..u.int_in_range(0..=9)?,
            side: *u.choose(&[Side::OnTopic, Side::OffTopic, Side::Main])?,
        };
        let asked = query(u)?;
        let sort = *u.choose(&[
            ContextSort::Place,
            ContextSort::Left,
            ContextSort::Node,
            ContextSort::Right,
        ])?;
        for pins in [vec![], vec![pin]] {
            let threshold = f64::from(u.int_in_range(-9..=9_i8)?);
            let settings = Settings { threshold, pins, ..Settings::default() };
            let analysis = separate(&corpus, &counts, &settings);
            assert!(analysis.sections.iter().all(|one| one.score.is_finite()));
            assert!(analysis.sections.iter().all(|one| one.reason.own.is_finite()));
            nearest(&counts, &analysis, 0);
            search(&corpus, &counts, &analysis, &asked, sort);
        }
        Ok(())
    };
    arbtest(property).budget(Duration::from_secs(seconds.unwrap_or(8)));
}
