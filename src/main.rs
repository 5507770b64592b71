//! Mounts the page; everything else is in the library.

fn main() {
    topic_explorer::start();
}
