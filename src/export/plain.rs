//! Numbers as programs read them.

/// Digits kept after the point.
const PLACES: usize = 4;
const UNIT: f64 = 10_000.0;

/// A number with a point, at most four digits after it and no grouping; `None` where it is not finite. By hand: the standard
/// formatter of floats is a large part of a small module.
pub(super) fn plain(number: f64) -> Option<String> {
    let scaled = (number.abs() * UNIT).round();
    // Above this a double no longer holds every whole number.
    if !scaled.is_finite() || scaled > 9e15 {
        return None;
    }
    let scaled = scaled as u64;
    let sign = if number < 0.0 && scaled > 0 { "-" } else { "" };
    let (whole, part) = (scaled / UNIT as u64, scaled % UNIT as u64);
    let text = format!("{sign}{whole}.{part:0PLACES$}");
    Some(text.trim_end_matches('0').trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn numbers_are_short_and_exact_to_four_places() {
        let shown = |number: f64| plain(number).unwrap_or_default();
        assert_eq!(shown(0.0), "0");
        assert_eq!(shown(-0.000_01), "0");
        assert_eq!(shown(1204.5), "1204.5");
        assert_eq!(shown(-2.584_96), "-2.585");
        assert_eq!(shown(100.0), "100");
        assert_eq!(plain(f64::NAN), None);
        assert_eq!(plain(f64::INFINITY), None);
        assert_eq!(plain(1e300), None);
    }
}
