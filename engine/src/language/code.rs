//! Language codes.

use super::Language;

/// Other codes, with the one we go by.
const ALIASES: &[(&str, &str)] = &[
    ("nb", "no"),
    ("nn", "no"),
    ("sr", "sh"),
    ("hr", "sh"),
    ("bs", "sh"),
    ("cnr", "sh"),
    ("tl", "fil"),
    ("iw", "he"),
    ("in", "id"),
    ("ji", "yi"),
];

impl Language {
    /// The primary BCP 47 subtag; `und` (undetermined) for [`Language::Other`].
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Portuguese => "pt",
            Self::Dutch => "nl",
            Self::Swedish => "sv",
            Self::Norwegian => "no",
            Self::Danish => "da",
            Self::Finnish => "fi",
            Self::Hungarian => "hu",
            Self::Romanian => "ro",
            Self::Russian => "ru",
            Self::Turkish => "tr",
            Self::Polish => "pl",
            Self::Czech => "cs",
            Self::Ukrainian => "uk",
            Self::Greek => "el",
            Self::Arabic => "ar",
            Self::Catalan => "ca",
            Self::Indonesian => "id",
            Self::Lithuanian => "lt",
            Self::Hindi => "hi",
            Self::SerboCroatian => "sh",
            Self::Persian => "fa",
            Self::Tamil => "ta",
            Self::Basque => "eu",
            Self::Irish => "ga",
            Self::Armenian => "hy",
            Self::Estonian => "et",
            Self::Esperanto => "eo",
            Self::Nepali => "ne",
            Self::Yiddish => "yi",
            Self::Bulgarian => "bg",
            Self::Slovak => "sk",
            Self::Slovene => "sl",
            Self::Latvian => "lv",
            Self::Hebrew => "he",
            Self::Vietnamese => "vi",
            Self::Malay => "ms",
            Self::Macedonian => "mk",
            Self::Bengali => "bn",
            Self::Icelandic => "is",
            Self::Urdu => "ur",
            Self::Filipino => "fil",
            Self::Other => "und",
        }
    }

    /// The language of a BCP 47 tag, judged by its primary subtag: `en`, `pt-BR`, `nb`, `nn_NO`, `hr`.
    ///
    /// `None` for a tag whose primary subtag is not one of ours; `und` is [`Language::Other`].
    pub fn from_code(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag).trim();
        let is = |code: &str| primary.eq_ignore_ascii_case(code);
        // Kinds of one language, and codes of old.
        let code = ALIASES.iter().find(|(alias, _)| is(alias)).map(|(_, code)| *code);
        let is = |known: &str| code.map_or_else(|| is(known), |code| code == known);
        Self::ALL.into_iter().find(|language| is(language.code()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
    }

    #[test]
    fn regions_case_and_both_norwegians() {
        assert_eq!(Language::from_code("en-GB"), Some(Language::English));
        assert_eq!(Language::from_code("PT_br"), Some(Language::Portuguese));
        assert_eq!(Language::from_code("nb"), Some(Language::Norwegian));
        assert_eq!(Language::from_code("nn-NO"), Some(Language::Norwegian));
        for tag in ["sr-Latn", "sr_Cyrl_RS", "hr", "BS", "cnr", "sh"] {
            assert_eq!(Language::from_code(tag), Some(Language::SerboCroatian), "{tag}");
        }
        assert_eq!(Language::from_code("iw"), Some(Language::Hebrew));
        assert_eq!(Language::from_code("tlh"), None);
        assert_eq!(Language::from_code(""), None);
    }
}
