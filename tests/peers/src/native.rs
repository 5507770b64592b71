//! Times the phases natively, on this thread alone; prints what `engine.mjs` prints.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use topic_peers::Session;

/// What one phase does.
type Phase = fn(&mut Session);

/// The phases under the names the table knows them by.
const PHASES: [(&str, Phase); 3] =
    [("parse", Session::parse), ("count", Session::count), ("topics", Session::separate)];

fn main() -> Result<(), Box<dyn Error>> {
    let mut session = Session::new(&fs::read_to_string(setting("WORDS")?)?);
    for path in texts(Path::new(&setting("DOCUMENTS")?))? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        session.add(name, fs::read_to_string(&path)?);
    }
    let rounds: u32 = setting("ROUNDS")?.parse()?;
    let rounds: Vec<String> = (0..rounds).map(|_| round(&mut session)).collect();
    let (version, rounds, found) = (env!("CARGO_PKG_VERSION"), rounds.join(","), session.found());
    // One object: what was timed, then what was found.
    let found = found.trim_start_matches('{');
    println!("{{\"id\":\"native\",\"version\":\"{version}\",\"rounds\":[{rounds}],{found}");
    Ok(())
}

fn setting(name: &str) -> Result<String, String> {
    std::env::var(name)
        .map_err(|_| format!("{name} is not set: start this with `cargo xtask measure peers`"))
}

fn texts(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(folder)?.map(|item| Ok(item?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// Seconds of each phase, as a JSON object.
fn round(session: &mut Session) -> String {
    session.begin();
    let times = PHASES.map(|(name, phase)| {
        let start = Instant::now();
        phase(session);
        format!("\"{name}\":{}", start.elapsed().as_secs_f64())
    });
    format!("{{{}}}", times.join(","))
}
