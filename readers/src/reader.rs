//! Files to documents, step by step.

use std::collections::VecDeque;

use crate::archive::{self, Entries};
use crate::encoding::{Decoded, decode};
use crate::json::Items;
use crate::names::Names;
use crate::table::Rows;
use crate::{Choice, Encoding, Format, Found, Note, Problem, Reason, Remark, Settings, Source};
use crate::{docx, html, kind, markdown, pdf, script};

/// What a part of a file gives next.
pub(crate) enum Step {
    /// Something for whoever drives the reader.
    Found(Found),
    /// A file inside the file.
    Inner { name: String, bytes: Vec<u8> },
}

/// What is being read.
#[derive(Debug)]
enum Open {
    Whole { name: String, bytes: Vec<u8> },
    Rows(Box<Rows>),
    Items(Box<Items>),
    Entries(Box<Entries>),
}

/// One file, read piece by piece: an iterator over what is in it.
///
/// Dropping it stops. It knows nothing of other files, so several can be read at once; [`Names`] then sees to it that no
/// two documents have one name.
#[derive(Debug)]
pub struct File {
    settings: Settings,
    size: u64,
    /// From the file to the part of it that is being read.
    open: Vec<Open>,
    /// What comes before anything else.
    waiting: VecDeque<Found>,
}

/// How much of a file is read, in bytes; of an archive in proportion to its files.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Progress {
    /// Bytes read.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

impl File {
    /// A file by its name, which may have folders before it, and its bytes. Nothing is read yet.
    pub fn new(name: &str, bytes: Vec<u8>, settings: &Settings) -> Self {
        let size = bytes.len() as u64;
        let whole = Open::Whole { name: name.to_owned(), bytes };
        Self { settings: settings.clone(), size, open: vec![whole], waiting: VecDeque::new() }
    }

    /// Says which columns are what, in answer to [`Remark::Columns`]: of the table or the list that was told of last. Too late
    /// for what was read of it before.
    pub fn choose(&mut self, choice: &Choice) {
        match self.open.last_mut() {
            Some(Open::Rows(rows)) => rows.choose(choice),
            Some(Open::Items(items)) => items.choose(choice),
            _ => {}
        }
    }

    /// How much of it is read.
    pub fn progress(&self) -> Progress {
        let done = match self.open.first() {
            None => self.size,
            Some(Open::Whole { .. }) => 0,
            // Text in UTF-16 has another number of bytes than its file.
            Some(Open::Rows(rows)) => rows.done().min(self.size),
            Some(Open::Items(items)) => items.done().min(self.size),
            Some(Open::Entries(entries)) => self.size / 1000 * entries.thousandths(),
        };
        Progress { done, total: self.size }
    }

    /// Opens a file, or reads it where it is one document.
    fn whole(&mut self, name: String, bytes: Vec<u8>) -> Option<Found> {
        match self.opened(&name, bytes) {
            Ok(found) => found,
            Err(reason) => Some(Found::Problem(Problem { name, reason })),
        }
    }

    fn opened(&mut self, name: &str, bytes: Vec<u8>) -> Result<Option<Found>, Reason> {
        let (size, limit) = (bytes.len() as u64, self.settings.limits.file);
        if size > limit {
            return Err(Reason::TooLarge(size, limit));
        }
        if bytes.is_empty() {
            return Err(Reason::Empty);
        }
        let named = kind::by_name(name);
        // Some programs put a line of their own before a PDF.
        let known = match named {
            Some(Format::Pdf) if pdf::is_pdf(&bytes) => named,
            _ => kind::by_magic(&bytes)?,
        };
        match known {
            Some(Format::Zip) => return self.archive(name, bytes),
            Some(Format::Pdf) => return self.pdf(name, bytes),
            _ => {}
        }
        match named {
            Some(Format::Pdf) => return Err(Reason::NotAsNamed("a PDF")),
            Some(Format::Docx) => return Err(Reason::NotAsNamed("a Word document")),
            Some(Format::Zip) => return Err(Reason::NotAsNamed("a zip archive")),
            _ => {}
        }
        // A text says its encoding only where it is markup.
        let declared = match named {
            Some(Format::Html) | None => kind::declared(&bytes),
            _ => None,
        };
        let decoded = decode(bytes, declared.as_deref())?;
        if decoded.text.len() as u64 > limit {
            return Err(Reason::TooLarge(decoded.text.len() as u64, limit));
        }
        if decoded.text.trim().is_empty() {
            return Err(Reason::Empty);
        }
        if decoded.bad > 0 {
            let remark = Remark::BadBytes(decoded.bad);
            self.waiting.push_back(Found::Note(Note { name: name.to_owned(), remark }));
        }
        let format = named.unwrap_or_else(|| kind::by_text(&decoded.text));
        self.text(name, decoded, format)
    }

    fn text(
        &mut self,
        name: &str,
        decoded: Decoded,
        format: Format,
    ) -> Result<Option<Found>, Reason> {
        let encoding = decoded.encoding;
        let page = match format {
            Format::Table => {
                let rows = Rows::new(name, decoded, &self.settings)?;
                self.open.push(Open::Rows(Box::new(rows)));
                return Ok(None);
            }
            Format::Json | Format::JsonLines => {
                let items = Items::new(name, decoded, format, &self.settings)?;
                self.open.push(Open::Items(Box::new(items)));
                return Ok(None);
            }
            Format::Html => html::read(&decoded.text)?,
            Format::Markdown => markdown::read(&decoded.text),
            _ => html::Page { title: None, language: None, text: decoded.text, hints: Vec::new() },
        };
        document(name, page, encoding, format).map(Some)
    }

    fn pdf(&mut self, name: &str, bytes: Vec<u8>) -> Result<Option<Found>, Reason> {
        let (page, remarks) = pdf::read(bytes, &self.settings.limits)?;
        let note = |remark| Found::Note(Note { name: name.to_owned(), remark });
        self.waiting.extend(remarks.into_iter().map(note));
        document(name, page, Encoding::Utf8, Format::Pdf).map(Some)
    }

    fn archive(&mut self, name: &str, bytes: Vec<u8>) -> Result<Option<Found>, Reason> {
        let mut archive = archive::open(bytes)?;
        match archive::kind(&archive)? {
            Format::Docx => {
                let page = docx::read(&mut archive, &self.settings.limits)?;
                document(name, page, Encoding::Utf8, Format::Docx).map(Some)
            }
            _ if kind::by_name(name) == Some(Format::Docx) => {
                Err(Reason::NotAsNamed("a Word document"))
            }
            // What stands in an archive was looked at there.
            _ => {
                let entries = Entries::new(name, archive, self.settings.limits);
                self.open.push(Open::Entries(Box::new(entries)));
                Ok(None)
            }
        }
    }

    /// What the innermost part gives next; `None` where it is at its end.
    fn step(&mut self) -> Option<Step> {
        match self.open.last_mut()? {
            Open::Whole { .. } => None,
            Open::Rows(rows) => rows.next(),
            Open::Items(items) => items.next(),
            Open::Entries(entries) => entries.next(),
        }
    }
}

impl Iterator for File {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(found) = self.waiting.pop_front() {
                return Some(found);
            }
            let found = match self.step() {
                Some(Step::Found(found)) => Some(found),
                Some(Step::Inner { name, bytes }) => {
                    self.open.push(Open::Whole { name, bytes });
                    None
                }
                None => match self.open.pop()? {
                    Open::Whole { name, bytes } => self.whole(name, bytes),
                    _ => None,
                },
            };
            // Notes on how a file was read go before what was read.
            self.waiting.extend(found.map(checked));
        }
    }
}

/// Refuses a document whose words cannot be found.
fn checked(found: Found) -> Found {
    match found {
        Found::Source(source) => match script::unsegmented(&source.text) {
            Some(script) => {
                let reason = Reason::Unsegmented(script);
                Found::Problem(Problem { name: source.name, reason })
            }
            None => Found::Source(source),
        },
        other => other,
    }
}

fn document(
    name: &str,
    page: html::Page,
    encoding: Encoding,
    format: Format,
) -> Result<Found, Reason> {
    let html::Page { title, language, text, hints } = page;
    if text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    let (name, group) = (name.to_owned(), None);
    Ok(Found::Source(Source { name, title, group, language, text, hints, encoding, format }))
}

/// Files, one after the other: give it one with [`Reader::push`], take what is in it, and stop whenever you like.
#[derive(Debug, Default)]
pub struct Reader {
    settings: Settings,
    names: Names,
    files: VecDeque<File>,
    /// What is said before anything else.
    waiting: Option<Found>,
}

impl Reader {
    /// A reader that has read nothing.
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Gives it a file, to be read after those it has.
    pub fn push(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.push_back(File::new(name, bytes, &self.settings));
    }

    /// How much of the file it is at is read.
    pub fn progress(&self) -> Progress {
        self.files.front().map(File::progress).unwrap_or_default()
    }
}

impl Iterator for Reader {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        if let Some(found) = self.waiting.take() {
            return Some(found);
        }
        loop {
            match self.files.front_mut()?.next() {
                Some(Found::Source(mut source)) => {
                    let asked = source.name.clone();
                    source.name = self.names.claim(source.name);
                    if source.name == asked {
                        return Some(Found::Source(source));
                    }
                    let remark = Remark::Renamed(source.name.clone());
                    self.waiting = Some(Found::Source(source));
                    return Some(Found::Note(Note { name: asked, remark }));
                }
                Some(other) => return Some(other),
                None => drop(self.files.pop_front()),
            }
        }
    }
}
