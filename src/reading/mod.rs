//! Documents laid out as pieces to read: which sections stand where, what is folded, what is a cell, what is highlighted.
//! Spans only; no text is copied and no markup is made here.

mod inline;
mod layout;
mod lines;
mod reason;
mod strip;

pub use self::inline::{Run, runs};
pub use self::layout::{Fold, Item, Piece, items, lay_out};
pub use self::lines::{cells, split_marker};
pub use self::reason::{Sum, sentence, sum};
pub use self::strip::{Segment, Strip, strip, strips};
