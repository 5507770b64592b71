//! `cargo xtask topics`: the command line tool with the page inside.

use std::path::PathBuf;

use crate::dist::{self, Site};
use crate::error::Result;
use crate::project;
use crate::run::{run, step};
use crate::tools::Tools;

/// How the tool is built.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Profile {
    /// To be used.
    Release,
    /// To be tested.
    Debug,
}

/// The file of the page that the tool is built with; whoever builds the page writes it.
pub(crate) fn file() -> Result<PathBuf> {
    Ok(project::scratch()?.join("kit"))
}

/// Builds the page, and the tool with it; gives the tool.
pub(crate) fn topics(tools: &Tools, profile: Profile) -> Result<PathBuf> {
    dist::page(tools, &project::scratch()?.join("page"), &Site::default())?;
    of_last_build(profile)
}

/// Builds the tool with the page that was built last.
pub(crate) fn of_last_build(profile: Profile) -> Result<PathBuf> {
    step("Building the command line tool with the page inside");
    let mut cargo = project::cargo();
    cargo
        .args(["build", "--quiet", "--locked", "--package", "topics", "--features", "site"])
        .env("TOPIC_EXPLORER_KIT", file()?);
    let folder = match profile {
        Profile::Release => {
            cargo.arg("--release");
            "release"
        }
        Profile::Debug => "debug",
    };
    run(&mut cargo)?;
    let name = format!("topics{}", std::env::consts::EXE_SUFFIX);
    Ok(project::target().join(folder).join(name))
}
