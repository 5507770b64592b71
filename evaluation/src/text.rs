//! Texts with names: documents before they are parsed.

/// A text and the name its document goes by.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Text {
    /// The name.
    pub name: String,
    /// The text.
    pub text: String,
}
