//! The worker's side of the messages: the only place that knows it is one.

use std::cell::{Cell, RefCell};

use engine::pack::{Opening, Pack, PackError};
use js_sys::{Array, Function, Uint8Array};
use protocol::{Order, Phase, Report};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageChannel, MessageEvent, MessagePort,
};

thread_local! {
    /// When progress was told last, in milliseconds.
    static TOLD: Cell<f64> = const { Cell::new(0.0) };
    /// Where bytes go that nobody needs any more.
    static NOWHERE: Option<MessagePort> = nowhere();
}

/// Milliseconds between two tellings of progress: as often as a person can see.
const OFTEN: f64 = 80.0;

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Says that the worker waits for orders: once it holds the lock of its name, by which the page knows that it lives.
pub(crate) fn ready() {
    let ready = || tell(&Report::Ready);
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).unwrap_or_default();
    let global = JsValue::from(js_sys::global());
    let locks = get(&get(&global, "navigator"), "locks");
    let Some(name) = get(&global, "name").as_string().filter(|_| locks.is_object()) else {
        return ready();
    };
    let Ok(request) = get(&locks, "request").dyn_into::<Function>() else { return ready() };
    let held = Closure::once_into_js(move || -> JsValue {
        ready();
        // As long as the worker lives.
        js_sys::Promise::new(&mut |_, _| {}).into()
    });
    let _ = request.call2(&locks, &name.into(), &held);
}

/// Calls back with every order and what comes with it.
pub(crate) fn listen(obey: impl FnMut(Order, JsValue) + 'static) {
    let obey = RefCell::new(obey);
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let message = Array::from(&event.data());
        let bytes = message.get(0).dyn_into::<Uint8Array>();
        let order = bytes.ok().and_then(|bytes| protocol::read(&bytes.to_vec()));
        if let Some(order) = order {
            (obey.borrow_mut())(order, message.get(1));
        }
    });
    if let Some(scope) = scope() {
        scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        // As long as the worker lives.
        heard.forget();
    }
}

/// Tells something.
pub(crate) fn tell(report: &Report) {
    let Some(bytes) = protocol::write(report) else { return };
    let message = Array::of1(&Uint8Array::from(bytes.as_slice()));
    if let Some(scope) = scope() {
        let _ = scope.post_message(&message);
    }
}

/// Tells something and gives bytes with it. They change hands: nothing is copied on the way.
pub(crate) fn give(report: &Report, goods: &[u8]) {
    let Some(bytes) = protocol::write(report) else { return };
    let goods = Uint8Array::from(goods);
    let message = Array::of2(&Uint8Array::from(bytes.as_slice()), &goods);
    if let Some(scope) = scope() {
        let _ = scope.post_message_with_transfer(&message, &Array::of1(&goods.buffer()));
    }
}

/// Puts bytes into the browser's hands, which has more room than there is here; `None` where it has not.
pub(crate) fn aside(bytes: &[u8]) -> Option<Blob> {
    let bytes = Uint8Array::from(bytes);
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&bytes)).ok();
    free(&bytes);
    blob
}

/// Tells something and gives something that was put aside with it: the browser goes on holding it.
pub(crate) fn give_aside(report: &Report, aside: &Blob) {
    let Some(bytes) = protocol::write(report) else { return };
    let message = Array::of2(&Uint8Array::from(bytes.as_slice()), aside);
    if let Some(scope) = scope() {
        let _ = scope.post_message(&message);
    }
}

/// Gives back the memory of bytes of the browser's that nobody needs any more. It would find out, but late, and there can be many;
/// and of bytes that went through a file or a blob it keeps a hold of its own, which only sending them away ends.
pub(crate) fn free(bytes: &Uint8Array) {
    let buffer = Array::of1(&bytes.buffer());
    let send = |port: &MessagePort| port.post_message_with_transferable(&JsValue::NULL, &buffer);
    // Where they stay, they stay until the browser finds out.
    let _ = NOWHERE.with(|port| port.as_ref().map(send));
}

/// An end of a channel that is closed at the other.
fn nowhere() -> Option<MessagePort> {
    let channel = MessageChannel::new().ok()?;
    channel.port2().close();
    Some(channel.port1())
}

/// Tells how many bytes are read, not more often than can be seen; 0 of how many where nobody knows.
pub(crate) fn progress_read(done: u64, total: u64) {
    let now = js_sys::Date::now();
    if (done < total || total == 0) && now - TOLD.get() < OFTEN {
        return;
    }
    TOLD.set(now);
    tell(&Report::Progress { phase: Phase::Read, done, total });
}

/// Tells how many documents are counted.
pub(crate) fn progress_count(done: u64, total: u64) {
    tell(&Report::Progress { phase: Phase::Count, done, total });
}

/// Tells that judging has begun.
pub(crate) fn progress_separate() {
    tell(&Report::Progress { phase: Phase::Separate, done: 0, total: 0 });
}

/// The pack that may come with an order. It is read a piece at a time, so that never all of it stands beside what it becomes.
pub(crate) fn pack(goods: &JsValue) -> Option<Result<Pack, PackError>> {
    let blob = goods.dyn_ref::<Blob>()?;
    let read = |from: usize, to: usize| {
        let part = blob.slice_with_f64_and_f64(from as f64, to as f64).ok();
        let reader = FileReaderSync::new().ok();
        let buffer =
            part.zip(reader).and_then(|(part, from)| from.read_as_array_buffer(&part).ok());
        let bytes = buffer.map(|buffer| Uint8Array::new(&buffer)).ok_or(PackError::Damaged)?;
        let copy = bytes.to_vec();
        free(&bytes);
        Ok(copy)
    };
    let open = || {
        let mut opening = Opening::default();
        let (mut at, mut look) = (0, read(0, Opening::LOOK)?);
        loop {
            let length = opening.next_length(&look)?;
            // With the beginning of the one behind it.
            let mut piece = read(at, at + length + Opening::LOOK)?;
            look = piece.split_off(length.min(piece.len()));
            opening.take(&piece)?;
            at += length;
            if look.is_empty() {
                return opening.finish();
            }
        }
    };
    Some(open())
}
