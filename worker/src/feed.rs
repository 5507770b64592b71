//! Files on their way into memory. A browser takes milliseconds to begin with a file, whatever its size, and hardly more for
//! many of them in one blob; and it holds kilobytes for each file that is handed over. So they come some at a time, as one blob.

use std::collections::VecDeque;

use js_sys::Uint8Array;
use protocol::Taken;
use readers::is_all_text;
use web_sys::{Blob, FileReaderSync};

use super::port;

/// Files that were handed over, in order.
#[derive(Default)]
pub(crate) struct Feed {
    batches: VecDeque<Batch>,
    /// Bytes of all files.
    size: u64,
    /// Bytes of those that are text from end to end, by their names.
    text: u64,
    /// How many were begun.
    begun: usize,
    /// Bytes of the one begun last.
    last: u64,
}

/// Files that came together.
struct Batch {
    /// One after the other; `None` where the browser made none of them.
    blob: Option<Blob>,
    files: VecDeque<Taken>,
    /// Where the next one begins.
    from: u64,
    /// The bytes of all of them, once they are read together.
    bytes: Option<Uint8Array>,
    /// Whether each is read alone: together they could not be, and which of them is gone or has changed, they tell alone.
    apart: bool,
}

/// A file that is to be read: its path, and its bytes or a clause that says why there are none.
pub(crate) struct Fed {
    pub(crate) path: String,
    pub(crate) bytes: Result<Vec<u8>, String>,
}

impl Feed {
    /// Takes files that came together in a blob.
    pub(crate) fn take(&mut self, files: Vec<Taken>, blob: Option<Blob>) {
        for Taken { path, size } in &files {
            self.size += size;
            self.text += if is_all_text(path) { *size } else { 0 };
        }
        let apart = files.len() < 2;
        self.batches.push_back(Batch { blob, files: files.into(), from: 0, bytes: None, apart });
    }

    /// Bytes of all files.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Bytes of those that are text from end to end, by their names.
    pub(crate) fn text(&self) -> u64 {
        self.text
    }

    /// How many were begun.
    pub(crate) fn begun(&self) -> usize {
        self.begun
    }

    /// Bytes of the file begun last.
    pub(crate) fn size_of_last(&self) -> u64 {
        self.last
    }

    /// The next file; `None` at the end.
    pub(crate) fn next(&mut self) -> Option<Fed> {
        while self.batches.pop_front_if(|batch| batch.files.is_empty()).is_some() {}
        let fed = self.batches.front_mut()?.next()?;
        self.begun += 1;
        self.last = fed.1;
        Some(fed.0)
    }
}

impl Batch {
    /// The next file, and its bytes in the blob.
    fn next(&mut self) -> Option<(Fed, u64)> {
        if self.bytes.is_none() && !self.apart {
            let whole: u64 = self.files.iter().map(|file| file.size).sum();
            let all = self.blob.as_ref().and_then(|blob| read(blob).ok());
            self.bytes = all.filter(|all| u64::from(all.length()) == whole);
            self.apart = self.bytes.is_none();
        }
        let Taken { path, size } = self.files.pop_front()?;
        let (from, to) = (self.from, self.from + size);
        self.from = to;
        let bytes = match &self.bytes {
            Some(all) => Ok(all.subarray(from as u32, to as u32).to_vec()),
            None => self.blob.as_ref().ok_or(GONE.to_owned()).and_then(|blob| part(blob, from, to)),
        };
        if self.files.is_empty() {
            self.bytes.take().iter().for_each(port::free);
        }
        Some((Fed { path, bytes }, size))
    }
}

/// Reads a part of a blob.
fn part(blob: &Blob, from: u64, to: u64) -> Result<Vec<u8>, String> {
    let part = blob.slice_with_f64_and_f64(from as f64, to as f64).map_err(|_| GONE)?;
    let read = read(&part)?;
    let bytes = read.to_vec();
    port::free(&read);
    Ok(bytes)
}

const GONE: &str = "it could not be read: moved, changed or taken away meanwhile";

/// Reads a blob into the browser's memory.
fn read(blob: &Blob) -> Result<Uint8Array, String> {
    let reader = FileReaderSync::new().map_err(|_| "this browser cannot read files here")?;
    match reader.read_as_array_buffer(blob) {
        Ok(buffer) => Ok(Uint8Array::new(&buffer)),
        Err(_) => Err(GONE.to_owned()),
    }
}
