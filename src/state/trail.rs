//! What was said, step by step, for taking it back step by step.

use std::rc::Rc;

use super::view::ViewState;

/// Steps kept. More than anyone takes back one by one.
const LONGEST: usize = 200;

/// One thing a person said.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Step {
    /// The view it was said in.
    pub before: ViewState,
    /// The view it led to.
    pub after: ViewState,
    /// What it was said of, where that is a place in the text.
    pub spot: Option<Spot>,
}

/// A place in the text that outlives every renumbering.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Spot {
    /// The document.
    pub document: u32,
    /// The block.
    pub block: u32,
    /// Whether its topic is meant and not its section.
    pub topic: bool,
}

/// The steps: those that stand, then those that were taken back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trail {
    steps: Vec<Rc<Step>>,
    done: usize,
}

impl Trail {
    /// Takes a step; what was taken back before is forgotten.
    pub(super) fn push(&mut self, step: Step) {
        self.steps.truncate(self.done);
        if self.steps.len() == LONGEST {
            self.steps.remove(0);
        }
        self.steps.push(Rc::new(step));
        self.done = self.steps.len();
    }

    /// Makes the last step lead to another view; whether it is there to be made longer, nothing taken back since.
    pub(super) fn prolong(&mut self, after: &ViewState) -> bool {
        if self.done < self.steps.len() {
            return false;
        }
        let Some(step) = self.steps.last_mut().map(Rc::make_mut) else { return false };
        step.after = after.clone();
        if step.before.has_edits_of(after) {
            // Back where it began: nothing was done.
            self.steps.pop();
            self.done = self.steps.len();
        }
        true
    }

    /// The step that undo takes back.
    pub fn last(&self) -> Option<&Step> {
        self.steps.get(self.done.checked_sub(1)?).map(Rc::as_ref)
    }

    /// The step that redo takes again.
    pub fn next(&self) -> Option<&Step> {
        self.steps.get(self.done).map(Rc::as_ref)
    }

    /// Goes a step on or back.
    pub(super) fn walk(&mut self, forward: bool) {
        if forward {
            self.done = self.steps.len().min(self.done + 1);
        } else {
            self.done = self.done.saturating_sub(1);
        }
    }

    /// Stands where a view with the same edits stood: Back and Forward walk the same trail. Edits that were never on it end
    /// it. Gives what was said, or taken back, on the way.
    pub(super) fn seek(&mut self, sought: &ViewState) -> Option<Spot> {
        let stands = |done: usize| {
            let before = self.steps.get(done).map(|step| &step.before);
            let after =
                done.checked_sub(1).and_then(|at| self.steps.get(at)).map(|step| &step.after);
            before.or(after).is_some_and(|view| view.has_edits_of(sought))
        };
        // The nearest first: the same edits may have stood more than once.
        let found = (0..=self.steps.len()).filter(|done| stands(*done));
        match found.min_by_key(|done| done.abs_diff(self.done)) {
            Some(done) => {
                let passed = self.steps.get(done.min(self.done)).and_then(|step| step.spot);
                let moved = done != self.done;
                self.done = done;
                passed.filter(|_| moved)
            }
            None => {
                *self = Self::default();
                None
            }
        }
    }
}
