//! `topics site`: the page with a folder's documents as a static site or as one file.

mod inside;

use std::io::{self, Write};
#[cfg(any(feature = "site", test))]
use std::path::PathBuf;

use serde::Serialize;

use crate::arguments::SiteArguments;
use crate::format::{Format, Outcome, cell, json, json_lines};
use crate::problems::Problems;
use crate::table::{Column, Table};

/// The header of the rows.
const HEADER: &str = "file\tbytes";

const COLUMNS: [Column; 2] = [Column::left("file"), Column::right("bytes")];

/// A file that was written.
#[derive(Debug, Serialize)]
pub(crate) struct Written {
    /// Its path, the folder included.
    file: String,
    bytes: usize,
}

#[cfg(feature = "site")]
impl Written {
    fn new(path: &std::path::Path, bytes: usize) -> Self {
        Self { file: path.display().to_string(), bytes }
    }
}

/// Makes the site; gives the files it has, in order of their names. None where something was in the way, which is told.
pub(crate) fn make(arguments: &SiteArguments, problems: &mut Problems) -> Vec<Written> {
    inside::make(arguments, problems).unwrap_or_else(|reason| {
        problems.report(reason);
        Vec::new()
    })
}

/// Writes which files were written.
pub(crate) fn write(
    out: &mut impl Write,
    files: &[Written],
    format: Format,
    columns: Option<usize>,
) -> io::Result<Outcome> {
    match format {
        Format::Table => {
            let mut table = Table::new(COLUMNS, &[(0, 20)]);
            for Written { file, bytes } in files {
                table.row([file.clone().into(), bytes.to_string().into()]);
            }
            table.write(out, columns)?;
        }
        Format::Tsv => {
            writeln!(out, "{HEADER}")?;
            for Written { file, bytes } in files {
                writeln!(out, "{}\t{bytes}", cell(file))?;
            }
        }
        Format::Json => json(out, &files)?,
        Format::Jsonl => json_lines(out, files)?,
    }
    Ok(Outcome::of(files.len()))
}

#[cfg(any(feature = "site", test))]
/// Where it goes if nothing is said: beside the folder, called as it is.
fn place(arguments: &SiteArguments) -> PathBuf {
    let ending = if arguments.single_file { ".html" } else { "-site" };
    arguments.out.clone().unwrap_or_else(|| {
        // `.` and `..` have no name of their own.
        let whole = arguments.folder.canonicalize().unwrap_or_else(|_| arguments.folder.clone());
        let name = whole.file_name().unwrap_or("topics".as_ref()).to_string_lossy();
        whole.with_file_name(format!("{name}{ending}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_stands_beside_the_folder_unless_a_place_is_named() {
        let folder = PathBuf::from("not/there");
        let arguments = SiteArguments { folder, ..SiteArguments::default() };
        assert_eq!(place(&arguments), PathBuf::from("not/there-site"));
        let single = SiteArguments { single_file: true, ..arguments.clone() };
        assert_eq!(place(&single), PathBuf::from("not/there.html"));
        let named = SiteArguments { out: Some("x".into()), ..arguments };
        assert_eq!(place(&named), PathBuf::from("x"));
    }
}
