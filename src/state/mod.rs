//! What a link carries, how actions change it, and which sections it selects. Values only: nothing here knows a screen.

mod action;
mod link;
mod numbers;
mod percent;
mod selection;
mod view;

pub use self::action::{Action, Entry, Session, reduce};
pub use self::link::{Opened, Scope, open, write};
pub use self::numbers::Numbers;
pub use self::selection::Selection;
pub use self::view::{Column, Pane, Sort, ViewState};
