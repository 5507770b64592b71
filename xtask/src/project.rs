//! Where the project is, and what its lock file pins.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};

/// The only target a browser runs.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The workspace's folder.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable when it runs us; the constant serves a binary that was started by hand.
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// The folder that Cargo builds in.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The folder for what a task writes and nobody keeps.
pub(crate) fn scratch() -> Result<PathBuf> {
    let folder = root().join("target").join("xtask");
    fs::create_dir_all(&folder).map_err(Error::file("make the folder", &folder))?;
    Ok(folder)
}

/// Cargo in the workspace's folder.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// The version of a package that Cargo.lock names.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Error::file("read", &path))?;
    version_in(&lock, package)
        .map(str::to_owned)
        .ok_or_else(|| Error::Unexpected(format!("Cargo.lock has no package named {package}")))
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_asked_for() {
        let lock = "[[package]]\nname = \"wasm\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(version_in(lock, "wasm-bind"), None);
    }

    #[test]
    fn the_root_is_the_workspace() {
        assert!(root().join("Cargo.lock").is_file());
    }
}
