//! The page as a whole: its state, its link, and where its parts stand.

use std::rc::Rc;

use yew::prelude::*;

use super::header::{self, header};
use super::map::Map;
use super::notices::notices;
use super::read::{self, read};
use super::selection_line::{self, selection_line};
use super::tabs::tabs;
use super::terms::Terms;
use super::topics::{self, topics};
use crate::browser::{self, history, place, timing};
use crate::shared::Shared;
use crate::state::{
    self, Action, Entry, Opened, Pane, Scope, Selection, Session, ViewState, reduce,
};
use crate::study::Study;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
}

/// The session with what its actions need to know.
struct Store {
    session: Session,
    study: Shared<Study>,
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let session = reduce(&self.session, action, &self.study);
        if session == self.session {
            return self;
        }
        Rc::new(Self { session, study: self.study.clone() })
    }
}

/// The page.
#[component]
pub(super) fn App(props: &Props) -> Html {
    let study = props.study.clone();
    let scope = scope(&study);
    let store = use_reducer({
        let study = study.clone();
        move || Store { session: Session::new(open(&study), &study), study }
    });
    let dispatcher = store.dispatcher();
    let dispatch = use_callback((), move |action: Action, ()| dispatcher.dispatch(action));
    let session = &store.session;
    let view = &session.view;
    let selection = use_memo((Selection::of(view, &study), study.clone()), |(selection, _)| {
        Shared::new(selection.clone())
    });
    let selection = (*selection).clone();

    use_link_kept(session, scope);
    use_link_followed(&study, &dispatch);
    use_effect_with((session.jump, view.at), |(jump, at)| {
        if let (1.., Some(section)) = (*jump, *at) {
            let id = format!("section-{section}");
            timing::next_frame(move || place::go_to(&id));
        }
    });
    use_effect_with(study.clone(), |study| {
        browser::set_title(&format!("{} · Topic Explorer", study.corpus.name));
        timing::mark_after_paint("topics-shown");
    });
    let filter = (view.pane, view.topics.clone(), view.verdict, view.document);
    // Not when the page opens: it opens at its top.
    let opened = use_mut_ref(|| false);
    use_effect_with(filter, move |_| {
        if opened.replace(true) {
            place::bring_in("pane-top");
        }
    });
    let term = view.term.as_deref().and_then(|term| study.term(term));
    use_effect_with((term, view.pane), |(term, pane)| {
        if term.is_some() && *pane == Pane::Read {
            timing::next_frame(|| place::go_to_first(".section mark, .fold__hits"));
        }
    });

    html! {
        <div class="page">
            { skip_link() }
            { header(&header::Props {
                study: study.clone(),
                link: state::write(view, scope),
                dispatch: dispatch.clone(),
            }) }
            { notices(&session.notices, &dispatch) }
            { topics(&topics::Props {
                study: study.clone(),
                view,
                dispatch: dispatch.clone(),
            }) }
            <main class="page__main" id="main" tabindex="-1">
                <Map
                    study={study.clone()}
                    selection={selection.clone()}
                    hidden={view.hidden.clone()}
                    document={view.document}
                    at={view.at}
                    dispatch={dispatch.clone()}
                />
                <div id="pane-top"></div>
                <div class="bar">
                    { tabs(view.pane, &dispatch) }
                    { selection_line(&selection_line::Props {
                        study: study.clone(),
                        selection: selection.clone(),
                        view,
                        dispatch: dispatch.clone(),
                    }) }
                </div>
                { pane(&study, &selection, session, &dispatch) }
            </main>
        </div>
    }
}

fn pane(
    study: &Shared<Study>,
    selection: &Shared<Selection>,
    session: &Session,
    dispatch: &Callback<Action>,
) -> Html {
    let view = &session.view;
    let term = view.term.as_deref().and_then(|term| study.term(term));
    match view.pane {
        Pane::Read => read(&read::Props {
            study: study.clone(),
            selection: selection.clone(),
            session,
            term,
            dispatch: dispatch.clone(),
        }),
        Pane::Terms => html! {
            <Terms
                study={study.clone()}
                selection={selection.clone()}
                sort={view.sort}
                find={view.find.clone()}
                common={view.common}
                {term}
                dispatch={dispatch.clone()}
            />
        },
    }
}

/// What the numbers of a link may point at here.
fn scope(study: &Study) -> Scope {
    Scope {
        fingerprint: study.fingerprint,
        topics: study.analysis.topics.len() as u32,
        documents: study.corpus.documents.len() as u32,
        sections: study.analysis.sections.len() as u32,
    }
}

/// Reads the link in the address bar.
fn open(study: &Study) -> Opened {
    let mut opened = state::open(&history::read(), scope(study));
    let unknown = opened.view.term.take_if(|term| study.term(term).is_none());
    if let Some(term) = unknown {
        opened.notices.push(format!("“{term}” does not stand in these documents."));
    }
    opened
}

/// Keeps the address bar up to date. The untouched page keeps a bare address.
#[hook]
fn use_link_kept(session: &Session, scope: Scope) {
    let (view, entry) = (session.view.clone(), session.entry);
    use_effect_with(view, move |view| {
        let link =
            if *view == ViewState::default() { String::new() } else { state::write(view, scope) };
        if link != history::read() {
            match entry {
                Entry::Push => history::push(&link),
                Entry::Replace => history::replace(&link),
            }
        }
    });
}

/// Takes up what Back, Forward and an edited address say.
#[hook]
fn use_link_followed(study: &Shared<Study>, dispatch: &Callback<Action>) {
    use_effect_with((study.clone(), dispatch.clone()), |(study, dispatch)| {
        let (study, dispatch) = (study.clone(), dispatch.clone());
        let listeners = history::listen(move || dispatch.emit(Action::Restore(open(&study))));
        move || drop(listeners)
    });
}

/// Lets a keyboard past the header. Not a plain `#main` link: what follows `#` is the view.
fn skip_link() -> Html {
    let onclick = |event: MouseEvent| {
        event.prevent_default();
        place::focus("main");
    };
    html! { <a class="skip" href="#main" {onclick}>{ "Skip to the documents" }</a> }
}
