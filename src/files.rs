//! A person's own files on their way in: how far they are, and what is to be said of them.

use protocol::{Phase, Report};

use crate::format::{bytes, counted};

/// Files on their way in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// How far they are.
    pub stage: Stage,
    /// What was said of files, in order.
    pub remarks: Vec<Remark>,
}

/// How far files are.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// Nobody gave any.
    #[default]
    Idle,
    /// They are being worked on.
    Working {
        /// In words.
        what: String,
        /// The share that is done, from 0 to 1, where it is known.
        share: Option<f64>,
    },
    /// They are in.
    Done,
    /// Nothing came of them: a sentence.
    Failed(String),
}

/// Something said of a file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Remark {
    /// The file, or the part of it.
    pub file: String,
    /// What, a clause.
    pub text: String,
    /// Whether the file gave nothing because of it.
    pub problem: bool,
}

impl Intake {
    /// Files were just given.
    pub fn begin() -> Self {
        let what = "Starting".to_owned();
        Self { stage: Stage::Working { what, share: None }, remarks: Vec::new() }
    }

    /// Nothing came of them, for this reason: a sentence.
    pub fn failed(reason: &str) -> Self {
        Self { stage: Stage::Failed(reason.to_owned()), remarks: Vec::new() }
    }

    /// Takes up what the worker reports.
    pub fn hear(&mut self, report: &Report) {
        match report {
            Report::Ready | Report::Pack => {}
            Report::Progress { phase, done, total } => {
                self.stage = Stage::Working {
                    what: at_work(*phase, *done, *total),
                    share: (*total > 0).then(|| *done as f64 / *total as f64),
                };
            }
            Report::Remark { file, text, problem } => {
                self.remarks.push(Remark {
                    file: file.clone(),
                    text: text.clone(),
                    problem: *problem,
                });
            }
            Report::Judged { .. } => self.stage = Stage::Done,
            Report::Failed(reason) => self.stage = Stage::Failed(reason.clone()),
        }
    }

    /// Whether something is being done.
    pub fn is_working(&self) -> bool {
        matches!(self.stage, Stage::Working { .. })
    }

    /// Files that gave nothing.
    pub fn problems(&self) -> usize {
        self.remarks.iter().filter(|remark| remark.problem).count()
    }

    /// Everything said of files as text, a line each.
    pub fn report(&self) -> String {
        let line = |remark: &Remark| format!("{}: {}\n", remark.file, remark.text);
        self.remarks.iter().map(line).collect()
    }
}

fn at_work(phase: Phase, done: u64, total: u64) -> String {
    match phase {
        Phase::Read => format!("Reading: {} of {}", bytes(done), bytes(total)),
        Phase::Count => {
            format!("Counting the words of {}", counted(total, "document", "documents"))
        }
        Phase::Separate => "Finding topics, and what does not belong".to_owned(),
    }
}

/// What a corpus of some files is called: by their folder, by the one file, or by how many they are.
pub fn corpus_name(paths: &[String]) -> String {
    let folder = |path: &String| path.split_once('/').map(|(folder, _)| folder.to_owned());
    match paths {
        [] => "Your files".to_owned(),
        [only] => only.rsplit('/').next().unwrap_or(only).to_owned(),
        [first, rest @ ..] => match folder(first) {
            Some(name) if rest.iter().all(|path| folder(path).as_ref() == Some(&name)) => name,
            _ => counted(paths.len() as u64, "file of yours", "files of yours"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_is_said() {
        let mut intake = Intake::begin();
        assert!(intake.is_working());
        intake.hear(&Report::Progress { phase: Phase::Read, done: 1_500_000, total: 3_000_000 });
        let Stage::Working { what, share } = &intake.stage else { panic!("it works") };
        assert_eq!((what.as_str(), *share), ("Reading: 1.5\u{a0}MB of 3.0\u{a0}MB", Some(0.5)));
        intake.hear(&Report::Remark {
            file: "a.png".to_owned(),
            text: "not text".to_owned(),
            problem: true,
        });
        intake.hear(&Report::Judged { number: 0 });
        assert_eq!((intake.problems(), intake.is_working()), (1, false));
        assert_eq!(intake.report(), "a.png: not text\n");
    }

    #[test]
    fn a_corpus_is_called_by_what_its_files_share() {
        let name = |paths: &[&str]| {
            corpus_name(&paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(name(&["notes.txt"]), "notes.txt");
        assert_eq!(name(&["forum/a.txt", "forum/b/c.txt"]), "forum");
        assert_eq!(name(&["forum/a.txt", "b.txt"]), "2\u{a0}files of yours");
        assert_eq!(name(&[]), "Your files");
    }
}
