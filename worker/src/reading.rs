//! Files being read as they come: some are read while others are on their way.

use protocol::{Choice, Report};
use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::feed::{Fed, Feed};
use super::gathering::Gathering;
use super::intake::{Intake, Stop};
use super::port;

/// Files being read.
pub(crate) struct Reading {
    documents: Gathering<Blob>,
    intake: Intake,
    files: Feed,
    /// How many are read, and their bytes.
    read: usize,
    done: u64,
    /// Bytes of text that came out of them.
    text: u64,
    /// Bytes of text for which there is room.
    room: u64,
    /// Whether all files have come.
    all: bool,
    /// Whether somebody has to say which columns are what.
    asks: bool,
}

/// What has become of files.
pub(crate) enum Became {
    /// They wait for more files or for an answer.
    Waiting(Box<Reading>),
    /// They are read.
    Documents(Box<Gathering<Blob>>),
    /// There is no room for them.
    TooMuch(Report),
}

impl Reading {
    /// None so far, for a corpus of that name, with what is known of tables and bytes of text for which there is room.
    pub(crate) fn new(name: String, choices: Vec<Choice>, room: u64) -> Box<Self> {
        Box::new(Self {
            documents: Gathering::new(name, port::aside),
            intake: Intake::new(choices),
            files: Feed::default(),
            read: 0,
            done: 0,
            text: 0,
            room,
            all: false,
            asks: false,
        })
    }

    /// Takes files, pairs of a path and a file; `last` says whether no more come.
    pub(crate) fn take(mut self: Box<Self>, pairs: &JsValue, last: bool) -> Became {
        self.files.take(pairs);
        self.all = last;
        if last || self.files.is_worth_reading() { self.go_on() } else { Became::Waiting(self) }
    }

    /// Takes an answer.
    pub(crate) fn answer(mut self: Box<Self>, choice: Choice) -> Became {
        self.asks = false;
        self.intake.answer(choice);
        self.go_on()
    }

    fn go_on(mut self: Box<Self>) -> Became {
        let Self { room, all, .. } = *self;
        if self.files.text() > room {
            // Told once it is known how much there is; what was read makes room for it.
            let found = self.files.text();
            let told = Became::TooMuch(Report::TooMuch { found, room, unread: true });
            (self.documents, self.intake) =
                (Gathering::new(String::new(), port::aside), Intake::default());
            return if all { told } else { Became::Waiting(self) };
        }
        let stop = if self.asks { Stop::Asks } else { self.read() };
        match stop {
            Stop::Asks => {
                self.asks = true;
                Became::Waiting(self)
            }
            Stop::Full => {
                Became::TooMuch(Report::TooMuch { found: self.text, room, unread: false })
            }
            Stop::End if all => Became::Documents(Box::new(self.documents)),
            Stop::End => Became::Waiting(self),
        }
    }

    /// Reads to the end of the files that have come, or to a question.
    fn read(&mut self) -> Stop {
        // What there is in all is known once all have come.
        let all = if self.all { self.files.size() } else { 0 };
        loop {
            let before = self.files.size_of_last();
            let Self { documents, intake, done, text, room, .. } = self;
            let progress = |of_file: u64| port::progress_read(*done + of_file.min(before), all);
            let add = |source: readers::Source| {
                *text += source.text.len() as u64;
                let fits = *text <= *room;
                if fits {
                    documents.add(source);
                }
                fits
            };
            let stop = intake.go_on(add, progress, &port::tell);
            if stop != Stop::End {
                return stop;
            }
            // Nothing was open where it goes on with files that have just come.
            if self.read < self.files.begun() {
                (self.read, self.done) = (self.files.begun(), self.done + before);
            }
            port::progress_read(self.done, all);
            // Told before the bytes are asked for: should they not fit into memory, it is known whose they were.
            port::tell(&Report::Begun(self.files.begun() as u32));
            let Some(Fed { path, bytes }) = self.files.next() else { return Stop::End };
            match bytes {
                Ok(bytes) => self.intake.begin(&path, bytes),
                Err(text) => port::tell(&Report::Remark { file: path, text, problem: true }),
            }
        }
    }
}
