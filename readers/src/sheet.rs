//! Text put together line by line, with what is known of each line.

use engine::parse::{LineHint, LineKind};

/// A text while it grows.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) text: String,
    pub(crate) hints: Vec<LineHint>,
    /// Number of the line that comes next.
    next: u32,
    /// Whether a blank line goes before it.
    gap: bool,
}

impl Sheet {
    /// Sets what comes next apart by a blank line.
    pub(crate) fn gap(&mut self) {
        self.gap = self.next > 0;
    }

    /// Adds lines, all of one kind; blank ones are a gap.
    pub(crate) fn lines(&mut self, text: &str, kind: Option<LineKind>) {
        for line in text.lines() {
            self.line("", line, kind);
        }
    }

    /// Adds one line; one of white space only is a gap. `lead` goes before it: an indent, the marker of a list item.
    pub(crate) fn line(&mut self, lead: &str, line: &str, kind: Option<LineKind>) {
        let line = line.trim_end();
        if line.is_empty() {
            self.gap();
            return;
        }
        if self.gap {
            self.text.push('\n');
            self.next += 1;
            self.gap = false;
        }
        self.text.push_str(lead);
        self.text.push_str(line);
        self.text.push('\n');
        if let Some(kind) = kind {
            self.hints.push(LineHint { line: self.next, kind });
        }
        self.next += 1;
    }
}
