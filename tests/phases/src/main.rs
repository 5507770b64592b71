//! Runs the phases over the shipped documents again and again, each time leaving a measure of each: the first time in a
//! module that the browser has only just compiled, the last ones as quick as they get.

use engine::Corpus;
use engine::count::{Background, count};
use engine::pack::Pack;
use engine::parse::parse;
use engine::separate::{Settings, separate};
use topic_explorer::browser::timing::{mark, measure};
use topic_explorer::corpus::shipped;

/// Times the phases run.
const ROUNDS: usize = 30;

fn main() {
    // Without the documents there are no measures, and the report says so.
    let Ok(pack) = Pack::from_bytes(shipped()) else { return };
    let background = Background::Lists(pack.frequencies);
    for _ in 0..ROUNDS {
        let corpus = measure("parse", || {
            let documents = pack.corpus.documents.iter();
            let parsed =
                documents.map(|one| parse(&one.name, one.text.clone(), Some(one.language)));
            Corpus { name: String::new(), documents: parsed.collect() }
        });
        let counts = measure("count", || count(&corpus, &background));
        let analysis = measure("separate", || separate(&corpus, &counts, &Settings::default()));
        assert!(!analysis.topics.is_empty(), "the work was done");
    }
    mark("phases-done");
}
