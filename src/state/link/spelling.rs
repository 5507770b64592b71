//! How pins, places and thresholds are spelled in a link.

use engine::separate::{Pin, Side};

use crate::state::correction::Correction;
use crate::state::names::Place;

const SIDES: [(Side, &str); 5] = [
    (Side::OnTopic, "on"),
    (Side::OffTopic, "off"),
    (Side::Main, "main"),
    (Side::OnTopicAlone, "on-alone"),
    (Side::OffTopicAlone, "off-alone"),
];

/// `1.32-54.off`: blocks 32 to 54 of the first document do not belong.
pub(super) fn pin_text(pin: &Pin) -> String {
    let (first, last) = (pin.blocks.start + 1, pin.blocks.end);
    let blocks = if first == last { first.to_string() } else { format!("{first}-{last}") };
    let name = SIDES.iter().find(|(side, _)| *side == pin.side).map_or("", |(_, name)| name);
    format!("{}.{blocks}.{name}", pin.document + 1)
}

/// A pin as [`pin_text`] writes it, if the documents have such blocks; `blocks` is how many each has.
pub(super) fn pin(text: &str, blocks: &[u32]) -> Option<Pin> {
    let mut parts = text.split('.');
    let document = number(parts.next()?, blocks.len() as u32)?;
    let range = parts.next()?;
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let end = number(last, *blocks.get(document as usize)?)? + 1;
    let start = number(first, end)?;
    let name = parts.next()?;
    let (side, _) = SIDES.into_iter().find(|(_, other)| *other == name)?;
    parts.next().is_none().then_some(Pin { document, blocks: start..end, side })
}

/// `1.32`: block 32 of the first document.
pub(super) fn place_text(place: Place) -> String {
    format!("{}.{}", place.document + 1, place.block + 1)
}

/// A place as [`place_text`] writes it, if the documents have such a block.
pub(super) fn place(text: &str, blocks: &[u32]) -> Option<Place> {
    let (document, block) = text.split_once('.')?;
    let document = number(document, blocks.len() as u32)?;
    Some(Place { document, block: number(block, *blocks.get(document as usize)?)? })
}

/// A number from 1 to `limit`, counted from 0.
pub(super) fn number(value: &str, limit: u32) -> Option<u32> {
    let number = value.parse::<u32>().ok()?;
    (1..=limit).contains(&number).then(|| number - 1)
}

/// `-0.5` for -5: a number of tenths as a link spells it.
pub fn tenths(number: i32) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let size = number.unsigned_abs();
    format!("{sign}{}.{}", size / 10, size % 10)
}

/// A threshold as [`tenths`] writes it. By hand: the standard parser of decimals is a large part of a small module.
pub(super) fn tenths_of(value: &str) -> Option<i32> {
    let (sign, size) = value.strip_prefix('-').map_or((1, value), |size| (-1, size));
    let (whole, tenth) = size.split_once('.').unwrap_or((size, "0"));
    let digit = tenth.parse::<u8>().ok().filter(|digit| *digit < 10)?;
    let number = i32::from(whole.parse::<u8>().ok()?) * 10 + i32::from(digit);
    (number <= Correction::FARTHEST).then_some(sign * number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_are_spelled_from_one_and_read_back() {
        let off = Pin { document: 0, blocks: 31..54, side: Side::OffTopic };
        assert_eq!(pin_text(&off), "1.32-54.off");
        assert_eq!(pin("1.32-54.off", &[60]), Some(off));
        let one = Pin { document: 1, blocks: 3..4, side: Side::Main };
        assert_eq!(pin_text(&one), "2.4.main");
        assert_eq!(pin("2.4.main", &[60, 9]), Some(one));
        let alone = Pin { document: 0, blocks: 1..2, side: Side::OffTopicAlone };
        assert_eq!(pin_text(&alone), "1.2.off-alone");
        assert_eq!(pin("1.2.off-alone", &[60]), Some(alone));
    }

    #[test]
    fn pins_of_nothing_are_no_pins() {
        for text in [
            "",
            "1",
            "1.2",
            "1.2.no",
            "0.2.on",
            "2.2.on",
            "1.0.on",
            "1.5-4.on",
            "1.2-61.on",
            "1.2.on.x",
            "1.-.on",
        ] {
            assert_eq!(pin(text, &[60]), None, "{text}");
        }
    }

    #[test]
    fn thresholds_keep_to_their_range() {
        for number in -40..=40 {
            assert_eq!(tenths_of(&tenths(number)), Some(number));
        }
        assert_eq!(tenths_of("2"), Some(20));
        for text in ["", "-", "4.1", "-9", "1.", "1.25", "nan", "1e1", "300.0", "0.-1", "--1"] {
            assert_eq!(tenths_of(text), None, "{text}");
        }
    }
}
