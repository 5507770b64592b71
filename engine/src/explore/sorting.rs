//! One sort for all tables: a sort is some kilobytes of code for every type it is used with, and the page carries each of
//! them. Numbers are sorted here, through a pointer to what compares; rows follow their numbers.

use std::cmp::Ordering;

/// Sorts rows by a comparison of two of them. Equal rows keep their order.
pub fn sort<T: Clone>(rows: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut order = numbers(rows.len());
    arrange(&mut order, &|one, other| compare(&rows[one], &rows[other]));
    let sorted: Vec<T> = order.into_iter().map(|at| rows[at as usize].clone()).collect();
    rows.clone_from_slice(&sorted);
}

/// Leaves the rows that come first by a comparison of two of them, at most so many, sorted. Equal rows keep their order.
///
/// Time: one look at each row, and the sort of those that are left.
pub fn first<T: Clone>(rows: &mut Vec<T>, most: usize, compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut order = numbers(rows.len());
    let by = |one: usize, other: usize| compare(&rows[one], &rows[other]);
    cut(&mut order, most, &by);
    arrange(&mut order, &by);
    *rows = order.into_iter().map(|at| rows[at as usize].clone()).collect();
}

type Compare<'a> = dyn Fn(usize, usize) -> Ordering + 'a;

fn numbers(length: usize) -> Vec<u32> {
    (0..length as u32).collect()
}

/// Puts numbers in the order of a comparison; equal ones by number.
fn arrange(order: &mut [u32], compare: &Compare<'_>) {
    order.sort_unstable_by(|one, other| by(*one, *other, compare));
}

/// Leaves the numbers that come first, at most so many, in whatever order. Apart from the sort: who only sorts need not carry it.
fn cut(order: &mut Vec<u32>, most: usize, compare: &Compare<'_>) {
    if most < order.len() {
        order.select_nth_unstable_by(most, |one, other| by(*one, *other, compare));
        order.truncate(most);
    }
}

fn by(one: u32, other: u32, compare: &Compare<'_>) -> Ordering {
    compare(one as usize, other as usize).then(one.cmp(&other))
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
