//! What can go wrong in a task, said so that a person can act on it.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;

/// The result of a task's step.
pub(crate) type Result<T> = std::result::Result<T, Error>;

/// Why a step did not get done.
#[derive(Debug)]
pub(crate) enum Error {
    /// The words on the command line make no task.
    Usage(String),
    /// A file or socket could not be used.
    Io {
        /// What was being done, with its path or address.
        doing: String,
        /// What the system said.
        source: io::Error,
    },
    /// A program ran and said no.
    Failed {
        /// The command as one would type it.
        command: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// Something is needed that this task cannot install.
    Missing {
        /// What is needed.
        what: String,
        /// What a person can do about it.
        remedy: String,
    },
    /// A file or an answer does not say what it should.
    Unexpected(String),
    /// The checks ran, and not all of them passed; their output has the reasons.
    ChecksFailed,
}

impl Error {
    /// An input or output error while doing `doing`.
    pub(crate) fn io(doing: impl Into<String>, source: io::Error) -> Self {
        Self::Io { doing: doing.into(), source }
    }

    /// A closure for `map_err` that names the file.
    pub(crate) fn file(doing: &str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let doing = format!("{doing} {}", path.into().display());
        move |source| Self::Io { doing, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(why) => write!(f, "{why}\n\n{}", crate::USAGE),
            Self::Io { doing, source } => write!(f, "could not {doing}: {source}"),
            Self::Failed { command, status } => {
                write!(f, "`{command}` failed ({status}); its output above says why")
            }
            Self::Missing { what, remedy } => write!(f, "{what} is missing: {remedy}"),
            Self::Unexpected(what) => f.write_str(what),
            Self::ChecksFailed => f.write_str("not every check passed"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
