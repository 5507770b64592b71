//! What was worked out about a study and is asked for again.

use std::cell::OnceCell;
use std::rc::Rc;

use engine::explore::{Query, Selection, TermCounts, TopicMap};
use engine::separate::Analysis;

use crate::compare::{Choice, Compared, Side};
use crate::contexts::{Found, Places, Wanted};
use crate::last::Last;
use crate::shared::Shared;
use crate::state::{self, CompareView, Stops};

/// The answers that are kept as long as the study is.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    /// The verdicts with the sums of their reasons, where those at hand have none.
    pub(super) summed: OnceCell<Option<Rc<Analysis>>>,
    /// How the topics lie to one another.
    pub(super) topic_map: OnceCell<TopicMap>,
    /// The last search and what it found.
    pub(super) query: Last<String, Query>,
    /// The last selection whose terms were counted.
    pub(super) counted: Last<Selection, TermCounts>,
    /// What the last selection came to under a stop list, in a sentence.
    pub(crate) sentence: Last<(Shared<state::Selection>, Stops), String>,
    /// The last text looked up, in what, and where it stands.
    pub(crate) places: Last<(Shared<state::Selection>, String), Places>,
    /// The last text looked up, where and how, and what was found.
    pub(crate) looked_up: Last<(Shared<state::Selection>, Wanted), Found>,
    /// What can be compared without typing.
    pub(crate) choices: OnceCell<Vec<(&'static str, Vec<Choice>)>>,
    /// The last two sides that were asked for.
    pub(crate) sides: Last<[String; 2], [Side; 2]>,
    /// The last sides compared.
    pub(crate) compared: Last<(CompareView, Stops), Compared>,
}
