//! What a link carries, how actions change it, and which sections it selects. Values only: nothing here knows a screen.

mod action;
mod correction;
mod follow;
mod link;
mod notice;
mod numbers;
mod overrule;
mod percent;
mod pins;
mod selection;
mod session;
mod spelling;
mod trail;
mod view;

pub use self::action::{Action, reduce};
pub use self::correction::Correction;
pub use self::link::{Opened, Scope, open, write};
pub use self::notice::{Notice, Offer};
pub use self::numbers::Numbers;
pub use self::overrule::Whom;
pub use self::pins::Pins;
pub use self::selection::Selection;
pub use self::session::{Entry, Session};
pub use self::trail::{Spot, Step, Trail};
pub use self::view::{Column, Pane, Sort, ViewState};
