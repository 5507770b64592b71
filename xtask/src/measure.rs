//! `cargo xtask measure`: what the page weighs and how quickly it is there, beside the smallest Yew page.

use std::env;

use crate::chrome;
use crate::dist::{Site, build, build_of, dist, page};
use crate::error::{Error, Result};
use crate::node::Node;
use crate::project;
use crate::run::{run, step};
use crate::scale;
use crate::tools::Tools;

/// Loads of each page unless the command line says another number.
pub(crate) const LOADS: u32 = 15;

/// Prints the tables. Times depend on the machine, so no time is ever a failure.
pub(crate) fn measure(loads: u32) -> Result<()> {
    let browser = chrome::browser()?;
    let node = Node::ready()?;
    node.packages()?;
    let tools = Tools::ready()?;
    let root = project::root();
    let dist = root.join("dist");
    let bare = root.join("target").join("bare");
    let phases = root.join("target").join("phases");
    page(&tools, &dist, &Site::default())?;
    build(&tools, &root.join("tests").join("bare").join("index.html"), &bare)?;
    build(&tools, &root.join("tests").join("phases").join("index.html"), &phases)?;
    step(format!("Measuring: {loads} loads of each page"));
    let mut command = node.command();
    command
        .arg("measure.mjs")
        .env("CHROME", browser)
        .env("CHROME_ARGUMENTS", chrome::ARGUMENTS.join(" "))
        .env("DIST", dist)
        .env("BARE", bare)
        .env("PHASES", phases)
        .env("LOADS", loads.to_string());
    run(&mut command)
}

/// Sections of the two pages that are compared.
const SIZES: [usize; 2] = [100, 10_000];

/// Prints what clicks cost in a large corpus and in a small one.
pub(crate) fn smooth() -> Result<()> {
    let browser = chrome::browser()?;
    let node = Node::ready()?;
    node.packages()?;
    let tools = Tools::ready()?;
    let root = project::root();
    let mut command = node.command();
    for (name, sections) in ["SMALL", "LARGE"].into_iter().zip(SIZES) {
        let site = Site { documents: Some(scale::corpus(sections)?), ..Site::default() };
        let folder = root.join("target").join(format!("smooth-{sections}"));
        build_of(&tools, &root.join("index.html"), &folder, &site)?;
        command.env(name, folder);
    }
    step("Measuring: clicks in a small and in a large corpus");
    command
        .arg("smooth.mjs")
        .env("CHROME", browser)
        .env("CHROME_ARGUMENTS", chrome::ARGUMENTS.join(" "));
    run(&mut command)
}

/// Bytes of the text that a person opens, once in files as small as pages are and once as much as is promised to work.
const OWN: [usize; 2] = [20_000_000, 100_000_000];

/// Prints what opening a person's own files costs.
pub(crate) fn own() -> Result<()> {
    let browser = chrome::browser()?;
    let node = Node::ready()?;
    node.packages()?;
    let folders = OWN.map(scale::corpus_of_bytes).into_iter().collect::<Result<Vec<_>>>()?;
    let dist = dist(&Site::default())?;
    step("Measuring: opening files");
    let mut command = node.command();
    command
        .arg("own.mjs")
        .env("CHROME", browser)
        .env("CHROME_ARGUMENTS", chrome::ARGUMENTS.join(" "))
        .env("DIST", dist)
        .env(
            "FOLDERS",
            env::join_paths(folders).map_err(|error| Error::Unexpected(error.to_string()))?,
        );
    run(&mut command)
}

/// Prints what Lighthouse says of the release build: its scores, and what each lost point was lost for.
pub(crate) fn lighthouse() -> Result<()> {
    let browser = chrome::browser()?;
    let node = Node::ready()?;
    let folder = project::root().join("tests").join("lighthouse");
    node.packages_of(&folder)?;
    let dist = dist(&Site::default())?;
    step("Asking Lighthouse, for a phone and for a desk");
    let mut command = node.command();
    command
        .current_dir(&folder)
        .arg("measure.mjs")
        .env("CHROME", browser)
        .env("CHROME_ARGUMENTS", chrome::ARGUMENTS.join(" "))
        .env("DIST", dist);
    run(&mut command)
}
