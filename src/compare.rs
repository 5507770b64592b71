//! Two selections side by side: what can be compared, what the comparison comes to, and how to say it.

use std::rc::Rc;

use engine::explore::{self, CompareOptions, CompareRow, Comparison, Prior};

use crate::format::{count, counted};
use crate::state::{CompareView, Measure, Stops};
use crate::stops::options;
use crate::study::Study;

/// Something a side can be, without typing.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Choice {
    /// The search that finds it.
    pub search: String,
    /// What it is called.
    pub name: String,
}

impl Choice {
    fn new(search: impl Into<String>, name: impl Into<String>) -> Self {
        Self { search: search.into(), name: name.into() }
    }
}

/// Most topics, groups and documents that are offered of each: nobody scrolls through more, and a search finds the others.
const OFFERED: usize = 200;

/// What a side can be, without typing, each kind under its heading.
pub fn choices(study: &Study) -> &[(&'static str, Vec<Choice>)] {
    study.answers.choices.get_or_init(|| all_choices(study))
}

fn all_choices(study: &Study) -> Vec<(&'static str, Vec<Choice>)> {
    let verdicts = vec![
        Choice::new("is:kept", "What is kept"),
        Choice::new("is:on", "On topic"),
        Choice::new("is:off", "Off topic"),
    ];
    let topics = (0..).zip(study.topic_names()).take(OFFERED).map(|(topic, name)| {
        let off = if study.is_off_topic(topic) { " (off topic)" } else { "" };
        Choice::new(format!("topic:{}", topic + 1), format!("{name}{off}"))
    });
    let documents = (1..)
        .zip(study.titles())
        .take(OFFERED)
        .map(|(number, title)| Choice::new(format!("doc:{number}"), title.clone()));
    let groups = (0..).zip(study.groups.names()).take(OFFERED);
    let groups = groups.map(|(at, name)| Choice::new(explore::group_query(name, at), name.clone()));
    let mut all = vec![
        ("Verdicts", verdicts),
        ("Topics", topics.collect()),
        ("Groups", groups.collect()),
        ("Documents", documents.collect()),
    ];
    all.retain(|(_, choices)| !choices.is_empty());
    all
}

/// Whether a search is one of the choices.
pub fn is_choice(study: &Study, search: &str) -> bool {
    choices(study).iter().any(|(_, choices)| choices.iter().any(|one| one.search == search))
}

/// What a side is called: by its choice, or by its search as it stands.
pub fn name(study: &Study, search: &str) -> String {
    let search = search.trim();
    let mut known = choices(study).iter().flat_map(|(_, choices)| choices);
    let known = known.find(|choice| choice.search == search);
    known.map_or_else(|| format!("“{search}”"), |choice| choice.name.clone())
}

/// One of the two selections.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The search that finds it.
    pub search: String,
    /// What it is called.
    pub name: String,
    /// Its sections.
    pub sections: explore::Selection,
    /// Whether its search asks for anything; one that does not would find every section.
    pub asked: bool,
    /// What of its search could not be heeded, each in a sentence.
    pub problems: Vec<String>,
}

impl Side {
    fn new(study: &Study, search: &str) -> Self {
        let query = study.ask(search, false);
        Self {
            search: search.trim().to_owned(),
            name: name(study, search),
            sections: query.sections().clone(),
            asked: !query.is_empty(),
            problems: query.problems().iter().map(|problem| problem.text.clone()).collect(),
        }
    }
}

/// Two selections compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The first.
    pub a: Side,
    /// The second.
    pub b: Side,
    /// Their terms.
    pub found: Comparison,
}

/// What a view sets side by side, compared. The last ones are remembered.
pub fn compared(study: &Study, view: &CompareView, stops: &Stops) -> Rc<Compared> {
    study.answers.compared.answer(&(view.clone(), stops.clone()), || compare(study, view, stops))
}

/// The sides of a view. The last ones are remembered.
pub fn both(study: &Study, view: &CompareView) -> Rc<[Side; 2]> {
    let asked = [view.a.clone(), view.b.clone()];
    study.answers.sides.answer(&asked, || asked.each_ref().map(|search| Side::new(study, search)))
}

fn compare(study: &Study, view: &CompareView, stops: &Stops) -> Compared {
    let [a, b] = (*both(study, view)).clone();
    let options = CompareOptions {
        measure: engine(view.measure),
        // What is kept is many times what is off topic.
        prior: Prior::Smaller,
        terms: options(study, stops),
        ..CompareOptions::default()
    };
    let Study { corpus, counts, analysis, .. } = study;
    let found = explore::compare(corpus, counts, analysis, &a.sections, &b.sections, &options);
    Compared { a, b, found }
}

fn engine(measure: Measure) -> explore::Measure {
    match measure {
        Measure::LogOdds => explore::Measure::LogOdds,
        Measure::G2 => explore::Measure::G2,
    }
}

/// Below this, chance alone gives a score in one of twenty terms: two-sided p = 0.05 of the normal distribution, and of
/// χ² with one degree of freedom.
pub fn least(measure: Measure) -> f64 {
    match measure {
        Measure::LogOdds => 1.96,
        Measure::G2 => 3.84,
    }
}

/// The score of a row.
pub fn score(row: &CompareRow, measure: Measure) -> f64 {
    row.score(engine(measure))
}

/// Why there is nothing to see.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Obstacle {
    /// A side asks for nothing yet; whether it is the second.
    Unasked(bool),
    /// A side is what is off topic, and nothing is.
    NothingOff,
    /// No section is on a side; whether it is the second.
    NoText(bool),
    /// Both sides are the same sections.
    Same,
    /// No term stands twice on the two sides together, or all stand at one rate.
    NoTerm,
}

/// What keeps two selections from being compared, if anything.
pub fn obstacle(study: &Study, compared: &Compared) -> Option<Obstacle> {
    let Compared { a, b, found } = compared;
    let nothing_off = study.figures.off_topic_words == 0;
    let off_alone = |side: &Side| side.search == "is:off" && side.sections.is_empty();
    if nothing_off && (off_alone(a) || off_alone(b)) {
        return Some(Obstacle::NothingOff);
    }
    for (second, side) in [(false, a), (true, b)] {
        if !side.asked {
            return Some(Obstacle::Unasked(second));
        }
        if side.sections.words() == 0 {
            return Some(Obstacle::NoText(second));
        }
    }
    if a.sections == b.sections {
        return Some(Obstacle::Same);
    }
    let (left, right) = found.top(1);
    (left.is_empty() && right.is_empty()).then_some(Obstacle::NoTerm)
}

/// Two searches that find something to compare where nothing is off topic: the two largest topics, or else two documents.
pub fn offer(study: &Study) -> Option<(String, String)> {
    let pair = |key: &str| (format!("{key}:1"), format!("{key}:2"));
    if study.analysis.topics.len() > 1 {
        Some(pair("topic"))
    } else {
        (study.corpus.documents.len() > 1).then(|| pair("doc"))
    }
}

/// How large the sides are, and what of them is off topic.
pub fn sentence(compared: &Compared) -> String {
    let Compared { a, b, found } = compared;
    let side = |letter: &str, side: &Side, words: u32, off: u32| {
        let share = match off {
            0 => "none of them off topic".to_owned(),
            off if off == words => "all of them off topic".to_owned(),
            off => format!("{} of them off topic", count(u64::from(off))),
        };
        let words = counted(u64::from(words), "word", "words");
        format!("{letter}, {}, has {words}, {share}.", side.name)
    };
    format!(
        "{} {}",
        side("A", a, found.words_a, found.off_words_a),
        side("B", b, found.words_b, found.off_words_b),
    )
}

/// What the sides share, if anything.
pub fn shared(found: &Comparison) -> Option<String> {
    let sections = found.shared_sections.len() as u64;
    let verbs = if sections == 1 { ("stands", "counts") } else { ("stand", "count") };
    (sections > 0).then(|| {
        format!(
            "{} with {} {} on both sides and {} on both.",
            counted(sections, "section", "sections"),
            counted(u64::from(found.shared_words), "word", "words"),
            verbs.0,
            verbs.1,
        )
    })
}
