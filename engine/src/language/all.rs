//! What is compiled in of every language with the features `languages` and `all-languages`: a language a line.

use frostem::Algorithm;

use super::Language;

/// What is known of one language.
pub(super) struct Known {
    /// Its stemmer; `None` where Snowball has none.
    pub(super) algorithm: Option<Algorithm>,
    /// Its stop list as it stands in its file; empty where there is none.
    pub(super) stop: &'static str,
    /// Its word-frequency list as it stands in its file.
    #[cfg_attr(not(feature = "all-languages"), expect(dead_code))]
    pub(super) frequencies: Option<&'static str>,
}

/// A file of `engine/data`; of a frequency list nothing where they are not compiled in.
macro_rules! file {
    ("frequencies", $code:literal) => {
        if cfg!(feature = "all-languages") {
            include_str!(concat!("../../data/frequencies/", $code, ".txt"))
        } else {
            ""
        }
    };
    ($folder:literal, $code:literal) => {
        include_str!(concat!("../../data/", $folder, "/", $code, ".txt"))
    };
}

/// What is known of a language.
#[rustfmt::skip] // A table: one row a language.
pub(super) const fn of(language: Language) -> Known {
    match language {
        Language::English => known(Some(Algorithm::English), file!("stop", "en"), Some(file!("frequencies", "en"))),
        Language::German => known(Some(Algorithm::German), file!("stop", "de"), Some(file!("frequencies", "de"))),
        Language::French => known(Some(Algorithm::French), file!("stop", "fr"), Some(file!("frequencies", "fr"))),
        Language::Spanish => known(Some(Algorithm::Spanish), file!("stop", "es"), Some(file!("frequencies", "es"))),
        Language::Italian => known(Some(Algorithm::Italian), file!("stop", "it"), Some(file!("frequencies", "it"))),
        Language::Portuguese => known(Some(Algorithm::Portuguese), file!("stop", "pt"), Some(file!("frequencies", "pt"))),
        Language::Dutch => known(Some(Algorithm::Dutch), file!("stop", "nl"), Some(file!("frequencies", "nl"))),
        Language::Swedish => known(Some(Algorithm::Swedish), file!("stop", "sv"), Some(file!("frequencies", "sv"))),
        Language::Norwegian => known(Some(Algorithm::Norwegian), file!("stop", "no"), Some(file!("frequencies", "no"))),
        Language::Danish => known(Some(Algorithm::Danish), file!("stop", "da"), Some(file!("frequencies", "da"))),
        Language::Finnish => known(Some(Algorithm::Finnish), file!("stop", "fi"), Some(file!("frequencies", "fi"))),
        Language::Hungarian => known(Some(Algorithm::Hungarian), file!("stop", "hu"), Some(file!("frequencies", "hu"))),
        Language::Romanian => known(Some(Algorithm::Romanian), file!("stop", "ro"), Some(file!("frequencies", "ro"))),
        Language::Russian => known(Some(Algorithm::Russian), file!("stop", "ru"), Some(file!("frequencies", "ru"))),
        Language::Turkish => known(Some(Algorithm::Turkish), file!("stop", "tr"), Some(file!("frequencies", "tr"))),
        Language::Polish => known(Some(Algorithm::Polish), file!("stop", "pl"), Some(file!("frequencies", "pl"))),
        Language::Czech => known(Some(Algorithm::Czech), file!("stop", "cs"), Some(file!("frequencies", "cs"))),
        Language::Ukrainian => known(Some(Algorithm::Ukrainian), file!("stop", "uk"), Some(file!("frequencies", "uk"))),
        Language::Greek => known(Some(Algorithm::Greek), file!("stop", "el"), Some(file!("frequencies", "el"))),
        Language::Arabic => known(Some(Algorithm::Arabic), file!("stop", "ar"), Some(file!("frequencies", "ar"))),
        Language::Catalan => known(Some(Algorithm::Catalan), file!("stop", "ca"), Some(file!("frequencies", "ca"))),
        Language::Indonesian => known(Some(Algorithm::Indonesian), file!("stop", "id"), Some(file!("frequencies", "id"))),
        Language::Lithuanian => known(Some(Algorithm::Lithuanian), file!("stop", "lt"), Some(file!("frequencies", "lt"))),
        Language::Hindi => known(Some(Algorithm::Hindi), file!("stop", "hi"), Some(file!("frequencies", "hi"))),
        Language::SerboCroatian => known(Some(Algorithm::Serbian), file!("stop", "sh"), Some(file!("frequencies", "sh"))),
        Language::Persian => known(Some(Algorithm::Persian), file!("stop", "fa"), Some(file!("frequencies", "fa"))),
        Language::Tamil => known(Some(Algorithm::Tamil), file!("stop", "ta"), Some(file!("frequencies", "ta"))),
        Language::Basque => known(Some(Algorithm::Basque), file!("stop", "eu"), None),
        Language::Irish => known(Some(Algorithm::Irish), file!("stop", "ga"), None),
        Language::Armenian => known(Some(Algorithm::Armenian), file!("stop", "hy"), None),
        Language::Estonian => known(Some(Algorithm::Estonian), file!("stop", "et"), None),
        Language::Esperanto => known(Some(Algorithm::Esperanto), file!("stop", "eo"), None),
        Language::Nepali => known(Some(Algorithm::Nepali), file!("stop", "ne"), None),
        Language::Yiddish => known(Some(Algorithm::Yiddish), file!("stop", "yi"), None),
        Language::Bulgarian => known(None, file!("stop", "bg"), Some(file!("frequencies", "bg"))),
        Language::Slovak => known(None, file!("stop", "sk"), Some(file!("frequencies", "sk"))),
        Language::Slovene => known(None, file!("stop", "sl"), Some(file!("frequencies", "sl"))),
        Language::Latvian => known(None, file!("stop", "lv"), Some(file!("frequencies", "lv"))),
        Language::Hebrew => known(None, file!("stop", "he"), Some(file!("frequencies", "he"))),
        Language::Vietnamese => known(None, file!("stop", "vi"), Some(file!("frequencies", "vi"))),
        Language::Malay => known(None, file!("stop", "ms"), Some(file!("frequencies", "ms"))),
        Language::Macedonian => known(None, file!("stop", "mk"), Some(file!("frequencies", "mk"))),
        Language::Bengali => known(None, file!("stop", "bn"), Some(file!("frequencies", "bn"))),
        Language::Icelandic => known(None, file!("stop", "is"), Some(file!("frequencies", "is"))),
        Language::Urdu => known(None, file!("stop", "ur"), Some(file!("frequencies", "ur"))),
        Language::Filipino => known(None, file!("stop", "fil"), Some(file!("frequencies", "fil"))),
        Language::Other => known(None, "", None),
    }
}

const fn known(
    algorithm: Option<Algorithm>,
    stop: &'static str,
    frequencies: Option<&'static str>,
) -> Known {
    Known { algorithm, stop, frequencies }
}
