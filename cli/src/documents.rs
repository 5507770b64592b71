//! Files to documents, on all cores.

use std::collections::HashSet;
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use engine::parse::{Document, parse_with};
use readers::{File, Found, Names, Problem, Reason, Remark, Settings, Source};

use crate::arguments::Options;
use crate::input::{Input, Listed};
use crate::problems::Problems;

/// Something with the name of a document.
pub(crate) trait Named: Send {
    /// The name.
    fn name(&mut self) -> &mut String;
}

impl Named for Document {
    fn name(&mut self) -> &mut String {
        &mut self.name
    }
}

impl Named for Source {
    fn name(&mut self) -> &mut String {
        &mut self.name
    }
}

/// A piece of what a file gave; the names in it begin with the short name of the file.
enum Piece<T> {
    Document(T),
    /// Worth saying, and no reason to fail.
    Note(String, String),
    Problem(String, String),
}

/// Reads and parses every input. What cannot be read is reported and left out.
pub(crate) fn parsed(
    inputs: &[Input],
    options: &Options,
    problems: &mut Problems,
) -> Vec<Document> {
    let parsed = |source: Source| {
        let language = options.language.or(source.language);
        parse_with(&source.name, source.text, language, &source.hints)
    };
    each(inputs, &options.reading, problems, &parsed)
}

/// Reads every input and makes something of each document.
///
/// Files are taken by whatever core is free and put back in order, so the result is the same on any number of them. A
/// document is named by its file; where that name is taken, by its path.
pub(crate) fn each<T: Named>(
    inputs: &[Input],
    settings: &Settings,
    problems: &mut Problems,
    make: &(impl Fn(Source) -> T + Sync),
) -> Vec<T> {
    let mut files: Vec<Listed> = Vec::new();
    // A folder that cannot be read is told of where its files would be.
    let mut refused: Vec<(usize, String)> = Vec::new();
    for input in inputs {
        match input.files() {
            Ok(listed) => files.extend(listed),
            Err(reason) => refused.push((files.len(), format!("{input}: {reason}"))),
        }
    }
    let mut refused = refused.into_iter().peekable();
    let mut taken = Taken::default();
    let mut documents = Vec::new();
    for (at, pieces) in on_all_cores(&files, settings, make).into_iter().enumerate() {
        while let Some((_, problem)) = refused.next_if(|(place, _)| *place <= at) {
            problems.report(problem);
        }
        taken.take(&files[at], pieces, problems, &mut documents);
    }
    refused.for_each(|(_, problem)| problems.report(problem));
    documents
}

/// What each file gave, in order of the files.
fn on_all_cores<T: Send>(
    files: &[Listed],
    settings: &Settings,
    make: &(impl Fn(Source) -> T + Sync),
) -> Vec<Vec<Piece<T>>> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(files.len());
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Vec<Piece<T>>)>> = Mutex::new(Vec::with_capacity(files.len()));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = files.get(at) else { break };
            let pieces = read(file, settings, make);
            // Poisoned only by a panic, which ends the program anyway.
            done.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push((at, pieces));
        }
    };
    thread::scope(|scope| {
        for _ in 1..cores {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, pieces)| pieces).collect()
}

fn read<T>(file: &Listed, settings: &Settings, make: &impl Fn(Source) -> T) -> Vec<Piece<T>> {
    let bytes = match file.input.bytes() {
        Ok(bytes) => bytes,
        Err(reason) => return vec![Piece::Problem(file.short.clone(), reason)],
    };
    let piece = |found: Found| match found {
        Found::Source(source) => Piece::Document(make(source)),
        Found::Note(note) => Piece::Note(note.name, note.remark.to_string()),
        // Nothing is lost with it.
        Found::Problem(Problem { name, reason: Reason::Empty }) => {
            Piece::Note(name, Reason::Empty.to_string())
        }
        Found::Problem(Problem { name, reason }) => Piece::Problem(name, reason.to_string()),
    };
    File::new(&file.short, bytes, settings).map(piece).collect()
}

/// The names that documents have.
#[derive(Default)]
struct Taken {
    files: HashSet<String>,
    names: Names,
}

impl Taken {
    /// Gives the documents of a file their names and says what there is to say.
    fn take<T: Named>(
        &mut self,
        file: &Listed,
        pieces: Vec<Piece<T>>,
        problems: &mut Problems,
        documents: &mut Vec<T>,
    ) {
        let path = file.input.to_string();
        let any = pieces.iter().any(|piece| matches!(piece, Piece::Document(_)));
        let short = any && self.files.insert(file.short.clone());
        let behind = |name: &str| name.strip_prefix(&file.short).unwrap_or_default().to_owned();
        for piece in pieces {
            match piece {
                Piece::Document(mut document) => {
                    let base = if short { &file.short } else { &path };
                    let asked = format!("{base}{}", behind(document.name()));
                    let name = self.names.claim(asked.clone());
                    if name != asked {
                        problems.note(format_args!("{asked}: {}", Remark::Renamed(name.clone())));
                    }
                    *document.name() = name;
                    documents.push(document);
                }
                Piece::Note(name, remark) => {
                    problems.note(format_args!("{path}{}: {remark}", behind(&name)));
                }
                Piece::Problem(name, reason) => {
                    problems.report(format_args!("{path}{}: {reason}", behind(&name)));
                }
            }
        }
    }
}
