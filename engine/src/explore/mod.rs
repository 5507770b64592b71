//! Phase five: what a selection of sections looks like in numbers.
//!
//! A [`Filter`] is what a person chose; a [`Selection`] is the sections that leaves; a [`TermTable`] is the counts of
//! the selection beside those of everything.

mod filter;
mod order;
mod query;
mod selection;
mod terms;

pub use self::filter::{Filter, Verdicts, select};
pub use self::order::SortKey;
pub use self::selection::Selection;
pub use self::terms::{TermOptions, TermRow, TermTable, frequencies};

#[cfg(test)]
mod fixture;
