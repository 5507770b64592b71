//! Files compressed beforehand, for servers that send `name.br` or `name.gz` in the place of `name`.

use std::io::{self, Write as _};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::one_file::FORM;
use crate::reader::WORDS;
use crate::shell::Files;
use crate::{Error, Result};

/// What does not get smaller: pictures are compressed already.
const COMPRESSED: [&str; 2] = [".png", ".woff2"];

/// Adds to every file that gets smaller by it what it is as Brotli and as gzip.
///
/// # Errors
///
/// None that a caller can cause: both write to memory.
pub(crate) fn compress(files: &mut Files) -> Result<()> {
    let mut made = Files::new();
    for (name, bytes) in files.iter() {
        if COMPRESSED.iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let quality = quality(name);
        for (ending, small) in [("br", brotli(bytes, quality)), ("gz", gzip(bytes))] {
            let small = small.map_err(|error| Error::File(name.into(), error))?;
            if small.len() < bytes.len() {
                made.insert(format!("{name}.{ending}"), small);
            }
        }
    }
    files.extend(made);
    Ok(())
}

/// How hard to try, from 0 to 11. What few ask for is not worth half a minute of every build: megabytes of word frequencies, and
/// the form for saving, most of which is compressed already.
fn quality(name: &str) -> i32 {
    match name {
        name if name.starts_with(WORDS) => 9,
        name if name.starts_with(FORM) => 5,
        _ => 11,
    }
}

/// Brotli (RFC 7932) in the largest window that every browser takes.
fn brotli(mut bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let settings = BrotliEncoderParams {
        quality,
        lgwin: 24,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut small, &settings)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn twins_hold_what_the_file_holds_where_they_are_smaller() {
        let text = b"what belongs and what does not ".repeat(20);
        let mut files = Files::from([
            ("a.js".to_owned(), text.clone()),
            ("b.png".to_owned(), text.clone()),
            ("c.txt".to_owned(), b"a".to_vec()),
        ]);
        compress(&mut files).unwrap();
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["a.js", "a.js.br", "a.js.gz", "b.png", "c.txt"]);
        let mut read = Vec::new();
        flate2::read::GzDecoder::new(&files["a.js.gz"][..]).read_to_end(&mut read).unwrap();
        assert_eq!(read, text);
        let mut read = Vec::new();
        brotli::BrotliDecompress(&mut &files["a.js.br"][..], &mut read).unwrap();
        assert_eq!(read, text);
    }
}
