//! What a person said of sections, by the text they said it of: section numbers change with every verdict, blocks do not.

use std::ops::Range;

use engine::separate::{Pin, Side};

/// Pins in the order of the text. No two overlap, and two that touch differ in side, so that equal sayings are equal values
/// and a link is as short as it can be.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Pins(Vec<Pin>);

impl Pins {
    /// Says something of some blocks, in place of whatever was said of them.
    pub fn say(&mut self, pin: Pin) {
        self.take_back(pin.document, &pin.blocks);
        let place = self.0.partition_point(|other| start(other) < start(&pin));
        self.0.insert(place, pin);
        for second in [place + 1, place] {
            self.join(second);
        }
    }

    /// Takes back whatever was said of some blocks.
    pub fn take_back(&mut self, document: u32, blocks: &Range<u32>) {
        let mut left = Vec::new();
        for pin in self.0.drain(..) {
            if pin.document != document {
                left.push(pin);
                continue;
            }
            let before = pin.blocks.start..pin.blocks.end.min(blocks.start);
            let after = pin.blocks.start.max(blocks.end)..pin.blocks.end;
            for rest in [before, after] {
                if !rest.is_empty() {
                    left.push(Pin { blocks: rest, ..pin.clone() });
                }
            }
        }
        self.0 = left;
    }

    /// What was said of any of some blocks.
    pub fn of(&self, document: u32, blocks: &Range<u32>) -> Option<Side> {
        let meets = |pin: &&Pin| {
            pin.document == document
                && pin.blocks.start < blocks.end
                && blocks.start < pin.blocks.end
        };
        self.0.iter().find(meets).map(|pin| pin.side)
    }

    /// The pins, in the order of the text.
    pub fn as_slice(&self) -> &[Pin] {
        &self.0
    }

    /// Makes one pin of two that touch and say the same.
    fn join(&mut self, second: usize) {
        let Some([one, other]) = second.checked_sub(1).and_then(|first| self.0.get(first..=second))
        else {
            return;
        };
        if (one.document, one.blocks.end, one.side)
            == (other.document, other.blocks.start, other.side)
        {
            let end = other.blocks.end;
            self.0.remove(second);
            self.0[second - 1].blocks.end = end;
        }
    }
}

fn start(pin: &Pin) -> (u32, u32) {
    (pin.document, pin.blocks.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(sayings: &[(u32, Range<u32>, Side)]) -> Vec<(u32, u32, u32, Side)> {
        let mut pins = Pins::default();
        for (document, blocks, side) in sayings {
            pins.say(Pin { document: *document, blocks: blocks.clone(), side: *side });
        }
        let flat = |pin: &Pin| (pin.document, pin.blocks.start, pin.blocks.end, pin.side);
        pins.as_slice().iter().map(flat).collect()
    }

    #[test]
    fn the_last_word_on_a_block_counts() {
        use Side::{OffTopic, OnTopic};
        assert_eq!(
            said(&[(0, 0..10, OffTopic), (0, 3..5, OnTopic)]),
            [(0, 0, 3, OffTopic), (0, 3, 5, OnTopic), (0, 5, 10, OffTopic)]
        );
        assert_eq!(said(&[(0, 3..5, OnTopic), (0, 0..10, OffTopic)]), [(0, 0, 10, OffTopic)]);
    }

    #[test]
    fn neighbours_that_say_the_same_are_one() {
        use Side::{Main, OffTopic};
        assert_eq!(
            said(&[(1, 4..6, OffTopic), (1, 8..9, OffTopic), (1, 6..8, OffTopic)]),
            [(1, 4, 9, OffTopic)]
        );
        assert_eq!(
            said(&[(1, 4..6, OffTopic), (1, 6..8, Main), (2, 8..9, Main)]),
            [(1, 4, 6, OffTopic), (1, 6, 8, Main), (2, 8, 9, Main)]
        );
    }

    #[test]
    fn what_is_taken_back_is_gone_and_nothing_else() {
        let mut pins = Pins::default();
        pins.say(Pin { document: 0, blocks: 2..9, side: Side::OnTopic });
        pins.take_back(0, &(4..5));
        pins.take_back(1, &(0..99));
        assert_eq!(pins.of(0, &(4..5)), None);
        assert_eq!(pins.of(0, &(3..5)), Some(Side::OnTopic));
        assert_eq!(pins.as_slice().len(), 2);
    }
}
