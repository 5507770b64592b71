//! What made a file: enough to make it again.

use engine::separate::Side;

use crate::format::counted;
use crate::state::{Measure, Pane, Selection, ViewState, describe, tenths};
use crate::study::Study;

/// Facts about a file, each a name and a value.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Origin {
    /// The facts, the most general first.
    pub facts: Vec<(&'static str, String)>,
}

/// The program and its version.
const PROGRAM: &str = concat!("Topic Explorer ", env!("CARGO_PKG_VERSION"));

impl Origin {
    /// What made a view: the documents, what is selected, what was set. `address` is the whole link of the view.
    pub fn of(study: &Study, view: &ViewState, selection: &Selection, address: &str) -> Self {
        let mut facts = vec![
            ("program", PROGRAM.to_owned()),
            ("corpus", study.corpus.name.clone()),
            ("fingerprint", fingerprint(study)),
            ("documents", study.corpus.documents.len().to_string()),
            ("view", view.pane.key().to_owned()),
            ("selection", describe(view, selection, study)),
            ("selected_sections", selection.sections.len().to_string()),
            ("selected_words", selection.sections.words().to_string()),
            ("words_in_all", study.figures.words.to_string()),
            ("threshold", tenths(view.correction.threshold)),
        ];
        let mut put = |name, value: String| {
            if !value.is_empty() {
                facts.push((name, value));
            }
        };
        put("overruled", overruled(view));
        put("stop_words_added", view.stops.added().join(" "));
        put("stop_words_taken", view.stops.taken().join(" "));
        match view.pane {
            Pane::Terms => {
                put("filter", view.find.clone());
                put("words_per_term", view.words.to_string());
            }
            Pane::Contexts => {
                put("term", view.term.clone().unwrap_or_default());
                put("span", view.contexts.span.to_string());
                put("order", view.contexts.order.key().to_owned());
            }
            Pane::Collocates => {
                put("term", view.term.clone().unwrap_or_default());
                put("span", view.collocates.span.to_string());
                put("floor", view.collocates.floor.to_string());
                let scope = if view.collocates.everything { "everything" } else { "selection" };
                put("looked_in", scope.to_owned());
            }
            Pane::Plot => put("term", view.term.clone().unwrap_or_default()),
            Pane::Compare => {
                put("a", view.compare.a.clone());
                put("b", view.compare.b.clone());
                let measure = match view.compare.measure {
                    Measure::LogOdds => "log-odds with an informative Dirichlet prior, z",
                    Measure::G2 => "signed G²",
                };
                put("measure", measure.to_owned());
            }
            Pane::Topics => put("lambda", hundredths(view.topics_view.lambda)),
            Pane::Read | Pane::Changes => {}
        }
        put("link", address.to_owned());
        Self { facts }
    }
}

/// `3 sections off topic, 1 on topic` as said by the person.
fn overruled(view: &ViewState) -> String {
    let sides = [
        (Side::OnTopic, "passage on topic", "passages on topic"),
        (Side::OffTopic, "passage off topic", "passages off topic"),
        (Side::Main, "passage the main subject", "passages the main subject"),
        (Side::OnTopicAlone, "passage alone on topic", "passages alone on topic"),
        (Side::OffTopicAlone, "passage alone off topic", "passages alone off topic"),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (side, one, many) in sides {
        let pins = view.correction.pins.as_slice().iter();
        let number = pins.filter(|pin| pin.side == side).count() as u64;
        if number > 0 {
            parts.push(counted(number, one, many).replace('\u{a0}', " "));
        }
    }
    parts.join(", ")
}

fn hundredths(number: u8) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

/// All of the fingerprint, as sixteen digits.
fn fingerprint(study: &Study) -> String {
    format!("{:016x}", study.fingerprint)
}

/// A line to cite a view by; `date` is the day it was looked at, as `2026-11-25`.
pub fn citation(study: &Study, address: &str, date: &str) -> String {
    let documents = counted(study.corpus.documents.len() as u64, "document", "documents");
    format!(
        "“{}”, {documents}, {} (fingerprint {}). {PROGRAM}, {date}. {address}",
        study.corpus.name,
        counted(study.figures.words, "word", "words"),
        fingerprint(study),
    )
    .replace('\u{a0}', " ")
}

/// A name for a file: what the corpus and the view are called, without anything a file system could object to.
pub fn file_name(study: &Study, pane: Pane, ending: &str) -> String {
    format!("{}-{}.{ending}", stem(study), pane.key())
}

/// What the corpus is called, as the start of a file's name.
pub(super) fn stem(study: &Study) -> String {
    let mut name = String::new();
    for one in study.corpus.name.chars().take(60) {
        if one.is_alphanumeric() {
            name.extend(one.to_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "topics".to_owned() } else { name.to_owned() }
}

impl Origin {
    /// The facts that tell a picture's source, in one line.
    pub(super) fn line(&self) -> String {
        let wanted = ["corpus", "selection", "fingerprint", "program"];
        let value = |name: &str| self.facts.iter().find(|(known, _)| *known == name);
        let found = wanted.into_iter().filter_map(value).map(|(_, value)| value.as_str());
        found.collect::<Vec<_>>().join(" · ")
    }
}
