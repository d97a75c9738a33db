//! What the contract must not offer.

use std::collections::BTreeSet;

use serde_json::Value;

use super::operations;
use crate::promise;

/// Every name that a client can send or read: paths, parameters, members.
fn names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (operation, says) in operations() {
        names.insert(operation);
        for parameter in promise::parameters(says) {
            names.insert(parameter["name"].as_str().unwrap().to_owned());
        }
    }
    members(&promise::document()["components"]["schemas"], &mut names);
    names
}

fn members(value: &Value, names: &mut BTreeSet<String>) {
    for (name, inner) in value.as_object().into_iter().flatten() {
        if name == "properties" {
            names.extend(
                inner
                    .as_object()
                    .into_iter()
                    .flatten()
                    .map(|(name, _)| name.clone()),
            );
        }
        members(inner, names);
    }
    for inner in value.as_array().into_iter().flatten() {
        members(inner, names);
    }
}

#[test]
fn r79_nobody_breaks_the_glass() {
    const WAYS: [&str; 6] = [
        "break",
        "glass",
        "emergency",
        "override",
        "impersonat",
        "on_behalf",
    ];
    let names = names();
    assert!(names.contains("answers"), "{names:?}");

    // The card shows what the patient chose, to holders of a link that the patient made.
    let card = |name: &&String| name.contains("emergency-card") || *name == "emergency_card";
    let offered: Vec<_> = names
        .iter()
        .filter(|name| !card(name))
        .filter(|name| WAYS.iter().any(|way| name.to_lowercase().contains(way)))
        .collect();

    assert!(offered.is_empty(), "{offered:?}");
}

#[test]
fn r87_no_list_counts_or_sorts_what_is_not_shown() {
    let schemas = promise::document()["components"]["schemas"]
        .as_object()
        .unwrap();
    let pages = schemas.iter().filter(|(name, _)| name.ends_with("Page"));
    let mut looked_at = 0;
    for (name, page) in pages {
        let shown: Vec<_> = page["properties"].as_object().unwrap().keys().collect();
        assert_eq!(shown, ["items", "next"], "{name}");
        looked_at += 1;
    }
    assert!(looked_at > 10, "{looked_at}");

    // Orders can be chosen of the weeks, and of a clinic's patients by what its clinicians are shown of each.
    let chosen: Vec<String> = operations()
        .filter(|(_, says)| {
            promise::parameters(says)
                .filter_map(|parameter| parameter["name"].as_str())
                .any(|name| name.contains("sort") || name.contains("order"))
        })
        .map(|(operation, _)| operation)
        .collect();
    assert_eq!(
        chosen,
        [
            "get /v1/patients/{patient}/entries",
            "get /v1/sites/{site}/cohort"
        ]
    );
}
