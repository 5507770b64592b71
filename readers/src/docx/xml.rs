//! Events of an XML text, with what is wrong with it as a reason.

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::Reason;

/// What comes next in an XML text.
pub(super) enum Xml<'a> {
    Start(BytesStart<'a>),
    /// The local name of an element that ends.
    End(String),
    Text(String),
    Other,
}

/// Goes through an XML text; an empty element starts and ends.
pub(super) fn each(text: &str, mut take: impl FnMut(Xml<'_>)) -> Result<(), Reason> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => take(Xml::Start(start)),
            Ok(Event::End(end)) => take(Xml::End(end.local_name().as_ref().to_owned())),
            Ok(Event::Text(text)) => take(Xml::Text(text.xml10_content().into_owned())),
            Ok(Event::CData(text)) => take(Xml::Text(text.xml10_content().into_owned())),
            Ok(Event::GeneralRef(name)) => {
                let c = match name.resolve_char_ref() {
                    Ok(Some(c)) => c.to_string(),
                    _ => quick_xml::escape::resolve_predefined_entity(&name.xml10_content())
                        .unwrap_or("")
                        .to_owned(),
                };
                take(Xml::Text(c));
            }
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => take(Xml::Other),
            Err(_) => return Err(Reason::Damaged),
        }
    }
}

/// The value of an attribute by its local name.
pub(super) fn attribute(start: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let is = |one: &Attribute<'_>| one.key.local_name().as_ref() == wanted;
    let found = start.attributes().filter_map(Result::ok).find(is)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// The text of the first element of a local name.
pub(super) fn text_of(xml: &str, wanted: &str) -> Option<String> {
    let (mut inside, mut found) = (false, None::<String>);
    let read = each(xml, |event| match event {
        Xml::Start(start) => inside |= found.is_none() && start.local_name().as_ref() == wanted,
        Xml::Text(text) if inside => found.get_or_insert_default().push_str(&text),
        Xml::End(name) if name == wanted => inside = false,
        _ => {}
    });
    read.ok().and(found)
}
