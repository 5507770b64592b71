//! Reads and judges a person's own files, and judges large shipped corpora, away from the page: what they are told to do comes as [`protocol::Order`].

mod desk;
mod feed;
#[cfg(test)]
mod fixture;
mod gathering;
mod intake;
mod port;
mod reading;
mod room;
mod words;

use engine::separate::Pin;
use protocol::{Arriving, Order, Repeat, Report};
use wasm_bindgen::JsValue;

use self::desk::Desk;
use self::gathering::{Gathered, NO_ROOM};
use self::reading::{Became, Reading};

/// What the worker remembers from one order to the next.
#[derive(Default)]
struct Worker {
    desk: Option<Desk>,
    /// Files that are on their way.
    reading: Option<Box<Reading>>,
}

fn main() {
    if cfg!(target_arch = "wasm32") {
        let mut worker = Worker::default();
        port::listen(move |order, goods| worker.obey(order, &goods));
        port::ready();
    }
}

impl Worker {
    fn obey(&mut self, order: Order, goods: &JsValue) {
        let done = match order {
            Order::Begin { name, choices } => {
                self.reading = Some(Reading::new(name, choices, room::room()));
                Ok(())
            }
            Order::Take { last } => self.read(|reading| reading.take(goods, last)),
            Order::Choose(choice) => self.read(|reading| reading.answer(choice)),
            Order::Open => self.open(goods),
            Order::Judge { number, threshold, pins } => self.judge(number, threshold, pins, goods),
            Order::Explain { number, section, threshold, pins } => {
                self.explain(number, section, threshold, pins, goods)
            }
            Order::Keep { repeats, threshold, pins } => self.keep(&repeats, threshold, pins, goods),
        };
        if let Err(reason) = done {
            port::tell(&Report::Failed(reason));
        }
    }

    /// Goes on with the files that are being read. After the last of them hands over the counted documents, then what was found
    /// about them.
    fn read(&mut self, go_on: impl FnOnce(Box<Reading>) -> Became) -> Result<(), String> {
        let Some(reading) = self.reading.take() else { return Ok(()) };
        // The files go here, before anything takes more room.
        let gathering = match go_on(reading) {
            Became::Waiting(reading) => {
                self.reading = Some(reading);
                return Ok(());
            }
            Became::TooMuch(report) => {
                port::tell(&report);
                return Ok(());
            }
            Became::Documents(gathering) => *gathering,
        };
        let Gathered { desk, pieces, repeats } =
            gathering.finish(words::background, port::progress_count)?;
        for piece in pieces {
            port::give_aside(&Report::Pack, &piece);
        }
        if !repeats.is_empty() {
            port::tell(&Report::Repeats(repeats));
        }
        self.desk = Some(desk);
        self.judge(0, 0.0, Vec::new(), &JsValue::UNDEFINED)
    }

    /// Opens a pack, hands it over counted, then what was found about it.
    fn open(&mut self, pack: &JsValue) -> Result<(), String> {
        let mut given = true;
        let give = |piece: &[u8]| match port::aside(piece) {
            Some(piece) => port::give_aside(&Report::Pack, &piece),
            None => given = false,
        };
        self.desk(pack)?.packed(give)?;
        if !given {
            return Err(NO_ROOM.to_owned());
        }
        self.judge(0, 0.0, Vec::new(), &JsValue::UNDEFINED)
    }

    /// Judges the documents at hand, or those of a pack that comes with the order.
    fn judge(
        &mut self,
        number: u32,
        threshold: f64,
        pins: Vec<Pin>,
        pack: &JsValue,
    ) -> Result<(), String> {
        let desk = self.desk(pack)?;
        port::progress_separate();
        let analysis = desk.judge(&protocol::settings(threshold, pins));
        let lost = || "The result could not be written.".to_owned();
        let all = analysis.sections.len() as u32;
        for sections in analysis.sections.chunks(Arriving::SOME) {
            port::give(&Report::Sections { all }, &protocol::write(&sections).ok_or_else(lost)?);
        }
        let topics = protocol::write(&analysis.topics).ok_or_else(lost)?;
        port::give(&Report::Judged { number }, &topics);
        Ok(())
    }

    /// Hands over the reason of a section; none where there is no such section.
    fn explain(
        &mut self,
        number: u32,
        section: u32,
        threshold: f64,
        pins: Vec<Pin>,
        pack: &JsValue,
    ) -> Result<(), String> {
        let settings = protocol::settings(threshold, pins);
        let reason = self.desk(pack)?.reason(&settings, section);
        let written = protocol::write(&reason).ok_or("The reason could not be written.")?;
        port::give(&Report::Explained { number }, &written);
        Ok(())
    }

    /// Hands over what is to be kept with the documents.
    fn keep(
        &mut self,
        repeats: &[Repeat],
        threshold: f64,
        pins: Vec<Pin>,
        pack: &JsValue,
    ) -> Result<(), String> {
        let kept = self.desk(pack)?.keep(repeats, &protocol::settings(threshold, pins))?;
        port::give(&Report::ToKeep, &kept);
        Ok(())
    }

    /// The documents at hand, or those of a pack that comes with the order.
    fn desk(&mut self, pack: &JsValue) -> Result<&mut Desk, String> {
        if let Some(opened) = port::pack(pack) {
            let pack =
                opened.map_err(|error| format!("The documents could not be opened: {error}."))?;
            self.desk = Some(Desk::open(pack));
        }
        self.desk.as_mut().ok_or_else(|| "There are no documents yet.".to_owned())
    }
}
