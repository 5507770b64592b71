//! `cargo xtask dist`: the folder to put on a static server.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::project;
use crate::run::{run, step};
use crate::tools::{TRUNK_OPTIONS, Tools};

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
    build_of(&Tools::ready()?, &project::root().join("index.html"), &folder, site)?;
    Ok(folder)
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
    if let Some(documents) = &site.documents {
        // Trunk starts what reads it in a folder of its own.
        let whole = documents.canonicalize().map_err(Error::file("read", documents))?;
        trunk.env("TOPIC_EXPLORER_CORPUS", whole);
    }
    if let Some(title) = &site.title {
        trunk.env("TOPIC_EXPLORER_TITLE", title);
    }
    if let Some(address) = &site.address {
        trunk.env("TOPIC_EXPLORER_ADDRESS", address);
    }
    trunk.args(["build", "--release"]).args(TRUNK_OPTIONS).arg("--dist").arg(folder);
    run(trunk.arg(page))
}
