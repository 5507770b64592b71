//! What a person does, in a browser, on the release build.

use super::tally::Tally;
use crate::chrome;
use crate::dist::{Site, dist};
use crate::error::Result;
use crate::kit;
use crate::node::{Node, folder, test_files};
use crate::one_file;
use crate::run::{step, tee};

pub(super) fn run() -> Result<Tally> {
    let browser = chrome::browser()?;
    let node = Node::ready()?;
    node.packages()?;
    let dist = dist(&Site::default())?;
    let topics = kit::of_last_build(kit::Profile::Debug)?;
    let one_file = one_file::of_last_build(&Site::default())?;
    step(format!("Running the end-to-end tests in {}", browser.display()));
    let mut command = node.command();
    command
        .args(["--test", "--test-reporter=spec"])
        .args(test_files(&folder())?)
        .env("CHROME", browser)
        .env("CHROME_ARGUMENTS", chrome::ARGUMENTS.join(" "))
        .env("DIST", dist)
        .env("ONE_FILE", one_file)
        .env("TOPICS", topics);
    let (output, status) = tee(&mut command)?;
    Ok(Tally::of_node(&output).checked(status))
}
