use proptest::prelude::*;

use super::super::fixture::study;
use super::*;
use crate::count::Token;

/// What is shown of a term; times on the left, on the right and in all.
type Row = (String, u32, u32, u32);

fn shown(text: &str, options: &CollocateOptions) -> (Vec<Row>, u32, u32) {
    let (corpus, counts, analysis) = study();
    let all = Selection::everything(&analysis);
    let pattern = Pattern::of_words(text, &corpus, &counts, false);
    let found = collocates(&corpus, &counts, &analysis, &all, &pattern, options);
    let name = |row: &Collocate| counts.vocabulary.terms[row.term as usize].display.clone();
    let rows = found.rows.iter().map(|row| (name(row), row.left, row.right, row.count)).collect();
    (rows, found.nodes, found.words)
}

#[test]
fn once_for_each_window_it_lies_in() {
    // The therapist cried; therapists cry often in a session.
    let options = CollocateOptions::default();
    let (rows, nodes, words) = shown("cry", &options);
    // "therapists" stands right of "cried" and left of "cry", "therapist" left of both.
    assert_eq!(rows[0], ("therapist".to_owned(), 3, 1, 3));
    assert_eq!((nodes, words), (4, 37));
    assert!(rows.iter().all(|(name, ..)| name != "cry"));
    let narrow = CollocateOptions { left: 1, right: 0, floor: 1, ..options };
    assert_eq!(shown("cry", &narrow).0, [("therapist".to_owned(), 2, 0, 3)]);
    let all = CollocateOptions { left: 1, right: 0, floor: 1, stop_words: true, ..options };
    let names: Vec<String> = shown("cry", &all).0.into_iter().map(|row| row.0).collect();
    assert_eq!(names, ["therapist", "some", "who"]);
}

#[test]
fn measures_are_those_of_the_counts() {
    let (corpus, counts, analysis) = study();
    let kept = Selection::kept(&analysis);
    let pattern = Pattern::of_words("cry", &corpus, &counts, false);
    let options = CollocateOptions::default();
    let found = collocates(&corpus, &counts, &analysis, &kept, &pattern, &options);
    let row = found.rows[0];
    assert_eq!((found.nodes, found.words, row.together(), row.count), (4, 29, 4, 3));
    // Four times together, but there are only three of it: 14 + log2(2 * 3 / (4 + 3)), log2(3 * 29 / (4 * 3)).
    assert!((row.log_dice - 13.777_607).abs() < 1e-6);
    assert!((row.mutual_information - 2.857_981).abs() < 1e-6);
    assert!(row.g2 > 3.84 && row.side() == -0.5);
}

#[test]
fn every_sort_sorts_both_ways() {
    use CollocateSort::{Count, G2, Left, LogDice, MutualInformation, Right, Side, Term, Together};
    let (corpus, counts, analysis) = study();
    let all = Selection::everything(&analysis);
    let pattern = Pattern::of_words("cry", &corpus, &counts, false);
    for sort in [Count, G2, Left, LogDice, MutualInformation, Right, Side, Together] {
        for descending in [true, false] {
            let options = CollocateOptions {
                floor: 1,
                stop_words: true,
                sort,
                descending,
                ..CollocateOptions::default()
            };
            let found = collocates(&corpus, &counts, &analysis, &all, &pattern, &options);
            let mut values: Vec<f64> = found.rows.iter().map(|row| value(sort, row)).collect();
            if descending {
                values.reverse();
            }
            assert!(values.is_sorted() && values.len() > 5, "{sort:?} {descending}");
        }
    }
    let options =
        CollocateOptions { floor: 1, sort: Term, descending: false, ..CollocateOptions::default() };
    let names: Vec<String> = shown("cry", &options).0.into_iter().map(|row| row.0).collect();
    assert!(names.is_sorted());
}

proptest! {
    /// Counts again, token by token: how many nodes each token is near to.
    #[test]
    fn agrees_with_a_recount(
        word in proptest::sample::select(vec!["cry", "therapist", "a", "say", "172cm"]),
        left in 0_usize..8,
        right in 0_usize..8,
        keep in proptest::collection::vec(any::<bool>(), 5),
    ) {
        let (corpus, counts, analysis) = study();
        let selection = Selection::of(&analysis, |index, _| keep[index]);
        let pattern = Pattern::of_words(word, &corpus, &counts, false);
        let is_node = |term: &u32| pattern.has_term(*term, "");
        let node = (0..counts.vocabulary.terms.len() as u32).find(is_node).unwrap();
        let options = CollocateOptions { left, right, floor: 1, stop_words: true, ..CollocateOptions::default() };
        let found = collocates(&corpus, &counts, &analysis, &selection, &pattern, &options);
        let mut want = vec![(0, 0, 0); counts.vocabulary.terms.len()];
        for (_, section) in keep.iter().zip(&analysis.sections).filter(|(keep, _)| **keep) {
            let counted = &counts.documents[section.document as usize];
            let tokens: Vec<Token> = counted.of_blocks(section.blocks()).collect();
            for (at, token) in tokens.iter().enumerate() {
                let near = |from: usize, to: usize| {
                    let part = &tokens[from.min(tokens.len())..to.min(tokens.len())];
                    part.iter().filter(|one| one.term() == node).count() as u32
                };
                let entry = &mut want[token.term() as usize];
                // Left of a node is where a node follows within the left span.
                entry.0 += near(at + 1, at + 1 + left);
                entry.1 += near(at.saturating_sub(right), at);
                entry.2 += 1;
            }
        }
        for (term, (lefts, rights, count)) in want.into_iter().enumerate() {
            let row = found.rows.iter().find(|row| row.term as usize == term);
            let got = row.map(|row| (row.left, row.right, row.count));
            let listed = lefts + rights > 0 && term as u32 != node;
            prop_assert_eq!(got, listed.then_some((lefts, rights, count)));
            if let Some(row) = row {
                prop_assert!(row.log_dice <= 14.0);
                prop_assert!(row.g2.is_finite() && row.mutual_information.is_finite());
            }
        }
    }
}
