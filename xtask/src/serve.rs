//! `cargo xtask serve`: the page on this machine, built again whenever a source file changes.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::error::{Error, Result};
use crate::project;
use crate::run::{shown, step};
use crate::system::find;
use crate::tools::{TRUNK_OPTIONS, Tools};

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;

/// What the command line asks of the server.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// This port and no other.
    pub(crate) port: Option<u16>,
    /// Do not open a browser.
    pub(crate) no_open: bool,
    /// Build without optimisation: quick to build, slow to run.
    pub(crate) debug: bool,
}

/// Builds and serves the page until it is stopped.
pub(crate) fn serve(options: &Options) -> Result<()> {
    let tools = Tools::ready()?;
    let port = free_port(options.port)?;
    let mut trunk = tools.trunk()?;
    // Files that change all the time should not be kept for days without a network.
    trunk.env("TOPIC_EXPLORER_DRAFT", "1");
    trunk.arg("serve").args(TRUNK_OPTIONS);
    if !options.debug {
        trunk.arg("--release");
    }
    // Its own folder, so that `dist` is never half a build. No reload script: the page's content security policy
    // allows only the page's own files, and should do so here as it does everywhere.
    trunk.arg("--dist").arg(project::root().join("target").join("serve"));
    trunk.args([
        "--no-autoreload",
        "--no-spa",
        "--disable-address-lookup",
        "--address",
        "127.0.0.1",
        "--port",
    ]);
    trunk.arg(port.to_string());
    step("Building the page (the first time takes a minute or two)");
    let mut server = trunk
        .stdin(Stdio::null())
        .spawn()
        .map_err(|source| Error::io(format!("start `{}`", shown(&trunk)), source))?;
    if answers(&mut server, port)? {
        let address = format!("http://127.0.0.1:{port}/");
        step(format!("Topic Explorer is at {address}"));
        println!("    Saved changes are built at once: reload the page to see them. Ctrl+C stops.");
        if !options.no_open {
            open(&address);
        }
    }
    let status = server.wait().map_err(|source| Error::io("wait for the server", source))?;
    if status.success() { Ok(()) } else { Err(Error::Failed { command: shown(&trunk), status }) }
}

/// The port asked for, or the first free one.
fn free_port(asked: Option<u16>) -> Result<u16> {
    let free = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(|_| port);
    match asked {
        Some(port) => free(port).map_err(|source| Error::io(format!("use port {port}"), source)),
        None => (FIRST_PORT..FIRST_PORT + PORTS_TRIED).find_map(|port| free(port).ok()).ok_or_else(
            || {
                Error::Unexpected(format!(
                    "no port free from {FIRST_PORT} on: choose one with --port"
                ))
            },
        ),
    }
}

/// Waits until the server answers. False when it ended before that.
fn answers(server: &mut Child, port: u16) -> Result<bool> {
    loop {
        if server.try_wait().map_err(|source| Error::io("wait for the server", source))?.is_some() {
            return Ok(false);
        }
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(true);
        }
        thread::sleep(Duration::from_millis(100));
    }
}

/// Opens a browser where there is one; where there is none, the address above is enough.
fn open(address: &str) {
    let command = if cfg!(target_os = "macos") {
        Some(("open", vec![address]))
    } else if cfg!(windows) {
        Some(("cmd", vec!["/C", "start", "", address]))
    } else {
        let screen =
            ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
        (screen && find(&["xdg-open"]).is_some()).then(|| ("xdg-open", vec![address]))
    };
    let Some((program, arguments)) = command else { return };
    let quiet = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if quiet.is_err() {
        println!("    No browser could be opened: open the address yourself.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over_or_named() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let port = taken.local_addr().expect("it has an address").port();
        let error = free_port(Some(port)).expect_err("it is taken");
        assert!(error.to_string().contains(&port.to_string()), "{error}");
        assert!(free_port(None).is_ok());
    }
}
