//! `topics`: what a pile of documents is about and which parts of it do not belong, in a terminal and in pipelines.

mod arguments;
mod evaluate;
mod input;
mod json;
mod reason;
mod runs;
mod separate;
mod study;
mod terms;

use std::fmt::Display;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use crate::arguments::{Command, HELP};
use crate::evaluate::Evaluation;

/// Something could not be done. What could be done is on standard output all the same.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let mut problems = Problems::default();
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(command) => run(&command, &mut out, &mut problems),
        Err(error) => {
            problems.report(error);
            eprintln!("topics --help says how to call it.");
            Ok(())
        }
    };
    match written.and_then(|()| out.flush()) {
        Ok(()) => {}
        // The reader has seen enough: `topics … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => problems.report(format_args!("standard output: {error}")),
    }
    if problems.any { ExitCode::from(TROUBLE) } else { ExitCode::SUCCESS }
}

fn run(command: &Command, out: &mut impl Write, problems: &mut Problems) -> io::Result<()> {
    match command {
        Command::Help => out.write_all(HELP.as_bytes()),
        Command::Version => writeln!(out, "topics {}", env!("CARGO_PKG_VERSION")),
        Command::Separate { paths, format, options } => {
            let texts = input::read(paths, problems);
            if texts.is_empty() {
                return Ok(());
            }
            separate::write(out, &study::Study::of(texts, options), *format)
        }
        Command::Terms { paths, format, terms, options } => {
            let texts = input::read(paths, problems);
            if texts.is_empty() {
                return Ok(());
            }
            terms::write(out, &study::Study::of(texts, options), terms, *format)
        }
        Command::Evaluate { folders, labels, verbose, options } => {
            let mut judge = match &labels.predicted {
                Some(file) => evaluate::from_file(file),
                None => evaluate::by_engine(options),
            };
            let evaluation = Evaluation { gold: labels.gold.as_deref(), verbose: *verbose };
            evaluation.write(out, folders, &mut *judge, problems)
        }
    }
}

/// What went wrong, told on standard error as it happens.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    any: bool,
}

impl Problems {
    /// Tells of a problem: the file it is about and the reason.
    pub(crate) fn report(&mut self, problem: impl Display) {
        self.any = true;
        eprintln!("topics: {problem}");
    }
}
