//! Light, dark, or as the system has it.

use yew::prelude::*;

use crate::browser::theme::{self, Theme};

/// Three choices, of which one holds.
#[component]
pub(super) fn ThemeSwitch() -> Html {
    let chosen = use_state_eq(theme::stored);
    let choose = {
        let setter = chosen.setter();
        use_callback((), move |choice: Theme, ()| {
            theme::store(choice);
            theme::apply(choice);
            setter.set(choice);
        })
    };
    html! {
        <fieldset class="theme">
            <legend class="visually-hidden">{ "Colours" }</legend>
            for choice in Theme::ALL {
                <label class="theme__choice" key={choice.key()} data-tip={title(choice)}>
                    <input
                        class="theme__input"
                        type="radio"
                        name="theme"
                        checked={*chosen == choice}
                        onchange={choose.reform(move |_| choice)}
                    />
                    <span class="theme__face">{ icon(choice) }</span>
                    <span class="visually-hidden">{ title(choice) }</span>
                </label>
            }
        </fieldset>
    }
}

fn title(choice: Theme) -> &'static str {
    match choice {
        Theme::System => "As the system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

fn icon(choice: Theme) -> Html {
    let shape = match choice {
        Theme::System => html! {
            <>
                <circle cx="8" cy="8" r="5.5" class="icon__line" />
                <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" class="icon__fill" />
            </>
        },
        Theme::Light => html! {
            <>
                <circle cx="8" cy="8" r="3" class="icon__line" />
                <path
                    d="M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5L13 13M13 3l-1.5 1.5M4.5 11.5L3 13"
                    class="icon__line"
                />
            </>
        },
        Theme::Dark => html! {
            <path d="M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6z" class="icon__line" />
        },
    };
    html! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            { shape }
        </svg>
    }
}
