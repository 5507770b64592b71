//! The dialog of the help. What it says arrives later.

use yew::prelude::*;

use super::help_text::Props;
use super::later::{Later, What};
use super::part;
use crate::browser::dialog;
use crate::shared::Shared;
use crate::state::Action;
use crate::study::Study;

/// The dialog.
pub(super) const ID: &str = "help";

/// Opens it.
pub(super) fn open() {
    part::ask();
    dialog::open(ID);
}

/// The dialog, closed until [`open`].
pub(super) fn help(study: &Shared<Study>, dispatch: &Callback<Action>) -> Html {
    let close = |_: MouseEvent| dialog::close(ID);
    // A press beside the dialog lands on the dialog itself, since its content fills it.
    let onclick = |event: MouseEvent| {
        let target = event.target_dyn_into::<web_sys::Element>();
        if target.is_some_and(|target| target.id() == ID) {
            dialog::close(ID);
        }
    };
    let what = What::Help(Props { study: study.clone(), dispatch: dispatch.clone() });
    html! {
        <dialog class="help" id={ID} aria-labelledby="help-title" {onclick}>
            <div class="help__inside">
                <div class="help__head">
                    <h2 class="help__title" id="help-title">{ "Help" }</h2>
                    <button type="button" class="button" onclick={close}>{ "Close" }</button>
                </div>
                <Later {what} />
            </div>
        </dialog>
    }
}
