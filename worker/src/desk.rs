//! The documents being worked on.

use engine::count::{Background, Counts, count};
use engine::language::Language;
use engine::pack::Pack;
use engine::parse::{Document, parse_with};
use engine::repeats::Repeats;
use engine::separate::{Analysis, Prepared, Reason, Settings, Wording};
use engine::{Corpus, Groups};
use protocol::{Repeat, What, kept};
use readers::{Source, folders};

/// Blocks, and sets of documents, that are told of where they stand more than once.
const TOLD: usize = 40;
/// Documents that are named of each.
const NAMED: usize = 12;
/// Words by which a block is known.
const BEGINNING: usize = 10;

/// Documents on their way to a pack, and counted, to be judged.
///
/// Once they are judged their texts are gone: whoever shows them has them.
pub(crate) struct Desk {
    /// The documents, without their counts.
    pack: Pack,
    counts: Counts,
    /// The group of each document that a column gave one.
    columns: Vec<Option<String>>,
    /// What judging the documents again starts from, once they were judged.
    prepared: Option<Prepared>,
}

impl Desk {
    /// An empty desk for a corpus of that name.
    pub(crate) fn new(name: String) -> Self {
        let corpus = Corpus { name, documents: Vec::new() };
        Self::with(Pack { corpus, ..Pack::default() }, Counts::default())
    }

    /// The desk with the documents of a pack.
    pub(crate) fn open(mut pack: Pack) -> Self {
        let counts = pack.counted();
        Self::with(pack, counts)
    }

    fn with(pack: Pack, counts: Counts) -> Self {
        Self { pack, counts, columns: Vec::new(), prepared: None }
    }

    /// Parses a document and puts it behind the others.
    pub(crate) fn add(&mut self, source: Source) {
        let Source { name, title, group, language, text, hints, .. } = source;
        self.pack.corpus.documents.push(parse_with(&name, text, language, &hints));
        self.pack.titles.push(title.unwrap_or_default());
        self.columns.push(group);
    }

    /// Counts the documents with the words of their languages, and packs them: `give` is given one piece after the other.
    pub(crate) fn count(
        &mut self,
        words: impl Fn(&[Language]) -> Background,
        progress: impl Fn(u64, u64),
        give: impl FnMut(&[u8]),
    ) -> Result<(), String> {
        let Pack { mut corpus, titles, .. } = std::mem::take(&mut self.pack);
        if corpus.name.is_empty() {
            corpus.name = called(&corpus.documents);
        }
        let total = corpus.documents.len() as u64;
        if total == 0 {
            return Err("None of these files gave a document.".to_owned());
        }
        progress(0, total);
        let spoken = |language: &Language| {
            corpus.documents.iter().any(|document| document.language == *language)
        };
        let languages: Vec<Language> = Language::ALL.into_iter().filter(spoken).collect();
        let background = words(&languages);
        let counts = count(&corpus, &background);
        progress(total, total);
        let groups = self.grouped(&corpus);
        let mut pack = Pack { groups, ..Pack::counted_with(corpus, titles, counts, &background) };
        let packed = packed(&pack, give);
        let counts = pack.counted();
        *self = Self::with(pack, counts);
        packed
    }

    /// Groups by column; by folder where no column says.
    fn grouped(&mut self, corpus: &Corpus) -> Groups {
        let names: Vec<&str> = corpus.documents.iter().map(|one| one.name.as_str()).collect();
        let both = self.columns.drain(..).zip(folders(&names));
        Groups::new(&both.map(|(column, folder)| column.or(folder)).collect::<Vec<_>>())
    }

    /// Judges the documents. Reasons come without their terms: see [`Self::reason`].
    pub(crate) fn judge(&mut self, settings: &Settings) -> Analysis {
        let (prepared, corpus, counts) = self.prepared(settings);
        prepared.judge_briefly(corpus, counts, settings)
    }

    /// The whole reason of one of the sections that [`Self::judge`] gives.
    pub(crate) fn reason(&mut self, settings: &Settings, section: u32) -> Option<Reason> {
        let (prepared, corpus, counts) = self.prepared(settings);
        prepared.reason(corpus, counts, settings, section as usize)
    }

    fn prepared(&mut self, settings: &Settings) -> (&mut Prepared, &Corpus, &Counts) {
        let Self { pack, counts, prepared, .. } = self;
        let prepared = prepared.get_or_insert_with(|| {
            let corpus = &mut pack.corpus;
            let wording = Wording::of(corpus);
            // As much as anything else here, and more room is needed now than ever.
            corpus.documents.iter_mut().for_each(|document| document.text = String::new());
            Prepared::with(&wording, corpus, counts, &settings.weights)
        });
        (prepared, &pack.corpus, counts)
    }

    /// What stands more than once in them, the first of each kind; before they are judged.
    pub(crate) fn repeats(&self) -> Vec<Repeat> {
        let corpus = &self.pack.corpus;
        let found = Repeats::of(corpus, &self.counts);
        let repeat = |what: What, documents: &[u32]| {
            let name = |at: &u32| Some((corpus.documents.get(*at as usize)?.name.clone(), *at));
            let first = documents.iter().take(NAMED).filter_map(name).collect();
            Repeat { what, documents: documents.len() as u32, first }
        };
        let blocks = found.blocks.iter().take(TOLD).filter_map(|one| {
            let document = corpus.documents.get(one.document as usize)?;
            let text = document.blocks.get(one.first as usize)?.span.of(&document.text);
            let words: Vec<&str> = text.split_whitespace().take(BEGINNING).collect();
            Some(repeat(What::Block(words.join(" ")), &one.documents))
        });
        let alike = found.documents.iter().take(TOLD).map(|one| {
            // Rounded down: all in common is all.
            repeat(What::Documents((one.share * 100.0) as u32), &one.documents)
        });
        blocks.chain(alike).collect()
    }

    /// What is to be kept behind their pack, under a correction: the bytes of [`kept`].
    pub(crate) fn keep(
        &mut self,
        repeats: &[Repeat],
        settings: &Settings,
    ) -> Result<Vec<u8>, String> {
        let plain = Settings::default();
        let mut judged = |settings| {
            let written = protocol::write(&self.judge(settings));
            written.ok_or_else(|| "The result could not be written.".to_owned())
        };
        let mut verdicts = vec![judged(&plain)?];
        if *settings != plain {
            verdicts.push(judged(settings)?);
        }
        Ok(kept::seal(repeats, &verdicts))
    }

    /// Gives the pieces of their pack, counted; before they are judged.
    pub(crate) fn packed(&mut self, give: impl FnMut(&[u8])) -> Result<(), String> {
        self.pack.counts = Some(std::mem::take(&mut self.counts));
        let packed = packed(&self.pack, give);
        self.counts = self.pack.counted();
        packed
    }
}

/// What documents that share no folder are called together.
fn called(documents: &[Document]) -> String {
    match documents {
        [] => String::new(),
        [only] => only.name.clone(),
        [first, rest @ ..] => format!("{} and {} more", first.name, rest.len()),
    }
}

fn packed(pack: &Pack, mut give: impl FnMut(&[u8])) -> Result<(), String> {
    for piece in pack.pieces() {
        give(&piece.map_err(|error| format!("Packing failed: {error}."))?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::separate::separate;

    /// As [`Desk::judge`] should give it.
    fn judged(pack: &Pack, counts: &Counts, settings: &Settings) -> Analysis {
        let mut found = separate(&pack.corpus, counts, settings);
        found.sections.iter_mut().for_each(|one| one.reason = one.reason.in_brief());
        found
    }

    fn source(name: &str, text: &str) -> Source {
        let mut reader = readers::Reader::new(readers::Settings::default());
        reader.push(name, text.as_bytes().to_vec());
        let Some(readers::Found::Source(source)) = reader.next() else { panic!("a document") };
        source
    }

    fn counted(sources: Vec<Source>) -> (Desk, Pack, Vec<u8>) {
        let mut desk = Desk::new("Mine".to_owned());
        sources.into_iter().for_each(|source| desk.add(source));
        let mut bytes = Vec::new();
        let give = |piece: &[u8]| bytes.extend(piece);
        desk.count(|_| Background::none(), |_, _| {}, give).expect("documents");
        let pack = Pack::from_bytes(&bytes).expect("a pack");
        (desk, pack, bytes)
    }

    #[test]
    fn documents_come_out_counted_and_judged() {
        let sources = vec![
            source("a.txt", "Therapists cry.\n\nThey do."),
            source("b.txt", "Tears are common."),
        ];
        let (mut desk, pack, bytes) = counted(sources);
        assert_eq!(pack.corpus.name, "Mine");
        assert_eq!(called(&pack.corpus.documents), "a.txt and 1 more");
        assert_eq!(called(&pack.corpus.documents[1..]), "b.txt");
        assert_eq!(pack.groups, Groups::default());
        let analysis = desk.judge(&Settings::default());
        let counts = pack.counts.clone().expect("counted");
        assert_eq!(analysis, judged(&pack, &counts, &Settings::default()));
        for settings in [Settings::default(), Settings { threshold: 3.0, ..Settings::default() }] {
            let whole = separate(&pack.corpus, &counts, &settings);
            for (at, section) in (0..).zip(&whole.sections) {
                let reason = desk.reason(&settings, at).expect("a section");
                assert_eq!(reason.listed(), section.reason);
            }
            assert_eq!(desk.reason(&settings, whole.sections.len() as u32), None);
        }
        let packed = |desk: &mut Desk| {
            let mut bytes = Vec::new();
            desk.packed(|piece| bytes.extend(piece)).expect("pieces");
            bytes
        };
        let mut again = Desk::open(pack.clone());
        assert_eq!(packed(&mut again), bytes, "it was counted already");
        assert_eq!(again.judge(&Settings::default()), analysis);
        let mut again = Desk::open(Pack { counts: None, ..pack.clone() });
        let counted = Pack::from_bytes(&packed(&mut again)).expect("a pack").counts;
        assert_eq!(counted.expect("counted").documents, counts.documents);
        assert_eq!(again.judge(&Settings::default()), analysis);
    }

    #[test]
    fn what_stands_more_than_once_is_told_with_where() {
        let offer = "The choir sings in the old barn, and all may listen.";
        let own = ["Therapists cry.", "Tears are common here.", "They all do, and often."];
        let sources =
            own.map(|own| source(&format!("{}.txt", own.len()), &format!("{own}\n\n{offer}")));
        let (desk, _, _) = counted(sources.into());
        let told = desk.repeats();
        let [one] = told.as_slice() else { panic!("{told:?}") };
        let What::Block(begins) = &one.what else { panic!("a block") };
        assert_eq!(begins, "The choir sings in the old barn, and all may");
        assert_eq!((one.documents, one.first[1].clone()), (3, ("22.txt".to_owned(), 1)));
    }

    #[test]
    fn what_is_kept_is_the_pack_and_the_verdicts() {
        let sources = ["Therapists cry.", "Tears are common.", "Boys are tall.", "They all cry."]
            .map(|text| {
                source(
                    "a.txt",
                    &format!("{text}\n\nThe choir sings in the old barn, and all may listen."),
                )
            });
        let (mut desk, pack, bytes) = counted(sources.into());
        let settings = Settings { threshold: 3.0, ..Settings::default() };
        let repeats = desk.repeats();
        assert_eq!(repeats.len(), 1, "a sentence that all of them have");
        let sealed = [bytes, desk.keep(&repeats, &settings).expect("bytes")].concat();
        let (packed, found) = kept::open(&sealed);
        assert_eq!(Pack::from_bytes(packed).as_ref(), Ok(&pack));
        assert_eq!(found.repeats, repeats);
        let counts = pack.counts.clone().expect("counted");
        let judged = |settings: &Settings| judged(&pack, &counts, settings);
        assert_eq!(found.verdicts, [judged(&Settings::default()), judged(&settings)]);
        // The desk goes on as before.
        let again = desk.keep(&[], &Settings::default()).expect("bytes");
        assert_eq!(kept::found(&again).verdicts, [judged(&Settings::default())]);
    }

    #[test]
    fn groups_are_columns_before_folders() {
        let column = Source { group: Some("2024".to_owned()), ..source("x/on/a.txt", "Tears.") };
        let sources = vec![column, source("x/on/b.txt", "They cry."), source("x/c.txt", "We do.")];
        let (_, pack, _) = counted(sources);
        assert_eq!(pack.groups.names(), ["2024", "on"]);
        let of: Vec<_> = (0..3).map(|document| pack.groups.of(document)).collect();
        assert_eq!(of, [Some(0), Some(1), None]);
    }

    #[test]
    fn nothing_to_count_is_a_sentence() {
        let error = Desk::new(String::new()).count(|_| Background::none(), |_, _| {}, |_| {});
        assert_eq!(error.expect_err("nothing"), "None of these files gave a document.");
    }
}
