//! The corpus counted and judged, and the figures the page reads off it.

mod answers;
mod gathered;
mod sections;
mod words;

use std::ops::Range;
use std::rc::Rc;

use engine::count::{Background, Counts};
use engine::explore::{self, TopicMap};
use engine::pack::Pack;
use engine::parse::BoilerplateCode;
use engine::separate::{Analysis, JudgedSection, TopicId, merge_topics, undecided};
use engine::{Corpus, Groups};

use crate::elsewhere::{Elsewhere, Explain, Here, Known, judge_with, prepare};
use crate::shared::Shared;
use crate::state::{Correction, Names, Place, Scope};

use self::answers::Answers;
pub use self::gathered::Gathered;
pub use self::sections::{kind_name, kind_plural, verdict_name};

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
    /// What judging them here starts from.
    here: Rc<Here>,
    /// What each topic is called by the person, if anything.
    called: Vec<Option<String>>,
    /// What each topic is called.
    topic_names: Vec<String>,
    /// What is asked of it again and again.
    pub(crate) answers: Answers,
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

/// What can be said of why a section got its verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Explained {
    /// All of it.
    Whole(JudgedSection),
    /// What judges was asked and has not answered.
    Coming,
    /// What judges is gone.
    Lost,
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
        judge_with(prepare);
        Self::unjudged(pack, counts, Gathered::default()).judge(correction).call(&Names::default())
    }

    /// Documents with the verdicts that came with them. They are judged here, once what does it has arrived.
    pub fn given(pack: Pack, counts: Counts, verdicts: Analysis) -> Self {
        let mut study = Self::elsewhere(pack, counts, Gathered::default(), Some(Rc::new(verdicts)));
        if let Some(elsewhere) = study.elsewhere.as_mut().and_then(Rc::get_mut) {
            elsewhere.near = true;
        }
        study
    }

    /// Documents that are judged elsewhere: as was found there, or with nothing decided yet. What was not gathered of them is
    /// now.
    pub fn elsewhere(
        pack: Pack,
        counts: Counts,
        gathered: Gathered,
        found: Option<Rc<Analysis>>,
    ) -> Self {
        let mut study = Self::unjudged(pack, counts, gathered);
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
    fn unjudged(pack: Pack, counts: Counts, mut gathered: Gathered) -> Self {
        let Pack { corpus, titles, groups, .. } = pack;
        gathered.read(&corpus.documents, &counts.documents);
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
            fingerprint: gathered.fingerprint.value(),
            corpus: Rc::new(corpus),
            groups: Rc::new(groups),
            counts: Rc::new(counts),
            correction: Correction::default(),
            analysis: Rc::default(),
            names: Names::default(),
            found: Rc::default(),
            elsewhere: None,
            here: Rc::default(),
            called: Vec::new(),
            topic_names: Vec::new(),
            answers: Answers::default(),
            figures: gathered.figures,
            longest: gathered.longest,
            furniture: gathered.furniture.into(),
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
            here: self.here.clone(),
            called: Vec::new(),
            topic_names: Vec::new(),
            answers: Answers::default(),
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
                Some(elsewhere) => elsewhere.ask(correction, || self.judged_here(correction)),
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

    /// What is found under a correction by what judges here, where it has arrived. Reasons have no terms.
    pub fn judged_here(&self, correction: &Correction) -> Option<Rc<Analysis>> {
        let (settings, Self { corpus, counts, .. }) = (correction.settings(), self);
        let found = self
            .here
            .ask(corpus, counts, &settings.weights, |here| here.judge(corpus, counts, &settings));
        found.map(Rc::new)
    }

    /// A judged section with its whole reason. Verdicts come without the terms of it: what judged is asked for them, here or
    /// in the worker.
    pub fn explained(&self, section: u32) -> Explained {
        let Some((judged, _)) = self.judged(section) else { return Explained::Lost };
        if self.is_undecided() {
            return Explained::Whole(judged.clone());
        }
        let reason = match self.elsewhere.as_ref().filter(|elsewhere| !elsewhere.near) {
            Some(elsewhere) => match elsewhere.reason(&self.correction, section) {
                Known::Whole(reason) => Some(reason),
                Known::Asked => return Explained::Coming,
                Known::Lost => None,
            },
            None => {
                let (settings, Self { corpus, counts, .. }) = (self.correction.settings(), self);
                let reason = self.here.ask(corpus, counts, &settings.weights, |here| {
                    here.reason(corpus, counts, &settings, section)
                });
                reason.flatten()
            }
        };
        let whole = reason.map(|reason| JudgedSection { reason, ..judged.clone() });
        whole.map_or(Explained::Lost, Explained::Whole)
    }

    /// Asks the worker anew for a reason that it could not tell, the next time it is wanted.
    pub fn forget_reason(&self, section: u32) {
        if let Some(elsewhere) = &self.elsewhere {
            elsewhere.forget_reason(&self.correction, section);
        }
    }

    /// A judged section with the sums of its reason, and maybe its terms.
    pub fn summed(&self, section: u32) -> Option<JudgedSection> {
        let (judged, _) = self.judged(section)?;
        if self.is_undecided() || self.found.has_reasons() {
            return Some(judged.clone());
        }
        let found = self.answers.summed.get_or_init(|| self.judged_here(&self.correction));
        let reason = found.as_ref()?.sections.get(section as usize)?.reason.clone();
        Some(JudgedSection { reason, ..judged.clone() })
    }

    /// Asks here from now on for the reasons of what was judged elsewhere.
    pub fn explain_with(&self, explain: Rc<Explain>) {
        if let Some(elsewhere) = &self.elsewhere {
            elsewhere.explain.replace(Some(explain));
        }
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

    /// How the topics lie to one another.
    pub fn topic_map(&self) -> &TopicMap {
        self.answers.topic_map.get_or_init(|| explore::topic_map(&self.counts, &self.analysis))
    }

    /// What the numbers of a link may point at under this correction.
    pub fn scope(&self) -> Scope {
        Scope {
            topics: self.analysis.topics.len() as u32,
            groups: self.groups.names().len() as u32,
            sections: self.analysis.sections.len() as u32,
            ..Scope::known(&self.corpus, self.fingerprint)
        }
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
