//! The build tools in the versions this project is tested with: found, or installed beside Cargo's own files.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::project::{self, WASM};
use crate::run::{run, step};
use crate::system::{find, path_with, quiet, version_of};

/// Trunk bundles the page. 0.21.14 is the last release that the pinned Rust can build.
const TRUNK: &str = "0.21.14";

/// Everything that building the page needs.
pub(crate) struct Tools {
    trunk: PathBuf,
    bindgen: PathBuf,
}

impl Tools {
    /// Finds or installs the wasm target, Trunk and wasm-bindgen, and fetches the locked dependencies.
    pub(crate) fn ready() -> Result<Self> {
        wasm_target()?;
        let trunk = pinned("trunk", "trunk", TRUNK)?;
        let bindgen = bindgen("wasm-bindgen")?;
        fetch()?;
        Ok(Self { trunk, bindgen })
    }

    /// wasm-bindgen's program.
    pub(crate) fn bindgen(&self) -> &Path {
        &self.bindgen
    }

    /// Trunk, ready for a subcommand.
    pub(crate) fn trunk(&self) -> Result<Command> {
        let mut command = Command::new(&self.trunk);
        let folder = self.bindgen.parent().unwrap_or(Path::new("."));
        command
            .current_dir(project::root())
            .env("PATH", path_with(&[folder])?)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", nameless()?)
            // Trunk reads this one as its own option, and takes only the words true and false.
            .env_remove("NO_COLOR");
        Ok(command)
    }
}

/// Compiler flags that keep this machine's folders out of the module: it names the source of every place that can panic.
/// For the module's target alone, so that what else is built on the way is built as ever. Cargo parts these flags by blanks: a
/// folder with one in its name stays named.
pub(crate) fn nameless() -> Result<String> {
    let folders = [(cargo_home()?, "cargo"), (project::root(), ".")];
    let flags = folders.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    let whole = flags.into_iter().filter(|flag| !flag.contains(char::is_whitespace));
    Ok(whole.collect::<Vec<_>>().join(" "))
}

/// The same, and the linker keeps the places where one thing names another.
pub(crate) fn with_relocations() -> Result<String> {
    Ok(nameless()? + " -Clink-arg=--emit-relocs")
}

/// The options with which every page is built: only what is installed and locked, nothing downloaded.
pub(crate) const TRUNK_OPTIONS: [&str; 2] = ["--offline", "--locked"];

/// Finds or installs one of wasm-bindgen's programs, in the version of the library that Cargo.lock names:
/// glue and module only understand each other when both are of one version.
pub(crate) fn bindgen(program: &str) -> Result<PathBuf> {
    pinned(program, "wasm-bindgen-cli", &project::locked_version("wasm-bindgen")?)
}

/// Adds the target that browsers run where it is missing.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot =
        quiet(Command::new("rustc").current_dir(project::root()).args(["--print", "sysroot"]))
            .ok_or_else(|| Error::Missing {
                what: "rustc".to_owned(),
                remedy: "install Rust with rustup".to_owned(),
            })?;
    if Path::new(sysroot.trim()).join("lib").join("rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    let rustup = find(&["rustup"]).ok_or_else(|| Error::Missing {
        what: format!("the Rust target {WASM}"),
        remedy: "install Rust with rustup, which can add it, or add it with the package manager \
                 that Rust came with"
            .to_owned(),
    })?;
    step(format!("Adding the Rust target {WASM}"));
    run(Command::new(rustup).current_dir(project::root()).args(["target", "add", WASM]))
}

/// Fetches what Cargo.lock names, for every platform: Trunk asks Cargo, offline, about all of them.
fn fetch() -> Result<()> {
    step("Fetching the locked dependencies");
    run(project::cargo().args(["fetch", "--quiet", "--locked"]))
}

fn pinned(program: &str, package: &str, version: &str) -> Result<PathBuf> {
    let home = tools_home()?.join(format!("{package}-{version}"));
    let own = home.join("bin").join(program).with_extension(std::env::consts::EXE_EXTENSION);
    let right = |path: &PathBuf| version_of(path).is_some_and(|found| found == version);
    if let Some(path) = find(&[program]).filter(right) {
        return Ok(path);
    }
    if right(&own) {
        return Ok(own);
    }
    step(format!("Installing {package} {version} into {} (some minutes)", home.display()));
    let mut command = project::cargo();
    command.args(["install", "--quiet", "--locked", package, "--version", version, "--root"]);
    command.arg(&home);
    if package == "trunk" {
        // What the default features add is downloading tools and looking for updates.
        command.arg("--no-default-features");
    }
    // These programs run for a second or two: building them quickly counts for more than their speed.
    command.envs([
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ]);
    run(&mut command)?;
    if right(&own) {
        Ok(own)
    } else {
        Err(Error::Unexpected(format!("{} is not version {version}", own.display())))
    }
}

/// Outside the checkout, so that clones share the tools, and apart from `cargo install`'s own folder, so that
/// another version installed there stays as it is.
fn tools_home() -> Result<PathBuf> {
    cargo_home().map(|home| home.join("pinned-tools"))
}

/// Where Cargo keeps what it fetches and installs.
fn cargo_home() -> Result<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).ok_or_else(|| {
        Error::Missing {
            what: "a home folder".to_owned(),
            remedy: "set CARGO_HOME to a folder that may be written to".to_owned(),
        }
    })
}
