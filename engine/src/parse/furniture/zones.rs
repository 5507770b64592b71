//! Rules of place: what stands above the title, under it, and after the end of the text.

use super::super::BoilerplateCode::{self, *};
use super::super::lines::list_marker;
use super::View;
use super::chunks::{Chunks, Separator};

/// How far from the edge of a page its menus reach, in lines.
const EDGE: usize = 8;
/// Words that make a line a paragraph of the text.
const PROSE: usize = 16;

/// Marks what place alone tells.
pub(super) fn mark(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let Some(first) = first_prose(view, codes) else { return };
    let last = last_prose(view, codes).unwrap_or(first);
    for at in (0..first.min(EDGE)).chain(last + 1..view.lines.len()) {
        if codes[at].is_none() && is_row(view, at) {
            codes[at] = Some(Navigation);
        }
    }
    masthead(view, codes, first);
    byline(view, codes, first);
    about(view, codes);
}

fn is_prose(view: &View<'_, '_>, at: usize) -> bool {
    view.in_table[at]
        || view.lines[at].words >= PROSE
        || view.lines[at].words >= 6 && view.lines[at].text.ends_with('.')
}

fn first_prose(view: &View<'_, '_>, codes: &[Option<BoilerplateCode>]) -> Option<usize> {
    (0..view.lines.len()).find(|at| codes[*at].is_none() && is_prose(view, *at))
}

fn last_prose(view: &View<'_, '_>, codes: &[Option<BoilerplateCode>]) -> Option<usize> {
    (0..view.lines.len()).rev().find(|at| codes[*at].is_none() && is_prose(view, *at))
}

/// A row of short parts: a menu, a breadcrumb, a list of links.
fn is_row(view: &View<'_, '_>, at: usize) -> bool {
    let line = &view.lines[at];
    let chunks = Chunks::of(line.text);
    let parts = chunks.parts.len();
    let marked = chunks.has(Separator::Path) || chunks.has(Separator::Bar);
    !view.in_table[at]
        && !(line.ends_sentence() && !(parts >= 3 && line.text.ends_with(['?', '!'])))
        && list_marker(line.text).is_none()
        && !chunks.has_prose()
        && chunks.longest() <= 8
        && (parts >= 3 || parts == 2 && (marked || line.words <= 8))
}

/// The name of the site above its menu: short lines over the first furniture of the page, where a title still comes below,
/// and one or two words between two pieces of furniture.
fn masthead(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>], first: usize) {
    let top = first.min(EDGE);
    let is_menu =
        |at: usize| matches!(codes[at], Some(Navigation | Widget | Reactions | IconNames | Legal));
    let Some(menu) = (0..top).find(|at| is_menu(*at)) else { return };
    let lowest = (menu..top).rev().find(|at| is_menu(*at)).unwrap_or(menu);
    let titled = |at: usize| (at + 1..first).any(|next| codes[next].is_none());
    let names: Vec<usize> = (0..lowest)
        .filter(|at| codes[*at].is_none() && !view.lines[*at].is_question())
        .filter(|at| match *at < menu {
            true => view.lines[*at].words <= 10 && titled(menu),
            false => view.lines[*at].words <= 2 && is_menu(at + 1) && titled(at + 1),
        })
        .collect();
    for at in names {
        codes[at] = Some(Navigation);
    }
}

/// A full name alone between the title and the text.
fn byline(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>], first: usize) {
    let Some(title) = (0..first).find(|at| codes[*at].is_none()) else { return };
    if let Some(at) = (title + 1..first.min(title + 3)).find(|at| codes[*at].is_none())
        && view.lines[at].is_full_name()
        && view.lines[title].words > 3
    {
        codes[at] = Some(Byline);
    }
}

/// What the site says of itself after the end: everything under its heading.
fn about(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let from = view.lines.len().saturating_sub(EDGE).max(view.lines.len() / 2);
    if let Some(heading) = (from..view.lines.len()).find(|at| codes[*at] == Some(AboutSite)) {
        for code in &mut codes[heading..] {
            *code = code.or(Some(AboutSite));
        }
    }
}
