use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::fixture::study;
use super::*;
use crate::language::{Language, Stemmer};
use crate::tokenise::{form, surface, words};

fn table(
    selection: impl Fn(&Analysis) -> Selection,
    options: &TermOptions,
) -> Vec<(String, TermRow)> {
    let (corpus, counts, analysis) = study();
    let table = frequencies(&corpus, &counts, &analysis, &selection(&analysis), options);
    let shown = |row: &TermRow| counts.vocabulary.terms[row.term as usize].display.clone();
    table.rows.iter().map(|row| (shown(row), *row)).collect()
}

fn shown(rows: &[(String, TermRow)]) -> Vec<&str> {
    rows.iter().map(|(shown, _)| shown.as_str()).collect()
}

#[test]
fn stop_words_are_out_and_the_commonest_come_first() {
    let rows = table(Selection::kept, &TermOptions::default());
    assert_eq!(shown(&rows)[..3], ["cry", "therapist", "say"]);
    assert_eq!(rows[0].1.count, 4);
    assert!(!shown(&rows).contains(&"a"));
    let all = TermOptions { stop_words: true, ..TermOptions::default() };
    assert!(shown(&table(Selection::kept, &all)).contains(&"a"));
}

#[test]
fn before_has_everything_after_has_the_selection() {
    let options = TermOptions { absent: true, ..TermOptions::default() };
    let rows = table(Selection::kept, &options);
    let (_, tall) = rows.iter().find(|(shown, _)| shown == "tall").unwrap();
    assert_eq!((tall.count, tall.count_before), (0, 1));
    assert!(tall.g2 < 0.0 && tall.log_ratio < 0.0);
    assert!(!shown(&table(Selection::kept, &TermOptions::default())).contains(&"tall"));
}

#[test]
fn a_text_finds_parts_and_forms() {
    let with = |text: &str| {
        let options = TermOptions { text: text.into(), ..TermOptions::default() };
        shown(&table(Selection::everything, &options)).join(" ")
    };
    assert_eq!(with("erap"), "therapist therapy");
    assert_eq!(with("Crying"), "cry");
    assert_eq!(with("172cm"), "172 cm");
    assert_eq!(with("zzz"), "");
}

#[test]
fn a_person_edits_the_stop_list() {
    let options = TermOptions {
        stop_added: vec!["cri".into()],
        stop_taken: vec!["she".into()],
        ..TermOptions::default()
    };
    let rows = table(Selection::kept, &options);
    assert!(!shown(&rows).contains(&"cry"));
    assert!(shown(&rows).contains(&"she"));
    let none = TermOptions { figures: false, ..TermOptions::default() };
    assert!(!shown(&table(Selection::everything, &none)).contains(&"172 cm"));
}

#[test]
fn every_key_sorts_both_ways() {
    use SortKey::{Count, CountBefore, Dispersion, Documents, Keyness, LogRatio, PerThousand};
    for sort in [Count, CountBefore, PerThousand, Documents, Keyness, LogRatio, Dispersion] {
        let value = |row: &TermRow| match sort {
            CountBefore => f64::from(row.count_before),
            PerThousand => row.per_thousand,
            Documents => f64::from(row.documents),
            Keyness => row.g2,
            LogRatio => row.log_ratio,
            Dispersion => row.dispersion,
            _ => f64::from(row.count),
        };
        for descending in [true, false] {
            let options = TermOptions { sort, descending, ..TermOptions::default() };
            let rows = table(Selection::kept, &options);
            let mut values: Vec<f64> = rows.iter().map(|(_, row)| value(row)).collect();
            if descending {
                values.reverse();
            }
            assert!(values.is_sorted(), "{sort:?} {descending}");
        }
    }
    let options = TermOptions { sort: SortKey::Term, descending: false, ..TermOptions::default() };
    assert!(shown(&table(Selection::kept, &options)).is_sorted());
}

#[test]
fn the_first_rows_are_those_of_the_whole_table() {
    use SortKey::{Change, Count, CountBefore, Dispersion, Documents, Keyness, LogRatio};
    use SortKey::{PerThousand, PerThousandBefore, Sections, Shift, Term};
    let (corpus, counts, analysis) = study();
    let counted = TermCounts::of(&counts, &analysis, &Selection::kept(&analysis));
    let by_count = [Count, CountBefore, Term, PerThousand, PerThousandBefore, Documents, Sections];
    for sort in by_count.into_iter().chain([Keyness, LogRatio, Dispersion, Change, Shift]) {
        for descending in [true, false] {
            let options = TermOptions { sort, descending, absent: true, ..TermOptions::default() };
            let all = counted.table(&corpus, &counts, &options, usize::MAX);
            assert_eq!(all.listed, all.rows.len());
            for most in [0, 1, 7, 1_000] {
                let some = counted.table(&corpus, &counts, &options, most);
                assert_eq!(some.listed, all.listed, "{sort:?}");
                assert_eq!(some.rows, all.rows[..most.min(all.listed)], "{sort:?} {descending}");
            }
        }
    }
}

#[test]
fn losses_and_shifts_of_shares() {
    let by =
        |sort, descending| TermOptions { sort, descending, absent: true, ..Default::default() };
    let rows = table(Selection::kept, &by(SortKey::Change, false));
    let lost =
        |row: &TermRow| (i64::from(row.count) - i64::from(row.count_before), row.count_before);
    assert!(rows.is_sorted_by_key(|(_, row)| lost(row)) && lost(&rows[0].1).0 < 0);
    let rows = table(Selection::kept, &by(SortKey::Shift, true));
    assert!(rows.is_sorted_by_key(|(_, row)| (-row.shift(), u32::MAX - row.count_before)));
    assert!(rows[0].1.shift() > 0 && rows.last().unwrap().1.shift() < 0);
}

/// Counts again from the text, with nothing of the code under test but words and forms.
fn recount(keep: &[bool]) -> BTreeMap<String, (u32, u32, BTreeSet<u32>, u32)> {
    let (corpus, _, analysis) = study();
    let stemmer = Stemmer::of(Language::English);
    let mut counts: BTreeMap<String, (u32, u32, BTreeSet<u32>, u32)> = BTreeMap::new();
    for (index, section) in analysis.sections.iter().enumerate() {
        let document = &corpus.documents[section.document as usize];
        let mut here = BTreeSet::new();
        for block in &document.blocks[section.blocks()] {
            let text = block.span.of(&document.text);
            for word in words(text, Language::English) {
                let surface = surface(word.span.of(text), word.kind, Language::English);
                let form = form(&surface, word.kind, &stemmer).into_owned();
                let entry = counts.entry(form.clone()).or_default();
                entry.1 += 1;
                if keep[index] {
                    entry.0 += 1;
                    entry.2.insert(section.document);
                    here.insert(form);
                }
            }
        }
        for form in here {
            counts.entry(form).or_default().3 += 1;
        }
    }
    counts
}

proptest! {
    #[test]
    fn agrees_with_a_recount(keep in proptest::collection::vec(any::<bool>(), 5)) {
        let (corpus, counts, analysis) = study();
        let selection = Selection::of(&analysis, |index, _| keep[index]);
        let options = TermOptions { stop_words: true, absent: true, ..TermOptions::default() };
        let table = frequencies(&corpus, &counts, &analysis, &selection, &options);
        let recount = recount(&keep);
        prop_assert_eq!(table.rows.len(), recount.len());
        prop_assert_eq!(u64::from(table.words), selection.words());
        let sizes = |document: u32| -> f64 {
            let inside = |(index, s): (usize, &crate::separate::JudgedSection)| {
                if keep[index] && s.document == document { f64::from(s.words) } else { 0.0 }
            };
            analysis.sections.iter().enumerate().map(inside).sum()
        };
        for row in &table.rows {
            let form = &counts.vocabulary.terms[row.term as usize].form;
            let (after, before, documents, sections) = &recount[form];
            prop_assert_eq!(row.count, *after);
            prop_assert_eq!(row.count_before, *before);
            prop_assert_eq!(row.documents as usize, documents.len());
            prop_assert_eq!(row.sections, *sections);
            prop_assert!(row.g2.is_finite() && row.log_ratio.is_finite());
            prop_assert!((0.0..=1.0).contains(&row.dispersion));
            prop_assert!((row.per_thousand * f64::from(table.words) / 1000.0 - f64::from(*after)).abs() < 1e-9);
            if documents.len() == 1 && *after > 0 {
                // All of it in one document: what the others are of the whole, against the most that can be.
                let document = *documents.iter().next().unwrap();
                let outside = |document: u32| 1.0 - sizes(document) / f64::from(table.words);
                let most = (0..2).filter(|at| sizes(*at) > 0.0).map(outside).fold(0.0, f64::max);
                let want = if most > 0.0 { outside(document) / most } else { 0.0 };
                prop_assert!((row.dispersion - want).abs() < 1e-9);
            }
        }
    }
}
