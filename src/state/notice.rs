//! Something worth telling a person once.

/// A sentence, the places it is about, and what can be done about it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// The sections it is about, each to be gone to.
    pub places: Vec<u32>,
    /// What the person may do about it.
    pub offer: Option<Offer>,
}

/// What a notice offers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Offer {
    /// To take back what was just said.
    Undo,
    /// To say again what was just taken back.
    Redo,
}

impl From<String> for Notice {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}
