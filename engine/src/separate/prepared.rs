//! What judging a corpus again can start from: most of the work depends neither on the threshold nor on the pins.

use super::analysis::{Analysis, Reason, Settings};
use super::judge::{Judge, Judged};
use super::pins::Pinned;
use super::sections::{Detail, Found, Sections};
use super::weights::Weights;
use super::wording::Wording;
use super::{sections, topics};
use crate::Corpus;
use crate::count::Counts;

/// Units below which there is too little to tell what belongs: everything is `unsure`, which is kept.
const FEWEST: usize = 4;

/// A corpus made ready to be judged, again and again under other settings.
///
/// Keeps some bytes for each word. What is asked of it must be asked with the corpus and the counts it was made from.
pub struct Prepared {
    judge: Judge,
    /// The scores where nobody said anything.
    plain: Option<Judged>,
    /// The scores under the pins asked for last.
    pinned: Option<(Pinned, Judged)>,
}

impl Prepared {
    /// Makes a corpus ready to be judged with these parameters of the method.
    pub fn new(corpus: &Corpus, counts: &Counts, weights: &Weights) -> Self {
        Self::with(&Wording::of(corpus), corpus, counts, weights)
    }

    /// The same where what is to be known of the texts is known: they may be empty, here and in all that is asked with these
    /// parameters.
    pub fn with(wording: &Wording, corpus: &Corpus, counts: &Counts, weights: &Weights) -> Self {
        let judge = Judge::new(corpus, counts, wording, weights);
        Self { judge, plain: None, pinned: None }
    }

    /// What [`separate`](super::separate) gives, to the last bit. Scores are worked out again only for pins that are not
    /// those of the time before; with other parameters of the method all is prepared anew.
    pub fn judge(&mut self, corpus: &Corpus, counts: &Counts, settings: &Settings) -> Analysis {
        self.found(corpus, counts, settings, Detail::Listed)
    }

    /// The same without the terms of reasons, which take more room than all the rest: see [`Self::reason`].
    pub fn judge_briefly(
        &mut self,
        corpus: &Corpus,
        counts: &Counts,
        settings: &Settings,
    ) -> Analysis {
        self.found(corpus, counts, settings, Detail::Sums)
    }

    /// The reason of one section with all of its terms, by its index in what [`Self::judge`] gives for these settings; `None`
    /// where there is no such section.
    pub fn reason(
        &mut self,
        corpus: &Corpus,
        counts: &Counts,
        settings: &Settings,
        section: usize,
    ) -> Option<Reason> {
        self.with_judged(corpus, counts, settings, |found| {
            sections::reason_of(counts, found, settings, section)
        })
    }

    fn found(
        &mut self,
        corpus: &Corpus,
        counts: &Counts,
        settings: &Settings,
        detail: Detail,
    ) -> Analysis {
        let found = self.with_judged(corpus, counts, settings, |found| {
            sections::judge(corpus, counts, found, settings, detail)
        });
        topics::analysis(counts, corpus, found)
    }

    /// The judged sections, without their topics, for the last time: topics need as much memory as is given back with this.
    pub(super) fn last_sections(
        mut self,
        corpus: &Corpus,
        counts: &Counts,
        settings: &Settings,
        detail: Detail,
    ) -> Sections {
        self.with_judged(corpus, counts, settings, |found| {
            sections::judge(corpus, counts, found, settings, detail)
        })
    }

    /// Works with the scores under these settings.
    fn with_judged<T>(
        &mut self,
        corpus: &Corpus,
        counts: &Counts,
        settings: &Settings,
        work: impl FnOnce(&Found) -> T,
    ) -> T {
        if self.judge.weights != settings.weights {
            *self = Self::new(corpus, counts, &settings.weights);
        }
        let Self { judge, plain, pinned: kept } = self;
        let said = Pinned::new(&judge.units, &settings.pins);
        let plain = plain.get_or_insert_with(|| judge.run(&Pinned::new(&judge.units, &[]), None));
        let judged = if said.is_empty() {
            plain
        } else {
            // What was said alone changes no score but its own.
            if kept.as_ref().is_some_and(|(before, _)| !before.says_as(&said)) {
                *kept = None;
            }
            let (_, judged) = kept.get_or_insert_with(|| {
                let pulls = said.pulls(&judge.units, &plain.scores, &judge.weights);
                (said.clone(), judge.run(&said, Some(&pulls)))
            });
            judged
        };
        let few = judge.units.iter().filter(|unit| !unit.head).count() < FEWEST;
        if few {
            let least = settings.threshold + settings.weights.band / 2.0;
            judged.few = true;
            for (at, score) in judged.scores.iter_mut().enumerate() {
                if !said.is_pinned(at) {
                    *score = least;
                }
            }
        }
        let before = said.set_alone(judged);
        let done = work(&Found { judge, judged, pinned: &said });
        said.put_back(judged, &before);
        if few {
            // Those scores are of this threshold alone.
            (self.plain, self.pinned) = (None, None);
        }
        done
    }
}
