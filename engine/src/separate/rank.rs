//! Orders by score, all through one function: a sort is some kilobytes of code for every type it is used with, and the page
//! carries each of them.

/// Indexes of the scores from the highest down; equal ones in their own order.
pub(super) fn descending(scores: impl Iterator<Item = f64>) -> Vec<usize> {
    let mut order: Vec<(f64, u32)> = scores.zip(0..).collect();
    order.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    order.into_iter().map(|(_, at)| at as usize).collect()
}

/// The first `most` of [`descending`], without putting all in order.
pub(super) fn top(scores: impl Iterator<Item = f64>, most: usize) -> Vec<usize> {
    let mut best: Vec<(f64, usize)> = Vec::with_capacity(most + 1);
    for (at, score) in scores.enumerate() {
        if best.len() < most || best.last().is_some_and(|last| last.0.total_cmp(&score).is_lt()) {
            put(&mut best, score, at);
            best.truncate(most);
        }
    }
    best.into_iter().map(|(_, at)| at).collect()
}

/// Puts a score behind all that are as high.
fn put(best: &mut Vec<(f64, usize)>, score: f64, at: usize) {
    let place = best.iter().position(|(other, _)| other.total_cmp(&score).is_lt());
    best.insert(place.unwrap_or(best.len()), (score, at));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_keep_their_order() {
        assert_eq!(descending([1.0, 3.0, 1.0, -2.0, 3.0].into_iter()), [1, 4, 0, 2, 3]);
    }

    #[test]
    fn the_top_is_where_the_order_starts() {
        let scores = [1.0, 3.0, f64::NAN, 1.0, -2.0, 3.0, -0.0, 0.0];
        for most in 0..=scores.len() + 1 {
            let all = descending(scores.into_iter());
            assert_eq!(top(scores.into_iter(), most), all[..most.min(all.len())]);
        }
    }
}
