//! Which sections a view leaves.

use engine::explore;
use engine::separate::JudgedSection;

use crate::state::{Numbers, ViewState};
use crate::study::Study;

/// The sections that are read and counted.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selection {
    /// The sections.
    pub sections: explore::Selection,
    /// Whether a person asked for these; otherwise it is everything but what is left out.
    pub asked: bool,
    /// Whether they were asked for by topic, verdict or search: then nothing else is shown, not even folded.
    pub named: bool,
    /// The document that was asked for.
    pub document: Option<u32>,
    /// The groups of documents that were asked for; empty for all.
    pub groups: Numbers,
}

impl Selection {
    /// The selection of a view.
    ///
    /// A topic or verdict that is asked for is shown whatever it is. Where neither is, off-topic topics are out unless
    /// put back, and on-topic ones in unless taken out; a search for words looks in what is left.
    pub fn of(view: &ViewState, study: &Study) -> Self {
        let query = study.query(&view.search);
        let sides = !view.topics.is_empty() || view.verdict.is_some() || query.names_sides();
        let searched = !query.is_empty();
        let mut selection = Self {
            sections: explore::Selection::default(),
            asked: view.is_filtered(),
            named: sides || searched,
            document: view.document,
            groups: view.groups.clone(),
        };
        selection.sections = explore::Selection::of(&study.analysis, |index, section| {
            let topic = view.topics.is_empty() || view.topics.contains(section.topic);
            let verdict = view.verdict.is_none_or(|verdict| verdict == section.verdict);
            let shown = sides || is_shown(view, study, section.topic);
            let document = selection.reaches(section.document, study);
            document && topic && verdict && shown && query.matches(index)
        });
        selection
    }

    /// Whether a document is one of those that were asked for.
    pub fn reaches(&self, document: u32, study: &Study) -> bool {
        self.document.is_none_or(|only| only == document)
            && (self.groups.is_empty()
                || study.groups.of(document).is_some_and(|group| self.groups.contains(group)))
    }

    /// Whether a section is left out but stands folded in its place.
    pub fn folds(&self, section: u32, study: &Study) -> bool {
        let reached = |(judged, _): (&JudgedSection, _)| self.reaches(judged.document, study);
        !self.has(section) && !self.named && study.judged(section).is_some_and(reached)
    }

    /// Whether a section is in.
    pub fn has(&self, section: u32) -> bool {
        self.sections.contains(section as usize)
    }
}

/// Whether a topic is in the text and in the counts when nothing is asked for.
fn is_shown(view: &ViewState, study: &Study, topic: u32) -> bool {
    if study.is_off_topic(topic) {
        view.shown.contains(topic)
    } else {
        !view.hidden.contains(topic)
    }
}

/// The first section of the folded run that a section left out stands in: the sections around it, in the same document
/// and of the same verdict, that are left out too.
pub(super) fn fold_of(section: u32, selection: &Selection, study: &Study) -> u32 {
    let mut first = section;
    while let Some(before) = first.checked_sub(1) {
        if selection.has(before) || !study.is_same_run(before, section) {
            break;
        }
        first = before;
    }
    first
}
