//! Marks of a dispersion plot. Where there are more places than a strip has room for, some share a mark.

/// Marks that a strip has room for side by side.
const ROOM: u32 = 600;

/// Width and height of a strip, in the units of [`ticks`]: a place is two units wide, its mark in the middle.
pub const STRIP: (u32, u32) = (2 * ROOM, 20);

/// The marks of places along a line of `length` tokens, as an SVG path in a box as large as [`STRIP`].
///
/// A mark stands on the bottom; one that stands for two places is taller, for three or more as tall as the strip.
pub fn ticks(places: impl Iterator<Item = u32>, length: u32) -> String {
    let mut marks: Vec<(u32, u32)> = Vec::new();
    for place in places {
        let at = u64::from(place) * u64::from(ROOM) / u64::from(length.max(1));
        let at = (at as u32).min(ROOM - 1);
        match marks.last_mut() {
            Some((last, places)) if *last == at => *places += 1,
            _ => marks.push((at, 1)),
        }
    }
    let mut path = String::new();
    for (at, places) in marks {
        let top = match places {
            1 => 8,
            2 => 4,
            _ => 0,
        };
        for (letter, number) in [('M', 2 * at + 1), (' ', top), ('V', STRIP.1)] {
            path.push(letter);
            path.push_str(&number.to_string());
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_a_place_and_a_taller_one_for_several() {
        assert_eq!(ticks([0, 300].into_iter(), 600), "M1 8V20M601 8V20");
        assert_eq!(ticks([0, 1].into_iter(), 1200), "M1 4V20");
        assert_eq!(ticks([5, 5, 6, 7].into_iter(), 60_000), "M1 0V20");
        assert_eq!(ticks(std::iter::empty(), 10), "");
    }

    #[test]
    fn marks_stay_on_the_strip() {
        assert_eq!(ticks([9, 99].into_iter(), 10), "M1081 8V20M1199 8V20");
        assert_eq!(ticks([0].into_iter(), 0), "M1 8V20");
    }

    #[test]
    fn many_places_make_no_more_marks_than_there_is_room() {
        let path = ticks(0..1_000_000, 1_000_000);
        assert_eq!(path.matches('M').count() as u32, ROOM);
    }
}
