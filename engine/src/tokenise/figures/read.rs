//! Reads one figure: money sign, number, unit, smaller unit.

use std::borrow::Cow;

use super::number::number_end;
use super::units::{self, Spacing, Unit};

/// A figure that was read.
#[derive(Debug)]
pub(super) struct Figure<'a> {
    /// One past its last byte.
    pub(super) end: usize,
    /// Its normal form.
    pub(super) form: Cow<'a, str>,
}

/// A blank that may stand between a number and its unit.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Reads the figure that starts at `start` with a digit or a money sign. `quoted`: a quotation is open, so that `"`
/// after a number closes it rather than meaning inches.
pub(super) fn read(text: &str, start: usize, quoted: bool) -> Option<Figure<'_>> {
    let first = text.get(start..)?.chars().next()?;
    if !first.is_ascii_digit() {
        return money_first(text, start, first);
    }
    let end = number_end(text, start)?;
    let number = tidy(&text[start..end]);
    if let Some(figure) = feet_and_inches(text, end, &number, quoted) {
        return Some(figure);
    }
    let (unit_start, spaced) = after_blank(text, end);
    if let Some(sign) = units::money_after(&text[unit_start..]) {
        let form = format!("{sign}{number}").into();
        return Some(Figure { end: unit_start + sign.len_utf8(), form });
    }
    if let Some((unit, length)) = unit_after(text, end, unit_start, spaced) {
        let unit_end = unit_start + length;
        let form = format!("{number} {}", unit.sign);
        return Some(
            smaller(text, unit_end, unit, &form)
                .unwrap_or(Figure { end: unit_end, form: form.into() }),
        );
    }
    // Letters right after the digits make it a word: `1990s`, `3D`, `2nd`.
    units::ends_a_word(&text[end..]).then_some(Figure { end, form: number })
}

/// `£429`, `$ 1,234.50`, `£4.5m`.
fn money_first(text: &str, start: usize, sign: char) -> Option<Figure<'static>> {
    let (digit, _) = after_blank(text, start + sign.len_utf8());
    let mut end = number_end(text, digit)?;
    let number = tidy(&text[digit..end]);
    let rest = &text[end..];
    let scale = ["bn", "mn", "m", "k"]
        .into_iter()
        .find(|scale| rest.strip_prefix(scale).is_some_and(units::ends_a_word));
    end += scale.map_or(0, str::len);
    units::ends_a_word(&text[end..])
        .then(|| Figure { end, form: format!("{sign}{number}{}", scale.unwrap_or("")).into() })
}

/// `5'7"`, `5′ 7″`, `6′`, `64.5"`, `64.5''`.
fn feet_and_inches(text: &str, end: usize, number: &str, quoted: bool) -> Option<Figure<'static>> {
    let rest = &text[end..];
    if let Some(mark) = inch_mark(rest) {
        // The curly or straight mark that closes a quotation is not a unit; a double prime always is.
        let inches = !quoted || rest.starts_with('″');
        return inches.then(|| Figure { end: end + mark, form: format!("{number} in").into() });
    }
    let foot = rest.chars().next().filter(|c| matches!(c, '\'' | '\u{2019}' | '′'))?;
    let after_foot = end + foot.len_utf8();
    let (inches_start, spaced) = after_blank(text, after_foot);
    if let Some(inches_end) = number_end(text, inches_start) {
        let inches = tidy(&text[inches_start..inches_end]);
        let form = format!("{number} ft {inches} in").into();
        if let Some(mark) = inch_mark(&text[inches_end..]) {
            return Some(Figure { end: inches_end + mark, form });
        }
        let small = |number: &str, below: u8| number.parse::<u8>().is_ok_and(|n| n < below);
        if !spaced
            && small(number, 10)
            && small(&inches, 12)
            && units::ends_a_word(&text[inches_end..])
        {
            return Some(Figure { end: inches_end, form });
        }
    }
    (foot == '′').then(|| Figure { end: after_foot, form: format!("{number} ft").into() })
}

fn inch_mark(rest: &str) -> Option<usize> {
    ["\"", "”", "″", "''", "’’", "′′"]
        .iter()
        .find(|mark| rest.starts_with(**mark))
        .map(|mark| mark.len())
}

/// The unit at `unit_start`, where a number ends at `end` and its unit may stand there.
fn unit_after(
    text: &str,
    end: usize,
    unit_start: usize,
    spaced: bool,
) -> Option<(&'static Unit, usize)> {
    let hyphen = !spaced && text[end..].starts_with('-');
    let at = if hyphen { end + 1 } else { unit_start };
    let (unit, length) = units::unit_at(&text[at..])?;
    let after = &text[at + length..];
    let word_follows = || {
        let next = after.trim_start_matches(|c| is_blank(c) || c == '-');
        next.starts_with(char::is_alphanumeric)
    };
    let stands = match unit.spacing {
        _ if hyphen => length > 1 && unit.spacing == Spacing::Free,
        Spacing::Free => true,
        Spacing::Attached => !spaced,
        Spacing::Careful => !spaced || !word_follows(),
    };
    stands.then_some((unit, at + length - unit_start))
}

/// The smaller unit with its number after a larger one: `8in` after `5ft`.
fn smaller(text: &str, end: usize, unit: &Unit, form: &str) -> Option<Figure<'static>> {
    let expected = unit.smaller?;
    let dot = usize::from(text[end..].starts_with('.'));
    let (digit, _) = after_blank(text, end + dot);
    let number = number_end(text, digit)?;
    let (unit_start, _) = after_blank(text, number);
    let (unit, length) = units::unit_at(&text[unit_start..])?;
    (unit.sign == expected).then(|| Figure {
        end: unit_start + length,
        form: format!("{form} {} {expected}", tidy(&text[digit..number])).into(),
    })
}

/// The byte after at most one blank, and whether there was one.
fn after_blank(text: &str, at: usize) -> (usize, bool) {
    match text[at..].chars().next() {
        Some(c) if is_blank(c) => (at + c.len_utf8(), true),
        _ => (at, false),
    }
}

/// A number with plain blanks and a straight apostrophe between its thousands.
fn tidy(number: &str) -> Cow<'_, str> {
    if number.is_ascii() {
        return Cow::Borrowed(number);
    }
    let plain = |c| match c {
        '\u{2019}' => '\'',
        c if is_blank(c) => ' ',
        c => c,
    };
    number.chars().map(plain).collect()
}
