//! Exploring the shipped corpus: every number against a count by hand, made here from the text alone.
#![allow(clippy::unwrap_used)]

use engine::Corpus;
use engine::count::{Background, Counts, TermId, count};
use engine::explore::{
    CompareOptions, Measure, PhraseOptions, Selection, TermOptions, compare, distribution,
    frequencies, phrases, surface_forms, terms_meant, topic_documents, topic_map, topic_sections,
    topic_terms,
};
use engine::parse::{BlockKind, parse};
use engine::separate::{Analysis, Settings, separate};

fn shipped() -> (Corpus, Counts, Analysis) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        parse(&name, std::fs::read_to_string(path).unwrap(), None)
    };
    let documents = paths.iter().map(read).collect();
    let corpus = Corpus { name: String::new(), documents };
    let counts = count(&corpus, &Background::BuiltIn);
    let analysis = separate(&corpus, &counts, &Settings::default());
    (corpus, counts, analysis)
}

/// The words of each section, block by block: runs of letters, digits and apostrophes in lower case, cut by hand.
fn by_hand(corpus: &Corpus, analysis: &Analysis) -> Vec<Vec<Vec<String>>> {
    let words = |text: &str| -> Vec<String> {
        let text = text.replace('’', "'").to_lowercase();
        let parts = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
        let bare = parts.map(|part| part.trim_matches('\''));
        bare.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let sections = analysis.sections.iter().map(|section| {
        let document = &corpus.documents[section.document as usize];
        let blocks = document.blocks[section.blocks()].iter();
        let content = blocks.filter(|block| !matches!(block.kind, BlockKind::Boilerplate(_)));
        content.map(|block| words(block.span.of(&document.text))).collect()
    });
    sections.collect()
}

/// Words with all the forms that count as one.
const WORDS: &[(&str, &[&str])] = &[
    ("therapist", &["therapist", "therapists", "therapist's"]),
    ("crying", &["cry", "cries", "cried", "crying"]),
    ("height", &["height", "heights"]),
    ("client", &["client", "clients", "client's"]),
    ("tears", &["tear", "tears", "teared", "tearing"]),
    ("average", &["average", "averages", "averaged"]),
    ("emotional", &["emotion", "emotions", "emotional", "emotionally"]),
];

fn stands(blocks: &[Vec<String>], forms: &[&str]) -> u32 {
    let words = blocks.iter().flatten();
    words.filter(|word| forms.contains(&word.as_str())).count() as u32
}

#[test]
fn counts_of_terms_documents_and_forms() {
    let (corpus, counts, analysis) = shipped();
    let hand = by_hand(&corpus, &analysis);
    let kept = Selection::kept(&analysis);
    assert!(!kept.rest(&analysis).is_empty());
    let options = TermOptions { absent: true, ..TermOptions::default() };
    let table = frequencies(&corpus, &counts, &analysis, &kept, &options);
    for (word, forms) in WORDS {
        let term = terms_meant(&corpus, &counts, word)[0];
        let row = table.rows.iter().find(|row| row.term == term).unwrap();
        let in_section = |index: usize| stands(&hand[index], forms);
        let selected = |index: &usize| kept.contains(*index);
        let all: u32 = (0..hand.len()).map(in_section).sum();
        let after: u32 = (0..hand.len()).filter(selected).map(in_section).sum();
        assert!(all > 5, "{word} is too rare to tell anything");
        assert_eq!((row.count, row.count_before), (after, all), "{word}");
        let sections = (0..hand.len()).filter(selected).filter(|at| in_section(*at) > 0).count();
        assert_eq!(row.sections as usize, sections, "{word}");
        let of_document = |document: usize| -> u32 {
            let inside = |at: &usize| analysis.sections[*at].document as usize == document;
            (0..hand.len()).filter(selected).filter(inside).map(in_section).sum()
        };
        let spread: Vec<u32> = (0..corpus.documents.len()).map(of_document).collect();
        assert_eq!(distribution(&counts, &analysis, &kept, &[term])[0], spread, "{word}");
        assert_eq!(row.documents as usize, spread.iter().filter(|n| **n > 0).count(), "{word}");

        let listed = surface_forms(&corpus, &counts, &analysis, &kept, term);
        for form in &listed {
            let with: u32 = hand.iter().map(|blocks| stands(blocks, &[&form.text])).sum();
            assert_eq!(form.count_before, with, "{word}: {}", form.text);
        }
        assert_eq!(listed.iter().map(|form| form.count).sum::<u32>(), after, "{word}");
    }
}

#[test]
fn counts_of_phrases() {
    let (corpus, counts, analysis) = shipped();
    let hand = by_hand(&corpus, &analysis);
    let kept = Selection::kept(&analysis);
    let terms = TermOptions { absent: true, ..TermOptions::default() };
    let options = PhraseOptions { terms, ..PhraseOptions::default() };
    let table = phrases(&corpus, &counts, &analysis, &kept, &options);
    assert!(table.table.rows.len() > 100);
    let stands = |blocks: &[Vec<String>], phrase: &[&[&str]]| -> u32 {
        let fits = |window: &&[String]| {
            window.iter().zip(phrase).all(|(word, forms)| forms.contains(&word.as_str()))
        };
        let windows = blocks.iter().flat_map(|block| block.windows(phrase.len()));
        windows.filter(fits).count() as u32
    };
    let therapists: &[&str] = &["therapist", "therapists", "therapist's"];
    let crying: &[&str] = &["cry", "cries", "cried", "crying"];
    let looked_for: &[(&str, &[&[&str]])] = &[
        ("average height", &[&["average", "averages", "averaged"], &["height", "heights"]]),
        ("therapists cry", &[therapists, crying]),
        ("crying in therapy", &[crying, &["in"], &["therapy", "therapies"]]),
        ("cry in front", &[crying, &["in"], &["front", "fronts"]]),
    ];
    for (phrase, forms) in looked_for {
        let all: u32 = hand.iter().map(|blocks| stands(blocks, forms)).sum();
        let selected = hand.iter().enumerate().filter(|(at, _)| kept.contains(*at));
        let after: u32 = selected.map(|(_, blocks)| stands(blocks, forms)).sum();
        let meant: Vec<TermId> =
            phrase.split(' ').map(|word| terms_meant(&corpus, &counts, word)[0]).collect();
        let row =
            table.table.rows.iter().find(|row| table.phrases[row.term as usize].terms == meant);
        let row = row.unwrap_or_else(|| panic!("no {phrase}, which stands {all} times"));
        assert_eq!((row.count, row.count_before), (after, all), "{phrase}");
    }
}

#[test]
fn kept_and_off_topic_text_compared() {
    let (corpus, counts, analysis) = shipped();
    let hand = by_hand(&corpus, &analysis);
    let kept = Selection::kept(&analysis);
    let off = kept.rest(&analysis);
    let options = CompareOptions { measure: Measure::G2, ..CompareOptions::default() };
    let found = compare(&corpus, &counts, &analysis, &kept, &off, &options);
    let (c, d) = (f64::from(found.words_a), f64::from(found.words_b));
    assert_eq!((found.off_words_a, found.off_words_b), (0, found.words_b));
    for (word, forms) in WORDS {
        let side = |wanted: bool| -> u32 {
            let inside = |at: &usize| kept.contains(*at) == wanted;
            (0..hand.len()).filter(inside).map(|at| stands(&hand[at], forms)).sum()
        };
        let term = terms_meant(&corpus, &counts, word)[0];
        let row = found.rows.iter().find(|row| row.term == term).unwrap();
        assert_eq!((row.a, row.b, row.off_a, row.off_b), (side(true), side(false), 0, side(false)));
        // The two together are the corpus, so the prior is what both have.
        let (a, b) = (f64::from(row.a), f64::from(row.b));
        let odds = |count: f64, words: f64| (count + a + b) / (words + c + d - count - a - b);
        assert!((row.delta - libm::log(odds(a, c) / odds(b, d))).abs() < 1e-9, "{word}");
        let rate = (a + b) / (c + d);
        let cell = |seen: f64, expected: f64| match seen > 0.0 {
            true => 2.0 * seen * libm::log(seen / expected),
            false => 0.0,
        };
        let g2 = cell(a, c * rate) + cell(b, d * rate);
        let g2 = g2 + cell(c - a, c * (1.0 - rate)) + cell(d - b, d * (1.0 - rate));
        assert!((row.g2.abs() - g2).abs() < 1e-6, "{word}: {} is not {g2}", row.g2);
        assert_eq!(row.g2 > 0.0, a / c > b / d, "{word}");
    }
    let name = |term: TermId| counts.vocabulary.terms[term as usize].form.as_str();
    let (towards_kept, towards_off) = found.top(10);
    assert!(towards_kept.iter().any(|row| name(row.term) == "therapist"));
    assert!(towards_off.iter().any(|row| name(row.term) == "height"));
}

#[test]
fn topics_by_hand() {
    let (corpus, counts, analysis) = shipped();
    let hand = by_hand(&corpus, &analysis);
    let words = |topic: Option<u32>| -> f64 {
        let inside = analysis.sections.iter().filter(|s| topic.is_none_or(|t| s.topic == t));
        inside.map(|section| f64::from(section.words)).sum()
    };
    for topic in 0..analysis.topics.len() as u32 {
        let rows = topic_terms(&corpus, &counts, &analysis, topic, 0.6, &TermOptions::default());
        for (word, forms) in WORDS {
            let inside = |at: &usize| analysis.sections[*at].topic == topic;
            let count: u32 =
                (0..hand.len()).filter(inside).map(|at| stands(&hand[at], forms)).sum();
            let total: u32 = hand.iter().map(|blocks| stands(blocks, forms)).sum();
            let term = terms_meant(&corpus, &counts, word)[0];
            let Some(row) = rows.iter().find(|row| row.term == term) else {
                assert_eq!(count, 0, "{word}");
                continue;
            };
            assert_eq!((row.count, row.total), (count, total), "{word}");
            let rate = f64::from(count) / words(Some(topic));
            let lift = rate / (f64::from(total) / words(None));
            let relevance = 0.6 * libm::log(rate) + 0.4 * libm::log(lift);
            assert!((row.relevance - relevance).abs() < 1e-9, "{word}");
        }
        let sections = topic_sections(&counts, &analysis, topic);
        assert_eq!(sections.len(), analysis.topics[topic as usize].sections.len());
        let listed: u32 = sections.iter().map(|row| row.words).sum();
        assert_eq!(listed, analysis.topics[topic as usize].words);
        let homes = topic_documents(&analysis, topic);
        assert_eq!(homes.iter().map(|row| row.words).sum::<u32>(), listed);
    }
    let map = topic_map(&counts, &analysis);
    assert_eq!(map.points.len(), analysis.topics.len());
    // A foreign topic is farther from the main subject's largest than its own sub-topics are.
    let largest_off = analysis.topics.iter().position(|topic| topic.off_topic).unwrap();
    for kept in 1..largest_off {
        assert!(map.distance(0, kept).unwrap() < map.distance(0, largest_off).unwrap());
    }
}
