//! Calls the binary in an environment that says nothing about terminals.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a person sees of a call.
#[derive(Debug, PartialEq)]
pub(crate) struct Seen {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A command that says nothing on standard error.
pub(crate) fn fine(out: &str) -> Seen {
    Seen { status: 0, out: out.to_owned(), err: String::new() }
}

/// The binary with these arguments.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_topics"));
    for name in ["COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "CI"] {
        command.env_remove(name);
    }
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub(crate) fn seen(output: Output) -> Seen {
    Seen {
        status: output.status.code().expect("no signal ended it"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// What a call with nothing on standard input does.
pub(crate) fn topics(arguments: &[&str]) -> Seen {
    seen(command(arguments).output().unwrap())
}

/// What a call with variables of the environment does.
pub(crate) fn topics_in(environment: &[(&str, &str)], arguments: &[&str]) -> Seen {
    seen(command(arguments).envs(environment.iter().copied()).output().unwrap())
}

/// What a call with this on standard input does.
pub(crate) fn topics_reading(input: &[u8], arguments: &[&str]) -> Seen {
    let mut child = command(arguments).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    seen(child.wait_with_output().unwrap())
}

/// The standard output of a call that has nothing to complain about.
pub(crate) fn out(arguments: &[&str]) -> String {
    let seen = topics(arguments);
    assert_eq!((seen.status, seen.err.as_str()), (0, ""), "{arguments:?}");
    seen.out
}

/// Rows below the header, by column.
pub(crate) fn rows(tsv: &str) -> Vec<Vec<String>> {
    tsv.lines().skip(1).map(|row| row.split('\t').map(str::to_owned).collect()).collect()
}

/// A path in the repository.
pub(crate) fn repository(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path).to_str().unwrap().to_owned()
}

/// A folder of its own for one test, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
