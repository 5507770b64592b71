//! The figures of a row, and the ways rows are summed up.

use crate::measure::Measured;
use crate::score::Score;

/// Shares from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Precision, recall and F1 of off-topic text; `None` where there is none to find.
    pub off: Option<[f64; 3]>,
    /// Share of the on-topic words called off topic.
    pub alarm: f64,
    /// F1 of boilerplate.
    pub boilerplate: f64,
    /// Share of the on-topic words called boilerplate.
    pub lost: f64,
    /// V-measure of the topics; `None` where no sub-topics are named.
    pub agreement: Option<f64>,
    /// Off-topic F1 and false alarm of each peer.
    pub peers: [(Option<f64>, f64); 3],
}

impl Figures {
    /// Those of one corpus.
    pub fn of(measured: &Measured) -> Self {
        Self::from_scores(&measured.ours, &measured.peers, measured.agreement)
    }

    fn from_scores(ours: &Score, peers: &[Score; 3], agreement: Option<f64>) -> Self {
        let of_peer = |score: &Score| {
            let figures = score.figures();
            (score.has_off().then(|| figures.off()[2]), figures.false_alarm())
        };
        let figures = ours.figures();
        Self {
            off: ours.has_off().then(|| figures.off()),
            alarm: figures.false_alarm(),
            boilerplate: figures.boilerplate_f1(),
            lost: figures.lost(),
            agreement,
            peers: [of_peer(&peers[0]), of_peer(&peers[1]), of_peer(&peers[2])],
        }
    }

    /// The plain mean over corpora, whatever their size (macro average); a figure's mean is over those that have it.
    pub fn mean(all: &[&Self]) -> Self {
        let over = |of: &dyn Fn(&Self) -> Option<f64>| mean(all.iter().filter_map(|one| of(one)));
        let plain = |of: &dyn Fn(&Self) -> f64| over(&|one| Some(of(one))).unwrap_or(0.0);
        let off = |at: usize| over(&|one| one.off.map(|off| off[at]));
        let peer = |at: usize| (over(&|one| one.peers[at].0), plain(&|one| one.peers[at].1));
        Self {
            off: off(0).zip(off(1)).zip(off(2)).map(|((p, r), f1)| [p, r, f1]),
            alarm: plain(&|one| one.alarm),
            boilerplate: plain(&|one| one.boilerplate),
            lost: plain(&|one| one.lost),
            agreement: over(&|one| one.agreement),
            peers: [peer(0), peer(1), peer(2)],
        }
    }

    /// Over the words of all corpora together (micro average); the V-measure, which has no such form, is the mean.
    pub fn pooled(all: &[Measured]) -> Self {
        let mut ours = Score::default();
        let mut peers = [Score::default(); 3];
        for measured in all {
            ours += measured.ours;
            for (sum, score) in peers.iter_mut().zip(measured.peers) {
                *sum += score;
            }
        }
        Self::from_scores(&ours, &peers, mean(all.iter().filter_map(|one| one.agreement)))
    }
}

/// The mean of what there is; `None` of nothing.
fn mean(all: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = all.fold((0.0, 0_usize), |(sum, count), one| (sum + one, count + 1));
    (count > 0).then(|| sum / count as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::{Label, Want};

    fn score(lines: &[(Want, Label, usize)]) -> Score {
        let mut score = Score::default();
        for (want, got, words) in lines {
            score.add(*want, *got, *words);
        }
        score
    }

    fn measured(ours: Score, agreement: Option<f64>) -> Measured {
        Measured { ours, agreement, peers: [Score::default(); 3] }
    }

    #[test]
    fn a_mean_is_over_the_corpora_that_have_the_figure() {
        let dirty = Figures { off: Some([1.0, 0.5, 0.6]), alarm: 0.1, ..Figures::default() };
        let clean = Figures { alarm: 0.3, agreement: Some(0.4), ..Figures::default() };
        let mean = Figures::mean(&[&dirty, &clean]);
        assert_eq!(mean.off, Some([1.0, 0.5, 0.6]));
        assert!((mean.alarm - 0.2).abs() < 1e-12);
        assert_eq!(mean.agreement, Some(0.4));
        assert_eq!(Figures::mean(&[]).off, None);
    }

    /// 10 of 10 words found in one, 0 of 30 in the other: recall is 10 of 40, and the 4 wrong words count once.
    #[test]
    fn pooled_words_count_the_same_wherever_they_stand() {
        let one = score(&[(Want::Off, Label::Off, 10), (Want::On, Label::On, 96)]);
        let two = score(&[(Want::Off, Label::On, 30), (Want::On, Label::Off, 4)]);
        let all = [measured(one, Some(0.2)), measured(two, Some(0.6))];
        let pooled = Figures::pooled(&all);
        let off = pooled.off.unwrap();
        assert!((off[0] - 10.0 / 14.0).abs() < 1e-12);
        assert!((off[1] - 0.25).abs() < 1e-12);
        assert!((pooled.alarm - 0.04).abs() < 1e-12);
        assert!(pooled.agreement.is_some_and(|v| (v - 0.4).abs() < 1e-12));
    }
}
