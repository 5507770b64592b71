//! Documents as they are read: of each is kept what counting and judging need, and not its text.
//!
//! A document is parsed, counted and packed, and goes aside in a piece of the pack: what holds the pieces need not be memory.
//! So a corpus takes little more than its words here, and what one text took is there for the next.

use engine::count::{Background, Counting, DocumentTokens, Spellings};
use engine::language::Language;
use engine::pack::{Pack, Packing};
use engine::parse::{Document, parse_with};
use engine::repeats::{Letters, Repeats};
use engine::separate::Wording;
use engine::{Corpus, Groups, count};
use protocol::{Repeat, What};
use readers::{Source, folders};

use super::desk::Desk;

/// Blocks, and sets of documents, that are told of where they stand more than once.
const TOLD: usize = 40;
/// Documents that are named of each.
const NAMED: usize = 12;

/// What is said where pieces of a pack cannot be put aside.
pub(crate) const NO_ROOM: &str = "The browser has no room for the documents.";

/// Documents on their way to a pack; `P` is what holds a piece of it.
pub(crate) struct Gathering<P> {
    name: String,
    documents: Vec<Document>,
    titles: Vec<String>,
    /// The group of each document that a column gave one.
    columns: Vec<Option<String>>,
    counting: Counting,
    spellings: Spellings,
    tokens: Vec<DocumentTokens>,
    wording: Wording,
    letters: Letters,
    packing: Packing,
    pieces: Vec<P>,
    /// Puts a piece aside; `None` where there is no room for it.
    aside: fn(&[u8]) -> Option<P>,
    /// What went wrong, a sentence; the first of several.
    failed: Option<String>,
}

/// Documents that are all there.
pub(crate) struct Gathered<P> {
    pub(crate) desk: Desk,
    /// The pieces of their pack, in order.
    pub(crate) pieces: Vec<P>,
    /// What stands more than once in them, the first of each kind.
    pub(crate) repeats: Vec<Repeat>,
}

impl<P> Gathering<P> {
    /// None so far, of a corpus of that name.
    pub(crate) fn new(name: String, aside: fn(&[u8]) -> Option<P>) -> Self {
        Self {
            name,
            documents: Vec::new(),
            titles: Vec::new(),
            columns: Vec::new(),
            counting: Counting::default(),
            spellings: Spellings::default(),
            tokens: Vec::new(),
            wording: Wording::default(),
            letters: Letters::default(),
            packing: Packing::default(),
            pieces: Vec::new(),
            aside,
            failed: None,
        }
    }

    /// Parses a document and puts it behind the others.
    pub(crate) fn add(&mut self, source: Source) {
        let Source { name, title, group, language, text, hints, .. } = source;
        let mut document = parse_with(&name, text, language, &hints);
        let tokens = self.counting.add(&document);
        self.spellings.add(&document, &tokens);
        self.wording.add(&document);
        self.letters.add(&document, &tokens);
        match self.packing.add(&document, &tokens) {
            Ok(full) => full.into_iter().for_each(|piece| self.put_aside(&piece)),
            Err(error) => self.fail(format!("Packing failed: {error}.")),
        }
        document.text = String::new();
        self.documents.push(document);
        self.titles.push(title.unwrap_or_default());
        self.columns.push(group);
        self.tokens.push(tokens);
    }

    fn put_aside(&mut self, piece: &[u8]) {
        match (self.aside)(piece) {
            Some(piece) => self.pieces.push(piece),
            None => self.fail(NO_ROOM.to_owned()),
        }
    }

    fn fail(&mut self, reason: String) {
        self.failed.get_or_insert(reason);
    }

    /// The documents, all of them added, with the words of their languages. The error is a sentence.
    pub(crate) fn finish(
        mut self,
        words: impl Fn(&[Language]) -> Background,
        progress: impl Fn(u64, u64),
    ) -> Result<Gathered<P>, String> {
        let total = self.documents.len() as u64;
        if total == 0 {
            return Err("None of these files gave a document.".to_owned());
        }
        progress(0, total);
        let documents = std::mem::take(&mut self.documents);
        let name = if self.name.is_empty() { called(&documents) } else { self.name.clone() };
        let spoken =
            |language: &Language| documents.iter().any(|document| document.language == *language);
        let languages: Vec<Language> = Language::ALL.into_iter().filter(spoken).collect();
        let background = words(&languages);
        let counts = count::Counts {
            vocabulary: std::mem::take(&mut self.counting).vocabulary(&background),
            documents: std::mem::take(&mut self.tokens),
            surfaces: std::mem::take(&mut self.spellings).sorted(),
        };
        progress(total, total);
        let groups = self.grouped(&documents);
        let corpus = Corpus { name, documents };
        let titles = std::mem::take(&mut self.titles);
        let packed = Pack::spelled(corpus, titles, counts, &background);
        let mut pack = Pack { groups, ..packed };
        let written = std::mem::take(&mut self.packing).finish(&pack);
        let (head, last) = written.map_err(|error| format!("Packing failed: {error}."))?;
        let behind = self.pieces.len();
        self.put_aside(&head);
        last.iter().for_each(|piece| self.put_aside(piece));
        if let Some(reason) = self.failed {
            return Err(reason);
        }
        // The one in front is known last.
        self.pieces[..=behind].rotate_right(1);
        let counts = pack.counted();
        let repeats = repeats(&pack.corpus, &counts, self.letters);
        let desk = Desk::known(pack, counts, self.wording);
        Ok(Gathered { desk, pieces: self.pieces, repeats })
    }

    /// Groups by column; by folder where no column says.
    fn grouped(&mut self, documents: &[Document]) -> Groups {
        let names: Vec<&str> = documents.iter().map(|one| one.name.as_str()).collect();
        let both = self.columns.drain(..).zip(folders(&names));
        Groups::new(&both.map(|(column, folder)| column.or(folder)).collect::<Vec<_>>())
    }
}

/// What stands more than once, the first of each kind.
fn repeats(corpus: &Corpus, counts: &count::Counts, letters: Letters) -> Vec<Repeat> {
    let found = Repeats::with(letters, corpus, counts);
    let repeat = |what: What, documents: &[u32]| {
        let name = |at: &u32| Some((corpus.documents.get(*at as usize)?.name.clone(), *at));
        let first = documents.iter().take(NAMED).filter_map(name).collect();
        Repeat { what, documents: documents.len() as u32, first }
    };
    let blocks = found.blocks.into_iter().take(TOLD);
    let blocks = blocks.map(|one| repeat(What::Block(one.begins), &one.documents));
    let alike = found.documents.iter().take(TOLD).map(|one| {
        // Rounded down: all in common is all.
        repeat(What::Documents((one.share * 100.0) as u32), &one.documents)
    });
    blocks.chain(alike).collect()
}

/// What documents that share no folder are called together.
fn called(documents: &[Document]) -> String {
    match documents {
        [] => String::new(),
        [only] => only.name.clone(),
        [first, rest @ ..] => format!("{} and {} more", first.name, rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{gathered, source};
    use super::*;

    #[test]
    fn documents_come_out_as_if_they_had_been_packed_at_once() {
        let texts = ["Therapists cry.\n\nThey do.", "Tears are common.", "Die Tränen der Mütter."];
        let sources = texts.iter().enumerate().map(|(at, text)| source(&format!("{at}.txt"), text));
        let (Gathered { pieces, .. }, pack) = gathered(sources.collect());
        assert_eq!(pack.corpus.name, "Mine");
        assert_eq!(called(&pack.corpus.documents), "0.txt and 2 more");
        assert_eq!(called(&pack.corpus.documents[..1]), "0.txt");
        assert_eq!(pack.groups, Groups::default());
        let counts = count::count(&pack.corpus, &Background::none());
        let (corpus, titles) = (pack.corpus.clone(), vec![String::new(); 3]);
        let whole = Pack::counted_with(corpus, titles, counts, &Background::none());
        assert_eq!(pack, whole);
        assert_eq!(pieces.concat(), whole.to_bytes().expect("bytes"));
    }

    #[test]
    fn what_stands_more_than_once_is_told_with_where() {
        let offer = "The choir sings in the old barn, and all may listen.";
        let own = ["Therapists cry.", "Tears are common here.", "They all do, and often."];
        let sources =
            own.map(|own| source(&format!("{}.txt", own.len()), &format!("{own}\n\n{offer}")));
        let (Gathered { repeats, .. }, _) = gathered(sources.into());
        let [one] = repeats.as_slice() else { panic!("{repeats:?}") };
        let What::Block(begins) = &one.what else { panic!("a block") };
        assert_eq!(begins, "The choir sings in the old barn, and all may");
        assert_eq!((one.documents, one.first[1].clone()), (3, ("22.txt".to_owned(), 1)));
    }

    #[test]
    fn groups_are_columns_before_folders() {
        let column = Source { group: Some("2024".to_owned()), ..source("x/on/a.txt", "Tears.") };
        let sources = vec![column, source("x/on/b.txt", "They cry."), source("x/c.txt", "We do.")];
        let (_, pack) = gathered(sources);
        assert_eq!(pack.groups.names(), ["2024", "on"]);
        let of: Vec<_> = (0..3).map(|document| pack.groups.of(document)).collect();
        assert_eq!(of, [Some(0), Some(1), None]);
    }

    #[test]
    fn nothing_to_count_and_no_room_are_sentences() {
        let words = |_: &[Language]| Background::none();
        let nothing = Gathering::new(String::new(), |piece| Some(piece.to_vec()));
        let error = nothing.finish(words, |_, _| {}).err();
        assert_eq!(error.as_deref(), Some("None of these files gave a document."));
        let mut full = Gathering::<()>::new(String::new(), |_| None);
        full.add(source("a.txt", "Tears."));
        let error = full.finish(words, |_, _| {}).err();
        assert_eq!(error.as_deref(), Some(NO_ROOM));
    }
}
