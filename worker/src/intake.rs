//! Files on their way to the desk, one piece at a time, so that reading can wait for an answer between any two.

use protocol::{Choice, Report, Table};
use readers::{Columns, File, Found, Names, Note, Remark, Settings, Source};

/// What is being read, and what is known of the tables in it.
#[derive(Default)]
pub(crate) struct Intake {
    file: Option<File>,
    /// The names that documents have.
    names: Names,
    /// What somebody said of tables, or what they were taken for; in the order the page was told of them.
    tables: Vec<Choice>,
    /// What was said of tables that have not come yet.
    known: Vec<Choice>,
    /// The columns somebody was asked about.
    asked: Option<Vec<String>>,
}

/// Why reading stops.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Stop {
    /// The file is at its end.
    End,
    /// Somebody has to say which columns are what.
    Asks,
    /// There is no room for what comes next.
    Full,
}

impl Intake {
    /// With what is known of tables beforehand.
    pub(crate) fn new(known: Vec<Choice>) -> Self {
        Self { known, ..Self::default() }
    }

    /// Begins with a file.
    pub(crate) fn begin(&mut self, path: &str, bytes: Vec<u8>) {
        self.file = Some(File::new(path, bytes, &Settings::default()));
    }

    /// Takes an answer; `false` where nobody asked.
    pub(crate) fn answer(&mut self, choice: Choice) -> bool {
        let Some(names) = self.asked.take() else { return false };
        let choice = Choice { names, ..choice };
        if let Some(file) = &mut self.file {
            file.choose(&own(&choice));
        }
        if let Some(last) = self.tables.last_mut() {
            *last = choice;
        }
        true
    }

    /// Reads on to the end of the file, to a question, or until `add` says that there is no room for a document.
    pub(crate) fn go_on(
        &mut self,
        mut add: impl FnMut(Source) -> bool,
        progress: impl Fn(u64),
        tell: &impl Fn(&Report),
    ) -> Stop {
        let say = |file: String, text: String, problem: bool| {
            tell(&Report::Remark { file, text, problem });
        };
        let Some(mut file) = self.file.take() else { return Stop::End };
        while let Some(found) = file.next() {
            match found {
                Found::Source(mut source) => {
                    let own = source.name.clone();
                    source.name = self.names.claim(source.name);
                    if source.name != own {
                        say(own, Remark::Renamed(source.name.clone()).to_string(), false);
                    }
                    if !add(source) {
                        return Stop::Full;
                    }
                }
                Found::Note(Note { name, remark: Remark::Columns(columns) }) => {
                    if self.table(name, *columns, &mut file, tell) == Stop::Asks {
                        self.file = Some(file);
                        return Stop::Asks;
                    }
                }
                Found::Note(note) => say(note.name, note.remark.to_string(), false),
                Found::Problem(found) => say(found.name, found.reason.to_string(), true),
            }
            progress(file.progress().done);
        }
        progress(file.progress().done);
        Stop::End
    }

    /// Takes the columns of a table for what is known of them, or for what was guessed.
    fn table(
        &mut self,
        name: String,
        columns: Columns,
        file: &mut File,
        tell: &impl Fn(&Report),
    ) -> Stop {
        let Columns { names, chosen, plain, rows } = columns;
        let alike = self.tables.iter().position(|choice| choice.is_for(&names));
        if let Some(at) = alike {
            file.choose(&own(&self.tables[at]));
            tell(&Report::Alike(at as u32));
            return Stop::End;
        }
        let known = self.known.iter().find(|choice| choice.is_for(&names)).cloned();
        let asks = known.is_none() && !plain;
        let readers::Choice { text, title, group } = chosen;
        // In the order of this table: so are its rows.
        let choice = match known {
            Some(known) => Choice { names: names.clone(), ..known },
            None => Choice { names: names.clone(), text, title, group },
        };
        file.choose(&own(&choice));
        tell(&Report::Table(Table { file: name, choice: choice.clone(), asks, rows }));
        self.tables.push(choice);
        self.asked = asks.then_some(names);
        if asks { Stop::Asks } else { Stop::End }
    }
}

/// A choice as the readers have it.
fn own(choice: &Choice) -> readers::Choice {
    let Choice { text, title, group, .. } = choice.clone();
    readers::Choice { text, title, group }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    const PLAIN: &[u8] = b"title,text\nOne,Therapists cry in there and say so\n";
    const DOUBTFUL: &[u8] =
        b"who,asked,reply\nAnn,Why do they cry so much?,They are sad\nBen,Who cries and why?,All do\n";

    struct Heard {
        intake: Intake,
        texts: Vec<String>,
        reports: Vec<Report>,
        /// Bytes of the longest text that is taken.
        room: usize,
    }

    impl Heard {
        fn new(known: Vec<Choice>) -> Self {
            Self {
                intake: Intake::new(known),
                texts: Vec::new(),
                reports: Vec::new(),
                room: usize::MAX,
            }
        }

        fn file(&mut self, name: &str, bytes: &[u8]) -> Stop {
            self.intake.begin(name, bytes.to_vec());
            self.go_on()
        }

        fn go_on(&mut self) -> Stop {
            let said = RefCell::new(Vec::new());
            let texts = &mut self.texts;
            let tell = |report: &Report| said.borrow_mut().push(report.clone());
            let add = |source: Source| {
                let fits = source.text.len() <= self.room;
                if fits {
                    texts.push(source.text);
                }
                fits
            };
            let stop = self.intake.go_on(add, |_| {}, &tell);
            self.reports.extend(said.into_inner());
            stop
        }

        fn table(&self, at: usize) -> &Table {
            let Some(Report::Table(table)) = self.reports.get(at) else { panic!("a table") };
            table
        }
    }

    #[test]
    fn a_plain_table_is_told_of_and_read() {
        let mut heard = Heard::new(Vec::new());
        assert_eq!(heard.file("a.csv", PLAIN), Stop::End);
        assert_eq!(heard.texts.len(), 1);
        let table = heard.table(0);
        assert_eq!((table.choice.text.as_str(), table.asks), ("text", false));
        assert_eq!(table.rows, [["One", "Therapists cry in there and say so"]]);
        assert_eq!(heard.file("b.csv", PLAIN), Stop::End);
        assert_eq!(heard.reports[1..], [Report::Alike(0)]);
    }

    #[test]
    fn a_doubtful_one_waits_for_an_answer_that_holds_for_all_like_it() {
        let mut heard = Heard::new(Vec::new());
        assert_eq!(heard.file("a.csv", DOUBTFUL), Stop::Asks);
        assert_eq!(heard.texts, [""; 0]);
        assert!(heard.table(0).asks);
        let answer = Choice { text: "reply".to_owned(), ..Choice::default() };
        assert!(heard.intake.answer(answer.clone()));
        assert_eq!(heard.go_on(), Stop::End);
        assert_eq!(heard.texts, ["They are sad", "All do"]);
        let turned = b"asked,reply,who\nWhy do they cry so much?,They do not,Cy\n";
        assert_eq!(heard.file("b.csv", turned), Stop::End);
        assert_eq!(heard.texts[2..], ["They do not"]);
        assert!(!heard.intake.answer(answer), "nobody asked");
    }

    #[test]
    fn reading_stops_at_a_document_that_there_is_no_room_for() {
        let mut heard = Heard::new(Vec::new());
        heard.room = 24;
        let rows = b"title,text\nOne,All of them cry\nTwo,Therapists cry in there and say so\nThree,We do\n";
        assert_eq!(heard.file("a.csv", rows), Stop::Full);
        assert_eq!(heard.texts, ["One\n\nAll of them cry"]);
        assert_eq!(heard.go_on(), Stop::End, "nothing of that file is left");
    }

    #[test]
    fn what_is_known_beforehand_asks_nothing() {
        let names = ["who", "asked", "reply"].map(str::to_owned).to_vec();
        let known = Choice { names, text: "reply".to_owned(), title: None, group: None };
        let mut heard = Heard::new(vec![known]);
        assert_eq!(heard.file("a.csv", DOUBTFUL), Stop::End);
        assert_eq!(heard.texts, ["They are sad", "All do"]);
        assert!(!heard.table(0).asks);
    }
}
