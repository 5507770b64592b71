//! What can be asked of the terms table, and the stop list as edited.

use yew::prelude::*;

use crate::browser::place;
use crate::format::counted;
use crate::state::{Action, Stop, Stops, ViewState};

/// What it shows.
pub(super) struct Props<'a> {
    pub(super) find: &'a AttrValue,
    pub(super) common: bool,
    pub(super) words: u8,
    pub(super) stops: &'a Stops,
    /// Rows that fit.
    pub(super) total: usize,
    pub(super) dispatch: &'a Callback<Action>,
}

/// Words or phrases, the filter, the common words, the number of rows, and the stop list.
pub(super) fn terms_tools(props: &Props<'_>) -> Html {
    let oninput = props.dispatch.reform(|event: InputEvent| {
        let input = event.target_dyn_into::<web_sys::HtmlInputElement>();
        Action::Find(input.map_or_else(String::new, |input| input.value()))
    });
    let (one, many) = if props.words > 1 { ("phrase", "phrases") } else { ("term", "terms") };
    html! {
        <>
            <div class="terms__tools">
                <div class="choices" role="group" aria-label="Terms of so many words">
                    for words in 1..=ViewState::LONGEST_PHRASE {
                        { choice(words, props) }
                    }
                    <span class="choices__unit" aria-hidden="true">{ "words in a row" }</span>
                </div>
                <label class="field">
                    <span class="field__name">{ "Find a term" }</span>
                    <input
                        class="field__input"
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        value={props.find.clone()}
                        {oninput}
                    />
                </label>
                <label class="check">
                    <input
                        type="checkbox"
                        checked={props.common}
                        onchange={props.dispatch.reform(|_| Action::ToggleCommon)}
                    />
                    { " Common words too" }
                </label>
                <p class="terms__total" role="status">
                    { counted(props.total as u64, one, many) }
                </p>
            </div>
            <div class="stops" id="stops" tabindex="-1">
                { edits("On your stop list: ", props.stops.added(), props.dispatch) }
                { edits("Counted, though common: ", props.stops.taken(), props.dispatch) }
            </div>
        </>
    }
}

fn choice(words: u8, props: &Props<'_>) -> Html {
    let shown = if words == 1 { "Words".to_owned() } else { words.to_string() };
    html! {
        <button
            key={words}
            type="button"
            class="choices__one"
            aria-pressed={(words == props.words).to_string()}
            aria-label={(words > 1).then(|| format!("{words}-word phrases"))}
            onclick={props.dispatch.reform(move |_: MouseEvent| Action::SetWords(words))}
        >
            { shown }
        </button>
    }
}

/// The edits of one sort, each with the way to take it back.
fn edits(name: &'static str, words: &[String], dispatch: &Callback<Action>) -> Html {
    if words.is_empty() {
        return html! {};
    }
    let one = |word: &String| {
        let said = word.clone();
        let onclick = dispatch.reform(move |_: MouseEvent| {
            // The button goes away, and would take the focus along.
            place::focus("stops");
            Action::SetStop(said.clone(), Stop::Forget)
        });
        html! {
            <li class="stops__word" key={word.clone()}>
                { word }
                <button
                    type="button"
                    class="stops__back"
                    aria-label={format!("Take back: {word}")}
                    {onclick}
                >
                    { "×" }
                </button>
            </li>
        }
    };
    html! {
        <div class="stops__line">
            <span class="stops__name">{ name }</span>
            <ul class="stops__words" role="list" aria-label={name.trim_end_matches(": ")}>
                { for words.iter().map(one) }
            </ul>
        </div>
    }
}
