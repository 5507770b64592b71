//! The page, one view a file. Views take values and give actions; what an action does is decided in [`crate::state`].

mod app;
mod block;
mod changes;
mod collocates;
mod colophon;
mod context_lines;
mod failure;
mod fold;
mod furniture;
mod header;
mod inline;
mod lookup;
mod lookup_controls;
mod map;
mod map_strip;
mod map_table;
mod notices;
mod plot;
mod plot_table;
mod read;
mod reasons;
mod root;
mod say;
mod section;
mod selection_line;
mod share;
mod tabs;
mod take_away;
mod terms;
mod terms_table;
mod theme_switch;
mod threshold;
mod tone;
mod topic_row;
mod topics;

pub use self::root::Root;
