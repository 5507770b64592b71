//! Controls that the views of a term share.

use yew::prelude::*;

use crate::state::Action;

/// One of a few things to choose, as buttons in a row: what each is called, whether it is chosen, what choosing it does.
pub(super) fn choice(
    name: &'static str,
    options: &[(&'static str, bool, Action)],
    dispatch: &Callback<Action>,
) -> Html {
    let one = |(label, chosen, action): &(&'static str, bool, Action)| {
        let (dispatch, action) = (dispatch.clone(), action.clone());
        let onclick = move |_: MouseEvent| dispatch.emit(action.clone());
        html! {
            <button
                key={*label}
                type="button"
                class="choice__one"
                aria-pressed={chosen.to_string()}
                {onclick}
            >
                { *label }
            </button>
        }
    };
    html! {
        <div class="choice" role="group" aria-label={name}>
            for option in options {
                { one(option) }
            }
        </div>
    }
}

/// A whole number from 1 to `most`. What is no number leaves it as it is.
pub(super) fn number(name: &'static str, now: u8, most: u8, set: Callback<u8>) -> Html {
    let onchange = move |event: Event| {
        let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() else { return };
        let typed = input.value().trim().parse::<u32>();
        let next = typed.map_or(now, |number| number.clamp(1, u32::from(most)) as u8);
        // Where the number stays, nothing is drawn again: the field is put right by hand.
        input.set_value(&next.to_string());
        if next != now {
            set.emit(next);
        }
    };
    html! {
        <label class="field">
            <span class="field__name">{ name }</span>
            <input
                class="field__input field__input--number"
                type="number"
                inputmode="numeric"
                min="1"
                max={most.to_string()}
                value={now.to_string()}
                {onchange}
            />
        </label>
    }
}

/// Something that is so or is not.
pub(super) fn check(
    name: &'static str,
    checked: bool,
    flipped: Action,
    dispatch: &Callback<Action>,
) -> Html {
    let dispatch = dispatch.clone();
    let onchange = move |_: Event| dispatch.emit(flipped.clone());
    html! {
        <label class="check">
            <input type="checkbox" {checked} {onchange} />
            { " " }
            { name }
        </label>
    }
}
