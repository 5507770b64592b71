//! How much text there is room for.

use js_sys::Reflect;

/// Bytes of text for each byte of a device's memory: a page takes up to sixteen times the text, and is one of many.
const SHARE: f64 = 1.0 / 32.0;

/// Bytes of text for which a module's memory, of which there are four gigabytes at the most, is enough: it takes some eight
/// times the text.
const MOST: f64 = 4e8;

/// Gigabytes of memory of a device that does not say.
const USUAL: f64 = 8.0;

/// Bytes of text for which there is room on this device.
pub(crate) fn room() -> u64 {
    let get = |of, name: &str| Reflect::get(&of, &name.into()).unwrap_or_default();
    let memory = get(get(js_sys::global().into(), "navigator"), "deviceMemory").as_f64();
    beside(memory)
}

/// The same of a device with so many gigabytes of memory, as browsers tell them: rounded, and never the whole truth of a large
/// one.
fn beside(memory: Option<f64>) -> u64 {
    let memory = memory.filter(|known| *known > 0.0).unwrap_or(USUAL);
    (memory * 1e9 * SHARE).min(MOST) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_for_a_share_of_the_memory_and_never_for_more_than_a_module_holds() {
        assert_eq!(beside(Some(8.0)), 250_000_000);
        assert_eq!(beside(Some(0.5)), 15_625_000);
        assert_eq!(beside(Some(64.0)), 400_000_000);
        assert_eq!(beside(None), beside(Some(8.0)));
        assert_eq!(beside(Some(0.0)), beside(None), "nobody has none");
    }
}
