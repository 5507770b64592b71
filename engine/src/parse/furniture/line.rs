//! Rules that look at one line alone.

use super::super::BoilerplateCode::{self, *};
use super::super::lines::{Line, list_marker};
use super::super::signs::{COMMA, QUESTION};
use super::View;
use super::chunks::{Chunks, Separator};
use super::fold;
use super::phrases::{AUTHOR_WORDS, PHRASES, Place, SOURCE_WORDS};
use super::reactions::{buttons, counter, rating};
use super::wording::Wording;

/// How far from the edge of a page its menus and notes reach, in lines.
pub(super) const EDGE: usize = 8;

/// The code of a line by its own form and wording.
pub(super) fn code(view: &View<'_, '_>, at: usize) -> Option<BoilerplateCode> {
    let line = &view.lines[at];
    let shape = view.shapes[at].as_str();
    if shape.is_empty() || view.is_set(at) {
        return None;
    }
    let edge = at < EDGE || at + EDGE >= view.lines.len();
    if glued_names(line, edge) {
        return Some(IconNames);
    }
    let chunks = &view.chunks[at];
    let late = at * 10 >= view.lines.len() * 7;
    phrase(line, shape, chunks, late, edge)
        .or_else(|| attribution(line, shape, chunks))
        .or_else(|| author(line, chunks))
        .or_else(|| buttons(line, chunks))
        .or_else(|| counter(line, shape, chunks))
        .or_else(|| path(line, chunks))
        .or_else(|| rating(line))
        .or_else(|| wrapped_in_dashes(line))
        .or_else(|| invitation(line, shape))
}

/// Names of icons or menu entries run together: one very long word of letters, or several joints inside a word.
///
/// Two joints are enough at the edge of a page; programs are full of names made so.
fn glued_names(line: &Line<'_>, edge: bool) -> bool {
    let tokens = line.words <= 5
        && (!line.ends_sentence() || line.text.ends_with('!'))
        && line.domain().is_none();
    tokens
        && line.text.split_whitespace().any(|word| {
            // Letters with two cases: a sentence in a script without blanks is one long word as well.
            let cased = |c: &char| c.is_lowercase() || c.is_uppercase() || *c == '-';
            let letters = word.chars().filter(cased).count();
            let joints = word
                .chars()
                .zip(word.chars().skip(1))
                .filter(|(a, b)| a.is_lowercase() && b.is_uppercase());
            (letters >= 30 && letters * 10 >= word.chars().count() * 9)
                || joints.count() >= if edge { 2 } else { 4 }
        })
}

/// Wording of menus, forms, forums and newsletters.
fn phrase(
    line: &Line<'_>,
    shape: &str,
    chunks: &Chunks<'_>,
    late: bool,
    edge: bool,
) -> Option<BoilerplateCode> {
    let wording = Wording::get();
    // Of all entries of the table that have a phrase here the first says what the line is.
    let mut first = PHRASES.len();
    for (phrase, entry) in wording.start.candidates(shape) {
        if *entry < first
            && starts(shape, phrase)
            && may_start(PHRASES[*entry].0, line, shape, phrase, chunks, late, edge)
        {
            first = *entry;
        }
    }
    let parts = if chunks.parts.len() > 1 { chunks.masks.as_slice() } else { &[] };
    for whole in parts.iter().map(String::as_str).chain([shape]).map(bare) {
        for (phrase, entry) in wording.whole.candidates(whole) {
            if *entry < first && whole == *phrase {
                first = *entry;
            }
        }
    }
    if line.words <= 20 {
        let words = shape.match_indices(' ').map(|(at, _)| &shape[at + 1..]);
        for rest in words.chain([shape]) {
            for (phrase, entry) in wording.inside.candidates(rest) {
                let near = edge || PHRASES[*entry].1 == Place::Inside;
                if near && *entry < first && rest.starts_with(phrase) {
                    first = *entry;
                }
            }
        }
    }
    PHRASES.get(first).map(|(code, _, _)| *code)
}

/// Whether a line that starts with a phrase is furniture and not prose that happens to start so.
fn may_start(
    code: BoilerplateCode,
    line: &Line<'_>,
    shape: &str,
    phrase: &str,
    chunks: &Chunks<'_>,
    late: bool,
    edge: bool,
) -> bool {
    let rest = shape.get(phrase.len()..).unwrap_or("").trim();
    let words = line.words;
    let prose = line.text.ends_with(['.', ',', ';']) && words > 8;
    match code {
        // The picture credit names somebody; a caption does not.
        Byline if phrase.ends_with(':') => {
            words <= 12 && (edge && !late || names_follow(line, phrase))
        }
        // A date, a name or a separator follows; "Published in his youth, he …" is prose.
        Byline => {
            words <= 16
                && !(line.text.ends_with('.') && words > 7)
                && (rest.contains(['#', '@', ':'])
                    || chunks.parts.len() > 1
                    || names_follow(line, phrase))
        }
        MemberCard => {
            words <= 14
                && !prose
                && (rest.contains(['#', '@', ':']) || chunks.parts.len() > 1 || words <= 3)
        }
        // One word that also starts headings counts when it is nearly all there is.
        Widget if late && words <= 16 => true,
        _ if !phrase.contains([' ', ':', '©', '[']) => {
            !prose
                && (words <= 2
                    || chunks.parts.len() > 1
                    || line.text.contains(':')
                    || shape.contains('#'))
        }
        Legal | Widget => words <= 26,
        _ => words <= 24 && !prose,
    }
}

/// Whether the words behind a phrase of `phrase`'s length start with capitals, as names do.
fn names_follow(line: &Line<'_>, phrase: &str) -> bool {
    let skip = phrase.split_whitespace().count();
    let mut rest = line.text.split_whitespace().skip(skip).take(2).peekable();
    rest.peek().is_some() && rest.all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// Whether a folded line starts with a phrase that no word goes on from.
fn starts(shape: &str, phrase: &str) -> bool {
    shape.strip_prefix(phrase).is_some_and(|rest| {
        !phrase.ends_with(char::is_alphanumeric)
            || !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\'')
    })
}

/// A folded line without the marks, numbers and brackets at its ends.
pub(super) fn bare(shape: &str) -> &str {
    shape.trim_matches(|c: char| !c.is_alphabetic() && c != '+')
}

/// Where an answer was taken from: a domain with little beside it.
fn attribution(line: &Line<'_>, shape: &str, chunks: &Chunks<'_>) -> Option<BoilerplateCode> {
    line.domain()?;
    let named = shape.split(|c: char| !c.is_alphabetic()).any(|word| SOURCE_WORDS.contains(&word));
    (line.words <= 14
        && !line.text.ends_with('.')
        && (named || chunks.parts.len() > 1)
        && list_marker(line.text).is_none())
    .then_some(Attribution)
}

/// Who wrote it and when, in front of or behind a separator, or alone.
fn author(line: &Line<'_>, chunks: &Chunks<'_>) -> Option<BoilerplateCode> {
    if line.words > 18 || line.ends_sentence() && !line.text.ends_with(['!', ':']) {
        return None;
    }
    let first = line.text.split_whitespace().next()?;
    // The longest of those words has four letters.
    if first.len() <= 4 && AUTHOR_WORDS.contains(&fold(first).as_str()) {
        let mut names = line.text.split_whitespace().skip(1);
        let name = names.next()?;
        let capital = name.chars().next().is_some_and(char::is_uppercase);
        let second = names.next().is_none_or(|w| {
            w.chars()
                .next()
                .is_some_and(|c| c.is_uppercase() || !c.is_alphanumeric() || c.is_numeric())
        });
        // A name alone, or a name or handle with a date, a path or a row of facts behind it.
        if chunks.parts.len() > 1 && (capital || chunks.has(Separator::Path))
            || capital && second && line.words <= 6
        {
            return Some(Byline);
        }
        let comma = || line.text.contains(", ") || fold(line.text).contains(" at ");
        if capital && second && line.words <= 9 && comma() {
            return Some(Byline);
        }
    }
    (line.signs.has_number()
        && (chunks.parts.len() > 1 || line.signs.has(COMMA))
        && super::dates::is_ago(line.text))
    .then_some(PosterName)
}

/// A path through a site, with two steps or more.
fn path(line: &Line<'_>, chunks: &Chunks<'_>) -> Option<BoilerplateCode> {
    let steps = chunks.count(Separator::Path);
    (steps >= 2
        && steps + 2 >= chunks.parts.len()
        && chunks.longest() <= 7
        && !chunks.has_prose()
        && !line.ends_sentence())
    .then_some(Navigation)
}

/// A motto between dashes, as signatures have it.
fn wrapped_in_dashes(line: &Line<'_>) -> Option<BoilerplateCode> {
    let dash = |c: char| matches!(c, '-' | '–' | '—' | '~' | '_');
    let inner = line.text.trim_matches(dash);
    let edges = line.text.starts_with(dash)
        && line.text.ends_with(dash)
        && line.text.len() >= inner.len() + 4;
    (edges
        && !inner.is_empty()
        && inner.starts_with(' ')
        && inner.ends_with(' ')
        && line.words <= 16)
        .then_some(Signature)
}

/// A question and the order to click: "Ready to …? Visit …".
fn invitation(line: &Line<'_>, shape: &str) -> Option<BoilerplateCode> {
    const ORDERS: &[&str] = &[
        "visit ",
        "try ",
        "book ",
        "call ",
        "click ",
        "sign up",
        "join ",
        "tell us",
        "log in",
        "download ",
        "subscribe",
    ];
    if !line.signs.has(QUESTION) {
        return None;
    }
    let (question, order) = shape.split_once("? ")?;
    (line.words <= 16
        && !question.contains('.')
        && ORDERS.iter().any(|o| order.starts_with(o))
        && order.split_whitespace().count() <= 6)
        .then_some(Advertisement)
}
