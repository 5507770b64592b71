//! Parses the documents in `corpus/`, or in the folder that `TOPIC_EXPLORER_CORPUS` names, with the engine and writes them
//! where the page can embed them.

use std::path::Path;
use std::{env, fs};

use engine::Corpus;
use engine::count::{Background, CorpusFrequencies, count};
use engine::language::Language;
use engine::separate::{Settings, separate};
use serde::Serialize;

#[derive(Serialize)]
struct Bundle {
    corpus: Corpus,
    titles: Vec<String>,
    frequencies: CorpusFrequencies,
}

/// One line of the manifest: a file, its language and its title.
struct Entry {
    file: String,
    language: Option<Language>,
    title: String,
}

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-env-changed=TOPIC_EXPLORER_CORPUS");
    let folder = env::var_os("TOPIC_EXPLORER_CORPUS").unwrap_or_else(|| "corpus".into());
    let folder = Path::new(&folder);
    println!("cargo::rerun-if-changed={}", folder.display());
    let (name, entries) = manifest(&folder.join("manifest.tsv"))?;
    let mut corpus = Corpus { name, documents: Vec::new() };
    let mut titles = Vec::new();
    for file in text_files(folder)? {
        let path = folder.join(&file);
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let text = String::from_utf8(bytes).map_err(|_| {
            format!("{}: not UTF-8; save it as UTF-8 and build again", path.display())
        })?;
        let entry = entries.iter().find(|entry| entry.file == file);
        let language = entry.and_then(|entry| entry.language);
        corpus.documents.push(engine::parse::parse(&file, text, language));
        titles.push(entry.map(|entry| entry.title.clone()).unwrap_or_default());
    }
    let counts = count(&corpus, &Background::BuiltIn);
    let frequencies = CorpusFrequencies::for_corpus(&corpus, &counts, &Background::BuiltIn);
    let background = Background::Lists(frequencies.clone());
    let analysis = separate(&corpus, &count(&corpus, &background), &Settings::default());
    // A test compares this with what the browser finds.
    write("analysis.txt", format!("{analysis:?}").as_bytes())?;
    let bundle = Bundle { corpus, titles, frequencies };
    write("corpus.postcard", &postcard::to_allocvec(&bundle).map_err(|error| error.to_string())?)
}

/// Writes a file where the page's source and its tests can include it.
fn write(name: &str, bytes: &[u8]) -> Result<(), String> {
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    fs::write(Path::new(&out).join(name), bytes).map_err(|error| error.to_string())
}

/// The names of the text files in a folder, in order.
fn text_files(folder: &Path) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for item in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let item = item.map_err(|error| error.to_string())?;
        let name = item.file_name().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The corpus's name and what is said of each file. A folder without a manifest is fine.
fn manifest(path: &Path) -> Result<(String, Vec<Entry>), String> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(_) => return Ok(("Documents".to_owned(), Vec::new())),
    };
    let mut name = "Documents".to_owned();
    let mut entries = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split('\t').collect::<Vec<_>>()[..] {
            ["corpus", title] => name = title.trim().to_owned(),
            [file, tag, title] => entries.push(Entry {
                file: file.to_owned(),
                language: language(tag).map_err(|what| place(path, index, &what))?,
                title: title.trim().to_owned(),
            }),
            _ => {
                let what = "expected `corpus TAB name` or `file TAB language TAB title`";
                return Err(place(path, index, what));
            }
        }
    }
    Ok((name, entries))
}

/// A language by its code; `-` leaves it to the parser.
fn language(tag: &str) -> Result<Option<Language>, String> {
    match tag {
        "-" => Ok(None),
        tag => match Language::from_code(tag) {
            Some(language) => Ok(Some(language)),
            None => Err(format!("`{tag}` is not a language this program knows")),
        },
    }
}

fn place(path: &Path, index: usize, what: &str) -> String {
    format!("{}, line {}: {what}", path.display(), index + 1)
}
