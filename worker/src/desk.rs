//! The documents being worked on.

use engine::Corpus;
use engine::count::{Background, Counts, count};
use engine::language::Language;
use engine::pack::Pack;
use engine::parse::parse_with;
use engine::separate::{Prepared, Settings};
use protocol::{Columns, Report};
use readers::{File, Found, Names, Remark, Source};

/// Documents on their way to a pack, and counted, to be judged.
pub(crate) struct Desk {
    corpus: Corpus,
    titles: Vec<String>,
    counts: Counts,
    /// What judging the documents again starts from, once they were judged.
    prepared: Option<Prepared>,
    /// How files are read.
    settings: readers::Settings,
    /// The names that documents have.
    names: Names,
}

impl Desk {
    /// An empty desk for a corpus of that name.
    pub(crate) fn new(name: String, columns: Columns) -> Self {
        let Columns { text, title, group } = columns;
        let settings = readers::Settings {
            text_column: text,
            title_column: title,
            group_column: group,
            ..readers::Settings::default()
        };
        let corpus = Corpus { name, documents: Vec::new() };
        Self {
            corpus,
            titles: Vec::new(),
            counts: Counts::default(),
            prepared: None,
            settings,
            names: Names::default(),
        }
    }

    /// The desk with the documents of a pack, and that pack with its words counted.
    pub(crate) fn open(bytes: &[u8]) -> Result<(Self, Vec<u8>), String> {
        let mut pack = Pack::from_bytes(bytes)
            .map_err(|error| format!("The documents could not be opened: {error}."))?;
        pack.counts = Some(pack.counted());
        let counted = pack.to_bytes().map_err(|error| format!("Packing failed: {error}."))?;
        let counts = pack.counted();
        let empty = Self::new(String::new(), Columns::default());
        Ok((Self { corpus: pack.corpus, titles: pack.titles, counts, ..empty }, counted))
    }

    /// Reads one file, telling how many of its bytes are read and what is to be said of it.
    pub(crate) fn take(
        &mut self,
        path: &str,
        bytes: Vec<u8>,
        progress: impl Fn(u64),
        tell: &impl Fn(&Report),
    ) {
        let say = |file: String, text: String, problem: bool| {
            tell(&Report::Remark { file, text, problem });
        };
        let mut file = File::new(path, bytes, &self.settings);
        while let Some(found) = file.next() {
            match found {
                Found::Source(mut source) => {
                    let own = source.name.clone();
                    source.name = self.names.claim(source.name);
                    if source.name != own {
                        say(own, Remark::Renamed(source.name.clone()).to_string(), false);
                    }
                    self.add(source);
                }
                Found::Note(note) => say(note.name, note.remark.to_string(), false),
                Found::Problem(found) => say(found.name, found.reason.to_string(), true),
            }
            progress(file.progress().done);
        }
        progress(file.progress().done);
    }

    fn add(&mut self, source: Source) {
        let Source { name, title, language, text, hints, .. } = source;
        self.corpus.documents.push(parse_with(&name, text, language, &hints));
        self.titles.push(title.unwrap_or_default());
    }

    /// Counts the documents with the words of their languages, and packs them.
    pub(crate) fn count(
        &mut self,
        words: impl Fn(&[Language]) -> Background,
        progress: impl Fn(u64, u64),
    ) -> Result<Vec<u8>, String> {
        let total = self.corpus.documents.len() as u64;
        if total == 0 {
            return Err("None of these files gave a document.".to_owned());
        }
        progress(0, total);
        let spoken = |language: &Language| {
            self.corpus.documents.iter().any(|document| document.language == *language)
        };
        let languages: Vec<Language> = Language::ALL.into_iter().filter(spoken).collect();
        let background = words(&languages);
        let counts = count(&self.corpus, &background);
        progress(total, total);
        let corpus = std::mem::take(&mut self.corpus);
        let titles = std::mem::take(&mut self.titles);
        let mut pack = Pack::counted_with(corpus, titles, counts, &background);
        let bytes = pack.to_bytes().map_err(|error| format!("Packing failed: {error}."))?;
        self.counts = pack.counted();
        self.prepared = None;
        (self.corpus, self.titles) = (pack.corpus, pack.titles);
        Ok(bytes)
    }

    /// Judges the documents: the bytes of the analysis.
    pub(crate) fn judge(&mut self, settings: &Settings) -> Result<Vec<u8>, String> {
        let Self { corpus, counts, prepared, .. } = self;
        let prepared =
            prepared.get_or_insert_with(|| Prepared::new(corpus, counts, &settings.weights));
        let analysis = prepared.judge(corpus, counts, settings);
        protocol::write(&analysis).ok_or_else(|| "The result could not be written.".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::separate::{Analysis, separate};

    #[test]
    fn documents_come_out_counted_and_judged() {
        let mut desk = Desk::new("Mine".to_owned(), Columns::default());
        let quiet = |_: &Report| {};
        desk.take("a.txt", b"Therapists cry.\n\nThey do.".to_vec(), |_| {}, &quiet);
        desk.take("b.txt", b"Tears are common.".to_vec(), |_| {}, &quiet);
        let bytes = desk.count(|_| Background::none(), |_, _| {}).expect("two documents");
        let pack = Pack::from_bytes(&bytes).expect("a pack");
        assert_eq!(pack.corpus.name, "Mine");
        let found = desk.judge(&Settings::default()).expect("an analysis");
        let analysis: Analysis = protocol::read(&found).expect("an analysis");
        let counts = pack.counts.clone().expect("counted");
        assert_eq!(analysis, separate(&pack.corpus, &counts, &Settings::default()));
        let (mut again, counted) = Desk::open(&bytes).expect("a pack");
        assert_eq!(again.judge(&Settings::default()).as_deref(), Ok(found.as_slice()));
        assert_eq!(counted, bytes, "it was counted already");
        let plain = Pack { counts: None, ..pack.clone() }.to_bytes().expect("bytes");
        let (mut again, counted) = Desk::open(&plain).expect("a pack");
        assert_eq!(again.judge(&Settings::default()).as_deref(), Ok(found.as_slice()));
        let counted = Pack::from_bytes(&counted).expect("a pack").counts.expect("counted");
        assert_eq!(counted.documents, counts.documents);
    }

    #[test]
    fn nothing_to_count_is_a_sentence() {
        let mut desk = Desk::new(String::new(), Columns::default());
        let said = std::cell::RefCell::new(Vec::new());
        desk.take("a.txt", vec![0, 1, 2, 0, 0, 0, 0, 255], |_| {}, &|report: &Report| {
            said.borrow_mut().push(report.clone());
        });
        assert_eq!(said.borrow().len(), 1);
        let error = desk.count(|_| Background::none(), |_, _| {}).expect_err("nothing");
        assert_eq!(error, "None of these files gave a document.");
    }
}
