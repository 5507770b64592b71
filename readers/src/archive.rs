//! Zip archives: a file an entry.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::kind::{by_magic, is_known};
use crate::reader::Step;
use crate::{Format, Found, Limits, Note, Problem, Reason, Remark};

/// What any file may unpack to, whatever its packed size.
const FREE: u64 = 1 << 20;

/// An archive whose bytes are in memory.
pub(crate) type Archive = ZipArchive<Cursor<Vec<u8>>>;

/// Opens an archive: its list of files stands at its end.
pub(crate) fn open(bytes: Vec<u8>) -> Result<Archive, Reason> {
    // A comment of up to 64 KiB may follow the end record.
    let tail = &bytes[bytes.len().saturating_sub(22 + 65_535)..];
    let ended = tail.windows(4).any(|four| four == b"PK\x05\x06");
    let damage = if ended { Reason::Damaged } else { Reason::Truncated };
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| damage)
}

/// Files that tell what an archive is: what it is, as the office programs and readers of books write it.
const KINDS: [(&str, &str); 4] = [
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an e-book"),
    ("META-INF/manifest.xml", "an OpenDocument file"),
];

/// Whether an archive is a Word document, an archive of files, or another kind of file.
pub(crate) fn kind(archive: &Archive) -> Result<Format, Reason> {
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("word/document.xml") && has("[Content_Types].xml") {
        return Ok(Format::Docx);
    }
    // Where the whole archive is one such file; a pile of files can hold anything.
    let known = has("mimetype") || has("[Content_Types].xml");
    match KINDS.iter().find(|(name, _)| known && has(name)) {
        Some((_, what)) => Err(Reason::WrongType(what)),
        None => Ok(Format::Zip),
    }
}

/// Unpacks one file, up to a number of bytes.
pub(crate) fn unpack(archive: &mut Archive, at: usize, most: u64) -> Result<Vec<u8>, Reason> {
    let file = archive.by_index(at).map_err(reason)?;
    let mut bytes = Vec::new();
    let read = file.take(most.saturating_add(1)).read_to_end(&mut bytes);
    if bytes.len() as u64 > most {
        return Err(Reason::TooLarge(bytes.len() as u64, most));
    }
    read.map(|_| bytes).map_err(|_| Reason::Damaged)
}

fn reason(error: ZipError) -> Reason {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Reason::Encrypted,
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            Reason::Compression
        }
        _ => Reason::Damaged,
    }
}

/// The files of an archive, one after the other.
#[derive(Debug)]
pub(crate) struct Entries {
    name: String,
    archive: Archive,
    at: usize,
    unpacked: u64,
    limits: Limits,
    passed: usize,
    ended: bool,
}

impl Entries {
    pub(crate) fn new(name: &str, archive: Archive, limits: Limits) -> Self {
        let name = name.to_owned();
        Self { name, archive, at: 0, unpacked: 0, limits, passed: 0, ended: false }
    }

    /// Share of the files read so far, in thousandths.
    pub(crate) fn thousandths(&self) -> u64 {
        (self.at * 1000 / self.archive.len().max(1)) as u64
    }

    /// The next file, or what there is to say.
    pub(crate) fn next(&mut self) -> Option<Step> {
        while !self.ended && self.at < self.archive.len() {
            let at = self.at;
            self.at += 1;
            if at >= self.limits.entries {
                self.ended = true;
                return Some(self.problem(&self.name, Reason::TooManyFiles(at)));
            }
            if let Some(step) = self.entry(at) {
                return Some(step);
            }
        }
        let passed = std::mem::take(&mut self.passed);
        (passed > 0).then(|| {
            let (name, remark) = (self.name.clone(), Remark::Passed(passed));
            Step::Found(Found::Note(Note { name, remark }))
        })
    }

    fn entry(&mut self, at: usize) -> Option<Step> {
        let listed = self.archive.by_index_raw(at).map_err(reason).map(|file| {
            (!file.is_dir())
                .then(|| (file.name().replace('\\', "/"), file.compressed_size(), file.size()))
        });
        let (path, packed, size) = match listed {
            Ok(file) => file?,
            Err(reason) => return Some(self.problem(&self.name, reason)),
        };
        if is_of_the_system(&path) {
            return None;
        }
        if !is_known(&path) {
            self.passed += 1;
            return None;
        }
        let name = format!("{}/{path}", self.name);
        let ratio = packed.saturating_mul(self.limits.ratio).saturating_add(FREE);
        let left = self.limits.unpacked - self.unpacked;
        let most = ratio.min(left).min(self.limits.file);
        // What the list says of the size may be a lie, so both it and what comes out are held against the limits.
        let unpacked = if size > most {
            Err(Reason::TooLarge(size, most))
        } else {
            unpack(&mut self.archive, at, most)
        };
        let bytes = match unpacked {
            Ok(bytes) => bytes,
            Err(Reason::TooLarge(size, _)) => {
                let reason = if most == ratio {
                    Reason::Bomb(self.limits.ratio)
                } else if most == left {
                    self.ended = true;
                    Reason::UnpacksTooLarge(self.limits.unpacked)
                } else {
                    Reason::TooLarge(size, most)
                };
                return Some(self.problem(&name, reason));
            }
            Err(reason) => return Some(self.problem(&name, reason)),
        };
        self.unpacked += bytes.len() as u64;
        if by_magic(&bytes) == Ok(Some(Format::Zip))
            && open(bytes.clone()).as_ref().map(kind) == Ok(Ok(Format::Zip))
        {
            return Some(self.problem(&name, Reason::NestedArchive));
        }
        Some(Step::Inner { name, bytes })
    }

    fn problem(&self, name: &str, reason: Reason) -> Step {
        Step::Found(Found::Problem(Problem { name: name.to_owned(), reason }))
    }
}

/// Whether a file is what a system keeps for itself about a folder.
fn is_of_the_system(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("__MACOSX/")
        || file.starts_with("._")
        || matches!(file, ".DS_Store" | "Thumbs.db" | "desktop.ini")
}
