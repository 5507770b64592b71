//! Which section is where, what was said of it, and what sections, topics and documents are called.

use std::ops::Range;

use engine::Span;
use engine::parse::{BlockKind, Document, Section, SectionKind};
use engine::separate::{JudgedSection, Pin, Side, TopicId, Verdict};

use super::Study;

impl Study {
    /// The section that holds a block.
    pub fn section_at(&self, document: u32, block: u32) -> Option<u32> {
        let range = self.sections_of(document);
        let sections = self.analysis.sections.get(range.start as usize..range.end as usize)?;
        let before = sections.partition_point(|section| section.end_block <= block) as u32;
        (range.start + before < range.end).then_some(range.start + before)
    }

    /// Words in a block; none in page furniture.
    pub fn words_of(&self, document: u32, block: u32) -> u32 {
        let tokens = self.counts.documents.get(document as usize);
        let block = block as usize;
        tokens.map_or(0, |tokens| tokens.range(block..block + 1).len() as u32)
    }

    /// What a person said of a section, or of a part of it.
    pub fn said(&self, section: u32) -> Option<Side> {
        let (judged, _) = self.judged(section)?;
        self.correction.pins.of(judged.document, &(judged.first_block..judged.end_block))
    }

    /// The sections that a pin is said of.
    pub fn said_of(&self, pin: &Pin) -> Vec<u32> {
        let meets = |section: &u32| {
            self.judged(*section).is_some_and(|(judged, _)| {
                judged.first_block < pin.blocks.end && pin.blocks.start < judged.end_block
            })
        };
        self.sections_of(pin.document).filter(meets).collect()
    }

    /// The sections of a document, as indexes into the analysis.
    pub fn sections_of(&self, document: u32) -> Range<u32> {
        self.of_document.get(document as usize).cloned().unwrap_or(0..0)
    }

    /// A judged section and the document it stands in.
    pub fn judged(&self, section: u32) -> Option<(&JudgedSection, &Document)> {
        let judged = self.analysis.sections.get(section as usize)?;
        Some((judged, self.corpus.documents.get(judged.document as usize)?))
    }

    /// The parsed section a judged section is, or is a part of.
    pub fn parsed(&self, section: u32) -> Option<&Section> {
        let (judged, document) = self.judged(section)?;
        document.sections.get(judged.section as usize)
    }

    /// Whether a section is no more than what stands above all sections of its document, its title.
    pub fn is_head(&self, section: u32) -> bool {
        match (self.judged(section), self.parsed(section)) {
            (Some((judged, _)), Some(parsed)) => judged.is_head(parsed),
            _ => false,
        }
    }

    /// What a document is called: its manifest title, its own, or its file's name.
    pub fn document_title(&self, document: u32) -> &str {
        self.titles.get(document as usize).map_or("", String::as_str)
    }

    /// The title a document's own text gives, where it is what the document is called.
    pub fn own_title(&self, document: u32) -> Option<Span> {
        let parsed = self.corpus.documents.get(document as usize)?;
        let title = parsed.title?;
        (title.of(&parsed.text).trim() == self.document_title(document)).then_some(title)
    }

    /// What a section is called where there is room for one line.
    pub fn section_name(&self, section: u32) -> String {
        let (Some((judged, document)), Some(parsed)) = (self.judged(section), self.parsed(section))
        else {
            return String::new();
        };
        if judged.is_head(parsed) {
            return self.document_title(judged.document).to_owned();
        }
        let text = &document.text;
        let author = parsed.author.or(parsed.inferred_author).map(|span| span.of(text).trim());
        // What was cut off a section is not about what its title says.
        let title = parsed.title.filter(|_| !self.is_cut_off(section));
        let name = match (title, parsed.kind, author) {
            (Some(title), _, _) => title.of(text).trim().to_owned(),
            (None, SectionKind::Post, Some(author)) => format!("Post by {author}"),
            (None, SectionKind::Comment, Some(author)) => format!("Comment by {author}"),
            (None, kind, _) => format!("{}: {}", kind_name(kind), opening(judged, document)),
        };
        if title.is_some() && judged.first_block > parsed.first_block && self.is_continued(section)
        {
            format!("{name} (continued)")
        } else {
            name
        }
    }

    /// Whether the section before this one is an earlier part of the same parsed section.
    pub fn is_continued(&self, section: u32) -> bool {
        let before = section.checked_sub(1).and_then(|before| self.judged(before));
        match (before, self.judged(section)) {
            (Some((before, _)), Some((judged, _))) => {
                (before.document, before.section) == (judged.document, judged.section)
                    && !self.is_head(section - 1)
            }
            _ => false,
        }
    }

    /// Whether a section is a part of a parsed section of which the beginning, where its title stands, is on the other side.
    fn is_cut_off(&self, section: u32) -> bool {
        let (Some((judged, _)), Some(parsed)) = (self.judged(section), self.parsed(section)) else {
            return false;
        };
        let first = self.section_at(judged.document, parsed.first_block);
        first
            .and_then(|first| self.judged(first))
            .is_some_and(|(first, _)| first.verdict.is_kept() != judged.verdict.is_kept())
    }

    /// Whether two sections may stand in one folded run: of one document, both kept or both not.
    pub fn is_same_run(&self, one: u32, other: u32) -> bool {
        match (self.judged(one), self.judged(other)) {
            (Some((one, _)), Some((other, _))) => {
                one.document == other.document && one.verdict.is_kept() == other.verdict.is_kept()
            }
            _ => false,
        }
    }

    /// What a topic is called: by the person, or by its label as one line.
    pub fn topic_name(&self, topic: TopicId) -> String {
        match self.called.get(topic as usize) {
            Some(Some(name)) => name.clone(),
            _ => self.topic_label(topic),
        }
    }

    /// The place of a topic among those that are off topic, or among those that are not: what gives it its colour.
    pub fn hue(&self, topic: TopicId) -> usize {
        let off = self.is_off_topic(topic);
        let before = self.analysis.topics.iter().take(topic as usize);
        before.filter(|other| other.off_topic == off).count()
    }

    /// Whether the person named a topic.
    pub fn is_named(&self, topic: TopicId) -> bool {
        self.called.get(topic as usize).is_some_and(Option::is_some)
    }

    /// A topic's own label as one line.
    pub fn topic_label(&self, topic: TopicId) -> String {
        match self.analysis.topics.get(topic as usize) {
            Some(topic) if !topic.label.is_empty() => topic.label.join(", "),
            _ => format!("Topic {}", topic + 1),
        }
    }

    /// What a group of documents is called.
    pub fn group_name(&self, group: u32) -> &str {
        self.groups.names().get(group as usize).map_or("", String::as_str)
    }

    /// Whether a topic is off topic as a whole.
    pub fn is_off_topic(&self, topic: TopicId) -> bool {
        self.analysis.topics.get(topic as usize).is_some_and(|topic| topic.off_topic)
    }
}

/// What a verdict is called.
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::OnTopic => "On topic",
        Verdict::OffTopic => "Off topic",
        Verdict::Unsure => "Unsure",
    }
}

/// What sort of piece a section is, as a noun.
pub fn kind_name(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::HeadingSection => "Section",
        SectionKind::Question => "Question",
        SectionKind::Expert => "Contribution",
        SectionKind::Post => "Post",
        SectionKind::Comment => "Comment",
        SectionKind::Passage => "Passage",
        SectionKind::Aside => "Loose line",
    }
}

/// The same noun for a number of them.
pub fn kind_plural(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::HeadingSection => "sections",
        SectionKind::Question => "questions",
        SectionKind::Expert => "contributions",
        SectionKind::Post => "posts",
        SectionKind::Comment => "comments",
        SectionKind::Passage => "passages",
        SectionKind::Aside => "loose lines",
    }
}

/// The first words of a section's content.
fn opening(judged: &JudgedSection, document: &Document) -> String {
    const WORDS: usize = 7;
    let blocks = document.blocks.get(judged.blocks()).unwrap_or(&[]);
    let content = blocks.iter().find(|block| !matches!(block.kind, BlockKind::Boilerplate(_)));
    let mut words = content.map_or("", |block| block.span.of(&document.text)).split_whitespace();
    let mut text = words.by_ref().take(WORDS).collect::<Vec<_>>().join(" ");
    if words.next().is_some() {
        text.push('\u{2026}');
    }
    text
}
