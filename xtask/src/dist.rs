//! `cargo xtask dist`: the folder to put on a static server.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::kit;
use crate::one_file;
use crate::project::{self, WASM};
use crate::run::{run, step};
use crate::tools::{TRUNK_OPTIONS, Tools, with_relocations};

/// What a site is made of, where it is not the shipped documents.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Site {
    /// The folder of the documents; `corpus/` where there is none.
    pub(crate) documents: Option<PathBuf>,
    /// What they are called; what the folder says where there is none.
    pub(crate) title: Option<String>,
    /// Where the site will be, which previews in other places need to be found.
    pub(crate) address: Option<String>,
}

/// Builds the page for release and gives the folder it is in.
pub(crate) fn dist(site: &Site) -> Result<PathBuf> {
    let folder = project::root().join("dist");
    page(&Tools::ready()?, &folder, site)?;
    Ok(folder)
}

/// Builds the page of this project and splits it, so that it opens with what is seen first.
pub(crate) fn page(tools: &Tools, folder: &Path, site: &Site) -> Result<()> {
    let index = project::root().join("index.html");
    step(format!("Building {} into {}", index.display(), folder.display()));
    let target = project::target();
    run(unfinished(tools, folder)?.args(["--features", "split"]))?;
    step("Splitting the module");
    let module = target.join(WASM).join("release").join("topic-explorer.wasm");
    let mut split = project::cargo();
    // Not built for release: the program runs for a second, and linking it for speed takes minutes.
    split.args(["run", "--quiet", "--locked", "--package", "topic-split", "--"]);
    run(split.arg(module).arg(tools.bindgen()).arg(folder))?;
    let whole = one_file::whole(tools)?;
    step("Finishing the site");
    let mut finish = project::cargo();
    finish
        .args(["run", "--quiet", "--locked", "--package", "topic-site", "--bin", "finish-site"])
        .env("TRUNK_STAGING_DIR", folder)
        .env("TOPIC_EXPLORER_WHOLE", whole)
        .env("TOPIC_EXPLORER_KIT", kit::file()?);
    run(site.tell(&mut finish)?)
}

/// Trunk, about to build the page of this project into a folder and to leave it unfinished. With the same settings however the
/// module is built, so that what it depends on is compiled once.
pub(crate) fn unfinished(tools: &Tools, folder: &Path) -> Result<Command> {
    let mut trunk = tools.trunk()?;
    trunk
        .env("CARGO_TARGET_DIR", project::target())
        // What calls what, by which the module is split; it is not among what is written in the end.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", with_relocations()?)
        .env("CARGO_PROFILE_RELEASE_STRIP", "none")
        .env("TOPIC_EXPLORER_FINISH", "later")
        .arg("build")
        .arg(project::root().join("index.html"))
        .arg("--release")
        .args(TRUNK_OPTIONS)
        .arg("--dist")
        .arg(folder);
    Ok(trunk)
}

impl Site {
    /// Tells what finishes a site what this one is made of.
    pub(crate) fn tell<'a>(&self, command: &'a mut Command) -> Result<&'a mut Command> {
        if let Some(documents) = &self.documents {
            // It may be started in a folder of its own.
            let whole = documents.canonicalize().map_err(Error::file("read", documents))?;
            command.env("TOPIC_EXPLORER_CORPUS", whole);
        }
        if let Some(title) = &self.title {
            command.env("TOPIC_EXPLORER_TITLE", title);
        }
        if let Some(address) = &self.address {
            command.env("TOPIC_EXPLORER_ADDRESS", address);
        }
        Ok(command)
    }
}

/// Builds the page that an `index.html` describes.
pub(crate) fn build(tools: &Tools, page: &Path, folder: &Path) -> Result<()> {
    build_of(tools, page, folder, &Site::default())
}

/// The same of other documents than the shipped ones.
pub(crate) fn build_of(tools: &Tools, page: &Path, folder: &Path, site: &Site) -> Result<()> {
    step(format!("Building {} into {}", page.display(), folder.display()));
    let mut trunk = tools.trunk()?;
    // Trunk takes its settings from the folder it is started in.
    if let Some(home) = page.parent() {
        trunk.current_dir(home);
    }
    site.tell(&mut trunk)?;
    trunk.args(["build", "--release"]).args(TRUNK_OPTIONS).arg("--dist").arg(folder);
    run(trunk.arg(page))
}
