//! Search and concordance of the shipped corpus against a count by hand: a scan for letters that shares nothing with the
//! engine's tokeniser, its stemmer or its search.
#![allow(clippy::unwrap_used)]

use engine::Corpus;
use engine::count::{Background, Counts, count};
use engine::explore::{
    CollocateOptions, ContextOptions, ContextSort, Names, Query, Selection, collocates, contexts,
    plot,
};
use engine::parse::{BlockKind, parse};
use engine::separate::{Analysis, Settings, Verdict, separate};

fn study() -> (Corpus, Counts, Analysis) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../corpus");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        parse(&name, std::fs::read_to_string(path).unwrap(), None)
    };
    let corpus = Corpus { name: String::new(), documents: paths.iter().map(read).collect() };
    let counts = count(&corpus, &Background::BuiltIn);
    let analysis = separate(&corpus, &counts, &Settings::default());
    (corpus, counts, analysis)
}

/// The words of a text by hand: letters and what stands inside them, in lower case, with the byte they start at.
fn by_hand(text: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = matches!(c, '\'' | '’' | '.' | ':')
            && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if c.is_alphanumeric() || (open && inside) {
            if !open {
                found.push((at, String::new()));
            }
            found.last_mut().unwrap().1.extend(c.to_lowercase());
            open = true;
        } else {
            open = false;
        }
    }
    found
}

/// Where words stand in each section: its index, the document and the byte.
fn scan(corpus: &Corpus, analysis: &Analysis, wanted: &[&str]) -> Vec<(u32, u32, usize)> {
    let mut found = Vec::new();
    for (index, section) in (0..).zip(&analysis.sections) {
        let document = &corpus.documents[section.document as usize];
        for block in &document.blocks[section.blocks()] {
            if matches!(block.kind, BlockKind::Boilerplate(_)) {
                continue;
            }
            for (at, word) in by_hand(block.span.of(&document.text)) {
                if wanted.contains(&word.as_str()) {
                    found.push((index, section.document, block.span.start as usize + at));
                }
            }
        }
    }
    found
}

fn search(text: &str, study: &(Corpus, Counts, Analysis)) -> Query {
    let (corpus, counts, analysis) = study;
    let query = Query::new(text, corpus, counts, analysis, &Names::default(), false);
    assert_eq!(query.problems(), []);
    query
}

const CRY: [&str; 4] = ["cry", "cries", "cried", "crying"];

#[test]
fn every_form_of_a_word_is_found_where_a_scan_finds_it() {
    let study = study();
    let (corpus, counts, analysis) = &study;
    let query = search("cry", &study);
    let by_hand = scan(corpus, analysis, &CRY);
    assert!(by_hand.len() > 100, "{}", by_hand.len());
    let everything = Selection::everything(analysis);
    let options = ContextOptions::default();
    let found = contexts(corpus, counts, analysis, &everything, query.pattern(), &options);
    let places: Vec<(u32, u32, usize)> =
        found.lines.iter().map(|l| (l.section, l.document, l.node.start as usize)).collect();
    assert_eq!(places, by_hand);
    for verdict in [Verdict::OnTopic, Verdict::OffTopic, Verdict::Unsure] {
        let of = |section: u32| analysis.sections[section as usize].verdict == verdict;
        let wanted = by_hand.iter().filter(|(section, ..)| of(*section)).count();
        assert_eq!(found.lines.iter().filter(|line| line.verdict == verdict).count(), wanted);
        if verdict == Verdict::OffTopic {
            assert_eq!(found.off_topic, wanted);
        }
    }
    let holds = |section: usize| by_hand.iter().any(|(index, ..)| *index as usize == section);
    for section in 0..analysis.sections.len() {
        assert_eq!(query.matches(section), holds(section), "section {section}");
    }
    let rows = plot(corpus, counts, analysis, query.pattern());
    assert_eq!(rows.iter().map(|row| row.hits.len()).sum::<usize>(), by_hand.len());
    for row in &rows {
        let wanted = by_hand.iter().filter(|(_, document, _)| *document == row.document);
        assert_eq!(row.hits.len(), wanted.count());
        assert!(row.hits.iter().all(|hit| *hit < row.tokens) && row.hits.is_sorted());
    }
}

#[test]
fn a_beginning_finds_what_begins_so_and_nothing_else() {
    let study = study();
    let (corpus, counts, analysis) = &study;
    let everything = Selection::everything(analysis);
    let mut all: Vec<String> = corpus
        .documents
        .iter()
        .flat_map(|document| by_hand(&document.text))
        .map(|(_, word)| word)
        .filter(|word| word.starts_with("emotion"))
        .collect();
    all.sort();
    all.dedup();
    assert!(all.len() > 2, "{all:?}");
    let wanted: Vec<&str> = all.iter().map(String::as_str).collect();
    let query = search("emotion*", &study);
    let options = ContextOptions { sort: ContextSort::Left, ..ContextOptions::default() };
    let found = contexts(corpus, counts, analysis, &everything, query.pattern(), &options);
    assert_eq!(found.lines.len(), scan(corpus, analysis, &wanted).len());
}

#[test]
fn what_is_left_out_is_what_a_scan_does_not_find() {
    let study = study();
    let (corpus, _, analysis) = &study;
    let query = search("is:kept -(cry OR heights)", &study);
    let held = scan(corpus, analysis, &["cry", "cries", "cried", "crying", "height", "heights"]);
    for (index, section) in analysis.sections.iter().enumerate() {
        let wanted = section.verdict != Verdict::OffTopic
            && held.iter().all(|(other, ..)| *other as usize != index);
        assert_eq!(query.matches(index), wanted, "section {index}");
    }
    assert!(!query.sections().is_empty() && query.pattern().is_empty());
}

#[test]
fn the_word_before_a_node_is_counted_as_a_scan_counts_it() {
    let study = study();
    let (corpus, counts, analysis) = &study;
    let query = search("cry", &study);
    let everything = Selection::everything(analysis);
    let options = CollocateOptions {
        left: 1,
        right: 0,
        floor: 1,
        stop_words: true,
        ..CollocateOptions::default()
    };
    let found = collocates(corpus, counts, analysis, &everything, query.pattern(), &options);
    assert_eq!(found.nodes as usize, scan(corpus, analysis, &CRY).len());
    // A word that has one form only, so that stems play no part.
    for word in ["to", "not", "when", "without"] {
        let mut wanted = 0;
        for section in &analysis.sections {
            let document = &corpus.documents[section.document as usize];
            let content =
                |block: &&engine::parse::Block| !matches!(block.kind, BlockKind::Boilerplate(_));
            let words: Vec<String> = document.blocks[section.blocks()]
                .iter()
                .filter(content)
                .flat_map(|block| by_hand(block.span.of(&document.text)))
                .map(|(_, word)| word)
                .collect();
            let before = |pair: &&[String]| pair[0] == word && CRY.contains(&pair[1].as_str());
            wanted += words.windows(2).filter(before).count();
        }
        let form = |row: &&engine::explore::Collocate| {
            counts.vocabulary.terms[row.term as usize].form == word
        };
        let got = found.rows.iter().find(form).map_or(0, |row| row.left);
        assert_eq!(got as usize, wanted, "{word}");
        assert!(word != "to" || wanted > 5);
    }
}
