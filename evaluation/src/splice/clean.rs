//! The clean copy of a corpus that others are spliced into.

use crate::gold::{GoldCorpus, Page};
use crate::label::Want;

/// A corpus without what does not belong and what may or may not: every line left is on topic, boilerplate or blank.
/// Documents with nothing on topic are left out.
pub fn clean(corpus: &GoldCorpus) -> GoldCorpus {
    let page = |page: &Page| {
        let mut page = page.clone();
        page.lines.retain(|line| !matches!(line.want, Some(Want::Off | Want::Either)));
        // What stood around a removed run would else be a gap of two blank lines.
        page.lines.dedup_by(|a, b| a.want.is_none() && b.want.is_none());
        page
    };
    let pages = corpus.pages.iter().map(page).filter(|page| page.on_words() > 0).collect();
    GoldCorpus { name: corpus.name.clone(), pages }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::tests::marked;

    #[test]
    fn only_what_belongs_and_furniture_stays() {
        let pages = vec![
            marked("a.txt", &["b|Menu", "n|One.", "", "f|Two.", "", "e|Three.", "n|Four."]),
            marked("b.txt", &["b|Menu", "f|Five."]),
        ];
        let clean = clean(&GoldCorpus { name: "c".into(), pages });
        assert_eq!(clean.pages, [marked("a.txt", &["b|Menu", "n|One.", "", "n|Four."])]);
    }
}
