//! What is judged: a question with its answer, a post, an inset, or about [`ENOUGH`] words of a longer section; and the title of a
//! document by what stands under it.

use std::ops::Range;

use super::bag::Bag;
use super::insets::Insets;
use crate::Corpus;
use crate::count::{Counts, Term, TermId, Token};
use crate::parse::{BlockKind, Document, SectionKind};

/// Words after which a unit is full. Measured elsewhere at 25 to 40: fewer say too little, more hide short inserts.
const ENOUGH: u32 = 25;
/// Words over which even a question or a post is cut.
const LONG: u32 = 160;

/// A piece of one section that is judged as a whole.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) document: u32,
    pub(super) section: u32,
    /// Its blocks.
    pub(super) blocks: Range<u32>,
    /// Words, stop words and figures included.
    pub(super) words: u32,
    /// Its content terms with their counts, by term: no stop words, no figures.
    pub(super) terms: Bag,
    /// Number of its content words: the sum of those counts.
    pub(super) content: u32,
    /// Whether it is what stands above all sections of its document, its title: it has no terms and no words here, goes with
    /// its document and says nothing of any other unit.
    pub(super) head: bool,
}

/// Cuts a corpus into units, in document order.
pub(super) fn units(corpus: &Corpus, counts: &Counts, insets: &Insets) -> Vec<Unit> {
    let mut units = Vec::new();
    let content: Vec<bool> = counts.vocabulary.terms.iter().map(Term::is_content).collect();
    for (index, document) in corpus.documents.iter().enumerate() {
        let Some(tokens) = counts.documents.get(index) else { continue };
        let start = units.len();
        for (section, parsed) in document.sections.iter().enumerate() {
            let mut first = parsed.first_block;
            let mut words = 0;
            for block in parsed.first_block..parsed.end_block {
                words += tokens.range(block as usize..block as usize + 1).len() as u32;
                let last = block + 1 == parsed.end_block || insets.part(index, block + 1);
                if last || is_full(document, parsed.kind, block, words) {
                    units.push(unit(counts, &content, index, section, first..block + 1));
                    first = block + 1;
                    words = 0;
                }
            }
            join_tail(counts, &content, &mut units, index, section, insets);
        }
        if let Some(above) = titled(document)
            && units.len() > start
        {
            units.insert(start, head(index, above));
        }
    }
    units.shrink_to_fit();
    units
}

fn is_full(document: &Document, kind: SectionKind, block: u32, words: u32) -> bool {
    let enough = match kind {
        SectionKind::HeadingSection | SectionKind::Passage | SectionKind::Expert => ENOUGH,
        SectionKind::Question | SectionKind::Post | SectionKind::Comment | SectionKind::Aside => {
            LONG
        }
    };
    // A heading belongs to what follows; a table or list to what announces it.
    let next = document.blocks.get(block as usize + 1).map(|next| &next.kind);
    let glued = matches!(
        next,
        Some(BlockKind::List { .. } | BlockKind::Table(_) | BlockKind::Boilerplate(_))
    );
    words >= enough && !glued
}

/// Joins a last piece of fewer than half the words to the one before it in the same section.
fn join_tail(
    counts: &Counts,
    content: &[bool],
    units: &mut Vec<Unit>,
    document: usize,
    section: usize,
    insets: &Insets,
) {
    let [.., before, last] = units.as_slice() else { return };
    let same = before.document as usize == document
        && before.section as usize == section
        && last.section as usize == section
        && last.document == before.document;
    let apart = insets.part(document, last.blocks.start);
    if same && !apart && last.words * 2 < ENOUGH {
        let blocks = before.blocks.start..last.blocks.end;
        units.truncate(units.len() - 2);
        units.push(unit(counts, content, document, section, blocks));
    }
}

/// How many blocks stand above the first section, where the title is one of them.
fn titled(document: &Document) -> Option<u32> {
    let above = document.sections.first()?.first_block;
    let last = document.blocks.get((above as usize).checked_sub(1)?)?;
    (document.title?.end <= last.span.end).then_some(above)
}

/// The head of a document: so many blocks above its first section.
fn head(document: usize, blocks: u32) -> Unit {
    let (document, blocks, terms) = (document as u32, 0..blocks, Bag::new(&[]));
    Unit { document, section: 0, blocks, words: 0, terms, content: 0, head: true }
}

/// A unit of some blocks; `content` says of each term whether it is counted.
fn unit(
    counts: &Counts,
    content: &[bool],
    document: usize,
    section: usize,
    blocks: Range<u32>,
) -> Unit {
    let tokens = counts.documents[document].of_blocks(blocks.start as usize..blocks.end as usize);
    let mut ids: Vec<TermId> =
        tokens.clone().map(Token::term).filter(|id| content[*id as usize]).collect();
    ids.sort_unstable();
    Unit {
        document: document as u32,
        section: section as u32,
        blocks,
        words: tokens.len() as u32,
        terms: Bag::new(&ids),
        content: ids.len() as u32,
        head: false,
    }
}
