//! The documents being worked on.

use engine::Corpus;
use engine::count::Counts;
use engine::pack::Pack;
use engine::separate::{Analysis, Prepared, Reason, Settings, Wording};
use protocol::{Repeat, kept};

/// Documents, counted, to be judged.
///
/// Once they are judged their texts are gone, if they ever were there: whoever shows them has them.
pub(crate) struct Desk {
    /// The documents, without their counts.
    pack: Pack,
    counts: Counts,
    /// What judging needs to know of their texts, until it knows it.
    wording: Option<Wording>,
    /// What judging the documents again starts from, once they were judged.
    prepared: Option<Prepared>,
}

impl Desk {
    /// The desk with the documents of a pack.
    pub(crate) fn open(mut pack: Pack) -> Self {
        let counts = pack.counted();
        Self { pack, counts, wording: None, prepared: None }
    }

    /// The desk with documents that have no texts any more, and what is to be known of these.
    pub(crate) fn known(pack: Pack, counts: Counts, wording: Wording) -> Self {
        Self { pack, counts, wording: Some(wording), prepared: None }
    }

    /// Judges the documents. Reasons come without their terms: see [`Self::reason`].
    pub(crate) fn judge(&mut self, settings: &Settings) -> Analysis {
        let (prepared, corpus, counts) = self.prepared(settings);
        prepared.judge_briefly(corpus, counts, settings)
    }

    /// The whole reason of one of the sections that [`Self::judge`] gives.
    pub(crate) fn reason(&mut self, settings: &Settings, section: u32) -> Option<Reason> {
        let (prepared, corpus, counts) = self.prepared(settings);
        prepared.reason(corpus, counts, settings, section as usize)
    }

    fn prepared(&mut self, settings: &Settings) -> (&mut Prepared, &Corpus, &Counts) {
        let Self { pack, counts, wording, prepared } = self;
        let prepared = prepared.get_or_insert_with(|| {
            let corpus = &mut pack.corpus;
            let wording = wording.take().unwrap_or_else(|| Wording::of(corpus));
            // As much as anything else here, and more room is needed now than ever.
            corpus.documents.iter_mut().for_each(|document| document.text = String::new());
            Prepared::with(&wording, corpus, counts, &settings.weights)
        });
        (prepared, &pack.corpus, counts)
    }

    /// What is to be kept behind their pack, under a correction: the bytes of [`kept`].
    pub(crate) fn keep(
        &mut self,
        repeats: &[Repeat],
        settings: &Settings,
    ) -> Result<Vec<u8>, String> {
        let plain = Settings::default();
        let mut judged = |settings| {
            let written = protocol::write(&self.judge(settings));
            written.ok_or_else(|| "The result could not be written.".to_owned())
        };
        let mut verdicts = vec![judged(&plain)?];
        if *settings != plain {
            verdicts.push(judged(settings)?);
        }
        Ok(kept::seal(repeats, &verdicts))
    }

    /// Gives the pieces of the pack they were opened from, counted; before they are judged.
    pub(crate) fn packed(&mut self, mut give: impl FnMut(&[u8])) -> Result<(), String> {
        self.pack.counts = Some(std::mem::take(&mut self.counts));
        let mut given = Ok(());
        for piece in self.pack.pieces() {
            match piece {
                Ok(piece) => give(&piece),
                Err(error) => given = Err(format!("Packing failed: {error}.")),
            }
        }
        self.counts = self.pack.counted();
        given
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{gathered, source};
    use super::super::gathering::Gathered;
    use super::*;
    use engine::separate::separate;

    /// As [`Desk::judge`] should give it.
    fn judged(pack: &Pack, settings: &Settings) -> Analysis {
        let counts = pack.counts.as_ref().expect("counted");
        let mut found = separate(&pack.corpus, counts, settings);
        found.sections.iter_mut().for_each(|one| one.reason = one.reason.in_brief());
        found
    }

    #[test]
    fn documents_are_judged_with_their_texts_and_without() {
        let sources = vec![
            source("a.txt", "Therapists cry.\n\nThey do."),
            source("b.txt", "Tears are common."),
        ];
        let (Gathered { mut desk, pieces, .. }, pack) = gathered(sources);
        let analysis = desk.judge(&Settings::default());
        assert_eq!(analysis, judged(&pack, &Settings::default()));
        let counts = pack.counts.clone().expect("counted");
        for settings in [Settings::default(), Settings { threshold: 3.0, ..Settings::default() }] {
            let whole = separate(&pack.corpus, &counts, &settings);
            for (at, section) in (0..).zip(&whole.sections) {
                let reason = desk.reason(&settings, at).expect("a section");
                assert_eq!(reason.listed(), section.reason);
            }
            assert_eq!(desk.reason(&settings, whole.sections.len() as u32), None);
        }
        let packed = |desk: &mut Desk| {
            let mut bytes = Vec::new();
            desk.packed(|piece| bytes.extend(piece)).expect("pieces");
            bytes
        };
        let mut again = Desk::open(pack.clone());
        assert_eq!(packed(&mut again), pieces.concat(), "it was counted already");
        assert_eq!(again.judge(&Settings::default()), analysis);
        let mut again = Desk::open(Pack { counts: None, ..pack.clone() });
        let counted = Pack::from_bytes(&packed(&mut again)).expect("a pack").counts;
        assert_eq!(counted.expect("counted").documents, counts.documents);
        assert_eq!(again.judge(&Settings::default()), analysis);
    }

    #[test]
    fn what_is_kept_is_the_pack_and_the_verdicts() {
        let sources = ["Therapists cry.", "Tears are common.", "Boys are tall.", "They all cry."]
            .map(|text| {
                source(
                    "a.txt",
                    &format!("{text}\n\nThe choir sings in the old barn, and all may listen."),
                )
            });
        let (Gathered { mut desk, pieces, repeats }, pack) = gathered(sources.into());
        let settings = Settings { threshold: 3.0, ..Settings::default() };
        assert_eq!(repeats.len(), 1, "a sentence that all of them have");
        let behind = desk.keep(&repeats, &settings).expect("bytes");
        let sealed = [pieces.concat(), behind].concat();
        let (packed, found) = kept::open(&sealed);
        assert_eq!(Pack::from_bytes(packed).as_ref(), Ok(&pack));
        assert_eq!(found.repeats, repeats);
        let judged = |settings: &Settings| judged(&pack, settings);
        assert_eq!(found.verdicts, [judged(&Settings::default()), judged(&settings)]);
        // The desk goes on as before.
        let again = desk.keep(&[], &Settings::default()).expect("bytes");
        assert_eq!(kept::found(&again).verdicts, [judged(&Settings::default())]);
    }
}
