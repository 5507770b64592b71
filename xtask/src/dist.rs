//! `cargo xtask dist`: the folder to put on a static server.

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::project;
use crate::run::{run, step};
use crate::tools::{TRUNK_OPTIONS, Tools};

/// Builds the page for release and gives the folder it is in.
pub(crate) fn dist() -> Result<PathBuf> {
    let folder = project::root().join("dist");
    build(&Tools::ready()?, &project::root().join("index.html"), &folder)?;
    Ok(folder)
}

/// Builds the page that an `index.html` describes.
pub(crate) fn build(tools: &Tools, page: &Path, folder: &Path) -> Result<()> {
    build_of(tools, page, folder, None)
}

/// The same with the documents of another folder than `corpus/`.
pub(crate) fn build_of(
    tools: &Tools,
    page: &Path,
    folder: &Path,
    documents: Option<&Path>,
) -> Result<()> {
    step(format!("Building {} into {}", page.display(), folder.display()));
    let mut trunk = tools.trunk()?;
    // Trunk takes its settings from the folder it is started in.
    if let Some(home) = page.parent() {
        trunk.current_dir(home);
    }
    if let Some(documents) = documents {
        trunk.env("TOPIC_EXPLORER_CORPUS", documents);
    }
    trunk.args(["build", "--release"]).args(TRUNK_OPTIONS).arg("--dist").arg(folder);
    run(trunk.arg(page))
}
