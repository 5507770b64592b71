//! The worker that reads and judges a person's own files, seen from the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Uint8Array};
use protocol::{Order, Report};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Event, MessageEvent, Worker, WorkerOptions};

use super::drop::Given;
use super::{files, timing};

/// A worker at work. It is stopped when this is dropped, whatever it is doing.
pub struct Bench {
    worker: Worker,
    /// Orders that wait until it listens; `None` once it does.
    waiting: Rc<RefCell<Option<Vec<Message>>>>,
    state: Rc<Cell<State>>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _broken: Closure<dyn FnMut(Event)>,
}

/// What comes with a report.
pub enum Goods {
    /// Bytes; they are gone once the report was heard.
    Bytes(Uint8Array),
    /// Something that the browser holds.
    Aside(Blob),
}

/// What has become of a worker.
#[derive(Clone, Copy, Eq, PartialEq)]
enum State {
    Alive,
    /// The browser took it away.
    Dead,
    /// It broke at what it was doing.
    Broken,
    /// Nobody wants to hear of it any more.
    Dismissed,
}

/// Milliseconds of handing over files before the browser may paint.
const SLICE: f64 = 12.0;

/// Files that are handed over before the clock is looked at: each takes up to a millisecond.
const SOME: usize = 8;

const BROKEN: &str =
    "Reading the files broke off: they may need more memory than there is. What was open stays.";

impl Bench {
    /// Starts a worker; `hear` is told all it reports, with what comes with it. The error is a sentence.
    pub fn start(hear: impl Fn(Report, Option<Goods>) + 'static) -> Result<Self, String> {
        let address = super::document()
            .and_then(|document| document.query_selector("meta[name=worker]").ok()?)
            .and_then(|meta| meta.get_attribute("content"))
            .ok_or("This copy of the page cannot read files: a part of it is missing.")?;
        let options = WorkerOptions::new();
        // Its name is that of the lock it holds: no two workers share one.
        let name = format!("topic-reader-{}-{}", js_sys::Date::now(), js_sys::Math::random());
        options.set_name(&name);
        let worker = Worker::new_with_options(&address, &options)
            .map_err(|_| "This browser does not let the page read files in the background.")?;
        let state = Rc::new(Cell::new(State::Alive));
        let hear: Rc<dyn Fn(Report, Option<Goods>)> = Rc::new(hear);
        let waiting = Rc::new(RefCell::new(Some(Vec::<Message>::new())));
        let ended = {
            let (state, hear) = (state.clone(), hear.clone());
            move |as_what| {
                if state.get() == State::Alive {
                    state.set(as_what);
                    hear(Report::Failed(BROKEN.to_owned()), None);
                }
            }
        };
        let heard = Closure::new({
            let (waiting, worker, ended) = (waiting.clone(), worker.clone(), ended.clone());
            let state = state.clone();
            move |event: MessageEvent| {
                let message = Array::from(&event.data());
                let Ok(bytes) = message.get(0).dyn_into::<Uint8Array>() else { return };
                let Some(report) = protocol::read::<Report>(&bytes.to_vec()) else { return };
                if report == Report::Ready {
                    let ended = ended.clone();
                    watch(&name, move || ended(State::Dead));
                    for message in waiting.take().into_iter().flatten() {
                        message.post(&worker, &state);
                    }
                }
                let goods = message.get(1);
                let bytes: Option<Uint8Array> = goods.dyn_ref().cloned();
                let with = bytes.clone().map(Goods::Bytes);
                hear(report, with.or_else(|| goods.dyn_into().ok().map(Goods::Aside)));
                bytes.iter().for_each(files::free);
            }
        });
        let broken = Closure::new(move |event: Event| {
            event.prevent_default();
            ended(State::Broken);
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
        Ok(Self { worker, waiting, state, _heard: heard, _broken: broken })
    }

    /// Whether it can be given orders.
    pub fn is_alive(&self) -> bool {
        self.state.get() == State::Alive
    }

    /// Whether what it was doing broke it.
    pub fn is_broken(&self) -> bool {
        self.state.get() == State::Broken
    }

    /// Begins with new documents, as the order says, and gives the files to read, each with its path: some at a time, so that the
    /// page answers meanwhile.
    pub fn read(&self, order: &Order, files: &[Given]) {
        self.send(Message::Order(order.clone(), None));
        self.send(Message::Files(files.to_vec()));
    }

    /// Gives an order that nothing comes with, or a pack.
    pub fn order(&self, order: &Order, pack: Option<Blob>) {
        self.send(Message::Order(order.clone(), pack));
    }

    fn send(&self, message: Message) {
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push(message),
            None => message.post(&self.worker, &self.state),
        }
    }
}

/// What is to be said to a worker.
enum Message {
    Order(Order, Option<Blob>),
    Files(Vec<Given>),
}

impl Message {
    fn post(self, worker: &Worker, state: &Rc<Cell<State>>) {
        match self {
            Self::Order(order, pack) => {
                post(worker, &order, &pack.map_or(JsValue::UNDEFINED, JsValue::from));
            }
            Self::Files(files) => {
                let (worker, state) = (worker.clone(), state.clone());
                wasm_bindgen_futures::spawn_local(hand_over(files, worker, state));
            }
        }
    }
}

/// Hands files over: reading them begins with the first.
async fn hand_over(files: Vec<Given>, worker: Worker, state: Rc<Cell<State>>) {
    let mut since = timing::now();
    let mut left = files.len();
    // Where there are none, that is what is to be said.
    let none = files.is_empty().then_some(files.as_slice());
    for some in files.chunks(SOME).chain(none) {
        let pairs: Array =
            some.iter().map(|(path, file)| Array::of2(&JsValue::from_str(path), file)).collect();
        left -= some.len();
        post(&worker, &Order::Take { last: left == 0 }, &pairs);
        if timing::now() - since > SLICE {
            timing::breathe().await;
            since = timing::now();
        }
        if state.get() != State::Alive {
            return;
        }
    }
}

fn post(worker: &Worker, order: &Order, goods: &JsValue) {
    let Some(bytes) = protocol::write(order) else { return };
    let _ = worker.post_message(&Array::of2(&Uint8Array::from(bytes.as_slice()), goods));
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.state.set(State::Dismissed);
        self.worker.terminate();
    }
}

/// Calls back when a worker is gone: a browser that takes one away, as for want of memory, tells nobody, but the lock it held is
/// free then. Without locks, on a page that did not come over HTTPS, nothing is noticed.
fn watch(name: &str, gone: impl FnOnce() + 'static) {
    let get = |of: JsValue, name: &str| js_sys::Reflect::get(&of, &name.into()).unwrap_or_default();
    let Some(window) = super::window() else { return };
    let locks = get(window.navigator().into(), "locks");
    if locks.is_object()
        && let Ok(request) = get(locks.clone(), "request").dyn_into::<Function>()
    {
        let _ = request.call2(&locks, &name.into(), &Closure::once_into_js(gone));
    }
}
