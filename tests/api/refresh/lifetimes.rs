//! How long a session lives, and its row.

use chrono::TimeDelta;
use rstest::rstest;

use super::{ended_by_reuse, refresh, token_in};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::{Person, sign_in};
use crate::reply::Reply;

#[rstest]
#[tokio::test]
async fn r36_a_session_is_remembered_until_a_day_after_its_end(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    app.patient("ada").await;

    for (days, left) in [(91, 1), (309, 1), (2, 0)] {
        app.clock.turn(TimeDelta::days(days));
        let now = app.now();
        let purge = move |conn: &mut _| alsfrs_diary::server::retention::forget(conn, now);
        app.inside().db.write(purge).await.unwrap();
        assert_eq!(app.query_i64("select count(*) from sessions"), left);
    }
}

/// The same account with another role, signed in anew.
async fn signed_in_as(app: &TestApp, role: i16, who: &Person) -> Reply {
    app.sql(&format!("update accounts set role = {role}"));
    sign_in(&app.nobody(), &who.email, &who.password)
        .await
        .expect(201)
}

#[rstest]
#[case::patient(1, TimeDelta::days(90))]
#[case::caregiver(2, TimeDelta::days(90))]
#[case::clinician(3, TimeDelta::minutes(60))]
#[case::admin(4, TimeDelta::minutes(60))]
#[tokio::test]
async fn r37_an_idle_session_ends(#[case] role: i16, #[case] idle: TimeDelta) {
    let (app, ada) = start!(Sqlite; ada);
    let session = signed_in_as(&app, role, &ada).await;

    app.clock.turn(idle - TimeDelta::seconds(30));
    let used = refresh(&app.nobody(), &token_in(&session))
        .await
        .expect(200);
    app.clock.turn(idle - TimeDelta::seconds(30));
    let used = refresh(&app.nobody(), &token_in(&used)).await.expect(200);
    app.clock.turn(idle);

    let late = refresh(&app.nobody(), &token_in(&used)).await;
    late.refused(401, "invalid_grant");
    assert_eq!(ended_by_reuse(&app), 0);
}

#[rstest]
#[case::patient(1, TimeDelta::days(80), 5)]
#[case::clinician(3, TimeDelta::minutes(50), 14)]
#[tokio::test]
async fn r37_a_session_ends_however_much_it_is_used(
    #[case] role: i16,
    #[case] pause: TimeDelta,
    #[case] times: usize,
) {
    let (app, ada) = start!(Sqlite; ada);
    let mut session = signed_in_as(&app, role, &ada).await;

    for _ in 1..times {
        app.clock.turn(pause);
        session = refresh(&app.nobody(), &token_in(&session))
            .await
            .expect(200);
    }
    app.clock.turn(pause + TimeDelta::minutes(30));

    let late = refresh(&app.nobody(), &token_in(&session)).await;
    late.refused(401, "invalid_grant");
}

#[rstest]
#[tokio::test]
async fn r38_a_patient_back_after_a_long_time_signs_in_again() {
    let (app, ada) = start!(Sqlite; ada);

    app.clock.turn(TimeDelta::days(91));

    ada.get("/v1/account").await.refused(401, "invalid_token");
    let back = ada.on_another_device().await;
    assert_eq!(back.patient_id, ada.patient_id);
}
