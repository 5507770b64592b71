//! Which sections a view leaves.

use crate::state::ViewState;
use crate::study::Study;

/// The sections that are read and counted.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Selection {
    /// One entry a section: whether it is in.
    pub sections: Vec<bool>,
    /// Whether a person asked for these; otherwise it is everything but what is hidden.
    pub asked: bool,
}

impl Selection {
    /// The selection of a view.
    ///
    /// A topic or verdict that is asked for is shown whatever it is. Where neither is, off-topic topics are out unless
    /// put back, and on-topic ones in unless taken out.
    pub fn of(view: &ViewState, study: &Study) -> Self {
        let named = !view.topics.is_empty() || view.verdict.is_some();
        let sections = study
            .analysis
            .sections
            .iter()
            .map(|section| {
                let document = view.document.is_none_or(|document| document == section.document);
                let topic = view.topics.is_empty() || view.topics.contains(&section.topic);
                let verdict = view.verdict.is_none_or(|verdict| verdict == section.verdict);
                let visible = named || is_shown(view, study, section.topic);
                document && topic && verdict && visible
            })
            .collect();
        Self { sections, asked: view.is_filtered() }
    }

    /// Whether a section is in.
    pub fn has(&self, section: u32) -> bool {
        self.sections.get(section as usize).copied().unwrap_or(false)
    }

    /// How many are in.
    pub fn len(&self) -> usize {
        self.sections.iter().filter(|selected| **selected).count()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Whether a topic is in the text and in the counts when nothing is asked for.
pub(crate) fn is_shown(view: &ViewState, study: &Study, topic: u32) -> bool {
    if study.is_off_topic(topic) {
        view.shown.contains(&topic)
    } else {
        !view.hidden.contains(&topic)
    }
}

/// The first section of the folded run that a section left out stands in: the sections around it, in the same document
/// and of the same verdict, that are left out too.
pub(crate) fn fold_of(section: u32, selection: &Selection, study: &Study) -> u32 {
    let mut first = section;
    while let Some(before) = first.checked_sub(1) {
        if selection.has(before) || !is_same_run(before, section, study) {
            break;
        }
        first = before;
    }
    first
}

/// Whether two sections may stand in one folded run.
pub(crate) fn is_same_run(one: u32, other: u32, study: &Study) -> bool {
    match (study.judged(one), study.judged(other)) {
        (Some((one, _)), Some((other, _))) => {
            one.document == other.document && one.verdict.is_kept() == other.verdict.is_kept()
        }
        _ => false,
    }
}
