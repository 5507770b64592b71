//! Which columns of a table are what: what was guessed, the first rows as they come out, and how to say otherwise. It arrives
//! later.

use protocol::Choice;
use yew::prelude::*;

use crate::files::Told;

/// Columns offered at the most: the sheets of some surveys have thousands.
const OFFERED: usize = 200;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) told: Told,
    /// Which of the tables it is, from 0.
    pub(super) number: usize,
    /// Is told what is what, where that was asked or is to be changed.
    pub(super) choose: Callback<Choice>,
}

/// The select for the text, where an answer is waited for.
pub(super) fn text_id(number: usize) -> String {
    format!("columns-text-{number}")
}

/// One table, or all that have its columns.
#[component]
pub(super) fn Columns(props: &Props) -> Html {
    let told = &props.told;
    let used = &told.table.choice;
    let draft = use_state_eq(|| used.clone());
    let number = props.number;
    let field = |name: &str, id: String, value: &Option<String>, none: bool, set: Set| {
        let onchange = {
            let draft = draft.clone();
            move |event: Event| {
                let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
                if let Some(select) = select {
                    let mut next = (*draft).clone();
                    set(&mut next, Some(select.value()).filter(|value| !value.is_empty()));
                    draft.set(next);
                }
            }
        };
        html! {
            <div class="columns__field">
                <label for={id.clone()}>{ name }</label>
                <select class="field__input" {id} {onchange}>
                    if none {
                        <option value="" selected={value.is_none()}>{ "None" }</option>
                    }
                    for column in used.names.iter().take(OFFERED) {
                        <option
                            value={column.clone()}
                            selected={value.as_ref() == Some(column)}
                        >
                            { told.column(column) }
                        </option>
                    }
                </select>
            </div>
        }
    };
    let choose = {
        let (choose, draft) = (props.choose.clone(), draft.clone());
        move |_: MouseEvent| choose.emit((*draft).clone())
    };
    let (asks, changed) = (told.table.asks, *draft != *used);
    html! {
        <details class="columns" open={asks}>
            <summary class="columns__said">
                <b>{ told.files() }</b>
                { if asks { ": which column is the text?".to_owned() } else { format!(": {}", told.sentence()) } }
            </summary>
            <div class="columns__fields">
                { field("Text", text_id(number), &Some(draft.text.clone()), false, |it, value| {
                    it.text = value.unwrap_or_default();
                }) }
                { field("Title", format!("columns-title-{number}"), &draft.title, true, |it, value| {
                    it.title = value;
                }) }
                { field("Group", format!("columns-group-{number}"), &draft.group, true, |it, value| {
                    it.group = value;
                }) }
            </div>
            { preview(told, &draft) }
            if asks || changed {
                <button type="button" class="button columns__read" onclick={choose}>
                    { if asks { "Read these columns" } else { "Read again with these columns" } }
                </button>
            }
        </details>
    }
}

/// Sets a part of a choice.
type Set = fn(&mut Choice, Option<String>);

/// The first rows as the documents they become.
fn preview(told: &Told, choice: &Choice) -> Html {
    let rows = told.preview(choice);
    let name = if rows.len() == 1 { "The first row" } else { "The first rows" };
    html! {
        <ol class="columns__rows" aria-label={name}>
            for (index, [title, text, group]) in rows.into_iter().enumerate() {
                <li key={index} class="columns__row">
                    if !title.is_empty() {
                        <b class="columns__title">{ title }</b>
                    }
                    <span class="columns__text">
                        { if text.is_empty() { "No text in this row.".to_owned() } else { text } }
                    </span>
                    if !group.is_empty() {
                        <span class="columns__group">{ group }</span>
                    }
                </li>
            }
        </ol>
    }
}
