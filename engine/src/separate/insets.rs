//! Short stretches that stand word for word in several documents: advertisements, invitations, notices that a site sets into
//! its pages. Where one begins and ends is known, and what stands around it says nothing of it.

use std::ops::Range;

use super::wording::Wording;
use crate::Corpus;
use crate::count::Counts;

/// Words of a stretch over which it is no inset but a text that was published twice.
const LONG: usize = 160;

/// A document of which so much stands elsewhere too, one part in this many, is a version of another: it has no insets.
const VERSION: usize = 4;

/// The insets of a corpus.
pub(super) struct Insets {
    /// By document their blocks, in order.
    all: Vec<Box<[Range<u32>]>>,
}

impl Insets {
    pub(super) fn new(corpus: &Corpus, counts: &Counts, wording: &Wording) -> Self {
        let repeated = wording.repeated();
        let all = (0..corpus.documents.len()).map(|document| {
            let words = |blocks: &Range<u32>| match counts.documents.get(document) {
                Some(tokens) => tokens.range(blocks.start as usize..blocks.end as usize).len(),
                None => 0,
            };
            let blocks = corpus.documents[document].blocks.len() as u32;
            let stretches = stretches(wording.blocks(document), &repeated);
            let shared: usize = stretches.iter().map(words).sum();
            if shared * VERSION > words(&(0..blocks)) {
                return Box::default();
            }
            stretches.into_iter().filter(|one| words(one) <= LONG).collect()
        });
        Self { all: all.collect() }
    }

    /// The inset that a block of a document is part of.
    fn around(&self, document: usize, block: u32) -> Option<&Range<u32>> {
        let all = &self.all[document];
        all.get(all.partition_point(|one| one.end <= block)).filter(|one| one.start <= block)
    }

    /// Whether a block of a document is part of one.
    pub(super) fn hold(&self, document: usize, block: u32) -> bool {
        self.around(document, block).is_some()
    }

    /// Whether one begins at a block of a document or ends before it.
    pub(super) fn part(&self, document: usize, block: u32) -> bool {
        block > 0 && self.around(document, block) != self.around(document, block - 1)
    }
}

/// Blocks in a row of which each is a repeated paragraph.
fn stretches(paragraphs: impl Iterator<Item = Option<u32>>, repeated: &[bool]) -> Vec<Range<u32>> {
    let mut found: Vec<Range<u32>> = Vec::new();
    for (block, paragraph) in (0..).zip(paragraphs) {
        if paragraph.is_some_and(|one| repeated[one as usize]) {
            match found.last_mut() {
                Some(last) if last.end == block => last.end += 1,
                _ => found.push(block..block + 1),
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::count::{Background, count};
    use crate::parse::parse;

    const NOTICE: &str = "Our autumn sale of garden chairs ends on Sunday, do not miss it.";

    /// So many lines of a text of its own, with some others in their middle.
    fn page(word: &str, lines: usize, within: &[&str]) -> String {
        let line =
            |at| format!("The {word} of the {at}th line has nothing that another page says.");
        let own: Vec<String> = (0..lines).map(line).collect();
        let within: Vec<String> = within.iter().map(|one| (*one).to_owned()).collect();
        let (above, below) = own.split_at(lines / 2);
        [above, &within, below].concat().join("\n\n")
    }

    fn insets(pages: &[String]) -> (Corpus, Insets) {
        let documents =
            (1..).zip(pages).map(|(at, text)| parse(&format!("{at}.txt"), text.clone(), None));
        let corpus = Corpus { name: String::new(), documents: documents.collect() };
        let counts = count(&corpus, &Background::BuiltIn);
        let insets = Insets::new(&corpus, &counts, &Wording::of(&corpus));
        (corpus, insets)
    }

    /// The text of the insets of each document.
    fn found(pages: &[String]) -> Vec<Vec<String>> {
        let (corpus, insets) = insets(pages);
        let text = |at: usize, blocks: &Range<u32>| {
            let document = &corpus.documents[at];
            let blocks = &document.blocks[blocks.start as usize..blocks.end as usize];
            blocks.iter().map(|block| block.span.of(&document.text)).collect::<Vec<_>>().join(" ")
        };
        let of = |at: usize| insets.all[at].iter().map(|one| text(at, one)).collect();
        (0..pages.len()).map(of).collect()
    }

    #[test]
    fn a_paragraph_on_two_pages() {
        let second = "Two chairs are sent for the price of one as long as there are any.";
        let pages = [
            page("tea", 9, &[NOTICE, second]),
            page("wind", 9, &[]),
            page("road", 9, &[NOTICE, second]),
            page("lamp", 9, &[second]),
        ];
        let both = format!("{NOTICE} {second}");
        let want = [vec![both.clone()], vec![], vec![both], vec![second.to_owned()]];
        assert_eq!(found(&pages), want);
    }

    #[test]
    fn twice_on_one_page_is_none() {
        let pages = [page("tea", 9, &[NOTICE, NOTICE]), page("wind", 9, &[])];
        assert_eq!(found(&pages), [[""; 0], [""; 0]]);
    }

    #[test]
    fn versions_of_one_text_have_none() {
        let pages = [page("tea", 9, &[]), page("tea", 9, &[NOTICE])];
        assert_eq!(found(&pages), [[""; 0], [""; 0]]);
    }

    #[test]
    fn a_long_stretch_is_none() {
        let long = "word ".repeat(LONG + 1);
        let pages = ["tea", "wind"].map(|word| page(word, 90, &[long.trim()]));
        assert_eq!(found(&pages), [[""; 0], [""; 0]]);
        let short = "word ".repeat(LONG);
        let pages = ["tea", "wind"].map(|word| page(word, 90, &[short.trim()]));
        assert_eq!(found(&pages), [[short.trim()], [short.trim()]]);
    }

    #[test]
    fn where_they_begin_and_end() {
        let (corpus, insets) = insets(&[page("tea", 9, &[NOTICE]), page("wind", 9, &[NOTICE])]);
        let blocks = 0..corpus.documents[0].blocks.len() as u32;
        let held: Vec<u32> = blocks.clone().filter(|block| insets.hold(0, *block)).collect();
        let [at] = held[..] else { panic!("{held:?}") };
        assert_eq!(blocks.filter(|block| insets.part(0, *block)).collect::<Vec<_>>(), [at, at + 1]);
    }
}
