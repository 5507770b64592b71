//! A unit's cosine with the sum of all others, cut by Otsu's threshold.
//!
//! Nobuyuki Otsu, "A Threshold Selection Method from Gray-Level Histograms", IEEE Transactions on Systems, Man, and
//! Cybernetics 9(1), 1979: of all cuts the one with the largest variance between the two sides, here over the values
//! themselves. It always finds two sides.

use super::tfidf::Vectors;

/// Which units are further from the others than Otsu's threshold.
pub(super) fn off(vectors: &Vectors) -> Vec<bool> {
    let scores = leave_one_out(vectors);
    let known: Vec<f64> = scores.iter().copied().flatten().collect();
    let threshold = otsu(known);
    let below = |score: &Option<f64>| matches!((score, threshold), (Some(s), Some(t)) if *s < t);
    scores.iter().map(below).collect()
}

/// The cosine of each unit with the sum of the others; `None` for a unit without terms.
fn leave_one_out(vectors: &Vectors) -> Vec<Option<f64>> {
    let mut sum = vec![0.0; vectors.terms];
    for (term, weight) in vectors.rows.iter().flatten() {
        sum[*term] += weight;
    }
    let square: f64 = sum.iter().map(|weight| weight * weight).sum();
    let cosine = |row: &Vec<(usize, f64)>| {
        if row.is_empty() {
            return None;
        }
        let with_sum: f64 = row.iter().map(|(term, weight)| weight * sum[*term]).sum();
        let own: f64 = row.iter().map(|(_, weight)| weight * weight).sum();
        // The sum without the unit itself: x · (S - x) and |S - x|.
        let others = (square - 2.0 * with_sum + own).max(0.0).sqrt();
        let length = own.sqrt() * others;
        Some(if length > 0.0 { (with_sum - own) / length } else { 0.0 })
    };
    vectors.rows.iter().map(cosine).collect()
}

/// The threshold half-way between the two values it parts; `None` where all values are the same.
fn otsu(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let all: f64 = values.iter().sum();
    let mut below = 0.0;
    let mut best = None;
    let mut most = 0.0;
    for (at, pair) in values.windows(2).enumerate() {
        below += pair[0];
        let (low, high) = ((at + 1) as f64, (values.len() - at - 1) as f64);
        let difference = (all - below) / high - below / low;
        let between = low * high * difference * difference;
        if pair[0] < pair[1] && between > most {
            most = between;
            best = Some(f64::midpoint(pair[0], pair[1]));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn otsu_cuts_between_two_heaps() {
        assert_eq!(otsu(vec![0.5, 0.1, 0.6, 0.2, 0.55]), Some(0.35));
        assert_eq!(otsu(vec![1.0, 3.0]), Some(2.0));
        assert_eq!(otsu(vec![0.4, 0.4]), None);
        assert_eq!(otsu(vec![]), None);
    }

    /// Worked by hand: three unit vectors e1, e1, e2. The others of the first sum to e1 + e2: cosine 1/√2; those of the
    /// last to 2 e1: cosine 0.
    #[test]
    fn a_unit_does_not_vouch_for_itself() {
        let rows = vec![vec![(0, 1.0)], vec![(0, 1.0)], vec![(1, 1.0)], vec![]];
        let vectors = Vectors { rows, terms: 2 };
        let scores = leave_one_out(&vectors);
        assert!(scores[0].is_some_and(|s| (s - 0.5_f64.sqrt()).abs() < 1e-12));
        assert!(scores[2].is_some_and(|s| s.abs() < 1e-12));
        assert_eq!(scores[3], None);
        assert_eq!(off(&vectors), [false, false, true, false]);
    }
}
