//! What is known of a language: its name, its stop words, its stemmer, how common its words are.

mod code;
mod data;
mod detect;
mod stem;
mod stop;

use serde::{Deserialize, Serialize};

pub use self::data::frequency_list;
pub use self::detect::detect;
pub use self::stem::Stemmer;
pub use self::stop::StopList;

/// A language the engine knows something about.
#[derive(
    Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize,
)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Italian.
    Italian,
    /// Portuguese.
    Portuguese,
    /// Dutch.
    Dutch,
    /// Swedish.
    Swedish,
    /// Norwegian.
    Norwegian,
    /// Danish.
    Danish,
    /// Any other: no stop list, no stemmer.
    Other,
}

impl Language {
    /// Every language, in the order of the enumeration, `Other` last.
    pub const ALL: [Self; 11] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Italian,
        Self::Portuguese,
        Self::Dutch,
        Self::Swedish,
        Self::Norwegian,
        Self::Danish,
        Self::Other,
    ];
}
