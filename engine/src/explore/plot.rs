//! The dispersion plot: where in each document a pattern stands.

use super::query::Pattern;
use crate::Corpus;
use crate::count::Counts;
use crate::separate::Analysis;

/// A document as a line of tokens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlotRow {
    /// Index of the document in the corpus.
    pub document: u32,
    /// Its tokens, boilerplate left out: the length of the line.
    pub tokens: u32,
    /// Where the pattern stands: tokens of the document before each hit, in order.
    pub hits: Vec<u32>,
    /// The sections of the document, in order: the strip beneath.
    pub runs: Vec<PlotRun>,
}

/// A section on the line of its document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PlotRun {
    /// Index into [`Analysis::sections`].
    pub section: u32,
    /// Tokens of the document before it.
    pub start: u32,
    /// Its tokens.
    pub tokens: u32,
    /// How many of the hits are in it.
    pub hits: u32,
}

/// One row a document, in corpus order, whether the pattern stands in it or not; every section is on its row, whatever its
/// verdict.
pub fn plot(
    corpus: &Corpus,
    counts: &Counts,
    analysis: &Analysis,
    pattern: &Pattern,
) -> Vec<PlotRow> {
    let mut rows: Vec<PlotRow> = (0..)
        .zip(&counts.documents)
        .map(|(document, counted)| {
            let tokens = counted.len() as u32;
            PlotRow { document, tokens, ..PlotRow::default() }
        })
        .collect();
    for (index, section) in analysis.sections.iter().enumerate() {
        let at = section.document as usize;
        let (Some(row), Some(document), Some(counted)) =
            (rows.get_mut(at), corpus.documents.get(at), counts.documents.get(at))
        else {
            continue;
        };
        let range = counted.range(section.blocks());
        let hits = pattern.hits(document, counted, section.blocks());
        row.runs.push(PlotRun {
            section: index as u32,
            start: range.start as u32,
            tokens: range.len() as u32,
            hits: hits.len() as u32,
        });
        row.hits.extend(hits.iter().map(|hit| hit.first));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::fixture::study;
    use super::super::query::{Names, Query};
    use super::*;

    #[test]
    fn hits_stand_on_the_line_of_their_document() {
        let (corpus, counts, analysis) = study();
        let query = Query::new("cry", &corpus, &counts, &analysis, &Names::default(), false);
        let rows = plot(&corpus, &counts, &analysis, query.pattern());
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].hits.as_slice(), rows[0].tokens), (&[7, 13, 15][..], 28));
        assert_eq!((rows[1].hits.as_slice(), rows[1].tokens), (&[8][..], 9));
        let runs: Vec<_> =
            rows[0].runs.iter().map(|run| (run.start, run.tokens, run.hits)).collect();
        assert_eq!(runs, [(0, 11, 1), (11, 9, 2), (20, 8, 0)]);
    }

    #[test]
    fn without_a_pattern_there_is_still_a_strip() {
        let (corpus, counts, analysis) = study();
        let rows = plot(&corpus, &counts, &analysis, &Pattern::default());
        assert!(rows.iter().all(|row| row.hits.is_empty() && !row.runs.is_empty()));
        for row in rows {
            assert_eq!(row.runs.iter().map(|run| run.tokens).sum::<u32>(), row.tokens);
        }
    }
}
