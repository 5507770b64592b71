//! Whether a quotation is open: `64.5"` is inches, `"I am 15"` is not.

/// Follows quotation marks through a text, line by line. Inch marks already read as such do not count.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::tokenise) struct Quotes {
    /// How far the text has been followed.
    at: usize,
    /// Whether a quotation is open there.
    open: bool,
}

impl Quotes {
    /// Whether a quotation that began on the same line is open at byte `to`.
    pub(super) fn open_at(&mut self, text: &str, to: usize) -> bool {
        // By byte, which is quicker: in UTF-8 these three are never part of anything else.
        let read = text.as_bytes().get(self.at..to).unwrap_or(&[]);
        for (at, byte) in read.iter().enumerate() {
            match (byte, at.checked_sub(2).map(|first| &read[first..at])) {
                (b'"', _) => self.open = !self.open,
                (b'\n', _) => self.open = false,
                (0x9c | 0x9e, Some([0xe2, 0x80])) => self.open = true,
                (0x9d, Some([0xe2, 0x80])) => self.open = false,
                _ => {}
            }
        }
        self.at = self.at.max(to);
        self.open
    }

    /// Leaves out the text up to byte `to`: its marks were inches.
    pub(super) fn skip_to(&mut self, to: usize) {
        self.at = self.at.max(to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_closed_and_open_for_one_line_only() {
        let text = "say \"a\" \"b\nc “d” e";
        let mut quotes = Quotes::default();
        assert!(!quotes.open_at(text, 3));
        assert!(quotes.open_at(text, 5));
        assert!(!quotes.open_at(text, 8));
        assert!(quotes.open_at(text, 10));
        assert!(!quotes.open_at(text, 12));
        assert!(quotes.open_at(text, text.find('d').unwrap()));
        assert!(!quotes.open_at(text, text.len()));
    }
}
