use super::*;
use crate::count::{Background, count};
use crate::parse::parse;

fn repeats(texts: &[String]) -> Repeats {
    let documents = texts
        .iter()
        .enumerate()
        .map(|(at, text)| parse(&format!("{at}.txt"), text.clone(), None))
        .collect();
    let corpus = Corpus { name: "A pile".to_owned(), documents };
    let counts = count(&corpus, &Background::none());
    Repeats::of(&corpus, &counts)
}

const WORDS: [&str; 24] = [
    "tears", "session", "client", "room", "talk", "hour", "voice", "chair", "window", "letter",
    "mother", "brother", "garden", "street", "winter", "summer", "paper", "music", "river",
    "mountain", "bread", "water", "doctor", "teacher",
];

/// Text that is the same for the same number and another for every other.
fn prose(number: usize, words: usize) -> String {
    let mut state = number as u64 + 1;
    let mut word = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        WORDS[(state >> 33) as usize % WORDS.len()]
    };
    let words: Vec<&str> = (0..words).map(|_| word()).collect();
    format!("{}.", words.join(" "))
}

#[test]
fn a_block_on_many_pages_is_found_once_with_all_its_paragraphs() {
    let offer = "Every summer the choir sings in the old barn by the lake.\n\nWhoever wants to listen sits down in the grass.";
    let texts: Vec<String> = (0..5)
        .map(|number| {
            let offer = if number < 4 { offer } else { "" };
            format!("{}\n\n{offer}\n\n{}", prose(number, 60), prose(number + 100, 60))
        })
        .collect();
    let found = repeats(&texts);
    assert_eq!(found.documents, []);
    let [one] = found.blocks.as_slice() else { panic!("{:?}", found.blocks) };
    assert_eq!(one.documents, [0, 1, 2, 3]);
    assert_eq!((one.document, one.last - one.first), (0, 1));
}

#[test]
fn layout_and_capitals_do_not_matter_and_few_words_are_chance() {
    let texts = [
        format!("{}\n\nThe choir sings in the old barn, and all may listen.", prose(1, 40)),
        format!("{}\n\nTHE choir sings in the old barn and\nall may listen!", prose(2, 40)),
        format!(
            "{}\n\nThe choir  sings in the old barn – and all may listen.\n\n{0}",
            prose(3, 40)
        ),
    ];
    assert_eq!(repeats(&texts).blocks.len(), 1);
    let texts = [1, 2, 3].map(|number| format!("{}\n\nThank you for reading.", prose(number, 40)));
    assert_eq!(repeats(&texts).blocks, []);
}

#[test]
fn documents_that_are_nearly_the_same_are_one_set() {
    let one = prose(7, 200);
    let copy = one.replacen("tears", "laughter", 1);
    let texts =
        [one.clone(), prose(8, 200), copy, one.clone(), format!("{} {}", prose(9, 200), &one)];
    let found = repeats(&texts);
    let [set] = found.documents.as_slice() else { panic!("{:?}", found.documents) };
    assert_eq!(set.documents, [0, 2, 3]);
    assert!((0.9..1.0).contains(&set.share), "{}", set.share);
    assert_eq!(found.blocks, [], "what only copies share is no news");
}

#[test]
fn a_large_corpus_is_sampled_and_finds_the_same() {
    let mut texts: Vec<String> = (0..600).map(|number| prose(number, 4_000)).collect();
    texts.push(texts[5].clone());
    let found = repeats(&texts);
    let sets: Vec<&[u32]> = found.documents.iter().map(|set| set.documents.as_slice()).collect();
    assert_eq!(sets, [[5, 600]]);
    assert!((found.documents[0].share - 1.0).abs() < 1e-12);
}

#[test]
fn nothing_gives_nothing() {
    assert_eq!(repeats(&[]), Repeats::default());
    assert_eq!(
        repeats(&[String::new(), "Short.".to_owned(), "Short.".to_owned()]),
        Repeats::default()
    );
}
