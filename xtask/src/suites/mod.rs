//! `cargo xtask test`: every check, one after the other, to the end, and one line that sums them up.

mod browser;
mod end_to_end;
mod lint;
mod native;
mod tally;

use std::time::Instant;

use crate::error::{Error, Result};
use crate::run::step;
use tally::Tally;

/// A group of checks that runs by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Suite {
    /// Formatting and lints.
    Lint,
    /// Unit, property and documentation tests on this machine.
    Native,
    /// Tests of the page's own code, compiled to WebAssembly, in a headless browser.
    Browser,
    /// What a person does, on the release build.
    EndToEnd,
}

impl Suite {
    /// Every suite, the quickest first.
    pub(crate) const ALL: [Self; 4] = [Self::Lint, Self::Native, Self::Browser, Self::EndToEnd];

    /// The suite of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|suite| suite.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Browser => "browser",
            Self::EndToEnd => "e2e",
        }
    }

    fn run(self) -> Result<Tally> {
        match self {
            Self::Lint => lint::run(),
            Self::Native => native::run(),
            Self::Browser => browser::run(),
            Self::EndToEnd => end_to_end::run(),
        }
    }
}

/// Runs these suites and closes with the sum of their checks.
pub(crate) fn run(suites: &[Suite]) -> Result<()> {
    let mut sum = Tally::default();
    let mut lines = Vec::new();
    for suite in suites {
        let start = Instant::now();
        // A suite that cannot be set up is one failed check: the others still have something to say.
        let (tally, why) = match suite.run() {
            Ok(tally) => (tally, String::new()),
            Err(error) => {
                eprintln!("error: {error}");
                (Tally::one(false), format!("   {error}"))
            }
        };
        let Tally { passed, failed } = tally;
        let (name, seconds) = (suite.name(), start.elapsed().as_secs());
        lines.push(format!("{name:<8}{passed:>6} passed {failed:>4} failed {seconds:>5} s{why}"));
        sum += tally;
    }
    step("Summary");
    println!("{}", lines.join("\n"));
    // Read by programs, too: nothing else on the line, and nothing after it.
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed == 0 { Ok(()) } else { Err(Error::ChecksFailed) }
}
