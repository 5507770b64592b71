//! What labels look like at a terminal.

use anstyle::{AnsiColor, Style};
use evaluation::{Label, Want};

/// Something with a look of its own.
pub(crate) trait Look {
    /// Its colours and effects.
    fn style(self) -> Style;
}

impl Look for Label {
    fn style(self) -> Style {
        match self {
            Self::On => AnsiColor::Green.on_default(),
            Self::Off => AnsiColor::Red.on_default().bold(),
            Self::Unsure => AnsiColor::Yellow.on_default(),
            Self::Boilerplate => Style::new().dimmed(),
        }
    }
}

impl Look for Want {
    /// That of the label it asks for.
    fn style(self) -> Style {
        match self {
            Self::On => Label::On.style(),
            Self::Off => Label::Off.style(),
            Self::Boilerplate => Label::Boilerplate.style(),
            Self::Either => Style::new(),
        }
    }
}
