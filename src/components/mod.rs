//! The page, one view a file. Views take values and give actions; what an action does is decided in [`crate::state`].

mod app;
mod block;
mod changes;
mod compare;
mod compare_side;
mod compare_table;
mod failure;
mod fold;
mod furniture;
mod header;
mod inline;
mod map;
mod map_strip;
mod map_table;
mod notices;
mod read;
mod reasons;
mod root;
mod say;
mod section;
mod selection_line;
mod share;
mod tabs;
mod terms;
mod terms_table;
mod theme_switch;
mod threshold;
mod tone;
mod topic_map;
mod topic_page;
mod topic_places;
mod topic_row;
mod topic_terms;
mod topic_tools;
mod topics;

pub use self::root::Root;
