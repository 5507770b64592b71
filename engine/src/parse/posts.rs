//! Threads: posts between names, member cards, reactions and signatures.

use rustc_hash::FxHashMap;

use super::draft::{Draft, LineRole};
use super::furniture::{is_above_post, is_around_post};
use super::lines::Line;
use super::outline::Outline;
use super::{BoilerplateCode, SectionKind};
use crate::Span;

/// Lines around posts that make a page a thread.
const ENOUGH: usize = 3;
/// Words a repeated line must have to be taken for a quotation.
const QUOTED: usize = 5;

/// Where the posts begin: the first line that stands around a post, or the text it closes. `None` where there are none.
pub(super) fn start(lines: &[Line<'_>], codes: &[Option<BoilerplateCode>]) -> Option<usize> {
    let around = |at: &usize| codes[*at].is_some_and(is_around_post);
    let all: Vec<usize> = (0..codes.len()).filter(around).collect();
    // Text must stand between them, or they are one box of details.
    let gaps =
        all.windows(2).filter(|pair| codes[pair[0]..pair[1]].iter().any(Option::is_none)).count();
    if all.len() < ENOUGH || gaps < 2 {
        return None;
    }
    // Buttons under the title are no foot of a post: a post stands above a foot.
    let text_above = |at: usize| codes[..at].iter().filter(|code| code.is_none()).nth(1).is_some();
    let first =
        all.into_iter().find(|at| codes[*at].is_some_and(is_above_post) || text_above(*at))?;
    if codes[first].is_some_and(is_above_post) {
        return Some(first);
    }
    // Only feet: the first post is the paragraph above the first foot.
    let above =
        (0..first).rev().take_while(|at| codes[*at].is_none() && !lines[at + 1].after_blank).last();
    Some(above.filter(|at| *at > 0).unwrap_or(first))
}

/// Reads the lines from `start` on as posts.
pub(super) fn read(outline: &mut Outline<'_, '_>, start: usize) {
    // Under an article they are its comments.
    let kind = match outline.sections.len() {
        0 | 1 => SectionKind::Post,
        _ => SectionKind::Comment,
    };
    if kind == SectionKind::Post {
        opening_post(outline);
    }
    let mut open: Option<Draft> = None;
    let mut posts: Vec<Draft> = Vec::new();
    for at in start..outline.lines.len() {
        let line = &outline.lines[at];
        match outline.codes[at] {
            Some(code) if is_above_post(code) => {
                if open.as_ref().is_some_and(|post| post.has_body) {
                    posts.extend(open.take());
                }
                let post = open.get_or_insert_with(|| Draft::new(kind, None, at));
                post.last = at;
                if post.author.is_none() {
                    post.author = author(line, code);
                }
            }
            Some(code) if is_around_post(code) => {
                if let Some(post) = open.as_mut().filter(|post| post.has_body) {
                    post.last = at;
                    post.closed = true;
                    if code == BoilerplateCode::Reactions && post.reactions == 0 {
                        post.reactions = number(line.text);
                    }
                }
            }
            Some(BoilerplateCode::Byline | BoilerplateCode::RepeatedLine) => {
                // Between posts these say who and when; inside one they close it.
                if open.as_ref().is_some_and(|post| post.has_body) {
                    posts.extend(open.take());
                }
                let post = open.get_or_insert_with(|| Draft::new(kind, None, at));
                post.last = at;
                if post.author.is_none() {
                    post.author = super::experts::byline_name(line);
                }
            }
            Some(_) => {
                if open.as_ref().is_some_and(|post| post.closed) {
                    posts.extend(open.take());
                }
            }
            None => {
                if open.as_ref().is_some_and(|post| post.closed) {
                    posts.extend(open.take());
                }
                open.get_or_insert_with(|| Draft::new(kind, None, at)).body(at);
            }
        }
    }
    posts.extend(open);
    posts.retain(|post| post.has_body);
    infer_authors(outline, &mut posts);
    let before = outline.sections.len();
    outline.sections.extend(posts);
    quotations(outline, before);
}

/// The text under the title of a thread is its first post, and the title the thread's.
fn opening_post(outline: &mut Outline<'_, '_>) {
    let Some(post) = outline.sections.first_mut().filter(|post| post.has_body) else { return };
    let titled = post.title.is_some() && post.title == outline.title;
    if titled && post.kind != SectionKind::Aside {
        outline.roles[post.first] = LineRole::Title;
        post.first += 1;
        post.title = None;
        post.kind = SectionKind::Post;
    }
}

/// The name above a post: the whole line, or its first part.
fn author(line: &Line<'_>, code: BoilerplateCode) -> Option<Span> {
    let end = line.text.find([',', '|', '·', '•']).unwrap_or(line.text.len());
    let end = line.text[..end].find("  ").unwrap_or(end);
    let name = line.text[..end].trim_end();
    let start = line.span.start as usize;
    let whole = code == BoilerplateCode::PosterName || end < line.text.len();
    (whole && !name.is_empty() && name.split_whitespace().count() <= 4 && !name.contains(':'))
        .then(|| Span::new(start, start + name.len()))
}

/// The first number of a line; 0 where there is none.
fn number(text: &str) -> u32 {
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|part| !part.is_empty());
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// A post without a name has the author of the named post with the same signature, when there is only one such.
fn infer_authors(outline: &Outline<'_, '_>, posts: &mut [Draft]) {
    let signature = |post: &Draft| {
        (post.first..=post.last)
            .find(|at| outline.codes[*at] == Some(BoilerplateCode::Signature))
            .map(|at| outline.lines[at].text)
    };
    let mut known: FxHashMap<&str, Option<Span>> = FxHashMap::default();
    for post in posts.iter() {
        if let (Some(text), Some(author)) = (signature(post), post.author) {
            known
                .entry(text)
                .and_modify(|one| *one = one.filter(|one| *one == author))
                .or_insert(Some(author));
        }
    }
    for post in posts.iter_mut().filter(|post| post.author.is_none()) {
        post.inferred_author = signature(post).and_then(|text| known.get(text).copied().flatten());
    }
}

/// Marks lines that repeat a line of an earlier post, or a part of one, and lines that are marked as quoted.
fn quotations(outline: &mut Outline<'_, '_>, first_post: usize) {
    // Lines of earlier posts by their first words: what is repeated in part starts with some line's words.
    let mut seen: FxHashMap<String, Vec<(u32, usize)>> = FxHashMap::default();
    for post in first_post..outline.sections.len() {
        let (first, last) = (outline.sections[post].first, outline.sections[post].last);
        let mut fresh: Vec<(String, usize)> = Vec::new();
        for at in (first..=last).filter(|at| outline.codes[*at].is_none()) {
            let line = &outline.lines[at];
            let key = opening(line.text);
            let of = match line.words >= QUOTED {
                true => seen.get(&key).and_then(|lines| {
                    lines
                        .iter()
                        .find(|(_, earlier)| outline.lines[*earlier].text.contains(line.text))
                        .map(|(post, _)| *post)
                }),
                false => None,
            };
            if of.is_some() || is_marked_quote(line.text) {
                outline.roles[at] = LineRole::Quotation(of);
            } else {
                fresh.push((key, at));
            }
        }
        for (key, at) in fresh {
            seen.entry(key).or_default().push((post as u32, at));
        }
    }
}

/// The first words of a line.
fn opening(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().take(QUOTED).collect();
    // The last of them may end a sentence here and stand inside one there.
    if let Some(last) = words.last_mut() {
        *last = last.trim_end_matches(|c: char| !c.is_alphanumeric());
    }
    words.join(" ")
}

fn is_marked_quote(text: &str) -> bool {
    let lower: String = text.chars().take(24).flat_map(char::to_lowercase).collect();
    text.starts_with('>')
        || lower.starts_with("quote (")
        || lower.starts_with("quote from")
        || lower.starts_with("originally posted by")
}
