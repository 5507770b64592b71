//! Running other programs: with their output shown, taken, or both.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

use crate::error::{Error, Result};

/// Says in one line what happens next.
pub(crate) fn step(what: impl AsRef<str>) {
    println!("==> {}", what.as_ref());
}

/// The command as a person would type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.is_empty() || word.contains(char::is_whitespace) {
        format!("'{word}'")
    } else {
        word.into_owned()
    }
}

/// Runs a program with its output shown, and asks that it succeed.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|source| Error::io(format!("start `{}`", shown(command)), source))?;
    succeeded(command, status)
}

/// Runs a program, asks that it succeed, and gives what it printed; what it complains of is shown.
pub(crate) fn printed(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|source| Error::io(format!("start `{}`", shown(command)), source))?;
    succeeded(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program with its output shown, and gives all of it with how the program ended.
pub(crate) fn tee(command: &mut Command) -> Result<(String, ExitStatus)> {
    let starting = format!("start `{}`", shown(command));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|source| Error::io(starting.clone(), source))?;
    // Two pipes need two readers: a program blocks when either is full.
    let errors = child.stderr.take().map(|pipe| thread::spawn(|| copy(pipe, std::io::stderr())));
    let mut text =
        child.stdout.take().map(|pipe| copy(pipe, std::io::stdout())).unwrap_or_default();
    let status = child.wait().map_err(|source| Error::io(starting, source))?;
    if let Some(errors) = errors.and_then(|reader| reader.join().ok()) {
        text.push_str(&errors);
    }
    Ok((text, status))
}

/// Passes a program's output on line by line and keeps a copy.
fn copy(pipe: impl Read, mut to: impl Write) -> String {
    let mut reader = BufReader::new(pipe);
    let mut text = String::new();
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        // A closed terminal is no reason to stop counting.
        let _ = to.write_all(&line);
        text.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
    text
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() { Ok(()) } else { Err(Error::Failed { command: shown(command), status }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_typed() {
        let mut command = Command::new("cargo");
        command.args(["test", "two words"]);
        assert_eq!(shown(&command), "cargo test 'two words'");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(&mut Command::new("no-such-program-here")).expect_err("it is not there");
        assert!(error.to_string().contains("no-such-program-here"), "{error}");
    }
}
