//! Rules of place: what stands above the title, under it, and after the end of the text.

use super::super::BoilerplateCode::{self, *};
use super::super::lines::list_marker;
use super::View;
use super::chunks::Separator;
use super::line::EDGE;
use super::tail::lead;

/// Words a site's name and motto may have.
const MOTTO: usize = 12;
/// Words that make a closed sentence a paragraph of the text.
const PROSE: usize = 16;
/// Words that make any line one: titles are long, but not so long.
const LONG: usize = 24;

/// Marks what place alone tells.
pub(super) fn mark(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let Some(first) = first_prose(view, codes) else { return };
    let last = last_prose(view, codes).unwrap_or(first);
    for at in (0..first.min(EDGE)).chain(last + 1..view.lines.len()) {
        if codes[at].is_none() && is_row(view, at) {
            codes[at] = Some(Navigation);
        }
    }
    masthead(view, codes);
    byline(view, codes, first);
    about(view, codes);
}

pub(super) fn is_prose(view: &View<'_, '_>, at: usize) -> bool {
    let line = &view.lines[at];
    view.is_set(at)
        || line.words >= LONG
        || line.words >= PROSE && line.ends_sentence() && !line.is_question()
        || line.words >= 6 && line.text.ends_with('.')
}

pub(super) fn first_prose(view: &View<'_, '_>, codes: &[Option<BoilerplateCode>]) -> Option<usize> {
    (0..view.lines.len()).find(|at| codes[*at].is_none() && is_prose(view, *at))
}

pub(super) fn last_prose(view: &View<'_, '_>, codes: &[Option<BoilerplateCode>]) -> Option<usize> {
    (0..view.lines.len()).rev().find(|at| codes[*at].is_none() && is_prose(view, *at))
}

/// A row of short parts: a menu, a breadcrumb, a list of links.
pub(super) fn is_row(view: &View<'_, '_>, at: usize) -> bool {
    let line = &view.lines[at];
    let chunks = &view.chunks[at];
    let parts = chunks.parts.len();
    let marked = chunks.has(Separator::Path) || chunks.has(Separator::Bar);
    !view.is_set(at)
        && !(line.ends_sentence() && !(parts >= 3 && line.text.ends_with(['?', '!'])))
        && list_marker(line.text).is_none()
        && (parts >= 3 || !chunks.has_prose())
        && chunks.longest() <= 8
        && (parts >= 3 || parts == 2 && (marked || line.words <= 8))
}

/// The name of the site above its menu: short lines over the first furniture of the page, where a title still comes below,
/// and one or two words between two pieces of furniture.
fn masthead(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    // A motto may be a sentence; it is shorter than a paragraph.
    let text =
        |at: &usize| is_prose(view, *at) && codes[*at].is_none() && view.lines[*at].words >= MOTTO;
    let first = (0..view.lines.len()).find(text).unwrap_or(0);
    let top = first.min(EDGE);
    let is_menu =
        |at: usize| matches!(codes[at], Some(Navigation | Widget | Reactions | IconNames | Legal));
    let Some(menu) = (0..top).find(|at| is_menu(*at)) else { return };
    let lowest = (menu..top).rev().find(|at| is_menu(*at)).unwrap_or(menu);
    let titled = |at: usize| (at + 1..first).any(|next| codes[next].is_none());
    let names: Vec<usize> = (0..lowest)
        .filter(|at| codes[*at].is_none() && !view.lines[*at].is_question())
        .filter(|at| match *at < menu {
            true => {
                let line = &view.lines[*at];
                let named = lead(line.text).split_whitespace().count() <= 4;
                line.words <= if named { MOTTO + 2 } else { MOTTO - 2 } && titled(menu)
            }
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
