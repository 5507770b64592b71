//! What is on the screen, to take away: as a table in CSV or JSON, as a drawing in SVG, as a line to cite. Pure: files are made
//! here and saved by the browser.
//!
//! Every file says what made it: the documents, the selection, the settings, and the link that shows the same again.

mod bars;
mod chart;
mod drawing;
mod frame;
mod origin;
mod page;
mod palette;
mod places;
mod plain;
mod points;
#[cfg(feature = "ssr")]
mod preview;
mod sheet;
mod strips;
mod tables;
mod words;

pub use self::chart::{chart, has_chart};
pub use self::frame::frame;
pub use self::origin::{Origin, citation, file_name};
pub use self::page::{page, page_name};
#[cfg(feature = "ssr")]
pub use self::preview::preview;
pub use self::sheet::{Cell, Sheet};
pub use self::tables::sheet;
