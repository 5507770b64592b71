//! What can be done with a person's own documents: reading files, keeping what is open, opening what is kept. It arrives later.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Date;
use protocol::Choice;
use protocol::kept::Entry;
use web_sys::Blob;
use yew::prelude::*;

use super::columns;
use super::kept::List;
use super::open_files;
use super::own::{self, Event as Own, Known, Slot, Tell, keeping};
use crate::browser::drop::Given;
use crate::browser::{dialog, files, history, place, store, timing};
use crate::files::{Intake, Stage};
use crate::shared::Shared;
use crate::state::{self, short};
use crate::study::Study;

/// Everything that is needed to do it.
#[derive(Clone)]
pub(super) struct Doing {
    pub(super) own: Slot,
    pub(super) intake: UseStateSetter<Intake>,
    pub(super) list: UseStateSetter<List>,
    /// What came of the last thing done with what is kept: a sentence.
    pub(super) said: UseStateSetter<String>,
    pub(super) tell: Callback<Own>,
    /// The files given last, to be read again.
    pub(super) files: Rc<RefCell<Shared<Vec<Given>>>>,
    /// The documents that are shown.
    pub(super) shown: Option<Shared<Study>>,
}

impl PartialEq for Doing {
    fn eq(&self, other: &Self) -> bool {
        // The rest never changes.
        self.shown == other.shown
    }
}

impl Doing {
    /// Reads files, in place of whatever was being read.
    pub(super) fn read(&self, files: &Shared<Vec<Given>>, choices: Vec<Choice>) {
        if files.is_empty() {
            return;
        }
        self.files.replace(files.clone());
        self.own.begin(own::read(files, choices, self.hearing()));
    }

    /// Says which columns are what.
    pub(super) fn choose(&self, choice: Choice) {
        self.own.choose(choice);
    }

    /// Stops reading: what was shown before stays. Documents that are shown and not judged yet are left.
    pub(super) fn stop(&self) {
        let undecided = self.shown.as_ref().is_some_and(|shown| shown.is_undecided());
        if !self.own.stop() && undecided {
            return self.leave();
        }
        self.intake.set(Intake::default());
    }

    /// Goes back to the documents that came with the page.
    pub(super) fn leave(&self) {
        self.own.clear();
        keeping::leave();
        self.intake.set(Intake::default());
        // Drawing them takes longer than an answer to a click should.
        let tell = self.tell.clone();
        timing::after_paint(move || tell.emit(Own::Back));
    }

    /// Reads the list of what is kept.
    pub(super) fn list(&self) {
        let list = self.list.clone();
        yew::platform::spawn_local(async move { list.set(List::read().await) });
    }

    /// Keeps what is open, as it is looked at now.
    pub(super) fn keep(&self) {
        let Some(study) = &self.shown else { return };
        self.said.set(format!("Keeping “{}” …", study.corpus.name));
        let correction = state::open(&history::read(), &study.scope()).view.correction;
        self.own.ask(|work| work.keep(&correction));
    }

    /// Calls one that is kept something else.
    pub(super) fn rename(&self, key: String, entry: Entry) {
        self.then(move || async move {
            let bytes = protocol::write(&entry).unwrap_or_default();
            store::say(&key, &bytes).await.map(|()| format!("It is called “{}” now.", entry.name))
        });
    }

    /// Deletes one; says so.
    pub(super) fn forget(&self, key: String, said: String) {
        self.then(move || async move {
            store::forget(&key).await?;
            keeping::note(|shown| short(shown) == key, false);
            Ok(said)
        });
    }

    /// Opens one that is kept, as it was looked at.
    pub(super) fn open(&self, key: String) {
        let doing = self.clone();
        self.then(move || async move {
            let entry = store::entry(&key).await?.and_then(|it| Entry::read(&it));
            let entry = entry.ok_or("It is kept no more.")?;
            doing.reopen(&key, &entry, entry.view()).await.map_err(|reason| {
                format!(
                    "“{}” could not be opened: {reason}. Open its files again, or delete it here.",
                    entry.name
                )
            })?;
            open_files::close();
            Ok(String::new())
        });
    }

    /// Opens one that a link is of, if it is kept.
    pub(super) fn recall(&self, key: String, link: String) {
        let doing = self.clone();
        yew::platform::spawn_local(async move {
            // Where not, the page has said already that the link is of other documents.
            let entry = store::entry(&key).await.ok().flatten().and_then(|it| Entry::read(&it));
            if let Some(entry) = entry {
                let _ = doing.reopen(&key, &entry, &link).await;
            }
        });
    }

    /// Opens what is kept, as a link has it.
    async fn reopen(&self, key: &str, entry: &Entry, link: &str) -> Result<(), String> {
        let goods = store::goods(key).await?.ok_or("its documents are gone")?;
        self.own.stop();
        let work = own::reopen(&goods, &entry.link, link, self.hearing()).await?;
        self.own.show(work);
        Ok(())
    }

    /// Does something with what is kept, then shows the list as it is and what came of it.
    fn then<F: Future<Output = Result<String, String>>>(&self, work: impl FnOnce() -> F + 'static) {
        let (list, said) = (self.list.clone(), self.said.clone());
        yew::platform::spawn_local(async move {
            said.set(work().await.unwrap_or_else(|reason| reason));
            list.set(List::read().await);
            if dialog::is_open() {
                // What it was on may have gone from the list.
                timing::next_frame(|| place::focus_if_lost(open_files::TITLE));
            }
        });
    }

    /// Whoever listens to what is at work.
    fn hearing(&self) -> Tell {
        let intake = self.intake.clone();
        let news = move |news: Intake| {
            let asks = news.stage == Stage::Asking;
            let last = news.tables.len().saturating_sub(1);
            intake.set(news);
            if asks {
                timing::next_frame(move || place::focus(&columns::text_id(last)));
            }
        };
        let doing = self.clone();
        let keep = move |known: &Known, goods: Option<Blob>| {
            let Known { name, documents, fingerprint } = known.clone();
            let key = short(fingerprint);
            doing.then(move || async move {
                let goods = match &goods {
                    Some(goods) => files::bytes(goods).await,
                    None => None,
                };
                let goods = goods.ok_or("The browser has no room to put them together.")?;
                let before = store::entry(&key).await?.and_then(|it| Entry::read(&it));
                // What it was called by the person it is called still.
                let name = before.map_or(name, |before| before.name);
                let bytes = u64::from(goods.byte_length());
                let (date, link) = (Date::now(), history::read());
                let entry = Entry { name, documents, bytes, date, link, now: None };
                let bytes = protocol::write(&entry).unwrap_or_default();
                store::keep(&key, &bytes, &goods).await?;
                keeping::note(|shown| shown == fingerprint, true);
                Ok(format!("“{}” is kept on this device.", entry.name))
            });
        };
        Tell { news: Rc::new(news), event: self.tell.clone(), keep: Rc::new(keep) }
    }
}

/// Notes how documents are looked at, where they are kept: what was said of them is not to be lost. Not those that were read from
/// their files again: what was said of them before is kept until they are kept anew.
pub(super) fn remember(fingerprint: u64, link: String) {
    if !keeping::is_kept(fingerprint) {
        return;
    }
    yew::platform::spawn_local(async move {
        let key = short(fingerprint);
        let Ok(Some(found)) = store::entry(&key).await else { return };
        // Whoever keeps typing leaves no trace of every letter.
        if history::read() != link {
            return;
        }
        if let Some(entry) = Entry::read(&found).filter(|entry| entry.view() != link) {
            let bytes = protocol::write(&Entry { now: Some(link), ..entry }).unwrap_or_default();
            // What cannot be noted is still in the address.
            let _ = store::say(&key, &bytes).await;
        }
    });
}
