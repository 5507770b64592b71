//! The page's module. It waits for its documents: see [`topic_explorer::open`].

// Linked for what it exports.
use topic_explorer as _;

fn main() {}
