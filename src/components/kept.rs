//! What is kept on this device: the list of it, and keeping what is open. It arrives later.

use protocol::kept::Entry;
use yew::prelude::*;

use super::doing::Doing;
use super::open_files;
use crate::browser::{files, place, store, timing};
use crate::format::{bytes, counted};

/// The heading.
const TITLE: &str = "kept-title";

/// The list, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct List {
    /// Keys, each with what is said of it; `None` for what cannot be read.
    entries: Vec<(String, Option<Entry>)>,
}

impl List {
    /// Reads the list. It is empty where this browser keeps nothing: that is said to whoever wants something kept.
    pub(super) async fn read() -> Self {
        let found = store::list().await.unwrap_or_default();
        let entry = |(key, bytes): (String, Vec<u8>)| {
            let entry = Entry::read(&bytes);
            (key, entry)
        };
        let mut entries: Vec<_> = found.into_iter().map(entry).collect();
        let date = |entry: &Option<Entry>| entry.as_ref().map_or(0.0, |entry| entry.date);
        // The last kept first.
        entries.sort_by(|(_, one), (_, other)| date(other).total_cmp(&date(one)));
        Self { entries }
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) list: List,
    /// What came of the last thing done: a sentence.
    pub(super) said: String,
    pub(super) doing: Doing,
    /// The key of the person's own documents that are open.
    pub(super) open: Option<AttrValue>,
}

/// What a person is about to do to one of the list.
#[derive(Clone, Debug, Default, PartialEq)]
enum About {
    #[default]
    Nothing,
    Rename(String),
    Delete(String),
}

/// The list.
#[component]
pub(super) fn Kept(props: &Props) -> Html {
    let Props { list, said, doing, open } = props;
    let about = use_state_eq(About::default);
    let keep = {
        let doing = doing.clone();
        move |_: MouseEvent| doing.keep()
    };
    let is_kept = |key: &AttrValue| list.entries.iter().any(|(one, _)| *one == **key);
    html! {
        <>
            if let Some(key) = open {
                <p class="kept__keep">
                    <button type="button" class="button" onclick={keep}>
                        { if is_kept(key) { "Keep it as it is now" } else { "Keep on this device" } }
                    </button>
                </p>
            }
            <p class="kept__said" role="status">{ said }</p>
            if !list.entries.is_empty() {
                <section aria-labelledby={TITLE}>
                    <h3 class="help__name" id={TITLE}>{ "Kept on this device" }</h3>
                    <ul class="kept" role="list">
                        for (key, entry) in &list.entries {
                            <li class="kept__one" key={key.clone()}>
                                { one(key, entry.as_ref(), doing, &about) }
                            </li>
                        }
                    </ul>
                </section>
            }
        </>
    }
}

fn one(key: &str, entry: Option<&Entry>, doing: &Doing, about: &UseStateHandle<About>) -> Html {
    let name = entry.map_or("Something damaged", |entry| &entry.name);
    let go = |next: About| {
        let about = about.setter();
        move |_: MouseEvent| about.set(next.clone())
    };
    let done = || {
        let about = about.setter();
        move || {
            about.set(About::Nothing);
            timing::next_frame(|| place::focus_if_lost(open_files::TITLE));
        }
    };
    match &**about {
        About::Rename(one) if one == key => {
            let id = format!("kept-name-{key}");
            let (save, entry, after) = (doing.clone(), entry.cloned(), done());
            let (key, field) = (key.to_owned(), id.clone());
            let onsubmit = move |event: SubmitEvent| {
                event.prevent_default();
                let name = place::value(&field);
                if let Some(entry) = entry.clone().filter(|_| !name.trim().is_empty()) {
                    save.rename(key.clone(), Entry { name: name.trim().to_owned(), ..entry });
                }
                after();
            };
            html! {
                <form class="kept__form" {onsubmit}>
                    <label for={id.clone()}>{ "Name" }</label>
                    <input class="field__input" {id} type="text" maxlength="120" value={name.to_owned()} />
                    <button type="submit" class="button">{ "Save" }</button>
                    <button type="button" class="button button--quiet" onclick={go(About::Nothing)}>
                        { "Cancel" }
                    </button>
                </form>
            }
        }
        About::Delete(one) if one == key => {
            let (forget, after, key) = (doing.clone(), done(), key.to_owned());
            let said = format!("“{name}” is deleted from this device.");
            let delete = move |_: MouseEvent| {
                forget.forget(key.clone(), said.clone());
                after();
            };
            html! {
                <p class="kept__form">
                    { format!("Delete “{name}” from this device for good? ") }
                    <button type="button" class="button" onclick={delete}>{ "Delete" }</button>
                    { " " }
                    <button type="button" class="button button--quiet" onclick={go(About::Nothing)}>
                        { "Leave it" }
                    </button>
                </p>
            }
        }
        _ => {
            let open = {
                let (doing, key) = (doing.clone(), key.to_owned());
                move |_: MouseEvent| doing.open(key.clone())
            };
            html! {
                <>
                    if let Some(entry) = entry {
                        <button type="button" class="link" aria-label={format!("Open {name}")} onclick={open}>
                            { name }
                        </button>
                        <span class="kept__figures">
                            { format!(
                                "{} · {} · {}",
                                counted(u64::from(entry.documents), "document", "documents"),
                                bytes(entry.bytes),
                                files::day(entry.date),
                            ) }
                        </span>
                        <button
                            type="button"
                            class="link"
                            aria-label={format!("Rename {name}")}
                            onclick={go(About::Rename(key.to_owned()))}
                        >
                            { "Rename" }
                        </button>
                    } else {
                        <span>{ name }</span>
                    }
                    <button
                        type="button"
                        class="link"
                        aria-label={format!("Delete {name}")}
                        onclick={go(About::Delete(key.to_owned()))}
                    >
                        { "Delete" }
                    </button>
                </>
            }
        }
    }
}
