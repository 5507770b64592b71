//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use engine::language::Language;
use lexopt::prelude::*;

/// What `topics --help` prints.
pub(crate) const HELP: &str = "\
What a pile of documents is about, which parts of it do not belong, and why.

  topics separate PATH... [--format tsv|json] [--threshold NUMBER] [--language CODE]
      One row per run of lines: document first last label topic score reason.
      Lines count from 1, the last one included; every line that is not blank is in exactly one row.
      label is on, off, unsure or boilerplate.
  topics evaluate DIR... [--verbose] [--threshold NUMBER] [--language CODE]
      Compares with DIR/gold.tsv, whose columns are document first last label; label is on, off, boilerplate or
      either. Prints precision, recall and F1 of off and of boilerplate, weighted by words; false alarm and lost:
      the shares of the on words called off and boilerplate. --verbose lists the lines that are wrong.

A PATH is a file, a folder (its *.txt files in order of their names), or - for standard input.
  --threshold NUMBER   evidence an off-topic verdict needs; higher calls more text off topic (default 0)
  --language CODE      language of all documents (en, de, fr, es, it, pt, nl, sv, no, da; default: found in the text)
  --help, --version

Problems are told on standard error and the exit status is then 2; good files beside a bad one are still done.
";

/// What to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Version,
    Separate { paths: Vec<PathBuf>, format: Format, options: Options },
    Evaluate { folders: Vec<PathBuf>, verbose: bool, options: Options },
}

/// The shape of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Format {
    #[default]
    Tsv,
    Json,
}

/// How to read and judge, the same for every command.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) threshold: Option<f64>,
    pub(crate) language: Option<Language>,
}

/// Reads the command line, without the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut name: Option<String> = None;
    let mut paths = Vec::new();
    let mut format = None;
    let mut verbose = false;
    let mut options = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Long("format") => {
                format = Some(match parser.value()?.string()?.as_str() {
                    "tsv" => Format::Tsv,
                    "json" => Format::Json,
                    other => return Err(format!("--format {other}: tsv or json").into()),
                });
            }
            Long("threshold") => {
                let value: f64 = parser.value()?.parse()?;
                if !value.is_finite() {
                    return Err(format!("--threshold {value}: a finite number").into());
                }
                options.threshold = Some(value);
            }
            Long("language") => {
                let code = parser.value()?.string()?;
                options.language = Some(Language::from_code(&code).ok_or_else(|| {
                    format!("--language {code}: en, de, fr, es, it, pt, nl, sv, no, da or und")
                })?);
            }
            Short('v') | Long("verbose") => verbose = true,
            Value(value) if name.is_none() => name = Some(value.string()?),
            Value(value) => paths.push(PathBuf::from(value)),
            _ => return Err(argument.unexpected()),
        }
    }
    let command = name.ok_or("no command: separate or evaluate")?;
    if paths.is_empty() && matches!(command.as_str(), "separate" | "evaluate") {
        return Err(format!("{command}: no path given").into());
    }
    match command.as_str() {
        "separate" if !verbose => {
            Ok(Command::Separate { paths, format: format.unwrap_or_default(), options })
        }
        "evaluate" if format.is_none() => {
            Ok(Command::Evaluate { folders: paths, verbose, options })
        }
        "separate" => Err("separate has no --verbose".into()),
        "evaluate" => Err("evaluate has no --format".into()),
        other => Err(format!("{other}: no such command").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split(' ').map(OsString::from)).map_err(|error| error.to_string())
    }

    #[test]
    fn options_in_any_order() {
        let options = Options { threshold: Some(-1.5), language: Some(Language::French) };
        let want = Command::Separate {
            paths: vec!["a".into(), "-".into()],
            format: Format::Json,
            options,
        };
        assert_eq!(
            parsed("separate a --threshold=-1.5 - --format json --language fr-CA"),
            Ok(want)
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (line, part) in [
            ("", "command"),
            ("judge a", "judge"),
            ("separate", "no path"),
            ("separate a --format xml", "xml"),
            ("separate a --threshold many", "many"),
            ("separate a --threshold NaN", "NaN"),
            ("separate a --language tlh", "tlh"),
            ("separate a --loud", "loud"),
            ("evaluate a --format tsv", "format"),
        ] {
            let error = parsed(line).unwrap_err();
            assert!(error.contains(part), "{line}: {error}");
        }
    }
}
