//! Documents that a worker judges, from the files, from what is kept or from the pack to the study and its verdicts: what the page
//! asks of the worker, and in which order it hears back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use engine::count::Counts;
use engine::pack::{Opening, Pack};
use engine::separate::Analysis;
use js_sys::Uint8Array;
use protocol::kept::{self, Kept};
use protocol::{Choice, Order, Reading, Report};
use web_sys::Blob;
use yew::{AttrValue, Callback};

use crate::browser::drop::Given;
use crate::browser::worker::Bench;
use crate::browser::{files, timing};
use crate::files::{Intake, Stage, corpus_name};
use crate::shared::Shared;
use crate::state::{self, Correction, Found};
use crate::study::Study;

/// Milliseconds of work before the browser may paint.
const SLICE: f64 = 12.0;

/// Files that may break what reads before nothing is tried any more.
const BROKEN: usize = 8;

/// Sections of an analysis that are read before the clock is looked at.
const SECTIONS: u64 = 64;

/// What comes of files.
pub(super) enum Event {
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
pub(super) trait Judging {
    /// Asks what belongs under a correction.
    fn judge(&self, correction: &Correction);
    /// Says which columns are what, where that was asked.
    fn choose(&self, _: Choice) {}
    /// Asks for what is to be kept of them, as a correction has them.
    fn keep(&self, _: &Correction) {}
}

/// What is at work, if anything: the page asks it for verdicts, the dialog of files puts it in.
#[derive(Clone, Default)]
pub(super) struct Slot(Rc<RefCell<Option<Box<dyn Judging>>>>);

impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Slot {
    /// Puts something to work in place of whatever was.
    pub(super) fn put(&self, work: Option<Box<dyn Judging>>) {
        let before = self.0.replace(work);
        // Not while the slot is borrowed.
        drop(before);
    }

    /// Whether nothing is at work.
    pub(super) fn is_idle(&self) -> bool {
        self.0.borrow().is_none()
    }

    /// Asks whatever is at work for something.
    pub(super) fn ask(&self, ask: impl FnOnce(&dyn Judging)) {
        if let Some(work) = &*self.0.borrow() {
            ask(&**work);
        }
    }
}

/// Is told how far files are, and what comes of them.
#[derive(Clone)]
pub(super) struct Tell {
    pub(super) news: Rc<dyn Fn(Intake)>,
    pub(super) event: Callback<Event>,
    /// Is given what is to be kept of documents.
    pub(super) keep: Rc<Keep>,
}

/// Takes what is to be kept of documents.
pub(super) type Keep = dyn Fn(&Known, Uint8Array);

/// Documents that are open.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) documents: u32,
    pub(super) fingerprint: u64,
}

impl Known {
    fn of(study: &Study) -> Self {
        let (name, documents) = (study.corpus.name.clone(), study.corpus.documents.len() as u32);
        Self { name, documents, fingerprint: study.fingerprint }
    }
}

/// The worker and what it was asked, shared with whoever listens to it.
struct Own(Rc<Work>);

struct Work {
    /// Documents that came from what is kept need none until something is asked.
    bench: RefCell<Option<Bench>>,
    /// The documents, for a worker that has none yet.
    pack: RefCell<Option<Blob>>,
    /// The corrections that were asked about, by the number of the order.
    asked: RefCell<Vec<Correction>>,
    /// Whether the last of them is still to be answered.
    pending: Cell<bool>,
    /// The files, until they are read.
    reading: RefCell<Option<Files>>,
    arrived: RefCell<Arrived>,
    tell: Tell,
}

/// Files that are being read.
#[derive(Clone)]
struct Files {
    name: String,
    choices: Vec<Choice>,
    given: Vec<Given>,
    /// The one that was begun last.
    at: Option<usize>,
    /// How many more may break what reads.
    left: usize,
}

/// What has come and not been shown.
#[derive(Default)]
struct Arrived {
    intake: Intake,
    /// The documents, once they are open; verdicts wait for them.
    open: Option<Known>,
    /// Verdicts that came before.
    early: Option<(Correction, Found)>,
    /// Documents that are not to be shown before their verdicts are there.
    whole: bool,
    /// Such documents, opened.
    ready: Option<(Pack, Counts)>,
}

/// Reads files, the columns of their tables taken as was chosen. `None` where the worker does not start.
pub(super) fn read(files: &[Given], choices: Vec<Choice>, tell: Tell) -> Option<Box<dyn Judging>> {
    let work = Work::new(Intake::begin(), tell, None);
    work.say();
    let paths: Vec<String> = files.iter().map(|(path, _)| path.clone()).collect();
    let (name, given) = (corpus_name(&paths), files.to_vec());
    work.reading.replace(Some(Files { name, choices, given, at: None, left: BROKEN }));
    work.read().then(|| Box::new(Own(work)) as Box<dyn Judging>)
}

/// Opens a pack that is too large to be judged between two frames. The documents are told of when their verdicts are there.
/// `None` where the worker does not start.
pub(super) fn open_pack(pack: &[u8], event: Callback<Event>) -> Option<Box<dyn Judging>> {
    let news = {
        let event = event.clone();
        move |intake: Intake| {
            if matches!(intake.stage, Stage::Failed(_)) {
                event.emit(Event::Lost);
            }
        }
    };
    let tell = Tell { news: Rc::new(news), event, keep: Rc::new(|_, _| {}) };
    let aside = files::set_aside_copy(pack);
    let work = Work::new(Intake::begin(), tell, aside);
    work.arrived.borrow_mut().whole = true;
    let started = work.with_bench(|bench, pack| bench.order(&Order::Open, pack));
    started.then(|| Box::new(Own(work)) as Box<dyn Judging>)
}

/// Opens what was kept, as a link has it. The error is a clause that says what is wrong with it.
pub(super) async fn reopen(
    goods: &Uint8Array,
    link: &str,
    tell: Tell,
) -> Result<Box<dyn Judging>, String> {
    let bytes = goods.to_vec();
    let (packed, Kept { repeats, verdicts }) = kept::open(&bytes);
    let (mut pack, counts) = unpack(packed).await?;
    pack.counts = None;
    let terms = counts.vocabulary.terms.len();
    let mut verdicts = verdicts.into_iter().filter(|one| kept::fits(one, &pack.corpus, terms));
    let (plain, corrected) = (verdicts.next().map(Rc::new), verdicts.next());
    let decided = plain.is_some();
    let mut study = Shared::new(Study::elsewhere(pack, counts, plain));
    let correction = state::open(link, &study.scope()).view.correction;
    if let Some(found) = corrected {
        study = Study::answer(&study, &correction, &Rc::new(found));
    }
    let aside = files::set_aside(&goods.subarray(0, packed.len() as u32));
    let intake = Intake { repeats, ..Intake::default() };
    let work = Work::new(intake, tell.clone(), aside);
    work.arrived.borrow_mut().open = Some(Known::of(&study));
    work.say();
    tell.event.emit(Event::Opened(study, link.to_owned().into()));
    let own = Own(work);
    if !decided {
        // Found again: what was kept of it is of another version, or damaged.
        own.judge(&Correction::default());
    }
    Ok(Box::new(own))
}

impl Work {
    fn new(intake: Intake, tell: Tell, pack: Option<Blob>) -> Rc<Self> {
        Rc::new(Self {
            bench: RefCell::default(),
            pack: RefCell::new(pack),
            asked: RefCell::new(vec![Correction::default()]),
            pending: Cell::new(false),
            reading: RefCell::default(),
            arrived: RefCell::new(Arrived { intake, ..Arrived::default() }),
            tell,
        })
    }

    /// Does something with the worker. Where there is none, or none any more, one is started, and what is done is given the
    /// documents for it. `false` where it does not start.
    fn with_bench(self: &Rc<Self>, work: impl FnOnce(&Bench, Option<Blob>)) -> bool {
        let living = self.bench.borrow().as_ref().is_some_and(Bench::is_alive);
        if !living {
            // It tells whoever listens as long as somebody does.
            let listening = Rc::downgrade(self);
            let started = Bench::start(move |report, goods| {
                if let Some(work) = listening.upgrade() {
                    work.hear(&report, goods);
                }
            });
            match started {
                Ok(started) => drop(self.bench.replace(Some(started))),
                Err(reason) => {
                    self.arrived.borrow_mut().intake.hear(&Report::Failed(reason));
                    self.say();
                    return false;
                }
            }
        }
        let pack = if living { None } else { self.pack.borrow().clone() };
        self.bench.borrow().as_ref().map(|bench| work(bench, pack)).is_some()
    }

    /// Gives the files to the worker; `false` where it does not start.
    fn read(self: &Rc<Self>) -> bool {
        let Some(files) = self.reading.borrow().clone() else { return false };
        let order = Order::Read { name: files.name, choices: files.choices };
        self.with_bench(|bench, _| bench.read(&order, &files.given))
    }

    fn order(self: &Rc<Self>, order: &Order) {
        self.with_bench(|bench, pack| bench.order(order, pack));
    }

    /// Asks about the correction that was noted last.
    fn ask(self: &Rc<Self>) {
        let order = {
            let asked = self.asked.borrow();
            let Some((correction, number)) = asked.last().zip(asked.len().checked_sub(1)) else {
                return;
            };
            let (threshold, pins) = (correction.threshold(), correction.pins.as_slice().to_vec());
            Order::Judge { number: number as u32, threshold, pins }
        };
        self.order(&order);
    }

    /// Says how far it is.
    fn say(&self) {
        let intake = self.arrived.borrow().intake.clone();
        (self.tell.news)(intake);
    }

    /// Takes up one report.
    fn hear(self: &Rc<Self>, report: &Report, goods: Option<Uint8Array>) {
        if let Report::Begun(at) = report {
            if let Some(files) = &mut *self.reading.borrow_mut() {
                files.at = Some(*at as usize);
            }
            return;
        }
        if matches!(report, Report::Failed(_)) && (self.goes_on() || self.reads_on()) {
            return;
        }
        self.arrived.borrow_mut().intake.hear(report);
        match (report, goods) {
            (Report::Pack, Some(bytes)) => {
                let work = self.clone();
                self.reading.replace(None);
                self.pack.replace(files::set_aside(&bytes));
                let copy = bytes.to_vec();
                // The browser's own copy is needed no more.
                drop(bytes);
                yew::platform::spawn_local(async move { open(&copy, &work).await });
            }
            (Report::Judged { number }, Some(bytes)) => {
                let (work, number) = (self.clone(), *number as usize);
                yew::platform::spawn_local(async move { work.found(number, &bytes).await });
            }
            (Report::ToKeep, Some(bytes)) => {
                let open = self.arrived.borrow().open.clone();
                if let Some(open) = open {
                    (self.tell.keep)(&open, bytes);
                }
            }
            _ => {}
        }
        self.say();
    }

    /// Reads an analysis and takes it up.
    async fn found(&self, number: usize, bytes: &Uint8Array) {
        let correction = self.asked.borrow().get(number).cloned();
        if number + 1 == self.asked.borrow().len() {
            self.pending.set(false);
        }
        let found = analysis(&bytes.to_vec()).await;
        if let (Some(correction), Some(found)) = (correction, found) {
            self.judged(correction, Found(Rc::new(found)));
        }
    }

    /// Takes up verdicts.
    fn judged(&self, correction: Correction, found: Found) {
        let ready = self.arrived.borrow_mut().ready.take();
        if let Some((pack, counts)) = ready {
            let study = Shared::new(Study::elsewhere(pack, counts, Some(found.0)));
            self.arrived.borrow_mut().open = Some(Known::of(&study));
            self.tell.event.emit(Event::Opened(study, AttrValue::default()));
            return;
        }
        let open = self.arrived.borrow().open.is_some();
        if open {
            self.tell.event.emit(Event::Judged(correction, found));
        } else {
            self.arrived.borrow_mut().early = Some((correction, found));
        }
    }

    /// Where the worker is gone and the documents are there: asks another one, once, and says nothing of it.
    fn goes_on(self: &Rc<Self>) -> bool {
        let gone = self.bench.borrow().as_ref().is_some_and(|bench| !bench.is_alive());
        if !gone || self.arrived.borrow().open.is_none() {
            return false;
        }
        if self.pending.replace(false) {
            let work = self.clone();
            // Not from within what the worker that is gone called.
            yew::platform::spawn_local(async move { work.ask() });
        }
        true
    }
}

impl Work {
    /// Where a file broke the worker: reads the others with another one.
    fn reads_on(self: &Rc<Self>) -> bool {
        let broken = self.bench.borrow().as_ref().is_some_and(Bench::is_broken);
        let mut reading = self.reading.borrow_mut();
        let Some(files) = reading.as_mut().filter(|files| broken && files.left > 0) else {
            return false;
        };
        let Some(at) = files.at.take().filter(|at| *at < files.given.len()) else { return false };
        let (path, _) = files.given.remove(at);
        files.left -= 1;
        {
            let mut arrived = self.arrived.borrow_mut();
            // What somebody said of tables holds, and is not asked again.
            files.choices.splice(0..0, arrived.intake.choices());
            arrived.intake = arrived.intake.without(&path);
        }
        self.say();
        let work = self.clone();
        // Not from within what the worker that broke called.
        yew::platform::spawn_local(async move {
            work.read();
        });
        true
    }
}

impl Judging for Own {
    fn judge(&self, correction: &Correction) {
        self.0.asked.borrow_mut().push(correction.clone());
        self.0.pending.set(true);
        self.0.ask();
    }

    fn choose(&self, choice: Choice) {
        self.0.arrived.borrow_mut().intake.chosen(&choice);
        self.0.say();
        self.0.order(&Order::Choose(choice));
    }

    fn keep(&self, correction: &Correction) {
        let (threshold, pins) = (correction.threshold(), correction.pins.as_slice().to_vec());
        self.0.order(&Order::Keep { threshold, pins });
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
async fn open(bytes: &[u8], work: &Work) {
    match unpack(bytes).await {
        Ok((mut pack, counts)) => {
            pack.counts = None;
            if work.arrived.borrow().whole {
                let early = {
                    let mut arrived = work.arrived.borrow_mut();
                    arrived.ready = Some((pack, counts));
                    arrived.early.take()
                };
                if let Some((correction, found)) = early {
                    work.judged(correction, found);
                }
                return;
            }
            let study = Shared::new(Study::elsewhere(pack, counts, None));
            let known = Known::of(&study);
            work.tell.event.emit(Event::Opened(study, AttrValue::default()));
            let early = {
                let mut arrived = work.arrived.borrow_mut();
                arrived.open = Some(known);
                arrived.early.take()
            };
            if let Some((correction, found)) = early {
                // After the page has the documents.
                timing::breathe().await;
                work.tell.event.emit(Event::Judged(correction, found));
            }
        }
        Err(reason) => {
            let failed = Report::Failed(format!("The documents could not be opened: {reason}."));
            work.arrived.borrow_mut().intake.hear(&failed);
            work.say();
        }
    }
}

async fn unpack(bytes: &[u8]) -> Result<(Pack, Counts), String> {
    let failed = |error: engine::pack::PackError| error.to_string();
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
