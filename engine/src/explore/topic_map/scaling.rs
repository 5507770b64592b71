//! Principal coordinates: places in the plane from distances.
//!
//! Sums, products and square roots alone, in a fixed order: the same bits on every machine.

/// Rounds of power iteration an axis. Axes that take longer are nearly as wide as the next, and either will do.
const ROUNDS: usize = 500;
/// Below this part of the widest axis an axis is what rounding left.
const NOTHING: f64 = 1e-9;

/// Classical scaling (Gower 1966) of a symmetric matrix of distances to two dimensions, and how much of the spread those
/// show. The places fill the unit square in one of its directions and are centred in the other; all in the middle where
/// there is no distance.
pub(super) fn principal_coordinates(distances: &[Vec<f64>]) -> (Vec<(f64, f64)>, f64) {
    let mut matrix = centred(distances);
    let spread: f64 = matrix.iter().enumerate().map(|(at, row)| row[at]).sum();
    let (first, wide) = axis(&mut matrix, NOTHING);
    let (second, less_wide) = axis(&mut matrix, (wide * NOTHING).max(NOTHING));
    let shown = if spread > NOTHING { ((wide + less_wide) / spread).min(1.0) } else { 1.0 };
    (fit(&first, &second), shown)
}

/// `-½ J D² J`: the products of the places with each other, seen from their middle.
fn centred(distances: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let size = distances.len().max(1) as f64;
    let squares = |row: &Vec<f64>| -> Vec<f64> { row.iter().map(|d| d * d).collect() };
    let mut matrix: Vec<Vec<f64>> = distances.iter().map(squares).collect();
    let means: Vec<f64> = matrix.iter().map(|row| row.iter().sum::<f64>() / size).collect();
    let mean = means.iter().sum::<f64>() / size;
    for (row, row_mean) in matrix.iter_mut().zip(&means) {
        for (value, column_mean) in row.iter_mut().zip(&means) {
            *value = -0.5 * (*value - row_mean - column_mean + mean);
        }
    }
    matrix
}

/// The coordinates of the points on the widest axis, and how wide it is (its eigenvalue), by power iteration; the axis is
/// taken out of the matrix. All 0 where it is no wider than `least`.
fn axis(matrix: &mut [Vec<f64>], least: f64) -> (Vec<f64>, f64) {
    // The point farthest from the middle is never at right angles to the widest axis by more than chance.
    let mut start = 0;
    for at in 0..matrix.len() {
        if matrix[at][at] > matrix[start][start] {
            start = at;
        }
    }
    let mut direction: Vec<f64> = matrix.get(start).cloned().unwrap_or_default();
    let mut wide = scale(&mut direction);
    for _ in 0..ROUNDS {
        if wide <= least {
            return (vec![0.0; matrix.len()], 0.0);
        }
        let mut next: Vec<f64> = matrix.iter().map(|row| product(row, &direction)).collect();
        wide = scale(&mut next);
        let moved = next.iter().zip(&direction).map(|(x, y)| (x - y).abs()).fold(0.0, f64::max);
        direction = next;
        if moved < 1e-12 {
            break;
        }
    }
    if wide <= least {
        return (vec![0.0; matrix.len()], 0.0);
    }
    for (row, x) in matrix.iter_mut().zip(&direction) {
        for (value, y) in row.iter_mut().zip(&direction) {
            *value -= wide * x * y;
        }
    }
    point(&mut direction);
    let width = wide.sqrt();
    (direction.iter().map(|x| x * width).collect(), wide)
}

fn product(row: &[f64], vector: &[f64]) -> f64 {
    row.iter().zip(vector).map(|(x, y)| x * y).sum()
}

/// Brings a vector to length 1 and gives the length it had.
fn scale(vector: &mut [f64]) -> f64 {
    let length = product(vector, vector).sqrt();
    if length > 0.0 {
        for value in vector {
            *value /= length;
        }
    }
    length
}

/// Turns a direction so that its largest value is above 0; of values as large, the first.
fn point(direction: &mut [f64]) {
    let mut most = 0.0_f64;
    for value in direction.iter() {
        // As large but for rounding is as large.
        if value.abs() > most.abs() + NOTHING {
            most = *value;
        }
    }
    if most < 0.0 {
        for value in direction {
            *value = -*value;
        }
    }
}

/// Brings coordinates into the unit square, both axes in one scale.
fn fit(first: &[f64], second: &[f64]) -> Vec<(f64, f64)> {
    let ends = |axis: &[f64]| {
        let least = axis.iter().copied().fold(f64::INFINITY, f64::min);
        (least, axis.iter().copied().fold(f64::NEG_INFINITY, f64::max))
    };
    let ((left, right), (low, high)) = (ends(first), ends(second));
    let side = (right - left).max(high - low);
    let place = |value: f64, least: f64, most: f64| {
        if side > NOTHING {
            (0.5 + (value - (least + most) / 2.0) / side).clamp(0.0, 1.0)
        } else {
            0.5
        }
    };
    let both = first.iter().zip(second);
    both.map(|(x, y)| (place(*x, left, right), place(*y, low, high))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distances(places: &[(f64, f64)]) -> Vec<Vec<f64>> {
        let between =
            |a: &(f64, f64), b: &(f64, f64)| ((a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)).sqrt();
        places.iter().map(|a| places.iter().map(|b| between(a, b)).collect()).collect()
    }

    #[test]
    fn a_figure_in_the_plane_comes_back_in_its_shape() {
        let places = [(0.0, 0.0), (4.0, 0.0), (4.0, 3.0), (1.0, 2.0), (2.0, -1.0)];
        let wanted = distances(&places);
        let (found, shown) = principal_coordinates(&wanted);
        assert!((shown - 1.0).abs() < 1e-9);
        let found = distances(&found);
        let ratio = found[0][2] / wanted[0][2];
        for (found, wanted) in found.iter().flatten().zip(wanted.iter().flatten()) {
            assert!((found - wanted * ratio).abs() < 1e-6, "{found} is not {wanted} × {ratio}");
        }
    }

    #[test]
    fn no_point_one_point_two_points() {
        assert_eq!(principal_coordinates(&[]), (vec![], 1.0));
        assert_eq!(principal_coordinates(&distances(&[(3.0, 3.0)])), (vec![(0.5, 0.5)], 1.0));
        let (two, _) = principal_coordinates(&distances(&[(0.0, 0.0), (0.3, 0.0)]));
        assert_eq!(two, [(1.0, 0.5), (0.0, 0.5)]);
    }

    #[test]
    fn points_in_one_place_stay_together() {
        let (same, _) = principal_coordinates(&distances(&[(1.0, 1.0); 4]));
        assert_eq!(same, [(0.5, 0.5); 4]);
        let (found, _) = principal_coordinates(&distances(&[(0.0, 0.0), (0.0, 0.0), (1.0, 0.0)]));
        assert_eq!(found[0], found[1]);
        assert!((found[0].0 - found[2].0).abs() > 0.999);
    }

    #[test]
    fn points_all_as_far_from_each_other_are_spread_out() {
        let far = |one: usize| (0..40).map(|other| if one == other { 0.0 } else { 1.0 }).collect();
        let (found, shown) = principal_coordinates(&(0..40).map(far).collect::<Vec<_>>());
        assert!((shown - 2.0 / 39.0).abs() < 1e-6);
        assert!(found.iter().all(|(x, y)| (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y)));
    }
}
