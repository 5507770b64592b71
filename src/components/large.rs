//! Documents that came with the page and are too many to be judged between two frames: a worker counts and judges them. Until it
//! has, the page that was drawn beforehand stays.

use std::cell::RefCell;
use std::rc::Rc;

use super::own::Event;
use super::part;
use super::root::{Elsewhere, Hear};
use crate::files::Stage;
use crate::shared::Shared;
use crate::study::Study;

/// Bytes of a pack from which judging it anew would hold the page up.
pub const LARGE: usize = 150_000;

/// Calls back with the documents of a pack, counted and judged, and where they are judged again; with nothing where there is no
/// worker to be had, so that all of it must be done here.
pub fn open(
    pack: Vec<u8>,
    shown: impl FnOnce(Option<(Shared<Study>, Shared<Elsewhere>)>) + 'static,
) {
    part::with(move |part| {
        let Some(part) = part else { return shown(None) };
        let hear: Rc<RefCell<Option<Hear>>> = Rc::default();
        let judging = Rc::new(RefCell::new(None));
        let shown = RefCell::new(Some(shown));
        let tell = {
            let (hear, judging) = (hear.clone(), judging.clone());
            move |event: Event| match event {
                Event::Opened(study) => {
                    let judging = judging.borrow_mut().take();
                    if let Some((judging, shown)) = judging.zip(shown.take()) {
                        let hear = hear.clone();
                        shown(Some((study, Shared::new(Elsewhere { judging, hear }))));
                    }
                }
                Event::Judged(correction, found) => {
                    if let Some(hear) = &*hear.borrow() {
                        hear.emit((correction, found));
                    }
                }
                Event::Heard(news) => {
                    if let (Stage::Failed(_), Some(shown)) = (&news.stage, shown.take()) {
                        shown(None);
                    }
                }
            }
        };
        let started = (part.open_pack)(&pack, Box::new(tell));
        *judging.borrow_mut() = Some(started);
    });
}
