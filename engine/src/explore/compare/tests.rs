use proptest::prelude::*;

use super::super::fixture::study;
use super::*;

/// Every term, however rare.
fn all() -> CompareOptions {
    let terms = TermOptions { stop_words: true, ..TermOptions::default() };
    CompareOptions { floor: 1, terms, ..CompareOptions::default() }
}

#[test]
fn one_topic_against_the_other() {
    let (corpus, counts, analysis) = study();
    let [a, b] = [0, 1].map(|topic| Selection::of(&analysis, |_, s| s.topic == topic));
    let found = compare(&corpus, &counts, &analysis, &a, &b, &all());
    assert_eq!((found.words_a, found.words_b), (29, 8));
    assert_eq!((found.off_words_a, found.off_words_b), (0, 8));
    assert_eq!((found.shared_words, found.shared_sections.len()), (0, 0));
    let name = |row: &CompareRow| counts.vocabulary.terms[row.term as usize].display.as_str();
    let cry = found.rows.iter().find(|row| name(row) == "cry").unwrap();
    assert_eq!((cry.a, cry.b, cry.total, cry.off_a), (4, 0, 4, 0));
    // Prior 4 of 37, as many words as both sides: ln(8 / 58) - ln(4 / 41).
    let want = libm::log(8.0 / 58.0) - libm::log(4.0 / 41.0);
    let deviation = (1.0 / 8.0 + 1.0 / 58.0 + 1.0 / 4.0 + 1.0 / 41.0_f64).sqrt();
    assert!((cry.delta - want).abs() < 1e-12 && (cry.z - want / deviation).abs() < 1e-12);
    let (towards_a, towards_b) = found.top(3);
    assert_eq!(name(&towards_a[0]), "cry");
    assert_eq!(towards_b.len(), 3);
    assert!(towards_b.iter().all(|row| row.z < 0.0 && row.off_b == row.b));
}

#[test]
fn floor_stop_list_and_measure() {
    let (corpus, counts, analysis) = study();
    let [a, b] = [0, 1].map(|topic| Selection::of(&analysis, |_, s| s.topic == topic));
    let with = |options: &CompareOptions| compare(&corpus, &counts, &analysis, &a, &b, options);
    let listed = with(&CompareOptions::default());
    let term = |row: &CompareRow| &counts.vocabulary.terms[row.term as usize];
    assert!(listed.rows.iter().all(|row| row.a + row.b >= 2 && !term(row).stop));
    let terms = TermOptions { stop_added: vec!["cri".into()], ..TermOptions::default() };
    let edited = with(&CompareOptions { terms, ..CompareOptions::default() });
    assert_eq!(edited.rows.len() + 1, listed.rows.len());
    let by_g2 = with(&CompareOptions { measure: Measure::G2, ..all() });
    assert!(by_g2.rows.is_sorted_by(|x, y| x.g2.abs() >= y.g2.abs()));
    let (towards_a, _) = by_g2.top(100);
    assert!(towards_a.iter().all(|row| row.g2 > 0.0));
}

#[test]
fn a_prior_of_two_sides_does_not_see_how_large_the_rest_is() {
    let (corpus, counts, analysis) = study();
    let [a, b] = [0, 1].map(|at| Selection::of(&analysis, |index, _| index == at));
    let sides = compare(&corpus, &counts, &analysis, &a, &b, &all());
    let whole = CompareOptions { prior: Prior::Corpus, ..all() };
    let whole = compare(&corpus, &counts, &analysis, &a, &b, &whole);
    let of = |found: &Comparison, term: TermId| {
        found.rows.iter().find(|row| row.term == term).unwrap().delta.abs()
    };
    for row in &sides.rows {
        assert!(row.delta.abs() >= of(&whole, row.term));
    }
}

#[test]
fn a_prior_of_the_smaller_side() {
    let (corpus, counts, analysis) = study();
    let [a, b] = [0, 1].map(|topic| Selection::of(&analysis, |_, s| s.topic == topic));
    let smaller = CompareOptions { prior: Prior::Smaller, ..all() };
    let found = compare(&corpus, &counts, &analysis, &a, &b, &smaller);
    assert_eq!((found.words_a, found.words_b), (29, 8));
    let cry = found.rows.iter().find(|row| (row.a, row.total) == (4, 4)).unwrap();
    // 4 of 37 are as many of 8.
    let prior = 4.0 * 8.0 / 37.0;
    let want = libm::log((4.0 + prior) / (29.0 + 8.0 - 4.0 - prior))
        - libm::log(prior / (8.0 + 8.0 - prior));
    assert!((cry.delta - want).abs() < 1e-12);
    let none = compare(&corpus, &counts, &analysis, &a, &Selection::default(), &smaller);
    assert!(none.rows.iter().all(|row| row.z.is_finite()));
}

#[test]
fn the_same_text_twice_differs_in_nothing() {
    let (corpus, counts, analysis) = study();
    let everything = Selection::everything(&analysis);
    let found = compare(&corpus, &counts, &analysis, &everything, &everything, &all());
    assert_eq!(found.shared_sections, [0, 1, 2, 3, 4]);
    assert_eq!(found.shared_words, found.words_a);
    assert!(found.rows.iter().all(|row| row.delta == 0.0 && row.z == 0.0 && row.g2.abs() < 1e-9));
    let none = Selection::default();
    let found = compare(&corpus, &counts, &analysis, &none, &none, &all());
    assert_eq!(found, Comparison::default());
}

proptest! {
    #[test]
    fn swapping_the_sides_swaps_the_signs(
        a in proptest::collection::vec(any::<bool>(), 5),
        b in proptest::collection::vec(any::<bool>(), 5),
        by_g2 in any::<bool>(),
    ) {
        let (corpus, counts, analysis) = study();
        let [a, b] = [a, b].map(|keep| Selection::of(&analysis, |index, _| keep[index]));
        let measure = if by_g2 { Measure::G2 } else { Measure::LogOdds };
        let options = CompareOptions { measure, ..all() };
        let there = compare(&corpus, &counts, &analysis, &a, &b, &options);
        let back = compare(&corpus, &counts, &analysis, &b, &a, &options);
        prop_assert_eq!(u64::from(there.words_a), a.words());
        prop_assert_eq!(u64::from(there.words_b), b.words());
        prop_assert_eq!(&there.shared_sections, &back.shared_sections);
        prop_assert_eq!(there.rows.len(), back.rows.len());
        for (row, mirror) in there.rows.iter().zip(&back.rows) {
            prop_assert_eq!((row.term, row.a, row.b), (mirror.term, mirror.b, mirror.a));
            prop_assert_eq!((row.off_a, row.off_b), (mirror.off_b, mirror.off_a));
            prop_assert_eq!((row.delta, row.z), (-mirror.delta, -mirror.z));
            prop_assert!((row.g2 + mirror.g2).abs() < 1e-9);
            prop_assert!((row.log_ratio + mirror.log_ratio).abs() < 1e-9);
            prop_assert!(row.off_a <= row.a && row.a <= row.total && row.b <= row.total);
        }
        let sum = |of: fn(&CompareRow) -> u32| there.rows.iter().map(of).sum::<u32>();
        prop_assert_eq!(sum(|row| row.a), there.words_a);
        prop_assert_eq!(sum(|row| row.off_b), there.off_words_b);
    }
}
