//! `cargo xtask dist`: the folder to put on a static server.

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::one_file;
use crate::project::{self, WASM};
use crate::run::{run, step};
use crate::tools::{TRUNK_OPTIONS, Tools, with_relocations};

/// Builds the page for release and gives the folder it is in.
pub(crate) fn dist() -> Result<PathBuf> {
    let folder = project::root().join("dist");
    page(&Tools::ready()?, &folder)?;
    Ok(folder)
}

/// Builds the page of this project and splits it, so that it opens with what is seen first.
pub(crate) fn page(tools: &Tools, folder: &Path) -> Result<()> {
    let index = project::root().join("index.html");
    step(format!("Building {} into {}", index.display(), folder.display()));
    let target = project::target();
    let mut trunk = tools.trunk()?;
    trunk
        .env("CARGO_TARGET_DIR", &target)
        // What calls what, by which the module is split; it is not among what is written then.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", with_relocations()?)
        .env("CARGO_PROFILE_RELEASE_STRIP", "none")
        // The site is finished when the module is split.
        .env("TOPIC_EXPLORER_FINISH", "later")
        .args(["build", "--release", "--features", "split"])
        .args(TRUNK_OPTIONS)
        .arg("--dist")
        .arg(folder)
        .arg(index);
    run(&mut trunk)?;
    let whole = one_file::whole(tools)?;
    step("Splitting the module");
    let module = target.join(WASM).join("release").join("topic-explorer.wasm");
    let mut split = project::cargo();
    // Not built for release: the program runs for a second, and linking it for speed takes minutes.
    split.args(["run", "--quiet", "--locked", "--package", "topic-split", "--"]);
    run(split.arg(module).arg(tools.bindgen()).arg(folder))?;
    step("Finishing the site");
    let mut finish = project::cargo();
    finish
        .args(["run", "--quiet", "--locked", "--package", "topic-site", "--bin", "finish-site"])
        .env("TRUNK_STAGING_DIR", folder)
        .env("TOPIC_EXPLORER_WHOLE", whole);
    run(&mut finish)
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
