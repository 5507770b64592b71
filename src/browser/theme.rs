//! Light, dark, or as the system has it; remembered where the browser allows.

const KEY: &str = "topic-explorer-theme";

/// What a person chose.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark ink on warm paper.
    Light,
    /// Pale ink on dark paper.
    Dark,
}

impl Theme {
    /// Every choice, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word for it, in storage and in the page.
    pub fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The remembered choice.
pub fn stored() -> Theme {
    // Storage may be switched off, which some browsers report by an exception and some by nothing.
    let value = super::window()
        .and_then(|window| window.local_storage().ok()?)
        .and_then(|storage| storage.get_item(KEY).ok()?);
    let found = Theme::ALL.into_iter().find(|theme| Some(theme.key()) == value.as_deref());
    found.unwrap_or_default()
}

/// Remembers a choice where the browser allows.
pub fn store(theme: Theme) {
    if let Some(storage) = super::window().and_then(|window| window.local_storage().ok()?) {
        let _ = match theme {
            Theme::System => storage.remove_item(KEY),
            _ => storage.set_item(KEY, theme.key()),
        };
    }
}

/// Makes the page look as chosen.
pub fn apply(theme: Theme) {
    if let Some(root) = super::document().and_then(|document| document.document_element()) {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            _ => root.set_attribute("data-theme", theme.key()),
        };
    }
}
