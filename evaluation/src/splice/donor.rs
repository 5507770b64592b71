//! Pieces of other corpora.

use std::ops::RangeInclusive;

use engine::language::Language;

use crate::gold::{GoldCorpus, Line, Page};
use crate::label::Want;
use crate::random::SplitMix64;

/// Fewest words of a piece's last line: a piece does not end with a heading.
const FULL_LINE: usize = 10;

/// Lines in a row of some document in this language, with a number of words in these bounds.
pub(super) fn piece(
    donors: &[&GoldCorpus],
    language: Language,
    words: (usize, usize),
    random: &mut SplitMix64,
) -> Option<Vec<Line>> {
    let mut pages = pages(donors, language);
    random.shuffle(&mut pages);
    let words = (target(words, random), words.1);
    pages.into_iter().find_map(|(donor, page)| run(donor, page, words, random))
}

/// One paragraph with so many words.
pub(super) fn paragraph(
    donors: &[&GoldCorpus],
    language: Language,
    words: RangeInclusive<usize>,
    random: &mut SplitMix64,
) -> Option<Line> {
    let mut pages = pages(donors, language);
    random.shuffle(&mut pages);
    pages.into_iter().find_map(|(donor, page)| {
        let fitting = |line: &&Line| line.is_on() && words.contains(&line.words());
        let lines: Vec<&Line> = page.lines.iter().filter(fitting).collect();
        lines.get(random.below(lines.len())).map(|line| foreign(line, donor))
    })
}

/// A whole document, all that belongs in it foreign now, and a piece of another document of the same donor.
pub(super) fn document_and_piece(
    donors: &[&GoldCorpus],
    language: Language,
    words: (usize, usize),
    random: &mut SplitMix64,
) -> Option<(Page, Vec<Line>)> {
    let words = (target(words, random), words.1);
    let mut donors = donors.to_vec();
    random.shuffle(&mut donors);
    donors.into_iter().find_map(|donor| {
        let mut pages = pages(&[donor], language);
        random.shuffle(&mut pages);
        let (_, whole) = pages.pop()?;
        let piece = pages.into_iter().find_map(|(_, page)| run(donor, page, words, random))?;
        Some((foreign_page(whole, donor), piece))
    })
}

/// Words a piece should at least have: any number from the lower bound up to three quarters of the way to the upper one, so
/// that pieces are not all as short as they may be and a line that crosses it still fits.
fn target((low, high): (usize, usize), random: &mut SplitMix64) -> usize {
    low + random.below(high.saturating_sub(low) * 3 / 4 + 1)
}

/// The documents in a language, each with its corpus.
fn pages<'a>(donors: &[&'a GoldCorpus], language: Language) -> Vec<(&'a GoldCorpus, &'a Page)> {
    let of_donor = |donor: &&'a GoldCorpus| {
        let donor = *donor;
        donor.pages.iter().map(move |page| (donor, page))
    };
    let in_language = |(_, page): &(&GoldCorpus, &Page)| page.language == language;
    donors.iter().flat_map(of_donor).filter(in_language).collect()
}

/// A run of lines that belong in a document: the furniture between them is left out, as scrapers do.
fn run(
    donor: &GoldCorpus,
    page: &Page,
    (low, high): (usize, usize),
    random: &mut SplitMix64,
) -> Option<Vec<Line>> {
    let lines: Vec<&Line> = page.lines.iter().filter(|line| line.is_on()).collect();
    let mut starts: Vec<usize> = (0..lines.len()).collect();
    random.shuffle(&mut starts);
    starts.into_iter().find_map(|start| {
        let mut words = 0;
        let count = lines[start..].iter().position(|line| {
            words += line.words();
            words >= low.max(1)
        })?;
        let run = &lines[start..=start + count];
        let whole = run.last().is_some_and(|line| line.words() >= FULL_LINE);
        (words <= high && whole).then(|| run.iter().map(|line| foreign(line, donor)).collect())
    })
}

fn foreign(line: &Line, donor: &GoldCorpus) -> Line {
    Line { text: line.text.clone(), want: Some(Want::Off), subject: donor.name.clone() }
}

fn foreign_page(page: &Page, donor: &GoldCorpus) -> Page {
    let line = |line: &Line| match line.want {
        Some(Want::On) => Some(foreign(line, donor)),
        None | Some(Want::Boilerplate) => Some(line.clone()),
        // What did not belong there either is on some third subject.
        Some(Want::Off | Want::Either) => None,
    };
    let lines = page.lines.iter().filter_map(line).collect();
    // A name no host document has: names are how labels find their documents.
    Page { name: format!("{}.{}", donor.name, page.name), language: page.language, lines }
}
