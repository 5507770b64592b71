//! What a person has this device keep: an IndexedDB, since every browser has one, it keeps bytes without copying them through
//! the page, and what is written in one go is there whole or not at all. (Files of one's own, OPFS, have none of the last
//! and are missing in some browsers' private windows.)
//!
//! Two stores under one key a corpus: what the list says, and the bytes, which the list need not read.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

use crate::format;

const NAME: &str = "topic-explorer";
/// What the list says.
const LIST: &str = "list";
/// The bytes.
const GOODS: &str = "goods";

/// Why nothing came of something: a sentence.
pub type Fault = String;

/// Everything that is kept: keys, each with what the list says of it.
pub async fn list() -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let (base, work) = begin(&[LIST], IdbTransactionMode::Readonly).await?;
    let store = work.object_store(LIST).map_err(fault)?;
    let (keys, values) = (store.get_all_keys().map_err(fault)?, store.get_all().map_err(fault)?);
    end(base, &work).await?;
    let all = |request: &IdbRequest| Array::from(&request.result().unwrap_or_default());
    let (keys, values) = (all(&keys), all(&values));
    // What is not ours is no bytes: it is listed as damaged.
    Ok(keys
        .iter()
        .zip(values.iter())
        .map(|(key, value)| (key.as_string().unwrap_or_default(), bytes(&value)))
        .collect())
}

/// What the list says of one, if it is kept.
pub async fn entry(key: &str) -> Result<Option<Vec<u8>>, Fault> {
    Ok(get(LIST, key).await?.map(|found| bytes(&found)))
}

/// The bytes of one, if it is kept.
pub async fn goods(key: &str) -> Result<Option<Uint8Array>, Fault> {
    Ok(get(GOODS, key).await?.and_then(|found| found.dyn_into().ok()))
}

async fn get(store: &str, key: &str) -> Result<Option<JsValue>, Fault> {
    let (base, work) = begin(&[store], IdbTransactionMode::Readonly).await?;
    let request = work.object_store(store).and_then(|it| it.get(&key.into())).map_err(fault)?;
    end(base, &work).await?;
    Ok(request.result().ok().filter(|found| !found.is_undefined()))
}

/// Keeps one, in place of what had its key.
pub async fn keep(key: &str, entry: &[u8], goods: &Uint8Array) -> Result<(), Fault> {
    // So that the browser does not clear it away when it needs room. It may say no.
    let asked = super::window().and_then(|window| window.navigator().storage().persist().ok());
    if let Some(asked) = asked {
        let _ = JsFuture::from(asked).await;
    }
    match put(key, entry, goods).await {
        Err(reason) if reason == FULL => Err(full(u64::from(goods.byte_length())).await),
        other => other,
    }
}

async fn put(key: &str, entry: &[u8], goods: &Uint8Array) -> Result<(), Fault> {
    let (base, work) = begin(&[LIST, GOODS], IdbTransactionMode::Readwrite).await?;
    let put = |store: &str, value: &JsValue| {
        work.object_store(store)?.put_with_key(value, &key.into()).map(drop)
    };
    let asked = put(GOODS, goods).and_then(|()| put(LIST, &Uint8Array::from(entry)));
    if let Err(error) = asked {
        // Neither without the other.
        let _ = work.abort();
        base.close();
        return Err(fault(error));
    }
    end(base, &work).await
}

/// Says something else of one in the list.
pub async fn say(key: &str, entry: &[u8]) -> Result<(), Fault> {
    let (base, work) = begin(&[LIST], IdbTransactionMode::Readwrite).await?;
    let store = work.object_store(LIST).map_err(fault)?;
    store.put_with_key(&Uint8Array::from(entry), &key.into()).map_err(fault)?;
    end(base, &work).await
}

/// Forgets one.
pub async fn forget(key: &str) -> Result<(), Fault> {
    let (base, work) = begin(&[LIST, GOODS], IdbTransactionMode::Readwrite).await?;
    let delete = |store: &str| -> Result<IdbRequest, JsValue> {
        work.object_store(store)?.delete(&key.into())
    };
    delete(LIST).and_then(|_| delete(GOODS)).map_err(fault)?;
    end(base, &work).await
}

fn bytes(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

/// Opens the database and begins to work on some of its stores.
async fn begin(
    stores: &[&str],
    mode: IdbTransactionMode,
) -> Result<(IdbDatabase, IdbTransaction), Fault> {
    let base = open().await.map_err(fault)?;
    let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    let work = base.transaction_with_str_sequence_and_mode(&names, mode).map_err(fault)?;
    Ok((base, work))
}

async fn open() -> Result<IdbDatabase, JsValue> {
    let window = super::window().ok_or(JsValue::NULL)?;
    let factory = window.indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(NAME, 1)?;
    let upgrade = Closure::<dyn FnMut()>::new({
        let request = request.clone();
        move || {
            let base = request.result().ok().and_then(|it| it.dyn_into::<IdbDatabase>().ok());
            for store in [LIST, GOODS] {
                let _: Option<IdbObjectStore> =
                    base.as_ref().and_then(|base| base.create_object_store(store).ok());
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = super::promised(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
        request.set_onblocked(Some(reject));
    });
    opened.await.map_err(|_| reason(request.error()))?;
    request.result()?.dyn_into()
}

/// Waits until some work is done, whole or not at all, and lets go of the database: another tab may want to delete it.
async fn end(base: IdbDatabase, work: &IdbTransaction) -> Result<(), Fault> {
    let done = super::promised(|resolve, reject| {
        work.set_oncomplete(Some(resolve));
        work.set_onabort(Some(reject));
    });
    let done = done.await;
    base.close();
    done.map(drop).map_err(|_| fault(work.error().map_or(JsValue::NULL, JsValue::from)))
}

fn reason(error: Result<Option<DomException>, JsValue>) -> JsValue {
    error.ok().flatten().map_or(JsValue::NULL, JsValue::from)
}

const FULL: &str =
    "There is no room left for it on this device, as far as the browser lets the page use it.";

/// The same with how much room it needs and how much there is.
async fn full(size: u64) -> Fault {
    let asked = super::window().and_then(|window| window.navigator().storage().estimate().ok());
    let Some(asked) = asked else { return FULL.to_owned() };
    let found = JsFuture::from(asked).await.unwrap_or_default();
    let number = |name: &str| Reflect::get(&found, &name.into()).ok().and_then(|it| it.as_f64());
    match (number("quota"), number("usage")) {
        (Some(quota), Some(usage)) => format!(
            "{FULL} It needs {}, and {} are left.",
            format::bytes(size),
            format::bytes((quota - usage).max(0.0) as u64)
        ),
        _ => FULL.to_owned(),
    }
}

/// An exception as a sentence.
fn fault(error: JsValue) -> Fault {
    let named = error.dyn_ref::<DomException>().map(|error| (error.name(), error.message()));
    let named = named.or_else(|| {
        let error = error.dyn_ref::<js_sys::Error>()?;
        Some((String::from(error.name()), String::from(error.message())))
    });
    match named {
        Some((name, _)) if name == "QuotaExceededError" => FULL.to_owned(),
        Some((name, message)) if message.is_empty() => format!("{BLOCKED} ({name})"),
        Some((name, message)) => format!("{BLOCKED} ({name}: {message})"),
        None => BLOCKED.to_owned(),
    }
}

const BLOCKED: &str = "This browser does not let the page keep anything here: it may be a private window, or storage is switched off.";
