//! One side of a comparison: a choice, or a search of one's own.

use yew::prelude::*;

use crate::compare::{self, Side};
use crate::state::{Action, CompareView};
use crate::study::Study;

/// The value that stands for a search of one's own. No search: a colon alone finds nothing.
const OWN: &str = ":";
/// Longest search a link carries.
const LONGEST: &str = "200";

/// What it shows.
pub(super) struct Props<'a> {
    pub(super) study: &'a Study,
    pub(super) view: &'a CompareView,
    /// Whether it is the second side.
    pub(super) second: bool,
    pub(super) side: &'a Side,
    /// Which sides are being typed.
    pub(super) typing: [bool; 2],
    pub(super) set_typing: UseStateSetter<[bool; 2]>,
    pub(super) dispatch: &'a Callback<Action>,
}

/// The controls of a side.
pub(super) fn compare_side(props: &Props<'_>) -> Html {
    let Props { view, second, .. } = *props;
    let (letter, id) = if second { ("B", "compare-b") } else { ("A", "compare-a") };
    let search = if second { &view.b } else { &view.a };
    let choices = compare::choices(props.study);
    let own = chosen(props.study, search, props.typing[usize::from(second)]) == OWN;
    let onchange = {
        let (set_typing, typing) = (props.set_typing.clone(), props.typing);
        let (view, dispatch) = (view.clone(), props.dispatch.clone());
        move |event: Event| {
            let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else {
                return;
            };
            let value = select.value();
            let mut typing = typing;
            typing[usize::from(second)] = value == OWN;
            set_typing.set(typing);
            // One's own search starts from what was chosen.
            if value != OWN {
                dispatch.emit(Action::SetCompare(with(&view, second, value)));
            }
        }
    };
    let oninput = {
        let (set_typing, mut typing) = (props.set_typing.clone(), props.typing);
        let (view, dispatch) = (view.clone(), props.dispatch.clone());
        typing[usize::from(second)] = true;
        move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() else { return };
            set_typing.set(typing);
            dispatch.emit(Action::TypeCompare(with(&view, second, input.value())));
        }
    };
    html! {
        <fieldset class={classes!("side", second.then_some("side--b"))}>
            <legend class="side__name">{ format!("Side {letter}") }</legend>
            <select class="field__input side__select" {id} aria-label={format!("Side {letter}")} {onchange}>
                for (group, choices) in choices {
                    <optgroup key={*group} label={*group}>
                        for choice in choices {
                            <option
                                key={choice.search.clone()}
                                value={choice.search.clone()}
                            >
                                { choice.name.clone() }
                            </option>
                        }
                    </optgroup>
                }
                <option key={OWN} value={OWN}>{ "A search…" }</option>
            </select>
            if own {
                <input
                    class="field__input side__search"
                    type="search"
                    aria-label={format!("Search of side {letter}")}
                    aria-describedby={format!("{id}-problems")}
                    placeholder="topic:1, is:off, “a phrase”"
                    autocomplete="off"
                    spellcheck="false"
                    maxlength={LONGEST}
                    value={search.clone()}
                    {oninput}
                />
            }
            <p class="side__problems" id={format!("{id}-problems")} role="status">
                { props.side.problems.join(" ") }
            </p>
        </fieldset>
    }
}

/// The value of the choice that a search is.
pub(super) fn chosen(study: &Study, search: &str, typing: bool) -> String {
    let known = compare::is_choice(study, search) && !typing;
    (if known { search } else { OWN }).to_owned()
}

fn with(view: &CompareView, second: bool, search: String) -> CompareView {
    let mut next = view.clone();
    *(if second { &mut next.b } else { &mut next.a }) = search;
    next
}
