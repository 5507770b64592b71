//! What the words are: how often each stands in the selection, and how often with everything in.

use engine::count::TermId;
use yew::prelude::*;

use super::terms_table::{self, terms_table};
use crate::browser::place;
use crate::format::counted;
use crate::shared::Shared;
use crate::state::{Action, Column, Pane, Selection, Sort};
use crate::study::Study;
use crate::terms;

/// Rows shown at first, and added by each press of `Show more`.
const STEP: usize = 100;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    pub(super) sort: Sort,
    pub(super) find: AttrValue,
    pub(super) common: bool,
    pub(super) term: Option<TermId>,
    pub(super) dispatch: Callback<Action>,
}

/// The terms pane.
#[component]
pub(super) fn Terms(props: &Props) -> Html {
    let shown = use_state_eq(|| STEP);
    let study = &props.study;
    let sentence = use_memo((study.clone(), props.selection.clone()), |(study, selection)| {
        terms::sentence(study, selection)
    });
    let table = terms::table(study, &props.selection, &props.find, props.common, props.sort);
    let total = table.rows.len();
    let rows: Vec<_> = table.rows.into_iter().take(*shown).collect();
    let by_loss = props.sort == Sort::by(Column::Change);
    let oninput = use_callback(props.dispatch.clone(), |event: InputEvent, dispatch| {
        if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
            dispatch.emit(Action::Find(input.value()));
        }
    });
    let more = {
        let (setter, next) = (shown.setter(), *shown + STEP);
        Callback::from(move |_: MouseEvent| {
            setter.set(next);
            if next >= total {
                // The button goes away, and would take the focus along.
                place::focus("main");
            }
        })
    };
    html! {
            <div class="terms" role="tabpanel" id="pane-terms" aria-labelledby="tab-terms">
                <h2 class="visually-hidden">{ "Terms" }</h2>
                <p class="terms__sentence">{ &*sentence }</p>
                <button
                    type="button"
                    class="button terms__losses"
                    aria-pressed={by_loss.to_string()}
                    onclick={props.dispatch.reform(move |_| {
                        Action::SortBy(if by_loss { Column::Count } else { Column::Change })
                    })}
                >
                    { "Largest losses first" }
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    onclick={props.dispatch.reform(|_: MouseEvent| {
                        // This pane takes the button along.
                        place::focus("tab-changes");
                        Action::Open(Pane::Changes)
                    })}
                >
                    { "What fell, what rose" }
                </button>
                <div class="terms__tools">
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
                        { counted(total as u64, "term", "terms") }
                    </p>
                </div>
                if rows.is_empty() {
                    <p class="empty">
                        { "No term fits. Common words such as “the” are left out unless you ask for them." }
                    </p>
                } else {
    { terms_table(&terms_table::Props {
                        study: study.clone(),
                        rows,
                        sort: props.sort,
                        term: props.term,
                        dispatch: props.dispatch.clone(),
                    }) }
                }
                if total > *shown {
                    <button type="button" class="button terms__more" onclick={more}>
                        { format!("Show {} more", STEP.min(total - *shown)) }
                    </button>
                }
            </div>
        }
}
