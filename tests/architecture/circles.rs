//! No two files need each other, by whatever way round: what both need lies in a file below them. A module
//! may use its own parts, and its parts may use it.

use std::collections::{BTreeMap, BTreeSet};

use crate::paths::{ModulePath, module_of, named_in};
use crate::rules::Source;
use crate::sources;

#[test]
fn no_file_leads_back_to_itself() {
    let circles = circles(&sources("src"));

    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn a_circle_is_found() {
    let file = |path, text| Source::new(path, text);
    let sound = [
        file("diary/mod.rs", "mod a; pub use a::A;"),
        file("diary/a.rs", "use super::b::B;"),
        file("diary/b.rs", "use super::C; use crate::audit::record;"),
        file("audit.rs", "use crate::platform::App;"),
    ];
    assert!(circles(&sound).is_empty());

    let round = [
        file("diary/b.rs", "use super::c::C;"),
        file("diary/c.rs", "use super::a::A;"),
    ];
    let found = circles(&[&sound[..2], &round].concat());
    assert_eq!(
        found,
        [
            "diary::a needs diary::b",
            "diary::b needs diary::c",
            "diary::c needs diary::a"
        ]
    );
}

/// Who needs whom, of the files that lead back to themselves.
fn circles(files: &[Source]) -> Vec<String> {
    let modules: BTreeSet<ModulePath> = files.iter().map(|file| module_of(&file.path)).collect();
    let file_of = |mut path: ModulePath| {
        while !path.is_empty() && !modules.contains(&path) {
            path.pop();
        }
        path
    };
    let mut needs: BTreeMap<ModulePath, BTreeSet<ModulePath>> = BTreeMap::new();
    for file in files {
        let module = module_of(&file.path);
        let named = named_in(&file.code(), &module).into_iter().map(file_of);
        let others = named
            .filter(|path| !path.is_empty() && *path != module)
            .collect();
        needs.insert(module, others);
    }
    // What needs none of the rest is on no circle, nor is what none of the rest needs.
    loop {
        let needed: BTreeSet<ModulePath> = needs.values().flatten().cloned().collect();
        let left: BTreeSet<ModulePath> = needs
            .iter()
            .filter(|(module, others)| !others.is_empty() && needed.contains(*module))
            .map(|(module, _)| module.clone())
            .collect();
        if left.len() == needs.len() {
            break;
        }
        needs.retain(|module, _| left.contains(module));
        for others in needs.values_mut() {
            others.retain(|other| left.contains(other));
        }
    }
    let pairs = needs
        .iter()
        .flat_map(|(module, others)| others.iter().map(move |other| (module, other)));
    pairs
        .map(|(module, other)| format!("{} needs {}", module.join("::"), other.join("::")))
        .collect()
}
