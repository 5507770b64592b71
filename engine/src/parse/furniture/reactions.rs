//! What stands under a post or over a review: buttons, counters, stars.

use super::super::BoilerplateCode::{self, *};
use super::super::lines::{Line, list_marker};
use super::chunks::Chunks;
use super::fold;
use super::line::bare;
use super::phrases::{BUTTONS, COUNTED};

/// Whether a part of a line says what a button says, or nothing in letters.
fn is_button(part: &str) -> bool {
    let folded = fold(part);
    let word = bare(&folded);
    BUTTONS.contains(&word) || word.is_empty()
}

/// Whether one part of several is a button.
pub(super) fn has_button(chunks: &Chunks<'_>) -> bool {
    let named = |part: &&str| part.contains(char::is_alphabetic) && is_button(part);
    chunks.parts.len() > 1 && chunks.parts.iter().any(named)
}

/// A row of buttons: every part says what a button says, or is a number or a symbol.
pub(super) fn buttons(line: &Line<'_>, chunks: &Chunks<'_>) -> Option<BoilerplateCode> {
    if line.words > 16 {
        return None;
    }
    let symbols = line.text.chars().all(|c| !c.is_alphabetic()) && line.text.chars().any(is_emoji);
    if symbols {
        return Some(Reactions);
    }
    let marked = line.text.starts_with(['•', '·', '★', '♥', '❤']);
    if chunks.parts.len() == 1 && !marked {
        return None;
    }
    let count = chunks.parts.iter().filter(|part| is_button(part)).count();
    let single = chunks.parts.len() == 1 && count == 1;
    let known = chunks.parts.len() > 1 && count == chunks.parts.len();
    let most = chunks.parts.len() > 2 && count * 2 > chunks.parts.len() && chunks.longest() <= 5;
    (single || known || most).then_some(Reactions)
}

/// Pictures used as buttons and marks; not the arrows and signs of prose.
fn is_emoji(c: char) -> bool {
    matches!(u32::from(c), 0x2600..=0x27bf | 0x1f300..=0x1faff)
}

/// A number of comments, votes, answers.
pub(super) fn counter(
    line: &Line<'_>,
    shape: &str,
    chunks: &Chunks<'_>,
) -> Option<BoilerplateCode> {
    if line.words > 10
        || !shape.contains('#')
        || list_marker(line.text).is_some()
        || line.ends_sentence()
    {
        return None;
    }
    let counted = |part: &str| {
        let words: Vec<&str> = part
            .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ','))
            .filter(|w| !w.is_empty())
            .collect();
        let number = words
            .iter()
            .position(|w| w.trim_matches(['#', 'k', '+', '(', ')']).is_empty() && w.contains('#'));
        number.is_some_and(|n| {
            let near = n.saturating_sub(3)..(n + 4).min(words.len());
            words.len() <= 6 && words[near].iter().any(|w| COUNTED.contains(w))
        })
    };
    // A line without a separator is its own only part.
    let whole = if chunks.separators.is_empty() { Some(shape) } else { None };
    let mut parts = chunks.masks.iter().map(String::as_str).chain(whole);
    let found = parts.any(|part| counted(part) && part.split_whitespace().count() <= 5)
        || shape.contains("people found")
        || shape.contains("found this helpful");
    (found && (chunks.parts.len() > 1 || line.words <= 6)).then_some(Counter)
}

/// Stars that head a review, alone or behind a name, and stage directions of transcripts in square brackets.
pub(super) fn rating(line: &Line<'_>) -> Option<BoilerplateCode> {
    let star = |c: &char| matches!(c, '★' | '☆' | '⭐');
    let before = line.text.chars().take_while(star).count();
    let behind = line.text.chars().rev().take_while(star).count();
    if behind >= 3 && before == 0 && line.words <= 8 {
        return Some(PosterName);
    }
    if before >= 3 && line.words <= 10 && !line.ends_sentence() {
        return Some(Reactions);
    }
    (line.words <= 3 && line.text.starts_with('[') && line.text.ends_with(']')).then_some(Widget)
}
