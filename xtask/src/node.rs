//! Node.js for the end-to-end tests, with the packages their lock file names.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::project;
use crate::run::{run, step};
use crate::system::{apt_install, find, major, version_of};

/// The oldest whose test runner and whose `fetch` the tests can use.
const OLDEST: u32 = 18;

/// Node.js and npm.
pub(crate) struct Node {
    node: PathBuf,
    npm: PathBuf,
}

impl Node {
    /// Finds or installs both.
    pub(crate) fn ready() -> Result<Self> {
        let remedy = format!("install Node.js {OLDEST} or newer, with npm");
        if find(&["node", "nodejs"]).is_none() || find(&["npm"]).is_none() {
            apt_install("Node.js", &["nodejs", "npm"], &remedy)?;
        }
        let missing = || Error::Missing { what: "Node.js".to_owned(), remedy: remedy.clone() };
        let node = find(&["node", "nodejs"]).ok_or_else(missing)?;
        let npm = find(&["npm"]).ok_or_else(missing)?;
        let version = version_of(&node).unwrap_or_default();
        match major(&version) {
            Some(number) if number >= OLDEST => Ok(Self { node, npm }),
            _ => Err(Error::Missing {
                what: "a newer Node.js".to_owned(),
                remedy: format!("{} is {version}; {remedy}", node.display()),
            }),
        }
    }

    /// Installs what `package-lock.json` names, unless just that is there already.
    pub(crate) fn packages(&self) -> Result<()> {
        self.packages_of(&folder())
    }

    /// The same of another folder of scripts.
    pub(crate) fn packages_of(&self, folder: &Path) -> Result<()> {
        let lock = folder.join("package-lock.json");
        let wanted = fs::read(&lock).map_err(Error::file("read", &lock))?;
        let stamp = folder.join("node_modules").join(".installed-lock.json");
        if fs::read(&stamp).is_ok_and(|found| found == wanted) {
            return Ok(());
        }
        step(format!("Installing the packages of {}", folder.display()));
        run(Command::new(&self.npm).current_dir(folder).args([
            "ci",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
        ]))?;
        fs::write(&stamp, wanted).map_err(Error::file("write", &stamp))
    }

    /// Node.js in the folder of the end-to-end tests.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(&self.node);
        command.current_dir(folder());
        command
    }
}

/// Where the end-to-end tests are.
pub(crate) fn folder() -> PathBuf {
    project::root().join("tests").join("e2e")
}

/// The test files, in the order of their names. Node before 21 does not look for them itself.
pub(crate) fn test_files(folder: &Path) -> Result<Vec<String>> {
    let reading = || format!("read the folder {}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|source| Error::io(reading(), source))? {
        let entry = entry.map_err(|source| Error::io(reading(), source))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
