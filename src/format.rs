//! Numbers as people read them. Integer arithmetic only: the standard float formatter is a large part of a small module.

use std::cell::Cell;

/// Narrow no-break space: groups digits without letting a number break across lines.
const THIN: char = '\u{202f}';

/// The signs numbers are written with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Signs {
    /// Between groups of three digits.
    pub group: char,
    /// Between whole numbers and their parts.
    pub decimal: char,
}

impl Default for Signs {
    fn default() -> Self {
        Self { group: THIN, decimal: '.' }
    }
}

thread_local! {
    static SIGNS: Cell<Signs> = Cell::new(Signs::default());
}

/// From now on, writes numbers with these signs.
pub fn write_with(signs: Signs) {
    SIGNS.set(signs);
}

/// A count with its digits in groups of three: `8 733`, or as [`write_with`] has it.
pub fn count(number: u64) -> String {
    let Signs { group, .. } = SIGNS.get();
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * group.len_utf8());
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

/// A difference with its sign; a true minus, and a bare `0` where nothing changed.
pub fn change(number: i64) -> String {
    match number {
        0 => "0".to_owned(),
        1.. => format!("+{}", count(number.unsigned_abs())),
        _ => format!("\u{2212}{}", count(number.unsigned_abs())),
    }
}

/// A number with one digit after the point.
pub fn tenths(number: f64) -> String {
    decimal(number, 1)
}

/// A number with two digits after the point.
pub fn hundredths(number: f64) -> String {
    decimal(number, 2)
}

fn decimal(number: f64, places: u32) -> String {
    if !number.is_finite() {
        return if number > 0.0 { "\u{221e}" } else { "\u{2212}\u{221e}" }.to_owned();
    }
    let unit = 10_u64.pow(places);
    let scaled = (number.abs() * unit as f64).round() as u64;
    let sign = if number < 0.0 && scaled > 0 { "\u{2212}" } else { "" };
    let width = places as usize;
    let Signs { decimal, .. } = SIGNS.get();
    format!("{sign}{}{decimal}{:0width$}", count(scaled / unit), scaled % unit)
}

/// A number with one digit after the point and its sign always shown.
pub fn signed_tenths(number: f64) -> String {
    let text = tenths(number);
    if number >= 0.05 { format!("+{text}") } else { text }
}

/// Bytes as a person says them: `812 bytes`, `1.5 MB`.
pub fn bytes(number: u64) -> String {
    match number {
        0..1_000 => counted(number, "byte", "bytes"),
        1_000..1_000_000 => format!("{}\u{a0}kB", count(number / 1_000)),
        1_000_000..1_000_000_000 => format!("{}\u{a0}MB", tenths(number as f64 / 1e6)),
        _ => format!("{}\u{a0}GB", tenths(number as f64 / 1e9)),
    }
}

/// A share as a whole percentage. What is there but rounds to nothing is `under 1 %`, never `0 %`.
pub fn percent(part: f64, whole: f64) -> String {
    if whole <= 0.0 || part <= 0.0 {
        return format!("0{THIN}%");
    }
    let rounded = (part / whole * 100.0).round() as u64;
    if rounded == 0 { format!("under 1{THIN}%") } else { format!("{rounded}{THIN}%") }
}

/// `1 section`, `2 sections`: a count and its noun.
pub fn counted(number: u64, singular: &str, plural: &str) -> String {
    format!("{}\u{a0}{}", count(number), if number == 1 { singular } else { plural })
}

/// A position along a line of a given length, as an SVG percentage with two digits after the point.
pub fn along(part: f64, whole: f64) -> String {
    let share = if whole > 0.0 { (part / whole).clamp(0.0, 1.0) } else { 0.0 };
    let scaled = (share * 10_000.0).round() as u32;
    format!("{}.{:02}%", scaled / 100, scaled % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_threes() {
        assert_eq!(count(0), "0");
        assert_eq!(count(999), "999");
        assert_eq!(count(8733), "8\u{202f}733");
        assert_eq!(count(1_000_000), "1\u{202f}000\u{202f}000");
    }

    #[test]
    fn numbers_are_written_with_the_signs_asked_for() {
        // Each test has a thread of its own, and so its own signs.
        write_with(Signs { group: '.', decimal: ',' });
        assert_eq!(count(1_234_567), "1.234.567");
        assert_eq!(tenths(-8733.25), "\u{2212}8.733,3");
        assert_eq!(signed_tenths(0.04), "0,0");
        assert_eq!(signed_tenths(0.05), "+0,1");
        assert_eq!(along(1.0, 3.0), "33.33%", "a position is for the browser, not for people");
    }

    #[test]
    fn differences_carry_a_sign() {
        assert_eq!(change(12), "+12");
        assert_eq!(change(-1204), "\u{2212}1\u{202f}204");
        assert_eq!(change(0), "0");
    }

    #[test]
    fn tenths_round_and_never_show_minus_nothing() {
        assert_eq!(tenths(2.25), "2.3");
        assert_eq!(tenths(-0.01), "0.0");
        assert_eq!(tenths(f64::INFINITY), "∞");
        assert_eq!(hundredths(-1.046), "\u{2212}1.05");
        assert_eq!(hundredths(0.05), "0.05");
        assert_eq!(signed_tenths(2.585), "+2.6");
        assert_eq!(signed_tenths(-110.7), "\u{2212}110.7");
    }

    #[test]
    fn a_share_that_is_there_is_never_nothing() {
        assert_eq!(percent(1.0, 1000.0), "under 1\u{202f}%");
        assert_eq!(percent(0.0, 1000.0), "0\u{202f}%");
        assert_eq!(percent(7.0, 100.0), "7\u{202f}%");
        assert_eq!(percent(7.0, 0.0), "0\u{202f}%");
    }

    #[test]
    fn positions_stay_on_the_line() {
        assert_eq!(along(1.0, 3.0), "33.33%");
        assert_eq!(along(5.0, 3.0), "100.00%");
        assert_eq!(along(1.0, 0.0), "0.00%");
    }
}
