//! The part of the module that arrives after the page is shown: everything that nobody sees before a click.
//!
//! A build with the feature `split` leaves it out of the first download: whatever only [`load`] leads to is put in a file
//! of its own. Nothing else may name these functions, or they are back in the first download. A build without the
//! feature has everything at once, and no stage but [`Stage::Here`].

use std::cell::{Cell, RefCell};

use engine::explore::Suggestion;
use yew::prelude::*;

use super::large::Shown;
use super::take_away::Taking;
use super::{
    asked, doing, files_inside, groups, help_text, large, map_table, reasons, sayings, take,
    topic_menu, views,
};
use crate::elsewhere::{self, Prepare, judge_with};
use crate::shared::Shared;
use crate::state::{Action, Asking, Numbers};
use crate::study::Study;

/// The ways into the part.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// Draws a view beside Read.
    pub(super) view: fn(&views::Props) -> Html,
    /// Counts what such a view needs first.
    pub(super) prepare: fn(&views::Props, usize) -> bool,
    /// What the help says.
    pub(super) help: fn(&help_text::Props) -> Html,
    /// Why a section got its verdict.
    pub(super) reasons: fn(u32, &Shared<Study>, &Callback<Action>) -> Html,
    /// What saying something of a section would do to others.
    pub(super) asked: fn(&Asking, &Study, &Callback<Action>) -> Html,
    /// What was said, each with the way to take it back.
    pub(super) sayings: fn(&Study, &Callback<Action>) -> Html,
    /// The map as a table.
    pub(super) map_table: fn(&Study, &Callback<Action>) -> Html,
    /// What can be said of a topic, and done with it; whether it is filtered by.
    pub(super) menu: fn(u32, &Study, bool, &Callback<Action>) -> Html,
    /// How a search could go on.
    pub(super) suggestions: fn(&Study, &str) -> Vec<Suggestion>,
    /// Makes a file of what is shown.
    pub(super) take: fn(&Taking),
    /// The groups of documents.
    pub(super) groups: fn(&Shared<Study>, &Numbers, &Callback<Action>) -> Html,
    /// What the dialog of own files holds.
    pub(super) files: fn(&files_inside::Props) -> Html,
    /// Notes how documents are looked at, where they are kept.
    pub(super) remember: fn(u64, String),
    /// Tells what belongs.
    pub(super) judge: Prepare,
    /// Counts and judges the documents of a pack as a link has them.
    pub(super) open: fn(&[u8], &str) -> Result<Shared<Study>, String>,
    /// Opens a pack that is judged in a worker.
    pub(super) open_pack: fn(&[u8], Shown),
}

/// How far it has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Stage {
    /// Nobody has asked for it.
    #[cfg_attr(not(feature = "split"), allow(dead_code))]
    Apart,
    /// It is on its way.
    Coming,
    Here,
    /// It did not arrive. It can be asked for again.
    Lost,
}

#[cfg(feature = "split")]
mod load {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    pub(super) const FIRST: super::Stage = super::Stage::Apart;

    #[wasm_split(later, fallible)]
    pub(super) fn load() -> Result<super::Part, SplitLoaderError> {
        Ok(super::whole())
    }
}

#[cfg(not(feature = "split"))]
mod load {
    pub(super) const FIRST: super::Stage = super::Stage::Here;

    pub(super) async fn load() -> Result<super::Part, ()> {
        Ok(super::whole())
    }
}

fn whole() -> Part {
    Part {
        view: views::view,
        prepare: views::prepare,
        help: help_text::help_text,
        reasons: reasons::reasons,
        asked: asked::asked,
        sayings: sayings::sayings,
        map_table: map_table::map_table,
        menu: topic_menu::topic_menu,
        suggestions: crate::search::suggestions,
        take: take::take,
        files: files_inside::content,
        remember: doing::remember,
        judge: elsewhere::prepare,
        open: crate::corpus::open,
        open_pack: large::start,
        groups: groups::groups,
    }
}

/// Who wants to know of its stage, with a number, and of how often something has come that may be waited for.
type Waiting = (u32, UseStateSetter<(Stage, u32)>);

thread_local! {
    static STAGE: Cell<Stage> = const { Cell::new(load::FIRST) };
    static PART: Cell<Option<Part>> = const { Cell::new(None) };
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
    static NUMBERS: Cell<u32> = const { Cell::new(0) };
    /// How often something has come that what is shown of the part waits for.
    static COME: Cell<u32> = const { Cell::new(0) };
}

/// The part, once it is there.
pub(super) fn part() -> Option<Part> {
    #[cfg(not(feature = "split"))]
    arrived(Some(whole()));
    PART.get()
}

/// Asks for it, unless it is there or on its way.
pub(super) fn ask() {
    if matches!(STAGE.get(), Stage::Apart | Stage::Lost) {
        yew::platform::spawn_local(fetch());
    }
}

/// Does something with it: at once where it is there, which a clipboard may insist on, or when it has arrived.
/// `None` where it did not.
pub(super) fn with(work: impl FnOnce(Option<Part>) + 'static) {
    if part().is_some() {
        return work(part());
    }
    yew::platform::spawn_local(async move {
        fetch().await;
        work(part());
    });
}

/// Fetches it. Two at a time share one download.
async fn fetch() {
    reach(Stage::Coming);
    arrived(load::load().await.ok());
    reach(if PART.get().is_some() { Stage::Here } else { Stage::Lost });
}

fn arrived(part: Option<Part>) {
    if let Some(part) = part {
        judge_with(part.judge);
    }
    PART.set(part);
}

fn reach(stage: Stage) {
    STAGE.set(stage);
    // Copied, since whoever is told may listen or stop listening.
    let waiting = WAITING.with_borrow(Vec::clone);
    for (_, setter) in waiting {
        setter.set((stage, COME.get()));
    }
}

/// Draws what is shown of the part again: something has come that it may wait for.
pub(super) fn come() {
    COME.set(COME.get().wrapping_add(1));
    reach(STAGE.get());
}

/// Its stage; the component is drawn again with every new one.
#[hook]
pub(super) fn use_stage() -> Stage {
    let stage = use_state_eq(|| (STAGE.get(), COME.get()));
    let setter = stage.setter();
    use_effect_with((), move |()| {
        let number = NUMBERS.replace(NUMBERS.get() + 1);
        // It may have come on since this was drawn.
        setter.set((STAGE.get(), COME.get()));
        WAITING.with_borrow_mut(|waiting| waiting.push((number, setter)));
        move || WAITING.with_borrow_mut(|waiting| waiting.retain(|(one, _)| *one != number))
    });
    stage.0
}
