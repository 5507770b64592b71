//! Terms, searches and where they stand.

use std::rc::Rc;

use engine::Span;
use engine::count::TermId;
use engine::explore::{self, Pattern, Query, TermCounts};

use super::Study;
use crate::state::{Selection, ViewState};

impl Study {
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
        self.answers.query.answer(text, || self.ask(text, true))
    }

    /// Searches as somebody might, and counts some of what is found; nothing is kept of it.
    pub fn try_search(&self, text: &str) {
        const SECTIONS: u32 = 100;
        let query = self.ask(text, true);
        for section in 0..SECTIONS {
            // Not to be left out as something nobody looks at.
            std::hint::black_box(self.times(section, query.pattern()));
        }
    }

    /// The terms of a selection, counted. The last ones are remembered: they are listed in one order after the other.
    pub fn counted(&self, selection: &Selection) -> Rc<TermCounts> {
        let sections = &selection.sections;
        self.answers
            .counted
            .answer(sections, || TermCounts::of(&self.counts, &self.analysis, sections))
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
}
