//! `cargo xtask dist --single-file`: the whole page in one file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::dist::{Site, unfinished};
use crate::error::{Error, Result};
use crate::project;
use crate::run::{run, step};
use crate::tools::Tools;

/// Builds the file into the folder `dist`, beside whatever is there.
pub(crate) fn dist(site: &Site) -> Result<()> {
    let built = whole(&Tools::ready()?)?;
    let folder = project::root().join("dist");
    fs::create_dir_all(&folder).map_err(Error::file("make the folder", &folder))?;
    let file = folder.join("topic-explorer.html");
    make(&built, &file, site)?;
    println!("The page is {}", file.display());
    Ok(())
}

/// Makes the file of what [`whole`] built last, for a test.
pub(crate) fn of_last_build(site: &Site) -> Result<PathBuf> {
    let file = project::scratch()?.join("topic-explorer.html");
    make(&folder()?, &file, site)?;
    Ok(file)
}

/// Builds the page as one module, not finished, and gives the folder it is in: nothing can be fetched from a file, so
/// that nothing may arrive later.
pub(crate) fn whole(tools: &Tools) -> Result<PathBuf> {
    let folder = folder()?;
    step("Building the page as one module");
    run(&mut unfinished(tools, &folder)?)?;
    Ok(folder)
}

fn folder() -> Result<PathBuf> {
    Ok(project::scratch()?.join("whole"))
}

fn make(built: &Path, file: &Path, site: &Site) -> Result<()> {
    step(format!("Writing {}", file.display()));
    let mut command = project::cargo();
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "topic-site",
        "--bin",
        "one-file",
        "--",
    ]);
    command.arg(built).arg(file);
    run(site.tell(&mut command)?)
}
