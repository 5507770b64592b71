//! JSON: a document an item of a list, or a line.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;
use serde_json::value::RawValue;

use crate::columns::{Chosen, Column, SAMPLE, document};
use crate::encoding::Decoded;
use crate::reader::Step;
use crate::table::NAMED;
use crate::{Choice, Encoding, Format, Found, Note, Problem, Reason, Remark, Settings};

/// Objects inside objects whose fields are looked at.
const DEEPEST: usize = 4;

/// Whether a text is JSON as a whole.
pub(crate) fn is_json(text: &str) -> bool {
    serde_json::from_str::<&RawValue>(text).is_ok()
}

/// The items of a file, one after the other.
#[derive(Debug)]
pub(crate) struct Items {
    name: String,
    encoding: Encoding,
    format: Format,
    text: String,
    /// Where each item stands.
    items: std::vec::IntoIter<Range<usize>>,
    /// The names of the fields with text, title and group.
    fields: [Option<String>; 3],
    /// Whether the file is one document.
    single: bool,
    row: usize,
    done: usize,
    remark: Option<Remark>,
    bad: usize,
    ended: bool,
}

impl Items {
    /// Finds the items and which field is which.
    pub(crate) fn new(
        name: &str,
        decoded: Decoded,
        format: Format,
        settings: &Settings,
    ) -> Result<Self, Reason> {
        let Decoded { text, encoding, .. } = decoded;
        let whole = if format == Format::JsonLines { Err(Reason::Json(1)) } else { items(&text) };
        let (items, single, format) = match whole {
            Ok((items, single)) => (items, single, Format::Json),
            // Lines under the other name, where the first of them is whole.
            Err(reason) => {
                let lines = lines(&text);
                match lines.first() {
                    Some(first) if format == Format::JsonLines || is_json(&text[first.clone()]) => {
                        (lines, false, Format::JsonLines)
                    }
                    _ => return Err(reason),
                }
            }
        };
        let mut columns: Vec<Column> = Vec::new();
        for (row, item) in items.iter().take(SAMPLE).enumerate() {
            for (path, value) in
                serde_json::from_str(&text[item.clone()]).map(flat).unwrap_or_default()
            {
                let at =
                    columns.iter().position(|column| column.name == path).unwrap_or_else(|| {
                        columns.push(Column::new(path));
                        columns.len() - 1
                    });
                columns[at].see(row, &value);
            }
        }
        let chosen = match Chosen::of(&columns, settings) {
            Ok(chosen) => chosen,
            // Not one line of it is JSON.
            Err(_) if columns.is_empty() && !items.is_empty() => return Err(Reason::Json(1)),
            Err(reason) => return Err(reason),
        };
        let said = chosen.said(&columns, settings);
        let fields = fields(&said.chosen);
        // A list of texts has no fields.
        let named = !said.chosen.text.is_empty();
        let remark = named.then(|| Remark::Columns(Box::new(said)));
        let (name, items) = (name.to_owned(), items.into_iter());
        let (row, done, bad, ended) = (0, 0, 0, false);
        Ok(Self {
            name,
            encoding,
            format,
            text,
            items,
            fields,
            single,
            row,
            done,
            remark,
            bad,
            ended,
        })
    }

    /// Takes other fields than were guessed.
    pub(crate) fn choose(&mut self, choice: &Choice) {
        self.fields = fields(choice);
    }

    /// Bytes read so far.
    pub(crate) fn done(&self) -> u64 {
        self.done as u64
    }

    /// The next item, or what there is to say.
    pub(crate) fn next(&mut self) -> Option<Step> {
        if let Some(remark) = self.remark.take() {
            return Some(Step::Found(Found::Note(Note { name: self.name.clone(), remark })));
        }
        while let Some(place) = self.items.next() {
            self.row += 1;
            self.done = place.end;
            let name = match self.single {
                true => self.name.clone(),
                false => format!("{}:{}", self.name, self.row),
            };
            match self.item(name.clone(), place.clone()) {
                Ok(source) => return Some(Step::Found(Found::Source(source))),
                Err(_) if self.bad >= NAMED => self.bad += 1,
                Err(reason) => {
                    self.bad += 1;
                    // Lines are counted only for what is told.
                    let line = 1 + self.text[..place.start].matches('\n').count();
                    let reason = match reason {
                        Reason::Json(inner) => Reason::Json(line + inner.saturating_sub(1)),
                        other => other,
                    };
                    return Some(Step::Found(Found::Problem(Problem { name, reason })));
                }
            }
        }
        let more = self.bad.saturating_sub(NAMED);
        let said = std::mem::replace(&mut self.ended, true);
        (more > 0 && !said).then(|| {
            let name = self.name.clone();
            Step::Found(Found::Problem(Problem { name, reason: Reason::MoreRows(more) }))
        })
    }

    fn item(&self, name: String, place: Range<usize>) -> Result<crate::Source, Reason> {
        let value: Value =
            serde_json::from_str(&self.text[place]).map_err(|error| Reason::Json(error.line()))?;
        let fields = flat(value);
        let field = |at: usize| {
            let wanted = self.fields[at].as_ref()?;
            fields.iter().find(|(path, _)| path == wanted).map(|(_, value)| value.as_str())
        };
        document(name, field(0).unwrap_or(""), field(1), field(2), self.encoding, self.format)
    }
}

fn fields(choice: &Choice) -> [Option<String>; 3] {
    [Some(choice.text.clone()), choice.title.clone(), choice.group.clone()]
}

/// Where the items of a list stand: of the list that the file is, or the largest list in its object. An object in which no
/// list makes up most is one item.
fn items(text: &str) -> Result<(Vec<Range<usize>>, bool), Reason> {
    let start = text.as_ptr() as usize;
    let place = |value: &RawValue| {
        let from = value.get().as_ptr() as usize - start;
        from..from + value.get().len()
    };
    let line = |error: serde_json::Error| Reason::Json(error.line().max(1));
    let first = text.trim_start();
    if first.starts_with('[') {
        let list: Vec<&RawValue> = serde_json::from_str(text).map_err(line)?;
        return Ok((list.into_iter().map(place).collect(), false));
    }
    if first.starts_with('{') {
        let object: BTreeMap<String, &RawValue> = serde_json::from_str(text).map_err(line)?;
        let lists = object.values().filter(|value| value.get().starts_with("[")).copied();
        let largest = lists.max_by_key(|list| list.get().len());
        if let Some(list) = largest.filter(|list| list.get().len() * 2 > text.len()) {
            let list: Vec<&RawValue> = serde_json::from_str(list.get()).map_err(line)?;
            let objects = list.iter().filter(|item| item.get().starts_with("{")).count();
            if objects * 2 > list.len() {
                return Ok((list.into_iter().map(place).collect(), false));
            }
        }
    }
    let whole: &RawValue = serde_json::from_str(text).map_err(line)?;
    Ok((vec![place(whole)], true))
}

/// Where the lines stand that are not blank.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            found.push(start..start + line.len());
        }
        start += line.len();
    }
    found
}

/// The fields of an item by path, as text; a list of texts is one text.
fn flat(value: Value) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    flatten(String::new(), value, 0, &mut fields);
    fields
}

fn flatten(path: String, value: Value, depth: usize, fields: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => fields.push((path, text)),
        Value::Number(number) => fields.push((path, number.to_string())),
        Value::Bool(truth) => fields.push((path, truth.to_string())),
        Value::Array(list) => {
            let texts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            if !texts.is_empty() {
                fields.push((path, texts.join("\n\n")));
            }
        }
        Value::Object(object) if depth < DEEPEST => {
            for (name, value) in object {
                let path = if path.is_empty() { name } else { format!("{path}.{name}") };
                flatten(path, value, depth + 1, fields);
            }
        }
        Value::Object(_) | Value::Null => {}
    }
}
