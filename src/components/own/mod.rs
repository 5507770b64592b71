//! Documents that a worker judges, from the files, from what is kept or from the pack to the study and its verdicts: what the page
//! asks of the worker, and in which order it hears back.

mod coming;
mod explaining;
pub(super) mod keeping;
mod slot;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use engine::separate::Analysis;
use js_sys::Uint8Array;
use protocol::kept::{self, Kept};
use protocol::{Arriving, Choice, Order, Report};
use web_sys::Blob;
use yew::{AttrValue, Callback};

use self::coming::{Come, Coming};
use self::explaining::Explaining;
pub(super) use self::slot::{Event, Judging, Known, Slot, Tell};

use super::part;
use crate::browser::drop::Given;
use crate::browser::worker::{Bench, Goods};
use crate::browser::{files, timing};
use crate::files::{Intake, Stage, corpus_name};
use crate::shared::Shared;
use crate::state::{self, Correction, Found};
use crate::study::Study;

/// Files that may break what reads before nothing is tried any more.
const BROKEN: usize = 8;

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
    explaining: Explaining,
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
    /// The documents, until all pieces of their pack have come.
    coming: Coming,
    /// Their verdicts, until all of them have come.
    verdicts: Arriving,
    /// The documents, once they are open; verdicts wait for them.
    open: Option<Known>,
    /// Verdicts that came before.
    early: Option<(Correction, Found)>,
    /// Documents that are not to be shown before their verdicts are there.
    whole: bool,
    /// Such documents, opened.
    ready: Option<Come>,
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

/// Opens what was kept, as a link has it; `then` is the link it was kept with. The error is a clause that says what is wrong with it.
pub(super) async fn reopen(
    goods: &Uint8Array,
    then: &str,
    link: &str,
    tell: Tell,
) -> Result<Box<dyn Judging>, String> {
    let length = goods.length();
    let end = goods.subarray(length.saturating_sub(kept::END as u32), length).to_vec();
    let packed = length - kept::behind(&end, length as usize) as u32;
    let Kept { repeats, verdicts } = kept::found(&goods.subarray(packed, length).to_vec());
    let packed = goods.subarray(0, packed);
    let come = coming::unpack(&packed).await?;
    let (corpus, terms) = (&come.0.corpus, come.1.vocabulary.terms.len());
    let mut verdicts = verdicts.into_iter().filter(|one| kept::fits(one, corpus, terms));
    let (plain, corrected) = (verdicts.next().map(Rc::new), verdicts.next());
    let decided = plain.is_some();
    let aside = files::set_aside(&packed);
    let intake = Intake { repeats, ..Intake::default() };
    let work = Work::new(intake, tell.clone(), aside);
    let mut study = work.study(come, plain);
    let correction = state::open(then, &study.scope()).view.correction;
    if let Some(found) = corrected {
        study = Study::answer(&study, &correction, &Rc::new(found));
    }
    work.arrived.borrow_mut().open = Some(Known::of(&study));
    work.say();
    keeping::show(study.fingerprint, true);
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
            explaining: Explaining::default(),
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
            self.arrived.borrow_mut().verdicts = Arriving::default();
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
        let order = Order::Begin { name: files.name, choices: files.choices };
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

    /// Documents that are judged here, and explained.
    fn study(
        self: &Rc<Self>,
        (pack, counts, gathered): Come,
        found: Option<Rc<Analysis>>,
    ) -> Shared<Study> {
        let study = Study::elsewhere(pack, counts, gathered, found);
        let work = Rc::downgrade(self);
        study.explain_with(Rc::new(move |correction, section, answer| {
            // Whoever looks at documents may have gone on to others.
            let Some(work) = work.upgrade() else { return answer(None) };
            let number = work.explaining.note(correction, section, answer);
            work.explain(number);
        }));
        Shared::new(study)
    }

    /// Asks for a reason.
    fn explain(self: &Rc<Self>, number: usize) {
        let Some(order) = self.explaining.order(number) else { return };
        if !self.with_bench(|bench, pack| bench.order(&order, pack)) {
            self.explaining.answer(number, None);
        }
    }

    /// Says how far it is.
    fn say(&self) {
        let intake = self.arrived.borrow().intake.clone();
        (self.tell.news)(intake);
    }

    /// Takes up one report.
    fn hear(self: &Rc<Self>, report: &Report, goods: Option<Goods>) {
        if let Report::Begun(at) = report {
            if let Some(files) = &mut *self.reading.borrow_mut() {
                files.at = Some(*at as usize);
            }
            return;
        }
        if matches!(report, Report::Failed(_)) {
            if self.goes_on() || self.reads_on() {
                return;
            }
            if self.explaining.lose() {
                part::come();
            }
        }
        self.arrived.borrow_mut().intake.hear(report);
        match (report, goods) {
            (Report::Pack, Some(Goods::Aside(piece))) => {
                self.reading.replace(None);
                self.come(piece);
                // How far it is was told before.
                return;
            }
            (Report::Sections { all }, Some(Goods::Bytes(some))) => {
                self.arrived.borrow_mut().verdicts.take(&some.to_vec(), *all as usize);
                return;
            }
            (Report::Judged { number }, Some(Goods::Bytes(topics))) => {
                let verdicts = std::mem::take(&mut self.arrived.borrow_mut().verdicts);
                self.found(*number as usize, verdicts.finish(&topics.to_vec()));
            }
            (Report::Explained { number }, Some(Goods::Bytes(reason))) => {
                // It may be of a worker of another version.
                let reason = protocol::read(&reason.to_vec()).flatten();
                if self.explaining.answer(*number as usize, reason) {
                    part::come();
                }
                return;
            }
            (Report::ToKeep, Some(Goods::Bytes(found))) => {
                let open = self.arrived.borrow().open.clone();
                if let Some(open) = open {
                    let pack = self.pack.borrow();
                    let aside = files::set_aside(&found);
                    let goods = pack.as_ref().zip(aside);
                    let goods = goods.and_then(|(pack, found)| files::together([pack, &found]));
                    (self.tell.keep)(&open, goods);
                }
            }
            _ => {}
        }
        self.say();
    }

    /// Takes up a piece of the documents that has come.
    fn come(self: &Rc<Self>, piece: Blob) {
        // Their verdicts: should the worker go before it has told them, another one is asked.
        self.pending.set(true);
        if self.arrived.borrow_mut().coming.note(piece) {
            yew::platform::spawn_local(take(Rc::downgrade(self)));
        }
    }

    /// Takes a piece of the documents, its bytes read.
    fn take(self: &Rc<Self>, piece: Blob, bytes: Option<&Uint8Array>) {
        let taken = self.arrived.borrow_mut().coming.take(piece, bytes);
        let come = match taken {
            Ok(true) => return,
            Ok(false) => std::mem::take(&mut self.arrived.borrow_mut().coming).finish(),
            Err(reason) => Err(reason),
        };
        match come {
            Ok((come, aside)) => {
                self.pack.replace(aside);
                yew::platform::spawn_local(open(Rc::downgrade(self), come));
            }
            Err(reason) => {
                let failed =
                    Report::Failed(format!("The documents could not be opened: {reason}."));
                {
                    let mut arrived = self.arrived.borrow_mut();
                    arrived.coming = Coming::default();
                    arrived.intake.hear(&failed);
                }
                self.say();
            }
        }
    }

    /// Takes up documents that are not to be shown before their verdicts are there.
    fn whole(self: &Rc<Self>, come: Come) {
        let early = {
            let mut arrived = self.arrived.borrow_mut();
            arrived.ready = Some(come);
            arrived.early.take()
        };
        if let Some((correction, found)) = early {
            self.judged(correction, found);
        }
    }

    /// Takes up the answer to one of the orders.
    fn found(self: &Rc<Self>, number: usize, found: Option<Analysis>) {
        let correction = self.asked.borrow().get(number).cloned();
        if number + 1 == self.asked.borrow().len() {
            self.pending.set(false);
        }
        if let (Some(correction), Some(found)) = (correction, found) {
            self.judged(correction, Found(Rc::new(found)));
        }
    }

    /// Takes up verdicts.
    fn judged(self: &Rc<Self>, correction: Correction, found: Found) {
        let ready = self.arrived.borrow_mut().ready.take();
        if let Some(come) = ready {
            let study = self.study(come, Some(found.0));
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
        let pending = self.pending.replace(false);
        let open = self.explaining.open();
        let work = self.clone();
        // Not from within what the worker that is gone called.
        yew::platform::spawn_local(async move {
            if pending {
                work.ask();
            }
            open.into_iter().for_each(|number| work.explain(number));
            // Of some nobody may know any more.
            part::come();
        });
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
            arrived.coming = Coming::default();
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
        let repeats = self.0.arrived.borrow().intake.repeats.clone();
        self.0.order(&Order::Keep { repeats, threshold, pins });
    }
}

/// Takes the pieces of documents that have come, one after the other, as long as anybody wants them.
async fn take(work: Weak<Work>) {
    loop {
        let next = work.upgrade().and_then(|work| work.arrived.borrow_mut().coming.next());
        let Some(piece) = next else { return };
        let bytes = files::bytes(&piece).await;
        if let Some(work) = work.upgrade() {
            work.take(piece, bytes.as_ref());
        }
        bytes.iter().for_each(files::free);
    }
}

/// Shows documents, as long as anybody wants them: reading, preparing and drawing them are tasks of their own.
async fn open(work: Weak<Work>, come: Come) {
    timing::breathe().await;
    let Some(wanted) = work.upgrade() else { return };
    if wanted.arrived.borrow().whole {
        return wanted.whole(come);
    }
    let study = wanted.study(come, None);
    drop(wanted);
    let known = Known::of(&study);
    timing::breathe().await;
    let Some(work) = work.upgrade() else { return };
    keeping::show(known.fingerprint, false);
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
