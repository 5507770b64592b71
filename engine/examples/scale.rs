//! What separation costs as the corpus grows: each phase at 2 MB and at 20 MB of text, on one core, with the ratio.
//!
//! The text is the labelled corpora over and over, each copy with some of its words renamed so that documents differ.
//! `cargo run --release -p topic-engine --features all-languages --example scale -- tests/corpora`

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use engine::Corpus;
use engine::count::{Background, Counts, count};
use engine::explore::{
    CompareOptions, PhraseOptions, Selection, TermOptions, compare, frequencies, phrases,
    topic_map, topic_terms,
};
use engine::parse::parse;
use engine::separate::{Analysis, Settings, separate};

const SMALL: usize = 2_000_000;
const LARGE: usize = 20_000_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: scale FOLDER")?;
    let mut texts = Vec::new();
    collect(Path::new(&folder), &mut texts)?;
    texts.sort();
    if texts.is_empty() {
        return Err(format!("no .txt file in {folder}").into());
    }
    let small = run(&texts, SMALL);
    let large = run(&texts, LARGE);
    println!("phase      {:>9} {:>9}  ratio", "2 MB", "20 MB");
    for ((name, a), (_, b)) in small.iter().zip(&large) {
        println!("{name:<10} {a:>7.2} s {b:>7.2} s {:>6.1}", b / a);
    }
    let sum = |times: &[(&str, f64)]| times.iter().map(|(_, time)| time).sum::<f64>();
    println!(
        "{:<10} {:>7.2} s {:>7.2} s {:>6.1}",
        "all",
        sum(&small),
        sum(&large),
        sum(&large) / sum(&small)
    );
    Ok(())
}

fn collect(folder: &Path, texts: &mut Vec<(String, String)>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, texts)?;
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            texts.push((path.display().to_string(), fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

/// Seconds of each phase over about so many bytes.
fn run(texts: &[(String, String)], bytes: usize) -> Vec<(&'static str, f64)> {
    let mut documents = Vec::new();
    let (mut size, mut copy) = (0, 0);
    'full: loop {
        for (name, text) in texts {
            if size >= bytes {
                break 'full;
            }
            let varied = varied(text, copy);
            size += varied.len();
            documents.push((format!("{name}-{copy}"), varied));
        }
        copy += 1;
    }
    let start = Instant::now();
    let parsed = documents.into_iter().map(|(name, text)| parse(&name, text, None)).collect();
    let parse_time = start.elapsed().as_secs_f64();
    let corpus = Corpus { name: "scale".to_owned(), documents: parsed };
    let start = Instant::now();
    let counts = count(&corpus, &Background::BuiltIn);
    let count_time = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let analysis = separate(&corpus, &counts, &Settings::default());
    let separate_time = start.elapsed().as_secs_f64();
    eprintln!(
        "{size} bytes, {} documents, {} sections, {} topics",
        corpus.documents.len(),
        analysis.sections.len(),
        analysis.topics.len()
    );
    let mut times = vec![("parse", parse_time), ("count", count_time), ("separate", separate_time)];
    explore(&corpus, &counts, &analysis, &mut times);
    times
}

/// What a person's click costs: each table of the explorer over the text that was kept.
fn explore(
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
    times: &mut Vec<(&'static str, f64)>,
) {
    let kept = Selection::kept(analysis);
    let off = kept.rest(analysis);
    let mut timed = |name: &'static str, made: &dyn Fn() -> usize| {
        let start = Instant::now();
        let rows = made();
        times.push((name, start.elapsed().as_secs_f64()));
        eprintln!("{name}: {rows} rows");
    };
    let terms = TermOptions::default();
    timed("terms", &|| frequencies(corpus, counts, analysis, &kept, &terms).rows.len());
    let options = PhraseOptions::default();
    timed("phrases", &|| phrases(corpus, counts, analysis, &kept, &options).table.rows.len());
    let options = CompareOptions::default();
    timed("compare", &|| compare(corpus, counts, analysis, &kept, &off, &options).rows.len());
    timed("topic", &|| topic_terms(corpus, counts, analysis, 0, 0.6, &terms).len());
    timed("map", &|| topic_map(counts, analysis).points.len());
}

/// The text with about one word in five of this copy's own.
fn varied(text: &str, copy: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (at, word) in text.split_inclusive([' ', '\n']).enumerate() {
        let bare = word.trim_end();
        let plain = bare.len() > 4 && bare.bytes().all(|byte| byte.is_ascii_lowercase());
        if plain && (at * 7 + copy * 13).is_multiple_of(5) {
            out.push_str(bare);
            out.push_str(["a", "en", "ix", "or", "um", "is", "et"][(at + copy) % 7]);
            out.push_str(&word[bare.len()..]);
        } else {
            out.push_str(word);
        }
    }
    out
}
