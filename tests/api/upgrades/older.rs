//! What only looks at a database of another schema says so.

use alsfrs_diary::platform::db::Db;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::TestApp;
use crate::home::home;

#[rstest]
#[case::of_the_audit(&["audit", "verify"])]
#[case::of_its_events(&["audit", "export"])]
#[case::of_what_is_old(&["retention", "run", "--dry-run"])]
#[tokio::test]
async fn r221_a_look_at_an_older_schema_says_what_to_do_and_changes_nothing(
    #[values(Sqlite, Postgres)] on: Database,
    #[case] command: &[&str],
) {
    let home = home!(on);
    // It makes the keys.
    TestApp::start_in(&home).await.stop().await;
    let db = Db::open(&home.database_url(), 1).unwrap();
    db.revert_newest().unwrap();
    drop(db);
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
