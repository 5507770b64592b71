//! The tokens of a document, in a few bytes each.
//!
//! There is one for every six bytes of text, so what a token takes is a good part of what a corpus takes. Most words are a blank
//! behind the one before and are forms of a term met early, so a token is mostly two or three bytes:
//!
//! ```text
//! token:  head (1) · length (1, where the head has no room for it) · start (varint, where it is not near) · term (varint)
//! head:   bits 0 to 5: the length in bytes, or 63 where it follows
//!         bits 6 and 7: bytes since the end of the token before, or 3 where the start follows
//! varint: seven bits a byte, lowest first; the highest bit says that more follow
//! ```
//!
//! Every [`STEP`] tokens one says where it starts, and where its bytes begin is kept: so any token is found in a few steps.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{TermId, Token};
use crate::Span;

/// Tokens from one whose place is kept to the next.
const STEP: usize = 16;
/// In place of a length: it follows.
const LONG: u8 = 0x3F;
/// In place of a distance: the start follows.
const FAR: u8 = 3;

/// The tokens of one document: of its content blocks, in text order. Boilerplate has none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentTokens {
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
    /// Where the bytes of every [`STEP`]th token begin.
    steps: Vec<u32>,
    /// One past the last token of each block.
    ends: Vec<u32>,
    /// How many there are.
    length: u32,
    /// Where the last one ends in the text.
    end: u32,
}

impl DocumentTokens {
    /// None, with room for those of so many bytes of text in so many blocks.
    pub(super) fn with_room(text: usize, blocks: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(text / 2),
            ends: Vec::with_capacity(blocks),
            ..Self::default()
        }
    }

    /// Adds the next token. One that begins before the end of the last is left out: words do not overlap.
    pub fn push(&mut self, token: Token) {
        let Span { start, end } = token.span();
        let Some(gap) = start.checked_sub(self.end) else { return };
        let stands_alone = (self.length as usize).is_multiple_of(STEP);
        if stands_alone {
            self.steps.push(self.bytes.len() as u32);
        }
        let near = u8::try_from(gap).ok().filter(|gap| *gap < FAR && !stands_alone);
        let length = token.span().len() as u8;
        self.length += 1;
        self.end = end;
        let head = near.unwrap_or(FAR) << 6 | length.min(LONG);
        if let Some((whole, used)) = few(head, token.term()) {
            // All at once, and what is too much taken off again: quicker than a byte after the other.
            let end = self.bytes.len() + used;
            self.bytes.extend_from_slice(&whole.to_le_bytes());
            self.bytes.truncate(end);
            return;
        }
        self.bytes.push(head);
        if length >= LONG {
            self.bytes.push(length);
        }
        if near.is_none() {
            self.put(start);
        }
        self.put(token.term());
    }

    fn put(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// Ends a block: the tokens since the one before are its own.
    pub fn end_block(&mut self) {
        self.ends.push(self.length);
    }

    /// Gives back the room that is not used.
    pub(super) fn shrink_to_fit(&mut self) {
        self.bytes.shrink_to_fit();
        self.steps.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.length as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// How many blocks the document has.
    pub fn blocks(&self) -> usize {
        self.ends.len()
    }

    /// All of them, in text order.
    pub fn iter(&self) -> Tokens<'_> {
        Tokens { bytes: &self.bytes, end: 0, left: self.len() }
    }

    /// One of them. Takes up to [`STEP`] steps.
    pub fn get(&self, at: usize) -> Option<Token> {
        self.between(at..at.checked_add(1)?).next()
    }

    /// Those of a range of indexes; none of what lies past the end.
    pub fn between(&self, range: Range<usize>) -> Tokens<'_> {
        let end = range.end.min(self.len());
        let place = self.steps.get(range.start / STEP).filter(|_| range.start < end);
        let Some(bytes) = place.and_then(|place| self.bytes.get(*place as usize..)) else {
            return Tokens::default();
        };
        let before = range.start % STEP;
        let mut tokens = Tokens { bytes, end: 0, left: end - range.start + before };
        (0..before).for_each(|_| _ = tokens.next());
        tokens
    }

    /// Those of a run of blocks.
    pub fn of_blocks(&self, blocks: Range<usize>) -> Tokens<'_> {
        self.between(self.range(blocks))
    }

    /// Where the tokens of a run of blocks stand among all.
    pub fn range(&self, blocks: Range<usize>) -> Range<usize> {
        let at = |block: usize| match block {
            0 => 0,
            _ => self.ends.get(block - 1).map_or(self.len(), |end| *end as usize),
        };
        at(blocks.start)..at(blocks.end)
    }
}

impl<'a> IntoIterator for &'a DocumentTokens {
    type Item = Token;
    type IntoIter = Tokens<'a>;

    fn into_iter(self) -> Tokens<'a> {
        self.iter()
    }
}

/// A token of two to four bytes in one number, the first byte the lowest, and how many they are; `None` of any other. Most are.
fn few(head: u8, term: TermId) -> Option<(u32, usize)> {
    let low = u32::from(head) | (term & 0x7F) << 8;
    let middle = low | 0x8000 | (term >> 7 & 0x7F) << 16;
    match term {
        // A length or a start stands between.
        _ if head & LONG == LONG || head >> 6 == FAR => None,
        0..0x80 => Some((low, 2)),
        0x80..0x4000 => Some((middle, 3)),
        0x4000..0x20_0000 => Some((middle | 0x80_0000 | term >> 14 << 24, 4)),
        _ => None,
    }
}

/// Tokens one after the other.
#[derive(Clone, Debug, Default)]
pub struct Tokens<'a> {
    bytes: &'a [u8],
    /// Where the token before ends.
    end: u32,
    left: usize,
}

impl Tokens<'_> {
    fn take(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u32> {
        let first = self.take()?;
        let mut number = u32::from(first & 0x7F);
        let (mut byte, mut shift) = (first, 7);
        while byte >= 0x80 {
            byte = self.take()?;
            number |= u32::from(byte & 0x7F).checked_shl(shift)?;
            shift += 7;
        }
        Some(number)
    }

    // Once in a module, not once in every loop over tokens: the page's is loaded before anything is seen.
    #[inline(never)]
    fn read(&mut self) -> Option<Token> {
        let head = self.take()?;
        let length = match head & LONG {
            LONG => self.take()?,
            length => length,
        };
        let start = match head >> 6 {
            FAR => self.number()?,
            gap => self.end.checked_add(u32::from(gap))?,
        };
        let term: TermId = self.number()?;
        self.end = start.checked_add(u32::from(length))?;
        Token::new(Span { start, end: self.end }, term)
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.left = self.left.checked_sub(1)?;
        let token = self.read();
        if token.is_none() {
            // Bytes that are no tokens: a damaged pack, which its checksum tells of.
            self.left = 0;
        }
        token
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Tokens<'_> {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn packed(tokens: &[Token]) -> DocumentTokens {
        let mut packed = DocumentTokens::default();
        tokens.iter().for_each(|token| packed.push(*token));
        packed
    }

    fn token(start: u32, length: u32, term: TermId) -> Token {
        Token::new(Span { start, end: start + length }, term).unwrap()
    }

    proptest! {
        #[test]
        fn what_was_put_in_comes_out(
            words in proptest::collection::vec((0_u32..400, 0_u32..256, 0..Token::TERMS), 0..80),
            range in (0_usize..90, 0_usize..90),
        ) {
            let mut end = 0;
            let tokens: Vec<Token> = words.into_iter().map(|(gap, length, term)| {
                let token = token(end + gap / 80 * 100 + gap % 80 / 20, length, term);
                end = token.span().end;
                token
            }).collect();
            let packed = packed(&tokens);
            prop_assert_eq!(packed.iter().collect::<Vec<_>>(), tokens.as_slice());
            for at in 0..=tokens.len() {
                prop_assert_eq!(packed.get(at), tokens.get(at).copied());
            }
            let (from, to) = range;
            let found = packed.between(from..to);
            let wanted = tokens.get(from..to.min(tokens.len())).unwrap_or(&[]);
            prop_assert_eq!(found.len(), wanted.len());
            prop_assert_eq!(found.collect::<Vec<_>>(), wanted);
        }

        #[test]
        fn bytes_that_are_no_tokens_end_early(bytes in proptest::collection::vec(any::<u8>(), 0..90)) {
            let steps = vec![0, 40, 400];
            let damaged = DocumentTokens { bytes, steps, length: 48, ..DocumentTokens::default() };
            prop_assert!(damaged.iter().count() <= 48);
            (0..60).for_each(|at| _ = damaged.get(at));
        }
    }

    #[test]
    fn a_common_word_behind_a_blank_takes_two_bytes() {
        let words: Vec<Token> = (0..17).map(|at| token(at * 6, 5, at)).collect();
        // Two of them say where they start.
        assert_eq!(packed(&words).bytes.len(), 17 * 2 + 2);
    }

    #[test]
    fn blocks_have_their_own() {
        let mut packed = DocumentTokens::default();
        packed.push(token(0, 3, 7));
        packed.push(token(4, 3, 8));
        packed.end_block();
        packed.end_block();
        packed.push(token(70_000, 200, 1_000_000));
        packed.push(token(70_100, 1, 9));
        packed.end_block();
        assert_eq!((packed.len(), packed.blocks()), (3, 3), "words do not overlap");
        let terms = |blocks| packed.of_blocks(blocks).map(Token::term).collect::<Vec<_>>();
        let of_all = [terms(0..1), terms(1..2), terms(2..3), terms(0..3), terms(2..9)];
        assert_eq!(
            of_all,
            [vec![7, 8], vec![], vec![1_000_000], vec![7, 8, 1_000_000], vec![1_000_000]]
        );
    }
}
