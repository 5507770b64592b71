//! Documents that a worker judges, from the files or the pack to the study and its verdicts: what the page asks of the worker,
//! and in which order it hears back.

use std::cell::RefCell;
use std::rc::Rc;

use engine::count::Counts;
use engine::pack::{Opening, Pack};
use engine::separate::Analysis;
use js_sys::Uint8Array;
use protocol::{Columns, Order, Reading, Report};

use crate::browser::drop::Given;
use crate::browser::timing;
use crate::browser::worker::Bench;
use crate::files::{Intake, corpus_name};
use crate::shared::Shared;
use crate::state::{Correction, Found};
use crate::study::Study;

/// Milliseconds of work before the browser may paint.
const SLICE: f64 = 12.0;

/// Sections of an analysis that are read before the clock is looked at.
const SECTIONS: u64 = 64;

/// What comes of files.
pub(super) enum Event {
    /// How far they are.
    Heard(Intake),
    /// They can be read; what belongs is still to come.
    Opened(Shared<Study>),
    /// What belongs, under a correction.
    Judged(Correction, Found),
}

/// Is told what comes of files.
pub(super) type Tell = Box<dyn Fn(Event)>;

/// Files at work, until this is dropped.
pub(super) trait Judging {
    /// Asks what belongs under a correction.
    fn judge(&self, correction: &Correction);
}

/// The worker and what it was asked.
struct Own {
    bench: Bench,
    /// The corrections that were asked about, by the number of the order.
    asked: Rc<RefCell<Vec<Correction>>>,
}

/// Nothing at work: the worker did not start.
struct Idle;

impl Judging for Idle {
    fn judge(&self, _: &Correction) {}
}

/// What has come and not been shown.
#[derive(Default)]
struct Arrived {
    intake: Intake,
    /// Whether the documents are open; verdicts wait for them.
    open: bool,
    /// Verdicts that came before.
    early: Option<(Correction, Found)>,
    /// Documents that are not to be shown before their verdicts are there.
    whole: bool,
    /// Such documents, opened.
    ready: Option<(Pack, Counts)>,
}

/// Reads files.
pub(super) fn read(files: &[Given], tell: Tell) -> Box<dyn Judging> {
    start(false, tell, |bench| {
        let paths: Vec<String> = files.iter().map(|(path, _)| path.clone()).collect();
        let order = Order::Read { name: corpus_name(&paths), columns: Columns::default() };
        bench.read(&order, files);
    })
}

/// Opens a pack that is too large to be judged between two frames. The documents are told of when their verdicts are there.
pub(super) fn open_pack(pack: &[u8], tell: Tell) -> Box<dyn Judging> {
    start(true, tell, |bench| bench.order(&Order::Open, Some(pack)))
}

/// Starts a worker and gives it something to do.
fn start(whole: bool, tell: Tell, order: impl FnOnce(&Bench)) -> Box<dyn Judging> {
    let asked = Rc::new(RefCell::new(vec![Correction::default()]));
    let intake = Intake::begin();
    let arrived = Rc::new(RefCell::new(Arrived { intake, whole, ..Arrived::default() }));
    let tell: Rc<dyn Fn(Event)> = tell.into();
    let hear = {
        let (arrived, asked, tell) = (arrived.clone(), asked.clone(), tell.clone());
        move |report: Report, goods: Option<Uint8Array>| {
            hear(&report, goods, &arrived, &asked, &tell);
        }
    };
    match Bench::start(hear) {
        Ok(bench) => {
            order(&bench);
            Box::new(Own { bench, asked })
        }
        Err(reason) => {
            arrived.borrow_mut().intake.hear(&Report::Failed(reason));
            tell(Event::Heard(arrived.borrow().intake.clone()));
            Box::new(Idle)
        }
    }
}

impl Judging for Own {
    fn judge(&self, correction: &Correction) {
        let mut asked = self.asked.borrow_mut();
        let order = Order::Judge {
            number: asked.len() as u32,
            threshold: correction.threshold(),
            pins: correction.pins.as_slice().to_vec(),
        };
        asked.push(correction.clone());
        self.bench.order(&order, None);
    }
}

/// Takes up one report.
fn hear(
    report: &Report,
    goods: Option<Uint8Array>,
    arrived: &Rc<RefCell<Arrived>>,
    asked: &RefCell<Vec<Correction>>,
    tell: &Rc<dyn Fn(Event)>,
) {
    arrived.borrow_mut().intake.hear(report);
    match (report, goods) {
        (Report::Pack, Some(bytes)) => {
            let (arrived, tell) = (arrived.clone(), tell.clone());
            yew::platform::spawn_local(
                async move { open(&bytes.to_vec(), &arrived, &*tell).await },
            );
        }
        (Report::Judged { number }, Some(bytes)) => {
            let Some(correction) = asked.borrow().get(*number as usize).cloned() else { return };
            let (arrived, tell) = (arrived.clone(), tell.clone());
            yew::platform::spawn_local(async move {
                if let Some(found) = analysis(&bytes.to_vec()).await {
                    judged(correction, Found(Rc::new(found)), &arrived, &*tell);
                }
            });
        }
        _ => {}
    }
    let intake = arrived.borrow().intake.clone();
    tell(Event::Heard(intake));
}

/// Takes up verdicts.
fn judged(correction: Correction, found: Found, arrived: &RefCell<Arrived>, tell: &dyn Fn(Event)) {
    let ready = arrived.borrow_mut().ready.take();
    if let Some((pack, counts)) = ready {
        arrived.borrow_mut().open = true;
        tell(Event::Opened(Shared::new(Study::elsewhere(pack, counts, Some(found.0)))));
    } else if arrived.borrow().open {
        tell(Event::Judged(correction, found));
    } else {
        arrived.borrow_mut().early = Some((correction, found));
    }
}

/// Reads an analysis in slices, so that the page answers meanwhile.
async fn analysis(bytes: &[u8]) -> Option<Analysis> {
    let mut reading = Reading::new(bytes)?;
    let mut since = timing::now();
    while reading.read_some(SECTIONS)? {
        if timing::now() - since > SLICE {
            timing::breathe().await;
            since = timing::now();
        }
    }
    reading.finish()
}

/// Opens documents in slices, so that the page answers meanwhile.
async fn open(bytes: &[u8], arrived: &RefCell<Arrived>, tell: &dyn Fn(Event)) {
    match unpack(bytes).await {
        Ok((mut pack, counts)) => {
            pack.counts = None;
            if arrived.borrow().whole {
                let early = {
                    let mut arrived = arrived.borrow_mut();
                    arrived.ready = Some((pack, counts));
                    arrived.early.take()
                };
                if let Some((correction, found)) = early {
                    judged(correction, found, arrived, tell);
                }
                return;
            }
            tell(Event::Opened(Shared::new(Study::elsewhere(pack, counts, None))));
            let early = {
                let mut arrived = arrived.borrow_mut();
                arrived.open = true;
                arrived.early.take()
            };
            if let Some((correction, found)) = early {
                // After the page has the documents.
                timing::breathe().await;
                tell(Event::Judged(correction, found));
            }
        }
        Err(reason) => {
            arrived.borrow_mut().intake.hear(&Report::Failed(reason));
            tell(Event::Heard(arrived.borrow().intake.clone()));
        }
    }
}

async fn unpack(bytes: &[u8]) -> Result<(Pack, Counts), String> {
    let failed = |error| format!("The documents could not be opened: {error}.");
    let mut opening = Opening::new(bytes).map_err(failed)?;
    let mut since = timing::now();
    while opening.open_next().map_err(failed)? {
        if timing::now() - since > SLICE {
            timing::breathe().await;
            since = timing::now();
        }
    }
    let mut pack = opening.finish().map_err(failed)?;
    let counts = pack.counted();
    Ok((pack, counts))
}
