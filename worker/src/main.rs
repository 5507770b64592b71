//! Reads and judges a person's own files, and judges large shipped corpora, away from the page: what they are told to do comes as [`protocol::Order`].

mod desk;
mod port;
mod words;

use engine::separate::Pin;
use js_sys::Array;
use protocol::{Columns, Order, Report};
use wasm_bindgen::JsValue;

use self::desk::Desk;

/// What the worker remembers from one order to the next.
#[derive(Default)]
struct Worker {
    desk: Option<Desk>,
}

fn main() {
    if cfg!(target_arch = "wasm32") {
        let mut worker = Worker::default();
        port::listen(move |order, goods| worker.obey(order, &goods));
        port::tell(&Report::Ready);
    }
}

impl Worker {
    fn obey(&mut self, order: Order, goods: &JsValue) {
        let done = match order {
            Order::Read { name, columns } => self.read(name, columns, goods),
            Order::Open => self.open(goods),
            Order::Judge { number, threshold, pins } => self.judge(number, threshold, pins),
        };
        if let Err(reason) = done {
            port::tell(&Report::Failed(reason));
        }
    }

    /// Reads files, hands over the counted documents, then what was found about them.
    fn read(&mut self, name: String, columns: Columns, files: &JsValue) -> Result<(), String> {
        let mut desk = Desk::new(name, columns);
        let files = Array::from(files);
        let size = files.iter().map(|pair| port::size(&pair)).sum();
        let mut done = 0;
        for pair in files.iter() {
            let (path, size_of_file) = (port::path(&pair), port::size(&pair));
            let tell = |of_file: u64| port::progress_read(done + of_file.min(size_of_file), size);
            match port::bytes(&pair) {
                Ok(bytes) => desk.take(&path, bytes, tell, &port::tell),
                Err(reason) => {
                    port::tell(&Report::Remark { file: path, text: reason, problem: true });
                }
            }
            done += size_of_file;
            port::progress_read(done, size);
        }
        let pack = desk.count(words::background, port::progress_count)?;
        port::give(&Report::Pack, &pack);
        drop(pack);
        self.desk = Some(desk);
        self.judge(0, 0.0, Vec::new())
    }

    /// Opens a pack, hands it over counted, then what was found about it.
    fn open(&mut self, pack: &JsValue) -> Result<(), String> {
        let bytes = port::pack(pack).ok_or("There is no pack.")?;
        let (desk, counted) = Desk::open(&bytes)?;
        port::give(&Report::Pack, &counted);
        self.desk = Some(desk);
        self.judge(0, 0.0, Vec::new())
    }

    /// Judges the documents at hand.
    fn judge(&mut self, number: u32, threshold: f64, pins: Vec<Pin>) -> Result<(), String> {
        let desk = self.desk.as_mut().ok_or("There are no documents yet.")?;
        port::progress_separate();
        let analysis = desk.judge(&protocol::settings(threshold, pins))?;
        port::give(&Report::Judged { number }, &analysis);
        Ok(())
    }
}
