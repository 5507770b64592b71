//! The corpus counted and judged, and the figures the page reads off it.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use engine::count::{Background, Counts, TermId};
use engine::explore::{self, Pattern, Query, TermCounts};
use engine::pack::Pack;
use engine::parse::{BlockKind, BoilerplateCode, Document, Section, SectionKind};
use engine::separate::{
    Analysis, JudgedSection, Pin, Side, TopicId, Verdict, merge_topics, separate, undecided,
};
use engine::{Corpus, Groups, Span};

use crate::elsewhere::{self, Elsewhere, judge_with};
use crate::shared::Shared;
use crate::state::{Correction, Names, Place, Scope, Selection, ViewState};

/// Everything the page knows. The documents and their counts stay as they are while it is open; verdicts and topics are
/// found anew for every correction.
#[derive(Debug)]
pub struct Study {
    /// The documents.
    pub corpus: Rc<Corpus>,
    /// What they are grouped by.
    pub groups: Rc<Groups>,
    /// Their tokens.
    pub counts: Rc<Counts>,
    /// What a person changed about the verdicts.
    pub correction: Correction,
    /// Their topics and verdicts, topics joined as the person has them.
    pub analysis: Rc<Analysis>,
    /// What the person called topics.
    pub names: Names,
    /// The same before any topics were joined.
    found: Rc<Analysis>,
    /// Where they are judged, if not here.
    elsewhere: Option<Rc<Elsewhere>>,
    /// What each topic is called by the person, if anything.
    called: Vec<Option<String>>,
    /// What each topic is called.
    topic_names: Vec<String>,
    /// The verdicts with their reasons, where they were asked for and those at hand have none.
    reasons: OnceCell<Option<Rc<Analysis>>>,
    /// The last search and what it found.
    last_query: RefCell<Option<(String, Rc<Query>)>>,
    /// The last selection whose terms were counted.
    last_counted: RefCell<Option<(explore::Selection, Rc<TermCounts>)>>,
    /// Tells this corpus from every other.
    pub fingerprint: u64,
    /// The totals in the header.
    pub figures: Figures,
    /// Words in the longest document, page furniture and all.
    pub longest: u32,
    /// Lines of page furniture of each kind, the most first.
    pub furniture: Rc<[(BoilerplateCode, u64)]>,
    titles: Rc<[String]>,
    /// Sections of each document, as indexes into the analysis.
    of_document: Vec<Range<u32>>,
}

/// Totals over the whole corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Words that are content.
    pub words: u64,
    /// Of them, words in off-topic sections.
    pub off_topic_words: u64,
    /// Lines of page furniture.
    pub furniture_lines: u64,
    /// Words in them.
    pub furniture_words: u64,
}

impl Study {
    /// Judges the documents under a correction, here and now.
    pub fn new(pack: Pack, counts: Counts, correction: &Correction) -> Self {
        judge_with(separate);
        Self::unjudged(pack, counts).judge(correction).call(&Names::default())
    }

    /// Documents with the verdicts that came with them. They are judged here, once what does it has arrived.
    pub fn given(pack: Pack, counts: Counts, verdicts: Analysis) -> Self {
        let mut study = Self::elsewhere(pack, counts, Some(Rc::new(verdicts)));
        if let Some(elsewhere) = study.elsewhere.as_mut().and_then(Rc::get_mut) {
            elsewhere.near = true;
        }
        study
    }

    /// Documents that are judged elsewhere: as was found there, or with nothing decided yet.
    pub fn elsewhere(pack: Pack, counts: Counts, found: Option<Rc<Analysis>>) -> Self {
        let mut study = Self::unjudged(pack, counts);
        study.found =
            found.clone().unwrap_or_else(|| Rc::new(undecided(&study.corpus, &study.counts)));
        study.analysis = study.found.clone();
        let elsewhere = Elsewhere::default();
        if let Some(found) = found {
            elsewhere.keep(&Correction::default(), found);
        }
        study.elsewhere = Some(Rc::new(elsewhere));
        study.index();
        study.call(&Names::default())
    }

    /// The documents with nothing known of them yet.
    fn unjudged(pack: Pack, counts: Counts) -> Self {
        let Pack { corpus, titles, groups, .. } = pack;
        let mut figures = Figures::default();
        let mut furniture: Vec<(BoilerplateCode, u64)> = Vec::new();
        let mut longest = 0;
        for (index, document) in corpus.documents.iter().enumerate() {
            let mut all =
                counts.documents.get(index).map_or(0, |counted| counted.tokens.len() as u64);
            for block in &document.blocks {
                let BlockKind::Boilerplate(code) = block.kind else { continue };
                let text = block.span.of(&document.text);
                let lines = text.lines().count() as u64;
                figures.furniture_lines += lines;
                let words = text.split_whitespace().count() as u64;
                figures.furniture_words += words;
                all += words;
                let known = furniture.iter().position(|(other, _)| *other == code);
                let mut at = known.unwrap_or_else(|| {
                    furniture.push((code, 0));
                    furniture.len() - 1
                });
                furniture[at].1 += lines;
                // In order as they grow: a general sort is a large part of a small module.
                while at > 0 && furniture[at - 1].1 < furniture[at].1 {
                    furniture.swap(at - 1, at);
                    at -= 1;
                }
            }
            longest = longest.max(all as u32);
        }
        let titles: Vec<String> = corpus
            .documents
            .iter()
            .enumerate()
            .map(|(index, document)| {
                let own = document.title.map_or("", |span| span.of(&document.text).trim());
                let given = titles.get(index).map_or("", String::as_str);
                let known = [given, own].into_iter().find(|title| !title.is_empty());
                known.unwrap_or(&document.name).to_owned()
            })
            .collect();
        Self {
            fingerprint: corpus.fingerprint(),
            corpus: Rc::new(corpus),
            groups: Rc::new(groups),
            counts: Rc::new(counts),
            correction: Correction::default(),
            analysis: Rc::default(),
            names: Names::default(),
            found: Rc::default(),
            elsewhere: None,
            called: Vec::new(),
            topic_names: Vec::new(),
            reasons: OnceCell::new(),
            last_query: RefCell::default(),
            last_counted: RefCell::default(),
            figures,
            longest,
            furniture: furniture.into(),
            titles: titles.into(),
            of_document: Vec::new(),
        }
    }

    /// The same documents judged under a correction, topics called as named; the same study where both are the same.
    pub fn under(study: &Shared<Self>, correction: &Correction, names: &Names) -> Shared<Self> {
        if study.correction == *correction && study.names == *names {
            return study.clone();
        }
        let judged =
            if study.correction == *correction { study.known() } else { study.judge(correction) };
        Shared::new(judged.call(names))
    }

    /// The documents as they can be opened again: with their words counted, whoever opens them.
    pub fn pack(&self) -> Pack {
        let (corpus, counts) = (Corpus::clone(&self.corpus), Counts::clone(&self.counts));
        // How common words are stands in the counts.
        let pack = Pack::counted_with(corpus, self.titles.to_vec(), counts, &Background::none());
        // Topics that were joined are joined again by the link.
        let Correction { threshold, pins, .. } = &self.correction;
        let corrected = *threshold != 0 || !pins.as_slice().is_empty() || self.is_undecided();
        let verdicts = (!corrected).then(|| self.found.without_reasons());
        Pack { groups: (*self.groups).clone(), verdicts, ..pack }
    }

    /// What was asked of the judge elsewhere and not answered yet.
    pub fn wanted(&self) -> Option<Correction> {
        self.elsewhere.as_ref()?.wanted.take()
    }

    /// Takes up what was found elsewhere under a correction. A study with nothing decided yet becomes a decided one.
    pub fn answer(
        study: &Shared<Self>,
        correction: &Correction,
        found: &Rc<Analysis>,
    ) -> Shared<Self> {
        let Some(elsewhere) = &study.elsewhere else { return study.clone() };
        elsewhere.keep(correction, found.clone());
        let decided = elsewhere.known(&study.correction);
        match decided.filter(|decided| !Rc::ptr_eq(decided, &study.found)) {
            Some(decided) => {
                let (correction, names) = (study.correction.clone(), study.names.clone());
                let undecided = Self { found: decided, of_document: Vec::new(), ..study.known() };
                Shared::new(undecided.judge(&correction).call(&names))
            }
            None => study.clone(),
        }
    }

    /// Whether the verdicts are still to come.
    pub fn is_undecided(&self) -> bool {
        self.elsewhere.as_ref().is_some_and(|elsewhere| elsewhere.kept.borrow().is_empty())
    }

    /// The documents as they are, nothing judged yet.
    fn known(&self) -> Self {
        Self {
            corpus: self.corpus.clone(),
            groups: self.groups.clone(),
            counts: self.counts.clone(),
            correction: self.correction.clone(),
            analysis: self.analysis.clone(),
            names: Names::default(),
            found: self.found.clone(),
            elsewhere: self.elsewhere.clone(),
            called: Vec::new(),
            topic_names: Vec::new(),
            reasons: OnceCell::new(),
            last_query: RefCell::default(),
            last_counted: RefCell::default(),
            fingerprint: self.fingerprint,
            figures: self.figures,
            longest: self.longest,
            furniture: self.furniture.clone(),
            titles: self.titles.clone(),
            of_document: self.of_document.clone(),
        }
    }

    fn judge(&self, correction: &Correction) -> Self {
        let mut next = self.known();
        let Correction { threshold, pins, merges } = correction;
        let judged = !self.of_document.is_empty()
            && (*threshold, pins) == (self.correction.threshold, &self.correction.pins);
        if !judged {
            next.found = match &self.elsewhere {
                None => self.judged_here(correction),
                Some(elsewhere) => elsewhere.ask(correction, &self.corpus, &self.counts),
            }
            // Until the answer is there, whatever is made of this study is thrown away: see `Session::waiting`.
            .unwrap_or_else(|| self.found.clone());
        }
        next.correction = correction.clone();
        next.analysis = next.found.clone();
        next.index();
        if !merges.as_slice().is_empty() {
            let topic = |place: Place| next.topic_at(place).unwrap_or(TopicId::MAX);
            let pairs = merges.as_slice().iter().map(|(one, other)| (topic(*one), topic(*other)));
            let pairs: Vec<_> = pairs.collect();
            let found = Analysis::clone(&next.found);
            next.analysis = Rc::new(merge_topics(&self.corpus, &self.counts, found, &pairs));
        }
        next
    }

    /// What is found under a correction by what judges here, where it has arrived.
    pub fn judged_here(&self, correction: &Correction) -> Option<Rc<Analysis>> {
        let judge = elsewhere::judge()?;
        Some(Rc::new(judge(&self.corpus, &self.counts, &correction.settings())))
    }

    /// A judged section with its reason. Verdicts that came with the documents have none: all are found when one is asked for.
    pub fn explained(&self, section: u32) -> Option<JudgedSection> {
        let (judged, _) = self.judged(section)?;
        if self.is_undecided() || self.found.has_reasons() {
            return Some(judged.clone());
        }
        let found = self.reasons.get_or_init(|| self.judged_here(&self.correction));
        let reason = found.as_ref()?.sections.get(section as usize)?.reason.clone();
        Some(JudgedSection { reason, ..judged.clone() })
    }

    /// Reads off the analysis what the page asks for again and again.
    fn index(&mut self) {
        let mut figures = Figures { words: 0, off_topic_words: 0, ..self.figures };
        let mut of_document: Vec<Range<u32>> = vec![0..0; self.corpus.documents.len()];
        for (index, section) in (0..).zip(&self.analysis.sections) {
            figures.words += u64::from(section.words);
            if !section.verdict.is_kept() {
                figures.off_topic_words += u64::from(section.words);
            }
            if let Some(range) = of_document.get_mut(section.document as usize) {
                let start = if range.end == 0 { index } else { range.start };
                *range = start..index + 1;
            }
        }
        (self.figures, self.of_document) = (figures, of_document);
    }

    /// Calls topics as named. Of two names for one topic the first in the text counts.
    fn call(mut self, names: &Names) -> Self {
        self.called = vec![None; self.analysis.topics.len()];
        for (place, name) in names.as_slice() {
            let topic = self.topic_at(*place).and_then(|topic| self.called.get_mut(topic as usize));
            if let Some(called) = topic
                && called.is_none()
            {
                *called = Some(name.clone());
            }
        }
        self.names = names.clone();
        let topics = 0..self.analysis.topics.len() as TopicId;
        self.topic_names = topics.map(|topic| self.topic_name(topic)).collect();
        self
    }

    /// The topic that holds a place.
    pub fn topic_at(&self, place: Place) -> Option<TopicId> {
        let section = self.section_at(place.document, place.block)?;
        self.judged(section).map(|(judged, _)| judged.topic)
    }

    /// Where a topic starts in the text.
    pub fn place_of(&self, topic: TopicId) -> Option<Place> {
        let first = self.analysis.topics.get(topic as usize)?.sections.first()?;
        let (judged, _) = self.judged(*first)?;
        Some(Place { document: judged.document, block: judged.first_block })
    }

    /// What the numbers of a link may point at under this correction.
    pub fn scope(&self) -> Scope {
        Scope {
            topics: self.analysis.topics.len() as u32,
            groups: self.groups.names().len() as u32,
            sections: self.analysis.sections.len() as u32,
            ..Scope::of(&self.corpus)
        }
    }

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
        tokens.map_or(0, |tokens| tokens.of_blocks(block..block + 1).len() as u32)
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
        let text = &document.text;
        let author = parsed.author.or(parsed.inferred_author).map(|span| span.of(text).trim());
        let name = match (parsed.title, parsed.kind, author) {
            (Some(title), _, _) => title.of(text).trim().to_owned(),
            (None, SectionKind::Post, Some(author)) => format!("Post by {author}"),
            (None, SectionKind::Comment, Some(author)) => format!("Comment by {author}"),
            (None, kind, _) => format!("{}: {}", kind_name(kind), opening(judged, document)),
        };
        if judged.first_block > parsed.first_block && self.is_continued(section) {
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
            }
            _ => false,
        }
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

    /// The term that a link or a person names: by the form shown, or by the counted form.
    pub fn term(&self, text: &str) -> Option<TermId> {
        let terms = &self.counts.vocabulary.terms;
        let found = terms.iter().position(|term| term.display == text);
        found.or_else(|| terms.iter().position(|term| term.form == text)).map(|index| index as u32)
    }

    /// The form of a term that is shown.
    pub fn term_name(&self, term: TermId) -> &str {
        self.counts.vocabulary.terms.get(term as usize).map_or("", |term| &term.display)
    }

    /// What a search finds. The last one is remembered: the same search is asked for again and again.
    pub fn query(&self, text: &str) -> Rc<Query> {
        let mut last = self.last_query.borrow_mut();
        match &*last {
            Some((known, query)) if known == text => query.clone(),
            _ => {
                let query = Rc::new(self.ask(text, true));
                *last = Some((text.to_owned(), query.clone()));
                query
            }
        }
    }

    /// The terms of a selection, counted. The last ones are remembered: they are listed in one order after the other.
    pub fn counted(&self, selection: &Selection) -> Rc<TermCounts> {
        let mut last = self.last_counted.borrow_mut();
        match &*last {
            Some((known, counted)) if *known == selection.sections => counted.clone(),
            _ => {
                let sections = &selection.sections;
                let counted = Rc::new(TermCounts::of(&self.counts, &self.analysis, sections));
                *last = Some((sections.clone(), counted.clone()));
                counted
            }
        }
    }

    /// What a search finds; `growing` takes a word at its very end for the beginning of one too.
    pub fn ask(&self, text: &str, growing: bool) -> Query {
        let names = self.all_names();
        Query::new(text, &self.corpus, &self.counts, &self.analysis, &names, growing)
    }

    /// What documents, topics and groups are called.
    pub fn all_names(&self) -> explore::Names<'_> {
        let groups = (!self.groups.names().is_empty()).then_some(&*self.groups);
        explore::Names { titles: &self.titles, topics: &self.topic_names, groups }
    }

    /// What a text looks for that a person looks up: a term in the form it is shown in, or words, phrases and beginnings
    /// spelled as in a search.
    pub fn pattern(&self, text: &str) -> Pattern {
        self.look_up(text).0
    }

    /// The same, with what of the text could not be heeded, in sentences.
    pub fn look_up(&self, text: &str) -> (Pattern, Vec<String>) {
        match self.term(text) {
            Some(term) => (Pattern::of_term(term), Vec::new()),
            None => {
                let query = self.ask(text, false);
                let problems = query.problems().iter().map(|problem| problem.text.clone());
                (query.pattern().clone(), problems.collect())
            }
        }
    }

    /// Whether what a person looks up stands anywhere.
    pub fn stands(&self, text: &str) -> bool {
        let pattern = self.pattern(text);
        let documents = self.corpus.documents.iter().zip(&self.counts.documents);
        !pattern.is_empty()
            && documents.into_iter().any(|(document, tokens)| {
                !pattern.hits(document, tokens, 0..document.blocks.len()).is_empty()
            })
    }

    /// What is highlighted in the text: the term looked up and the words searched for.
    pub fn highlights(&self, view: &ViewState) -> Pattern {
        let mut pattern = self.query(&view.search).pattern().clone();
        if let Some(term) = &view.term {
            pattern.extend(&self.pattern(term));
        }
        pattern
    }

    /// Where a pattern stands in a section, in order.
    pub fn marks(&self, section: u32, pattern: &Pattern) -> Vec<Span> {
        let Some((judged, document)) = self.judged(section) else { return Vec::new() };
        let Some(tokens) = self.counts.documents.get(judged.document as usize) else {
            return Vec::new();
        };
        let hits = pattern.hits(document, tokens, judged.blocks());
        hits.into_iter().map(|hit| hit.span(tokens)).collect()
    }

    /// How often a pattern stands in a section.
    pub fn times(&self, section: u32, pattern: &Pattern) -> u64 {
        let Some((judged, document)) = self.judged(section) else { return 0 };
        let tokens = self.counts.documents.get(judged.document as usize);
        tokens.map_or(0, |tokens| u64::from(pattern.count(document, tokens, judged.blocks())))
    }

    /// What documents are called on the page, one title a document.
    pub fn titles(&self) -> &[String] {
        &self.titles
    }

    /// What topics are called, one name a topic.
    pub fn topic_names(&self) -> &[String] {
        &self.topic_names
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
