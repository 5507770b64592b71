//! What there is to say of one row of the terms table besides its numbers.

use engine::count::TermId;
use engine::explore::{TermRow, TermTable, surface_forms};

use crate::format::{count, hundredths};
use crate::state::Selection;
use crate::study::Study;

/// The most parts a strip has: bars that are narrower say nothing.
pub const PARTS: usize = 24;

/// How a term is spread over the documents, as bars from the left.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Strip {
    /// The outline of the bars in a box of [`Strip::width`] by [`Strip::HEIGHT`].
    pub path: String,
    /// Width of the box.
    pub width: usize,
    /// The counts the bars stand for, one a part.
    pub counts: Vec<u32>,
}

impl Strip {
    /// Height of the box.
    pub const HEIGHT: u32 = 16;
    /// Width of a bar with the gap after it.
    const STEP: usize = 4;
    /// The least height of a bar: what is there is seen.
    const LEAST: u32 = 2;
}

/// The strip of a term's counts, one a document. Of more documents than there is room for, neighbours stand together.
pub fn strip(spread: &[u32]) -> Strip {
    let together = spread.len().div_ceil(PARTS).max(1);
    let counts: Vec<u32> = spread.chunks(together).map(|part| part.iter().sum()).collect();
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let mut path = String::new();
    for (index, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let whole = u64::from(*count) * u64::from(Strip::HEIGHT);
        let height = (whole.div_ceil(u64::from(most)) as u32).max(Strip::LEAST);
        let (x, wide) = (index * Strip::STEP, Strip::STEP - 1);
        path += &format!("M{x} {}v-{height}h{wide}v{height}z", Strip::HEIGHT);
    }
    Strip { path, width: counts.len() * Strip::STEP, counts }
}

/// G² from which a difference is as unlikely by chance as [`sure`] says, with one degree of freedom.
const MARKS: [f64; 4] = [3.84, 6.63, 10.83, 15.13];

/// How many of the four marks a signed G² reaches on either side.
pub fn level(g2: f64) -> usize {
    MARKS.iter().filter(|mark| g2.abs() >= **mark).count()
}

/// What a level means.
pub fn sure(level: usize) -> &'static str {
    match level {
        0 => "may well be chance",
        1 => "p < 0.05",
        2 => "p < 0.01",
        3 => "p < 0.001",
        _ => "p < 0.0001",
    }
}

/// What the keyness of a row is worked out from, in words.
pub fn sides(table: &TermTable, row: &TermRow) -> String {
    let [a, c, b, d] = table.both_sides(row).map(|number| count(u64::from(number)));
    format!(
        "{a} of {c} words here, {b} of {d} in the rest; {} per {} here, {} with everything in",
        hundredths(row.per_thousand),
        count(1_000),
        hundredths(row.per_thousand_before),
    )
}

/// The surface forms of a term in words: `crying 84, cry 31, cried 12`; where the selection leaves some out, with how many
/// there are in all.
pub fn forms(study: &Study, selection: &Selection, term: TermId) -> String {
    let Study { corpus, counts, analysis, .. } = study;
    let forms = surface_forms(corpus, counts, analysis, &selection.sections, term);
    let one = |form: &engine::explore::SurfaceForm| {
        let (now, before) = (u64::from(form.count), u64::from(form.count_before));
        if now == before {
            format!("{} {}", form.text, count(now))
        } else {
            format!("{} {} (in all {})", form.text, count(now), count(before))
        }
    };
    forms.iter().map(one).collect::<Vec<_>>().join(", ")
}
