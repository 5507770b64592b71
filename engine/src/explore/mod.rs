//! Phase five: what a selection of sections looks like in numbers.
//!
//! A [`Filter`] is what a person chose; a [`Selection`] is the sections that leaves; a [`TermTable`] is the counts of
//! the selection beside those of everything, and a [`PhraseTable`] the same of phrases. A [`Query`] is what a person typed:
//! it finds sections, and its [`Pattern`] the places in them, which [`contexts`], [`collocates`] and [`plot`] show. A
//! [`Comparison`] sets two selections side by side. A topic has a page of its own ([`topic_terms`], [`topic_sections`],
//! [`topic_documents`]) and a place on the [`TopicMap`].

mod collocates;
mod compare;
mod contexts;
mod distribution;
mod filter;
mod order;
mod phrases;
mod plot;
mod query;
mod selection;
mod sorting;
mod stops;
mod terms;
mod topic_map;
mod topics;

pub use self::collocates::{
    Collocate, CollocateOptions, CollocateSort, Collocates, WIDEST_WINDOW, collocates,
};
pub use self::compare::{CompareOptions, CompareRow, Comparison, Measure, Prior, compare};
pub use self::contexts::{
    ContextLine, ContextOptions, ContextSort, Contexts, WIDEST_SPAN, contexts,
};
pub use self::distribution::{SurfaceForm, distribution, phrase_distribution, surface_forms};
pub use self::filter::{Filter, Verdicts, select};
pub use self::order::SortKey;
pub use self::phrases::{LONGEST_PHRASE, Phrase, PhraseOptions, PhraseTable, phrases};
pub use self::plot::{PlotRow, PlotRun, plot};
pub use self::query::{
    DEEPEST, Hit, LONGEST_QUERY, MOST_PROBLEMS, MOST_WORDS, Names, Pattern, Problem, Query,
    Suggestion, Suggests, group_query, suggestions, topic_numbers,
};
pub use self::selection::Selection;
pub use self::sorting::{first, sort};
pub use self::stops::{forms_meant, terms_meant};
pub use self::terms::{TermCounts, TermOptions, TermRow, TermTable, frequencies};
pub use self::topic_map::{MOST_MAPPED, TopicMap, TopicPoint, topic_map};
pub use self::topics::{
    TopicDocument, TopicSection, TopicTerm, topic_documents, topic_sections, topic_terms,
};

#[cfg(test)]
mod fixture;
