//! What a person can do, and what it changes.

use std::rc::Rc;

use engine::separate::{Analysis, Side, TopicId, Verdict};

use super::correction::Correction;
use super::edit::{self, Stop};
use super::follow;
use super::numbers::Numbers;
use super::overrule::{self, Whom};
use super::panes::{CollocatesView, CompareView, ContextsView, Pane};
use super::selection::Selection;
use super::session::{Entry, Session};
use super::view::{Column, Sort, ViewState};
use super::window::Window;
use crate::study::Study;

/// Something a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opened one of the panes.
    Open(Pane),
    /// Picked a topic; `add` keeps the topics picked before.
    PickTopic {
        /// The topic.
        topic: TopicId,
        /// Whether it joins the others.
        add: bool,
    },
    /// Picked a verdict, or the same again to let go of it.
    PickVerdict(Verdict),
    /// Picked a document, or the same again to let go of it.
    PickDocument(u32),
    /// Asked for a group of documents.
    PickGroup {
        /// The group.
        group: u32,
        /// Whether the others that were asked for stay.
        add: bool,
    },
    /// Took off every filter.
    ClearFilter,
    /// Took off one of the things that lie on the page: the notices, the search, open reasons, the
    /// filter, the highlighting, in this order.
    Clear,
    /// Took a topic out of text and counts, or put it back.
    ToggleTopic(TopicId),
    /// Unfolded all page furniture, or folded it.
    ToggleFurniture,
    /// Opened or closed the reasons of a section.
    ToggleReason(u32),
    /// Unfolded the run that starts at a section, or folded it.
    ToggleFold(u32),
    /// Asked for more of a long text, before what is on the page or after it.
    ShowMore {
        /// Whether before it.
        earlier: bool,
    },
    /// Went to a section in the text.
    GoTo(u32),
    /// Sorted the terms by a column; the same column again turns the order round.
    SortBy(Column),
    /// Typed into the filter of the terms.
    Find(String),
    /// Showed the words of the stop list among the terms, or hid them.
    ToggleCommon,
    /// Highlighted a term in the text, or nothing.
    Highlight(Option<String>),
    /// Typed into the search box: this is searched for as it stands.
    Search(String),
    /// Took what stands in the search box as a step of its own.
    Searched(String),
    /// Said how many words make a term of the table.
    SetWords(u8),
    /// Opened the surface forms of a term, or closed them.
    ShowForms(Option<String>),
    /// Looked a term up in one of the panes: contexts, collocates or the plot.
    LookUp(String, Pane),
    /// Set how the concordance is shown.
    SetContexts(ContextsView),
    /// Set how the collocates are shown.
    SetCollocates(CollocatesView),
    /// Set what is compared.
    SetCompare(CompareView),
    /// Typed what is compared.
    TypeCompare(CompareView),
    /// Opened a topic's own page, or with `None` the map of topics.
    OpenTopic(Option<TopicId>),
    /// Moved the weight λ, in hundredths.
    SetLambda(u8),
    /// Called a topic by a name; an empty one takes the name back.
    Rename(TopicId, String),
    /// Made one topic of two.
    Merge(TopicId, TopicId),
    /// Took apart what was joined to a topic.
    Part(TopicId),
    /// Changed the stop list.
    SetStop(String, Stop),
    /// Took back everything that was said of sections, topics and words.
    TakeAllBack,
    /// Moved the threshold, in tenths.
    SetThreshold(i32),
    /// Let go of the threshold there, in tenths.
    LeaveThreshold(i32),
    /// Wants to say on which side a section belongs: asked first where that changes others.
    Propose(u32, Side),
    /// Said on which side something belongs, or with `None` took that back.
    Overrule(Whom, Option<Side>),
    /// Chose the topics that are the main subjects, in place of those said to be before.
    ChooseMain(Numbers),
    /// Took back what was said last.
    Undo,
    /// Said again what was taken back last.
    Redo,
    /// Went back or forward, or edited the link.
    Restore(String),
    /// Had something worth saying happen.
    Tell(String),
    /// Put away the notices.
    Dismiss,
    /// Was told what was found elsewhere under a correction.
    Judged(Correction, Found),
}

/// Verdicts from elsewhere, which equal only themselves.
#[derive(Clone, Debug)]
pub struct Found(pub Rc<Analysis>);

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The session after an action. An action that needs verdicts which are found elsewhere waits for them: until then all is as
/// it was. Another such action takes its place, unless a link waits: what it says comes first, and is in no view yet.
pub fn reduce(session: &Session, action: Action) -> Session {
    let mut next = perform(session, action.clone());
    match session.study.wanted() {
        None => next,
        Some(wanted) => {
            next = session.clone();
            if !session.waits_for_link() || matches!(action, Action::Restore(_)) {
                next.waiting = Some((wanted, Box::new(action)));
            }
            next
        }
    }
}

/// Takes up verdicts, and does what waited for them.
fn judged(session: &Session, correction: &Correction, found: &Found) -> Session {
    let mut next = session.clone();
    let study = Study::answer(&session.study, correction, &found.0);
    if study != next.study {
        let view = follow::view(&next.view, &study.correction, &next.study, &study);
        next.take_up(study, view);
        next.entry = Entry::Replace;
    }
    match next.waiting.take() {
        Some((wanted, action)) if wanted == *correction => perform(&next, *action),
        waiting => {
            next.waiting = waiting;
            next
        }
    }
}

fn perform(session: &Session, action: Action) -> Session {
    if let Action::Judged(correction, found) = &action {
        return judged(session, correction, found);
    }
    let mut next = session.clone();
    next.entry = Entry::Push;
    let asked = next.asking.take();
    next.sliding &= matches!(action, Action::SetThreshold(_) | Action::LeaveThreshold(_));
    let view = &mut next.view;
    match action {
        Action::Open(pane) => {
            view.pane = pane;
            // What was told was told of another view.
            next.notices.clear();
        }
        Action::PickTopic { topic, add } => {
            pick_topic(view, topic, add);
            if view.pane == Pane::Topics && !add {
                // The page of the topic, not one of another beside the filter.
                view.topics_view.page = view.topics.contains(topic).then_some(topic);
            }
        }
        Action::PickVerdict(verdict) => {
            view.verdict = if view.verdict == Some(verdict) { None } else { Some(verdict) };
            view.topics.clear();
            view.at = None;
        }
        Action::PickDocument(document) => {
            view.document = if view.document == Some(document) { None } else { Some(document) };
            view.at = None;
        }
        Action::PickGroup { group, add } => {
            pick(&mut view.groups, group, add);
            view.at = None;
        }
        Action::ClearFilter => {
            view.clear_filter();
            view.at = None;
        }
        Action::Clear if asked.is_some() => {}
        Action::Clear => clear(&mut next),
        Action::ToggleTopic(topic) => {
            let off = session.study.is_off_topic(topic);
            (if off { &mut view.shown } else { &mut view.hidden }).toggle(topic);
        }
        Action::ToggleFurniture => view.furniture = !view.furniture,
        Action::ToggleReason(section) => {
            view.reasons.toggle(section);
            next.entry = Entry::Replace;
        }
        Action::ToggleFold(first) => next.unfolded.toggle(first),
        Action::ShowMore { earlier } => {
            let window = next.window;
            next.window = if earlier { window.earlier() } else { window.later() };
        }
        Action::GoTo(section) => go_to(&mut next, section),
        Action::SortBy(column) => {
            let same = view.sort.column == column;
            view.sort = if same { view.sort.reversed() } else { Sort::by(column) };
        }
        Action::Find(text) => {
            view.find = text;
            next.entry = Entry::Replace;
        }
        Action::ToggleCommon => view.common = !view.common,
        Action::Highlight(term) => {
            if term.is_some() {
                view.pane = Pane::Read;
                view.at = None;
            }
            view.term = term;
        }
        Action::Search(text) => {
            search(view, text);
            next.entry = Entry::Replace;
        }
        Action::Searched(text) => search(view, text),
        Action::SetWords(words) => view.words = words.clamp(1, ViewState::LONGEST_PHRASE),
        Action::ShowForms(term) => {
            view.forms = term;
            next.entry = Entry::Replace;
        }
        Action::LookUp(term, pane) => {
            view.term = Some(term);
            view.pane = pane;
        }
        Action::SetContexts(contexts) => {
            view.contexts = contexts;
            next.entry = Entry::Replace;
        }
        Action::SetCollocates(collocates) => {
            view.collocates = collocates;
            next.entry = Entry::Replace;
        }
        Action::SetCompare(compare) => view.compare = compare,
        Action::TypeCompare(compare) => {
            view.compare = compare;
            next.entry = Entry::Replace;
        }
        Action::OpenTopic(topic) => {
            view.pane = Pane::Topics;
            view.topics_view.page = topic;
        }
        Action::SetLambda(lambda) => {
            view.topics_view.lambda = lambda.min(100);
            next.entry = Entry::Replace;
        }
        Action::Rename(topic, name) => edit::rename(&mut next, topic, &name),
        Action::Merge(one, other) => edit::merge(&mut next, one, other),
        Action::Part(topic) => edit::part(&mut next, topic),
        Action::SetStop(word, stop) => edit::stop(&mut next, &word, stop),
        Action::TakeAllBack => edit::take_all_back(&mut next),
        Action::SetThreshold(tenths) => overrule::slide(&mut next, tenths, false),
        Action::LeaveThreshold(tenths) => overrule::slide(&mut next, tenths, true),
        Action::Propose(section, side) => overrule::propose(&mut next, section, side),
        Action::ChooseMain(topics) => overrule::choose_main(&mut next, &topics),
        Action::Overrule(whom, side) => overrule::overrule(&mut next, whom, side),
        Action::Undo => overrule::walk(&mut next, false),
        Action::Redo => overrule::walk(&mut next, true),
        Action::Restore(link) => next.restore(&link),
        Action::Tell(sentence) => next.notices = vec![sentence.into()],
        Action::Dismiss => next.notices.clear(),
        // Done above.
        Action::Judged(..) => {}
    }
    let (now, then) = (&next.view, &session.view);
    next.places += u32::from(next.entry == Entry::Push && now != then);
    let filter = |view: &ViewState| {
        (view.search.clone(), view.topics.clone(), view.verdict, view.document, view.groups.clone())
    };
    let order = |view: &ViewState| (view.sort, view.find.clone(), view.common, view.words);
    let filtered = filter(now) != filter(then);
    next.list += u32::from(filtered || order(now) != order(then));
    if now.at.is_none() && filtered {
        // Another text, from its top.
        next.window = Window::default();
    }
    next
}

/// Picks a topic alone, lets go of it where it was alone already, or adds it to the others and takes it from them.
fn pick_topic(view: &mut ViewState, topic: TopicId, add: bool) {
    pick(&mut view.topics, topic, add);
    view.verdict = None;
    view.at = None;
}

fn pick(picked: &mut Numbers, one: u32, add: bool) {
    let alone = picked.len() == 1 && picked.contains(one);
    if add {
        picked.toggle(one);
    } else {
        picked.clear();
        if !alone {
            picked.insert(one);
        }
    }
}

fn clear(next: &mut Session) {
    let view = &mut next.view;
    if !next.notices.is_empty() {
        next.notices.clear();
    } else if view.is_searched() {
        search(view, String::new());
    } else if view.pane == Pane::Read && !view.reasons.is_empty() {
        view.reasons.clear();
    } else if view.is_filtered() {
        view.clear_filter();
        view.at = None;
    } else {
        view.term = None;
    }
}

/// Searches for something. Where one looked before is left.
fn search(view: &mut ViewState, text: String) {
    if view.search != text {
        view.at = None;
    }
    view.search = text;
}

/// Goes to a section. What would keep it from being seen gives way: a filter that leaves it out, the fold it is in.
fn go_to(next: &mut Session, section: u32) {
    let view = &mut next.view;
    view.pane = Pane::Read;
    view.at = Some(section);
    next.jump += 1;
    let selection = Selection::of(view, &next.study);
    if !selection.has(section) && !selection.folds(section, &next.study) {
        view.clear_filter();
    }
    next.unfold_place();
}
