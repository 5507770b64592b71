//! Groups by folder.

/// For each path the folder it stands in, below those that all of them share; `None` for what stands beside these folders.
///
/// An archive is a folder. Where all stand in one, that tells nothing apart: then all are `None`.
pub fn folders(paths: &[&str]) -> Vec<Option<String>> {
    let parts = |path: &str| -> Vec<String> {
        let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
        parts.pop();
        parts
    };
    let mut shared: Option<Vec<String>> = None;
    for path in paths {
        let here = parts(path);
        let same = |known: &Vec<String>| {
            known.iter().zip(&here).take_while(|(one, other)| one == other).count()
        };
        match &mut shared {
            Some(known) => known.truncate(same(known)),
            None => shared = Some(here),
        }
    }
    let depth = shared.map_or(0, |shared| shared.len());
    paths.iter().map(|path| parts(path).into_iter().nth(depth)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(paths: &[&str]) -> Vec<String> {
        folders(paths).into_iter().map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn the_first_folder_that_tells_apart() {
        assert_eq!(found(&["x/on/a.txt", "x/off/y/b.txt", "x/c.txt"]), ["on", "off", ""]);
        assert_eq!(found(&["a.zip/on/1.txt", "a.zip/off/2.txt"]), ["on", "off"]);
        assert_eq!(found(&["a.zip/1.txt", "b.txt", "x/rows.csv:2"]), ["a.zip", "", "x"]);
    }

    #[test]
    fn one_folder_tells_nothing() {
        assert_eq!(found(&["x/y/a.txt", "x/y/b.txt"]), ["", ""]);
        assert_eq!(found(&["a.txt", "b.txt"]), ["", ""]);
        assert_eq!(found(&[]), [""; 0]);
    }
}
