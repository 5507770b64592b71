//! One labelled corpus measured: the engine, the peers, the topics.

use std::collections::BTreeMap;

use engine::separate::Settings;

use crate::agreement::Contingency;
use crate::compare::{Lines, Unlabelled};
use crate::gold::GoldCorpus;
use crate::label::{Label, Want};
use crate::labels::Labels;
use crate::peers::{Peer, Peers};
use crate::runs::runs;
use crate::score::Score;
use crate::study::Study;

/// What was counted in one corpus.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// The engine's verdicts.
    pub ours: Score,
    /// The V-measure of its topics; `None` where no sub-topics are named.
    pub agreement: Option<f64>,
    /// The peers' verdicts, in the order of [`Peer::ALL`].
    pub peers: [Score; 3],
}

/// Measures a corpus with the default settings, languages found by the engine.
///
/// # Errors
///
/// A line of the corpus that got no label, which does not happen.
pub fn measure(corpus: &GoldCorpus) -> Result<Measured, String> {
    let located = |error: String| format!("{}: {error}", corpus.name);
    let texts = corpus.texts();
    let wants = corpus.wants(&texts).map_err(located)?;
    let empty: Labels<Label> = Labels::new(&texts);
    let lines = Lines::of(&texts);
    let study = Study::of(texts, None, &Settings::default());
    let score = |labels: &Labels<Label>| {
        lines.compare(&wants, labels).map(|(score, _)| score).map_err(|missing| match missing {
            Unlabelled::Wanted(line) | Unlabelled::Got(line) => located(line),
        })
    };
    let mut labels = empty.clone();
    labels.fill_from(&study).map_err(located)?;
    let ours = score(&labels)?;
    let mut peers = [Score::default(); 3];
    let judge = Peers::new(&study);
    for (peer, slot) in Peer::ALL.into_iter().zip(&mut peers) {
        let mut labels = empty.clone();
        judge.label(peer, &mut labels).map_err(located)?;
        *slot = score(&labels)?;
    }
    Ok(Measured { ours, agreement: agreement(corpus, &study), peers })
}

/// The V-measure between subjects and topics over the words of lines that should be on or off and whose subject is named.
///
/// Lines that were taken for boilerplate have no topic: together they are one cluster more.
fn agreement(corpus: &GoldCorpus, study: &Study) -> Option<f64> {
    let mut classes: BTreeMap<&str, u32> = BTreeMap::new();
    let mut table = Contingency::default();
    for (index, page) in corpus.pages.iter().enumerate() {
        for run in runs(study, index) {
            let topic = run.source.section(&study.analysis).map_or(0, |s| s.topic + 1);
            for line in page.lines.get(run.first - 1..run.last).unwrap_or(&[]) {
                let judged = matches!(line.want, Some(Want::On | Want::Off));
                if judged && !line.subject.is_empty() {
                    let next = classes.len() as u32;
                    let class = *classes.entry(&line.subject).or_insert(next);
                    table.add(class, topic, line.words());
                }
            }
        }
    }
    (!table.is_empty()).then(|| table.v_measure())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::tests::marked;

    #[test]
    fn a_corpus_without_named_subjects_has_no_agreement() {
        let page = marked("a.txt", &["n|Tea is drunk hot.", "n|Kettles boil the water for it."]);
        let corpus = GoldCorpus { name: "tea".into(), pages: vec![page] };
        let measured = measure(&corpus).unwrap();
        assert_eq!(measured.agreement, None);
        assert!(!measured.ours.has_off());
        assert!(measured.peers[0].figures().false_alarm() == 0.0);
    }

    #[test]
    fn one_subject_and_one_topic_agree() {
        let mut page =
            marked("a.txt", &["n|Tea is drunk hot.", "n|Kettles boil the water for it."]);
        page.lines.iter_mut().for_each(|line| line.subject = "tea".into());
        let corpus = GoldCorpus { name: "tea".into(), pages: vec![page] };
        assert_eq!(measure(&corpus).unwrap().agreement, Some(1.0));
    }
}
