//! Files to documents, on all cores.

use std::collections::{BTreeMap, HashSet};
use std::convert::Infallible;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
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

/// Reads every input and makes something of each document. See [`stream`].
pub(crate) fn each<T: Named>(
    inputs: &[Input],
    settings: &Settings,
    problems: &mut Problems,
    make: &(impl Fn(Source) -> T + Sync),
) -> Vec<T> {
    let mut documents = Vec::new();
    let all = stream(inputs, settings, problems, make, |document| {
        documents.push(document);
        Ok::<(), Infallible>(())
    });
    match all {
        Ok(()) => documents,
    }
}

/// Reads every input, makes something of each document, and hands it on as soon as those before it are through. The first error
/// of whoever takes them ends it.
///
/// Files are taken by whatever core is free and put back in order, so the result is the same on any number of them. A
/// document is named by its file; where that name is taken, by its path.
pub(crate) fn stream<T: Named, E>(
    inputs: &[Input],
    settings: &Settings,
    problems: &mut Problems,
    make: &(impl Fn(Source) -> T + Sync),
    mut give: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
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
    on_all_cores(&files, settings, make, |at, piece| {
        while let Some((_, problem)) = refused.next_if(|(place, _)| *place <= at) {
            problems.report(problem);
        }
        taken.take((at, &files[at]), piece, problems).map_or(Ok(()), &mut give)
    })?;
    refused.for_each(|(_, problem)| problems.report(problem));
    Ok(())
}

/// Hands on what each file gives, in order of the files, as it comes.
fn on_all_cores<T: Send, E>(
    files: &[Listed],
    settings: &Settings,
    make: &(impl Fn(Source) -> T + Sync),
    mut hear: impl FnMut(usize, Piece<T>) -> Result<(), E>,
) -> Result<(), E> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(files.len());
    let next = AtomicUsize::new(0);
    let work = |tell: Sender<(usize, Option<Piece<T>>)>| {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = files.get(at) else { break };
            // Nobody listens any more once somebody has seen enough.
            let heard = read(file, settings, make, |piece| tell.send((at, Some(piece))).is_ok());
            if !heard || tell.send((at, None)).is_err() {
                break;
            }
        }
    };
    thread::scope(|scope| {
        let (tell, told) = mpsc::channel();
        for _ in 0..cores {
            let (work, tell) = (&work, tell.clone());
            scope.spawn(move || work(tell));
        }
        drop(tell);
        let mut order = Order::default();
        for (at, piece) in told {
            order.come(at, piece, &mut hear)?;
        }
        Ok(())
    })
}

/// Puts what files gave into the order of the files. `None` is the end of a file.
struct Order<T> {
    /// The file that is handed on.
    at: usize,
    /// What those behind it gave meanwhile.
    waiting: BTreeMap<usize, Vec<Option<T>>>,
}

impl<T> Default for Order<T> {
    fn default() -> Self {
        Self { at: 0, waiting: BTreeMap::new() }
    }
}

impl<T> Order<T> {
    fn come<E>(
        &mut self,
        at: usize,
        piece: Option<T>,
        hear: &mut impl FnMut(usize, T) -> Result<(), E>,
    ) -> Result<(), E> {
        self.waiting.entry(at).or_default().push(piece);
        while let Some(pieces) = self.waiting.remove(&self.at) {
            let before = self.at;
            for piece in pieces {
                match piece {
                    Some(piece) => hear(before, piece)?,
                    None => self.at += 1,
                }
            }
            if self.at == before {
                break;
            }
        }
        Ok(())
    }
}

/// Reads a file and hands on what it gives, until it is told that this is enough. Whether it came to the end.
fn read<T>(
    file: &Listed,
    settings: &Settings,
    make: &impl Fn(Source) -> T,
    mut give: impl FnMut(Piece<T>) -> bool,
) -> bool {
    let bytes = match file.input.bytes() {
        Ok(bytes) => bytes,
        Err(reason) => return give(Piece::Problem(file.short.clone(), reason)),
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
    File::new(&file.short, bytes, settings).map(piece).all(&mut give)
}

/// The names that documents have.
#[derive(Default)]
struct Taken {
    files: HashSet<String>,
    names: Names,
    /// The file that gave the last document, and whether its short name is that document's.
    last: Option<(usize, bool)>,
}

impl Taken {
    /// Gives a document its name, or says what there is to say.
    fn take<T: Named>(
        &mut self,
        (at, file): (usize, &Listed),
        piece: Piece<T>,
        problems: &mut Problems,
    ) -> Option<T> {
        let path = file.input.to_string();
        let behind = |name: &str| name.strip_prefix(&file.short).unwrap_or_default().to_owned();
        match piece {
            Piece::Document(mut document) => {
                let short = match self.last {
                    Some((last, short)) if last == at => short,
                    _ => self.files.insert(file.short.clone()),
                };
                self.last = Some((at, short));
                let base = if short { &file.short } else { &path };
                let asked = format!("{base}{}", behind(document.name()));
                let name = self.names.claim(asked.clone());
                if name != asked {
                    problems.note(format_args!("{asked}: {}", Remark::Renamed(name.clone())));
                }
                *document.name() = name;
                return Some(document);
            }
            Piece::Note(name, remark) => {
                problems.note(format_args!("{path}{}: {remark}", behind(&name)));
            }
            Piece::Problem(name, reason) => {
                problems.report(format_args!("{path}{}: {reason}", behind(&name)));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_in_any_order_is_handed_on_in_the_order_of_the_files() {
        let come =
            [(1, Some('c')), (0, Some('a')), (2, None), (1, None), (0, Some('b')), (0, None)];
        let mut order = Order::default();
        let (mut heard, mut after) = (String::new(), Vec::new());
        for (at, piece) in come {
            let hear = &mut |at: usize, piece: char| {
                heard.push_str(&format!("{at}{piece} "));
                Ok::<(), Infallible>(())
            };
            assert_eq!(order.come(at, piece, hear), Ok(()));
            after.push(heard.len());
        }
        assert_eq!(heard, "0a 0b 1c ");
        assert_eq!(after, [0, 3, 3, 3, 6, 9], "nothing waits longer than it must");
        assert_eq!((order.at, order.waiting.len()), (3, 0));
    }
}
