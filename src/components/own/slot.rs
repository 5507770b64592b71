//! What is at work on documents, as the page sees it: what it can ask, and what it is told.

use std::cell::RefCell;
use std::rc::Rc;

use protocol::Choice;
use web_sys::Blob;
use yew::{AttrValue, Callback};

use crate::files::Intake;
use crate::shared::Shared;
use crate::state::{Correction, Found};
use crate::study::Study;

/// What comes of files.
pub(in crate::components) enum Event {
    /// They can be read, as this link has them; what belongs may be still to come.
    Opened(Shared<Study>, AttrValue),
    /// What belongs, under a correction.
    Judged(Correction, Found),
    /// Nothing came of them.
    Lost,
    /// Nobody wants them any more: the documents that came with the page are to be shown.
    Back,
}

/// Documents at work, until this is dropped.
pub(in crate::components) trait Judging {
    /// Asks what belongs under a correction.
    fn judge(&self, correction: &Correction);
    /// Says which columns are what, where that was asked.
    fn choose(&self, _: Choice) {}
    /// Asks for what is to be kept of them, as a correction has them.
    fn keep(&self, _: &Correction) {}
}

/// What is at work, if anything: on documents that are shown, which the page asks for verdicts, and on those that may come in
/// their place, which the dialog of files puts in. Until they come, the others are as they were.
#[derive(Clone, Default)]
pub(in crate::components) struct Slot {
    shown: Place,
    coming: Place,
}

type Place = Rc<RefCell<Option<Box<dyn Judging>>>>;

impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown)
    }
}

impl Slot {
    /// Puts something to work on documents that may come, in place of whatever was.
    pub(in crate::components) fn begin(&self, work: Option<Box<dyn Judging>>) {
        put(&self.coming, work);
    }

    /// The documents that may come are shown now.
    pub(in crate::components) fn opened(&self) {
        let come = self.coming.take();
        if come.is_some() {
            put(&self.shown, come);
        }
    }

    /// Shows documents with what is at work on them.
    pub(in crate::components) fn show(&self, work: Box<dyn Judging>) {
        put(&self.shown, Some(work));
    }

    /// Stops what is at work on documents that may come; `false` where there are none.
    pub(in crate::components) fn stop(&self) -> bool {
        self.coming.take().is_some()
    }

    /// Stops all of it.
    pub(in crate::components) fn clear(&self) {
        self.stop();
        put(&self.shown, None);
    }

    /// Whether nothing is at work on what is shown.
    pub(in crate::components) fn is_idle(&self) -> bool {
        self.shown.borrow().is_none()
    }

    /// Asks whatever is at work on what is shown for something.
    pub(in crate::components) fn ask(&self, ask: impl FnOnce(&dyn Judging)) {
        if let Some(work) = &*self.shown.borrow() {
            ask(&**work);
        }
    }

    /// Says which columns of what may come are what.
    pub(in crate::components) fn choose(&self, choice: Choice) {
        if let Some(work) = &*self.coming.borrow() {
            work.choose(choice);
        }
    }
}

fn put(place: &Place, work: Option<Box<dyn Judging>>) {
    let before = place.replace(work);
    // Not while the place is borrowed.
    drop(before);
}

/// Is told how far files are, and what comes of them.
#[derive(Clone)]
pub(in crate::components) struct Tell {
    pub(in crate::components) news: Rc<dyn Fn(Intake)>,
    pub(in crate::components) event: Callback<Event>,
    /// Is given what is to be kept of documents.
    pub(in crate::components) keep: Rc<Keep>,
}

/// Takes what is to be kept of documents; `None` where the browser could not hold it.
pub(in crate::components) type Keep = dyn Fn(&Known, Option<Blob>);

/// Documents that are open.
#[derive(Clone, Debug)]
pub(in crate::components) struct Known {
    pub(in crate::components) name: String,
    pub(in crate::components) documents: u32,
    pub(in crate::components) fingerprint: u64,
}

impl Known {
    pub(in crate::components) fn of(study: &Study) -> Self {
        let (name, documents) = (study.corpus.name.clone(), study.corpus.documents.len() as u32);
        Self { name, documents, fingerprint: study.fingerprint }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use std::cell::Cell;

    struct Work(Rc<Cell<u32>>, u32);

    impl Judging for Work {
        fn judge(&self, _: &Correction) {
            self.0.set(self.1);
        }
    }

    #[test]
    fn what_is_shown_is_judged_by_its_own_until_others_are_shown() {
        let heard = Rc::new(Cell::new(0));
        let work = |number| Box::new(Work(heard.clone(), number)) as Box<dyn Judging>;
        let slot = Slot::default();
        let asked = || {
            heard.set(0);
            slot.ask(|work| work.judge(&Correction::default()));
            heard.get()
        };
        slot.begin(Some(work(1)));
        assert!(slot.is_idle() && asked() == 0, "nothing of it is shown");
        slot.opened();
        assert_eq!(asked(), 1);
        slot.begin(Some(work(2)));
        assert_eq!(asked(), 1);
        assert!(slot.stop() && !slot.stop());
        slot.opened();
        assert_eq!(asked(), 1, "nothing came");
        slot.begin(Some(work(3)));
        slot.opened();
        assert_eq!(asked(), 3);
        slot.show(work(4));
        assert_eq!(asked(), 4);
        slot.clear();
        assert!(slot.is_idle() && asked() == 0);
    }
}
