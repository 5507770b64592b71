//! Every language in a paragraph: it is found, and its lists match its words.

use super::{Language, StopList, detect};
use crate::count::WordFrequencies;
use crate::tokenise::{Word, forms, surface, words};

/// Paragraphs with their languages.
fn paragraphs() -> impl Iterator<Item = (Language, &'static str)> {
    let lines = include_str!("../../tests/languages/paragraphs.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).map(|line| {
        let (code, text) = line.split_once('\t').expect("code, tab, text");
        (Language::from_code(code).expect("a code we know"), text)
    })
}

#[test]
fn every_language_has_a_paragraph_and_is_found_in_it() {
    let wrong: Vec<_> = paragraphs()
        .map(|(language, text)| (language, detect(text), text))
        .filter(|(language, found, _)| language != found)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    for language in Language::ALL {
        assert!(paragraphs().any(|(known, _)| known == language), "{language:?}");
    }
}

#[test]
fn whole_words_of_the_stop_lists_are_found_in_text() {
    // A list in letters that folding changes, or cut otherwise than text, would never match.
    for (language, text) in paragraphs().filter(|(language, _)| *language != Language::Other) {
        let words: Vec<_> = words(text, language).collect();
        let stop = |word: &&Word| {
            let surface = surface(word.span.of(text), word.kind, language);
            StopList::of(language).contains(&surface)
        };
        let share = words.iter().filter(stop).count() as f64 / words.len() as f64;
        assert!(share > 0.15, "{language:?}: {share}");
    }
}

#[test]
fn words_of_text_are_in_the_frequency_lists() {
    // What a stemmer makes of a list and of text must meet; compounds and rare forms are in no list.
    for (language, text) in paragraphs() {
        let Some(list) = WordFrequencies::built_in(language) else { continue };
        let forms = forms(text, language);
        let listed = forms.iter().filter(|form| list.centibels(form) < list.floor).count();
        let share = listed as f64 / forms.len() as f64;
        assert!(share > 0.8, "{language:?}: {share} {forms:?}");
    }
}
