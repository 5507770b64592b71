//! What the library does not look at before it unpacks, allocates or divides: what a PDF claims may be a lie.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys::{COLORS, COLUMNS, DECODE_PARMS, DP, PREDICTOR};
use hayro_syntax::object::{Dict, FromBytes, Object, Stream};

use crate::{Limits, Reason};

/// What any file may unpack to, whatever its size.
const FREE: u64 = 1 << 20;
/// How many times their size the denser of the methods unpack at most: 1 032 times for deflate, somewhat more for LZW.
const DENSEST: u64 = 1400;
/// What a stream may unpack to that is packed in an unusual way, by the most its size allows.
const UNUSUAL: u64 = 64 << 20;
/// Bytes before a stream that are searched for what it is.
const DICTIONARY: usize = 2048;

/// How much may still be unpacked and written.
#[derive(Debug)]
pub(super) struct Budget {
    left: u64,
    ratio: u64,
}

impl Budget {
    /// For a file of so many bytes.
    pub(super) fn new(size: usize, limits: &Limits) -> Self {
        let most = (size as u64).saturating_mul(limits.ratio).saturating_add(FREE);
        Self { left: most.min(limits.unpacked), ratio: limits.ratio }
    }

    /// Takes from it.
    pub(super) fn spend(&mut self, bytes: usize) -> Result<(), Reason> {
        match self.left.checked_sub(bytes as u64) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(Reason::Bomb(self.ratio)),
        }
    }

    /// Unpacks a stream; `None` where it is damaged, a picture, or packed as no text is.
    pub(super) fn unpack<'a>(
        &mut self,
        stream: &Stream<'a>,
    ) -> Result<Option<Cow<'a, [u8]>>, Reason> {
        let filters = stream.filters();
        let raw = stream.raw_data();
        let packed = filters.iter().filter(|filter| !is_ascii(**filter)).count() as u32;
        let predicted = predictors(stream.dict());
        let found = match filters.as_slice() {
            [] => Some(raw),
            [Filter::FlateDecode] if !predicted => Some(self.inflate(&raw)?.into()),
            [ascii, Filter::FlateDecode] if is_ascii(*ascii) && !predicted => {
                match without_ascii(&raw, *ascii) {
                    Some(bytes) => Some(self.inflate(&bytes)?.into()),
                    None => None,
                }
            }
            // By the library, which unpacks to the end.
            _ if (raw.len() as u64).saturating_mul(DENSEST.saturating_pow(packed)) > UNUSUAL => {
                None
            }
            _ if !are_predictors_sound(stream.dict()) => None,
            _ => stream.decoded_data().ok(),
        };
        self.spend(found.as_ref().map_or(0, |bytes| bytes.len()))?;
        Ok(found)
    }

    /// Inflates as far as the bytes are good.
    fn inflate(&self, bytes: &[u8]) -> Result<Vec<u8>, Reason> {
        let most = self.left.saturating_add(1);
        let mut found = Vec::new();
        // An error ends it and costs nothing of what came before.
        let _ = match is_zlib(bytes) {
            true => ZlibDecoder::new(bytes).take(most).read_to_end(&mut found),
            false => DeflateDecoder::new(bytes).take(most).read_to_end(&mut found),
        };
        if found.len() as u64 > self.left { Err(Reason::Bomb(self.ratio)) } else { Ok(found) }
    }

    /// Whether what the library unpacks by itself, the streams that hold other objects, stays within it. Pictures, which it
    /// does not unpack, may well be all of one colour and are passed over.
    pub(super) fn allows(&mut self, bytes: &[u8]) -> Result<(), Reason> {
        let mut at = 0;
        while let Some(found) = find(&bytes[at..], b"stream") {
            let keyword = at + found;
            at = keyword + 6;
            if bytes[..keyword].ends_with(b"end") {
                continue;
            }
            let before = &bytes[keyword.saturating_sub(DICTIONARY)..keyword];
            let dictionary = rfind(before, b"obj").map_or(before, |start| &before[start..]);
            let has = |name: &[u8]| find(dictionary, name).is_some();
            if has(b"/Predictor")
                && (is_zero(dictionary, b"/Columns") || is_zero(dictionary, b"/Colors"))
            {
                return Err(Reason::NoPages);
            }
            let breaks =
                bytes[at..].iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n'));
            let data = &bytes[at + breaks.count()..];
            if has(b"/Image") || !is_zlib(data) {
                continue;
            }
            at += self.inflated(data)?;
        }
        Ok(())
    }

    /// How many bytes of deflated data there are, within the budget for what is in them.
    fn inflated(&mut self, data: &[u8]) -> Result<usize, Reason> {
        let mut decoder = ZlibDecoder::new(data);
        let mut piece = [0; 1 << 14];
        while let Ok(read @ 1..) = decoder.read(&mut piece) {
            self.spend(read)?;
        }
        Ok(decoder.total_in() as usize)
    }
}

fn is_ascii(filter: Filter) -> bool {
    matches!(filter, Filter::AsciiHexDecode | Filter::Ascii85Decode | Filter::Crypt)
}

/// Whether bytes begin as zlib's do.
fn is_zlib(bytes: &[u8]) -> bool {
    match bytes {
        [method, flags, ..] => {
            method & 0x0f == 8 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31)
        }
        _ => false,
    }
}

/// Takes the outermost wrapping off: the library does it for a stream of that wrapping alone.
fn without_ascii(raw: &[u8], filter: Filter) -> Option<Vec<u8>> {
    let name = match filter {
        Filter::AsciiHexDecode => "ASCIIHexDecode",
        Filter::Ascii85Decode => "ASCII85Decode",
        _ => return Some(raw.to_vec()),
    };
    let mut wrapped = format!("<</Length {}/Filter/{name}>>stream\n", raw.len()).into_bytes();
    wrapped.extend_from_slice(raw);
    wrapped.extend_from_slice(b"\nendstream");
    Some(Stream::from_bytes(&wrapped)?.decoded_data().ok()?.into_owned())
}

/// The parameters of a stream's filters.
fn parameters<'a>(dictionary: &Dict<'a>) -> Vec<Dict<'a>> {
    let found = dictionary.get::<Object<'_>>(DP).or_else(|| dictionary.get(DECODE_PARMS));
    match found {
        Some(Object::Dict(one)) => vec![one],
        Some(Object::Array(all)) => {
            all.iter::<Object<'_>>().filter_map(Object::into_dict).collect()
        }
        _ => Vec::new(),
    }
}

fn predictors(dictionary: &Dict<'_>) -> bool {
    parameters(dictionary).iter().any(|one| one.get::<i32>(PREDICTOR).unwrap_or(1) != 1)
}

/// Rows of no length are divided by.
fn are_predictors_sound(dictionary: &Dict<'_>) -> bool {
    parameters(dictionary).iter().all(|one| {
        let sound = |key| one.get::<i32>(key).is_none_or(|value| (1..1 << 20).contains(&value));
        sound(COLUMNS) && sound(COLORS)
    })
}

/// Where bytes stand first.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|here| here == wanted)
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|here| here == wanted)
}

/// Whether a name is followed by the number 0.
fn is_zero(dictionary: &[u8], name: &[u8]) -> bool {
    let Some(at) = find(dictionary, name) else { return false };
    let rest = dictionary[at + name.len()..].trim_ascii_start();
    let digits =
        rest.iter().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-'));
    let digits: Vec<u8> = digits.copied().collect();
    !digits.is_empty() && digits.iter().all(|digit| !matches!(digit, b'1'..=b'9'))
}
