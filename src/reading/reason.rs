//! A verdict's reason as a sentence and as a sum.

use engine::separate::{Around, Contribution, JudgedSection, Side, Verdict};

use crate::format::percent;

/// Why a section got its verdict, in words and numbers; `said` is what a person said of it.
pub fn sentence(section: &JudgedSection, said: Option<Side>) -> String {
    let shared = percent(section.reason.shared, 1.0);
    let usual = percent(section.reason.usual, 1.0);
    let (start, only) = match (said, section.verdict) {
        (Some(Side::Main), _) => ("You said that it is the main subject", ""),
        (Some(side), _) if side.is_off() => ("You said that it does not belong", ""),
        (Some(_), _) => ("You said that it belongs", ""),
        (None, Verdict::OnTopic) => ("It belongs", ""),
        (None, Verdict::OffTopic) => ("It does not belong", "only "),
        (None, Verdict::Unsure) => ("There is too little to go by, so it is kept", ""),
    };
    if said.is_some() {
        // The words are no reason here: they may well say the opposite.
        return format!(
            "{start}. Of its content words {shared} are used elsewhere in the main subject; in the usual section {usual} are."
        );
    }
    let inset = if section.reason.around.is_inset() {
        " Most of it stands word for word in other documents too, as advertisements do."
    } else {
        ""
    };
    let too = if section.verdict == Verdict::OnTopic { " too" } else { "" };
    format!(
        "{start}: {only}{shared} of its content words are used elsewhere in the main subject{too}. \
         In the usual section {usual} are.{inset}"
    )
}

/// A score taken apart, in hundredths, so that what is shown adds up to the last digit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Sum {
    /// The terms that are listed.
    pub listed: i64,
    /// All its other terms.
    pub others: i64,
    /// Its own words: both of these.
    pub own: i64,
    /// What answers from the same source add.
    pub source: i64,
    /// What a person said adds.
    pub said: i64,
    /// What its neighbours add.
    pub neighbours: i64,
    /// What it loses for standing word for word in other documents.
    pub inset: i64,
    /// The lean towards belonging.
    pub lean: i64,
    /// Its own words and all of these.
    pub score: i64,
}

/// Takes a score apart; `listed` are the terms that are shown.
pub fn sum<'a>(section: &JudgedSection, listed: impl Iterator<Item = &'a Contribution>) -> Sum {
    let hundredths = |number: f64| (number * 100.0).round() as i64;
    let listed = listed.map(|one| hundredths(one.weight)).sum();
    let (own, score) = (hundredths(section.reason.own), hundredths(section.score));
    let Around { source, said, neighbours, inset, lean } = section.reason.around;
    let mut parts = [source, said, neighbours, inset, lean].map(hundredths);
    // What rounding leaves over goes where it changes least.
    let left = score - own - parts.iter().sum::<i64>();
    let largest = (0..parts.len()).max_by_key(|at| parts[*at].abs()).unwrap_or(0);
    parts[largest] += left;
    let [source, said, neighbours, inset, lean] = parts;
    Sum { listed, others: own - listed, own, source, said, neighbours, inset, lean, score }
}
