//! What went wrong, for a person to read.

use std::fmt::Display;
use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use crate::table::visible;

/// What went wrong, told on standard error as it happens.
#[derive(Debug)]
pub(crate) struct Problems {
    any: bool,
    color: ColorChoice,
}

impl Problems {
    /// None yet.
    pub(crate) fn new(color: ColorChoice) -> Self {
        Self { any: false, color }
    }

    /// Whether there was one.
    pub(crate) fn any(&self) -> bool {
        self.any
    }

    /// Tells of a problem on one line: what it is about, most often a file, and the reason.
    pub(crate) fn report(&mut self, problem: impl Display) {
        const RED: Style = AnsiColor::Red.on_default().bold();
        self.any = true;
        let problem = visible(&problem.to_string());
        self.line(format_args!("{RED}topics:{RED:#} {problem}"));
    }

    /// Tells of something that is no problem, the same way.
    pub(crate) fn note(&self, note: impl Display) {
        let note = visible(&note.to_string());
        self.line(format_args!("topics: {note}"));
    }

    /// Adds what a person can do about it.
    pub(crate) fn hint(&self, hint: impl Display) {
        self.line(format_args!("{hint}"));
    }

    /// Where standard error cannot be written to, there is nobody left to tell.
    fn line(&self, line: std::fmt::Arguments<'_>) {
        let _ = writeln!(AutoStream::new(io::stderr().lock(), self.color), "{line}");
    }
}
