//! One sort for all tables: a sort is some kilobytes of code for every type it is used with, and the page carries each of
//! them. Numbers are sorted here, through a pointer to what compares; rows follow their numbers.

use std::cmp::Ordering;

/// Sorts rows by a comparison of two of them. Equal rows keep their order.
pub fn sort<T: Clone>(rows: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = order(rows.len(), &|one, other| compare(&rows[one], &rows[other]));
    let sorted: Vec<T> = order.into_iter().map(|at| rows[at as usize].clone()).collect();
    rows.clone_from_slice(&sorted);
}

/// The numbers below `length` in the order of a comparison; equal ones by number.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..length as u32).collect();
    order.sort_unstable_by(|one, other| {
        compare(*one as usize, *other as usize).then(one.cmp(other))
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_follow_and_equal_ones_keep_their_order() {
        let mut rows = vec![(2, "b"), (1, "x"), (2, "a"), (1, "y")];
        sort(&mut rows, &|one, other| one.0.cmp(&other.0));
        assert_eq!(rows, [(1, "x"), (1, "y"), (2, "b"), (2, "a")]);
        sort::<u8>(&mut [], &|one, other| one.cmp(other));
    }
}
