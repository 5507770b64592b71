//! Counting as the page and the command line use it.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use engine::Corpus;
use engine::count::{Background, CorpusFrequencies, Counts, count};
use engine::language::Language;
use engine::parse::{BlockKind, parse};
use proptest::prelude::*;

fn corpus(texts: &[String], language: Option<Language>) -> Corpus {
    let document =
        |(index, text): (usize, &String)| parse(&format!("{index}.txt"), text.clone(), language);
    Corpus { name: String::new(), documents: texts.iter().enumerate().map(document).collect() }
}

/// What a count says about each term, whatever its number.
fn by_form(counts: &Counts) -> BTreeMap<String, (u32, String, bool, bool, u64)> {
    let mut tokens = vec![0; counts.vocabulary.terms.len()];
    for token in counts.documents.iter().flatten() {
        tokens[token.term() as usize] += 1;
    }
    let terms = counts.vocabulary.terms.iter().zip(tokens);
    terms
        .map(|(t, n)| {
            (t.form.clone(), (n, t.display.clone(), t.stop, t.figure, t.background.to_bits()))
        })
        .collect()
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = "(The|the|a|tears|Tear|crying|cries|therapist’s|172 ?cm|5ft 8in|l'eau|\\PC{1,6})";
    let text = proptest::collection::vec(word, 0..30).prop_map(|words| words.join(" "));
    proptest::collection::vec(text, 1..5)
}

proptest! {
    #[test]
    fn the_order_of_documents_changes_no_count(texts in texts()) {
        let mut reversed = texts.clone();
        reversed.reverse();
        let one = count(&corpus(&texts, None), &Background::BuiltIn);
        let other = count(&corpus(&reversed, None), &Background::BuiltIn);
        prop_assert_eq!(by_form(&one), by_form(&other));
    }

    #[test]
    fn tokens_slice_content_blocks_in_order(texts in texts()) {
        let corpus = corpus(&texts, Some(Language::French));
        let counts = count(&corpus, &Background::none());
        for (document, counted) in corpus.documents.iter().zip(&counts.documents) {
            prop_assert_eq!(counted.blocks(), document.blocks.len());
            for (index, block) in document.blocks.iter().enumerate() {
                let tokens = counted.of_blocks(index..index + 1);
                let boilerplate = matches!(block.kind, BlockKind::Boilerplate(_));
                prop_assert!(!boilerplate || tokens.len() == 0);
                for token in tokens {
                    prop_assert!(block.span.contains(token.span()));
                    prop_assert!(!token.span().of(&document.text).is_empty());
                    prop_assert!((token.term() as usize) < counts.vocabulary.terms.len());
                }
            }
        }
    }

    #[test]
    fn background_is_a_probability(texts in texts()) {
        for term in count(&corpus(&texts, None), &Background::BuiltIn).vocabulary.terms {
            prop_assert!(term.background < 0.0 && term.background > -20.0, "{term:?}");
            prop_assert!(!term.form.is_empty() && !term.display.is_empty());
        }
    }
}

/// The corpus that ships with the page.
fn shipped() -> Corpus {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).unwrap();
    corpus(&paths.iter().map(read).collect::<Vec<_>>(), None)
}

#[test]
fn a_cut_list_gives_the_same_counts_to_the_last_bit() {
    let corpus = shipped();
    let whole = count(&corpus, &Background::BuiltIn);
    let cut = CorpusFrequencies::for_corpus(&corpus, &whole, &Background::BuiltIn);
    assert_eq!(count(&corpus, &Background::Lists(cut)), whole);
}

#[test]
fn the_shipped_corpus_has_the_terms_a_reader_expects() {
    let counts = count(&shipped(), &Background::BuiltIn);
    let terms = by_form(&counts);
    let of = |form: &str| terms.get(form).unwrap_or_else(|| panic!("no {form}"));
    assert_eq!((of("therapist").0 > 200, of("therapist").1.as_str()), (true, "therapist"));
    assert_eq!(of("cri").1, "crying");
    for figure in ["5 ft 8 in", "172 cm", "64.5 in", "112.0 lb", "50.8 kg"] {
        assert!(of(figure).3, "{figure}");
    }
    assert!(of("the").2 && !of("height").2);
}
