//! A view as the readable text after `#`.

use super::keys::{column_key, short, verdict_key};
use super::spelling::{pin_text, place_text, tenths};
use super::{VERSION, percent};
use crate::state::numbers::Numbers;
use crate::state::panes::{CollocatesView, CompareView, ContextsView, Measure, Pane, TopicsView};
use crate::state::view::{Sort, ViewState};

/// A link as it grows.
struct Link(String);

impl Link {
    /// Adds a key whose value is safe as it is.
    fn put(&mut self, key: &str, value: &str) {
        self.0.push('&');
        self.0.push_str(key);
        self.0.push('=');
        self.0.push_str(value);
    }

    /// Adds a key whose value a person may have typed.
    fn text(&mut self, key: &str, value: &str) {
        let mut encoded = String::new();
        percent::encode(value, &mut encoded);
        self.put(key, &encoded);
    }

    fn list(&mut self, key: &str, parts: &[String]) {
        if !parts.is_empty() {
            self.put(key, &parts.join(","));
        }
    }

    fn numbers(&mut self, key: &str, set: &Numbers) {
        let parts: Vec<String> = set.iter().map(|number| (number + 1).to_string()).collect();
        self.list(key, &parts);
    }

    fn words(&mut self, key: &str, words: &[String]) {
        self.list(key, &words.iter().map(|word| encoded(word)).collect::<Vec<_>>());
    }

    /// Adds a number where it is not the usual one.
    fn unless(&mut self, key: &str, number: u8, usual: u8) {
        if number != usual {
            self.put(key, &number.to_string());
        }
    }

    fn flag(&mut self, key: &str, value: &str, is: bool) {
        if is {
            self.put(key, value);
        }
    }
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    percent::encode(text, &mut out);
    out
}

/// The link of a view, without its `#`.
pub fn write(view: &ViewState, fingerprint: u64) -> String {
    let mut link = Link(format!("v={VERSION}"));
    if view.pane != Pane::default() {
        link.put("view", view.pane.key());
    }
    if let Some(embed) = view.embed {
        link.put("embed", embed.key());
    }
    if !view.search.is_empty() {
        link.text("q", &view.search);
    }
    link.numbers("topic", &view.topics);
    link.numbers("group", &view.groups);
    link.numbers("hide", &view.hidden);
    link.numbers("show", &view.shown);
    if let Some(verdict) = view.verdict {
        link.put("verdict", verdict_key(verdict));
    }
    if let Some(document) = view.document {
        link.put("document", &(document + 1).to_string());
    }
    link.flag("furniture", "shown", view.furniture);
    if let Some(section) = view.at {
        link.put("at", &(section + 1).to_string());
    }
    link.numbers("why", &view.reasons);
    terms(&mut link, view);
    contexts(&mut link, &view.contexts);
    collocates(&mut link, &view.collocates);
    compare(&mut link, &view.compare);
    topics(&mut link, view.topics_view);
    edits(&mut link, view);
    link.put("fp", &short(fingerprint));
    link.0
}

/// A link that searches for something in the same documents, as another link has them: what was said of verdicts, topics and words
/// stays, filters and the place go.
pub fn searching(link: &str, search: &str, fingerprint: u64) -> String {
    const LEFT: [&str; 7] = ["q", "at", "view", "topic", "verdict", "document", "group"];
    let bare = write(&ViewState::default(), fingerprint);
    let link = if link.is_empty() { &bare } else { link };
    let stays = |pair: &&str| !LEFT.contains(&pair.split('=').next().unwrap_or_default());
    let mut next = Link(link.split('&').filter(stays).collect::<Vec<_>>().join("&"));
    next.text("q", search);
    next.0
}

fn terms(link: &mut Link, view: &ViewState) {
    if view.sort != Sort::default() {
        let direction = if view.sort.descending { "down" } else { "up" };
        link.put("sort", &format!("{}-{direction}", column_key(view.sort.column)));
    }
    link.unless("words", view.words, 1);
    link.flag("common", "shown", view.common);
    for (key, text) in [("forms", &view.forms), ("term", &view.term)] {
        if let Some(text) = text.as_ref().filter(|text| !text.is_empty()) {
            link.text(key, text);
        }
    }
    if !view.find.is_empty() {
        link.text("find", &view.find);
    }
}

fn contexts(link: &mut Link, view: &ContextsView) {
    let usual = ContextsView::default();
    link.unless("span", view.span, usual.span);
    link.flag("order", view.order.key(), view.order != usual.order);
    link.flag("left-out", "away", view.without);
}

fn collocates(link: &mut Link, view: &CollocatesView) {
    let usual = CollocatesView::default();
    link.unless("near", view.span, usual.span);
    link.unless("floor", view.floor, usual.floor);
    link.flag("by", view.column.key(), view.column != usual.column);
    link.flag("turned", "yes", view.reversed);
    link.flag("among", "everything", view.everything);
    link.flag("near-common", "shown", view.common);
}

fn compare(link: &mut Link, view: &CompareView) {
    let usual = CompareView::default();
    for (key, side, usual) in [("a", &view.a, &usual.a), ("b", &view.b, &usual.b)] {
        if side != usual {
            link.text(key, side);
        }
    }
    link.flag("measure", "g2", view.measure == Measure::G2);
}

fn topics(link: &mut Link, view: TopicsView) {
    if let Some(page) = view.page {
        link.put("page", &(page + 1).to_string());
    }
    link.unless("lambda", view.lambda, TopicsView::default().lambda);
}

/// What a person said of verdicts, topics and words.
fn edits(link: &mut Link, view: &ViewState) {
    let correction = &view.correction;
    if correction.threshold != 0 {
        link.put("thr", &tenths(correction.threshold));
    }
    link.list("pin", &correction.pins.as_slice().iter().map(pin_text).collect::<Vec<_>>());
    let merges = correction.merges.as_slice().iter();
    let merges = merges.map(|(one, other)| format!("{}~{}", place_text(*one), place_text(*other)));
    link.list("merge", &merges.collect::<Vec<_>>());
    let names = view.names.as_slice().iter();
    let names = names.map(|(place, name)| format!("{}~{}", place_text(*place), encoded(name)));
    link.list("name", &names.collect::<Vec<_>>());
    link.words("stop", view.stops.added());
    link.words("keep", view.stops.taken());
}
