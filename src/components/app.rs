//! The page as a whole: its state, its link, and where its parts stand.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::colophon::colophon;
use super::embed::embed;
use super::header::{self, header};
use super::help::{self, help};
use super::later::{Later, What};
use super::map::Map;
use super::notices::notices;
use super::part;
use super::read::Read;
use super::search;
use super::selection_line::{self, selection_line};
use super::tabs::{numbered, tabs};
use super::take_away::{self, take_away};
use super::topics::{self, topics};
use super::views;
use crate::browser::keys::{self, Key};
use crate::browser::place::ScrollLogicalPosition as Align;
use crate::browser::{self, history, place, timing};
use crate::search::found;
use crate::shared::Shared;
use crate::state::{
    self, Action, Correction, Embed, Found, Pane, Selection, Session, ViewState, Window, reduce,
};
use crate::study::Study;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) study: Shared<Study>,
    /// What stands after `#` when the page opens.
    pub(super) link: AttrValue,
    /// Verdicts found elsewhere, the last ones.
    pub(super) judged: Option<(Correction, Found)>,
    /// Is asked for verdicts that are found elsewhere.
    pub(super) ask: Callback<Correction>,
    /// Whether they are a person's own.
    pub(super) own: bool,
    /// Whether it is drawn beforehand: only the first of the text then, and nothing that is not seen at first.
    pub(super) still: bool,
}

/// Pieces of the text that are drawn beforehand: more than a tall screen shows.
const STILL: usize = 12;

/// Said where the address is one of other documents than a person's own that are shown.
const OTHERS: &str =
    "That address is of other documents. Yours stay open; Open files leads back to the others.";

/// The session, where actions change it.
struct Store(Session);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let session = reduce(&self.0, action);
        if session == self.0 { self } else { Rc::new(Self(session)) }
    }
}

/// The page.
#[component]
pub(super) fn App(props: &Props) -> Html {
    let store = use_reducer(|| {
        let mut session = Session::new(&props.link, &props.study);
        if props.still {
            session.window = Window::first(STILL);
        }
        Store(session)
    });
    let dispatcher = store.dispatcher();
    let dispatch = use_callback((), move |action: Action, ()| {
        place::remember();
        dispatcher.dispatch(action);
    });
    let session = &store.0;
    let view = &session.view;
    let study = session.study.clone();
    let selection = use_memo((Selection::of(view, &study), study.clone()), |(selection, _)| {
        Shared::new(selection.clone())
    });
    let selection = (*selection).clone();

    let sides = view.topics.is_empty() && view.verdict.is_none();
    let found = use_memo((selection.clone(), view.search.clone(), sides), |(selection, _, _)| {
        found(&study, selection, view)
    });

    let link = use_mut_ref(String::new);
    use_link_kept(session, props.own, &link);
    use_verdicts(session, props, &dispatch);
    use_outside(&dispatch, study.fingerprint, props.own.then_some(&link));
    use_effect_with(session.said.0, {
        let id = control(session);
        move |_| {
            if let Some(id) = id {
                place::stay(&id);
            }
        }
    });
    use_effect_with(session.asking.clone(), |asking| {
        if asking.is_some() {
            place::focus("asked");
        }
    });
    use_effect_with((session.jump, view.at), |(jump, at)| {
        if let (1.., Some(section)) = (*jump, *at) {
            let id = format!("section-{section}");
            timing::next_frame(move || place::go_to(&id));
        }
    });
    use_effect_with(study.fingerprint, {
        let name = study.corpus.name.clone();
        move |_| {
            browser::set_title(&format!("{name} · Topic Explorer"));
            timing::mark_after_paint("topics-shown");
            timing::when_idle(part::ask);
        }
    });
    let page = view.topics_view.page;
    let filter =
        (view.pane, page, view.topics.clone(), view.verdict, view.document, view.groups.clone());
    // Not when the page opens: it opens at its top.
    let opened = use_mut_ref(|| false);
    use_effect_with(filter, move |_| {
        if opened.replace(true) {
            place::bring_in("pane-top");
        }
    });
    use_effect_with((view.term.clone(), view.pane), {
        let at = view.at;
        move |(term, pane)| {
            if term.is_some() && *pane == Pane::Read {
                // Whoever came to a section comes to the term in it; its top may be far above.
                timing::next_frame(move || match at {
                    Some(section) => place::go_to_first(&format!("#section-{section} mark")),
                    None => place::go_to_first(".section mark, .fold__hits"),
                });
            }
        }
    });

    if let Some(what) = view.embed {
        let shown = match what {
            Embed::Map => whole_map(&study, &selection, view, &dispatch),
            Embed::Pane => pane(&study, &selection, session, &dispatch),
        };
        return embed(session, shown, &dispatch);
    }
    html! {
        <div class="page">
            { skip_link() }
            { header(&header::Props {
                study: study.clone(),
                link: state::write(view, study.fingerprint),
                search: view.search.clone(),
                found: *found,
                reading: view.pane == Pane::Read,
                dispatch: dispatch.clone(),
            }) }
            { notices(session, &dispatch) }
            { topics(&topics::Props {
                study: study.clone(),
                session,
                dispatch: dispatch.clone(),
            }) }
            <main class="page__main" id="main" tabindex="-1">
                { whole_map(&study, &selection, view, &dispatch) }
                <div id="pane-top"></div>
                <div class="bar">
                    { tabs(view.pane, &dispatch) }
                    { selection_line(&selection_line::Props {
                        study: study.clone(),
                        selection: selection.clone(),
                        view,
                        dispatch: dispatch.clone(),
                    }) }
                    { take_away(&take_away::Props {
                        study: &study,
                        selection: &selection,
                        view,
                        dispatch: &dispatch,
                    }) }
                </div>
                { pane(&study, &selection, session, &dispatch) }
                if !props.still {
                    { colophon(&study, view, &selection) }
                }
            </main>
            if !props.still {
                { help(&study, &dispatch) }
            }
        </div>
    }
}

fn whole_map(
    study: &Shared<Study>,
    selection: &Shared<Selection>,
    view: &ViewState,
    dispatch: &Callback<Action>,
) -> Html {
    html! {
        <Map
            study={study.clone()}
            selection={selection.clone()}
            hidden={view.hidden.clone()}
            document={view.document}
            at={view.at}
            dispatch={dispatch.clone()}
        />
    }
}

fn pane(
    study: &Shared<Study>,
    selection: &Shared<Selection>,
    session: &Session,
    dispatch: &Callback<Action>,
) -> Html {
    let view = &session.view;
    if view.pane == Pane::Read {
        return html! {
            <Read
                study={study.clone()}
                selection={selection.clone()}
                list={session.list}
                window={session.window}
                unfolded={session.unfolded.clone()}
                reasons={view.reasons.clone()}
                furniture={view.furniture}
                pattern={study.highlights(view)}
                term={view.term.clone()}
                at={view.at}
                asking={session.asking.clone()}
                dispatch={dispatch.clone()}
            />
        };
    }
    let what = What::View(Rc::new(views::Props {
        study: study.clone(),
        selection: selection.clone(),
        list: session.list,
        view: view.clone(),
        dispatch: dispatch.clone(),
    }));
    html! { <Later {what} /> }
}

/// The control that something was just said with, or taken back.
fn control(session: &Session) -> Option<String> {
    let spot = session.said.1?;
    let section = session.study.section_at(spot.document, spot.block)?;
    if !spot.topic {
        return Some(format!("say-{section}"));
    }
    let topic = session.study.judged(section)?.0.topic;
    Some(format!("say-topic-{topic}"))
}

/// Keeps the address bar up to date. The untouched page keeps a bare address, unless it has a person's own documents: the address
/// says which, and where they are kept, how they are looked at is noted with them.
#[hook]
fn use_link_kept(session: &Session, own: bool, last: &Rc<RefCell<String>>) {
    let (view, places, fingerprint) =
        (session.view.clone(), session.places, session.study.fingerprint);
    let written = use_mut_ref(|| places);
    // A link that waits for verdicts is in the address, and not in the view yet.
    let waits = session.waits_for_link();
    let last = last.clone();
    use_effect_with((view, waits), move |(view, waits)| {
        if *waits {
            return;
        }
        let link = if !own && *view == ViewState::default() {
            String::new()
        } else {
            state::write(view, fingerprint)
        };
        if link != history::read() {
            if written.replace(places) == places {
                history::replace(&link);
            } else {
                history::push(&link);
            }
        }
        last.borrow_mut().clone_from(&link);
        if let Some(part) = part::part().filter(|_| own) {
            (part.remember)(fingerprint, link);
        }
    });
}

/// Asks elsewhere for the verdicts that something waits for, and takes up what was found.
#[hook]
fn use_verdicts(session: &Session, props: &Props, dispatch: &Callback<Action>) {
    let wanted = session.waiting.as_ref().map(|(wanted, _)| wanted.clone());
    use_effect_with(wanted, {
        let ask = props.ask.clone();
        move |wanted| {
            if let Some(wanted) = wanted {
                ask.emit(wanted.clone());
            }
        }
    });
    use_effect_with(props.judged.clone(), {
        let dispatch = dispatch.clone();
        move |judged| {
            if let Some((correction, found)) = judged {
                dispatch.emit(Action::Judged(correction.clone(), found.clone()));
            }
        }
    });
}

/// Takes up what Back, Forward and an edited address say, and the keys that work wherever the focus is.
///
/// A person's own documents stay when the address is one of others, as it is a step behind where they were opened: what was said of
/// them would be gone. `own` is the last address of such documents.
#[hook]
fn use_outside(dispatch: &Callback<Action>, fingerprint: u64, own: Option<&Rc<RefCell<String>>>) {
    let own = own.cloned();
    use_effect_with(dispatch.clone(), move |dispatch| {
        let (follow, answer) = (dispatch.clone(), dispatch.clone());
        let links = history::listen(move || {
            let link = history::read();
            let others = link.is_empty() || state::foreign(&link, fingerprint).is_some();
            match &own {
                // What was said of it stays.
                Some(last) if link == *last.borrow() => {}
                Some(last) if others => {
                    history::replace(&last.borrow());
                    follow.emit(Action::Tell(OTHERS.to_owned()));
                }
                _ => follow.emit(Action::Restore(link)),
            }
        });
        let keys = keys::listen(move |key| pressed(key, &answer));
        move || drop((links, keys))
    });
}

/// What a key does wherever the focus is.
fn pressed(key: Key, dispatch: &Callback<Action>) {
    match key {
        Key::Undo => dispatch.emit(Action::Undo),
        Key::Redo => dispatch.emit(Action::Redo),
        Key::Search => place::focus_all(search::ID),
        Key::Help => help::open(),
        Key::Clear => {
            let held = place::is_focused();
            dispatch.emit(Action::Clear);
            if held {
                // What it was on may be gone with what was cleared.
                timing::next_frame(|| place::focus_if_lost("main"));
            }
        }
        Key::View(index) => {
            if let Some(pane) = numbered(index) {
                dispatch.emit(Action::Open(pane));
                place::focus(&format!("tab-{}", pane.key()));
            }
        }
        Key::Hit { next } => place::walk(".read", ".section mark", next, Align::Center),
        Key::Section { next } => place::walk(".read", ".section", next, Align::Start),
    }
}

/// Lets a keyboard past the header. Not a plain `#main` link: what follows `#` is the view.
fn skip_link() -> Html {
    let onclick = |event: MouseEvent| {
        event.prevent_default();
        place::focus("main");
    };
    html! { <a class="skip" href="#main" {onclick}>{ "Skip to the documents" }</a> }
}
