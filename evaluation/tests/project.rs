//! The benchmark on the project's own corpora.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use evaluation::Want;
use evaluation::gold::{GoldCorpus, Page};
use evaluation::groups::{Group, groups};
use evaluation::report::Floor;
use evaluation::splice::{Condition, clean, splice};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn all() -> Vec<Group> {
    groups(&root()).unwrap()
}

fn words(page: &Page, want: Want) -> usize {
    page.lines.iter().filter(|line| line.want == Some(want)).map(|line| line.words()).sum()
}

#[test]
fn both_groups_are_read_and_name_their_subjects() {
    let groups = all();
    assert_eq!(groups.iter().map(|group| group.corpora.len()).collect::<Vec<_>>(), [11, 18]);
    for group in &groups {
        let names: BTreeSet<&str> = group.corpora.iter().map(|c| c.name.as_str()).collect();
        assert!(group.kept_out.iter().all(|name| names.contains(name)));
        for corpus in group.corpora.iter().filter(|corpus| corpus.name != "shipped documents") {
            let on = corpus.pages.iter().flat_map(|page| &page.lines).filter(|line| line.is_on());
            let subjects: BTreeSet<&str> = on.map(|line| line.subject.as_str()).collect();
            assert!(subjects.len() > 1 && !subjects.contains(""), "{}: {subjects:?}", corpus.name);
        }
    }
}

#[test]
fn splices_are_labelled_and_stay_in_the_language_of_the_page() {
    let groups = all();
    let donors: Vec<GoldCorpus> = groups.iter().flat_map(|g| &g.corpora).map(clean).collect();
    for host in &donors {
        for condition in Condition::ALL {
            let Some(corpus) = splice(host, &donors, condition, 0) else { continue };
            assert_eq!(splice(host, &donors, condition, 0).as_ref(), Some(&corpus));
            let texts = corpus.texts();
            corpus.wants(&texts).unwrap();
            let names: BTreeSet<&str> = texts.iter().map(|text| text.name.as_str()).collect();
            assert_eq!(names.len(), texts.len());
            let spliced: Vec<&Page> =
                corpus.pages.iter().filter(|page| words(page, Want::Off) > 0).collect();
            let expected = match condition {
                Condition::Clean => 0,
                Condition::Subject => 2,
                _ => 1,
            };
            assert_eq!(spliced.len(), expected, "{} {condition:?}", host.name);
            for page in spliced {
                let off = page.lines.iter().filter(|line| line.want == Some(Want::Off));
                let donor = |name: &str| donors.iter().find(|donor| donor.name == name).unwrap();
                for line in off {
                    let from = donor(&line.subject).pages.iter().find(|from| {
                        from.language == page.language
                            && from.lines.iter().any(|own| own.text == line.text)
                    });
                    assert!(from.is_some(), "{} {condition:?}: {}", host.name, line.text);
                }
            }
        }
    }
}

#[test]
fn the_floor_can_be_read_and_has_every_corpus() {
    let table = fs::read_to_string(root().join("evaluation/floor.tsv")).unwrap();
    let floor = Floor::read(&table).unwrap();
    assert_eq!(floor.write(), table);
    for group in all() {
        for corpus in group.corpora {
            assert!(
                table.contains(&format!("{}\t{}\t", group.name, corpus.name)),
                "{}",
                corpus.name
            );
        }
    }
}
