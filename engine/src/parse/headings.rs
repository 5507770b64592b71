//! Which lines are titles, headings and questions: their form, and what stands above and below them.

use super::BoilerplateCode;
use super::experts::expert_name;
use super::hints::LineKind;
use super::lines::{Line, list_marker};
use super::outline::Outline;

impl Outline<'_, '_> {
    /// The first line of content, when it is short enough to be the title and something follows it.
    pub(super) fn find_title(&mut self, end: usize) -> Option<usize> {
        let first = (0..self.lines.len()).find(|at| self.codes[*at].is_none())?;
        if let Some(at) = self.marked_title(first, end) {
            self.title = Some(self.lines[at].span);
            return Some(at);
        }
        let at = self.signed_title(first, end).unwrap_or(first);
        let line = &self.lines[at];
        let short = line.words <= 24 && !line.text.ends_with(['.', ',', ';']) || line.words <= 8;
        let titled = short
            && !self.hints.is_set(at)
            && at < end.max(1)
            && !self.in_table[at]
            && list_marker(line.text).is_none()
            && at + 1 < self.lines.len()
            && !self.next_starts_lower(at);
        titled.then(|| {
            self.title = Some(line.span);
            at
        })
    }

    /// The first heading of the highest level, if it stands on top or is the only one of that level.
    fn marked_title(&self, first: usize, end: usize) -> Option<usize> {
        let level = |at: usize| self.hints.level(at).filter(|_| self.codes[at].is_none());
        let highest = (first..end).filter_map(level).min()?;
        let mut found = (first..end).filter(|at| level(*at) == Some(highest));
        let at = found.next()?;
        (at == first || found.next().is_none()).then_some(at)
    }

    /// The only line over a byline, further down: what stands before it is no part of the page it heads.
    fn signed_title(&self, first: usize, end: usize) -> Option<usize> {
        let signed = |at: usize| self.codes.get(at + 1) == Some(&Some(BoilerplateCode::Byline));
        let titles = |at: &usize| {
            self.codes[*at].is_none() && signed(*at) && self.lines[*at].looks_like_heading()
        };
        let mut found = (first..end).filter(titles);
        let at = found.next().filter(|at| *at > first && *at * 2 < self.lines.len())?;
        (found.next().is_none() && self.codes[first + 1].is_none()).then_some(at)
    }

    /// Whether the title has no text of its own: another heading or the first post comes next.
    pub(super) fn stands_alone(&self, title: usize, end: usize) -> bool {
        match (title + 1..end).find(|at| self.codes[*at].is_none()) {
            Some(next) => {
                self.is_heading(next, end)
                    || self.experts && expert_name(&self.lines[next]).is_some()
            }
            None => end < self.lines.len(),
        }
    }

    pub(super) fn next_starts_lower(&self, at: usize) -> bool {
        self.lines.get(at + 1).is_some_and(|next| {
            self.codes[at + 1].is_none()
                && !next.after_blank
                && next.starts_lower()
                && list_marker(next.text).is_none()
        })
    }

    /// Whether the line has the form of a heading and stands where one can stand.
    pub(super) fn is_heading(&self, at: usize, end: usize) -> bool {
        let line = &self.lines[at];
        match self.hints.get(at) {
            Some(LineKind::Heading(_)) => return true,
            Some(_) => return false,
            None if self.hints.headed && !line.is_question() => return false,
            None => {}
        }
        if !line.looks_like_heading()
            || self.in_table[at]
            || self.in_code[at]
            || self.next_starts_lower(at)
        {
            return false;
        }
        // The line above a table names the table.
        let next_in_table =
            at + 1 < end && self.in_table[at + 1] && !self.lines[at + 1].after_blank;
        let attached = at > 0 && !line.after_blank && self.codes[at - 1].is_none();
        let names_table = next_in_table && (attached || !self.spaced);
        if names_table || self.spaced && attached {
            return false;
        }
        // Of three and more such lines on end only the first can be a heading: the others are its lines of text.
        self.places[at] < 2 || line.is_question()
    }

    /// Whether a line asks what the lines under it answer: below the attribution of the answer before, however it is put.
    pub(super) fn is_asked(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let answered = self.lines.get(at + 1).filter(|_| self.codes[at + 1].is_none());
        self.answers
            && !self.hints.is_set(at)
            && at > 0
            && self.codes[at - 1] == Some(BoilerplateCode::Attribution)
            && !self.in_table[at]
            && line.words <= 26
            && list_marker(line.text).is_none()
            && answered.is_some_and(|answer| {
                line.text.ends_with('?')
                    || line.words <= 16 && answer.ends_sentence() && !answer.text.ends_with('?')
            })
    }

    /// Whether only furniture stands between this heading and the next or the end.
    pub(super) fn has_nothing_under(&self, at: usize, end: usize) -> bool {
        match self.codes.get(at + 1) {
            Some(None) => false,
            Some(Some(_)) => match (at + 1..end).find(|next| self.codes[*next].is_none()) {
                Some(next) => self.is_heading(next, end) && !self.sections.is_empty(),
                None => true,
            },
            None => true,
        }
    }

    /// Whether the line directly under is a heading too.
    pub(super) fn starts_pair(&self, at: usize) -> bool {
        self.codes.get(at + 1).is_some_and(Option::is_none)
            && self.is_heading(at + 1, self.lines.len())
    }
}

/// For each line how many lines that look like headings stand directly above it, itself counted, in a run of three or
/// more; 0 elsewhere.
pub(super) fn places_in_runs(
    lines: &[Line<'_>],
    codes: &[Option<BoilerplateCode>],
    in_table: &[bool],
    in_code: &[bool],
) -> Vec<usize> {
    let alike = |at: usize| {
        codes[at].is_none()
            && !in_table[at]
            && !in_code[at]
            && lines[at].looks_like_heading()
            && !lines[at].is_question()
    };
    let mut places = vec![0; lines.len()];
    let mut start = 0;
    while start < lines.len() {
        let mut end = start;
        while end < lines.len() && (end == start || !lines[end].after_blank) && alike(end) {
            end += 1;
        }
        if end - start >= 3 {
            places[start..end].iter_mut().zip(1..).for_each(|(place, number)| *place = number);
        }
        start = end.max(start + 1);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::{SectionKind, parse};

    const TEXT: &str = "A paragraph stands here and says something at length about the matter, as paragraphs always do.";

    fn title_of(text: &str) -> Option<String> {
        let document = parse("page", text.to_owned(), None);
        document.title.map(|span| span.of(text).to_owned())
    }

    #[test]
    fn the_title_is_the_line_over_the_byline() {
        let page = format!(
            "A bed to buy\n{TEXT}\n{TEXT}\nThe nine sounds\nBy Ann Hill | 4 min read\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}"
        );
        assert_eq!(title_of(&page).as_deref(), Some("The nine sounds"));
        let page = format!("The nine sounds\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}");
        assert_eq!(title_of(&page).as_deref(), Some("The nine sounds"));
    }

    #[test]
    fn a_title_stands_over_a_name_in_small_letters() {
        let page = format!("The nine sounds\nby ann_b | 4 min read\n{TEXT}\n{TEXT}");
        assert_eq!(title_of(&page).as_deref(), Some("The nine sounds"));
    }

    #[test]
    fn buttons_under_a_title_are_no_foot_of_a_post() {
        let post = |name: &str| format!("{name}\n14 Jan, 22:41\n{TEXT}\nReply · Quote\n");
        let posts = [post("ann_b"), post("ben71"), post("cat_x")].concat();
        let page = format!("Tiny flies everywhere\n10 replies · Follow · Share\n{posts}");
        assert_eq!(title_of(&page).as_deref(), Some("Tiny flies everywhere"));
        let document = parse("page", page.clone(), None);
        assert_eq!(document.sections.len(), 3);
        let authors: Vec<&str> = document
            .sections
            .iter()
            .filter_map(|post| post.author)
            .map(|span| span.of(&page))
            .collect();
        assert_eq!(authors, ["ann_b", "ben71", "cat_x"]);
        // Text under the title is the first post.
        let page = format!("Tiny flies everywhere\n{TEXT}\n\n{posts}");
        let document = parse("page", page, None);
        assert_eq!(document.sections.iter().filter(|one| one.kind == SectionKind::Post).count(), 4);
    }

    #[test]
    fn what_follows_an_attribution_is_the_next_question() {
        let answer = "Answered by Ann Hill · 12 votes · Report";
        let page = format!(
            "Questions about brakes\nWhy do they squeal?\n{TEXT}\n{answer}\nShe sacked the carer. Can she do that?\n{TEXT}\n{answer}\n\
             Und die Füße?\n{TEXT}\n{answer}\nMy brother will not tell me\n{TEXT}\n{answer}"
        );
        let document = parse("page", page, None);
        let questions = document.sections.iter().filter(|one| one.kind == SectionKind::Question);
        assert_eq!(questions.count(), 4);
    }

    #[test]
    fn code_is_no_heading() {
        let page = format!(
            "A box under the stairs\n{TEXT}\n\nPermitRootLogin no\n\n{TEXT}\n\nThe script\n\n{TEXT}\n\nexport A_B=/srv/x\n\n{TEXT}"
        );
        let document = parse("page", page.clone(), None);
        let titles: Vec<&str> = document
            .sections
            .iter()
            .filter_map(|one| one.title)
            .map(|span| span.of(&page))
            .collect();
        assert_eq!(titles, ["A box under the stairs", "The script"]);
    }
}
