//! Documents that came with the page and are judged on it, by a part that arrives after the page has opened.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use super::later::LOST;
use super::own::Judging;
use super::part;
use super::root::{Elsewhere, Hear};
use crate::shared::Shared;
use crate::state::{Correction, Found};
use crate::study::Study;

/// How long after it could not be fetched the part is asked for again.
const AGAIN: Duration = Duration::from_secs(3);

struct Near {
    study: Shared<Study>,
    hear: Rc<RefCell<Option<Hear>>>,
}

impl Judging for Near {
    fn judge(&self, correction: &Correction) {
        find(self.study.clone(), self.hear.clone(), correction.clone());
    }
}

fn find(study: Shared<Study>, hear: Rc<RefCell<Option<Hear>>>, correction: Correction) {
    part::with(move |part| {
        if part.is_none() {
            yew::platform::spawn_local(async move {
                yew::platform::time::sleep(AGAIN).await;
                find(study, hear, correction);
            });
        } else if let (Some(found), Some(hear)) = (study.judged_here(&correction), &*hear.borrow())
        {
            hear.emit((correction, Found(found)));
        }
    });
}

/// What finds verdicts that somebody asks for before the part is there.
pub fn judging(study: Shared<Study>) -> Shared<Elsewhere> {
    let hear: Rc<RefCell<Option<Hear>>> = Rc::default();
    let judging = Box::new(Near { study, hear: hear.clone() });
    Shared::new(Elsewhere { judging, hear })
}

/// Calls back with the documents of a pack as the link has them, judged by the part.
pub fn open(
    pack: Vec<u8>,
    link: String,
    shown: impl FnOnce(Result<Shared<Study>, String>) + 'static,
) {
    part::with(move |part| match part {
        Some(part) => shown((part.open)(&pack, &link)),
        None => shown(Err(LOST.to_owned())),
    });
}
