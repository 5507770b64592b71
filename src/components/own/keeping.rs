//! Whether a person's own documents that are shown are kept on the device: those that are not, nobody else has.

use std::cell::Cell;

use crate::browser::leaving;

thread_local! {
    /// The fingerprint of a person's own documents that are shown, and whether they are kept as they are looked at.
    static SHOWN: Cell<Option<(u64, bool)>> = const { Cell::new(None) };
}

/// Documents of a person's own are shown now.
pub(in crate::components) fn show(fingerprint: u64, kept: bool) {
    SHOWN.set(Some((fingerprint, kept)));
    leaving::ask(!kept);
}

/// None are any more.
pub(in crate::components) fn leave() {
    SHOWN.set(None);
    leaving::ask(false);
}

/// Documents are kept from now on, or no more. Those that are shown may be others.
pub(in crate::components) fn note(is_one: impl FnOnce(u64) -> bool, kept: bool) {
    if let Some((fingerprint, _)) = SHOWN.get().filter(|(shown, _)| is_one(*shown)) {
        show(fingerprint, kept);
    }
}

/// Whether these are shown, and kept.
pub(in crate::components) fn is_kept(fingerprint: u64) -> bool {
    SHOWN.get() == Some((fingerprint, true))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_others_changes_nothing() {
        note(|_| true, true);
        assert!(!is_kept(1), "nothing is shown");
        show(1, false);
        note(|one| one == 2, true);
        assert!(!is_kept(1));
        note(|one| one == 1, true);
        assert!(is_kept(1) && !is_kept(2));
        show(1, false);
        assert!(!is_kept(1), "read from its files again");
        show(1, true);
        leave();
        assert!(!is_kept(1));
    }
}
