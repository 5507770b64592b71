//! Verdicts that are not found at once: in a worker, for documents too many to be judged between two frames, or here, by a part
//! of the page that may not have arrived.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use engine::Corpus;
use engine::count::Counts;
use engine::separate::{Analysis, Prepared, Reason, Settings, Weights};

use crate::state::{Correction, Pins};

/// Answers that are kept, so that undo and redo need not wait.
const KEPT: usize = 3;

/// Reasons from which those of other corrections are forgotten.
const REASONS: usize = 100;

/// Documents made ready to be judged: what tells what belongs of them, and why.
pub(crate) trait Judging {
    /// What is found, reasons without their terms.
    fn judge(&mut self, corpus: &Corpus, counts: &Counts, settings: &Settings) -> Analysis;

    /// The whole reason of one of the sections that [`Self::judge`] gives.
    fn reason(
        &mut self,
        corpus: &Corpus,
        counts: &Counts,
        settings: &Settings,
        section: u32,
    ) -> Option<Reason>;
}

impl Judging for Prepared {
    fn judge(&mut self, corpus: &Corpus, counts: &Counts, settings: &Settings) -> Analysis {
        self.judge_briefly(corpus, counts, settings)
    }

    fn reason(
        &mut self,
        corpus: &Corpus,
        counts: &Counts,
        settings: &Settings,
        section: u32,
    ) -> Option<Reason> {
        Self::reason(self, corpus, counts, settings, section as usize)
    }
}

/// Makes documents ready to be judged. The page opens without it.
pub(crate) type Prepare = fn(&Corpus, &Counts, &Weights) -> Box<dyn Judging>;

/// The only one.
pub(crate) fn prepare(corpus: &Corpus, counts: &Counts, weights: &Weights) -> Box<dyn Judging> {
    Box::new(Prepared::new(corpus, counts, weights))
}

thread_local! {
    static PREPARE: Cell<Option<Prepare>> = const { Cell::new(None) };
}

/// Judges with this from now on, wherever that is done here.
pub(crate) fn judge_with(prepare: Prepare) {
    PREPARE.set(Some(prepare));
}

/// Documents that are judged here, made ready by the first question.
#[derive(Default)]
pub(crate) struct Here(RefCell<Option<Box<dyn Judging>>>);

impl Here {
    /// Asks what judges them; nothing is answered before it has arrived.
    pub(crate) fn ask<T>(
        &self,
        corpus: &Corpus,
        counts: &Counts,
        weights: &Weights,
        question: impl FnOnce(&mut dyn Judging) -> T,
    ) -> Option<T> {
        let prepare = PREPARE.get()?;
        let mut ready = self.0.borrow_mut();
        Some(question(&mut **ready.get_or_insert_with(|| prepare(corpus, counts, weights))))
    }
}

impl fmt::Debug for Here {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Here").finish_non_exhaustive()
    }
}

/// Asks whoever judges for the reason of a section under a correction, and what to do with it.
pub(crate) type Explain = dyn Fn(&Correction, u32, Answer);

/// Takes up a reason; none where nobody can tell.
pub(crate) type Answer = Box<dyn FnOnce(Option<Reason>)>;

/// What is known of a reason.
#[derive(Clone, Debug)]
pub(crate) enum Known {
    /// It was asked for.
    Asked,
    /// All of it.
    Whole(Reason),
    /// Whoever was asked cannot tell.
    Lost,
}

/// That of a section under a correction.
type Explained = (Correction, u32, Known);

/// What was asked for, and the last answers.
#[derive(Default)]
pub(crate) struct Elsewhere {
    /// Whether all of it can be judged here, once that has arrived.
    pub(crate) near: bool,
    /// The latest first; by what decides verdicts, which joined topics do not.
    pub(crate) kept: RefCell<Vec<(i32, Pins, Rc<Analysis>)>>,
    /// What was asked for last and is not known.
    pub(crate) wanted: RefCell<Option<Correction>>,
    /// Is asked for reasons.
    pub(crate) explain: RefCell<Option<Rc<Explain>>>,
    /// The latest last.
    reasons: RefCell<Vec<Explained>>,
}

impl fmt::Debug for Elsewhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Elsewhere").field("near", &self.near).finish_non_exhaustive()
    }
}

impl Elsewhere {
    /// What is found under a correction. Where it is not known and cannot be found here and now, that is noted as wanted.
    pub(crate) fn ask(
        &self,
        correction: &Correction,
        here: impl FnOnce() -> Option<Rc<Analysis>>,
    ) -> Option<Rc<Analysis>> {
        let mut known = self.known(correction);
        if known.is_none()
            && self.near
            && let Some(found) = here()
        {
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

    /// The whole reason of a section. Where it is not known it is asked for, once.
    pub(crate) fn reason(self: &Rc<Self>, correction: &Correction, section: u32) -> Known {
        if let Some(known) = self.known_reason(correction, section) {
            return known;
        }
        let Some(explain) = self.explain.borrow().clone() else { return Known::Lost };
        {
            let mut reasons = self.reasons.borrow_mut();
            if reasons.len() >= REASONS {
                // However many are open, those of one correction are not asked for in turn.
                reasons.retain(|(known, ..)| is_like(known, correction));
            }
            reasons.push((correction.clone(), section, Known::Asked));
        }
        let (answered, asked) = (Rc::downgrade(self), correction.clone());
        let answer = move |reason: Option<Reason>| {
            let Some(answered) = answered.upgrade() else { return };
            let mut reasons = answered.reasons.borrow_mut();
            if let Some(one) = reasons.iter_mut().find(|one| is_of(one, &asked, section)) {
                one.2 = reason.map_or(Known::Lost, Known::Whole);
            }
        };
        explain(correction, section, Box::new(answer));
        // It may be known at once.
        self.known_reason(correction, section).unwrap_or(Known::Asked)
    }

    /// Asks for a reason anew the next time.
    pub(crate) fn forget_reason(&self, correction: &Correction, section: u32) {
        self.reasons.borrow_mut().retain(|one| !is_of(one, correction, section));
    }

    fn known_reason(&self, correction: &Correction, section: u32) -> Option<Known> {
        let reasons = self.reasons.borrow();
        let known = reasons.iter().find(|one| is_of(one, correction, section));
        known.map(|(.., known)| known.clone())
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

/// Whether it is that of this section.
fn is_of((known, at, _): &Explained, correction: &Correction, section: u32) -> bool {
    *at == section && is_like(known, correction)
}

/// Whether verdicts are the same under both: joined topics do not matter.
fn is_like(one: &Correction, other: &Correction) -> bool {
    (one.threshold, &one.pins) == (other.threshold, &other.pins)
}
