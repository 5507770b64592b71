//! The views beside Read, of the part of the module that arrives later.

use yew::prelude::*;

use super::changes::changes;
use super::compare::Compare;
use super::lookup::Lookup;
use super::terms::Terms;
use super::topic_map::TopicMap;
use super::topic_page::TopicPage;
use crate::compare;
use crate::contexts::{self, Wanted};
use crate::shared::Shared;
use crate::state::{Action, Pane, Selection, ViewState};
use crate::study::Study;
use crate::terms;

/// What a view is drawn from.
#[derive(PartialEq)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    pub(super) selection: Shared<Selection>,
    /// Changes with what is listed: see [`crate::state::Session::list`].
    pub(super) list: u32,
    pub(super) view: ViewState,
    pub(super) dispatch: Callback<Action>,
}

/// Works out what a view needs first, which is known from then on: a step of it. Whether there is another.
pub(super) fn prepare(props: &Props, step: usize) -> bool {
    let Props { study, selection, view, .. } = props;
    match (view.pane, step) {
        (Pane::Terms | Pane::Changes, 0) => {
            drop(study.counted(selection));
            return view.pane == Pane::Terms;
        }
        (Pane::Terms | Pane::Changes, _) => {
            drop(terms::sentence(study, selection, &view.stops));
        }
        (Pane::Contexts | Pane::Collocates | Pane::Plot, 0) => {
            let text = view.term.as_deref().unwrap_or_default();
            drop(contexts::places(study, selection, text));
            return true;
        }
        (Pane::Contexts | Pane::Collocates | Pane::Plot, _) => {
            drop(contexts::looked_up(study, selection, &Wanted::of(view)));
        }
        (Pane::Compare, 0) => {
            drop(compare::both(study, &view.compare));
            return true;
        }
        (Pane::Compare, _) => drop(compare::compared(study, &view.compare, &view.stops)),
        (Pane::Topics, _) => drop(study.topic_map()),
        (Pane::Read, _) => {}
    }
    false
}

/// The view that is open. Read is not among them: the page opens with it.
pub(super) fn view(props: &Props) -> Html {
    let Props { study, selection, list, view, dispatch } = props;
    match view.pane {
        Pane::Read => Html::default(),
        Pane::Changes => changes(study, selection, &view.stops, dispatch),
        Pane::Contexts | Pane::Collocates | Pane::Plot => html! {
            <Lookup
                study={study.clone()}
                selection={selection.clone()}
                wanted={Wanted::of(view)}
                dispatch={dispatch.clone()}
            />
        },
        Pane::Compare => html! {
            <Compare
                study={study.clone()}
                view={view.compare.clone()}
                stops={view.stops.clone()}
                dispatch={dispatch.clone()}
            />
        },
        Pane::Topics => match view.topics_view.page {
            Some(topic) => html! {
                <TopicPage
                    key={topic}
                    study={study.clone()}
                    {topic}
                    lambda={view.topics_view.lambda}
                    only={view.topics.len() == 1 && view.topics.contains(topic)}
                    stops={view.stops.clone()}
                    dispatch={dispatch.clone()}
                />
            },
            None => html! { <TopicMap study={study.clone()} dispatch={dispatch.clone()} /> },
        },
        Pane::Terms => html! {
            <Terms
                study={study.clone()}
                selection={selection.clone()}
                list={*list}
                sort={view.sort}
                find={view.find.clone()}
                common={view.common}
                words={view.words}
                stops={view.stops.clone()}
                forms={view.forms.clone()}
                term={view.term.clone()}
                dispatch={dispatch.clone()}
            />
        },
    }
}
