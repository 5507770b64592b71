//! Verdicts found elsewhere: in a worker, for documents too many to be judged between two frames.

use std::cell::RefCell;
use std::rc::Rc;

use engine::separate::Analysis;

use crate::state::{Correction, Pins};

/// Answers that are kept, so that undo and redo need not wait.
const KEPT: usize = 3;

/// What was asked for, and the last answers.
#[derive(Debug, Default)]
pub(crate) struct Elsewhere {
    /// The latest first; by what decides verdicts, which joined topics do not.
    pub(crate) kept: RefCell<Vec<(i32, Pins, Rc<Analysis>)>>,
    /// What was asked for last and is not known.
    pub(crate) wanted: RefCell<Option<Correction>>,
}

impl Elsewhere {
    /// What was found under a correction. Where it is not known, that is noted as wanted.
    pub(crate) fn ask(&self, correction: &Correction) -> Option<Rc<Analysis>> {
        let known = self.known(correction);
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
