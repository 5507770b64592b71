//! What this machine has: programs, and Debian's package manager where there is one.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{Error, Result};
use crate::run::{run, step};

/// The first of these programs that can be found; a name with a separator in it is a path.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| {
        if name.contains('/') || name.contains('\\') {
            Some(PathBuf::from(name)).filter(|path| path.is_file())
        } else {
            on_path(name)
        }
    })
}

fn on_path(name: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    env::split_paths(&paths)
        .flat_map(|folder| {
            // `npm` is a script with another ending on Windows.
            let endings = if cfg!(windows) { &["exe", "cmd"][..] } else { &[""][..] };
            endings.iter().map(move |ending| folder.join(name).with_extension(ending))
        })
        .find(|path| path.is_file())
}

/// The search path with these folders before all others.
pub(crate) fn path_with(folders: &[&Path]) -> Result<std::ffi::OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(env::split_paths(&old));
    env::join_paths(all)
        .map_err(|error| Error::Unexpected(format!("a folder cannot be on PATH: {error}")))
}

/// Installs Debian packages. `remedy` is what to tell a person whose machine has no apt.
pub(crate) fn apt_install(what: &str, packages: &[&str], remedy: &str) -> Result<()> {
    let missing = |remedy: String| Error::Missing { what: what.to_owned(), remedy };
    let apt = find(&["apt-get"]).ok_or_else(|| missing(remedy.to_owned()))?;
    let apt = || -> Option<Command> {
        let mut command = if is_root() {
            Command::new(&apt)
        } else if may_sudo() {
            let mut command = Command::new("sudo");
            command.arg("-n").arg(&apt);
            command
        } else {
            return None;
        };
        command.env("DEBIAN_FRONTEND", "noninteractive");
        Some(command)
    };
    let by_hand = format!("run `sudo apt-get install {}`, or {remedy}", packages.join(" "));
    let mut update = apt().ok_or_else(|| missing(by_hand.clone()))?;
    let mut install = apt().ok_or_else(|| missing(by_hand))?;
    step(format!("Installing {what} with apt: {}", packages.join(", ")));
    run(update.args(["update", "--quiet"]))?;
    run(install.args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(packages))
}

fn is_root() -> bool {
    quiet(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

fn may_sudo() -> bool {
    quiet(Command::new("sudo").args(["-n", "true"])).is_some()
}

/// What a program printed, if it could be started and succeeded.
pub(crate) fn quiet(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first number with dots in what a program says to `--version`.
pub(crate) fn version_of(program: &Path) -> Option<String> {
    first_version(&quiet(Command::new(program).arg("--version"))?).map(str::to_owned)
}

fn first_version(text: &str) -> Option<&str> {
    text.split_whitespace()
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.contains('.') && word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The number before the first dot.
pub(crate) fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_in_what_programs_say() {
        let said = "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)";
        assert_eq!(first_version(said), Some("156.0.8078.79"));
        assert_eq!(first_version("v20.20.2\n"), Some("20.20.2"));
        assert_eq!(first_version("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(first_version("no number"), None);
        assert_eq!(major("156.0.8078.79"), Some(156));
        assert_eq!(major("new"), None);
    }

    #[test]
    fn a_program_nobody_has_is_not_found() {
        assert_eq!(find(&["no-such-program-here", "/no/such/file"]), None);
    }
}
