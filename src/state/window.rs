//! Which part of a long text is on the page at once.

/// A stretch of what there is to read. It only matters where there is more than fits at once.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Window {
    /// The section that was gone to, near which it starts; the top where there is none.
    pub near: Option<u32>,
    /// Pieces before that place.
    pub before: usize,
    /// Pieces from that place on.
    pub after: usize,
    /// Up to so many pieces, everything is on the page at once.
    pub all: usize,
}

impl Window {
    /// Pieces that are added at a time.
    pub const STEP: usize = 60;
    /// Up to here everything is on the page at once.
    pub const ALL: usize = 400;
    /// Pieces shown before the place that was gone to.
    const LEAD: usize = 10;

    /// A window that starts near a section.
    pub fn near(section: u32) -> Self {
        Self { near: Some(section), before: Self::LEAD, after: Self::STEP, all: Self::ALL }
    }

    /// So many pieces from the top, and no more.
    pub fn first(pieces: usize) -> Self {
        Self { near: None, before: 0, after: pieces, all: pieces }
    }

    /// The same with more before it.
    pub fn earlier(self) -> Self {
        Self { before: self.before + Self::STEP, ..self }
    }

    /// The same with more after it.
    pub fn later(self) -> Self {
        Self { after: self.after + Self::STEP, ..self }
    }

    /// The pieces to show of so many, `place` being the one it starts near.
    pub fn of(self, place: usize, pieces: usize) -> std::ops::Range<usize> {
        if pieces <= self.all {
            return 0..pieces;
        }
        let place = place.min(pieces);
        place.saturating_sub(self.before)..place.saturating_add(self.after).min(pieces)
    }
}

impl Default for Window {
    fn default() -> Self {
        Self { near: None, before: 0, after: Self::STEP, all: Self::ALL }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_shown_whole_and_the_rest_by_steps() {
        let top = Window::default();
        assert_eq!(top.of(0, Window::ALL), 0..Window::ALL);
        assert_eq!(top.of(0, 10_000), 0..60);
        assert_eq!(top.later().of(0, 10_000), 0..120);
        assert_eq!(Window::first(12).of(0, 12), 0..12);
        assert_eq!(Window::first(12).of(0, 13), 0..12);
        let there = Window::near(7);
        assert_eq!(there.of(5_000, 10_000), 4_990..5_060);
        assert_eq!(there.earlier().of(5_000, 10_000), 4_930..5_060);
        assert_eq!(there.of(4, 10_000), 0..64);
        assert_eq!(there.of(99_999, 10_000), 9_990..10_000);
    }
}
