//! Language codes.

use super::Language;

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
            Self::Other => "und",
        }
    }

    /// The language of a BCP 47 tag, judged by its primary subtag: `en`, `pt-BR`, `nb`, `nn_NO`.
    ///
    /// `None` for a tag whose primary subtag is not one of ours; `und` is [`Language::Other`].
    pub fn from_code(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag).trim();
        let is = |code: &str| primary.eq_ignore_ascii_case(code);
        if is("nb") || is("nn") {
            return Some(Self::Norwegian);
        }
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
        assert_eq!(Language::from_code("tlh"), None);
        assert_eq!(Language::from_code(""), None);
    }
}
