//! Chromium or Chrome, and the driver of the same version.

use std::env;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::system::{apt_install, find, major, version_of};

const BROWSERS: [&str; 9] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];
const DRIVERS: [&str; 3] =
    ["chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"];

/// Keeps a test browser from calling home, from asking questions and from needing a screen.
pub(crate) const ARGUMENTS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Finds or installs the browser. `CHROME` names one to use.
pub(crate) fn browser() -> Result<PathBuf> {
    find_or_install("CHROME", "Chromium", &BROWSERS, "install Chromium or Google Chrome")
}

/// Finds or installs the driver that starts the browser. `CHROMEDRIVER` names one to use.
pub(crate) fn driver(browser: &Path) -> Result<PathBuf> {
    let version = version_of(browser).unwrap_or_default();
    let wanted = major(&version).map_or_else(String::new, |number| format!(" {number}"));
    let remedy = format!("install ChromeDriver{wanted} and put it on PATH");
    let driver = find_or_install("CHROMEDRIVER", "ChromeDriver", &DRIVERS, &remedy)?;
    let found = version_of(&driver).unwrap_or_default();
    // Of different major versions, the driver starts the browser and then loses it without a word.
    if major(&found).is_some() && major(&version).is_some() && major(&found) != major(&version) {
        return Err(Error::Missing {
            what: format!("a ChromeDriver for {} {version}", browser.display()),
            remedy: format!("{} is {found}; {remedy}", driver.display()),
        });
    }
    Ok(driver)
}

fn find_or_install(variable: &str, what: &str, names: &[&str], remedy: &str) -> Result<PathBuf> {
    if let Some(path) = env::var_os(variable).map(PathBuf::from) {
        return if path.is_file() {
            Ok(path)
        } else {
            Err(Error::Unexpected(format!("{variable} names no file: {}", path.display())))
        };
    }
    if let Some(path) = find(names) {
        return Ok(path);
    }
    let remedy = format!("{remedy}, or set {variable} to where it is");
    apt_install(what, &["chromium", "chromium-driver"], &remedy)?;
    find(names).ok_or_else(|| Error::Missing { what: what.to_owned(), remedy })
}
