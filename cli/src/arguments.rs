//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use engine::explore::{Filter, SortKey, Verdicts};
use engine::language::Language;
use lexopt::prelude::*;

use crate::terms::KEYS;

/// What `topics --help` prints.
pub(crate) const HELP: &str = include_str!("help.txt");

/// What to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Version,
    Separate { paths: Vec<PathBuf>, format: Format, options: Options },
    Terms { paths: Vec<PathBuf>, format: Format, terms: TermArguments, options: Options },
    Evaluate { folders: Vec<PathBuf>, labels: LabelFiles, verbose: bool, options: Options },
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

/// Files of labels to take instead of the usual ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LabelFiles {
    /// Instead of the folder's `gold.tsv`.
    pub(crate) gold: Option<PathBuf>,
    /// Instead of the engine's verdicts.
    pub(crate) predicted: Option<PathBuf>,
}

/// Which terms to list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TermArguments {
    pub(crate) filter: Filter,
    pub(crate) sort: SortKey,
    pub(crate) stop_words: bool,
    pub(crate) top: Option<usize>,
}

/// The command line as given, before it is known whether its parts fit together.
#[derive(Default)]
struct Given {
    paths: Vec<PathBuf>,
    format: Format,
    options: Options,
    terms: TermArguments,
    verbose: bool,
    labels: LabelFiles,
    /// Options that not every command has, as they were written.
    special: Vec<&'static str>,
}

/// Reads the command line, without the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut name: Option<String> = None;
    let mut given = Given::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Value(value) if name.is_none() => name = Some(value.string()?),
            Value(value) => given.paths.push(PathBuf::from(value)),
            Short('v') => given.option("verbose", &mut parser)?,
            Long(option) => {
                let option = option.to_owned();
                given.option(&option, &mut parser)?;
            }
            Short(_) => return Err(argument.unexpected()),
        }
    }
    given.command(&name.ok_or("no command: separate, terms or evaluate")?)
}

impl Given {
    fn option(&mut self, name: &str, parser: &mut lexopt::Parser) -> Result<(), lexopt::Error> {
        match name {
            "threshold" => {
                let value: f64 = value(name, parser)?;
                if !value.is_finite() {
                    return Err(format!("--threshold {value}: a finite number").into());
                }
                self.options.threshold = Some(value);
            }
            "language" => {
                let code: String = value(name, parser)?;
                let language = Language::from_code(&code);
                self.options.language = Some(language.ok_or_else(|| {
                    format!("--language {code}: en, de, fr, es, it, pt, nl, sv, no, da or und")
                })?);
            }
            "format" => {
                self.special.push("--format");
                self.format = match value::<String>(name, parser)?.as_str() {
                    "tsv" => Format::Tsv,
                    "json" => Format::Json,
                    other => return Err(format!("--format {other}: tsv or json").into()),
                };
            }
            "verbose" => {
                self.special.push("--verbose");
                self.verbose = true;
            }
            "predicted" => {
                self.special.push("--predicted");
                self.labels.predicted = Some(parser.value()?.into());
            }
            "gold" => {
                self.special.push("--gold");
                self.labels.gold = Some(parser.value()?.into());
            }
            "all" => {
                self.special.push("--all");
                self.terms.filter.verdicts = Verdicts::ALL;
            }
            "off" => {
                self.special.push("--off");
                self.terms.filter.verdicts.off_topic = true;
            }
            "stop-words" => {
                self.special.push("--stop-words");
                self.terms.stop_words = true;
            }
            "top" => {
                self.special.push("--top");
                self.terms.top = Some(value(name, parser)?);
            }
            "sort" => {
                self.special.push("--sort");
                let wanted: String = value(name, parser)?;
                let found = KEYS.iter().find(|(name, _)| *name == wanted);
                let names = || KEYS.map(|(name, _)| name).join(", ");
                self.terms.sort =
                    found.ok_or_else(|| format!("--sort {wanted}: one of {}", names()))?.1;
            }
            other => return Err(lexopt::Error::UnexpectedOption(format!("--{other}"))),
        }
        Ok(())
    }

    /// Puts the parts together; an option the command does not have is an error.
    fn command(self, name: &str) -> Result<Command, lexopt::Error> {
        let Self { paths, format, options, terms, verbose, labels, special } = self;
        let has: &[&str] = match name {
            "separate" => &["--format"],
            "terms" => &["--format", "--all", "--off", "--stop-words", "--top", "--sort"],
            "evaluate" => &["--verbose", "--predicted", "--gold"],
            other => return Err(format!("{other}: no such command").into()),
        };
        if let Some(option) = special.iter().find(|option| !has.contains(option)) {
            return Err(format!("{name} has no {option}").into());
        }
        if paths.is_empty() {
            return Err(format!("{name}: no path given").into());
        }
        if labels != LabelFiles::default() && paths.len() > 1 {
            return Err("evaluate: --predicted and --gold are for one folder".into());
        }
        Ok(match name {
            "separate" => Command::Separate { paths, format, options },
            "terms" => Command::Terms { paths, format, terms, options },
            _ => Command::Evaluate { folders: paths, labels, verbose, options },
        })
    }
}

/// The value of an option, or an error that names both.
fn value<T: FromStr>(name: &str, parser: &mut lexopt::Parser) -> Result<T, lexopt::Error>
where
    T::Err: std::fmt::Display,
{
    let value = parser.value()?.string()?;
    value.parse().map_err(|error: T::Err| format!("--{name} {value}: {error}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|error| error.to_string())
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
        let Ok(Command::Terms { terms, .. }) = parsed("terms --sort g2 --top 5 --all a") else {
            panic!("terms");
        };
        assert_eq!((terms.sort, terms.top), (SortKey::Keyness, Some(5)));
        assert_eq!(terms.filter.verdicts, Verdicts::ALL);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (line, part) in [
            ("", "no command"),
            ("judge a", "judge"),
            ("separate", "no path"),
            ("separate a --format xml", "xml"),
            ("separate a --threshold many", "many"),
            ("separate a --threshold NaN", "NaN"),
            ("separate a --language tlh", "tlh"),
            ("separate a --loud", "loud"),
            ("separate a --top 3", "--top"),
            ("terms a --top -3", "-3"),
            ("terms a --sort size", "size"),
            ("evaluate a --format tsv", "--format"),
            ("evaluate a b --predicted c", "one folder"),
        ] {
            let error = parsed(line).unwrap_err();
            assert!(error.contains(part), "{line}: {error}");
        }
    }
}
