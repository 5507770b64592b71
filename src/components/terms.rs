//! What the words are: how often each stands in the selection, and how often with everything in.

use engine::explore::TermTable;
use yew::prelude::*;

use super::growing::use_growing;
use super::terms_table::{self, Names, terms_table};
use super::terms_tools::{self, terms_tools};
use crate::browser::place;
use crate::shared::Shared;
use crate::state::{Action, Column, Pane, Selection, Sort, Stops};
use crate::study::Study;
use crate::terms::{self, Asked};

/// Rows shown at first, and added by each press of `Show more`.
const STEP: usize = 100;

/// Rows drawn in one frame.
const PART: usize = 8;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    /// Rises whenever other terms are listed, or in another order.
    pub(super) list: u32,
    pub(super) sort: Sort,
    pub(super) find: AttrValue,
    pub(super) common: bool,
    /// How many words make a term.
    pub(super) words: u8,
    pub(super) stops: Stops,
    /// The term whose forms are open.
    pub(super) forms: Option<AttrValue>,
    /// What is highlighted.
    pub(super) term: Option<AttrValue>,
    pub(super) dispatch: Callback<Action>,
}

/// What is worked out once for what was asked for.
struct Listed {
    table: TermTable,
    /// Occurrences by document, one list a row.
    spread: Vec<Vec<u32>>,
}

/// The terms pane.
#[component]
pub(super) fn Terms(props: &Props) -> Html {
    let shown = use_state_eq(|| STEP);
    let Props { study, selection, stops, .. } = props;
    let phrases = use_memo(
        (study.clone(), selection.clone(), props.words, props.common, stops.clone()),
        |(study, selection, words, common, stops)| {
            (*words > 1).then(|| terms::phrase_table(study, selection, *words, *common, stops))
        },
    );
    let phrases = Option::as_ref(&phrases);
    let what = (study.clone(), selection.clone(), stops.clone(), props.find.clone());
    let how = (props.common, props.sort, props.words, *shown);
    let listed =
        use_memo((what, how), |((study, selection, stops, find), (common, sort, _, shown))| {
            let asked = Asked { find, common: *common, sort: *sort, stops };
            let mut table = match phrases {
                Some(phrases) => terms::phrase_rows(study, phrases, &asked),
                None => terms::table(study, selection, &asked, *shown),
            };
            table.rows.truncate(*shown);
            let spread = terms::spread(study, selection, phrases, &table.rows);
            Listed { table, spread }
        });
    let Listed { table, spread } = &*listed;
    let sentence = terms::sentence(study, selection, stops);
    let total = table.listed;
    // What stands around the rows is enough for the frame that takes the view before away.
    let drawn = use_growing(props.list, 0, PART, 0, table.rows.len());
    let busy = drawn < table.rows.len();
    let by_loss = props.sort == Sort::by(Column::Change);
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
        <div
            class="terms"
            role="tabpanel"
            id="pane-terms"
            aria-labelledby="tab-terms"
            aria-busy={busy.then_some("true")}
        >
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
            { terms_tools(&terms_tools::Props {
                find: &props.find,
                common: props.common,
                words: props.words,
                stops,
                total,
                dispatch: &props.dispatch,
            }) }
            if table.rows.is_empty() {
                <p class="empty">{ nothing(props) }</p>
            } else {
                { terms_table(&terms_table::Props {
                    study,
                    selection,
                    names: phrases.map_or(Names::Terms(study), Names::Phrases),
                    table,
                    spread,
                    drawn,
                    sort: props.sort,
                    term: props.term.as_deref(),
                    forms: props.forms.as_deref(),
                    common: props.common,
                    stops,
                    dispatch: &props.dispatch,
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

fn nothing(props: &Props) -> &'static str {
    match (props.words, props.common) {
        (1, false) => {
            "No term fits. Common words such as “the” are left out unless you ask for them."
        }
        (1, true) => "No term fits.",
        (_, false) => {
            "No term fits. Only phrases that come twice are listed, and none that begins or ends with a common word \
             unless you ask for those."
        }
        (_, true) => "No term fits. Only phrases that come twice are listed.",
    }
}
