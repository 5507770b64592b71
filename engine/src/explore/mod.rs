//! Phase five: what a selection of sections looks like in numbers.
//!
//! A [`Filter`] is what a person chose; a [`Selection`] is the sections that leaves; a [`TermTable`] is the counts of
//! the selection beside those of everything. A [`Query`] is what a person typed: it finds sections, and its [`Pattern`]
//! the places in them, which [`contexts`], [`collocates`] and [`plot`] show.

mod collocates;
mod contexts;
mod filter;
mod order;
mod plot;
mod query;
mod selection;
mod terms;

pub use self::collocates::{
    Collocate, CollocateOptions, CollocateSort, Collocates, WIDEST_WINDOW, collocates,
};
pub use self::contexts::{
    ContextLine, ContextOptions, ContextSort, Contexts, WIDEST_SPAN, contexts,
};
pub use self::filter::{Filter, Verdicts, select};
pub use self::order::SortKey;
pub use self::plot::{PlotRow, PlotRun, plot};
pub use self::query::{
    DEEPEST, Hit, LONGEST_QUERY, MOST_PROBLEMS, MOST_WORDS, Names, Pattern, Problem, Query,
    Suggestion, Suggests, suggestions,
};
pub use self::selection::Selection;
pub use self::terms::{TermOptions, TermRow, TermTable, frequencies};

#[cfg(test)]
mod fixture;
