//! One sort for all tables: a sort is some kilobytes of code for every type it is used with, and the page carries each of
//! them. Numbers are sorted here, through a pointer to what compares; rows follow their numbers.

use std::cmp::Ordering;

/// Sorts rows by a comparison of two of them. Equal rows keep their order.
pub fn sort<T: Clone>(rows: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = order(rows.len(), usize::MAX, &|one, other| compare(&rows[one], &rows[other]));
    let sorted: Vec<T> = order.into_iter().map(|at| rows[at as usize].clone()).collect();
    rows.clone_from_slice(&sorted);
}

/// Leaves the rows that come first by a comparison of two of them, at most so many, sorted. Equal rows keep their order.
///
/// Time: one look at each row, and the sort of those that are left.
pub fn first<T: Clone>(rows: &mut Vec<T>, most: usize, compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = order(rows.len(), most, &|one, other| compare(&rows[one], &rows[other]));
    *rows = order.into_iter().map(|at| rows[at as usize].clone()).collect();
}

/// The numbers below `length` that come first by a comparison, at most so many, in order; equal ones by number.
fn order(length: usize, most: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..length as u32).collect();
    let by = |one: &u32, other: &u32| compare(*one as usize, *other as usize).then(one.cmp(other));
    if most < length {
        order.select_nth_unstable_by(most, by);
        order.truncate(most);
    }
    order.sort_unstable_by(by);
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

    #[test]
    fn the_first_rows_are_those_of_the_sort() {
        let all: Vec<(usize, usize)> = (0..97).map(|at| (at * 31 % 13, at)).collect();
        let mut sorted = all.clone();
        sort(&mut sorted, &|one, other| one.0.cmp(&other.0));
        for most in [0, 1, 12, 96, 97, 1_000] {
            let mut some = all.clone();
            first(&mut some, most, &|one, other| one.0.cmp(&other.0));
            assert_eq!(some, sorted[..most.min(97)]);
        }
    }
}
