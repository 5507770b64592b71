//! `cargo xtask evaluate`: the benchmark's table, and whether it fell below what was recorded.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use evaluation::bench;
use evaluation::groups::{self, Group};
use evaluation::report::{Floor, TOLERANCE, markdown, plain};
use evaluation::unseen::{self, Outcome};

const USAGE: &str = "\
usage: cargo xtask evaluate [--markdown] [--record] [--unseen]

  --markdown   print the table as it stands in docs/benchmark.md
  --record     write the figures to evaluation/floor.tsv, below which later runs must not fall
  --unseen     fit the parameters without the first group and score that: what to expect of others (some minutes)";

/// What the words on the command line ask for.
#[derive(Debug, Default, PartialEq)]
struct Options {
    markdown: bool,
    record: bool,
    unseen: bool,
    help: bool,
}

impl Options {
    fn parse(words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        for word in words {
            match word.as_str() {
                "--markdown" => options.markdown = true,
                "--record" => options.record = true,
                "--unseen" => options.unseen = true,
                "--help" | "-h" => options.help = true,
                _ => return Err(format!("no option is called {word}\n\n{USAGE}")),
            }
        }
        Ok(options)
    }
}

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(mistake) => {
            eprintln!("{mistake}");
            return ExitCode::from(2);
        }
    };
    if options.help {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match evaluate(&options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the table; says whether it holds.
fn evaluate(options: &Options) -> Result<bool, String> {
    let root = root();
    if options.unseen {
        return expect(&groups::groups(&root)?).map(|()| true);
    }
    let sections = bench::run(&groups::groups(&root)?)?;
    print!("{}", if options.markdown { markdown(&sections) } else { plain(&sections) });
    let now = Floor::of(&sections);
    let path = root.join("evaluation").join("floor.tsv");
    let located = |error: String| format!("{}: {error}", path.display());
    if options.record {
        fs::write(&path, now.write()).map_err(|error| located(error.to_string()))?;
        eprintln!("recorded in {}", path.display());
        return Ok(true);
    }
    let table = fs::read_to_string(&path).map_err(|error| located(error.to_string()))?;
    let floor = Floor::read(&table).map_err(located)?;
    let fallen = floor.fallen(&now);
    for line in &fallen {
        eprintln!("below the floor: {line}");
    }
    let risen = floor.risen(&now);
    if risen > 0 {
        eprintln!(
            "{risen} figures rose by more than {TOLERANCE}; --record raises the floor to them"
        );
    }
    Ok(fallen.is_empty())
}

/// Prints what to expect of corpora that nobody saw.
fn expect(groups: &[Group]) -> Result<(), String> {
    println!("                            off F1  least  alarm: clean  clean twins  F1 of splices");
    unseen::run(groups, (unseen::RUNS, unseen::STEPS), |name, outcome| {
        let Outcome { f1, least, clean, twins, splices } = outcome;
        let (clean, twins) = (100.0 * clean, 100.0 * twins);
        println!("{name:26} {f1:7.2} {least:6.2} {clean:10.1} % {twins:10.1} % {splices:14.2}");
    })
}

/// The project's folder.
fn root() -> PathBuf {
    // Cargo sets the variable when it runs us; the constant serves a binary that was started by hand.
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Options, String> {
        Options::parse(words.iter().map(|word| (*word).to_owned()))
    }

    #[test]
    fn options_in_any_order() {
        let both = Options { markdown: true, record: true, ..Options::default() };
        assert_eq!(parse(&["--record", "--markdown"]), Ok(both));
        assert_eq!(parse(&[]), Ok(Options::default()));
        assert!(parse(&["--loud"]).is_err());
    }
}
