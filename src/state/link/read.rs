//! One key of a link, taken into a view.

use super::keys::{column_key, verdict};
use super::spelling::{number, pin, place, tenths_of};
use super::{Scope, percent};
use crate::state::names::Names;
use crate::state::numbers::Numbers;
use crate::state::panes::{
    CollocateColumn, CollocatesView, ContextOrder, ContextsView, Embed, Measure, Pane,
};
use crate::state::view::{Column, Sort, ViewState};

const LONGEST_TEXT: usize = 200;
/// Words of a stop list that are taken; nobody adds more by hand.
const MOST_WORDS: usize = 2_000;

/// Takes one key of a link into the view. `None` where any of it makes no sense; the rest of it is taken all the same.
pub(super) fn take(view: &mut ViewState, key: &str, value: &str, scope: &Scope) -> Option<()> {
    match (key, value) {
        ("view", _) => view.pane = Pane::ALL.into_iter().find(|pane| pane.key() == value)?,
        ("embed", _) => {
            view.embed = Some(Embed::ALL.into_iter().find(|embed| embed.key() == value)?);
        }
        ("q", _) => view.search = text(value)?,
        ("furniture", "shown") => view.furniture = true,
        ("topic", _) => return numbers(&mut view.topics, value, scope.topics),
        ("group", _) => return numbers(&mut view.groups, value, scope.groups),
        ("hide", _) => return numbers(&mut view.hidden, value, scope.topics),
        ("show", _) => return numbers(&mut view.shown, value, scope.topics),
        ("why", _) => return numbers(&mut view.reasons, value, scope.sections),
        ("document", _) => view.document = Some(number(value, scope.blocks.len() as u32)?),
        ("at", _) => view.at = Some(number(value, scope.sections)?),
        ("verdict", _) => view.verdict = Some(verdict(value)?),
        ("page", _) => view.topics_view.page = Some(number(value, scope.topics)?),
        ("lambda", _) => view.topics_view.lambda = small(value, 0, 100)?,
        _ => return terms(view, key, value).or_else(|| edits(view, key, value, scope)),
    }
    Some(())
}

/// The keys of terms and of what stands around them.
fn terms(view: &mut ViewState, key: &str, value: &str) -> Option<()> {
    let (contexts, collocates) = (&mut view.contexts, &mut view.collocates);
    match (key, value) {
        ("sort", _) => view.sort = sort(value)?,
        ("words", _) => view.words = small(value, 1, ViewState::LONGEST_PHRASE)?,
        ("common", "shown") => view.common = true,
        ("find", _) => view.find = text(value)?,
        ("term", _) => view.term = Some(text(value).filter(|text| !text.is_empty())?),
        ("forms", _) => view.forms = Some(text(value).filter(|text| !text.is_empty())?),
        ("span", _) => contexts.span = small(value, 1, ContextsView::WIDEST)?,
        ("order", _) => {
            contexts.order = ContextOrder::ALL.into_iter().find(|order| order.key() == value)?;
        }
        ("left-out", "away") => contexts.without = true,
        ("near", _) => collocates.span = small(value, 1, CollocatesView::WIDEST)?,
        ("floor", _) => collocates.floor = small(value, 1, CollocatesView::HIGHEST)?,
        ("by", _) => {
            let found = CollocateColumn::ALL.into_iter().find(|column| column.key() == value);
            collocates.column = found?;
        }
        ("turned", "yes") => collocates.reversed = true,
        ("among", "everything") => collocates.everything = true,
        ("near-common", "shown") => collocates.common = true,
        ("a", _) => view.compare.a = text(value)?,
        ("b", _) => view.compare.b = text(value)?,
        ("measure", "g2") => view.compare.measure = Measure::G2,
        _ => return None,
    }
    Some(())
}

/// The keys of what a person said of verdicts, topics and words.
fn edits(view: &mut ViewState, key: &str, value: &str, scope: &Scope) -> Option<()> {
    let correction = &mut view.correction;
    match key {
        "thr" => correction.threshold = tenths_of(value)?,
        "pin" => {
            return each(value, |part| {
                correction.pins.say(pin(part, &scope.blocks)?);
                Some(())
            });
        }
        "merge" => {
            return each(value, |part| {
                let (one, other) = part.split_once('~')?;
                let (one, other) = (place(one, &scope.blocks)?, place(other, &scope.blocks)?);
                correction.merges.join(one, other);
                (one != other).then_some(())
            });
        }
        "name" => {
            return each(value, |part| {
                let (at, name) = part.split_once('~')?;
                let name = text(name).filter(|name| name.chars().count() <= Names::LONGEST)?;
                view.names.give(place(at, &scope.blocks)?, &name);
                (!name.trim().is_empty()).then_some(())
            });
        }
        "stop" => return words(value, |word| view.stops.add(word)),
        "keep" => return words(value, |word| view.stops.take(word)),
        _ => return None,
    }
    Some(())
}

/// Takes the parts of a list, those that make sense.
fn each(value: &str, mut take: impl FnMut(&str) -> Option<()>) -> Option<()> {
    let mut all = Some(());
    for part in value.split(',') {
        all = take(part).and(all);
    }
    all
}

fn words(value: &str, mut take: impl FnMut(&str)) -> Option<()> {
    let mut taken = 0;
    each(value, |part| {
        let word = text(part).filter(|word| !word.is_empty() && taken < MOST_WORDS)?;
        taken += 1;
        take(&word);
        Some(())
    })
}

fn numbers(set: &mut Numbers, value: &str, limit: u32) -> Option<()> {
    each(value, |part| {
        set.insert(number(part, limit)?);
        Some(())
    })
}

fn small(value: &str, least: u8, most: u8) -> Option<u8> {
    value.parse().ok().filter(|number| (least..=most).contains(number))
}

/// Text a person may have typed: short, and without characters that cannot be typed.
fn text(value: &str) -> Option<String> {
    percent::decode(value)
        .filter(|text| text.chars().count() <= LONGEST_TEXT && !text.chars().any(char::is_control))
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
