//! Documents as strips: a segment a section, as wide as it is long, with page furniture where it stands.

use engine::parse::BlockKind;

use crate::study::Study;

/// A document as a strip.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Strip {
    /// The document.
    pub document: u32,
    /// Its segments, from the left.
    pub segments: Vec<Segment>,
    /// Words in it, furniture and all.
    pub words: u32,
}

/// A stretch of a strip.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Segment {
    /// The section it is part of; `None` for page furniture.
    pub section: Option<u32>,
    /// Words before it in the strip.
    pub start: u32,
    /// Words in it.
    pub words: u32,
}

/// The strips of every document.
pub fn strips(study: &Study) -> Vec<Strip> {
    (0..study.corpus.documents.len() as u32).map(|document| strip(document, study)).collect()
}

/// The strip of one document.
pub fn strip(document: u32, study: &Study) -> Strip {
    let mut strip = Strip { document, ..Strip::default() };
    let Some(parsed) = study.corpus.documents.get(document as usize) else { return strip };
    let mut sections = study.sections_of(document).peekable();
    for (index, block) in parsed.blocks.iter().enumerate() {
        let ends =
            |section: u32| study.judged(section).is_none_or(|(j, _)| j.blocks().end <= index);
        while sections.peek().is_some_and(|section| ends(*section)) {
            sections.next();
        }
        let inside = sections.peek().copied().filter(|section| {
            study.judged(*section).is_some_and(|(judged, _)| judged.blocks().contains(&index))
        });
        let furniture = matches!(block.kind, BlockKind::Boilerplate(_));
        let section = if furniture { None } else { inside };
        // As its section counts them, so that a width and the number beside it say the same.
        let words = match (furniture, study.counts.documents.get(document as usize)) {
            (false, Some(tokens)) => tokens.range(index..index + 1).len() as u32,
            _ => block.span.of(&parsed.text).split_whitespace().count() as u32,
        };
        match strip.segments.last_mut() {
            Some(last) if last.section == section => last.words += words,
            _ => strip.segments.push(Segment { section, start: strip.words, words }),
        }
        strip.words += words;
    }
    strip
}
