//! What only looks says which version to use; a copy is brought to this one.

use std::sync::Arc;

use alsfrs_diary::platform::db::Db;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::TestApp;
use crate::backups::{back_up, identity, restore};
use crate::home::Home;
use crate::weeks::week;

/// Leaves a database as the version before kept it.
async fn of_the_version_before(on: Database) -> Option<Arc<Home>> {
    let home = Home::new(on).map(Arc::new)?;
    let app = TestApp::start_in(&home).await;
    let ada = app.patient("ada").await;
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    app.stop().await;
    let db = Db::open(&home.database_url(), 1).unwrap();
    db.revert_newest().unwrap();
    Some(home)
}

#[rstest]
#[case::of_the_audit(&["audit", "verify"])]
#[case::of_its_events(&["audit", "export"])]
#[case::of_what_is_old(&["retention", "run", "--dry-run"])]
#[tokio::test]
async fn r221_a_look_at_an_older_schema_says_what_to_do_and_changes_nothing(
    #[values(Sqlite, Postgres)] on: Database,
    #[case] command: &[&str],
) {
    let Some(home) = of_the_version_before(on).await else {
        return;
    };
    let applied = "select count(*) from __diesel_schema_migrations";
    let before = home.query_i64(applied);
    let flags = [
        format!("--data-dir={}", home.folder().display()),
        format!("--database-url={}", home.database_url()),
    ];

    let words: Vec<&str> = command
        .iter()
        .copied()
        .chain(flags.iter().map(String::as_str))
        .collect();
    let (code, said) = home.run(&words);

    assert_ne!(code, Some(0), "{said}");
    assert!(said.contains("run `alsfrs-diary migrate` first"), "{said}");
    assert_eq!(home.query_i64(applied), before);
}

#[tokio::test]
async fn r178_a_backup_of_the_version_before_is_checked_and_comes_back() {
    let home = of_the_version_before(Sqlite).await.unwrap();
    let (out, elsewhere) = (
        home.folder().join("backup.age"),
        Home::empty(Sqlite).unwrap(),
    );
    let (code, said) = back_up(&home, &out);
    assert_eq!(code, Some(0), "{said}");
    crate::backups::copy(
        &home.folder().join("keys"),
        &elsewhere.folder().join("keys"),
    );
    let identity = identity(elsewhere.folder());

    for more in [&["--check"][..], &[]] {
        let (code, said) = restore(&elsewhere, &out, &identity, more);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("The database is sound"), "{said}");
    }

    assert_eq!(elsewhere.query_i64("select count(*) from entries"), 1);
    let applied = "select count(*) from __diesel_schema_migrations";
    assert_eq!(elsewhere.query_i64(applied), home.query_i64(applied) + 1);
}
