//! `cargo xtask evaluate`: how well separation does, beside other methods.

use std::process::Command;

use crate::error::Result;
use crate::project::cargo;
use crate::run::run;

/// Runs the benchmark, compiled for speed; the words are its own options.
pub(crate) fn evaluate(words: &[&str]) -> Result<()> {
    run(&mut benchmark(words))
}

fn benchmark(words: &[&str]) -> Command {
    let mut command = cargo();
    command
        .args(["run", "--release", "--locked", "--package", "topic-evaluation", "--"])
        .args(words);
    command
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::shown;

    #[test]
    fn options_are_passed_on() {
        assert!(shown(&benchmark(&["--markdown"])).ends_with("topic-evaluation -- --markdown"));
    }
}
