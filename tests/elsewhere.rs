//! Documents judged in a worker: whatever a person does ends as if they were judged at once.
#![cfg(not(target_arch = "wasm32"))]

use std::cell::RefCell;
use std::rc::Rc;

use engine::count::Counts;
use engine::pack::Pack;
use engine::separate::{Analysis, Prepared, Reason, Side};
use topic_explorer::corpus::shipped;
use topic_explorer::shared::Shared;
use topic_explorer::state::{Action, Correction, Found, Pane, Session, Whom, reduce};
use topic_explorer::study::{Explained, Gathered, Study};

mod common;

/// The shipped documents, judged by a worker that the test plays.
struct Worker {
    pack: Pack,
}

impl Worker {
    fn new() -> Self {
        Self { pack: Pack::from_bytes(shipped()).expect("documents") }
    }

    fn study(&self, judged: bool) -> Shared<Study> {
        let mut pack = self.pack.clone();
        let counts = pack.counted();
        let found = judged.then(|| judge(&pack, &counts, &Correction::default()));
        Shared::new(Study::elsewhere(pack, counts, Gathered::default(), found.map(Rc::new)))
    }

    fn answer(&self, session: &Session, correction: &Correction) -> Session {
        let counts = self.pack.clone().counted();
        let found = judge(&self.pack, &counts, correction);
        reduce(session, Action::Judged(correction.clone(), Found(Rc::new(found))))
    }

    /// Answers whatever is waited for.
    fn settle(&self, session: Session) -> Session {
        match session.waiting.clone() {
            Some((wanted, _)) => self.answer(&session, &wanted),
            None => session,
        }
    }
}

/// Verdicts as a worker finds them: reasons without their terms.
fn judge(pack: &Pack, counts: &Counts, correction: &Correction) -> Analysis {
    let settings = correction.settings();
    Prepared::new(&pack.corpus, counts, &settings.weights).judge_briefly(
        &pack.corpus,
        counts,
        &settings,
    )
}

fn steps() -> Vec<Action> {
    vec![
        Action::Overrule(Whom::Section(3), Some(Side::OffTopic)),
        Action::Open(Pane::Terms),
        Action::SetThreshold(15),
        Action::LeaveThreshold(16),
        Action::Propose(9, Side::OffTopic),
        Action::Merge(0, 1),
        Action::Overrule(Whom::Topic(0), Some(Side::Main)),
        Action::Undo,
        Action::Redo,
        Action::SetThreshold(-30),
        Action::TakeAllBack,
        Action::Restore("thr=-2&t=1".to_owned()),
        Action::Undo,
    ]
}

#[test]
fn what_waits_ends_as_if_it_had_not() {
    let worker = Worker::new();
    let mut here = Session::new("", &common::study());
    let mut there = Session::new("", &worker.study(true));
    for action in steps() {
        here = reduce(&here, action.clone());
        there = worker.settle(reduce(&there, action.clone()));
        assert_eq!(there.waiting, None, "{action:?}");
        assert_eq!(there.view, here.view, "{action:?}");
        assert_eq!(there.notices, here.notices, "{action:?}");
        assert_eq!(there.study.analysis, here.study.analysis, "{action:?}");
        assert_eq!((there.entry, there.places), (here.entry, here.places), "{action:?}");
    }
}

#[test]
fn until_the_answer_is_there_all_is_as_it_was() {
    let worker = Worker::new();
    let before = Session::new("", &worker.study(true));
    let asked = reduce(&before, Action::Overrule(Whom::Section(3), Some(Side::OffTopic)));
    assert_eq!((&asked.view, &asked.notices), (&before.view, &before.notices));
    assert!(asked.waiting.is_some());
    // Another question takes its place, and what was answered late is of no consequence.
    let again = reduce(&asked, Action::SetThreshold(10));
    let (late, wanted) = (asked.waiting.expect("asked").0, again.waiting.clone().expect("asked").0);
    let still = worker.answer(&again, &late);
    assert_eq!((&still.view, &still.waiting), (&again.view, &again.waiting));
    let done = worker.answer(&still, &wanted);
    assert_eq!((done.view.correction.threshold, done.waiting), (10, None));
}

#[test]
fn documents_can_be_read_before_anything_is_decided() {
    let worker = Worker::new();
    let link = "thr=-2";
    let open = Session::new(link, &worker.study(false));
    assert!(open.study.is_undecided());
    assert_eq!(open.study.figures.words, common::study().figures.words);
    assert_eq!(open.study.figures.off_topic_words, 0);
    let first = worker.answer(&open, &Correction::default());
    assert!(!first.study.is_undecided());
    let done = worker.settle(first);
    let here = Session::new(link, &common::study());
    assert_eq!(done.study.analysis, here.study.analysis);
    assert_eq!(done.view, here.view);
}

/// A section that was asked about, and who takes the answer.
type Asked = (u32, Box<dyn FnOnce(Option<Reason>)>);

/// The shipped documents with verdicts that have no terms, these verdicts with them, and what is asked about them.
fn brief() -> (Study, Analysis, Rc<RefCell<Vec<Asked>>>) {
    let mut pack = Worker::new().pack;
    let counts = pack.counted();
    let settings = Correction::default().settings();
    let mut prepared = Prepared::new(&pack.corpus, &counts, &settings.weights);
    let brief = prepared.judge_briefly(&pack.corpus, &counts, &settings);
    let mut whole = brief.clone();
    for (at, one) in whole.sections.iter_mut().enumerate() {
        one.reason = prepared.reason(&pack.corpus, &counts, &settings, at).expect("a section");
    }
    let study = Study::elsewhere(pack, counts, Gathered::default(), Some(Rc::new(brief)));
    assert_eq!(study.explained(3), Explained::Lost, "there is nobody to ask");
    let asked: Rc<RefCell<Vec<Asked>>> = Rc::default();
    study.explain_with({
        let asked = asked.clone();
        Rc::new(move |_: &Correction, section, answer| asked.borrow_mut().push((section, answer)))
    });
    (study, whole, asked)
}

#[test]
fn the_terms_of_a_reason_are_asked_for_once_and_are_those_found_at_once() {
    let (study, whole, asked) = brief();
    for section in [3, 5, 3] {
        assert_eq!(study.explained(section), Explained::Coming);
    }
    assert_eq!(asked.borrow().len(), 2, "each once");
    for (section, answer) in asked.take() {
        answer(Some(whole.sections[section as usize].reason.clone()));
    }
    for section in [3, 5] {
        let judged = &whole.sections[section as usize];
        assert_eq!(study.explained(section), Explained::Whole(judged.clone()));
        let summed = study.summed(section).expect("a section");
        assert_eq!(summed.reason, judged.reason.in_brief());
    }
    assert!(asked.borrow().is_empty());
    // Under another correction it is another reason.
    let study = Shared::new(study);
    let moved = Correction { threshold: 15, ..Correction::default() };
    let again = Study::answer(&study, &moved, &study.analysis);
    let again = Study::under(&again, &moved, &again.names);
    assert_eq!(again.explained(3), Explained::Coming);
    assert_eq!(study.explained(3), Explained::Whole(whole.sections[3].clone()));
}

#[test]
fn a_reason_that_nobody_can_tell_is_asked_for_again_when_somebody_wants_it() {
    let (study, whole, asked) = brief();
    assert_eq!(study.explained(3), Explained::Coming);
    asked.take().into_iter().for_each(|(_, answer)| answer(None));
    assert_eq!((study.explained(3), study.explained(3)), (Explained::Lost, Explained::Lost));
    assert!(asked.borrow().is_empty(), "not by itself");
    study.forget_reason(3);
    assert_eq!(study.explained(3), Explained::Coming);
    let reason = whole.sections[3].reason.clone();
    asked.take().into_iter().for_each(|(_, answer)| answer(Some(reason.clone())));
    assert_eq!(study.explained(3), Explained::Whole(whole.sections[3].clone()));
}

#[test]
fn however_many_reasons_are_open_each_is_asked_for_once() {
    let (study, whole, asked) = brief();
    let all = || 0..whole.sections.len() as u32;
    assert!(whole.sections.len() > 60);
    let moved = |threshold| Correction { threshold, ..Correction::default() };
    let study = Shared::new(study);
    let others: Vec<_> = [15, -15]
        .map(|threshold| {
            let known = Study::answer(&study, &moved(threshold), &study.analysis);
            Study::under(&known, &moved(threshold), &known.names)
        })
        .into();
    for study in &others {
        all().for_each(|section| drop(study.explained(section)));
        all().for_each(|section| drop(study.explained(section)));
    }
    assert_eq!(asked.borrow().len(), 2 * whole.sections.len());
}
