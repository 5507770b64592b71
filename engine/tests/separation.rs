//! What separation finds in the shipped documents, and what must not change it.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use engine::Corpus;
use engine::count::{Background, count};
use engine::language::Language;
use engine::parse::{BlockKind, Document, parse};
use engine::separate::{Analysis, Settings, Verdict, separate};
use proptest::prelude::*;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The shipped documents, by name.
fn texts() -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = fs::read_dir(root().join("corpus"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read_to_string(path).unwrap(),
            )
        })
        .collect();
    texts.sort();
    assert_eq!(texts.len(), 5);
    texts
}

fn corpus(texts: &[(String, String)]) -> Corpus {
    let parsed =
        texts.iter().map(|(name, text)| parse(name, text.clone(), Some(Language::English)));
    Corpus { name: "test".to_owned(), documents: parsed.collect() }
}

/// Verdict of each line that is not blank: `on`, `off`, `unsure` or `boilerplate`.
type Labels = BTreeMap<(String, usize), &'static str>;

fn labels(corpus: &Corpus, analysis: &Analysis) -> Labels {
    let mut labels = Labels::new();
    for section in &analysis.sections {
        let document = &corpus.documents[section.document as usize];
        let verdict = match section.verdict {
            Verdict::OnTopic => "on",
            Verdict::OffTopic => "off",
            Verdict::Unsure => "unsure",
        };
        for block in &document.blocks[section.blocks()] {
            let label = if matches!(block.kind, BlockKind::Boilerplate(_)) {
                "boilerplate"
            } else {
                verdict
            };
            let first = line_of(document, block.span.start);
            for (offset, line) in block.span.of(&document.text).lines().enumerate() {
                if !line.trim().is_empty() {
                    let old = labels.insert((document.name.clone(), first + offset), label);
                    assert_eq!(old, None, "{} line {} twice", document.name, first + offset);
                }
            }
        }
    }
    labels
}

fn line_of(document: &Document, byte: u32) -> usize {
    document.text[..byte as usize].matches('\n').count() + 1
}

fn judge(texts: &[(String, String)]) -> (Corpus, Analysis) {
    let corpus = corpus(texts);
    let counts = count(&corpus, &Background::BuiltIn);
    let analysis = separate(&corpus, &counts, &Settings::default());
    (corpus, analysis)
}

/// The gold labels of the shipped documents, line by line.
fn gold() -> BTreeMap<(String, usize), String> {
    let table = fs::read_to_string(root().join("tests/corpora/therapists/gold.tsv")).unwrap();
    let mut gold = BTreeMap::new();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        for line in cells[1].parse::<usize>().unwrap()..=cells[2].parse().unwrap() {
            gold.insert((cells[0].to_owned(), line), cells[3].to_owned());
        }
    }
    gold
}

#[test]
fn every_line_of_the_shipped_documents_is_judged_as_a_person_does() {
    let texts = texts();
    let (corpus, analysis) = judge(&texts);
    let labels = labels(&corpus, &analysis);
    let gold = gold();
    let (mut off, mut found, mut missed, mut extra) = (0, 0.0, 0.0, 0.0);
    for ((name, line), label) in &labels {
        let wanted = gold[&(name.clone(), *line)].as_str();
        let text =
            texts.iter().find(|(other, _)| other == name).unwrap().1.lines().nth(line - 1).unwrap();
        let words = text.split_whitespace().count() as f64;
        match (wanted, *label) {
            ("either", _) => continue,
            ("off", label) => {
                assert_eq!(label, "off", "{name} line {line}: {text}");
                off += 1;
            }
            ("on", label) => assert_ne!(label, "off", "{name} line {line}: {text}"),
            _ => {}
        }
        match (wanted == "boilerplate", *label == "boilerplate") {
            (true, true) => found += words,
            (true, false) => missed += words,
            (false, true) => extra += words,
            (false, false) => {}
        }
    }
    assert_eq!(off, 24);
    let f1 = 2.0 * found / (2.0 * found + missed + extra);
    assert!(f1 >= 0.95, "boilerplate F1 {f1}");
    // No line is left out.
    let lines: usize = texts
        .iter()
        .map(|(_, text)| text.lines().filter(|line| !line.trim().is_empty()).count())
        .sum();
    assert_eq!(labels.len(), lines);
}

#[test]
fn the_foreign_block_is_one_topic_of_nine_sections() {
    let (corpus, analysis) = judge(&texts());
    let off: Vec<_> = analysis.topics.iter().filter(|topic| topic.off_topic).collect();
    assert_eq!(off.len(), 1);
    assert_eq!(off[0].sections.len(), 9);
    assert!(off[0].label.contains(&"height".to_owned()), "{:?}", off[0].label);
    for at in &off[0].sections {
        let section = &analysis.sections[*at as usize];
        let document = &corpus.documents[section.document as usize];
        assert!(document.sections[section.section as usize].title.is_some());
    }
    assert!(analysis.topics.len() > 2, "the main subject has sub-topics");
    // Each section is in exactly the topic it names.
    for (index, topic) in analysis.topics.iter().enumerate() {
        assert!((2..=3).contains(&topic.label.len()), "{:?}", topic.label);
        for at in &topic.sections {
            assert_eq!(analysis.sections[*at as usize].topic as usize, index);
            assert_eq!(
                analysis.sections[*at as usize].verdict == Verdict::OffTopic,
                topic.off_topic
            );
        }
    }
}

#[test]
fn a_higher_threshold_never_flags_less() {
    let corpus = corpus(&texts());
    let counts = count(&corpus, &Background::BuiltIn);
    let mut before = 0;
    for threshold in [-8.0, -4.0, -2.0, 0.0, 1.0, 2.0, 4.0, 8.0] {
        let analysis = separate(&corpus, &counts, &Settings { threshold, ..Settings::default() });
        let off = labels(&corpus, &analysis).values().filter(|label| **label == "off").count();
        assert!(off >= before, "{off} lines at {threshold}, {before} below it");
        before = off;
    }
    assert!(before > 24);
}

#[test]
fn contributions_add_up() {
    let corpus = corpus(&texts());
    let counts = count(&corpus, &Background::BuiltIn);
    let analysis = separate(&corpus, &counts, &Settings::default());
    let mut whole = 0;
    for section in &analysis.sections {
        let reason = &section.reason;
        let listed = reason.ties.len() + reason.foreign.len();
        assert!(reason.ties.iter().all(|one| one.weight > 0.0));
        assert!(reason.foreign.iter().all(|one| one.weight < 0.0));
        if section.verdict == Verdict::OffTopic {
            assert!(reason.own < 0.0 && !reason.foreign.is_empty());
        }
        // Where nothing was cut off the lists, they are the whole of the section's own log-odds.
        if reason.ties.len() < 8 && reason.foreign.len() < 8 && listed > 0 {
            let sum: f64 = reason.ties.iter().chain(&reason.foreign).map(|one| one.weight).sum();
            assert!((sum - reason.own).abs() < 1e-9, "{sum} is not {}", reason.own);
            whole += 1;
        }
    }
    assert!(whole > 5);
}

#[test]
fn nothing_gives_nothing() {
    for texts in
        [vec![], vec![("a".to_owned(), String::new())], vec![("a".to_owned(), "\n \n".to_owned())]]
    {
        let (_, analysis) = judge(&texts);
        assert!(analysis.sections.is_empty() && analysis.topics.is_empty());
    }
    let (_, one) = judge(&[("a".to_owned(), "Hello.".to_owned())]);
    assert_eq!(one.sections.len(), 1);
    assert!(one.sections[0].verdict.is_kept());
}

#[test]
fn a_document_alone_is_judged_by_itself() {
    let texts = vec![texts().remove(0)];
    let (corpus, analysis) = judge(&texts);
    let labels = labels(&corpus, &analysis);
    let off = |from: usize, to: usize| {
        labels
            .iter()
            .filter(|((_, line), label)| (from..=to).contains(line) && **label == "off")
            .count()
    };
    assert_eq!(off(1, 31), 0, "therapy lines flagged");
    assert_eq!(off(32, 55), 24, "height lines found");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn order_names_and_line_ends_change_no_verdict(order in Just(vec![0_usize, 1, 2, 3, 4]).prop_shuffle(), windows: bool) {
        let original = texts();
        let (corpus, analysis) = judge(&original);
        let expected = labels(&corpus, &analysis);
        let changed: Vec<(String, String)> = order
            .iter()
            .enumerate()
            .map(|(place, at)| {
                let text = &original[*at].1;
                (format!("{place}.txt"), if windows { text.replace('\n', "\r\n") } else { text.clone() })
            })
            .collect();
        let (corpus, analysis) = judge(&changed);
        for ((name, line), label) in labels(&corpus, &analysis) {
            let place: usize = name.trim_end_matches(".txt").parse().unwrap();
            let key = (original[order[place]].0.clone(), line);
            prop_assert_eq!(expected[&key], label, "{} line {}", key.0, line);
        }
    }

    #[test]
    fn blank_lines_change_no_verdict(more in proptest::collection::vec(0..3_usize, 40), document in 0..5_usize, anywhere: bool) {
        let original = texts();
        let (corpus, analysis) = judge(&original);
        let expected = labels(&corpus, &analysis);
        // Lines with blank ones after some of them, and for each where it stood before.
        let (mut lines, mut old) = (vec!["\n".to_owned()], vec![0]);
        for (at, line) in original[document].1.lines().enumerate() {
            let fits = anywhere || line.trim().is_empty();
            let times = if fits { more[at % more.len()] } else { 0 };
            lines.push(format!("{line}\n{}", "\n".repeat(times)));
            old.extend(vec![at + 1; 1 + times]);
        }
        let mut changed = original.clone();
        changed[document].1 = lines.concat();
        let (corpus, analysis) = judge(&changed);
        // A blank line where there was none parts a post from what it quotes; that may cost certainty, never a side.
        let side = |label: &'static str| if anywhere && label == "unsure" { "on" } else { label };
        for ((name, line), label) in labels(&corpus, &analysis) {
            let place = if name == original[document].0 { old[line - 1] } else { line };
            let before = expected[&(name.clone(), place)];
            prop_assert_eq!(side(before), side(label), "{} line {}", name, place);
        }
    }

    #[test]
    fn any_texts_are_judged(texts in proptest::collection::vec("[a-zA-Z0-9 .?\n|•é中]{0,300}", 0..5)) {
        let texts: Vec<(String, String)> = texts.into_iter().enumerate().map(|(at, text)| (at.to_string(), text)).collect();
        let (corpus, analysis) = judge(&texts);
        labels(&corpus, &analysis);
        prop_assert!(analysis.sections.iter().all(|section| section.score.is_finite()));
    }
}
