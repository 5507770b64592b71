//! The command line as given, before it is known whether its parts fit together.

use std::ffi::OsString;

use anstream::ColorChoice;
use engine::explore::Verdicts;

use lexopt::ValueExt;

use super::values::{count, language, meant, number, one_of};
use super::{
    COMMON_OPTIONS, Command, EvaluateArguments, Name, Options, SiteArguments, TermArguments,
};
use crate::format::Format;
use crate::help::Length;
use crate::input::Input;
use crate::terms::KEYS;

const COLORS: [(&str, ColorChoice); 3] =
    [("auto", ColorChoice::Auto), ("always", ColorChoice::Always), ("never", ColorChoice::Never)];

#[derive(Debug, Default)]
pub(super) struct Given {
    /// What is neither an option nor the command.
    pub(super) values: Vec<OsString>,
    pub(super) color: ColorChoice,
    format: Option<Format>,
    options: Options,
    terms: TermArguments,
    evaluation: EvaluateArguments,
    site: SiteArguments,
    /// The options that not every command has.
    own: Vec<String>,
}

impl Given {
    /// Takes in an option, and its value if it has one.
    pub(super) fn option(
        &mut self,
        name: &str,
        parser: &mut lexopt::Parser,
    ) -> Result<(), lexopt::Error> {
        let has = |command: &Name| command.common_options().contains(&name);
        let known =
            Name::ALL.iter().any(|command| has(command) || command.own_options().contains(&name));
        if known && !Name::ALL.iter().all(has) {
            self.own.push(name.to_owned());
        }
        match name {
            "format" => self.format = Some(one_of(name, parser, &Format::NAMES)?),
            "color" => self.color = one_of(name, parser, &COLORS)?,
            "threshold" => self.options.threshold = Some(number(name, parser)?),
            "language" => self.options.language = Some(language(name, parser)?),
            "text-column" => self.options.reading.text_column = Some(parser.value()?.string()?),
            "title-column" => self.options.reading.title_column = Some(parser.value()?.string()?),
            "group-column" => self.options.reading.group_column = Some(parser.value()?.string()?),
            "all" => self.terms.filter.verdicts = Verdicts::ALL,
            "off" => self.terms.filter.verdicts.off_topic = true,
            "stop-words" => self.terms.stop_words = true,
            "sort" => self.terms.sort = one_of(name, parser, &KEYS)?,
            "top" => self.terms.top = Some(count(name, parser)?),
            "out" => self.site.out = Some(parser.value()?.into()),
            "title" => self.site.title = Some(parser.value()?.string()?),
            "url" => self.site.url = Some(parser.value()?.string()?),
            "single-file" => self.site.single_file = true,
            "verbose" => self.evaluation.verbose = true,
            "gold" => self.evaluation.gold = Some(parser.value()?.into()),
            "predicted" => self.evaluation.predicted = Some(parser.value()?.into()),
            other => {
                let own = Name::ALL.iter().flat_map(|command| command.own_options());
                let nearest = meant("--", other, COMMON_OPTIONS.iter().chain(own).copied());
                return Err(format!("--{other}: no such option{nearest}").into());
            }
        }
        Ok(())
    }

    /// `topics help [COMMAND]`.
    pub(super) fn help(self) -> Result<Command, String> {
        match self.values.as_slice() {
            [] => Ok(Command::Help(None, Length::Full)),
            [name] => {
                Ok(Command::Help(Some(Name::from_text(&name.to_string_lossy())?), Length::Full))
            }
            _ => Err("help: more than one command given".to_owned()),
        }
    }

    /// Puts the parts together; an option the command does not have is an error.
    pub(super) fn command(self, name: Name) -> Result<Command, String> {
        let Self { values, format, options, terms, mut evaluation, mut site, own, .. } = self;
        let command = name.text();
        let has = |option: &str| {
            name.own_options().contains(&option) || name.common_options().contains(&option)
        };
        if let Some(option) = own.iter().find(|option| !has(option)) {
            return Err(format!("{command} has no --{option}"));
        }
        if values.is_empty() {
            return Err(format!("{command}: no path given"));
        }
        if name == Name::Site {
            let [folder] = <[OsString; 1]>::try_from(values)
                .map_err(|_| "site: one folder at a time".to_owned())?;
            if site.single_file && site.url.is_some() {
                return Err("site: a single file has no --url".to_owned());
            }
            site.folder = folder.into();
            return Ok(Command::Site { format, site });
        }
        if name == Name::Evaluate {
            evaluation.folders = values.into_iter().map(Into::into).collect();
            let labels = [&evaluation.gold, &evaluation.predicted];
            if evaluation.folders.len() > 1 && labels.iter().any(|file| file.is_some()) {
                return Err("evaluate: --gold and --predicted are for one folder".to_owned());
            }
            if labels.iter().all(|file| **file == Some(Input::Stdin)) {
                return Err("evaluate: --gold and --predicted are both standard input".to_owned());
            }
            return Ok(Command::Evaluate { format, evaluation, options });
        }
        let inputs: Vec<Input> = values.into_iter().map(Input::from).collect();
        if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
            // It is at its end after the first time: a second document would be empty without a word.
            return Err(format!("{command}: - is given more than once"));
        }
        Ok(match name {
            Name::Terms => Command::Terms { inputs, format, terms, options },
            Name::Text => Command::Text { inputs, format, options },
            _ => Command::Separate { inputs, format, options },
        })
    }
}
