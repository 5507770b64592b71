//! What a person chose to see.

use serde::{Deserialize, Serialize};

use super::Selection;
use super::query::{Names, Query};
use crate::Corpus;
use crate::count::Counts;
use crate::separate::{Analysis, TopicId, Verdict};

/// What a person chose to see. The default is all that is kept: everything but the off-topic sections.
///
/// A section is left in if it fulfils every part. Numbers that name nothing are harmless, since they may come from a
/// link to another version of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Only these topics; of all topics where empty.
    pub topics: Vec<TopicId>,
    /// Only these documents, by their index in the corpus; of all documents where empty.
    pub documents: Vec<u32>,
    /// Only sections with these verdicts.
    pub verdicts: Verdicts,
    /// Not these topics.
    pub hidden_topics: Vec<TopicId>,
    /// Only sections that this text in the search language finds, see [`Query`]; the last word may be the beginning of one
    /// still being typed. Topics and documents go by their numbers and file names.
    pub text: String,
}

/// Which verdicts to see.
///
/// With none chosen, what is kept (on topic and unsure) is seen; but who chooses topics sees them whatever their
/// verdict, since a topic never mixes kept and off-topic sections.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Verdicts {
    /// Sections that belong.
    pub on_topic: bool,
    /// Sections that do not.
    pub off_topic: bool,
    /// Sections with too little evidence.
    pub unsure: bool,
}

impl Verdicts {
    /// Every verdict: what the corpus was before anything was taken out.
    pub const ALL: Self = Self { on_topic: true, off_topic: true, unsure: true };

    fn chosen(self) -> bool {
        self.on_topic || self.off_topic || self.unsure
    }

    fn has(self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::OnTopic => self.on_topic,
            Verdict::OffTopic => self.off_topic,
            Verdict::Unsure => self.unsure,
        }
    }
}

/// The sections a filter leaves.
///
/// Time: one look at each section, and one at each token of the corpus where the filter has a text.
pub fn select(corpus: &Corpus, counts: &Counts, analysis: &Analysis, filter: &Filter) -> Selection {
    let query = Query::new(&filter.text, corpus, counts, analysis, &Names::default(), true);
    Selection::of(analysis, |index, section| {
        let verdict = if filter.verdicts.chosen() {
            filter.verdicts.has(section.verdict)
        } else {
            !filter.topics.is_empty() || section.verdict.is_kept()
        };
        let any = |list: &[u32], number: u32| list.is_empty() || list.contains(&number);
        verdict
            && any(&filter.topics, section.topic)
            && any(&filter.documents, section.document)
            && !filter.hidden_topics.contains(&section.topic)
            && query.matches(index)
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::study;
    use super::*;

    fn selected(filter: &Filter) -> Vec<usize> {
        let (corpus, counts, analysis) = study();
        select(&corpus, &counts, &analysis, filter).iter().collect()
    }

    #[test]
    fn by_default_what_is_kept() {
        assert_eq!(selected(&Filter::default()), [0, 1, 3, 4]);
        let all = Filter { verdicts: Verdicts::ALL, ..Filter::default() };
        assert_eq!(selected(&all), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_chosen_topic_is_seen_whatever_its_verdict() {
        assert_eq!(selected(&Filter { topics: vec![1], ..Filter::default() }), [2]);
        assert_eq!(selected(&Filter { topics: vec![0, 1], ..Filter::default() }), [0, 1, 2, 3, 4]);
        let unsure = Verdicts { unsure: true, ..Verdicts::default() };
        let filter = Filter { topics: vec![0], verdicts: unsure, ..Filter::default() };
        assert_eq!(selected(&filter), [4]);
    }

    #[test]
    fn documents_hidden_topics_and_numbers_that_name_nothing() {
        assert_eq!(selected(&Filter { documents: vec![1], ..Filter::default() }), [3, 4]);
        assert_eq!(selected(&Filter { hidden_topics: vec![0], ..Filter::default() }), [0_usize; 0]);
        assert_eq!(selected(&Filter { topics: vec![77], ..Filter::default() }), [0_usize; 0]);
    }

    #[test]
    fn text_in_any_form_and_order_the_last_word_unfinished() {
        let with = |text: &str| {
            let verdicts = Verdicts::ALL;
            selected(&Filter { text: text.into(), verdicts, ..Filter::default() })
        };
        assert_eq!(with("cry"), [0, 1, 4]);
        assert_eq!(with("CRIED therapists"), [1]);
        assert_eq!(with("ther"), [0, 1, 3]);
        assert_eq!(with("ther cry"), [0_usize; 0]);
        assert_eq!(with("172cm"), [2]);
        assert_eq!(with("  "), [0, 1, 2, 3, 4]);
        assert_eq!(with("zebra"), [0_usize; 0]);
        assert_eq!(with("?!"), [0, 1, 2, 3, 4]);
    }
}
