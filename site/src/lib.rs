//! From what Trunk built to a site: the documents beside the page, and a page that knows where they are.
//!
//! Everything works on a [`Shell`], the page without documents, and gives files; only the command at the end touches the disk.

mod error;
mod hash;
mod reader;
mod shell;

pub use self::error::{Error, Result};
pub use self::hash::named;
pub use self::shell::Shell;
