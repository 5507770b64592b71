//! Figures: numbers with the units that belong to them.
//!
//! `172 cm`, `172cm`, `5ft 8in`, `5'7"`, `64.5"`, `112.0 lb.`, `93 °C`, `30 %`, `£429` are one word each and have one
//! normal form: the number as it is written, a blank, the unit's usual sign; money has its sign before the number.
//! Units are signs and abbreviations. Words for units (`feet`, `pounds`, `years`) stay words: they say what a text is
//! about, which a hundred different figures do not.

mod number;
mod quotes;
mod read;
mod units;

use std::borrow::Cow;

pub(super) use self::quotes::Quotes;

/// Where a figure stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct FigureSpan {
    /// Its first byte: the digit, or the money sign before it.
    pub(super) start: usize,
    /// One past its last byte. A full stop after a unit is left to the sentence.
    pub(super) end: usize,
}

/// Reads the figure whose first digit stands at `digit`. A money sign may stand before it, but not before `from`.
pub(super) fn figure_at(
    text: &str,
    digit: usize,
    from: usize,
    quotes: &mut Quotes,
) -> Option<FigureSpan> {
    let start = units::money_before(text, digit, from).map_or(digit, |(at, _)| at);
    let open = quotes.open_at(text, digit);
    let figure = read::read(text, start, open)?;
    quotes.skip_to(figure.end);
    Some(FigureSpan { start, end: figure.end })
}

/// The normal form of a figure, from its text alone.
pub(super) fn normal_form(figure: &str) -> String {
    match read::read(figure, 0, false) {
        Some(read) if read.end == figure.len() => read.form.into_owned(),
        _ => figure.to_owned(),
    }
}

/// The text with a plain blank for every no-break and thin one.
pub(super) fn plain_blanks(figure: &str) -> Cow<'_, str> {
    if figure.is_ascii() {
        return Cow::Borrowed(figure);
    }
    Cow::Owned(figure.chars().map(|c| if read::is_blank(c) { ' ' } else { c }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The figure at the first digit of a text, and its normal form.
    fn figure(text: &str) -> Option<(&str, String)> {
        let digit = text.find(|c: char| c.is_ascii_digit())?;
        let span = figure_at(text, digit, 0, &mut Quotes::default())?;
        let surface = &text[span.start..span.end];
        Some((surface, normal_form(&plain_blanks(surface))))
    }

    #[track_caller]
    fn check(text: &str, surface: &str, form: &str) {
        assert_eq!(figure(text), Some((surface, form.to_owned())), "{text}");
    }

    #[test]
    fn lengths() {
        check("172 cm tall", "172 cm", "172 cm");
        check("172cm.", "172cm", "172 cm");
        check("172\u{a0}cm", "172\u{a0}cm", "172 cm");
        check("a 172-cm plank", "172-cm", "172 cm");
        check("5ft 8in tall", "5ft 8in", "5 ft 8 in");
        check("5 ft. 8 in.", "5 ft. 8 in", "5 ft 8 in");
        check("5ft8in", "5ft8in", "5 ft 8 in");
        check("5'7\" is", "5'7\"", "5 ft 7 in");
        check("5’7” is", "5’7”", "5 ft 7 in");
        check("5′ 7.5″", "5′ 7.5″", "5 ft 7.5 in");
        check("5'7 is", "5'7", "5 ft 7 in");
        check("6′ tall", "6′", "6 ft");
        check("64.5\" and", "64.5\"", "64.5 in");
        check("64.5'' and", "64.5''", "64.5 in");
        check("64.5 in (163 cm)", "64.5 in", "64.5 in");
        check("1.5 m high", "1.5 m", "1.5 m");
        check("20 m² big", "20 m²", "20 m²");
    }

    #[test]
    fn masses_temperatures_shares_money() {
        check("112.0 lb. or", "112.0 lb", "112.0 lb");
        check("112 lbs", "112 lbs", "112 lb");
        check("50.8 kg", "50.8 kg", "50.8 kg");
        check("7 lb 8 oz", "7 lb 8 oz", "7 lb 8 oz");
        check("93 °C in", "93 °C", "93 °C");
        check("93°C", "93°C", "93 °C");
        check("93ºC", "93ºC", "93 °C");
        check("93 ℃", "93 ℃", "93 °C");
        check("30 % of", "30 %", "30 %");
        check("30%", "30%", "30 %");
        check("cost £429.", "£429", "£429");
        check("$ 1,234.50 now", "$ 1,234.50", "$1,234.50");
        check("429 € und", "429 €", "€429");
        check("£4.5m", "£4.5m", "£4.5m");
        check("199 kr.", "199 kr", "199 kr");
    }

    #[test]
    fn bare_numbers_stay_whole() {
        check("1,234,567.89 of", "1,234,567.89", "1,234,567.89");
        check("1\u{202f}234 of", "1\u{202f}234", "1 234");
        check("15 year olds", "15", "15");
        check("at 10:30 sharp", "10:30", "10:30");
        check("1/2 tsp salt", "1/2 tsp", "1/2 tsp");
        check("2½ cups", "2½", "2½");
        check("12/05/2020", "12", "12");
        check("the end: 12.", "12", "12");
    }

    #[test]
    fn what_is_no_unit() {
        check("born 1990 in Leeds", "1990", "1990");
        check("5 in-depth talks", "5", "5");
        check("5 l'huile", "5", "5");
        check("\"I am 15\" he said", "15", "15");
        check("“I am 15” he said", "15", "15");
        check("15 males", "15", "15");
        check("5 $10 notes", "5", "5");
        check("5 inches", "5", "5");
    }
}
