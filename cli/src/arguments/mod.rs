//! The command line.

mod given;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;

use anstream::ColorChoice;
use engine::explore::{Filter, SortKey};
use engine::language::Language;
use lexopt::prelude::*;

use self::given::Given;
use self::values::meant;
use crate::format::Format;
use crate::help::Length;
use crate::input::Input;

/// The options of every command that judges. Those of [`Name::own_options`] come on top.
pub(crate) const COMMON_OPTIONS: [&str; 6] =
    ["format", "color", "threshold", "language", "help", "version"];

/// Of them, those of commands that do not judge but let the page do it.
const UNJUDGED_OPTIONS: [&str; 4] = ["format", "color", "help", "version"];

/// A whole command line.
#[derive(Debug, PartialEq)]
pub(crate) struct Invocation {
    pub(crate) command: Command,
    pub(crate) color: ColorChoice,
}

/// What to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    /// The page of a command, or of the program.
    Help(Option<Name>, Length),
    Version,
    Separate {
        inputs: Vec<Input>,
        format: Option<Format>,
        options: Options,
    },
    Terms {
        inputs: Vec<Input>,
        format: Option<Format>,
        terms: TermArguments,
        options: Options,
    },
    Text {
        inputs: Vec<Input>,
        format: Option<Format>,
        options: Options,
    },
    Site {
        format: Option<Format>,
        site: SiteArguments,
    },
    Evaluate {
        format: Option<Format>,
        evaluation: EvaluateArguments,
        options: Options,
    },
}

/// The commands that have options of their own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Name {
    Separate,
    Terms,
    Text,
    Site,
    Evaluate,
}

/// How to read and judge, the same for every command.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) threshold: Option<f64>,
    pub(crate) language: Option<Language>,
    /// Which columns of tables are what.
    pub(crate) reading: readers::Settings,
}

/// What to evaluate, against what.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct EvaluateArguments {
    pub(crate) folders: Vec<PathBuf>,
    /// A file of labels instead of each folder's `gold.tsv`.
    pub(crate) gold: Option<Input>,
    /// A file of labels instead of the engine's verdicts.
    pub(crate) predicted: Option<Input>,
    /// Whether to list the lines that are wrong.
    pub(crate) verbose: bool,
}

/// Which site to make, and where.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SiteArguments {
    pub(crate) folder: PathBuf,
    /// The folder or file to write.
    pub(crate) out: Option<PathBuf>,
    /// What the documents are called.
    pub(crate) title: Option<String>,
    /// Where the site will be.
    pub(crate) url: Option<String>,
    /// Whether it is to be one file.
    pub(crate) single_file: bool,
}

/// Which terms to list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TermArguments {
    pub(crate) filter: Filter,
    pub(crate) sort: SortKey,
    pub(crate) stop_words: bool,
    pub(crate) top: Option<usize>,
}

impl Name {
    pub(crate) const ALL: [Self; 5] =
        [Self::Separate, Self::Terms, Self::Text, Self::Site, Self::Evaluate];

    /// What is typed for it.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Separate => "separate",
            Self::Terms => "terms",
            Self::Text => "text",
            Self::Site => "site",
            Self::Evaluate => "evaluate",
        }
    }

    /// The options it has that not every command has.
    pub(crate) fn own_options(self) -> &'static [&'static str] {
        match self {
            Self::Separate | Self::Text => &["text-column", "title-column", "group-column"],
            Self::Terms => &[
                "all",
                "off",
                "stop-words",
                "sort",
                "top",
                "text-column",
                "title-column",
                "group-column",
            ],
            Self::Site => &["out", "title", "url", "single-file"],
            Self::Evaluate => &["verbose", "gold", "predicted"],
        }
    }

    /// The options it shares with others.
    pub(crate) fn common_options(self) -> &'static [&'static str] {
        if self == Self::Site { &UNJUDGED_OPTIONS } else { &COMMON_OPTIONS }
    }

    fn from_text(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|name| name.text() == text);
        let names = Self::ALL.iter().map(|name| name.text()).chain(["help"]);
        found.ok_or_else(|| format!("{text}: no such command{}", meant("", text, names)))
    }
}

/// Reads the command line, without the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Invocation, String> {
    read(&mut lexopt::Parser::from_args(arguments)).map_err(|error| error.to_string())
}

fn read(parser: &mut lexopt::Parser) -> Result<Invocation, lexopt::Error> {
    let mut word: Option<String> = None;
    let mut given = Given::default();
    let length = loop {
        match parser.next()? {
            None => break None,
            Some(Short('h')) => break Some(Length::Short),
            Some(Long("help")) => break Some(Length::Full),
            Some(Short('V') | Long("version")) => {
                return Ok(Invocation { command: Command::Version, color: given.color });
            }
            Some(Value(value)) if word.is_none() => word = Some(value.string()?),
            Some(Value(value)) => given.values.push(value),
            Some(Short('v')) => given.option("verbose", parser)?,
            Some(Short(letter)) => return Err(format!("-{letter}: no such option").into()),
            Some(Long(option)) => {
                let option = option.to_owned();
                given.option(&option, parser)?;
            }
        }
    };
    let color = given.color;
    let command = match (length, word.as_deref()) {
        (Some(length), None | Some("help")) => Command::Help(None, length),
        (Some(length), Some(name)) => Command::Help(Some(Name::from_text(name)?), length),
        (None, Some("help")) => given.help()?,
        (None, Some(name)) => given.command(Name::from_text(name)?)?,
        (None, None) => {
            return Err("no command: separate, terms, text, site, evaluate or help".into());
        }
    };
    Ok(Invocation { command, color })
}

#[cfg(test)]
mod tests;
