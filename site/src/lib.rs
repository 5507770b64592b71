//! From what Trunk built to a site: the documents beside the page, and a page that knows where they are.
//!
//! Everything works on a [`Shell`], the page without documents, and gives files; only the command at the end touches the disk.

mod error;
mod hash;
mod markup;
mod one_file;
mod reader;
mod shell;

pub use self::error::{Error, Result};
pub use self::hash::named;
pub use self::one_file::{Content, LINK, PACK, Parts, languages, one_file};
pub use self::shell::Shell;
