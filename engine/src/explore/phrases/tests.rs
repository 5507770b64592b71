use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::fixture::study;
use super::super::{SortKey, distribution::phrase_distribution};
use super::*;
use crate::count::{Background, count};
use crate::language::Language;
use crate::parse::parse;
use crate::separate::{Settings, separate};

/// Everything that is counted, in order of length and first place.
fn all(floor: u32) -> PhraseOptions {
    let terms = TermOptions { stop_words: true, absent: true, ..TermOptions::default() };
    PhraseOptions { floor, terms, ..PhraseOptions::default() }
}

fn shown(table: &PhraseTable) -> Vec<&str> {
    let name = |row: &super::super::TermRow| table.phrases[row.term as usize].display.as_str();
    table.table.rows.iter().map(name).collect()
}

#[test]
fn stop_words_inside_and_not_at_the_ends() {
    let (corpus, counts, analysis) = study();
    let everything = Selection::everything(&analysis);
    let options = PhraseOptions { floor: 1, ..PhraseOptions::default() };
    let table = phrases(&corpus, &counts, &analysis, &everything, &options);
    let listed = shown(&table);
    for phrase in ["talk with a therapist", "therapist cried", "therapist cried therapists"] {
        assert!(listed.contains(&phrase), "{phrase}");
    }
    // An end that is a stop word; a block border; six words.
    for phrase in ["a therapist", "talk with a", "session boys", "therapy helps she says and those"]
    {
        assert!(!listed.contains(&phrase), "{phrase}");
    }
    assert!(
        shown(&phrases(&corpus, &counts, &analysis, &everything, &all(1))).contains(&"a therapist")
    );
}

#[test]
fn forms_count_together_and_the_commonest_is_shown() {
    let texts =
        ["The therapist cried. Therapists cry. The therapist cried, and a therapist cries."];
    let (corpus, counts, analysis) = judged(&texts);
    let everything = Selection::everything(&analysis);
    let table = phrases(&corpus, &counts, &analysis, &everything, &PhraseOptions::default());
    assert_eq!(shown(&table)[0], "therapist cried");
    assert_eq!((table.table.rows[0].count, table.table.rows[0].dispersion), (4, 0.0));
}

#[test]
fn arranged_is_what_asking_anew_would_list() {
    let (corpus, counts, analysis) = study();
    let everything = Selection::everything(&analysis);
    let found = phrases(&corpus, &counts, &analysis, &everything, &all(1));
    for (text, sort, descending) in [
        ("", SortKey::Term, false),
        ("therap", SortKey::Count, true),
        ("cries", SortKey::Term, true),
    ] {
        let options = all(1);
        let terms = TermOptions { sort, descending, text: text.into(), ..options.terms };
        let arranged = found.arranged(&corpus, &counts, &terms);
        let anew = PhraseOptions { terms, ..options };
        let anew = phrases(&corpus, &counts, &analysis, &everything, &anew);
        let arranged: Vec<_> =
            arranged.iter().map(|row| &found.phrases[row.term as usize].display[..]).collect();
        assert!(!arranged.is_empty(), "{text}");
        assert_eq!(arranged, shown(&anew), "{text}");
    }
}

#[test]
fn floor_absent_figures_text_and_order() {
    let (corpus, counts, analysis) = study();
    let kept = Selection::kept(&analysis);
    let with = |options: &PhraseOptions| phrases(&corpus, &counts, &analysis, &kept, options);
    // `therapist cried; therapists cry` is twice the same.
    assert_eq!(shown(&with(&PhraseOptions::default())), ["therapist cried"]);
    let mut options = PhraseOptions { floor: 1, ..PhraseOptions::default() };
    assert!(!shown(&with(&options)).contains(&"172 cm tall"));
    options.terms.absent = true;
    let table = with(&options);
    assert!(shown(&table).contains(&"172 cm tall"));
    let at = shown(&table).iter().position(|phrase| *phrase == "172 cm tall").unwrap();
    let row = table.table.rows[at];
    assert_eq!((row.count, row.count_before, row.documents), (0, 1, 0));
    assert_eq!(table.table.both_sides(&row), [0, 29, 1, 8]);
    options.terms.figures = false;
    assert!(!shown(&with(&options)).iter().any(|phrase| phrase.contains("cm")));
    options.terms.text = "therapist Crying".into();
    assert!(shown(&with(&options)).contains(&"therapist cried"));
    assert!(shown(&with(&options)).iter().all(|phrase| phrase.contains("therapist")));
    options.terms =
        TermOptions { sort: SortKey::Term, descending: false, ..TermOptions::default() };
    options.longest = 2;
    let table = with(&options);
    assert!(shown(&table).is_sorted());
    assert!(table.phrases.iter().all(|phrase| phrase.terms.len() == 2));
}

#[test]
fn an_elided_word_stands_close() {
    let document = parse("a", "Il lit l’histoire du thé.".into(), Some(Language::French));
    let corpus = Corpus { name: String::new(), documents: vec![document] };
    let counts = count(&corpus, &Background::none());
    let analysis = separate(&corpus, &counts, &Settings::default());
    let everything = Selection::everything(&analysis);
    let table = phrases(&corpus, &counts, &analysis, &everything, &all(1));
    assert!(shown(&table).contains(&"lit l'histoire"));
}

fn judged(texts: &[&str]) -> (Corpus, Counts, Analysis) {
    let read = |text: &&str| parse("a.txt", (*text).to_owned(), Some(Language::English));
    let corpus = Corpus { name: String::new(), documents: texts.iter().map(read).collect() };
    let counts = count(&corpus, &Background::none());
    let analysis = separate(&corpus, &counts, &Settings::default());
    (corpus, counts, analysis)
}

/// What a naive count finds of a phrase: selected, all, documents and sections selected.
type Found = (u32, u32, BTreeSet<u32>, BTreeSet<usize>);

/// Counts every window of every block, each in a map of its own.
fn recount(counts: &Counts, analysis: &Analysis, keep: &[bool]) -> BTreeMap<Vec<TermId>, Found> {
    let mut found: BTreeMap<Vec<TermId>, Found> = BTreeMap::new();
    for (index, section) in analysis.sections.iter().enumerate() {
        for block in section.blocks() {
            let tokens = counts.documents[section.document as usize].of_blocks(block..block + 1);
            let terms: Vec<TermId> = tokens.map(Token::term).collect();
            for window in (2..=5).flat_map(|length| terms.windows(length)) {
                let entry = found.entry(window.to_vec()).or_default();
                entry.1 += 1;
                if keep[index % keep.len()] {
                    entry.0 += 1;
                    entry.2.insert(section.document);
                    entry.3.insert(index);
                }
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn agrees_with_a_naive_count(
        texts in proptest::collection::vec("((a|b|C|c|the|9 kg)[ ,.\n]){0,40}(\n\n)?((a|b)[ \n]){0,9}", 1..4),
        keep in proptest::collection::vec(any::<bool>(), 1..4),
        floor in 1_u32..4,
    ) {
        let (corpus, counts, analysis) = judged(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let selection = Selection::of(&analysis, |index, _| keep[index % keep.len()]);
        let table = phrases(&corpus, &counts, &analysis, &selection, &all(floor));
        let mut recount = recount(&counts, &analysis, &keep);
        recount.retain(|_, (_, before, _, _)| *before >= floor);
        prop_assert_eq!(table.table.rows.len(), recount.len());
        let listed: Vec<&[TermId]> = table.table.rows.iter()
            .map(|row| table.phrases[row.term as usize].terms.as_slice()).collect();
        let spread = phrase_distribution(&counts, &analysis, &selection, &listed);
        for ((row, terms), spread) in table.table.rows.iter().zip(listed).zip(spread) {
            let (count, before, documents, sections) = &recount[terms];
            prop_assert_eq!((row.count, row.count_before), (*count, *before));
            prop_assert_eq!(row.documents as usize, documents.len());
            prop_assert_eq!(row.sections as usize, sections.len());
            prop_assert_eq!(spread.iter().sum::<u32>(), row.count);
            let parts = spread.iter().zip(0_u32..).map(|(v, document)| {
                let words = analysis.sections.iter().enumerate()
                    .filter(|(index, s)| s.document == document && selection.contains(*index))
                    .map(|(_, s)| f64::from(s.words)).sum::<f64>();
                (f64::from(*v), words)
            });
            let parts: Vec<(f64, f64)> = parts.filter(|(_, words)| *words > 0.0).collect();
            let words: f64 = parts.iter().map(|(_, words)| words).sum();
            let smallest = parts.iter().map(|(_, n)| n / words).fold(1.0, f64::min);
            let deviation =
                crate::count::statistics::deviation_of_proportions(parts.iter().copied());
            let want = crate::count::statistics::normalised_deviation(deviation, smallest);
            prop_assert!((row.dispersion - want).abs() < 1e-9, "{} {want}", row.dispersion);
        }
    }
}
