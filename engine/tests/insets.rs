//! What a site sets into several of its pages, and the titles above it.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use engine::Corpus;
use engine::count::{Background, count};
use engine::parse::parse;
use engine::separate::{Analysis, JudgedSection, Pin, Settings, Side, Verdict, Weights, separate};

const NOTICE: [&str; 2] = [
    "Sash windows by Clearbay: forty per cent off double glazing until the 31st",
    "Our people measure free of charge, carry off the old frames and answer within two days. Nothing to pay before the spring.",
];

/// Pages about birds in a town, nothing foreign in them, with a notice under the title of three.
fn pages() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpora/urban-birding");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    files.sort();
    let text = |(at, file)| {
        let text: String = fs::read_to_string(file).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        if at < 3 {
            let [title, next] = [format!("Birds in a town, part {at}"), NOTICE.join("\n\n")];
            lines = lines.split_off(3);
            return format!("{title}\n\n{next}\n\n{}", lines.join("\n"));
        }
        lines.join("\n")
    };
    files.iter().enumerate().map(text).collect()
}

fn judge(pages: &[String], settings: &Settings) -> (Corpus, Analysis) {
    let documents = (0..).zip(pages);
    let documents = documents.map(|(at, text)| parse(&format!("{at}.txt"), text.clone(), None));
    let corpus = Corpus { name: String::new(), documents: documents.collect() };
    let counts = count(&corpus, &Background::BuiltIn);
    let analysis = separate(&corpus, &counts, settings);
    (corpus, analysis)
}

/// The section of a document that has some text.
fn with<'a>(
    corpus: &Corpus,
    analysis: &'a Analysis,
    document: u32,
    text: &str,
) -> &'a JudgedSection {
    let parsed = &corpus.documents[document as usize];
    let has = |one: &&JudgedSection| {
        one.document == document
            && parsed.blocks[one.blocks()]
                .iter()
                .any(|block| block.span.of(&parsed.text).contains(text))
    };
    let mut found = analysis.sections.iter().filter(has);
    let one = found.next().unwrap();
    assert_eq!(found.next(), None);
    one
}

#[test]
fn a_notice_on_three_pages_is_off_topic_on_each_and_the_titles_above_it_are_not() {
    let (corpus, analysis) = judge(&pages(), &Settings::default());
    for document in 0..3 {
        for line in NOTICE {
            let one = with(&corpus, &analysis, document, line);
            assert_eq!(one.verdict, Verdict::OffTopic, "{document}: {line} {}", one.score);
            assert_eq!(one.reason.around.inset, -Weights::default().inset);
        }
        let title = with(&corpus, &analysis, document, "Birds in a town");
        assert_eq!(title.verdict, Verdict::OnTopic, "{document}: {}", title.score);
    }
    let off = analysis.sections.iter().filter(|one| one.verdict == Verdict::OffTopic);
    assert_eq!(off.count(), 3, "nothing else is");
}

#[test]
fn a_title_alone_has_the_score_and_the_reasons_of_its_document() {
    let (corpus, analysis) = judge(&pages(), &Settings::default());
    let title = with(&corpus, &analysis, 0, "Birds in a town");
    let rest: Vec<&JudgedSection> =
        analysis.sections.iter().filter(|one| one.document == 0 && *one != title).collect();
    assert!(title.words < 10 && rest.len() > 2);
    let (low, high) = rest
        .iter()
        .fold((f64::MAX, f64::MIN), |(low, high), one| (low.min(one.score), high.max(one.score)));
    assert!(low <= title.score && title.score <= high, "{low} {} {high}", title.score);
    assert!(title.reason.shared > 0.1 && !title.reason.ties.is_empty());
    let around = title.reason.around;
    let heard = around.source + around.said + around.neighbours + around.inset + around.lean;
    assert!((title.reason.own + heard - title.score).abs() < 1e-9);
}

#[test]
fn what_a_person_says_of_a_title_or_a_notice_counts() {
    let (corpus, plain) = judge(&pages(), &Settings::default());
    for (text, side) in [("Birds in a town", Side::OffTopic), (NOTICE[0], Side::OnTopic)] {
        for alone in [false, true] {
            let one = with(&corpus, &plain, 1, text);
            let side = match (side, alone) {
                (side, false) => side,
                (Side::OffTopic, true) => Side::OffTopicAlone,
                (_, true) => Side::OnTopicAlone,
            };
            let pins = vec![Pin { document: 1, blocks: one.first_block..one.end_block, side }];
            let (corpus, told) = judge(&pages(), &Settings { pins, ..Settings::default() });
            let said = with(&corpus, &told, 1, text);
            let off = matches!(side, Side::OffTopic | Side::OffTopicAlone);
            assert_eq!(said.verdict == Verdict::OffTopic, off, "{side:?} {}", said.score);
            let around = said.reason.around;
            // The title has the parts of its document, the notice those of what was said.
            assert_eq!(around.inset == 0.0, text == NOTICE[0]);
            let heard =
                around.source + around.said + around.neighbours + around.inset + around.lean;
            assert!((said.reason.own + heard - said.score).abs() < 1e-9);
        }
    }
}

#[test]
fn sections_that_a_person_took_out_do_not_take_the_title_along() {
    let (corpus, plain) = judge(&pages(), &Settings::default());
    let of_document = |one: &&JudgedSection| one.document == 2 && one.verdict == Verdict::OnTopic;
    let out = |one: &JudgedSection| {
        let blocks = one.first_block..one.end_block;
        Pin { document: 2, blocks, side: Side::OffTopic }
    };
    let pins = plain.sections.iter().filter(of_document).rev().take(3).map(out).collect();
    let (_, told) = judge(&pages(), &Settings { pins, ..Settings::default() });
    let title = with(&corpus, &told, 2, "Birds in a town");
    assert!(title.verdict.is_kept(), "{}", title.score);
    // Their scores, which are certain, outweigh all the others.
    let rest = told.sections.iter().filter(|one| one.document == 2 && *one != title);
    let sum: f64 = rest.map(|one| one.score * f64::from(one.words)).sum();
    assert!(sum < 0.0, "{sum}");
}
