//! Forum threads: names of posters and the cards beside their posts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::BoilerplateCode::{self, *};
use super::super::lines::Line;
use super::View;
use super::chunks::Chunks;
use super::names::{in_header, in_saying};

/// Tiny lines that make a card when they follow each other.
const CARD: usize = 4;

/// Marks names and cards where a document has the lines that stand around posts.
pub(super) fn mark(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    cards(view, codes);
    let around = codes.iter().filter(|code| code.is_some_and(is_around_post)).count();
    if around >= 3 {
        names(view, codes);
        sayings(view, codes);
        mottoes(view, codes);
    }
}

/// Whether lines of this kind stand above or below posts.
pub(in crate::parse) fn is_around_post(code: BoilerplateCode) -> bool {
    is_above_post(code) || matches!(code, Reactions | EditMark | Signature)
}

/// Whether lines of this kind stand above posts.
pub(in crate::parse) fn is_above_post(code: BoilerplateCode) -> bool {
    matches!(code, PosterName | MemberCard)
}

/// A run of tiny lines, one of them a known label of member details, is a card from end to end.
fn cards(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let tiny = |at: usize| {
        let line = &view.lines[at];
        line.words <= 4
            && !line.ends_sentence()
            && !view.is_set(at)
            && !line.text.starts_with(['•', '*', '-'])
    };
    let mut start = 0;
    while start < view.lines.len() {
        let mut end = start;
        while end < view.lines.len() && tiny(end) {
            end += 1;
        }
        let labels = codes[start..end].iter().filter(|code| **code == Some(MemberCard)).count();
        if end - start >= CARD && labels >= 2 {
            // From the first label on; what stands above it is the name, or belongs to the page.
            let first = (start..end).find(|at| codes[*at] == Some(MemberCard)).unwrap_or(start);
            for code in &mut codes[first..end] {
                *code = Some(MemberCard);
            }
            if first > start
                && view.lines[first - 1].looks_like_name()
                && codes[first - 1].is_none()
            {
                codes[first - 1] = Some(PosterName);
            }
        }
        start = end.max(start + 1);
    }
}

/// A name on a line of its own: above a card, or where a post begins and in the form of a handle or a full name.
fn names(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let mut standing: FxHashMap<&str, usize> = FxHashMap::default();
    for line in view.lines.iter().filter(|line| line.looks_like_name()) {
        *standing.entry(line.text).or_default() += 1;
    }
    let candidates: Vec<usize> = (0..view.lines.len())
        .filter(|at| codes[*at].is_none() && view.lines[*at].looks_like_name() && !view.is_set(*at))
        .filter(|at| {
            let line = &view.lines[*at];
            let above_card = codes.get(at + 1).is_some_and(|code| *code == Some(MemberCard));
            let begins = *at > 0 && codes[at - 1].is_some() && at + 1 < view.lines.len();
            let repeated = standing.get(line.text).is_some_and(|times| *times >= 2);
            let handle = line.words == 1
                && line.text.chars().any(|c| c.is_ascii_digit() || matches!(c, '_' | '.' | '-'));
            let below_post = begins && codes[at - 1].is_some_and(is_around_post);
            // The first line of a page may be its title, even when it is short.
            *at > 0
                && (above_card
                    || begins && repeated
                    || below_post && (handle || line.words == 1 || line.is_full_name()))
        })
        .collect();
    for at in candidates {
        codes[at] = Some(PosterName);
    }
    // A name known from one post stands alone above others too, and beside a rank or a date.
    let known: FxHashSet<&str> = (0..view.lines.len())
        .filter(|at| codes[*at] == Some(PosterName))
        .map(|at| view.lines[at].text)
        .collect();
    for (at, line) in view.lines.iter().enumerate().filter(|(at, _)| *at > 0) {
        let alone = codes[at].is_none() && line.words <= 3 && known.contains(line.text);
        if alone
            || codes[at].is_none()
                && codes[at - 1].is_some_and(is_around_post)
                && is_name_with_rank(line, &view.chunks[at])
        {
            codes[at] = Some(PosterName);
        }
    }
}

/// Whose words follow, where the name heads a post too.
fn sayings(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let known: FxHashSet<&str> = (0..view.lines.len())
        .filter(|at| codes[*at] == Some(PosterName))
        .map(|at| in_header(view.lines[at].text).unwrap_or(view.lines[at].text))
        .collect();
    for (at, line) in view.lines.iter().enumerate().filter(|(_, line)| line.words <= 7) {
        if codes[at].is_none() && in_saying(line.text).is_some_and(|name| known.contains(name)) {
            codes[at] = Some(Attribution);
        }
    }
}

/// A handle, a separator and a few words: how some boards head a post.
fn is_name_with_rank(line: &Line<'_>, chunks: &Chunks<'_>) -> bool {
    let Some(first) = chunks.parts.first() else { return false };
    let handle = !first.contains(' ')
        && first.chars().any(|c| c.is_ascii_digit() || matches!(c, '_' | '-' | '.'));
    chunks.parts.len() > 1 && handle && line.words <= 6 && !line.ends_sentence()
}

/// A line that closes several posts word for word is a signature.
fn mottoes(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let closes = |at: usize, codes: &[Option<BoilerplateCode>]| {
        codes.get(at + 1).is_none_or(|next| next.is_some_and(is_around_post))
    };
    let mut endings: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, line) in view.lines.iter().enumerate() {
        if codes[at].is_none()
            && line.words <= 20
            && at > 0
            && codes[at - 1].is_none()
            && closes(at, codes)
        {
            endings.entry(line.text).or_default().push(at);
        }
    }
    let mut repeated: Vec<usize> = Vec::new();
    for line in view.lines {
        if let Some(places) = endings.get(line.text).filter(|places| places.len() >= 2) {
            repeated.extend(places);
        }
    }
    for at in repeated {
        codes[at] = Some(Signature);
    }
}
