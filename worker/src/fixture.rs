//! Documents for tests.

use engine::count::Background;
use engine::pack::Pack;
use readers::Source;

use super::gathering::{Gathered, Gathering};

/// A file's document.
pub(crate) fn source(name: &str, text: &str) -> Source {
    let mut reader = readers::Reader::new(readers::Settings::default());
    reader.push(name, text.as_bytes().to_vec());
    let Some(readers::Found::Source(source)) = reader.next() else { panic!("a document") };
    source
}

/// Documents of a corpus called Mine, and the pack that the page is given.
pub(crate) fn gathered(sources: Vec<Source>) -> (Gathered<Vec<u8>>, Pack) {
    let mut gathering = Gathering::new("Mine".to_owned(), |piece| Some(piece.to_vec()));
    sources.into_iter().for_each(|source| gathering.add(source));
    let gathered = gathering.finish(|_| Background::none(), |_, _| {}).expect("documents");
    let pack = Pack::from_bytes(&gathered.pieces.concat()).expect("a pack");
    (gathered, pack)
}
