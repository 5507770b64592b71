//! Nothing is lost between the documents and the reading pane, on the documents the page ships with.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use common::study;
use engine::Corpus;
use engine::count::{Background, count};
use engine::pack::Pack;
use engine::parse::parse;
use engine::separate::{JudgedSection, Side, Verdict, Weights};
use topic_explorer::reading::{Piece, items, lay_out, sentence, strips, sum};
use topic_explorer::shared::Shared;
use topic_explorer::state::{Correction, Numbers, Selection, Stops, ViewState};
use topic_explorer::study::Study;
use topic_explorer::terms;

fn blocks(piece: &Piece, study: &Study) -> Vec<Range<usize>> {
    let of = |section: u32| study.judged(section).expect("it is laid out").0.blocks();
    match piece {
        Piece::Section(section) => vec![of(*section)],
        Piece::Fold(fold) => fold.sections.clone().map(of).collect(),
        Piece::Loose(blocks) => vec![blocks.clone()],
    }
}

#[test]
fn every_block_stands_in_exactly_one_piece() {
    let study = study();
    let hide_one = ViewState { hidden: Numbers::from([0]), ..ViewState::default() };
    for view in [ViewState::default(), hide_one] {
        let selection = Selection::of(&view, &study);
        for (index, document) in (0..).zip(&study.corpus.documents) {
            let pieces = lay_out(index, &study, &selection, &Numbers::default());
            let shown: Vec<usize> =
                pieces.iter().flat_map(|piece| blocks(piece, &study)).flatten().collect();
            assert_eq!(shown, (0..document.blocks.len()).collect::<Vec<_>>(), "{}", document.name);
        }
    }
}

#[test]
fn the_foreign_questions_are_one_fold_that_says_so() {
    let study = study();
    let selection = Selection::of(&ViewState::default(), &study);
    let pieces = lay_out(0, &study, &selection, &Numbers::default());
    let folds: Vec<_> = pieces
        .iter()
        .filter_map(|piece| if let Piece::Fold(f) = piece { Some(f) } else { None })
        .collect();
    let [fold] = folds[..] else { panic!("one fold, not {}", folds.len()) };
    assert!(fold.off_topic && !fold.open);
    assert!(fold.what.starts_with("9\u{a0}questions about height"), "{}", fold.what);
}

#[test]
fn items_cover_a_section_in_order() {
    let study = study();
    for document in &study.corpus.documents {
        let cut = items(0..document.blocks.len(), document);
        let covered: Vec<usize> = cut
            .into_iter()
            .flat_map(|item| match item {
                topic_explorer::reading::Item::Block(index) => index..index + 1,
                topic_explorer::reading::Item::Furniture(run) => run,
            })
            .collect();
        assert_eq!(covered, (0..document.blocks.len()).collect::<Vec<_>>());
    }
}

#[test]
fn strips_are_as_long_as_their_documents() {
    let study = study();
    for (strip, document) in strips(&study).iter().zip(&study.corpus.documents) {
        // Words as they are counted, and for page furniture, which is not, what blanks part.
        let all = document.text.split_whitespace().count();
        assert!((strip.words as usize).abs_diff(all) * 10 <= all, "{} of {all}", strip.words);
        let mut end = 0;
        for segment in &strip.segments {
            assert_eq!(segment.start, end);
            end += segment.words;
        }
        assert_eq!(end, strip.words);
    }
    let strips = strips(&study);
    for (section, judged) in (0..).zip(&study.analysis.sections) {
        let strip = &strips[judged.document as usize];
        let own = strip.segments.iter().filter(|segment| segment.section == Some(section));
        assert_eq!(
            own.map(|segment| segment.words).sum::<u32>(),
            judged.words,
            "section {section}"
        );
    }
}

#[test]
fn the_sentence_over_the_terms_says_what_the_foreign_text_did() {
    let study = study();
    let selection = Shared::new(Selection::of(&ViewState::default(), &study));
    let sentence = terms::sentence(&study, &selection, &Stops::default());
    assert!(sentence.starts_with("Without the off-topic text: "), "{sentence}");
    assert!(sentence.contains("falls from"), "{sentence}");
}

#[test]
fn a_sentence_says_what_stands_in_other_documents_too() {
    let mut section = study().analysis.sections[0].clone();
    let says = |section: &JudgedSection, said| sentence(section, said).contains("word for word");
    assert!(!says(&section, None));
    section.reason.around.inset = -Weights::default().inset;
    assert!(says(&section, None));
    assert!(!says(&section, Some(Side::OnTopic)), "a person's word is the reason");
    section.reason.around.inset *= 0.4;
    assert!(!says(&section, None), "the less part of it");
}

#[test]
fn the_parts_of_a_score_add_up_to_the_last_digit_shown() {
    let study = study();
    let mut sourced = 0;
    for section in &study.analysis.sections {
        let reason = &section.reason;
        let sum = sum(section, reason.ties.iter().chain(&reason.foreign));
        assert_eq!(sum.listed + sum.others, sum.own);
        assert_eq!(
            sum.own + sum.source + sum.said + sum.neighbours + sum.inset + sum.lean,
            sum.score
        );
        assert_eq!(sum.said, 0, "nobody said anything");
        let exact = [reason.around.source, reason.around.neighbours, reason.around.lean];
        for (shown, exact) in [sum.source, sum.neighbours, sum.lean].into_iter().zip(exact) {
            assert!((shown as f64 / 100.0 - exact).abs() < 0.03, "{shown} {exact}");
        }
        sourced += usize::from(sum.source != 0);
    }
    assert!(sourced > 0, "answers from one site hear each other");
}

#[test]
fn the_longest_strip_is_known_without_drawing_any() {
    let study = study();
    let drawn = strips(&study).iter().map(|strip| strip.words).max();
    assert_eq!(Some(study.longest), drawn);
}

#[test]
fn a_title_apart_from_what_stands_under_it_has_its_own_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora/tenant-rights");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    files.sort();
    let parsed = |file: &PathBuf| parse("page.txt", fs::read_to_string(file).unwrap(), None);
    let documents: Vec<_> = files.iter().map(parsed).collect();
    let titles = documents.iter().map(|one| one.title.map_or("", |title| title.of(&one.text)));
    let titles = titles.map(str::to_owned).collect();
    let corpus = Corpus { name: "Tenants".to_owned(), documents };
    let counts = count(&corpus, &Background::BuiltIn);
    let mut pack = Pack::counted_with(corpus, titles, counts, &Background::none());
    let counts = pack.counted();
    let study = Study::new(pack, counts, &Correction::default());
    // An advertisement stands between the title and the text of the fifth page.
    let [title, notice] = [0, 1].map(|at| study.sections_of(4).start + at);
    assert!(study.is_head(title) && !study.is_head(notice));
    let off = |section| study.judged(section).unwrap().0.verdict == Verdict::OffTopic;
    assert!(!off(title) && off(notice));
    assert_eq!(study.section_name(title), study.document_title(4));
    assert!(study.document_title(4).starts_with("Record number of tenants"));
    assert!(study.section_name(notice).starts_with("MonteLuna"), "{}", study.section_name(notice));
    assert!(!study.is_continued(notice));
    // The text of the page stands in the section that the advertisement's heading opens.
    assert!(study.section_name(notice + 1).contains("Tenants in the borough"));
}
