//! Every number the method depends on, in one place.
//!
//! The defaults were chosen on labelled corpora; `topics evaluate` prints what they score.

/// The parameters of separation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Share of the corpus's core in the mixture that a unit's words are taken to be drawn from, from 0 to 1. Higher
    /// rewards words that are only a little commoner here than in the language.
    pub mix: f64,
    /// What a unit of the same document counts as a witness, against 1 for a unit of another document, when nothing ties
    /// the document to the rest of the corpus.
    pub own_least: f64,
    /// The same in a document that is tied to the rest as well as a usual one. Higher protects a sub-topic that lives in
    /// one document, and hides long foreign runs.
    pub own_most: f64,
    /// What the document's title counts as a witness in a document that is tied to the rest, in units.
    pub title: f64,
    /// Witnesses that may be there by chance: taken off the number of units that hold a term. Higher ignores words that
    /// two unrelated pieces happen to share.
    pub chance: f64,
    /// The most one occurrence of a term can add, in nats.
    pub cap: f64,
    /// Content words are counted to this power when evidence is set against length: 1 is a mean, 0 a sum.
    pub length: f64,
    /// Evidence of a usual unit in a corpus at large; half of the scale, the corpus's own median being the other half.
    pub usual: f64,
    /// Evidence, as a share of the usual, at which a unit is as likely to belong as not. Higher flags more.
    pub even: f64,
    /// Log-odds per unit of evidence.
    pub slope: f64,
    /// Content words at which a unit's own evidence counts in full; shorter units lean on their neighbours.
    pub full: f64,
    /// Cost of changing sides inside a section, in nats.
    pub within: f64,
    /// Cost of changing sides at a heading, a question or a post, in nats.
    pub between: f64,
    /// What a unit that seems foreign still counts as a witness; at 0 the method runs away with its first guess.
    pub foreign: f64,
    /// Log-odds above the threshold up to which a verdict is `unsure`.
    pub band: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            mix: 0.035,
            own_least: 0.05,
            own_most: 0.3,
            title: 0.65,
            chance: 0.25,
            cap: 4.0,
            length: 0.7,
            usual: 0.4,
            even: 0.59,
            slope: 8.5,
            full: 38.0,
            within: 4.5,
            between: 1.2,
            foreign: 0.2,
            band: 1.0,
        }
    }
}
