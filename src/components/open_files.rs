//! The dialog of a person's own files. What is in it arrives later.

use yew::prelude::*;

use super::files_inside::Props;
use super::later::{Later, What};
use super::part;
use crate::browser::dialog;

/// The dialog.
pub(super) const ID: &str = "open-files";

/// Its heading, which takes the focus where a button in it goes away.
pub(super) const TITLE: &str = "open-files-title";

/// Opens it.
pub(super) fn open() {
    part::ask();
    dialog::open(ID);
}

/// Closes it.
pub(super) fn close() {
    dialog::close(ID);
}

/// The dialog, closed until [`open`].
pub(super) fn open_files(inside: Props) -> Html {
    html! {
        <dialog class="help open-files" id={ID} aria-labelledby={TITLE}>
            <div class="help__inside">
                <div class="help__head">
                    <h2 class="help__title" id={TITLE} tabindex="-1">{ "Open files" }</h2>
                    <button type="button" class="button" onclick={|_: MouseEvent| close()}>{ "Close" }</button>
                </div>
                <Later what={What::Files(inside)} />
            </div>
        </dialog>
    }
}
