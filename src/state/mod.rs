//! What a link carries, how actions change it, and which sections it selects. Values only: nothing here knows a screen.

mod action;
mod correction;
mod describe;
mod edit;
mod follow;
mod link;
mod names;
mod notice;
mod numbers;
mod overrule;
mod panes;
mod pins;
mod selection;
mod session;
mod stops;
mod trail;
mod view;
mod window;

pub use self::action::{Action, Found, reduce};
pub use self::correction::Correction;
pub use self::describe::describe;
pub use self::edit::Stop;
pub use self::link::{Opened, Scope, foreign, open, searching, short, tenths, write};
pub use self::names::{Merges, Names, Place};
pub use self::notice::{Notice, Offer};
pub use self::numbers::Numbers;
pub use self::overrule::{Asking, Whom};
pub use self::panes::{
    CollocateColumn, CollocatesView, CompareView, ContextOrder, ContextsView, Embed, Measure, Pane,
    TopicsView,
};
pub use self::pins::Pins;
pub use self::selection::Selection;
pub use self::session::{Entry, Session};
pub use self::stops::Stops;
pub use self::trail::{Spot, Step, Trail};
pub use self::view::{Column, Sort, ViewState};
pub use self::window::Window;
