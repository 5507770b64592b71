//! Units of measure and money signs.

/// How a unit may stand after its number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Spacing {
    /// With or without a blank between.
    Free,
    /// With no blank: with one it is a word of its own.
    Attached,
    /// With a blank only where no word follows: `in`.
    Careful,
}

/// A unit of measure.
#[derive(Debug)]
pub(super) struct Unit {
    /// Its usual sign, in the normal form.
    pub(super) sign: &'static str,
    /// How it may stand after its number.
    pub(super) spacing: Spacing,
    /// The unit that may follow with a number of its own: inches after feet.
    pub(super) smaller: Option<&'static str>,
}

const fn unit(sign: &'static str, spacing: Spacing) -> Unit {
    Unit { sign, spacing, smaller: None }
}

/// Spellings with their units. Signs of one letter are told apart by case, others are not.
///
/// Left out on purpose, since they are words or endings more often than units: s (`1990s`), st (`1st`), t, a, C.
const UNITS: &[(&str, Unit)] = &[
    ("km/h", unit("km/h", Spacing::Free)),
    ("m/s", unit("m/s", Spacing::Free)),
    ("mg/l", unit("mg/l", Spacing::Free)),
    ("g/l", unit("g/l", Spacing::Free)),
    ("km²", unit("km²", Spacing::Free)),
    ("cm²", unit("cm²", Spacing::Free)),
    ("cm³", unit("cm³", Spacing::Free)),
    ("m²", unit("m²", Spacing::Free)),
    ("m³", unit("m³", Spacing::Free)),
    ("m2", unit("m²", Spacing::Free)),
    ("m3", unit("m³", Spacing::Free)),
    ("mm", unit("mm", Spacing::Free)),
    ("cm", unit("cm", Spacing::Free)),
    ("km", unit("km", Spacing::Free)),
    ("m", unit("m", Spacing::Free)),
    ("ft", Unit { sign: "ft", spacing: Spacing::Free, smaller: Some("in") }),
    ("in", unit("in", Spacing::Careful)),
    ("yd", unit("yd", Spacing::Free)),
    ("mi", unit("mi", Spacing::Attached)),
    ("ha", unit("ha", Spacing::Attached)),
    ("µg", unit("µg", Spacing::Free)),
    ("μg", unit("µg", Spacing::Free)),
    ("mg", unit("mg", Spacing::Free)),
    ("kg", unit("kg", Spacing::Free)),
    ("g", unit("g", Spacing::Free)),
    ("lbs", Unit { sign: "lb", spacing: Spacing::Free, smaller: Some("oz") }),
    ("lb", Unit { sign: "lb", spacing: Spacing::Free, smaller: Some("oz") }),
    ("oz", unit("oz", Spacing::Free)),
    ("ml", unit("ml", Spacing::Free)),
    ("cl", unit("cl", Spacing::Free)),
    ("dl", unit("dl", Spacing::Free)),
    ("l", unit("l", Spacing::Free)),
    ("L", unit("l", Spacing::Free)),
    ("tsp", unit("tsp", Spacing::Free)),
    ("tbsp", unit("tbsp", Spacing::Free)),
    ("ms", unit("ms", Spacing::Attached)),
    ("min", unit("min", Spacing::Free)),
    ("h", Unit { sign: "h", spacing: Spacing::Free, smaller: Some("min") }),
    ("mph", unit("mph", Spacing::Free)),
    ("bpm", unit("bpm", Spacing::Free)),
    ("rpm", unit("rpm", Spacing::Free)),
    ("kcal", unit("kcal", Spacing::Free)),
    ("kJ", unit("kJ", Spacing::Free)),
    ("kWh", unit("kWh", Spacing::Free)),
    ("kW", unit("kW", Spacing::Free)),
    ("W", unit("W", Spacing::Free)),
    ("V", unit("V", Spacing::Free)),
    ("kHz", unit("kHz", Spacing::Free)),
    ("MHz", unit("MHz", Spacing::Free)),
    ("GHz", unit("GHz", Spacing::Free)),
    ("Hz", unit("Hz", Spacing::Free)),
    ("kB", unit("kB", Spacing::Free)),
    ("MB", unit("MB", Spacing::Free)),
    ("GB", unit("GB", Spacing::Free)),
    ("TB", unit("TB", Spacing::Free)),
    ("px", unit("px", Spacing::Free)),
    ("psi", unit("psi", Spacing::Free)),
    ("bar", unit("bar", Spacing::Attached)),
    ("dB", unit("dB", Spacing::Free)),
    ("°C", unit("°C", Spacing::Free)),
    ("° C", unit("°C", Spacing::Free)),
    ("ºC", unit("°C", Spacing::Free)),
    ("℃", unit("°C", Spacing::Free)),
    ("°F", unit("°F", Spacing::Free)),
    ("° F", unit("°F", Spacing::Free)),
    ("ºF", unit("°F", Spacing::Free)),
    ("℉", unit("°F", Spacing::Free)),
    ("°", unit("°", Spacing::Free)),
    ("%", unit("%", Spacing::Free)),
    ("‰", unit("‰", Spacing::Free)),
    ("kr", unit("kr", Spacing::Free)),
];

/// No spelling.
const NONE: u8 = u8::MAX;

/// By the first byte of a text in lower case the last spelling that begins with it, and by spelling the one before that begins
/// alike: for most figures there are few to look at.
const ALIKE: ([u8; 256], [u8; UNITS.len()]) = {
    let (mut last, mut before) = ([NONE; 256], [NONE; UNITS.len()]);
    let mut at = 0;
    while at < UNITS.len() {
        let first = UNITS[at].0.as_bytes()[0].to_ascii_lowercase() as usize;
        before[at] = last[first];
        last[first] = at as u8;
        at += 1;
    }
    (last, before)
};

/// The most letters of ASCII that a spelling begins with. What begins with more is a word.
const LONGEST: usize = 4;

/// Money signs.
const MONEY: &[char] = &['£', '$', '€', '¥', '₹'];

/// The unit at the start of `rest` and the length of its spelling: the longest that fits and is not part of a word.
pub(super) fn unit_at(rest: &str) -> Option<(&'static Unit, usize)> {
    // Most figures have no unit: a word is longer, and one byte tells most spellings apart.
    let letters = rest.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphabetic).count();
    if letters > LONGEST {
        return None;
    }
    let first = rest.as_bytes().first()?.to_ascii_lowercase();
    let fits = |spelling: &str, unit: &Unit| {
        let head = rest.get(..spelling.len())?;
        let after = &rest[spelling.len()..];
        let same = head == spelling || (spelling.len() > 1 && head.eq_ignore_ascii_case(spelling));
        let stands = !spelling.ends_with(char::is_alphanumeric)
            || ends_a_word(after)
            || (unit.smaller.is_some() && after.starts_with(|c: char| c.is_ascii_digit()));
        (same && stands).then_some(spelling.len())
    };
    let (last, before) = &ALIKE;
    let mut next = last[first as usize];
    let alike = std::iter::from_fn(|| {
        let (spelling, unit) = UNITS.get(next as usize)?;
        next = before[next as usize];
        Some((spelling, unit))
    });
    alike
        .filter_map(|(spelling, unit)| fits(spelling, unit).map(|length| (unit, length)))
        .max_by_key(|(_, length)| *length)
}

/// Whether no word goes on at the start of `rest`.
pub(super) fn ends_a_word(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        None => true,
        Some('\'' | '\u{2019}') => !chars.next().is_some_and(char::is_alphabetic),
        Some('_') => false,
        Some(c) => !c.is_alphanumeric(),
    }
}

/// The money sign before the number at `digit`, one blank between them allowed, and where it stands.
pub(super) fn money_before(text: &str, digit: usize, from: usize) -> Option<(usize, char)> {
    let before = text.get(from..digit)?;
    let near = before.strip_suffix([' ', '\u{a0}', '\u{202f}']).unwrap_or(before);
    let sign = near.chars().next_back().filter(|c| MONEY.contains(c))?;
    Some((from + near.len() - sign.len_utf8(), sign))
}

/// The money sign at the start of `rest`, where it is not the sign of a number that follows.
pub(super) fn money_after(rest: &str) -> Option<char> {
    let mut chars = rest.chars();
    let sign = chars.next().filter(|c| MONEY.contains(c))?;
    let next = chars.as_str().trim_start_matches([' ', '\u{a0}']).chars().next();
    (!next.is_some_and(|c| c.is_ascii_digit())).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(rest: &str) -> Option<&'static str> {
        unit_at(rest).map(|(unit, _)| unit.sign)
    }

    #[test]
    fn longest_spelling_wins_and_words_are_no_units() {
        assert_eq!(sign("km/h today"), Some("km/h"));
        assert_eq!(sign("m/s"), Some("m/s"));
        assert_eq!(sign("LBS"), Some("lb"));
        assert_eq!(sign("mg"), Some("mg"));
        assert_eq!(sign("males"), None);
        assert_eq!(sign("M"), None);
        assert_eq!(sign("m'a dit"), None);
        assert_eq!(sign("%of"), Some("%"));
    }

    #[test]
    fn every_spelling_is_found() {
        for (spelling, unit) in UNITS {
            assert_eq!(sign(spelling), Some(unit.sign), "{spelling}");
            let letters = spelling.bytes().take_while(u8::is_ascii_alphabetic).count();
            assert!(letters <= LONGEST, "{spelling}");
        }
    }

    #[test]
    fn money_on_either_side() {
        assert_eq!(money_before("£ 5", "£ ".len(), 0), Some((0, '£')));
        assert_eq!(money_before("£5", "£".len(), "£".len()), None);
        assert_eq!(money_after("€ und"), Some('€'));
        assert_eq!(money_after("$10"), None);
    }
}
