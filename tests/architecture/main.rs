//! The house as `docs/architecture.md` draws it: an import may only point down.
#![expect(
    clippy::expect_used,
    reason = "a panic in a helper is a failed test, which is what it is for"
)]

mod circles;
mod data_map;
mod paths;
mod rules;
mod tables;
mod texts;

use std::path::{Path, PathBuf};

use rules::{Source, offences};

const LONGEST_FILE: usize = 350;

#[test]
fn no_file_breaks_a_rule_of_the_house() {
    let found: Vec<String> = sources("src").iter().flat_map(offences).collect();

    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn no_file_is_too_long_to_read_at_a_sitting() {
    let files = sources("src").into_iter().chain(sources("tests"));
    let too_long: Vec<String> = files
        .filter(|source| source.path != "schema.rs")
        .map(|source| (source.text.lines().count(), source.path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();

    assert!(too_long.is_empty(), "{too_long:?}");
}

#[test]
fn the_rules_can_be_broken() {
    let broken = [
        (
            "clinical/item.rs",
            "use crate::platform::clock::Clock;",
            "up",
        ),
        (
            "platform/outbox/send.rs",
            "let x = crate::accounts::find();",
            "up",
        ),
        (
            "platform/clock.rs",
            "use super::super::access::Caller;",
            "up",
        ),
        (
            "accounts/store.rs",
            "use crate::{schema::x, circle::Grant};",
            "up",
        ),
        ("circle/mod.rs", "use crate::server;", "up"),
        ("server/mod.rs", "use crate::cli::Command;", "up"),
        (
            "circle/accept.rs",
            "use crate::accounts::store::find;",
            "past",
        ),
        (
            "diary/void.rs",
            "use super::super::circle::store::find;",
            "past",
        ),
        (
            "server/routes.rs",
            "use crate::{diary::{http::routes}};",
            "past",
        ),
        ("diary/store.rs", "use super::http::Body;", "inside"),
        (
            "diary/model.rs",
            "use super::{Week, store::find};",
            "inside",
        ),
        (
            "diary/store/row.rs",
            "use crate::diary::http::Body;",
            "inside",
        ),
        ("diary/store.rs", "use actix_web::HttpResponse;", "actix"),
        (
            "diary/record.rs",
            "fn f() -> actix_web::HttpResponse",
            "actix",
        ),
        ("diary/http/list.rs", "use diesel::prelude::*;", "diesel"),
        ("diary/patient/http.rs", "use diesel::prelude::*;", "diesel"),
        ("diary/model.rs", "#[derive(diesel::Queryable)]", "diesel"),
        ("clinical/week.rs", "use diesel::sql_types;", "diesel"),
        ("diary/store.rs", "diesel::sql_query(text)", "sql_query"),
        ("diary/record.rs", "use crate::utils::X;", "no floor"),
    ];
    for (path, text, word) in broken {
        let found = offences(&Source::new(path, text));
        assert_eq!(found.len(), 1, "{path}: {text}: {found:?}");
        assert!(found.concat().contains(word), "{path}: {text}: {found:?}");
    }
}

#[test]
fn what_the_rules_allow_is_allowed() {
    let sound = [
        (
            "clinical/kings.rs",
            "use super::item::Item; use crate::clinical::week;",
        ),
        (
            "platform/http/edge.rs",
            "use crate::schema::x; use crate::platform::App;",
        ),
        (
            "circle/accept.rs",
            "use crate::accounts::{Account, find}; // crate::server",
        ),
        (
            "diary/http.rs",
            "use super::record::record; use actix_web::web::Data;",
        ),
        (
            "diary/record.rs",
            "use super::store; use super::model::Entry;",
        ),
        (
            "diary/store.rs",
            "use diesel::prelude::*; use crate::on_each;",
        ),
        ("server/routes.rs", "use crate::{accounts, circle::routes};"),
        (
            "diary/refusal.rs",
            "use actix_web::http::header::ETAG; use super::model::Entry;",
        ),
        ("lib.rs", "pub mod server;"),
    ];
    for (path, text) in sound {
        assert_eq!(offences(&Source::new(path, text)), [""; 0], "{path}");
    }
}

/// Every Rust file under `folder` of the crate.
fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = files_under(&root);
    assert!(files.len() > 5, "{} has files", root.display());
    files
        .iter()
        .map(|file| {
            let path = file.strip_prefix(&root).expect("a file in there");
            let text = std::fs::read_to_string(file).expect("a text");
            Source::new(&path.to_string_lossy(), &text)
        })
        .collect()
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in folder.read_dir().expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_under(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files
}
