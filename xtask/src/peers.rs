//! `cargo xtask measure peers`: what the engine takes for a large text, natively and in WebAssembly, beside other tools.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::error::{Error, Result};
use crate::json::quoted;
use crate::node::Node;
use crate::project::{self, WASM, cargo};
use crate::python;
use crate::run::{printed, run, step};
use crate::scale;
use crate::tools::{bindgen, nameless, wasm_target};

/// Bytes of the text.
const BYTES: usize = 20_000_000;

/// Words of a unit, which is what peers take for a document.
const WORDS: usize = 100;

/// How often each program does its work.
const ROUNDS: u32 = 3;

/// What libraries for numbers read before they start threads.
const THREADS: [&str; 6] = [
    "BLIS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
];

/// The peers in JavaScript, each a script of that name.
const SCRIPTS: [&str; 3] = ["minisearch", "wink", "loop"];

/// Runs all programs one after the other over the same text and prints the table. Times depend on the machine, so no time is
/// ever a failure; neither is a peer that cannot run here, which the table then says.
pub(crate) fn measure() -> Result<()> {
    let text = Text::new()?;
    let mut lines = vec![text.line.clone()];
    // Everything is built before anything is timed.
    step("Building the engine for this machine");
    run(&mut release())?;
    let node = said(Node::ready());
    let node = node.as_ref().map_err(Clone::clone);
    let module = node.clone().and_then(|_| said(module()));
    let packages = node.clone().and_then(|node| said(node.packages_of(&folder())));
    let place = project::target().join("peers").join("python");
    let python = said(python::with(&folder().join("requirements.txt"), &place));
    let script = |name: &str| -> std::result::Result<Command, String> {
        let mut command = node.clone()?.command();
        command.current_dir(folder()).arg(format!("{name}.mjs"));
        Ok(command)
    };

    lines.push(text.time("native", Ok(Command::new(native("peers-native"))))?);
    let engine = module.and_then(|module| {
        let mut command = script("engine")?;
        command.env("MODULE", module);
        Ok(command)
    });
    lines.push(text.time("wasm", engine)?);
    let scikit = python.map(|python| {
        let mut command = Command::new(python);
        command.arg(folder().join("scikit.py"));
        command
    });
    lines.push(text.time("scikit", scikit)?);
    for name in SCRIPTS {
        let ready = packages.clone().and_then(|()| script(name));
        lines.push(text.time(name, ready)?);
    }

    let results = project::scratch()?.join("peers.jsonl");
    fs::write(&results, lines.join("\n")).map_err(Error::file("write", &results))?;
    run(Command::new(native("peers-table")).arg(&results))
}

/// What everybody is given.
struct Text {
    documents: PathBuf,
    units: PathBuf,
    /// What the table is told of it.
    line: String,
}

impl Text {
    fn new() -> Result<Self> {
        step("Writing the text");
        let documents = scale::corpus_of_bytes(BYTES)?;
        let mut texts = Vec::new();
        scale::collect(&documents, &mut texts)?;
        let (cut, file) = (units(&texts), project::scratch()?.join("units.txt"));
        fs::write(&file, &cut).map_err(Error::file("write", &file))?;
        let line = format!(
            "{{\"bytes\":{},\"documents\":{},\"units\":{}}}",
            texts.iter().map(String::len).sum::<usize>(),
            texts.len(),
            cut.lines().count(),
        );
        Ok(Self { documents, units: file, line })
    }

    /// Runs a program over the text and gives the line it printed; of one that could not be run, a line that says why.
    fn time(&self, id: &str, command: std::result::Result<Command, String>) -> Result<String> {
        step(format!("Measuring {id}"));
        let said = command.and_then(|mut command| {
            let words =
                project::root().join("engine").join("data").join("frequencies").join("en.txt");
            command
                .env("DOCUMENTS", &self.documents)
                .env("UNITS", &self.units)
                .env("WORDS", words)
                .env("ROUNDS", ROUNDS.to_string())
                .envs(THREADS.map(|name| (name, "1")));
            said(printed(&mut command))
        });
        match said {
            Ok(line) => Ok(line.trim().to_owned()),
            // Without our own there is nothing to compare with.
            Err(why) if id == "native" => Err(Error::Unexpected(why)),
            Err(why) => {
                eprintln!("{why}");
                Ok(format!("{{\"id\":{},\"missing\":{}}}", quoted(id), quoted(&why)))
            }
        }
    }
}

/// A result whose error is what the table will say.
fn said<T>(result: Result<T>) -> std::result::Result<T, String> {
    result.map_err(|error| error.to_string())
}

/// Where the programs are.
fn folder() -> PathBuf {
    project::root().join("tests").join("peers")
}

/// One of the programs built for this machine.
fn native(name: &str) -> PathBuf {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    project::target().join("release").join(name)
}

/// Builds the engine as the page's is built, and gives what Node.js loads it by.
fn module() -> Result<PathBuf> {
    wasm_target()?;
    let bindgen = bindgen("wasm-bindgen")?;
    step("Building the engine in WebAssembly");
    let mut build = release();
    build
        .args(["--lib", "--target", WASM])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", nameless()?);
    run(&mut build)?;
    let built = project::target().join(WASM).join("release").join("topic_peers.wasm");
    let glue = project::target().join("peers").join("module");
    run(Command::new(bindgen).args(["--target", "nodejs", "--out-dir"]).arg(&glue).arg(built))?;
    Ok(glue.join("topic_peers.js"))
}

/// Cargo, about to build the engine and its stopwatch with the release profile.
fn release() -> Command {
    let mut command = cargo();
    command.args(["build", "--release", "--locked", "--package", "topic-peers"]);
    command
}

/// The texts cut into units, a line each. But for line ends, which become blanks, nothing is changed, so that it is as many bytes.
fn units(texts: &[String]) -> String {
    let mut out = String::new();
    for text in texts {
        let mut words = 0;
        for word in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let bare = word.trim_end_matches(|c: char| c.is_ascii_whitespace());
            out.push_str(bare);
            words += usize::from(!bare.is_empty());
            let ends = !bare.is_empty() && words.is_multiple_of(WORDS);
            out.push(if ends { '\n' } else { ' ' });
        }
        out.truncate(out.trim_end_matches(' ').len());
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_hold_every_word_once() {
        let text = (0..250).map(|at| format!("w{at}\n\n")).collect::<String>();
        let cut = units(&[text.clone(), "one two\n".to_owned(), "x ".repeat(100), String::new()]);
        let sizes: Vec<usize> = cut.lines().map(|line| line.split_whitespace().count()).collect();
        assert_eq!(sizes, [100, 100, 50, 2, 100]);
        let words: Vec<&str> = cut.split_whitespace().take(250).collect();
        assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
    }
}
