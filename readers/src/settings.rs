//! How to read.

/// How to read files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The column of a table, or the field of JSON, that holds the text. Guessed where there is none; so are the others.
    ///
    /// A column is named by its header, in any case, or by its number from 1; a field inside a field as `a.b`.
    pub text_column: Option<String>,
    /// The column that holds titles.
    pub title_column: Option<String>,
    /// The column that tells groups apart.
    pub group_column: Option<String>,
    /// What is too much.
    pub limits: Limits,
}

/// What is too much to be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    /// Bytes of one file, and of one document's text: spans have 32 bits.
    pub file: u64,
    /// Files in one archive.
    pub entries: usize,
    /// Bytes that one archive may unpack to.
    pub unpacked: u64,
    /// How many times its packed size a file of an archive may unpack to, beyond its first megabyte. Text packs 3 to 10
    /// times, very repetitive logs some 100 times; nothing packs better than 1 032 times.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: u32::MAX as u64 - 1, entries: 100_000, unpacked: 2 << 30, ratio: 200 }
    }
}
