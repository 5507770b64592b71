//! Units as vectors: term frequency times inverse document frequency, length 1.
//!
//! Gerard Salton and Christopher Buckley, "Term-weighting approaches in automatic text retrieval", Information
//! Processing & Management 24(5), 1988; term frequency in logarithm, a unit being the document.

use std::collections::BTreeMap;

use engine::count::TermId;

/// Sparse vectors over the terms that are there.
#[derive(Debug)]
pub(super) struct Vectors {
    /// For each unit its terms, numbered from 0, with their weights. A unit without terms has none.
    pub(super) rows: Vec<Vec<(usize, f64)>>,
    /// Number of different terms.
    pub(super) terms: usize,
}

impl Vectors {
    /// `(1 + ln tf) · ln((1 + N) / (1 + df))`, then divided by the Euclidean length.
    pub(super) fn of(units: &[Vec<(TermId, u32)>]) -> Self {
        let mut holders: BTreeMap<TermId, usize> = BTreeMap::new();
        for (term, _) in units.iter().flatten() {
            *holders.entry(*term).or_default() += 1;
        }
        let numbers: BTreeMap<TermId, (usize, f64)> = holders
            .iter()
            .enumerate()
            .map(|(number, (term, df))| {
                let idf = libm::log((1 + units.len()) as f64 / (1 + df) as f64);
                (*term, (number, idf))
            })
            .collect();
        let row = |unit: &Vec<(TermId, u32)>| {
            let weigh = |(term, count): &(TermId, u32)| {
                let (number, idf) = numbers[term];
                (number, (1.0 + libm::log(f64::from(*count))) * idf)
            };
            let mut row: Vec<(usize, f64)> = unit.iter().map(weigh).collect();
            let length = row.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
            if length > 0.0 {
                row.iter_mut().for_each(|(_, weight)| *weight /= length);
            }
            row
        };
        Self { rows: units.iter().map(row).collect(), terms: numbers.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked by hand: of three units two hold term 7, so its idf is ln(4/3) = 0.287682; term 9 is in one, ln 2 =
    /// 0.693147. Twice there, term 9 weighs (1 + ln 2) · ln 2 = 1.173600; the length is 1.208345.
    #[test]
    fn weights_of_a_small_corpus() {
        let vectors = Vectors::of(&[vec![(7, 1), (9, 2)], vec![(7, 1)], vec![]]);
        assert_eq!(vectors.terms, 2);
        let row = &vectors.rows[0];
        assert!((row[0].1 - 0.287_682 / 1.208_345).abs() < 1e-5, "{row:?}");
        assert!((row[1].1 - 1.173_600 / 1.208_345).abs() < 1e-5, "{row:?}");
        assert!((vectors.rows[1][0].1 - 1.0).abs() < 1e-12);
        assert!(vectors.rows[2].is_empty());
    }
}
