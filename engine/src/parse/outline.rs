//! Titled sections: headings with their text, questions with their answers.

use super::comments::{self, comment_name};
use super::draft::{Draft, LineRole};
use super::experts::{self, expert_name};
use super::headings::places_in_runs;
use super::hints::{Hints, LineKind};
use super::lines::{Line, list_marker};
use super::{BoilerplateCode, SectionKind};
use crate::Span;

/// How many attributions make a page of answers.
const ANSWERS: usize = 3;

/// Lines with what is known of them.
pub(super) struct Outline<'a, 't> {
    pub(super) lines: &'a [Line<'t>],
    pub(super) codes: &'a [Option<BoilerplateCode>],
    pub(super) in_table: &'a [bool],
    pub(super) in_code: &'a [bool],
    pub(super) hints: &'a Hints,
    /// Whether blank lines stand between paragraphs, so that a heading has one before it.
    pub(super) spaced: bool,
    /// Whether several lines have the form of an expert's name.
    pub(super) experts: bool,
    /// Whether attributions close answers, so that what follows one is a question.
    pub(super) answers: bool,
    /// The place of each line in a run of lines that look like headings.
    pub(super) places: Vec<usize>,
    pub(super) roles: Vec<LineRole>,
    pub(super) sections: Vec<Draft>,
    pub(super) title: Option<Span>,
}

impl<'a, 't> Outline<'a, 't> {
    pub(super) fn new(
        lines: &'a [Line<'t>],
        codes: &'a [Option<BoilerplateCode>],
        in_table: &'a [bool],
        in_code: &'a [bool],
        hints: &'a Hints,
    ) -> Self {
        let content =
            || lines.iter().zip(codes).filter(|(_, code)| code.is_none()).map(|(line, _)| line);
        let after_blank = content().filter(|line| line.after_blank).count();
        let roles =
            codes.iter().map(|code| code.map_or(LineRole::Body, LineRole::Boilerplate)).collect();
        Self {
            lines,
            codes,
            in_table,
            in_code,
            hints,
            spaced: after_blank * 10 >= content().count() * 3,
            experts: content().filter(|line| expert_name(line).is_some()).count() >= 2,
            answers: codes
                .iter()
                .filter(|code| **code == Some(BoilerplateCode::Attribution))
                .count()
                >= ANSWERS,
            places: places_in_runs(lines, codes, in_table, in_code),
            roles,
            sections: Vec::new(),
            title: None,
        }
    }

    /// Reads the lines up to `end` as an article, a list of questions or a column.
    pub(super) fn read(&mut self, end: usize) {
        let title = self.find_title(end);
        for at in 0..end {
            if let Some(code) = self.codes[at] {
                self.furniture(at, code);
            } else if Some(at) == title && self.stands_alone(at, end) {
                self.roles[at] = LineRole::Title;
            } else if !self.hints.is_set(at)
                && (self.experts && self.expert(at) || self.comment(at, end))
            {
                // Taken in by the recogniser that knew it.
            } else if Some(at) == title || self.is_asked(at) || self.is_heading(at, end) {
                self.heading(at, end);
            } else {
                self.text(at);
            }
        }
    }

    fn heading(&mut self, at: usize, end: usize) {
        let line = &self.lines[at];
        let question = line.is_question();
        let level = self.hints.level(at);
        if let Some(open) = self.sections.last()
            && level.is_none()
            && open.kind == SectionKind::Question
            && !open.has_body
            && !open.closed
            && (!question || line.is_title_case())
        {
            // A question is always answered, so this is the first line of the answer.
            let list = self
                .lines
                .get(at + 1)
                .is_some_and(|next| !next.after_blank && list_marker(next.text).is_some());
            self.text(at);
            if list {
                self.roles[at] = LineRole::ListHeading;
            }
            return;
        }
        let kind = match question && !line.is_title_case() || self.is_asked(at) {
            true => SectionKind::Question,
            false if self.has_nothing_under(at, end) => SectionKind::Aside,
            false => SectionKind::HeadingSection,
        };
        let mut section = Draft::new(kind, Some(line.span), at);
        if kind == SectionKind::Aside {
            self.roles[at] = LineRole::Body;
            section.title = None;
            section.has_body = true;
            section.closed = true;
        } else {
            self.roles[at] = LineRole::Heading;
            match level {
                Some(level) => self.nest_by_level(&mut section, level),
                None => self.nest(&mut section),
            }
        }
        self.sections.push(section);
    }

    /// Under the last heading that markup puts on a higher level.
    fn nest_by_level(&self, section: &mut Draft, level: u8) {
        section.rank = level;
        let mut above = self.sections.len().checked_sub(1);
        while let Some(at) = above {
            let open = &self.sections[at];
            if open.rank > 0 && open.rank < level {
                section.level = open.level.saturating_add(1);
                section.parent = Some(at as u32);
                return;
            }
            // What stands between a section and the one it is under is no higher than itself.
            above = match open.parent {
                Some(parent) if open.rank > 0 => Some(parent as usize),
                None if open.rank > 0 => None,
                _ => at.checked_sub(1),
            };
        }
    }

    /// Under a heading that has another heading for its first line, sections are one level down until the next such pair.
    fn nest(&mut self, section: &mut Draft) {
        if section.kind == SectionKind::Question {
            return;
        }
        let above = self.sections.len().checked_sub(1);
        let Some(open) = above.map(|at| &self.sections[at]) else { return };
        if open.kind != SectionKind::HeadingSection {
            return;
        }
        if !open.has_body && open.last + 1 == section.first && open.level == 1 {
            section.level = 2;
            section.parent = above.map(|at| at as u32);
        } else if open.level == 2 && !self.starts_pair(section.first) {
            section.level = 2;
            section.parent = open.parent;
        }
    }

    fn text(&mut self, at: usize) {
        if self.is_author_note(at) {
            self.roles[at] = LineRole::AuthorNote;
            if let Some(open) = self.sections.last_mut() {
                open.last = at;
            }
            return;
        }
        if self.sections.last().is_none_or(|open| open.closed) {
            self.sections.push(Draft::new(SectionKind::Passage, None, at));
        }
        if let Some(open) = self.sections.last_mut() {
            open.body(at);
        }
        if self.hints.get(at) == Some(LineKind::Quotation) {
            self.roles[at] = LineRole::Quotation(None);
        }
    }

    /// Text attached to the byline, where blank lines stand between paragraphs, is about the author.
    fn is_author_note(&self, at: usize) -> bool {
        self.spaced
            && at > 0
            && !self.lines[at].after_blank
            && matches!(self.codes[at - 1], Some(BoilerplateCode::Byline))
    }

    fn furniture(&mut self, at: usize, code: BoilerplateCode) {
        let Some(open) = self.sections.last_mut().filter(|open| !open.closed) else { return };
        match code {
            BoilerplateCode::Attribution | BoilerplateCode::RepeatedLine if open.has_body => {
                open.last = at;
                open.closed =
                    open.kind == SectionKind::Question || code == BoilerplateCode::Attribution;
                if let Some(found) = self.lines[at].domain() {
                    let start = self.lines[at].span.start as usize;
                    open.source =
                        Some(Span::new(start + found.start as usize, start + found.end as usize));
                    if self.lines[open.first].is_question() {
                        open.kind = SectionKind::Question;
                    }
                }
            }
            BoilerplateCode::Byline if !open.has_body && open.author.is_none() => {
                open.author = experts::byline_name(&self.lines[at]);
            }
            _ => {}
        }
    }

    /// An expert's name, or what stands under it.
    fn expert(&mut self, at: usize) -> bool {
        let line = &self.lines[at];
        if let Some(name) = expert_name(line) {
            let parent = self
                .sections
                .first()
                .filter(|first| first.kind == SectionKind::HeadingSection)
                .map(|_| 0);
            let mut section = Draft::new(SectionKind::Expert, Some(line.span), at);
            let from = |part: Span| {
                let start = line.span.start as usize;
                Span::new(start + part.start as usize, start + part.end as usize)
            };
            section.author = Some(from(name.author));
            section.credentials = Some(from(name.credentials));
            section.level = if parent.is_some() { 2 } else { 1 };
            section.parent = parent;
            self.roles[at] = LineRole::Heading;
            self.sections.push(section);
            return true;
        }
        match self.sections.last_mut() {
            Some(open)
                if open.kind == SectionKind::Expert
                    && !open.has_body
                    && experts::is_detail(line) =>
            {
                if experts::is_place(line.text) {
                    self.roles[at] = LineRole::Place;
                    open.place = Some(line.span);
                } else {
                    self.roles[at] = LineRole::Role;
                    open.role = Some(line.span);
                }
                open.last = at;
                true
            }
            _ => false,
        }
    }

    /// A reader's comment: a numbered name with the text indented under it, below a line that announces comments.
    fn comment(&mut self, at: usize, end: usize) -> bool {
        let line = &self.lines[at];
        let announced = self.sections.last().is_some_and(|open| open.kind == SectionKind::Comment)
            || at > 0
                && matches!(
                    self.codes[at - 1],
                    Some(BoilerplateCode::Counter | BoilerplateCode::Widget)
                );
        let indented = at + 1 < end && self.lines[at + 1].indent > line.indent;
        if let Some(name) = comment_name(line).filter(|_| announced && indented) {
            let mut section = Draft::new(SectionKind::Comment, None, at);
            section.author = Some(name);
            if let Some(parent) = comments::parent(&self.sections, self.lines, line.indent) {
                section.level = self.sections[parent].level.saturating_add(1);
                section.parent = Some(parent as u32);
            }
            self.roles[at] = LineRole::Boilerplate(BoilerplateCode::PosterName);
            self.sections.push(section);
            return true;
        }
        match self.sections.last_mut() {
            Some(open)
                if open.kind == SectionKind::Comment
                    && line.indent > self.lines[open.first].indent =>
            {
                open.body(at);
                true
            }
            _ => false,
        }
    }
}
