//! `topics`: what a pile of documents is about and which parts of it do not belong, in a terminal and in pipelines.

mod arguments;
mod documents;
mod evaluate;
mod format;
mod help;
mod input;
mod look;
mod problems;
mod reason;
mod screen;
mod separate;
mod site;
mod study;
mod table;
mod terms;
mod text;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use evaluation::Study;

use crate::arguments::{Command, Invocation, Options};
use crate::evaluate::Evaluation;
use crate::format::{Format, Outcome};
use crate::input::Input;
use crate::problems::Problems;
use crate::screen::Screen;

/// Everything was read, and there is nothing to tell: as in other tools that look for something.
const NOTHING: u8 = 1;

/// Something could not be done. What could be done is on standard output all the same.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let (outcome, problems) = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Invocation { command, color }) => {
            let mut problems = Problems::new(color);
            (run(&command, color, &mut problems), problems)
        }
        Err(mistake) => {
            let mut problems = Problems::new(ColorChoice::Auto);
            problems.report(mistake);
            problems.hint("topics --help says how to call it.");
            (Outcome::NoRow, problems)
        }
    };
    match outcome {
        _ if problems.any() => ExitCode::from(TROUBLE),
        Outcome::NoRow => ExitCode::from(NOTHING),
        Outcome::Rows => ExitCode::SUCCESS,
    }
}

/// Does what is asked and writes what comes out: of most commands once all of it is in memory.
fn run(command: &Command, color: ColorChoice, problems: &mut Problems) -> Outcome {
    let screen = Screen::of_stdout();
    let format_of = |given: Option<Format>| given.unwrap_or_else(|| Format::usual(screen.terminal));
    let columns = screen.columns;
    let written = match command {
        Command::Help(name, length) => print(color, |out| help::write(out, *name, *length, screen)),
        Command::Version => print(color, |out| {
            writeln!(out, "topics {}", env!("CARGO_PKG_VERSION")).map(|()| Outcome::Rows)
        }),
        Command::Separate { inputs, format, options } => {
            let Some(study) = study(inputs, options, problems) else { return Outcome::NoRow };
            let format = format_of(*format);
            print(data(format, color), |out| separate::write(out, &study, format, columns))
        }
        Command::Terms { inputs, format, terms, options } => {
            let Some(study) = study(inputs, options, problems) else { return Outcome::NoRow };
            let format = format_of(*format);
            print(data(format, color), |out| terms::write(out, &study, terms, format, columns))
        }
        Command::Text { inputs, format, options } => {
            let format = format_of(*format);
            print(data(format, color), |out| {
                text::write(out, format, columns, |give| {
                    documents::stream(inputs, &options.reading, problems, &|source| source, give)
                })
            })
        }
        Command::Site { format, site } => {
            let files = site::make(site, problems);
            if files.is_empty() {
                return Outcome::NoRow;
            }
            let format = format_of(*format);
            print(data(format, color), |out| site::write(out, &files, format, columns))
        }
        Command::Evaluate { format, evaluation, options } => {
            let evaluation = Evaluation::of(evaluation, options, problems);
            let format = format_of(*format);
            print(data(format, color), |out| evaluation.write(out, format, columns))
        }
    };
    match written {
        Ok(outcome) => outcome,
        // The reader has seen enough: `topics … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Rows,
        Err(error) => {
            problems.report(format_args!("standard output: {error}"));
            Outcome::NoRow
        }
    }
}

/// What is found in the documents; `None` where there is not one.
fn study(inputs: &[Input], options: &Options, problems: &mut Problems) -> Option<Study> {
    let documents = documents::parsed(inputs, options, problems);
    (!documents.is_empty()).then(|| study::of_documents(documents, options))
}

/// Data for other programs passes through as it is: an escape code in it is the document's own.
fn data(format: Format, color: ColorChoice) -> ColorChoice {
    if format == Format::Table { color } else { ColorChoice::AlwaysAnsi }
}

/// Writes to standard output, to the end.
fn print(
    color: ColorChoice,
    write: impl FnOnce(&mut BufWriter<AutoStream<io::Stdout>>) -> io::Result<Outcome>,
) -> io::Result<Outcome> {
    let mut out = BufWriter::new(AutoStream::new(io::stdout(), color));
    let outcome = write(&mut out)?;
    out.flush()?;
    Ok(outcome)
}
