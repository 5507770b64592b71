//! Splices of small made-up corpora.

use super::*;
use crate::gold::tests::marked;
use crate::label::Want;

/// Two documents of twenty paragraphs whose every word starts with `stem`.
fn corpus(stem: &str) -> GoldCorpus {
    let paragraph = |page: usize, at: usize| {
        let words: Vec<String> =
            (0..18 + at).map(|word| format!("{stem}{page}{at}{word}")).collect();
        format!("n|{}", words.join(" "))
    };
    let page = |number: usize| {
        let mut lines = vec!["b|Menu".to_owned(), format!("n|{stem} title")];
        lines.extend((0..20).map(|at| paragraph(number, at)));
        lines.extend(["f|stray line of another kind".to_owned(), "b|Foot".to_owned()]);
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        marked(&format!("{number}.txt"), &lines)
    };
    GoldCorpus { name: stem.to_owned(), pages: vec![page(1), page(2)] }
}

fn foreign_words(page: &Page) -> usize {
    let off = page.lines.iter().filter(|line| line.want == Some(Want::Off));
    off.map(|line| line.words()).sum()
}

fn all() -> [GoldCorpus; 3] {
    [corpus("host"), corpus("ant"), corpus("bee")]
}

#[test]
fn shares_are_kept() {
    for (condition, low, high) in [
        (Condition::AppendSome, 0.10, 0.20),
        (Condition::AppendMuch, 0.30, 0.50),
        (Condition::Middle, 0.10, 0.30),
        (Condition::Prepend, 0.10, 0.30),
        (Condition::Several, 0.15, 0.36),
    ] {
        for trial in 0..10 {
            let corpus = splice(&all()[0], &all(), condition, trial).unwrap();
            let spliced: Vec<&Page> =
                corpus.pages.iter().filter(|page| foreign_words(page) > 0).collect();
            assert_eq!(spliced.len(), 1);
            let share = foreign_words(spliced[0]) as f64 / spliced[0].on_words() as f64;
            // The bounds are whole words.
            assert!((low - 0.01..=high).contains(&share), "{condition:?} {share}");
        }
    }
}

#[test]
fn foreign_lines_are_the_donors_and_all_else_is_the_clean_twin() {
    let twin = clean(&all()[0]);
    for condition in Condition::ALL {
        let mut corpus = splice(&all()[0], &all(), condition, 0).unwrap();
        for line in corpus.pages.iter().flat_map(|page| &page.lines) {
            let foreign = line.text.starts_with("ant") || line.text.starts_with("bee");
            assert_eq!(line.want == Some(Want::Off), foreign, "{condition:?} {}", line.text);
            assert_eq!(foreign, ["ant", "bee"].contains(&line.subject.as_str()));
        }
        corpus.pages.truncate(twin.pages.len());
        for page in &mut corpus.pages {
            page.lines.retain(|line| line.want != Some(Want::Off));
        }
        assert_eq!(corpus, twin, "{condition:?}");
    }
}

#[test]
fn the_subject_of_a_document_is_also_a_run_elsewhere() {
    let corpus = splice(&all()[0], &all(), Condition::Subject, 0).unwrap();
    assert_eq!(corpus.pages.len(), 3);
    let whole = &corpus.pages[2];
    assert_eq!(whole.on_words(), 0);
    let subject = |page: &Page| {
        let off = page.lines.iter().find(|line| line.want == Some(Want::Off));
        off.map(|line| line.subject.clone())
    };
    let run = corpus.pages[..2].iter().find_map(subject);
    assert_eq!(run, subject(whole));
}

#[test]
fn the_same_name_gives_the_same_splice_and_another_trial_another() {
    let splice = |trial| splice(&all()[0], &all(), Condition::Middle, trial);
    assert_eq!(splice(0), splice(0));
    assert_ne!(splice(0), splice(1));
}

#[test]
fn no_splice_without_a_donor_in_the_language() {
    let mut donors = all();
    for page in donors.iter_mut().flat_map(|donor| &mut donor.pages) {
        page.language = engine::language::Language::Danish;
    }
    assert_eq!(splice(&all()[0], &donors, Condition::Middle, 0), None);
    assert_eq!(splice(&all()[0], &all()[..1], Condition::Middle, 0), None);
    assert!(splice(&all()[0], &donors, Condition::Clean, 0).is_some());
}
