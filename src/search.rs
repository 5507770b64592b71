//! What the search box says and offers.

use engine::count::Token;
use engine::explore::{self, Suggestion, Suggests};

use crate::format::{count, counted};
use crate::state::{Selection, ViewState};
use crate::study::Study;

/// Suggestions offered at a time.
pub const OFFERED: usize = 8;

/// How what was typed could go on.
pub fn suggestions(study: &Study, text: &str) -> Vec<Suggestion> {
    explore::suggestions(text, &study.corpus, &study.counts, &study.all_names(), OFFERED)
}

/// The text with a suggestion taken. What is whole is followed by a blank, for the next word.
pub fn taken(text: &str, suggestion: &Suggestion) -> String {
    let (start, end) = (suggestion.replaces.start as usize, suggestion.replaces.end as usize);
    let before = text.get(..start).unwrap_or("");
    let after = text.get(end..).unwrap_or("");
    // Within a quotation, the words go on.
    let quoted = before.matches('"').count() % 2 == 1;
    let inside = if quoted { suggestion.text.trim_matches('"') } else { &suggestion.text };
    let blank = if suggestion.text.ends_with(':') || quoted { "" } else { " " };
    format!("{before}{inside}{blank}{after}")
}

/// What sort of thing a suggestion is, beside its label.
pub fn note(suggestion: &Suggestion) -> String {
    match suggestion.what {
        Suggests::Term(_, times) | Suggests::Form(times) => count(u64::from(times)),
        Suggests::Topic(_) => "topic".to_owned(),
        Suggests::Document(_) => "document".to_owned(),
        Suggests::Group(_) => "group".to_owned(),
        Suggests::Key => match suggestion.text.as_str() {
            "is:on" => "what belongs",
            "is:off" => "what does not belong",
            "is:unsure" => "too little to tell",
            "is:kept" => "all that is counted",
            _ => "only there",
        }
        .to_owned(),
    }
}

/// What could not be heeded, as sentences. What typing on may mend is held back while somebody types.
pub fn problems(study: &Study, text: &str, typing: bool) -> Vec<String> {
    let query = study.query(text);
    let told = query.problems().iter().filter(|problem| !(typing && problem.unfinished));
    told.map(|problem| problem.text.clone()).collect()
}

/// What a search found.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Found {
    /// Sections that are shown.
    pub sections: u64,
    /// Places in them where a word or phrase that was searched for stands; `None` where no words were.
    pub hits: Option<u64>,
    /// Off-topic sections that the search finds and that are not shown, since nobody asked for such.
    pub off_topic: u64,
}

/// What the search of a view found; `None` where nothing is searched for.
pub fn found(study: &Study, selection: &Selection, view: &ViewState) -> Option<Found> {
    let query = study.query(&view.search);
    if query.is_empty() {
        return None;
    }
    let pattern = query.pattern();
    let hits = |section: usize| study.times(section as u32, pattern);
    let shown = selection.sections.iter();
    let sides = query.names_sides() || !view.topics.is_empty() || view.verdict.is_some();
    let left_out = |(index, section): &(u32, &engine::separate::JudgedSection)| {
        query.matches(*index as usize)
            && !section.verdict.is_kept()
            && !selection.has(*index)
            && selection.reaches(section.document, study)
    };
    let off_topic = (0..).zip(&study.analysis.sections).filter(left_out).count() as u64;
    Some(Found {
        sections: selection.sections.len() as u64,
        hits: (!pattern.is_empty()).then(|| shown.map(hits).sum()),
        off_topic: if sides { 0 } else { off_topic },
    })
}

/// The same in words: `12 sections, 34 hits, also in 9 off-topic sections`.
pub fn said(found: &Found) -> String {
    let off = counted(found.off_topic, "off-topic section", "off-topic sections");
    let sections = counted(found.sections, "section", "sections");
    let here = match (found.sections, found.hits, found.off_topic) {
        (0, _, 0) => return "No section".to_owned(),
        (0, _, _) => return format!("Only in {off}"),
        (_, Some(hits), _) => format!("{sections}, {}", counted(hits, "hit", "hits")),
        _ => sections,
    };
    if found.off_topic == 0 { here } else { format!("{here}, also in {off}") }
}

/// The same search among what is off topic. The key stands in front, where no open quotation can swallow it.
pub fn off_topic(text: &str) -> String {
    let text = text.trim();
    let apart = text.split_whitespace().any(|word| word == "OR") || text.contains('|');
    if apart { format!("is:off ({text})") } else { format!("is:off {text}") }
}

/// Searches to try, each with what it finds, made of the documents' own words.
pub fn examples(study: &Study) -> Vec<(String, &'static str)> {
    let label = study.analysis.topics.first().map_or(&[][..], |topic| &topic.label);
    let word = |index: usize| label.get(index).or(label.first()).map_or("", String::as_str);
    let (one, other) = (word(0), word(1));
    let begins: String = one.chars().take(4).collect();
    let mut examples = vec![
        (format!("{one} {other}"), "both words, in any form and order"),
        (format!("{begins}*"), "words that begin so"),
        (format!("={one}"), "this very form and no other"),
        (format!("{one} -{other}"), "the first word without the second"),
        (format!("{one} OR {other}"), "either word, or both; (parentheses) bind"),
        (
            format!("{one} is:off"),
            "the word in off-topic text: is:on, is:unsure and is:kept work too",
        ),
        ("topic:1".to_owned(), "the largest topic; a word of its name will do"),
        ("doc:1".to_owned(), "the first document; a word of its title will do"),
    ];
    if let Some(group) = study.groups.names().first() {
        let text = explore::group_query(group, 0);
        examples.push((text, "the documents of a group, by its name or its number"));
    }
    if let Some(phrase) = phrase(study) {
        examples.insert(2, (format!("\"{phrase}\""), "these words after each other"));
    }
    examples
}

/// Two words that follow each other in the text of the largest topic.
fn phrase(study: &Study) -> Option<String> {
    let sections = &study.analysis.topics.first()?.sections;
    let mut found = sections.iter().filter_map(|section| {
        let (judged, document) = study.judged(*section)?;
        let tokens = study.counts.documents.get(judged.document as usize)?;
        let mut blocks = judged.blocks();
        blocks.find_map(|block| {
            let own = tokens.of_blocks(block..block + 1);
            let mut texts = own.clone().zip(own.skip(1)).filter_map(|(first, second)| {
                let content = |token: Token| {
                    let term = study.counts.vocabulary.terms.get(token.term() as usize);
                    term.is_some_and(|term| !term.stop && !term.figure)
                };
                let text =
                    document.text.get(first.span().start as usize..second.span().end as usize)?;
                let plain = text.chars().all(|c| c.is_alphabetic() || c == ' ');
                (plain && content(first) && content(second)).then(|| text.to_owned())
            });
            texts.next()
        })
    });
    found.next()
}
