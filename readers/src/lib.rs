//! Files of many kinds, as bytes with a name, to documents for the engine.
//!
//! Bytes in, values out: nothing here knows a folder, a clock or a screen, and the same bytes give the same documents
//! natively and in WebAssembly. What a file is, its bytes say before its name does. [`Reader`] is given one file after the
//! other and hands back what it finds piece by piece, so that whoever drives it can show progress and stop at any moment:
//! a document, something worth saying, or a problem with its reason. A bad file never keeps a good one out.
//!
//! Structure that the markup states, such as headings, lists, tables, code and navigation, goes with the text as hints by
//! line ([`engine::parse::LineHint`]).

mod archive;
mod columns;
mod docx;
mod encoding;
mod folders;
mod found;
mod html;
mod json;
mod kind;
mod markdown;
mod names;
mod pdf;
mod reader;
mod reason;
mod script;
mod settings;
mod sheet;
mod table;

pub use self::encoding::Encoding;
pub use self::folders::folders;
pub use self::found::{Choice, Columns, Found, Note, Problem, Reading, Remark, Source};
pub use self::kind::{Format, is_all_text, is_known};
pub use self::names::Names;
pub use self::reader::{File, Progress, Reader};
pub use self::reason::Reason;
pub use self::settings::{Limits, Settings};
