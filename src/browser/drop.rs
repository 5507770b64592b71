//! Files that a person drops on the page or picks, folders included.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{
    DataTransfer, DragEvent, File, FileSystemDirectoryEntry, FileSystemDirectoryReader,
    FileSystemEntry, FileSystemFileEntry, HtmlInputElement,
};

/// A file with its path: the folders it was dropped in, then its name.
pub type Given = (String, File);

/// The files a person picked with an input, which is empty again afterwards, so that the same ones can be picked again.
pub fn picked(input: &HtmlInputElement) -> Vec<Given> {
    let list = input.files();
    let files = list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.item(at)));
    let given = files
        .map(|file| {
            let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into());
            let path = path.ok().and_then(|path| path.as_string()).filter(|path| !path.is_empty());
            (path.unwrap_or_else(|| file.name()), file)
        })
        .collect();
    input.set_value("");
    given
}

/// What is done when files are over the page or dropped on it.
type Work = Box<dyn Fn(&DragEvent, &DataTransfer)>;

/// Calls back while files are over the page, and with all of them when they are dropped.
pub fn listen(
    over: impl Fn(bool) + 'static,
    dropped: impl Fn(Vec<Given>) + 'static,
) -> Vec<EventListener> {
    let Some(window) = super::window() else { return Vec::new() };
    let active = EventListenerOptions::enable_prevent_default();
    let (over, dropped) = (Rc::new(over), Rc::new(dropped));
    let listen = |name: &'static str, work: Work| {
        EventListener::new_with_options(&window, name, active, move |event| {
            let Some(event) = event.dyn_ref::<DragEvent>() else { return };
            let Some(data) = event.data_transfer().filter(holds_files) else { return };
            event.prevent_default();
            work(event, &data);
        })
    };
    let (enters, leaves, drops) = (over.clone(), over.clone(), over);
    vec![
        listen("dragover", Box::new(move |_, _| enters(true))),
        listen(
            "dragleave",
            Box::new(move |event, _| {
                // Out of the window, not from one part of the page to another.
                if event.related_target().is_none() {
                    leaves(false);
                }
            }),
        ),
        listen(
            "drop",
            Box::new(move |_, data| {
                drops(false);
                let things = dropped_things(data);
                let dropped = dropped.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    dropped(collect(things).await);
                });
            }),
        ),
    ]
}

fn holds_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|one| one.as_string().is_some_and(|one| one == "Files"))
}

/// Something that was dropped.
enum Dropped {
    /// A file or a folder, as the browser's file system has it.
    Entry(FileSystemEntry),
    /// A file that stands in no file system.
    File(File),
}

/// What was dropped: to be read while the event lasts, the browser forgets it afterwards.
fn dropped_things(data: &DataTransfer) -> Vec<Dropped> {
    let items = data.items();
    (0..items.length())
        .filter_map(|at| {
            let item = items.get(at)?;
            match item.webkit_get_as_entry().ok().flatten() {
                Some(entry) => Some(Dropped::Entry(entry)),
                None => item.get_as_file().ok().flatten().map(Dropped::File),
            }
        })
        .collect()
}

/// All files that were dropped or are below a folder that was, in order of their paths. What cannot be read is left out.
async fn collect(things: Vec<Dropped>) -> Vec<Given> {
    let (mut open, mut given) = (Vec::new(), Vec::new());
    for thing in things {
        match thing {
            Dropped::Entry(entry) => open.push(entry),
            Dropped::File(file) => given.push((file.name(), file)),
        }
    }
    while let Some(entry) = open.pop() {
        if let Some(folder) = entry.dyn_ref::<FileSystemDirectoryEntry>() {
            let reader = folder.create_reader();
            // A reader gives a hundred at a time, and nothing at the end.
            loop {
                let some = batch(&reader).await;
                if some.is_empty() {
                    break;
                }
                open.extend(some);
            }
        } else if let Some(one) = entry.dyn_ref::<FileSystemFileEntry>() {
            let path = entry.full_path();
            if let Some(file) = file(one).await {
                given.push((path.trim_start_matches('/').to_owned(), file));
            }
        }
    }
    given.sort_by(|(one, _), (other, _)| one.cmp(other));
    given
}

async fn batch(reader: &FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let found = super::promised(|resolve, reject| {
        let _ = reader.read_entries_with_callback_and_callback(resolve, reject);
    });
    let found = found.await.map(|found| js_sys::Array::from(&found)).unwrap_or_default();
    found.iter().filter_map(|entry| entry.dyn_into().ok()).collect()
}

async fn file(entry: &FileSystemFileEntry) -> Option<File> {
    super::promised(|resolve, reject| entry.file_with_callback_and_callback(resolve, reject))
        .await
        .ok()?
        .dyn_into()
        .ok()
}

/// A text as if it were a file.
pub fn text_file(text: &str, name: &str) -> Option<Given> {
    let parts = js_sys::Array::of1(&text.into());
    let file = File::new_with_str_sequence(&parts, name).ok()?;
    Some((name.to_owned(), file))
}
