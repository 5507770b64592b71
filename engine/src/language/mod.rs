//! What is known of a language: its name, its stop words, its stemmer, how common its words are.

#[cfg(feature = "languages")]
mod all;
mod code;
mod data;
mod detect;
mod serial;
mod stem;
mod stop;
#[cfg(all(test, feature = "all-languages"))]
mod tests;

pub use self::data::frequency_list;
pub use self::detect::detect;
pub use self::stem::Stemmer;
pub use self::stop::StopList;

/// A language the engine knows something about.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
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
    /// Finnish.
    Finnish,
    /// Hungarian.
    Hungarian,
    /// Romanian.
    Romanian,
    /// Russian.
    Russian,
    /// Turkish.
    Turkish,
    /// Polish.
    Polish,
    /// Czech.
    Czech,
    /// Ukrainian.
    Ukrainian,
    /// Greek.
    Greek,
    /// Arabic.
    Arabic,
    /// Catalan.
    Catalan,
    /// Indonesian.
    Indonesian,
    /// Lithuanian.
    Lithuanian,
    /// Hindi.
    Hindi,
    /// Serbian, Croatian, Bosnian and Montenegrin, in either script: one language to a counter of words.
    SerboCroatian,
    /// Persian.
    Persian,
    /// Tamil.
    Tamil,
    /// Basque.
    Basque,
    /// Irish.
    Irish,
    /// Armenian.
    Armenian,
    /// Estonian.
    Estonian,
    /// Esperanto.
    Esperanto,
    /// Nepali.
    Nepali,
    /// Yiddish.
    Yiddish,
    /// Bulgarian.
    Bulgarian,
    /// Slovak.
    Slovak,
    /// Slovene.
    Slovene,
    /// Latvian.
    Latvian,
    /// Hebrew.
    Hebrew,
    /// Vietnamese.
    Vietnamese,
    /// Malay.
    Malay,
    /// Macedonian.
    Macedonian,
    /// Bengali.
    Bengali,
    /// Icelandic.
    Icelandic,
    /// Urdu.
    Urdu,
    /// Filipino.
    Filipino,
    /// Any other: no stop list, no stemmer.
    Other,
}

impl Language {
    /// Every language, in the order of the enumeration, `Other` last.
    pub const ALL: [Self; 47] = [
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
        Self::Finnish,
        Self::Hungarian,
        Self::Romanian,
        Self::Russian,
        Self::Turkish,
        Self::Polish,
        Self::Czech,
        Self::Ukrainian,
        Self::Greek,
        Self::Arabic,
        Self::Catalan,
        Self::Indonesian,
        Self::Lithuanian,
        Self::Hindi,
        Self::SerboCroatian,
        Self::Persian,
        Self::Tamil,
        Self::Basque,
        Self::Irish,
        Self::Armenian,
        Self::Estonian,
        Self::Esperanto,
        Self::Nepali,
        Self::Yiddish,
        Self::Bulgarian,
        Self::Slovak,
        Self::Slovene,
        Self::Latvian,
        Self::Hebrew,
        Self::Vietnamese,
        Self::Malay,
        Self::Macedonian,
        Self::Bengali,
        Self::Icelandic,
        Self::Urdu,
        Self::Filipino,
        Self::Other,
    ];
}
