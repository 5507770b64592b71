//! Verdicts that are not found at once: in a worker, for documents too many to be judged between two frames, or here, by a part
//! of the page that may not have arrived.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use engine::Corpus;
use engine::count::Counts;
use engine::separate::{Analysis, Settings};

use crate::state::{Correction, Pins};

/// Answers that are kept, so that undo and redo need not wait.
const KEPT: usize = 3;

/// What tells what belongs: [`engine::separate::separate`], which the page opens without.
pub(crate) type Judge = fn(&Corpus, &Counts, &Settings) -> Analysis;

thread_local! {
    static JUDGE: Cell<Option<Judge>> = const { Cell::new(None) };
}

/// Judges with this from now on, wherever that is done here.
pub(crate) fn judge_with(judge: Judge) {
    JUDGE.set(Some(judge));
}

/// What judges here, once it has arrived.
pub(crate) fn judge() -> Option<Judge> {
    JUDGE.get()
}

/// What was asked for, and the last answers.
#[derive(Debug, Default)]
pub(crate) struct Elsewhere {
    /// Whether all of it can be judged here, once that has arrived.
    pub(crate) near: bool,
    /// The latest first; by what decides verdicts, which joined topics do not.
    pub(crate) kept: RefCell<Vec<(i32, Pins, Rc<Analysis>)>>,
    /// What was asked for last and is not known.
    pub(crate) wanted: RefCell<Option<Correction>>,
}

impl Elsewhere {
    /// What is found under a correction. Where it is not known and cannot be found here and now, that is noted as wanted.
    pub(crate) fn ask(
        &self,
        correction: &Correction,
        corpus: &Corpus,
        counts: &Counts,
    ) -> Option<Rc<Analysis>> {
        let mut known = self.known(correction);
        if let (None, true, Some(judge)) = (&known, self.near, judge()) {
            let found = Rc::new(judge(corpus, counts, &correction.settings()));
            self.keep(correction, found.clone());
            known = Some(found);
        }
        if known.is_none() {
            *self.wanted.borrow_mut() = Some(correction.clone());
        }
        known
    }

    /// What was found under a correction, if it is known.
    pub(crate) fn known(&self, correction: &Correction) -> Option<Rc<Analysis>> {
        let kept = self.kept.borrow();
        let same = |(threshold, pins, _): &&(i32, Pins, Rc<Analysis>)| {
            (*threshold, pins) == (correction.threshold, &correction.pins)
        };
        kept.iter().find(same).map(|(_, _, found)| found.clone())
    }

    /// Keeps what was found under a correction.
    pub(crate) fn keep(&self, correction: &Correction, found: Rc<Analysis>) {
        if self.known(correction).is_none() {
            let mut kept = self.kept.borrow_mut();
            kept.insert(0, (correction.threshold, correction.pins.clone(), found));
            kept.truncate(KEPT);
        }
    }
}
