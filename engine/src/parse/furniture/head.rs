//! What stands between a page's title and its text: who wrote it and when.

use super::super::BoilerplateCode::{self, *};
use super::View;
use super::dates::stamp;
use super::phrases::AUTHOR_WORDS;
use super::zones::{first_prose, is_row};

/// How many lines of text may stand under the title before the byline: the standfirst.
const BELOW: usize = 4;

/// How many lines of nothing but a date make a diary.
const DATES: usize = 3;

/// Words that say what somebody did for a page, as they begin in several languages.
const CREDITS: &[&str] = &[
    "text", "test", "tekst", "word", "story", "photo", "foto", "bild", "pict", "illus", "auto",
    "auth", "auteur", "report", "review", "essai", "recen", "redak", "rédac", "kritik",
];

/// Marks bylines under the title.
pub(super) fn mark(view: &View<'_, '_>, codes: &mut [Option<BoilerplateCode>]) {
    let Some(first) = first_prose(view, codes) else { return };
    let Some(title) = (0..first).find(|at| codes[*at].is_none()) else { return };
    let end = (title + 1 + BELOW).min(view.lines.len());
    // A diary or a programme has many dates, and they are its headings.
    let dated = |at: &usize| codes[*at].is_none() && is_date(view, *at);
    let diary = (0..view.lines.len()).filter(dated).count() >= DATES;
    let below = |at: &usize| {
        let free = codes[*at].is_none_or(|code| code == Navigation);
        let early = *at < first && is_byline(view, *at) || *at == first && is_by_name(view, *at);
        free && !(diary && is_date(view, *at)) && (early || is_late_byline(view, *at))
    };
    let found: Vec<usize> = (title + 1..end).filter(below).collect();
    for at in found {
        codes[at] = Some(Byline);
    }
    // Where something stands before the page's own title: the line under a path or menu is a title too.
    for at in first + 1..view.lines.len() / 2 {
        if codes[at].is_none()
            && codes[at - 1].is_none()
            && at >= 2
            && codes[at - 2] == Some(Navigation)
            && is_byline(view, at)
        {
            codes[at] = Some(Byline);
        }
    }
}

fn is_date(view: &View<'_, '_>, at: usize) -> bool {
    view.stamps[at].is_some_and(|stamp| stamp.date)
}

/// A date, an author behind "by", or a credit.
fn is_byline(view: &View<'_, '_>, at: usize) -> bool {
    let line = &view.lines[at];
    if is_date(view, at) {
        return true;
    }
    let folded = super::fold(line.text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let parts = view.chunks[at].parts.len();
    let by = words.first().is_some_and(|first| AUTHOR_WORDS.contains(first));
    if by && line.words <= 14 {
        // "by my neighbour" starts no heading; with a capital only a name or more facts tell it from one.
        let named = line.text.split_whitespace().nth(1).is_some_and(capital);
        return line.starts_lower() && line.words <= 8 && !line.ends_sentence()
            || parts > 1
            || named && line.text.contains(',');
    }
    let credit =
        words.first().is_some_and(|first| CREDITS.iter().any(|stem| first.starts_with(stem)));
    let of = words.get(1).is_some_and(|second| AUTHOR_WORDS.contains(second) || *second == "de");
    let behind = line.text.split_once(':').map(|(_, rest)| rest).filter(|_| !of);
    let name = behind.map_or_else(
        || line.text.split_whitespace().nth(2).unwrap_or(""),
        |rest| rest.split_whitespace().next().unwrap_or(""),
    );
    credit && (of || behind.is_some()) && capital(name) && (line.words <= 8 || parts > 1)
}

/// A sentence that starts with "by", a full name and a comma.
fn is_by_name(view: &View<'_, '_>, at: usize) -> bool {
    let text = view.lines[at].text;
    let Some((by, name)) = text.split_once(',').and_then(|(by, _)| by.split_once(' ')) else {
        return false;
    };
    let names: Vec<&str> = name.split_whitespace().collect();
    AUTHOR_WORDS.contains(&super::fold(by).as_str())
        && (2..=3).contains(&names.len())
        && names.iter().all(|name| name.starts_with(char::is_uppercase))
        && view.lines[at].words <= 14
}

/// Below a standfirst: a row of a full name and two facts.
fn is_late_byline(view: &View<'_, '_>, at: usize) -> bool {
    let chunks = &view.chunks[at];
    let Some(name) = chunks.parts.first() else { return false };
    let words: Vec<&str> = name.split_whitespace().collect();
    let full = (2..=3).contains(&words.len())
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase) && word.chars().all(|c| !c.is_ascii_digit())
        });
    let dated = chunks.parts.iter().any(|part| stamp(part).is_some_and(|stamp| stamp.date));
    chunks.parts.len() >= 3 && full && dated && is_row(view, at)
}

#[cfg(test)]
mod tests {
    use super::super::tests::codes_of;
    use super::*;

    const TEXT: &str = "The first paragraph is a long one and it goes on for a good number of words, so that it is prose.";

    #[test]
    fn dates_names_and_credits_under_the_title() {
        for line in [
            "Saturday 22 February",
            "Tuesday 14 November, 19:30",
            "by my least musical pupil",
            "By Ottoline Greaves, updated last spring. We buy everything.",
            "Von unserer Redakteurin Silke Imhoff     Stand: gestern, ganz spät am Abend",
            "Texto e fotografias: Duarte Simões",
            "Review by Tamsin Quayle   ★   Pictures by Ollie",
        ] {
            let found = codes_of(&format!("My father has fallen out with forks\n{line}\n{TEXT}"));
            assert_eq!(found, [None, Some(Byline), None], "{line}");
        }
        for line in [
            "Best before the summer",
            "By Easter, the bed was full of weeds again.",
            "Words we use every day",
        ] {
            let found = codes_of(&format!("My father has fallen out with forks\n{line}\n{TEXT}"));
            assert_eq!(found, [None, None, None], "{line}");
        }
    }

    #[test]
    fn dates_of_a_diary_are_headings() {
        let day = |date: &str| format!("{date}\n{TEXT}\n");
        let days = [day("Tuesday 14 January"), day("15 January"), day("17 January")].concat();
        assert!(codes_of(&format!("The log of a telescope\n{days}")).iter().all(Option::is_none));
    }

    #[test]
    fn bylines_below_a_standfirst_and_below_a_later_title() {
        let late = format!(
            "A title of the page\n{TEXT}\nAnn Hill   Reporter   21.02.24   Share this\n{TEXT}"
        );
        assert_eq!(codes_of(&late)[2], Some(Byline));
        let page = format!(
            "A bed to buy\n{TEXT}\n{TEXT}\nBlog › Start › Sounds\nThe nine sounds\nby a bad pupil\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}"
        );
        assert_eq!(codes_of(&page)[3..6], [Some(Navigation), None, Some(Byline)]);
    }
}
