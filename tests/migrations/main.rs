//! The migrations: up, down and up again on both databases, which end with the same tables.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a panic in a helper is a failed test, which is what it is for"
)]

#[path = "../postgres/mod.rs"]
mod postgres;

mod columns;
mod look;

use std::collections::BTreeSet;
use std::path::Path;

use alsfrs_diary::platform::db::AppliedMigrations;
use rstest::rstest;

use columns::Kind::{self, Postgres, Sqlite};
use look::Empty;

#[rstest]
fn what_goes_up_comes_down_and_goes_up_again(#[values(Sqlite, Postgres)] kind: Kind) {
    let Some(database) = Empty::of(kind) else {
        return;
    };

    let up = database.db.migrate().unwrap();
    let made = database.columns();
    let down = database.db.revert_all().unwrap();
    let left = database.columns();
    let again = database.db.migrate().unwrap();

    assert_eq!(up.0.len(), folders("sqlite").len());
    assert_eq!(left, BTreeSet::new());
    assert_eq!(down.0.len(), up.0.len());
    assert_eq!(again, up);
    assert_eq!(database.columns(), made);
    assert_eq!(
        database.db.migrate().unwrap(),
        AppliedMigrations(Vec::new())
    );
}

#[rstest]
fn the_tables_are_those_of_the_schema(#[values(Sqlite, Postgres)] kind: Kind) {
    let Some(database) = Empty::of(kind) else {
        return;
    };

    database.db.migrate().unwrap();

    pretty_equal(&database.columns(), &columns::in_schema(kind));
}

#[test]
fn both_databases_have_the_same_indexes() {
    let (Some(sqlite), Some(postgres)) = (Empty::of(Sqlite), Empty::of(Postgres)) else {
        return;
    };

    sqlite.db.migrate().unwrap();
    postgres.db.migrate().unwrap();

    pretty_equal(&sqlite.indexes(), &postgres.indexes());
}

#[test]
fn each_migration_is_a_pair_of_pairs() {
    assert_eq!(folders("sqlite"), folders("postgres"));
}

#[rstest]
fn r148_audit_events_are_append_only(#[values(Sqlite, Postgres)] kind: Kind) {
    let Some(database) = Empty::of(kind) else {
        return;
    };
    database.db.migrate().unwrap();
    let now = match kind {
        Sqlite => "0",
        Postgres => "now()",
    };
    database.run(&format!(
        "insert into audit_events (at, action, detail) values ({now}, 'signed_in', '{{}}')"
    ));
    let mut intrusions = vec![
        "update audit_events set action = 'nothing'",
        "delete from audit_events",
    ];
    if kind == Postgres {
        intrusions.push("truncate audit_events");
    }

    for intrusion in intrusions {
        let refused = database.try_run(intrusion).unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{intrusion}: {refused}");
    }
    assert_eq!(database.count("audit_events"), 1);
}

#[test]
fn r229_of_three_instances_one_migrates_and_the_others_wait() {
    let Some(database) = Empty::of(Postgres) else {
        return;
    };

    let applied: Vec<usize> = std::thread::scope(|scope| {
        let starts = [(); 3].map(|()| scope.spawn(|| database.db.migrate().unwrap().0.len()));
        starts.map(|start| start.join().unwrap()).to_vec()
    });

    let all = folders("postgres").len();
    assert_eq!(applied.iter().filter(|count| **count == all).count(), 1);
    assert_eq!(applied.iter().sum::<usize>(), all);
}

/// The migrations of one database, each of which can go both ways.
fn folders(kind: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("migrations").join(kind);
    let entries = folder.read_dir().unwrap().map(Result::unwrap);
    entries
        .map(|entry| {
            for way in ["up.sql", "down.sql"] {
                assert!(entry.path().join(way).is_file(), "{way} of {entry:?}");
            }
            entry.file_name().into_string().unwrap()
        })
        .collect()
}

/// Equality of sets that says only what differs.
fn pretty_equal(left: &BTreeSet<String>, right: &BTreeSet<String>) {
    let differ: Vec<&String> = left.symmetric_difference(right).collect();
    assert!(differ.is_empty(), "only one of the two has {differ:#?}");
    assert!(!left.is_empty());
}
