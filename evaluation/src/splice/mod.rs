//! Labelled corpora made of labelled corpora: pieces of one put into a clean copy of another.
//!
//! What people label is little and was read while the method was made. A splice is labelled by how it was made, and there
//! are as many as one likes. The same name gives the same splice on every machine.
//!
//! | step | file |
//! |---|---|
//! | the host: what belongs and the furniture, nothing else | `clean.rs` |
//! | the foreign piece: lines in a row of another corpus in the same language | `donor.rs` |
//! | where it goes | `place.rs` |

mod clean;
mod donor;
mod place;

use crate::gold::{GoldCorpus, Page};
use crate::random::SplitMix64;

pub use self::clean::clean;

/// How foreign text gets into a corpus. Shares are of the words that belong in the host document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Condition {
    /// It does not.
    Clean,
    /// 10 to 20 % after the last line that belongs.
    AppendSome,
    /// 30 to 50 % there.
    AppendMuch,
    /// 10 to 30 % between two paragraphs.
    Middle,
    /// 10 to 30 % before the first line that belongs.
    Prepend,
    /// Three runs of 5 to 12 % in one document, each from a donor of its own.
    Several,
    /// One paragraph of 25 to 80 words between two others.
    Paragraph,
    /// A whole document of the donor, and 10 to 30 % from another of its documents in the middle of a host document.
    Subject,
}

impl Condition {
    /// Every condition.
    pub const ALL: [Self; 8] = [
        Self::Clean,
        Self::AppendSome,
        Self::AppendMuch,
        Self::Middle,
        Self::Prepend,
        Self::Several,
        Self::Paragraph,
        Self::Subject,
    ];

    /// What it is called in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean twin",
            Self::AppendSome => "append 10-20 %",
            Self::AppendMuch => "append 30-50 %",
            Self::Middle => "insert 10-30 %",
            Self::Prepend => "prepend 10-30 %",
            Self::Several => "three runs",
            Self::Paragraph => "one paragraph",
            Self::Subject => "another's subject",
        }
    }
}

/// Fewest words that belong in a document to be spliced into.
const FEWEST_WORDS: usize = 150;

/// Makes one splice; `None` where no other corpus has a fitting piece in the language of a host document.
///
/// `trial` tells splices of the same host and condition apart.
pub fn splice(
    host: &GoldCorpus,
    donors: &[GoldCorpus],
    condition: Condition,
    trial: u32,
) -> Option<GoldCorpus> {
    let mut corpus = clean(host);
    if condition == Condition::Clean {
        return Some(corpus);
    }
    let random = &mut SplitMix64::named(&format!("{}/{}/{trial}", host.name, condition.name()));
    let donors: Vec<&GoldCorpus> = donors.iter().filter(|donor| donor.name != host.name).collect();
    let mut pages: Vec<usize> =
        (0..corpus.pages.len()).filter(|at| corpus.pages[*at].on_words() >= FEWEST_WORDS).collect();
    random.shuffle(&mut pages);
    for at in pages {
        let page = &corpus.pages[at];
        if let Some((page, extra)) = spliced(page, &donors, condition, random) {
            corpus.pages[at] = page;
            corpus.pages.extend(extra);
            return Some(corpus);
        }
    }
    None
}

/// The page with foreign text in it, and a document more where the condition asks for one.
fn spliced(
    page: &Page,
    donors: &[&GoldCorpus],
    condition: Condition,
    random: &mut SplitMix64,
) -> Option<(Page, Option<Page>)> {
    let share = |low: usize, high: usize| {
        let words = page.on_words();
        (words * low / 100, words * high / 100)
    };
    let language = page.language;
    let mut result = page.clone();
    let mut extra = None;
    match condition {
        Condition::Clean => {}
        Condition::AppendSome | Condition::AppendMuch => {
            let much = condition == Condition::AppendMuch;
            let piece = donor::piece(
                donors,
                language,
                if much { share(30, 50) } else { share(10, 20) },
                random,
            )?;
            place::insert(&mut result, place::end(page)?, piece);
        }
        Condition::Prepend => {
            let piece = donor::piece(donors, language, share(10, 30), random)?;
            place::insert(&mut result, place::start(page)?, piece);
        }
        Condition::Middle => {
            let piece = donor::piece(donors, language, share(10, 30), random)?;
            place::insert(&mut result, *place::between(page, 1, random)?.first()?, piece);
        }
        Condition::Several => {
            // From the last to the first: an insertion moves only what comes after it.
            for at in place::between(page, 3, random)?.into_iter().rev() {
                let piece = donor::piece(donors, language, share(5, 12), random)?;
                place::insert(&mut result, at, piece);
            }
        }
        Condition::Paragraph => {
            let piece = donor::paragraph(donors, language, 25..=80, random)?;
            place::insert(&mut result, *place::between(page, 1, random)?.first()?, vec![piece]);
        }
        Condition::Subject => {
            let (whole, piece) =
                donor::document_and_piece(donors, language, share(10, 30), random)?;
            place::insert(&mut result, *place::between(page, 1, random)?.first()?, piece);
            extra = Some(whole);
        }
    }
    Some((result, extra))
}

#[cfg(test)]
mod tests;
