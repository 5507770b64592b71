//! A view as the readable text after `#`, and back.
//!
//! `v=1&view=terms&topic=2,5&term=crying&thr=0.5&pin=1.32-54.off&fp=9f3a21bc`: topics, documents, sections and blocks are
//! numbered from 1, keys that hold their usual value are left out, and the fingerprint tells which corpus the numbers belong
//! to. Topics and sections are those found under the link's own threshold and pins. Reading never fails: what makes no sense
//! is left out and named in a notice.

use engine::Corpus;
use engine::separate::Verdict;

use super::correction::Correction;
use super::numbers::Numbers;
use super::percent;
use super::spelling::{pin, pin_text, tenths, tenths_of};
use super::view::{Column, Pane, Sort, ViewState};

const VERSION: &str = "1";
/// A link this page writes stays far below; longer text is not one of ours.
const LONGEST: usize = 16_384;
const LONGEST_TEXT: usize = 200;

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
}

impl Scope {
    /// What can be pointed at before anything is judged.
    pub fn of(corpus: &Corpus) -> Self {
        let blocks = corpus.documents.iter().map(|document| document.blocks.len() as u32);
        Self { fingerprint: corpus.fingerprint(), blocks: blocks.collect(), topics: 0, sections: 0 }
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

/// The link of a view, without its `#`.
pub fn write(view: &ViewState, fingerprint: u64) -> String {
    let mut link = format!("v={VERSION}");
    let mut put = |key: &str, value: &str| {
        link.push('&');
        link.push_str(key);
        link.push('=');
        link.push_str(value);
    };
    match view.pane {
        Pane::Read => {}
        Pane::Terms => put("view", "terms"),
        Pane::Changes => put("view", "changes"),
    }
    for (key, set) in [("topic", &view.topics), ("hide", &view.hidden), ("show", &view.shown)] {
        if !set.is_empty() {
            put(key, &numbers(set));
        }
    }
    if let Some(verdict) = view.verdict {
        put("verdict", verdict_key(verdict));
    }
    if let Some(document) = view.document {
        put("document", &(document + 1).to_string());
    }
    if view.furniture {
        put("furniture", "shown");
    }
    if let Some(section) = view.at {
        put("at", &(section + 1).to_string());
    }
    if !view.reasons.is_empty() {
        put("why", &numbers(&view.reasons));
    }
    if view.sort != Sort::default() {
        let direction = if view.sort.descending { "down" } else { "up" };
        put("sort", &format!("{}-{direction}", column_key(view.sort.column)));
    }
    if view.common {
        put("common", "shown");
    }
    for (key, text) in [("find", Some(&view.find)), ("term", view.term.as_ref())] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            let mut value = String::new();
            percent::encode(text, &mut value);
            put(key, &value);
        }
    }
    let Correction { threshold, pins } = &view.correction;
    if *threshold != 0 {
        put("thr", &tenths(*threshold));
    }
    if !pins.as_slice().is_empty() {
        let pins: Vec<String> = pins.as_slice().iter().map(pin_text).collect();
        put("pin", &pins.join(","));
    }
    put("fp", &short(fingerprint));
    link
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
    let mut other_corpus = false;
    for pair in link.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        match key {
            "v" if value == VERSION => {}
            "v" => opened.notices.push(
                "The link was made by another version of this page; what still fits was kept."
                    .into(),
            ),
            "fp" => other_corpus |= value != short(scope.fingerprint),
            _ => {
                if !take(&mut opened.view, key, value, scope) && odd.len() < 5 {
                    odd.push(printable(pair));
                }
            }
        }
    }
    if other_corpus {
        opened.notices.push(
            "The link was made for another version of these documents; what still fits was kept."
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

/// Takes one key of a link into the view. `false` where any of it makes no sense; the rest of it is taken all the same.
fn take(view: &mut ViewState, key: &str, value: &str, scope: &Scope) -> bool {
    match (key, value) {
        ("view", "terms") => view.pane = Pane::Terms,
        ("view", "changes") => view.pane = Pane::Changes,
        ("view", "read") => view.pane = Pane::Read,
        ("furniture", "shown") => view.furniture = true,
        ("common", "shown") => view.common = true,
        ("topic", _) => return take_numbers(&mut view.topics, value, scope.topics),
        ("hide", _) => return take_numbers(&mut view.hidden, value, scope.topics),
        ("show", _) => return take_numbers(&mut view.shown, value, scope.topics),
        ("why", _) => return take_numbers(&mut view.reasons, value, scope.sections),
        ("document", _) => view.document = number(value, scope.blocks.len() as u32),
        ("at", _) => view.at = number(value, scope.sections),
        ("verdict", _) => view.verdict = verdict(value),
        ("find", _) => match text(value) {
            Some(text) => view.find = text,
            None => return false,
        },
        ("term", _) => view.term = text(value).filter(|text| !text.is_empty()),
        ("thr", _) => match tenths_of(value) {
            Some(threshold) => view.correction.threshold = threshold,
            None => return false,
        },
        ("pin", _) => return take_pins(view, value, scope),
        ("sort", _) => match sort(value) {
            Some(sort) => view.sort = sort,
            None => return false,
        },
        _ => return false,
    }
    match key {
        "document" => view.document.is_some(),
        "at" => view.at.is_some(),
        "verdict" => view.verdict.is_some(),
        "term" => view.term.is_some(),
        _ => true,
    }
}

fn take_numbers(set: &mut Numbers, value: &str, limit: u32) -> bool {
    let mut all = true;
    for part in value.split(',') {
        match number(part, limit) {
            Some(number) => set.insert(number),
            None => all = false,
        }
    }
    all
}

fn take_pins(view: &mut ViewState, value: &str, scope: &Scope) -> bool {
    let mut all = true;
    for part in value.split(',') {
        match pin(part, &scope.blocks) {
            Some(pin) => view.correction.pins.say(pin),
            None => all = false,
        }
    }
    all
}

/// A number from 1 to `limit`, counted from 0.
pub(super) fn number(value: &str, limit: u32) -> Option<u32> {
    let number = value.parse::<u32>().ok()?;
    (1..=limit).contains(&number).then(|| number - 1)
}

fn numbers(set: &Numbers) -> String {
    let parts: Vec<String> = set.iter().map(|number| (number + 1).to_string()).collect();
    parts.join(",")
}

/// Text a person may have typed: short, and without characters that cannot be typed.
fn text(value: &str) -> Option<String> {
    percent::decode(value)
        .filter(|text| text.chars().count() <= LONGEST_TEXT && !text.chars().any(char::is_control))
}

fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::OnTopic => "on",
        Verdict::OffTopic => "off",
        Verdict::Unsure => "unsure",
    }
}

fn verdict(value: &str) -> Option<Verdict> {
    [Verdict::OnTopic, Verdict::OffTopic, Verdict::Unsure]
        .into_iter()
        .find(|verdict| verdict_key(*verdict) == value)
}

fn column_key(column: Column) -> &'static str {
    match column {
        Column::Term => "term",
        Column::Count => "count",
        Column::Before => "before",
        Column::Change => "change",
        Column::Rate => "rate",
        Column::Keyness => "keyness",
        Column::Ratio => "ratio",
        Column::Documents => "documents",
    }
}

fn sort(value: &str) -> Option<Sort> {
    let (key, direction) = value.split_once('-')?;
    let column = Column::ALL.into_iter().find(|column| column_key(*column) == key)?;
    let descending = match direction {
        "down" => true,
        "up" => false,
        _ => return None,
    };
    Some(Sort { column, descending })
}

/// Eight digits tell corpora apart well enough to warn, and keep the link short.
fn short(fingerprint: u64) -> String {
    format!("{:08x}", fingerprint >> 32)
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
