//! Python with the packages that a list names, in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::run::{run, step};
use crate::system::{find, version_of};

/// The oldest that the packages take: what stands before and after the first dot.
const OLDEST: (u32, u32) = (3, 11);

/// A Python that has just what the list names, which is installed into the folder unless it is there already.
pub(crate) fn with(requirements: &Path, folder: &Path) -> Result<PathBuf> {
    let own = if cfg!(windows) {
        folder.join("Scripts").join("python.exe")
    } else {
        folder.join("bin").join("python")
    };
    let wanted = fs::read(requirements).map_err(Error::file("read", requirements))?;
    let stamp = folder.join("installed-requirements.txt");
    if own.is_file() && fs::read(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(own);
    }
    let python = new_enough()?;
    step(format!("Installing the packages of {}", requirements.display()));
    run(Command::new(python).args(["-m", "venv", "--clear"]).arg(folder))?;
    let mut install = Command::new(&own);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    // Nothing is compiled here: that takes half an hour and more tools.
    run(install.args(["--only-binary", ":all:", "--requirement"]).arg(requirements))?;
    fs::write(&stamp, wanted).map_err(Error::file("write", &stamp))?;
    Ok(own)
}

fn new_enough() -> Result<PathBuf> {
    let remedy = format!("install Python {}.{} or newer, with venv and pip", OLDEST.0, OLDEST.1);
    let missing = |what: &str, remedy: String| Error::Missing { what: what.to_owned(), remedy };
    let python = find(&["python3", "python"]).ok_or_else(|| missing("Python", remedy.clone()))?;
    let version = version_of(&python).unwrap_or_default();
    if is_new_enough(&version) {
        return Ok(python);
    }
    Err(missing("a newer Python", format!("{} is {version}; {remedy}", python.display())))
}

fn is_new_enough(version: &str) -> bool {
    let mut parts = version.split('.').map(str::parse);
    matches!((parts.next(), parts.next()), (Some(Ok(major)), Some(Ok(minor))) if (major, minor) >= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn versions_are_compared_by_number() {
        assert!(is_new_enough("3.11.7") && is_new_enough("3.101.0") && is_new_enough("4.0"));
        assert!(!is_new_enough("3.9.18") && !is_new_enough("2.99") && !is_new_enough(""));
    }
}
