//! Documents that came with the page and are too many to be judged between two frames: a worker counts and judges them. Until it
//! has, the page that was drawn beforehand stays.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use super::own::{self, Event, Judging};
use super::part;
use super::root::{Elsewhere, Hear};
use crate::shared::Shared;
use crate::study::Study;

/// Bytes of a pack from which judging it anew would hold the page up: one of 4 MB takes a second, and time grows with the text.
pub const LARGE: usize = 150_000;

/// The documents, counted and judged, and where they are judged again.
pub type Opened = (Shared<Study>, Shared<Elsewhere>);

/// Is told of the documents; of nothing where there is no worker to be had, so that all of it must be done here.
pub type Shown = Box<dyn FnOnce(Option<Opened>)>;

/// Calls back with the documents of a pack.
pub fn open(pack: Vec<u8>, shown: Shown) {
    part::with(move |part| match part {
        Some(part) => (part.open_pack)(&pack, shown),
        None => shown(None),
    });
}

/// The same once the part is there that knows of workers.
pub(super) fn start(pack: &[u8], shown: Shown) {
    let judging = Rc::new(RefCell::new(None));
    let tell = listener(judging.clone(), shown);
    judging.replace(own::open_pack(pack, Callback::from(tell)));
}

/// Hears what comes of a pack. What judges it is taken along once its documents are there.
fn listener(judging: Rc<RefCell<Option<Box<dyn Judging>>>>, shown: Shown) -> impl Fn(Event) {
    let hear: Rc<RefCell<Option<Hear>>> = Rc::default();
    let shown = RefCell::new(Some(shown));
    move |event| match event {
        Event::Opened(study, _) => {
            if let (Some(judging), Some(shown)) = (judging.take(), shown.take()) {
                shown(Some((study, Shared::new(Elsewhere { judging, hear: hear.clone() }))));
            }
        }
        Event::Judged(correction, found) => {
            if let Some(hear) = &*hear.borrow() {
                hear.emit((correction, found));
            }
        }
        Event::Lost => {
            if let Some(shown) = shown.take() {
                shown(None);
            }
        }
        // Only of a person's own.
        Event::Back => {}
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::corpus;
    use crate::state::{Correction, Found};
    use std::cell::Cell;
    use yew::AttrValue;

    struct Judge(Rc<Cell<u32>>);

    impl Judging for Judge {
        fn judge(&self, _: &Correction) {
            self.0.set(self.0.get() + 1);
        }
    }

    #[test]
    fn progress_is_passed_over_and_verdicts_go_to_who_listens() {
        let asked = Rc::new(Cell::new(0));
        let judge: Box<dyn Judging> = Box::new(Judge(asked.clone()));
        let opened = Rc::new(RefCell::new(None));
        let tell = listener(Rc::new(RefCell::new(Some(judge))), {
            let opened = opened.clone();
            Box::new(move |found| *opened.borrow_mut() = found)
        });
        tell(Event::Back);
        let study = corpus::open(corpus::shipped(), "").expect("the build script packed them");
        tell(Event::Opened(study.clone(), AttrValue::default()));
        let (shown, elsewhere) = opened.take().expect("they are shown");
        assert!(shown == study);
        elsewhere.judging.judge(&Correction::default());
        assert_eq!(asked.get(), 1, "what judges is kept");
        let found = Found(study.analysis.clone());
        tell(Event::Judged(Correction::default(), found.clone()));
        let heard = Rc::new(RefCell::new(None));
        let hear = {
            let heard = heard.clone();
            Callback::from(move |(_, found): (Correction, Found)| *heard.borrow_mut() = Some(found))
        };
        *elsewhere.hear.borrow_mut() = Some(hear);
        tell(Event::Judged(Correction::default(), found.clone()));
        assert_eq!(heard.take(), Some(found));
        tell(Event::Lost);
        assert!(opened.take().is_none(), "they are shown once");
    }

    #[test]
    fn without_a_worker_it_is_said_once_that_all_must_be_done_here() {
        let told = Rc::new(Cell::new(0));
        let count = told.clone();
        // There is no worker outside a browser.
        let shown = move |opened: Option<Opened>| {
            assert!(opened.is_none());
            count.set(count.get() + 1);
        };
        open(corpus::shipped().to_vec(), Box::new(shown));
        assert_eq!(told.get(), 1);
    }
}
