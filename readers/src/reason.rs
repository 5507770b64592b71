//! Why something could not be read, in words for a person.

use std::fmt;

/// Why a file, or a part of one, gave no document.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// There is not a byte, or nothing but white space.
    Empty,
    /// It is something else than text: what it is, as "a PNG picture".
    WrongType(&'static str),
    /// Bytes that are no text, of a kind that is not known.
    Binary,
    /// Text in an encoding that is not read; the name it gives itself, if any.
    Encoding(Option<String>),
    /// More bytes than are read: how many, and the most that are.
    TooLarge(u64, u64),
    /// A file of this name ends with `.docx`, `.pdf` or `.zip` and is none.
    NotAsNamed(&'static str),
    /// An archive without its end.
    Truncated,
    /// An archive or a document that is damaged.
    Damaged,
    /// An archive in an archive.
    NestedArchive,
    /// A file that needs a password.
    Encrypted,
    /// Packed in a way that is not read.
    Compression,
    /// Unpacks to more than so many times its size.
    Bomb(u64),
    /// An archive that unpacks to more than so many bytes.
    UnpacksTooLarge(u64),
    /// An archive of more than so many files.
    TooManyFiles(usize),
    /// Elements inside elements, deeper than any page has them.
    TooDeep,
    /// Not JSON, from this line on.
    Json(usize),
    /// A PDF in which no page can be found.
    NoPages,
    /// A PDF whose pages are pictures.
    OnlyPictures,
    /// A PDF that does not say which characters its letters are.
    NoCharacters,
    /// JSON in which no field holds text.
    NoText,
    /// A row that holds no text.
    EmptyRow,
    /// So many more rows without text.
    MoreRows(usize),
    /// No column or field of this name; those there are.
    NoColumn(String, Vec<String>),
    /// Most of its words are in a script that sets no blanks between words: its name.
    Unsegmented(&'static str),
    /// It was there when it was listed and is no more, or cannot be read: what the system says.
    Vanished(String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("empty"),
            Self::WrongType(what) => write!(f, "this is {what}, not text"),
            Self::Binary => f.write_str("not text: binary data"),
            Self::Encoding(Some(name)) => {
                write!(f, "text in {name}; UTF-8, UTF-16 and Windows-1252 are read")
            }
            Self::Encoding(None) => {
                f.write_str("text in an unknown encoding; UTF-8, UTF-16 and Windows-1252 are read")
            }
            Self::TooLarge(size, limit) => {
                write!(f, "too large: {}; up to {} are read", Bytes(*size), Bytes(*limit))
            }
            Self::NotAsNamed(what) => write!(f, "not {what}, though its name says so"),
            Self::Truncated => f.write_str("cut off: the end of the archive is missing"),
            Self::Damaged => f.write_str("damaged: what it holds cannot be unpacked"),
            Self::NestedArchive => {
                f.write_str("an archive inside an archive; unpack it to have it read")
            }
            Self::Encrypted => f.write_str("locked with a password"),
            Self::Compression => f.write_str("packed with a method that is not read"),
            Self::Bomb(ratio) => {
                write!(f, "unpacks to more than {ratio} times its size, as no text does")
            }
            Self::UnpacksTooLarge(limit) => {
                write!(
                    f,
                    "the archive unpacks to more than {}; the rest is left out",
                    Bytes(*limit)
                )
            }
            Self::TooManyFiles(limit) => {
                write!(f, "more than {limit} files in one archive; the rest are left out")
            }
            Self::TooDeep => f.write_str("elements inside elements, deeper than any page has them"),
            Self::Json(line) => write!(f, "not JSON from line {line} on"),
            Self::NoPages => f.write_str("damaged: its pages cannot be found"),
            Self::OnlyPictures => f.write_str(
                "its pages are pictures, as scanners make them; there is no text in them",
            ),
            Self::NoCharacters => f.write_str(
                "it has the shapes of letters and does not say which characters they are",
            ),
            Self::NoText => f.write_str("no field in it holds text"),
            Self::EmptyRow => f.write_str("no text in it"),
            Self::MoreRows(count) => write!(f, "more rows that cannot be read: {count}"),
            Self::NoColumn(name, known) if known.is_empty() => write!(f, "no column {name}"),
            Self::NoColumn(name, known) => {
                write!(f, "no column {name}; there are {}", known.join(", "))
            }
            Self::Unsegmented(script) => write!(
                f,
                "written in {script}, whose words are not set apart by blanks; they cannot be counted yet"
            ),
            Self::Vanished(said) => f.write_str(said),
        }
    }
}

/// A number of bytes in the largest unit that leaves a whole number before the point.
struct Bytes(u64);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
        match units.into_iter().find(|(size, _)| self.0 >= *size) {
            Some((size, unit)) => {
                // In whole numbers: the same digits everywhere.
                let tenths = (u128::from(self.0) * 10 + u128::from(size) / 2) / u128::from(size);
                match tenths % 10 {
                    0 => write!(f, "{} {unit}", tenths / 10),
                    tenth => write!(f, "{}.{tenth} {unit}", tenths / 10),
                }
            }
            None => write!(f, "{} bytes", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_in_words() {
        let said = |size| Bytes(size).to_string();
        assert_eq!(said(1023), "1023 bytes");
        assert_eq!(said(1024), "1 KiB");
        assert_eq!(said(1536 << 20), "1.5 GiB");
        assert_eq!(said(u32::MAX.into()), "4 GiB");
    }
}
