//! What a person says of sections, and what follows from it.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use engine::Corpus;
use engine::count::{Background, Counts, count};
use engine::parse::parse;
use engine::separate::{
    Analysis, JudgedSection, Pin, Prepared, Settings, Side, Verdict, Weights, Wording,
    merge_topics, separate,
};
use proptest::prelude::*;

fn load(folder: &str) -> (Corpus, Counts) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let documents = files
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            parse(name, fs::read_to_string(path).unwrap(), None)
        })
        .collect();
    let corpus = Corpus { name: "test".to_owned(), documents };
    let counts = count(&corpus, &Background::BuiltIn);
    (corpus, counts)
}

fn judge(corpus: &Corpus, counts: &Counts, pins: Vec<Pin>) -> Analysis {
    separate(corpus, counts, &Settings { pins, ..Settings::default() })
}

fn pin(section: &JudgedSection, side: Side) -> Pin {
    Pin { document: section.document, blocks: section.first_block..section.end_block, side }
}

/// The section that holds a block.
fn holder(analysis: &Analysis, document: u32, block: u32) -> &JudgedSection {
    let holds = |one: &&JudgedSection| {
        one.document == document && (one.first_block..one.end_block).contains(&block)
    };
    analysis.sections.iter().find(holds).unwrap()
}

fn off(analysis: &Analysis) -> usize {
    analysis.sections.iter().filter(|one| one.verdict == Verdict::OffTopic).count()
}

#[test]
fn what_was_prepared_judges_as_if_for_the_first_time() {
    let (corpus, counts) = load("corpus");
    let first = judge(&corpus, &counts, Vec::new());
    let pins = |at: usize, side| vec![pin(&first.sections[at], side)];
    let other = Weights { own: 0.5, ..Weights::default() };
    let with = |threshold, pins| Settings { threshold, pins, weights: Weights::default() };
    let asked = [
        with(0.0, pins(2, Side::OffTopic)),
        with(2.0, pins(2, Side::OffTopic)),
        with(2.0, Vec::new()),
        with(-1.0, pins(3, Side::Main)),
        Settings { threshold: 0.5, pins: pins(3, Side::Main), weights: other },
        with(0.0, pins(3, Side::Main)),
        with(0.0, Vec::new()),
        with(0.0, [pins(2, Side::OffTopic), pins(3, Side::OnTopic)].concat()),
        // What is said of one of them alone takes the place of what all heard of it.
        with(
            0.0,
            [pins(2, Side::OffTopic), pins(3, Side::OnTopic), pins(2, Side::OnTopicAlone)].concat(),
        ),
    ];
    let mut prepared = Prepared::new(&corpus, &counts, &Weights::default());
    for settings in &asked {
        let whole = separate(&corpus, &counts, settings);
        assert_eq!(prepared.judge(&corpus, &counts, settings), whole, "{settings:?}");
        check_pieces(&mut prepared, &corpus, &counts, settings, &whole);
    }
}

#[test]
fn without_their_texts_documents_are_judged_as_with_them() {
    let (mut corpus, counts) = load("corpus");
    let settings = Settings::default();
    let whole = separate(&corpus, &counts, &settings);
    let wording = Wording::of(&corpus);
    corpus.documents.iter_mut().for_each(|document| document.text.clear());
    let mut prepared = Prepared::with(&wording, &corpus, &counts, &settings.weights);
    assert_eq!(prepared.judge(&corpus, &counts, &settings), whole);
    check_pieces(&mut prepared, &corpus, &counts, &settings, &whole);
}

/// That verdicts without the terms of reasons, and these one by one, are what is found at once.
fn check_pieces(
    prepared: &mut Prepared,
    corpus: &Corpus,
    counts: &Counts,
    settings: &Settings,
    whole: &Analysis,
) {
    let mut brief = prepared.judge_briefly(corpus, counts, settings);
    assert!(!brief.has_terms() && brief.has_reasons(), "{settings:?}");
    for at in 0..whole.sections.len() {
        let reason = prepared.reason(corpus, counts, settings, at).expect("a section");
        assert_eq!(brief.sections[at].reason, reason.in_brief(), "{settings:?} {at}");
        let all = reason.ties.iter().chain(&reason.foreign).map(|one| one.weight).sum::<f64>();
        assert!((all - reason.own).abs() < 1e-9, "{settings:?} {at}: {all} of {}", reason.own);
        brief.sections[at].reason = reason.listed();
    }
    assert_eq!(brief, *whole, "{settings:?}");
    assert_eq!(prepared.reason(corpus, counts, settings, whole.sections.len()), None);
}

#[test]
fn what_is_said_of_a_section_alone_changes_that_section_alone() {
    let (corpus, counts) = load("corpus");
    let plain = judge(&corpus, &counts, Vec::new());
    let verdicts = |analysis: &Analysis| -> Vec<(u32, u32, Verdict)> {
        analysis.sections.iter().map(|one| (one.document, one.first_block, one.verdict)).collect()
    };
    // One of the foreign questions, which speaks for its run unless it is meant alone.
    let at = plain.sections.iter().position(|one| one.verdict == Verdict::OffTopic).unwrap();
    let said = |side| judge(&corpus, &counts, vec![pin(&plain.sections[at], side)]);
    assert!(off(&said(Side::OnTopic)) + 1 < off(&plain), "its run goes with it");
    let alone = said(Side::OnTopicAlone);
    let mut want = verdicts(&plain);
    want[at].2 = Verdict::OnTopic;
    assert_eq!(verdicts(&alone), want);
    let topic = &alone.topics[alone.sections[at].topic as usize];
    assert!(!topic.off_topic && topic.sections.contains(&(at as u32)));
    for (index, (one, other)) in alone.sections.iter().zip(&plain.sections).enumerate() {
        if index != at {
            assert_eq!((one.score, &one.reason), (other.score, &other.reason), "{index}");
        }
    }

    // It is heard beside what is meant for all, and forgotten with it.
    let kept = plain.sections.iter().position(|one| one.verdict == Verdict::OnTopic).unwrap();
    let both = vec![
        pin(&plain.sections[at], Side::OnTopic),
        pin(&plain.sections[kept], Side::OffTopicAlone),
    ];
    let with = |pins| Settings { pins, ..Settings::default() };
    let mut prepared = Prepared::new(&corpus, &counts, &Weights::default());
    for pins in [both.clone(), both[..1].to_vec(), both[1..].to_vec(), Vec::new()] {
        let again = prepared.judge(&corpus, &counts, &with(pins.clone()));
        assert_eq!(again, judge(&corpus, &counts, pins));
    }
    let both = judge(&corpus, &counts, both);
    let mut want = verdicts(&said(Side::OnTopic));
    let block = plain.sections[kept].first_block;
    let place =
        want.iter().position(|one| (one.0, one.1) == (plain.sections[kept].document, block));
    want[place.unwrap()].2 = Verdict::OffTopic;
    assert_eq!(verdicts(&both), want);
}

#[test]
fn the_parts_of_a_score_add_up_to_it() {
    let (corpus, counts) = load("corpus");
    let plain = judge(&corpus, &counts, Vec::new());
    let pins = |side| vec![pin(&plain.sections[4], side)];
    let mut said = 0;
    for pins in [Vec::new(), pins(Side::OffTopic), pins(Side::Main), pins(Side::OffTopicAlone)] {
        let told = !pins.is_empty();
        let analysis = judge(&corpus, &counts, pins);
        for one in &analysis.sections {
            let around = one.reason.around;
            let heard = around.source + around.said + around.neighbours + around.inset;
            let sum = one.reason.own + heard + around.lean;
            assert!((sum - one.score).abs() < 1e-9, "{sum} {}", one.score);
            assert!(told || around.said == 0.0);
            assert_eq!(around.lean.abs(), Weights::default().lean);
            said += usize::from(around.said != 0.0);
        }
    }
    assert!(said >= 3);
    // Answers from one site hear each other, and only those have a part of it.
    let sourced = |one: &&JudgedSection| {
        corpus.documents[one.document as usize].sections[one.section as usize].source.is_some()
    };
    assert!(plain.sections.iter().filter(sourced).any(|one| one.reason.around.source != 0.0));
    assert!(
        plain
            .sections
            .iter()
            .filter(|one| !sourced(one))
            .all(|one| one.reason.around.source == 0.0)
    );
}

#[test]
fn too_few_units_to_judge_are_prepared_like_any() {
    let text = "Therapists cry.\n\nSome do, and some of them often.";
    let documents = vec![parse("a.txt", text.to_owned(), None)];
    let corpus = Corpus { name: "test".to_owned(), documents };
    let counts = count(&corpus, &Background::BuiltIn);
    let mut prepared = Prepared::new(&corpus, &counts, &Weights::default());
    let pin = Pin { document: 0, blocks: 0..1, side: Side::OffTopic };
    for (threshold, pins) in [(3.0, vec![]), (-9.0, vec![pin]), (0.0, vec![])] {
        let settings = Settings { threshold, pins, ..Settings::default() };
        let whole = separate(&corpus, &counts, &settings);
        assert_eq!(prepared.judge(&corpus, &counts, &settings), whole, "{settings:?}");
        check_pieces(&mut prepared, &corpus, &counts, &settings, &whole);
    }
}

#[test]
fn one_pin_puts_a_whole_run_back() {
    let (corpus, counts) = load("corpus");
    let before = judge(&corpus, &counts, Vec::new());
    assert_eq!(off(&before), 9);
    let wrong = before.sections.iter().find(|one| one.verdict == Verdict::OffTopic).unwrap();
    let after = judge(&corpus, &counts, vec![pin(wrong, Side::OnTopic)]);
    assert!(off(&after) <= 2, "{} of the nine are still out", off(&after));
}

#[test]
fn one_pin_takes_near_twins_along() {
    let (corpus, counts) = load("tests/corpora/tenant-rights");
    let strict = |pins| {
        separate(&corpus, &counts, &Settings { pins, threshold: -6.0, ..Settings::default() })
    };
    // The advertisement stands on three pages; where nothing is flagged yet, one pin finds the others.
    let before = strict(Vec::new());
    let holds = |one: &JudgedSection| {
        let document = &corpus.documents[one.document as usize];
        let span = document.blocks[one.blocks()].iter().map(|block| block.span.of(&document.text));
        span.collect::<String>().to_lowercase().contains("monteluna")
    };
    let spam: Vec<_> = before.sections.iter().filter(|one| holds(one)).collect();
    assert_eq!(spam.len(), 3);
    let after = strict(vec![pin(spam[0], Side::OffTopic)]);
    for one in spam {
        let now = holder(&after, one.document, one.first_block);
        assert!(now.score < one.score - 1.0, "{} is not below {}", now.score, one.score);
    }
}

#[test]
fn another_subject_can_be_made_the_main_one() {
    let (corpus, counts) = load("corpus");
    let before = judge(&corpus, &counts, Vec::new());
    let height = before.topics.iter().find(|topic| topic.off_topic).unwrap();
    let pins: Vec<Pin> =
        height.sections.iter().map(|at| pin(&before.sections[*at as usize], Side::Main)).collect();
    let after = judge(&corpus, &counts, pins);
    assert!(off(&after) > 40, "{} are out", off(&after));
    assert!(after.sections.iter().filter(|one| one.verdict == Verdict::OffTopic).count() > 20);
    for at in &height.sections {
        let one = &before.sections[*at as usize];
        assert_eq!(holder(&after, one.document, one.first_block).verdict, Verdict::OnTopic);
    }
}

#[test]
fn where_there_is_too_little_to_tell_a_pin_decides_only_for_itself() {
    let texts = [
        "The therapist cried in the session, and the client saw the tears and understood her therapist better.",
        "Espresso wants a fine grind and a level tamp, or the water finds a channel through the puck at once.",
        "The gutters are cleared twice a year, from a ladder that stands on firm ground beside the wall.",
    ];
    let documents = texts.iter().map(|text| parse("a", (*text).to_owned(), None)).collect();
    let corpus = Corpus { name: "test".to_owned(), documents };
    let counts = count(&corpus, &Background::BuiltIn);
    for side in [Side::Main, Side::OffTopic] {
        let pins = vec![Pin { document: 0, blocks: 0..1, side }];
        let verdicts: Vec<Verdict> =
            judge(&corpus, &counts, pins).sections.iter().map(|one| one.verdict).collect();
        assert_eq!(verdicts[1..], [Verdict::Unsure; 2], "{side:?}");
        assert_eq!(verdicts[0].is_kept(), side == Side::Main);
    }
}

#[test]
fn pins_on_what_is_not_there_change_nothing() {
    let (corpus, counts) = load("corpus");
    let nothing = vec![
        Pin { document: 99, blocks: 0..5, side: Side::OffTopic },
        Pin { document: 0, blocks: 9000..9001, side: Side::OffTopic },
        Pin { document: 0, blocks: 5..5, side: Side::Main },
    ];
    assert_eq!(judge(&corpus, &counts, nothing), judge(&corpus, &counts, Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_pinned_section_has_the_verdict_it_was_given(picks in proptest::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..5), threshold in -4.0..4.0_f64) {
        let (corpus, counts) = load("tests/corpora/home-espresso");
        let plain = judge(&corpus, &counts, Vec::new());
        let pins: Vec<Pin> = picks
            .iter()
            .map(|(at, on)| pin(at.get(&plain.sections), if *on { Side::OnTopic } else { Side::OffTopic }))
            .collect();
        let settings = Settings { threshold, pins: pins.clone(), ..Settings::default() };
        let after = separate(&corpus, &counts, &settings);
        for (place, one) in pins.iter().enumerate() {
            let later = |other: &Pin| other.document == one.document && other.blocks.start < one.blocks.end && one.blocks.start < other.blocks.end;
            if pins[place + 1..].iter().any(later) {
                continue;
            }
            for block in one.blocks.clone() {
                let now = holder(&after, one.document, block);
                prop_assert_eq!(now.verdict == Verdict::OffTopic, one.side == Side::OffTopic);
            }
        }
    }

    #[test]
    fn a_higher_threshold_never_flags_less(low in -6.0..6.0_f64, more in 0.0..6.0_f64) {
        let (corpus, counts) = load("tests/corpora/home-espresso");
        let at = |threshold| separate(&corpus, &counts, &Settings { threshold, ..Settings::default() });
        let (fewer, many) = (at(low), at(low + more));
        for one in fewer.sections.iter().filter(|one| one.verdict == Verdict::OffTopic) {
            let now = holder(&many, one.document, one.first_block);
            prop_assert_eq!(now.verdict, Verdict::OffTopic);
            prop_assert!(now.end_block >= one.end_block);
        }
    }
}

#[test]
fn joined_topics_are_one_and_nothing_else_changes() {
    let (corpus, counts) = load("corpus");
    let analysis = separate(&corpus, &counts, &Settings::default());
    let kept = analysis.topics.iter().filter(|topic| !topic.off_topic).count();
    assert!(kept >= 3, "there is something to join");
    let before = analysis.clone();
    let merged = merge_topics(&corpus, &counts, analysis, &[(0, 2), (2, 1)]);
    assert_eq!(merged.topics.len(), before.topics.len() - 2);
    let all: Vec<u32> = {
        let mut all: Vec<u32> = (0..3).flat_map(|at| before.topics[at].sections.clone()).collect();
        all.sort_unstable();
        all
    };
    let home = merged.sections[all[0] as usize].topic as usize;
    assert_eq!(merged.topics[home].sections, all);
    assert_eq!(merged.topics[home].words, (0..3).map(|at| before.topics[at].words).sum::<u32>());
    for (one, other) in before.sections.iter().zip(&merged.sections) {
        assert_eq!((one.verdict, one.score), (other.verdict, other.score));
    }
    for (at, topic) in (0..).zip(&merged.topics) {
        assert!(topic.sections.iter().all(|one| merged.sections[*one as usize].topic == at));
    }
    for topic in &merged.topics {
        if let Some(old) = before.topics.iter().find(|old| old.sections == topic.sections) {
            assert_eq!(topic.label, old.label, "those nobody touched are called what they were");
        }
    }
    let off = before.topics.iter().position(|topic| topic.off_topic).expect("one") as u32;
    for pairs in [vec![(0, off)], vec![(1, 1)], vec![(0, 999)], vec![]] {
        assert_eq!(merge_topics(&corpus, &counts, before.clone(), &pairs), before);
    }
}
