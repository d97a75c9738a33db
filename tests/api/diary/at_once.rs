//! A patient's own change needs no row lock on PostgreSQL (decision 0152), and is as safe.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use rstest::rstest;

use crate::app::Database::{self, Postgres};
use crate::app::{TestApp, start};
use crate::weeks::week;

fn hold(app: &TestApp, statements: &str) -> PgConnection {
    let mut other = PgConnection::establish(&app.home().database_url()).unwrap();
    other.batch_execute("BEGIN").unwrap();
    other.batch_execute(statements).unwrap();
    other
}

#[rstest]
#[tokio::test]
async fn a_week_waits_for_no_lock_but_that_of_a_change(#[values(Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    // What names a patient takes this one, and the row lock of a change waits for it.
    let _other = hold(&app, "SELECT FROM patients FOR KEY SHARE");

    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r90_a_week_waits_for_the_end_of_the_session_under_way(#[values(Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let mut ending = hold(
        &app,
        "UPDATE patients SET closes_at = '2020-01-01'; UPDATE sessions SET revoked_at = now()",
    );

    let write = tokio::spawn(async move { ada.record("2026-W47", week("2026-11-18")).await });
    app.until_a_lock_is_waited_for().await;
    ending.batch_execute("COMMIT").unwrap();

    write.await.unwrap().refused(401, "invalid_token");
    assert_eq!(app.query_i64("select count(*) from entries"), 0);
}
