//! What is at work on documents, as the page sees it: what it can ask, and what it is told.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use protocol::Choice;
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

/// What is at work, if anything: the page asks it for verdicts, the dialog of files puts it in.
#[derive(Clone, Default)]
pub(in crate::components) struct Slot(Rc<RefCell<Option<Box<dyn Judging>>>>);

impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Slot {
    /// Puts something to work in place of whatever was.
    pub(in crate::components) fn put(&self, work: Option<Box<dyn Judging>>) {
        let before = self.0.replace(work);
        // Not while the slot is borrowed.
        drop(before);
    }

    /// Whether nothing is at work.
    pub(in crate::components) fn is_idle(&self) -> bool {
        self.0.borrow().is_none()
    }

    /// Asks whatever is at work for something.
    pub(in crate::components) fn ask(&self, ask: impl FnOnce(&dyn Judging)) {
        if let Some(work) = &*self.0.borrow() {
            ask(&**work);
        }
    }
}

/// Is told how far files are, and what comes of them.
#[derive(Clone)]
pub(in crate::components) struct Tell {
    pub(in crate::components) news: Rc<dyn Fn(Intake)>,
    pub(in crate::components) event: Callback<Event>,
    /// Is given what is to be kept of documents.
    pub(in crate::components) keep: Rc<Keep>,
}

/// Takes what is to be kept of documents.
pub(in crate::components) type Keep = dyn Fn(&Known, Uint8Array);

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
