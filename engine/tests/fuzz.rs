//! Text of every kind through every phase, for a bounded time: nothing panics, nothing is lost, every number is finite.
//!
//! `FUZZ_SECONDS=600 cargo test --release -p topic-engine --test fuzz` looks longer; a failure prints its seed.

use std::time::Duration;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use engine::Corpus;
use engine::count::{Background, count};
use engine::parse::parse;
use engine::separate::{Pin, Settings, Side, nearest, separate};

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
        for pins in [vec![], vec![pin]] {
            let threshold = f64::from(u.int_in_range(-9..=9_i8)?);
            let settings = Settings { threshold, pins, ..Settings::default() };
            let analysis = separate(&corpus, &counts, &settings);
            assert!(analysis.sections.iter().all(|one| one.score.is_finite()));
            assert!(analysis.sections.iter().all(|one| one.reason.own.is_finite()));
            nearest(&counts, &analysis, 0);
        }
        Ok(())
    };
    arbtest(property).budget(Duration::from_secs(seconds.unwrap_or(8)));
}
