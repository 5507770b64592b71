//! A person's own files on their way in: how far they are, and what is to be said of them.

use protocol::{Choice, Phase, Repeat, Report, Table, What};

use crate::format::{bytes, count, counted};

/// Files on their way in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// How far they are.
    pub stage: Stage,
    /// What was said of files, in order.
    pub remarks: Vec<Remark>,
    /// What the columns of tables were taken for, in the order they came.
    pub tables: Vec<Told>,
    /// What stands more than once.
    pub repeats: Vec<Repeat>,
}

/// What the columns of a table were taken for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Told {
    /// The first table that has them.
    pub table: Table,
    /// How many others have the same.
    pub others: u64,
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
    /// Somebody has to say which columns of the last table are what.
    Asking,
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

/// What is said of a file that broke what reads.
const BROKE: &str = "reading it broke off; it is left out";

impl Intake {
    /// Files were just given.
    pub fn begin() -> Self {
        let what = "Starting".to_owned();
        Self { stage: Stage::Working { what, share: None }, ..Self::default() }
    }

    /// They are read again without one of them, which broke what reads.
    pub fn without(&self, file: &str) -> Self {
        let broke = Remark { file: file.to_owned(), text: BROKE.to_owned(), problem: true };
        let earlier = self.remarks.iter().filter(|remark| remark.text == BROKE).cloned();
        Self { remarks: earlier.chain([broke]).collect(), ..Self::begin() }
    }

    /// Nothing came of them, for this reason: a sentence.
    pub fn failed(reason: &str) -> Self {
        Self { stage: Stage::Failed(reason.to_owned()), ..Self::default() }
    }

    /// Takes up what the worker reports.
    pub fn hear(&mut self, report: &Report) {
        match report {
            Report::Ready
            | Report::Begun(_)
            | Report::Pack
            | Report::Sections { .. }
            | Report::Explained { .. }
            | Report::ToKeep => {}
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
            Report::Table(table) => {
                if table.asks {
                    self.stage = Stage::Asking;
                }
                self.tables.push(Told { table: table.clone(), others: 0 });
            }
            Report::Alike(at) => {
                if let Some(told) = self.tables.get_mut(*at as usize) {
                    told.others += 1;
                }
            }
            Report::Repeats(repeats) => self.repeats.clone_from(repeats),
            Report::Judged { .. } => self.stage = Stage::Done,
            Report::TooMuch { found, room, unread } => {
                self.stage = Stage::Failed(too_much(*found, *room, *unread));
            }
            Report::Failed(reason) => self.stage = Stage::Failed(reason.clone()),
        }
    }

    /// Somebody said which columns are what.
    pub fn chosen(&mut self, choice: &Choice) {
        if self.stage == Stage::Asking
            && let Some(Told { table, .. }) = self.tables.last_mut()
        {
            (table.choice, table.asks) = (choice.clone(), false);
            let what = "Reading".to_owned();
            self.stage = Stage::Working { what, share: None };
        }
    }

    /// What is known of tables, one of them taken otherwise: for reading all of them again.
    pub fn choices_with(&self, choice: &Choice) -> Vec<Choice> {
        let others = self.tables.iter().map(|told| &told.table.choice);
        let others = others.filter(|other| !other.is_for(&choice.names)).cloned();
        std::iter::once(choice.clone()).chain(others).collect()
    }

    /// What is known of tables, for reading all of them again.
    pub fn choices(&self) -> Vec<Choice> {
        let known = self.tables.iter().filter(|told| !told.table.asks);
        known.map(|told| told.table.choice.clone()).collect()
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

impl Told {
    /// What the columns were taken for, as a clause.
    pub fn sentence(&self) -> String {
        let Choice { text, title, group, .. } = &self.table.choice;
        let or = |found: &Option<String>, what: &str| match found {
            Some(name) => format!("{what} from {}", self.column(name)),
            None => format!("no {what}"),
        };
        format!("text from {}, {}, {}", self.column(text), or(title, "titles"), or(group, "groups"))
    }

    /// What a column is called. One without a name is known by its number and by what stands in it.
    pub fn column(&self, name: &str) -> String {
        if name.parse::<usize>().is_err() {
            return name.to_owned();
        }
        let at = self.table.choice.names.iter().position(|other| other == name);
        let first = at.and_then(|at| self.table.rows.first()?.get(at));
        match first.filter(|first| !first.is_empty()) {
            Some(first) => format!("column {name} (“{}”)", beginning(first, 24)),
            None => format!("column {name}"),
        }
    }

    /// The files that have these columns.
    pub fn files(&self) -> String {
        match self.others {
            0 => self.table.file.clone(),
            others => format!(
                "{} and {} with the same columns",
                self.table.file,
                counted(others, "other", "others")
            ),
        }
    }

    /// What the first rows come to under a choice: title, text and group of each.
    pub fn preview(&self, choice: &Choice) -> Vec<[String; 3]> {
        let at = |name: &str| self.table.choice.names.iter().position(|other| other == name);
        let columns = [choice.title.as_deref(), Some(&choice.text), choice.group.as_deref()]
            .map(|name| name.and_then(at));
        let cell = |row: &Vec<String>, at: Option<usize>| at.and_then(|at| row.get(at)).cloned();
        let row = |row: &Vec<String>| columns.map(|at| cell(row, at).unwrap_or_default());
        self.table.rows.iter().map(row).collect()
    }
}

/// What stands more than once, as a sentence.
pub fn repeated(repeat: &Repeat) -> String {
    const NAMED: usize = 3;
    let named: Vec<&str> = repeat.first.iter().take(NAMED).map(|(name, _)| name.as_str()).collect();
    let more = u64::from(repeat.documents).saturating_sub(named.len() as u64);
    let names = match (named.as_slice(), more) {
        (named, 1..) => format!("{} and {} more", named.join(", "), count(more)),
        ([one, two], _) => format!("{one} and {two}"),
        (named, _) => named.join(", "),
    };
    match &repeat.what {
        What::Block(begins) => {
            let documents = counted(u64::from(repeat.documents), "document", "documents");
            format!("“{begins} …” stands in {documents}: {names}.")
        }
        What::Documents(100) => format!("{names} are the same text."),
        What::Documents(share) => {
            format!("{names} are nearly the same text: at least {share}\u{a0}% in common.")
        }
    }
}

/// A search that finds it: the first words of a block, the documents that are alike.
pub fn search(repeat: &Repeat) -> String {
    const WORDS: usize = 6;
    match &repeat.what {
        What::Block(begins) => {
            let words: Vec<&str> = begins.split_whitespace().take(WORDS).collect();
            format!("\"{}\"", words.join(" ").replace(['"', '“', '”', '„'], " "))
        }
        What::Documents(_) => {
            let number = |(_, at): &(String, u32)| format!("doc:{}", at + 1);
            repeat.first.iter().map(number).collect::<Vec<_>>().join(" OR ")
        }
    }
}

/// The first characters of a text.
fn beginning(text: &str, most: usize) -> String {
    let mut cut: String = text.chars().take(most).collect();
    if cut.len() < text.len() {
        cut.truncate(cut.trim_end().len());
        cut.push('…');
    }
    cut
}

fn at_work(phase: Phase, done: u64, total: u64) -> String {
    match phase {
        Phase::Read if total == 0 => format!("Reading: {}", bytes(done)),
        Phase::Read => format!("Reading: {} of {}", bytes(done), bytes(total)),
        Phase::Count => {
            format!("Counting the words of {}", counted(total, "document", "documents"))
        }
        Phase::Separate => "Finding topics, and what does not belong".to_owned(),
    }
}

/// Why more text than there is room for was not read.
fn too_much(found: u64, room: u64, unread: bool) -> String {
    let (found, room) = (bytes(found), bytes(room));
    let what = if unread {
        format!("These files have {found} of text, and this browser has room for about {room}.")
    } else {
        format!(
            "These files have more text than this browser has room for, which is about {room}: after {found} reading was \
             given up."
        )
    };
    format!("{what} What was open stays. Choose fewer files, or parts of them.")
}

/// What a corpus of some files is called: by their folder or by the one file. Others have no name that is known before they are
/// read: it is empty.
pub fn corpus_name(paths: &[String]) -> String {
    let folder = |path: &String| path.split_once('/').map(|(folder, _)| folder.to_owned());
    match paths {
        [] => String::new(),
        [only] => only.rsplit('/').next().unwrap_or(only).to_owned(),
        [first, rest @ ..] => match folder(first) {
            Some(name) if rest.iter().all(|path| folder(path).as_ref() == Some(&name)) => name,
            _ => String::new(),
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
    fn while_files_are_coming_nobody_knows_how_much_there_is() {
        let mut intake = Intake::begin();
        intake.hear(&Report::Progress { phase: Phase::Read, done: 1_500_000, total: 0 });
        let Stage::Working { what, share } = &intake.stage else { panic!("it works") };
        assert_eq!((what.as_str(), *share), ("Reading: 1.5\u{a0}MB", None));
    }

    #[test]
    fn what_is_too_much_is_said_with_what_would_fit() {
        let said = |unread| {
            let mut intake = Intake::begin();
            intake.hear(&Report::TooMuch { found: 2_250_000_000, room: 250_000_000, unread });
            let Stage::Failed(reason) = intake.stage else { panic!("given up") };
            reason
        };
        assert_eq!(
            said(true),
            "These files have 2.3\u{a0}GB of text, and this browser has room for about 250.0\u{a0}MB. What was open stays. \
             Choose fewer files, or parts of them."
        );
        assert!(said(false).contains("after 2.3\u{a0}GB reading was given up. What was open"));
    }

    fn told(names: &[&str], row: &[&str]) -> Table {
        let owned = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let (names, rows) = (owned(names), vec![owned(row)]);
        let choice = Choice { text: names[1].clone(), names, title: None, group: None };
        Table { file: "a.csv".to_owned(), choice, asks: true, rows }
    }

    #[test]
    fn a_question_waits_for_its_answer() {
        let mut intake = Intake::begin();
        let table = told(&["who", "asked", "reply"], &["Ann", "Why?", "They are sad"]);
        intake.hear(&Report::Table(table.clone()));
        intake.hear(&Report::Alike(0));
        assert_eq!(intake.stage, Stage::Asking);
        assert!(!intake.is_working());
        let choice = Choice {
            text: "reply".to_owned(),
            title: Some("who".to_owned()),
            ..table.choice.clone()
        };
        assert_eq!(
            intake.tables[0].preview(&choice),
            [["Ann", "They are sad", ""].map(str::to_owned)]
        );
        assert_eq!(intake.choices(), []);
        intake.chosen(&choice);
        assert!(intake.is_working());
        assert_eq!(intake.choices(), [choice]);
        let told = &intake.tables[0];
        assert_eq!(told.sentence(), "text from reply, titles from who, no groups");
        assert_eq!(told.files(), "a.csv and 1\u{a0}other with the same columns");
        assert_eq!(intake.choices_with(&table.choice), [table.choice]);
    }

    #[test]
    fn files_that_broke_the_reader_are_left_out_and_named() {
        let mut intake = Intake::begin();
        let said = |file: &str, text: &str| Report::Remark {
            file: file.to_owned(),
            text: text.to_owned(),
            problem: true,
        };
        intake.hear(&said("a.png", "not text"));
        let mut again = intake.without("b.pdf").without("c.pdf");
        assert!(again.is_working());
        again.hear(&said("a.png", "not text"));
        let broke = |file: &str| format!("{file}: reading it broke off; it is left out\n");
        assert_eq!(
            again.report(),
            format!("{}{}a.png: not text\n", broke("b.pdf"), broke("c.pdf"))
        );
    }

    #[test]
    fn columns_without_names_are_known_by_what_stands_in_them() {
        let long = "Why do they cry so much in there?";
        let told = Told { table: told(&["1", "2"], &["Ann", long]), others: 0 };
        assert_eq!(told.column("2"), "column 2 (“Why do they cry so much…”)");
        assert_eq!(told.column("3"), "column 3");
    }

    #[test]
    fn what_stands_more_than_once_is_said_and_found() {
        let first: Vec<_> = (0..4).map(|at| (format!("{at}.txt"), at)).collect();
        let begins = "Our “shop” sells chairs of oak and of beech".to_owned();
        let block = Repeat { what: What::Block(begins), documents: 14, first: first.clone() };
        assert_eq!(
            repeated(&block),
            "“Our “shop” sells chairs of oak and of beech …” stands in 14\u{a0}documents: 0.txt, 1.txt, 2.txt and 11 more."
        );
        assert_eq!(search(&block), "\"Our  shop  sells chairs of oak\"");
        let two = first[..2].to_vec();
        let alike = Repeat { what: What::Documents(93), documents: 2, first: two };
        assert_eq!(
            repeated(&alike),
            "0.txt and 1.txt are nearly the same text: at least 93\u{a0}% in common."
        );
        assert_eq!(search(&alike), "doc:1 OR doc:2");
        let same = Repeat { what: What::Documents(100), documents: 3, first: first[..3].to_vec() };
        assert_eq!(repeated(&same), "0.txt, 1.txt, 2.txt are the same text.");
    }

    #[test]
    fn a_corpus_is_called_by_what_its_files_share() {
        let name = |paths: &[&str]| {
            corpus_name(&paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(name(&["notes.txt"]), "notes.txt");
        assert_eq!(name(&["forum/a.txt", "forum/b/c.txt"]), "forum");
        assert_eq!(name(&["forum/a.txt", "b.txt"]), "", "by what is read of them");
        assert_eq!(name(&[]), "");
    }
}
