//! Pieces of about 40 words, cut from parsed sections.

use engine::Corpus;
use engine::count::{Counts, TermId, Token};
use engine::parse::{BlockKind, Document};

/// Words at which a unit is closed.
const ENOUGH: usize = 40;
/// A last piece of a section with fewer words joins the one before it.
const TAIL: usize = 15;

/// The units of a corpus.
#[derive(Debug, Default)]
pub(super) struct Units {
    /// For each document and block the unit it is in; `None` for boilerplate.
    pub(super) of_block: Vec<Vec<Option<usize>>>,
    /// For each unit its words.
    pub(super) words: Vec<usize>,
    /// For each unit its content terms with their counts, by term.
    pub(super) terms: Vec<Vec<(TermId, u32)>>,
}

impl Units {
    /// Cuts at the ends of blocks and sections. A single long paragraph stays whole.
    pub(super) fn of(corpus: &Corpus, counts: &Counts) -> Self {
        let mut units = Self::default();
        for (document, tokens) in corpus.documents.iter().zip(&counts.documents) {
            let mut of_block = vec![None; document.blocks.len()];
            for section in sections(document) {
                let is_content =
                    |at: &usize| !matches!(document.blocks[*at].kind, BlockKind::Boilerplate(_));
                let content: Vec<usize> = section.into_iter().filter(is_content).collect();
                let words_of = |block: usize| tokens.range(block..block + 1).len();
                for piece in pieces(&content, words_of) {
                    let mut ids: Vec<TermId> = Vec::new();
                    let mut words = 0;
                    for block in piece {
                        of_block[block] = Some(units.words.len());
                        let tokens = tokens.of_blocks(block..block + 1);
                        words += tokens.len();
                        ids.extend(tokens.map(Token::term));
                    }
                    ids.retain(|id| counts.vocabulary.terms[*id as usize].is_content());
                    ids.sort_unstable();
                    let terms = ids.chunk_by(|a, b| a == b);
                    units.terms.push(terms.map(|run| (run[0], run.len() as u32)).collect());
                    units.words.push(words);
                }
            }
            units.of_block.push(of_block);
        }
        units
    }
}

/// The blocks of each section. A title or menu that stands in none goes with the section after it.
fn sections(document: &Document) -> Vec<Vec<usize>> {
    let mut sections: Vec<Vec<usize>> = Vec::new();
    let mut next = 0;
    for section in &document.sections {
        sections.push((next..section.end_block as usize).collect());
        next = next.max(section.end_block as usize);
    }
    if next < document.blocks.len() {
        sections.push((next..document.blocks.len()).collect());
    }
    sections
}

/// The blocks of a section in pieces.
fn pieces(blocks: &[usize], words_of: impl Fn(usize) -> usize) -> Vec<Vec<usize>> {
    let mut pieces: Vec<Vec<usize>> = Vec::new();
    let mut piece = Vec::new();
    let mut words = 0;
    for block in blocks {
        piece.push(*block);
        words += words_of(*block);
        if words >= ENOUGH {
            pieces.push(std::mem::take(&mut piece));
            words = 0;
        }
    }
    match pieces.last_mut() {
        Some(before) if words < TAIL => before.append(&mut piece),
        _ if !piece.is_empty() => pieces.push(piece),
        _ => {}
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_at_forty_words_and_short_tails_join() {
        let words = [5, 30, 10, 50, 20, 25, 14];
        let cut = |blocks: &[usize]| pieces(blocks, |block| words[block]);
        assert_eq!(cut(&[0, 1, 2, 3, 4, 5, 6]), [vec![0, 1, 2], vec![3], vec![4, 5, 6]]);
        assert_eq!(cut(&[3, 4]), [vec![3], vec![4]]);
        assert_eq!(cut(&[0]), [vec![0]]);
        assert_eq!(cut(&[]), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn every_content_block_is_in_a_unit() {
        let text = "Site › Blog\n\nA title of the page\n\nSome words that say a thing about tea.\n\n\
                    Share this page\n\nA second heading\n\nMore about kettles and the water in them.";
        let document = engine::parse::parse("a.txt", text.to_owned(), None);
        let corpus = Corpus { name: String::new(), documents: vec![document] };
        let counts = engine::count::count(&corpus, &engine::count::Background::none());
        let units = Units::of(&corpus, &counts);
        for (block, unit) in corpus.documents[0].blocks.iter().zip(&units.of_block[0]) {
            assert_eq!(unit.is_none(), matches!(block.kind, BlockKind::Boilerplate(_)));
        }
        let tokens = counts.documents[0].len();
        assert_eq!(units.words.iter().sum::<usize>(), tokens);
    }
}
