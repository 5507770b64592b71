//! Which corpora are measured, in groups.

use std::fs;
use std::path::Path;

use crate::gold::{Files, GoldCorpus};

/// Corpora that belong together.
#[derive(Debug)]
pub struct Group {
    /// What the group goes by in files.
    pub name: &'static str,
    /// What it is, for the table.
    pub title: &'static str,
    /// Its corpora by name.
    pub corpora: Vec<GoldCorpus>,
    /// Those that had no part in the choice of method.
    pub kept_out: &'static [&'static str],
}

/// Corpora of the second group that nobody looked at while the method was chosen.
const KEPT_OUT: [&str; 6] = [
    "amateur-astronomy",
    "beekeeping",
    "dormir-mieux",
    "erste-wohnung",
    "genealogy",
    "street-food",
];

/// Reads the groups of the project whose folder is `root`.
///
/// # Errors
///
/// A file that cannot be read or is not as it should be.
pub fn groups(root: &Path) -> Result<Vec<Group>, String> {
    let tests = root.join("tests");
    let shipped = Files {
        name: "shipped documents".to_owned(),
        documents: root.join("corpus"),
        gold: tests.join("corpora/therapists/gold.tsv"),
        // Its notes say what sort of piece a line is, not what it is about.
        subjects: false,
    };
    let mut first = vec![GoldCorpus::read(&shipped)?];
    first.extend(folder(&tests.join("corpora"))?);
    let second = folder(&tests.join("corpora-digressive"))?;
    Ok(vec![
        Group { name: "corpora", title: "tests/corpora", corpora: first, kept_out: &[] },
        Group {
            name: "digressive",
            title: "tests/corpora-digressive",
            corpora: second,
            kept_out: &KEPT_OUT,
        },
    ])
}

/// The corpora of a folder by name: its folders that hold documents beside their labels.
fn folder(path: &Path) -> Result<Vec<GoldCorpus>, String> {
    let located = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut corpora = Vec::new();
    for entry in fs::read_dir(path).map_err(located)? {
        let documents = entry.map_err(located)?.path();
        let name = documents.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let gold = documents.join("gold.tsv");
        // Labels alone are for documents that lie elsewhere.
        if gold.is_file() && has_texts(&documents).map_err(located)? {
            corpora.push(GoldCorpus::read(&Files { name, documents, gold, subjects: true })?);
        }
    }
    corpora.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(corpora)
}

fn has_texts(folder: &Path) -> std::io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if entry?.path().extension().is_some_and(|end| end == "txt") {
            return Ok(true);
        }
    }
    Ok(false)
}
