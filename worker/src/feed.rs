//! Files on their way into memory. A browser takes milliseconds to begin with a file, whatever its size, and hardly more for
//! many of them in one blob: so small ones are read some at a time.

use js_sys::{Array, Uint8Array};
use readers::is_all_text;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File, FileReaderSync};

use super::port;

/// Files that are read together.
const TOGETHER: usize = 64;

/// Bytes from which no further file is read with those before.
const ENOUGH: u64 = 4_000_000;

/// Files that were handed over, in order: pairs of a path and a file.
#[derive(Default)]
pub(crate) struct Feed {
    files: Vec<Given>,
    /// Bytes of all of them.
    size: u64,
    /// Bytes of those that are text from end to end, by their names.
    text: u64,
    /// The next one.
    at: usize,
    /// Those that are read, the first of them at `at`; none where they are to be read one by one.
    ahead: Option<Ahead>,
    /// The first that may be read together with others: where some could not be, each is tried alone.
    alone_until: usize,
}

struct Given {
    path: String,
    file: Option<File>,
    size: u64,
}

struct Ahead {
    bytes: Uint8Array,
    /// Where the next file begins in them.
    from: u32,
    /// One past the last file that is in them.
    end: usize,
}

/// A file that is to be read: its path, and its bytes or a clause that says why there are none.
pub(crate) struct Fed {
    pub(crate) path: String,
    pub(crate) bytes: Result<Vec<u8>, String>,
}

impl Feed {
    /// Takes pairs of a path and a file.
    pub(crate) fn take(&mut self, pairs: &JsValue) {
        for pair in Array::from(pairs).iter() {
            let pair = Array::from(&pair);
            let file: Option<File> = pair.get(1).dyn_into().ok();
            let size = file.as_ref().map_or(0, |file| file.size() as u64);
            let path = pair.get(0).as_string().unwrap_or_default();
            self.size += size;
            self.text += if is_all_text(&path) { size } else { 0 };
            self.files.push(Given { path, file, size });
        }
    }

    /// Bytes of all files.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Bytes of those that are text from end to end, by their names.
    pub(crate) fn text(&self) -> u64 {
        self.text
    }

    /// Whether as many have come, and are not begun, as are read together.
    pub(crate) fn is_worth_reading(&self) -> bool {
        let left = &self.files[self.at..];
        let sum = |sum, given: &Given| sum + given.size;
        left.len() >= TOGETHER || left.iter().fold(0, sum) >= ENOUGH
    }

    /// How many were begun.
    pub(crate) fn begun(&self) -> usize {
        self.at
    }

    /// Bytes of the file begun last.
    pub(crate) fn size_of_last(&self) -> u64 {
        let last = self.at.checked_sub(1).and_then(|at| self.files.get(at));
        last.map_or(0, |given| given.size)
    }

    /// The next file; `None` at the end.
    pub(crate) fn next(&mut self) -> Option<Fed> {
        if self.ahead.is_none() && self.at >= self.alone_until {
            self.read_ahead();
        }
        let given = self.files.get_mut(self.at)?;
        self.at += 1;
        let bytes = match &mut self.ahead {
            Some(ahead) => {
                let from = ahead.from;
                ahead.from += given.size as u32;
                Ok(ahead.bytes.subarray(from, ahead.from).to_vec())
            }
            None => given.read(),
        };
        // A browser holds some kilobytes for each.
        given.file = None;
        let path = given.path.clone();
        if let Some(read) = self.ahead.take_if(|ahead| ahead.end == self.at) {
            port::free(&read.bytes);
        }
        Some(Fed { path, bytes })
    }

    /// Reads the next files together, where there is more than one and all of them can be read.
    fn read_ahead(&mut self) {
        let end = self.at + together(self.files[self.at..].iter().map(|given| given.size));
        let some = &self.files[self.at..end];
        let parts: Array = some.iter().filter_map(|given| given.file.as_ref()).collect();
        let whole: u64 = some.iter().map(|given| given.size).sum();
        if some.len() < 2 {
            return;
        }
        let blob = Blob::new_with_blob_sequence(&parts).ok();
        let bytes = blob.and_then(|blob| read(&blob).ok());
        let all = parts.length() as usize == some.len();
        match bytes.filter(|bytes| all && u64::from(bytes.length()) == whole) {
            Some(bytes) => self.ahead = Some(Ahead { bytes, from: 0, end }),
            // One of them is gone or has changed: which, they tell when they are read alone.
            None => self.alone_until = end,
        }
    }
}

impl Given {
    fn read(&self) -> Result<Vec<u8>, String> {
        let file = self.file.as_ref().ok_or("not a file")?;
        let read = read(file)?;
        let bytes = read.to_vec();
        port::free(&read);
        Ok(bytes)
    }
}

/// Reads a blob into the browser's memory.
fn read(blob: &Blob) -> Result<Uint8Array, String> {
    let reader = FileReaderSync::new().map_err(|_| "this browser cannot read files here")?;
    match reader.read_as_array_buffer(blob) {
        Ok(buffer) => Ok(Uint8Array::new(&buffer)),
        Err(_) => Err("it could not be read: moved, changed or taken away meanwhile".to_owned()),
    }
}

/// How many of the first files, by their sizes, are read together.
fn together(sizes: impl Iterator<Item = u64>) -> usize {
    let mut sum = 0;
    sizes
        .take(TOGETHER)
        .take_while(|size| {
            let first = sum == 0;
            sum += size;
            first || sum <= ENOUGH
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_files_are_read_together_and_large_ones_alone() {
        assert_eq!(together([].into_iter()), 0);
        assert_eq!(together([ENOUGH * 9, 1, 1].into_iter()), 1);
        assert_eq!(together([1, ENOUGH - 1, 1].into_iter()), 2);
        assert_eq!(together([0, 0, 7].into_iter()), 3);
        assert_eq!(together(std::iter::repeat_n(9, 1000)), TOGETHER);
    }
}
