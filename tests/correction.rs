//! Overruling verdicts, on the documents the page ships with: what follows, and that it can be taken back.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use std::path::Path;

use common::study;
use engine::separate::{Side, Verdict};
use proptest::collection::vec;
use proptest::prelude::*;
use topic_explorer::corpus::open;
use topic_explorer::shared::Shared;
use topic_explorer::state::{
    Action, Correction, Entry, Numbers, Offer, Pane, Place, Selection, Session, Whom, reduce, write,
};
use topic_explorer::study::Study;
use topic_explorer::terms;

fn go(session: &Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session.clone(), |session, action| reduce(&session, action))
}

fn say(section: u32, side: Side) -> Action {
    Action::Overrule(Whom::Section(section), Some(side))
}

/// One of the labelled corpora.
fn labelled(name: &str) -> Shared<Study> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpora").join(name);
    let pack = folder::pack(&folder, None).expect("documents").pack;
    open(&pack.to_bytes().expect("bytes"), "").expect("a pack")
}

fn off_topic(study: &Study) -> Vec<u32> {
    let sections = (0..).zip(&study.analysis.sections);
    sections.filter(|(_, one)| one.verdict == Verdict::OffTopic).map(|(index, _)| index).collect()
}

fn text(study: &Study, section: u32) -> (u32, u32) {
    let (judged, _) = study.judged(section).expect("a section");
    (judged.document, judged.first_block)
}

#[test]
fn one_word_re_decides_everything_at_once_and_says_what_else_moved() {
    let start = Session::new("", &study());
    let off = off_topic(&start.study);
    let after = go(&start, [say(off[4], Side::OnTopic)]);
    let section =
        after.study.section_at(text(&start.study, off[4]).0, text(&start.study, off[4]).1);
    assert_eq!(after.study.said(section.expect("it is there")), Some(Side::OnTopic));
    let left = off_topic(&after.study).len();
    assert!(left < off.len());
    let [notice] = &after.notices[..] else { panic!("one notice") };
    assert_eq!(notice.places.len(), off.len() - 1 - left, "the others that moved are named");
    assert_eq!(notice.offer, Some(Offer::Undo));
    assert_eq!(after.entry, Entry::Push, "Back undoes it too");
    assert!(after.study.figures.off_topic_words < start.study.figures.off_topic_words);
}

#[test]
fn every_section_that_changes_sides_is_named_even_where_it_is_part_of_another_now() {
    let start = Session::new("", &labelled("allotment-gardening"));
    let before = &start.study;
    let kept = |study: &Study, document: u32, block: u32| {
        let (judged, _) =
            study.section_at(document, block).and_then(|one| study.judged(one)).expect("a section");
        judged.verdict.is_kept()
    };
    let mut joined = 0;
    for (said, section) in (0..).zip(&before.analysis.sections) {
        let side = if section.verdict.is_kept() { Side::OffTopic } else { Side::OnTopic };
        let after = go(&start, [say(said, side)]);
        let places = &after.notices[0].places;
        for (number, other) in (0..).zip(&before.analysis.sections) {
            if number == said {
                continue;
            }
            let blocks = other.first_block..other.end_block;
            let turned = |block: &u32| {
                kept(before, other.document, *block) != kept(&after.study, other.document, *block)
                    && before.words_of(other.document, *block) > 0
            };
            let words = |blocks: &mut dyn Iterator<Item = u32>| -> u32 {
                blocks.map(|block| before.words_of(other.document, block)).sum()
            };
            if 2 * words(&mut blocks.clone().filter(turned)) <= words(&mut blocks.clone()) {
                continue;
            }
            let now: Vec<u32> = blocks
                .filter(turned)
                .filter_map(|block| after.study.section_at(other.document, block))
                .collect();
            assert!(
                now.iter().any(|now| places.contains(now)),
                "{said}: {now:?} not in {places:?}"
            );
            let (now, _) = after.study.judged(now[0]).expect("a section");
            joined += usize::from(now.words > 2 * other.words);
        }
    }
    assert!(joined > 0, "some are part of larger ones now");
}

#[test]
fn what_is_taken_out_stays_in_sight() {
    let start = Session::new("", &study());
    let after = go(&start, [say(0, Side::OffTopic)]);
    let selection = Selection::of(&after.view, &after.study);
    assert!(!selection.has(0) && selection.folds(0, &after.study));
    assert!(after.unfolded.contains(0));
}

#[test]
fn an_open_run_that_is_split_stays_open_on_both_sides() {
    let start = Session::new("", &study());
    let off = off_topic(&start.study);
    // Its neighbours are held where they are, so that only the one in the middle leaves the run.
    let mut actions: Vec<Action> =
        off.iter().filter(|one| **one != off[4]).map(|one| say(*one, Side::OffTopic)).collect();
    actions.insert(0, Action::ToggleFold(off[0]));
    let after = go(&start, actions.into_iter().chain([say(off[4], Side::OnTopic)]));
    assert_eq!(off_topic(&after.study).len(), off.len() - 1);
    assert_eq!(after.unfolded, Numbers::from([off[0], off[5]]));
}

#[test]
fn a_topic_is_corrected_as_a_whole() {
    let start = Session::new("", &study());
    let foreign = start.study.analysis.topics.iter().position(|topic| topic.off_topic);
    let topic = Whom::Topic(foreign.expect("one is off topic") as u32);
    let main = go(&start, [Action::Overrule(topic, Some(Side::Main))]);
    assert_eq!(main.view.correction.pins.as_slice().len(), 1, "nine sections in a row are one pin");
    assert_eq!(main.view.correction.pins.as_slice()[0].side, Side::Main);
    let meant = off_topic(&start.study).into_iter().map(|section| text(&start.study, section));
    for (document, block) in meant {
        let section = main.study.section_at(document, block).expect("it is there");
        assert_eq!(main.study.said(section), Some(Side::Main));
    }

    let on = go(&start, [Action::Overrule(topic, Some(Side::OnTopic))]);
    assert_eq!(on.study.figures.off_topic_words, 0);
    let kept = go(&on, [Action::Overrule(Whom::Topic(99), None)]);
    assert_eq!(kept.view, on.view, "a topic there is not");
}

#[test]
fn several_topics_are_the_main_subjects_until_others_are() {
    let start = Session::new("", &study());
    let foreign = start.study.analysis.topics.iter().position(|topic| topic.off_topic);
    let foreign = foreign.expect("one is off topic") as u32;
    let both = go(&start, [Action::ChooseMain(Numbers::from([0, foreign]))]);
    assert!(both.notices[0].text.contains("are the main subjects."), "{}", both.notices[0].text);
    let mut main: Vec<u32> = Vec::new();
    for topic in [0, foreign] {
        main.extend(&start.study.analysis.topics[topic as usize].sections);
    }
    for section in main {
        let (document, block) = text(&start.study, section);
        let now = both.study.section_at(document, block).expect("it is there");
        assert_eq!(both.study.said(now), Some(Side::Main));
        assert!(both.study.judged(now).expect("it is there").0.verdict.is_kept());
    }
    assert!(go(&both, [Action::Undo]).view.correction.pins.as_slice().is_empty(), "one step");

    let held = off_topic(&start.study)[0];
    let held = text(&start.study, held);
    let other = go(&both, [Action::ChooseMain(Numbers::from([0]))]);
    let now = other.study.section_at(held.0, held.1).expect("it is there");
    assert_eq!(other.study.said(now), None, "what was the main subject before is no more");
    let none = go(&other, [Action::ChooseMain(Numbers::default())]);
    assert!(none.view.correction.pins.as_slice().is_empty());
    assert_eq!(off_topic(&none.study), off_topic(&start.study));
    let nothing = go(&none, [Action::ChooseMain(Numbers::from([99]))]);
    assert_eq!(nothing.view, none.view, "a topic there is not");
}

#[test]
fn places_and_filters_point_at_the_same_text() {
    let start = Session::new("", &study());
    let off = off_topic(&start.study);
    let foreign = start.study.analysis.sections[off[0] as usize].topic;
    let last = start.study.analysis.sections.len() as u32 - 1;
    let before = go(
        &start,
        [
            Action::PickTopic { topic: foreign, add: false },
            Action::ToggleReason(last),
            Action::ToggleReason(off[8]),
            Action::GoTo(off[2]),
        ],
    );
    // So eager that sections are cut where they were not, and topics are many more.
    let after = go(&before, [Action::SetThreshold(40)]);
    assert_ne!(after.study.analysis.sections.len(), before.study.analysis.sections.len());
    let there = |session: &Session| {
        let places = session.view.at.into_iter().chain(session.view.reasons.iter());
        places.map(|section| text(&session.study, section)).collect::<Vec<_>>()
    };
    assert_eq!(there(&after), there(&before));
    let [topic] = after.view.topics.iter().collect::<Vec<_>>()[..] else { panic!("one topic") };
    assert_eq!(after.study.analysis.sections[off[0] as usize].topic, topic);
    assert_eq!(after.entry, Entry::Push, "Back undoes it");
}

#[test]
fn a_topic_that_is_hidden_stays_hidden_only_while_it_is_on_topic() {
    let start = Session::new("", &study());
    let hidden = go(&start, [Action::ToggleTopic(0)]);
    let off = go(&hidden, [Action::Overrule(Whom::Topic(0), Some(Side::OffTopic))]);
    for topic in off.view.hidden.iter() {
        assert!(!off.study.is_off_topic(topic));
    }
}

#[test]
fn a_link_carries_the_verdicts_and_its_numbers_are_theirs() {
    let start = Session::new("", &study());
    let off = off_topic(&start.study);
    let eager = go(&start, [say(off[4], Side::OnTopic), Action::SetThreshold(38)]);
    // The last topic and section of this analysis: numbers that the plain one may not have.
    let topic = eager.study.analysis.topics.len() as u32 - 1;
    let section = eager.study.analysis.sections.len() as u32 - 1;
    assert!(eager.study.analysis != start.study.analysis);
    let sent = go(&eager, [Action::PickTopic { topic, add: false }, Action::ToggleReason(section)]);
    let opened = Session::new(&write(&sent.view, sent.study.fingerprint), &study());
    assert_eq!(opened.view, sent.view);
    assert_eq!(opened.study.analysis, sent.study.analysis);
    assert_eq!(opened.notices, []);
}

#[test]
fn back_and_forward_walk_the_same_trail_as_undo_and_redo() {
    let start = Session::new("", &study());
    let link = |session: &Session| write(&session.view, session.study.fingerprint);
    let one = go(&start, [say(3, Side::OffTopic)]);
    let two = go(&one, [say(9, Side::OffTopic)]);
    let back = go(&two, [Action::Restore(link(&one))]);
    assert_eq!(back.view, one.view);
    assert_eq!(go(&back, [Action::Redo]).view, two.view);
    assert_eq!(go(&back, [Action::Undo]).view, start.view);
    let elsewhere = go(&two, [Action::Restore("v=1&pin=2.1-3.off".to_owned())]);
    assert_eq!(go(&elsewhere, [Action::Undo]).view, elsewhere.view, "nothing of it was said here");
}

#[test]
fn undo_takes_back_what_was_said_and_leaves_what_was_done_since() {
    let start = Session::new("", &study());
    let after = go(
        &start,
        [say(3, Side::OffTopic), Action::Open(Pane::Terms), Action::Find("cry".to_owned())],
    );
    let back = go(&after, [Action::Undo]);
    assert_eq!(back.view.correction, Correction::default());
    assert_eq!((back.view.pane, back.view.find.as_str()), (Pane::Terms, "cry"));
    assert_eq!(go(&back, [Action::Redo]).view, after.view);
}

#[test]
fn a_move_of_the_threshold_is_one_step_however_long_it_takes() {
    let start = Session::new("", &study());
    let moved = go(&start, [Action::SetThreshold(3), Action::SetThreshold(9)]);
    assert_eq!(moved.places, start.places + 1, "one place in the history");
    let left = go(&moved, [Action::LeaveThreshold(11)]);
    assert_eq!((left.view.correction.threshold, left.places), (11, moved.places));
    let again = go(&left, [Action::LeaveThreshold(11), Action::SetThreshold(-5)]);
    assert_eq!(again.places, left.places + 1, "it was let go of between");
    let said = go(&again, [say(3, Side::OffTopic), Action::SetThreshold(20)]);
    for want in [&again.view.correction, &left.view.correction, &start.view.correction] {
        assert_ne!(want, &said.view.correction);
    }
    let one = go(&said, [Action::Undo]);
    assert_eq!(one.view.correction.threshold, -5, "moves before and after a saying are two");
    let three = go(&one, [Action::Undo, Action::Undo]);
    assert_eq!(three.view.correction, left.view.correction);
    assert!(three.notices[0].text.starts_with("Undone. "));
    let all = go(&three, [Action::Undo]);
    assert_eq!(all.view, start.view);
    assert_eq!(all.trail.last(), None);
    assert_eq!(go(&all, [Action::Redo]).view, left.view);
    // There and back again is no step.
    let back = go(&start, [Action::SetThreshold(3), Action::LeaveThreshold(0)]);
    assert_eq!((back.view, back.trail.last()), (start.view.clone(), None));
    // Back and Forward walk the moves too.
    let link = |session: &Session| write(&session.view, session.study.fingerprint);
    let gone = go(&again, [Action::Restore(link(&left))]);
    assert_eq!(go(&gone, [Action::Redo]).view, again.view);
}

#[test]
fn what_else_would_change_is_asked_first() {
    let start = Session::new("", &study());
    let off = off_topic(&start.study);
    let asked = go(&start, [Action::Propose(off[4], Side::OnTopic)]);
    assert_eq!(asked.view, start.view);
    assert_eq!(asked.places, start.places);
    let asking = asked.asking.clone().expect("others go with it");
    assert_eq!((asking.section, asking.side), (off[4], Side::OnTopic));
    let said = go(&asked, [say(off[4], Side::OnTopic)]);
    assert_eq!(said.asking, None);
    assert_eq!(said.notices[0].places.len(), asking.others.len(), "those are what moves");
    assert!(asking.others.iter().all(|other| off.contains(other) && *other != off[4]));
    // Left alone, nothing happens; meant alone, nothing else does.
    let left = go(&asked, [Action::Clear]);
    assert_eq!((&left.view, left.asking), (&start.view, None));
    let alone = go(&asked, [say(off[4], Side::OnTopic.alone())]);
    assert_eq!(off_topic(&alone.study).len() + 1, off.len());
    assert_eq!(alone.notices[0].places, [0_u32; 0]);
    assert!(
        alone.notices[0]
            .text
            .ends_with(" alone belongs. Topics are sorted anew. Nothing else changed sides.")
    );
    assert_eq!(alone.study.said(off[4]), Some(Side::OnTopicAlone));
    let opened = Session::new(&write(&alone.view, alone.study.fingerprint), &study());
    assert_eq!(opened.study.analysis, alone.study.analysis);
    // Where nothing else would change, it is said at once.
    let kept =
        (0..).find(|one| go(&start, [say(*one, Side::OffTopic)]).notices[0].places.is_empty());
    let at_once = go(&start, [Action::Propose(kept.expect("such a section"), Side::OffTopic)]);
    assert_eq!(at_once.asking, None);
    assert_eq!(at_once.view.correction.pins.as_slice().len(), 1);
}

#[test]
fn a_saying_is_taken_back_with_all_it_was_said_of() {
    let start = Session::new("", &study());
    let foreign = start.study.analysis.topics.iter().position(|topic| topic.off_topic);
    let topic = foreign.expect("one is off topic") as u32;
    let whole = Action::Overrule(Whom::Topic(topic), Some(Side::OnTopic));
    let said = go(&start, [whole, say(3, Side::OffTopic)]);
    let pins = said.view.correction.pins.as_slice().to_vec();
    assert_eq!(pins.len(), 2);
    let run = pins.iter().find(|pin| pin.side == Side::OnTopic).expect("of the topic");
    assert_eq!(said.study.said_of(run).len(), off_topic(&start.study).len());
    let place = Place { document: run.document, block: run.blocks.start };
    let back = go(&said, [Action::Overrule(Whom::Said(place), None)]);
    assert_eq!(back.view.correction.pins.as_slice().len(), 1);
    assert!(back.notices[0].text.contains(" and 8\u{a0}more sections"), "{:?}", back.notices);
    let nowhere = Place { document: 99, block: 0 };
    assert_eq!(go(&said, [Action::Overrule(Whom::Said(nowhere), None)]).view, said.view);
    assert_eq!(go(&back, [Action::Undo]).view, said.view);
}

#[test]
fn the_summary_lists_what_fell_and_what_rose() {
    let session = Session::new("", &study());
    let selection = Selection::of(&session.view, &session.study);
    let shifts = terms::shifts(&session.study, &selection, &session.view.stops);
    assert_eq!(session.study.term_name(shifts.fell[0].term), "height");
    assert!(shifts.fell.iter().all(|row| row.per_thousand < row.per_thousand_before));
    assert!(shifts.rose.iter().all(|row| row.per_thousand > row.per_thousand_before));
    assert_eq!(
        u64::from(shifts.words_before - shifts.words),
        session.study.figures.off_topic_words
    );
    let all = go(&session, [Action::SetThreshold(-40), Action::ToggleTopic(0)]);
    let selection = Selection::of(&all.view, &all.study);
    assert!(!terms::shifts(&all.study, &selection, &all.view.stops).fell.is_empty());
}

/// Anything that corrects, and some things that do not.
fn action() -> impl Strategy<Value = Action> {
    let side = prop_oneof![
        Just(Side::OnTopic),
        Just(Side::OffTopic),
        Just(Side::Main),
        Just(Side::OnTopicAlone),
        Just(Side::OffTopicAlone)
    ];
    let side = prop::option::of(side);
    prop_oneof![
        (0_u32..120, side.clone())
            .prop_map(|(one, side)| Action::Overrule(Whom::Section(one), side)),
        (0_u32..9, side).prop_map(|(one, side)| Action::Overrule(Whom::Topic(one), side)),
        (-60_i32..60).prop_map(Action::SetThreshold),
        (-60_i32..60).prop_map(Action::LeaveThreshold),
        (0_u32..80).prop_map(|section| Action::Propose(section, Side::OffTopic)),
        (0_u32..9).prop_map(|topic| Action::PickTopic { topic, add: true }),
        (0_u32..80).prop_map(Action::ToggleReason),
        (0_u32..80).prop_map(Action::GoTo),
        (0_u32..80).prop_map(Action::ToggleFold),
        Just(Action::Open(Pane::Changes)),
        Just(Action::Undo),
        Just(Action::Redo),
    ]
}

fn fits(session: &Session) -> Result<(), TestCaseError> {
    let (view, study): (_, &Shared<Study>) = (&session.view, &session.study);
    prop_assert_eq!(&view.correction, &study.correction);
    let sections = study.analysis.sections.len() as u32;
    let places = session.notices.iter().flat_map(|notice| notice.places.iter().copied());
    for section in view.reasons.iter().chain(view.at).chain(places) {
        prop_assert!(section < sections);
    }
    for topic in view.topics.iter() {
        // Numbers a person cannot click are let through as they come.
        prop_assert!(topic < 9 || (topic as usize) < study.analysis.topics.len());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn undo_gives_back_the_very_view_and_redo_the_one_after(actions in vec(action(), 1..9), last in (0_u32..70, any::<bool>())) {
        let before = go(&Session::new("", &study()), actions);
        let side = if last.1 { Side::OnTopic } else { Side::OffTopic };
        let after = go(&before, [say(last.0, side)]);
        fits(&before)?;
        fits(&after)?;
        if after.view != before.view {
            let back = go(&after, [Action::Undo]);
            prop_assert_eq!(&back.view, &before.view);
            prop_assert_eq!(&back.study.analysis, &before.study.analysis);
            prop_assert_eq!(&go(&back, [Action::Redo]).view, &after.view);
        }
    }

    #[test]
    fn every_corrected_view_comes_back_from_its_link(actions in vec(action(), 1..9)) {
        let mut session = go(&Session::new("", &study()), actions);
        session.view.clear_filter();
        let opened = Session::new(&write(&session.view, session.study.fingerprint), &study());
        prop_assert_eq!(opened.view, session.view);
        prop_assert_eq!(&opened.study.analysis, &session.study.analysis);
    }
}
