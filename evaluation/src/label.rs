//! What a line is, and what it should be.

/// What a line was found to be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Label {
    /// It belongs.
    On,
    /// It does not.
    Off,
    /// Too little is known of it; it is kept.
    Unsure,
    /// Page furniture.
    Boilerplate,
}

impl Label {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Unsure => "unsure",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// The label of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::On, Self::Off, Self::Unsure, Self::Boilerplate];
        all.into_iter().find(|label| label.name() == name)
    }
}

/// What a line should be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Want {
    /// It belongs.
    On,
    /// It does not.
    Off,
    /// Page furniture.
    Boilerplate,
    /// Either answer is right: the line is left out of every figure.
    Either,
}

impl Want {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Off => "off",
            Self::Boilerplate => "boilerplate",
            Self::Either => "either",
        }
    }

    /// The want of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [Self::On, Self::Off, Self::Boilerplate, Self::Either];
        all.into_iter().find(|want| want.name() == name)
    }
}
