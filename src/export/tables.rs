//! Each pane as a table.

use super::sheet::{Cell, Sheet};
use super::{places, words};
use crate::reading::sentence;
use crate::state::{Pane, Selection, ViewState};
use crate::study::{Study, kind_name, verdict_name};

/// What a pane shows, whole: no list is cut as it is on the screen.
pub fn sheet(study: &Study, view: &ViewState, selection: &Selection) -> Sheet {
    match view.pane {
        Pane::Read => sections(study, selection),
        Pane::Terms => words::terms(study, view, selection),
        Pane::Changes => words::changes(study, view, selection),
        Pane::Compare => words::compared(study, view),
        Pane::Contexts => places::lines(study, view, selection),
        Pane::Collocates => places::collocates(study, view, selection),
        Pane::Plot => places::plot(study, view, selection),
        Pane::Topics => match view.topics_view.page {
            Some(topic) => words::topic(study, view, topic),
            None => topics(study),
        },
    }
}

/// Every section with its verdict.
fn sections(study: &Study, selection: &Selection) -> Sheet {
    let row = |section: u32| {
        let (judged, document) = study.judged(section)?;
        let blocks = document.blocks.get(judged.blocks())?;
        let first = blocks.first().map_or(0, |block| block.span.start);
        let last = blocks.last().map_or(first, |block| block.span.end);
        let kind = study.parsed(section).map_or("", |parsed| kind_name(parsed.kind));
        Some(vec![
            study.document_title(judged.document).into(),
            document.name.as_str().into(),
            (section + 1).into(),
            line_of(&document.text, first).into(),
            line_of(&document.text, last.saturating_sub(1).max(first)).into(),
            study.section_name(section).into(),
            kind.into(),
            study.topic_name(judged.topic).into(),
            verdict_name(judged.verdict).into(),
            judged.score.into(),
            judged.words.into(),
            yes(selection.has(section)),
            yes(study.said(section).is_some()),
            study
                .summed(section)
                .map_or(String::new(), |judged| sentence(&judged, study.said(section)))
                .into(),
        ])
    };
    Sheet {
        columns: &[
            "document",
            "file",
            "section_number",
            "first_line",
            "last_line",
            "section",
            "kind",
            "topic",
            "verdict",
            "score",
            "words",
            "selected",
            "overruled",
            "reason",
        ],
        rows: (0..study.analysis.sections.len() as u32).filter_map(row).collect(),
    }
}

/// The line that a byte stands in, from 1: how the rows are found again in the files.
fn line_of(text: &str, byte: u32) -> u32 {
    let before = text.as_bytes().get(..byte as usize).unwrap_or(text.as_bytes());
    before.iter().filter(|one| **one == b'\n').count() as u32 + 1
}

/// Every topic.
fn topics(study: &Study) -> Sheet {
    let map = study.topic_map();
    let row = |topic: u32| {
        let found = study.analysis.topics.get(topic as usize)?;
        let near = map.points.iter().position(|point| point.topic == topic);
        let near = near.and_then(|index| map.nearest(index));
        let near_topic = near.and_then(|(index, _)| map.points.get(index));
        Some(vec![
            study.topic_name(topic).into(),
            found.label.join(", ").into(),
            (if found.off_topic { "off topic" } else { "on topic" }).into(),
            found.words.into(),
            (found.sections.len() as u32).into(),
            near_topic.map_or(Cell::Empty, |point| study.topic_name(point.topic).into()),
            near.map_or(Cell::Empty, |(_, distance)| distance.into()),
        ])
    };
    Sheet {
        columns: &["topic", "label", "side", "words", "sections", "nearest", "distance"],
        rows: (0..study.analysis.topics.len() as u32).filter_map(row).collect(),
    }
}

fn yes(is: bool) -> Cell {
    (if is { "yes" } else { "no" }).into()
}
