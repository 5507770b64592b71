//! Documents on their way into the page, a piece at a time, so that it answers meanwhile.

use std::collections::VecDeque;

use engine::count::Counts;
use engine::pack::{Opening, Pack, PackError};
use js_sys::Uint8Array;
use web_sys::Blob;

use crate::browser::{files, timing};
use crate::study::Gathered;

/// Milliseconds of work before the browser may paint.
const SLICE: f64 = 12.0;

/// Documents that are all there: their pack without its counts, these, and what was read off them.
pub(super) type Come = (Pack, Counts, Gathered);

/// A pack of which some pieces have come.
#[derive(Default)]
pub(super) struct Coming {
    opening: Opening,
    gathered: Gathered,
    /// The pieces that were taken, in the browser's hands.
    aside: Vec<Blob>,
    /// Those that have come and were not. Their bytes are read one piece after the other: never all of them are here.
    waiting: VecDeque<Blob>,
    /// Whether one of them is being taken.
    takes: bool,
}

impl Coming {
    /// Notes that a piece has come; whether none is being taken.
    pub(super) fn note(&mut self, piece: Blob) -> bool {
        self.waiting.push_back(piece);
        !std::mem::replace(&mut self.takes, true)
    }

    /// The piece to be taken next; `None` where all that came are taken.
    pub(super) fn next(&mut self) -> Option<Blob> {
        let next = self.waiting.pop_front();
        self.takes = next.is_some();
        next
    }

    /// Takes a piece, its bytes read; whether more are to come. The error is a clause.
    pub(super) fn take(&mut self, piece: Blob, bytes: Option<&Uint8Array>) -> Result<bool, String> {
        let bytes = bytes.ok_or("the browser has lost some of them")?;
        self.aside.push(piece);
        self.add(&bytes.to_vec()).map_err(|error| error.to_string())
    }

    fn add(&mut self, piece: &[u8]) -> Result<bool, PackError> {
        let more = self.opening.take(piece)?;
        self.gathered.go_on(self.opening.so_far());
        Ok(more)
    }

    /// The documents, all pieces taken, and their pack as the browser holds it. The error is a clause.
    pub(super) fn finish(self) -> Result<(Come, Option<Blob>), String> {
        let aside = files::together(&self.aside);
        let mut pack = self.opening.finish().map_err(|error| error.to_string())?;
        let counts = pack.counted();
        Ok(((pack, counts, self.gathered), aside))
    }
}

/// Opens a pack in slices. The error is a clause.
pub(super) async fn unpack(bytes: &Uint8Array) -> Result<Come, String> {
    let failed = |error: PackError| error.to_string();
    let mut coming = Coming::default();
    let mut since = timing::now();
    let (mut at, end) = (0, bytes.length());
    loop {
        let look = bytes.subarray(at, end.min(at + Opening::LOOK as u32)).to_vec();
        let length = coming.opening.next_length(&look).map_err(failed)?;
        let next = at.saturating_add(u32::try_from(length).unwrap_or(u32::MAX));
        let more = coming.add(&bytes.subarray(at, next).to_vec()).map_err(failed)?;
        if !more && next == end {
            return Ok(coming.finish()?.0);
        }
        at = next;
        if timing::now() - since > SLICE {
            timing::breathe().await;
            since = timing::now();
        }
    }
}
