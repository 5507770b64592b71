//! The worker that reads and judges a person's own files, seen from the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use protocol::{Order, Report};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, File, MessageEvent, Worker};

/// A worker at work. It is stopped when this is dropped, whatever it is doing.
pub struct Bench {
    worker: Worker,
    /// Orders that wait until it listens; `None` once it does.
    waiting: Rc<RefCell<Option<Vec<Array>>>>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _broken: Closure<dyn FnMut(Event)>,
}

impl Bench {
    /// Starts a worker; `hear` is told all it reports, with the bytes that come with it. The error is a sentence.
    pub fn start(hear: impl Fn(Report, Option<Uint8Array>) + 'static) -> Result<Self, String> {
        let address = super::document()
            .and_then(|document| document.query_selector("meta[name=worker]").ok()?)
            .and_then(|meta| meta.get_attribute("content"))
            .ok_or("This copy of the page cannot read files: a part of it is missing.")?;
        let worker = Worker::new(&address)
            .map_err(|_| "This browser does not let the page read files in the background.")?;
        let hear = Rc::new(hear);
        let waiting = Rc::new(RefCell::new(Some(Vec::<Array>::new())));
        let heard = Closure::new({
            let (hear, waiting, worker) = (hear.clone(), waiting.clone(), worker.clone());
            move |event: MessageEvent| {
                let message = Array::from(&event.data());
                let Ok(bytes) = message.get(0).dyn_into::<Uint8Array>() else { return };
                let Some(report) = protocol::read::<Report>(&bytes.to_vec()) else { return };
                if report == Report::Ready {
                    for order in waiting.take().into_iter().flatten() {
                        let _ = worker.post_message(&order);
                    }
                }
                hear(report, message.get(1).dyn_into().ok());
            }
        });
        let broken = Closure::new(move |event: Event| {
            event.prevent_default();
            let reason = "Reading the files broke off: they may need more memory than there is. What was open stays.";
            hear(Report::Failed(reason.to_owned()), None);
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
        Ok(Self { worker, waiting, _heard: heard, _broken: broken })
    }

    /// Gives files to read, each with its path.
    pub fn read(&self, order: &Order, files: &[(String, File)]) {
        let pairs: Array =
            files.iter().map(|(path, file)| Array::of2(&JsValue::from_str(path), file)).collect();
        self.send(order, &pairs);
    }

    /// Gives an order that nothing comes with, or bytes.
    pub fn order(&self, order: &Order, bytes: Option<&[u8]>) {
        let goods = bytes.map_or(JsValue::UNDEFINED, |bytes| Uint8Array::from(bytes).into());
        self.send(order, &goods);
    }

    fn send(&self, order: &Order, goods: &JsValue) {
        let Some(bytes) = protocol::write(order) else { return };
        let message = Array::of2(&Uint8Array::from(bytes.as_slice()), goods);
        match &mut *self.waiting.borrow_mut() {
            Some(waiting) => waiting.push(message),
            None => {
                let _ = self.worker.post_message(&message);
            }
        }
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
