//! What is known of where the output goes.

use std::io::{self, IsTerminal};

use terminal_size::{Width, terminal_size_of};

/// Standard output.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    /// Whether a person is looking at it.
    pub(crate) terminal: bool,
    /// Columns of a line, where there is a limit.
    pub(crate) columns: Option<usize>,
}

/// What a terminal has that does not say.
const USUAL: usize = 80;

/// The longest lines of running text that are still easy to read.
const READABLE: usize = 100;

impl Screen {
    /// `COLUMNS` has the last word, as in other tools; what is no terminal and not told otherwise has no limit.
    pub(crate) fn of_stdout() -> Self {
        let terminal = io::stdout().is_terminal();
        let told = std::env::var("COLUMNS").ok();
        let told = told.and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
        let measured = || terminal_size_of(io::stdout()).map(|(Width(columns), _)| columns.into());
        let columns = told.or_else(|| terminal.then(|| measured().unwrap_or(USUAL)));
        Self { terminal, columns }
    }

    /// Columns for running text.
    pub(crate) fn text_columns(self) -> usize {
        self.columns.unwrap_or(USUAL).min(READABLE)
    }
}
