//! A view as the readable text after `#`, and back.
//!
//! `v=1&view=terms&topic=2,5&term=crying&thr=0.5&pin=1.32-54.off&fp=9f3a21bc`: topics, documents, sections and blocks are
//! numbered from 1, keys that hold their usual value are left out, and the fingerprint tells which corpus the numbers belong
//! to. Topics and sections are those found under the link's own threshold, pins and merges. Reading never fails: what makes
//! no sense is left out and named in a notice.

mod keys;
mod percent;
mod read;
mod spelling;
mod write;

use engine::Corpus;

pub use self::keys::short;
use self::read::take;
pub use self::spelling::tenths;
pub use self::write::{searching, write};
use super::view::ViewState;

const VERSION: &str = "1";
/// A link this page writes stays far below; longer text is not one of ours.
const LONGEST: usize = 65_536;

/// What the numbers of a link may point at.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Scope {
    /// The corpus's fingerprint.
    pub fingerprint: u64,
    /// How many blocks each document has.
    pub blocks: Vec<u32>,
    /// How many topics there are.
    pub topics: u32,
    /// How many sections.
    pub sections: u32,
    /// How many groups of documents.
    pub groups: u32,
}

impl Scope {
    /// What can be pointed at before anything is judged.
    pub fn of(corpus: &Corpus) -> Self {
        Self::known(corpus, corpus.fingerprint())
    }

    /// The same of a corpus whose fingerprint is known, which takes a while to find.
    pub fn known(corpus: &Corpus, fingerprint: u64) -> Self {
        let blocks = corpus.documents.iter().map(|document| document.blocks.len() as u32).collect();
        Self { fingerprint, blocks, topics: 0, sections: 0, groups: 0 }
    }
}

/// A link as it was understood.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Opened {
    /// What fits.
    pub view: ViewState,
    /// What did not, as sentences for people.
    pub notices: Vec<String>,
}

/// Reads a link, with or without its `#`.
pub fn open(link: &str, scope: &Scope) -> Opened {
    let link = link.strip_prefix('#').unwrap_or(link);
    let mut opened = Opened::default();
    if link.is_empty() {
        return opened;
    }
    if link.len() > LONGEST {
        opened
            .notices
            .push("The link is too long to be one of this page’s; it was left out.".into());
        return opened;
    }
    let mut odd = Vec::new();
    let other_corpus = foreign(link, scope.fingerprint).is_some();
    for pair in link.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        match key {
            "v" if value == VERSION => {}
            "v" => opened.notices.push(
                "The link was made by another version of this page; what still fits was kept."
                    .into(),
            ),
            "fp" => {}
            // Their numbers would point at anything.
            _ if other_corpus && points(key, value) => {}
            _ => {
                if take(&mut opened.view, key, value, scope).is_none() && odd.len() < 5 {
                    odd.push(printable(pair));
                }
            }
        }
    }
    if other_corpus {
        opened.notices.push(
            "The link is of other documents, or of another version of these: what it says of their topics, sections and \
             verdicts was left out. Files of your own have to be opened again, unless they are kept on this device."
                .into(),
        );
    }
    if !odd.is_empty() {
        opened.notices.push(format!(
            "Parts of the link mean nothing here and were left out: {}.",
            odd.join(", ")
        ));
    }
    opened
}

/// Whether a part of a link points into the documents it was made for, or into what was found in them.
fn points(key: &str, value: &str) -> bool {
    const POINTERS: [&str; 12] = [
        "topic", "group", "hide", "show", "why", "document", "at", "page", "thr", "pin", "merge",
        "name",
    ];
    let searches = matches!(key, "q" | "a" | "b");
    let numbered = |text: String| !engine::explore::topic_numbers(&text).is_empty();
    POINTERS.contains(&key) || searches && percent::decode(value).is_some_and(numbered)
}

/// The documents that a link is of, where they are others than these: their fingerprint as it stands there.
pub fn foreign(link: &str, fingerprint: u64) -> Option<String> {
    let own = short(fingerprint);
    link.split('&')
        .filter_map(|pair| pair.strip_prefix("fp="))
        .find(|other| *other != own)
        .map(str::to_owned)
}

/// The start of a part of a link, safe to show.
fn printable(pair: &str) -> String {
    const LENGTH: usize = 30;
    let mut shown: String =
        pair.chars().take(LENGTH).filter(|character| !character.is_control()).collect();
    if pair.chars().count() > LENGTH {
        shown.push('\u{2026}');
    }
    format!("“{shown}”")
}
