//! What a clock that was ahead has left behind, once it is right again.

use alsfrs_diary::audit;
use alsfrs_diary::platform::config::Settings;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use crate::alarms::wait_for;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::usual_limits;
use crate::people::sign_in;
use crate::program::Program;
use crate::reply::Reply;
use crate::weeks::week;

const AHEAD: TimeDelta = TimeDelta::days(30);

fn usual(settings: &mut Settings) {
    settings.limits = usual_limits();
    settings.limits.sign_in = "off".parse().unwrap();
}

async fn sign_up(app: &TestApp, name: &str) -> Reply {
    let account = json!({
        "email": format!("{name}@example.org"), "password": "quiet herons by the lake",
        "display_name": "Somebody", "role": "caregiver", "time_zone": "Europe/Berlin",
    });
    app.nobody().post("/v1/accounts", account).await
}

async fn guess(app: &TestApp, email: &str) -> Reply {
    sign_in(&app.nobody(), email, "twelve loud sparrows at dusk").await
}

async fn use_it_all_up(app: &TestApp, email: &str) {
    for _ in 0..11 {
        guess(app, email).await.refused(401, "wrong_credentials");
    }
    guess(app, email).await.refused(429, "quota_exceeded");
    while sign_up(app, "ben").await.status == 202 {}
    sign_up(app, "ben").await.refused(429, "quota_exceeded");
}

#[rstest]
#[tokio::test]
async fn r224_a_clock_that_was_ahead_locks_nobody_out(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on, usual; ada);
    app.clock.turn(AHEAD);
    use_it_all_up(&app, &ada.email).await;

    app.clock.turn(-AHEAD);

    sign_up(&app, "ben").await.expect(202);
    sign_in(&app.nobody(), &ada.email, &ada.password)
        .await
        .expect(201);
    ada.refreshed().await;
}

#[rstest]
#[tokio::test]
async fn r224_nobody_gets_more_by_clocks_that_are_apart(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on, usual; ada);
    let apart = TimeDelta::seconds(20);
    app.clock.turn(apart);
    use_it_all_up(&app, &ada.email).await;

    app.clock.turn(-apart);
    let locked = guess(&app, &ada.email).await;
    let too_often = sign_up(&app, "ben").await;

    locked.refused(429, "quota_exceeded");
    let wait = too_often
        .refused(429, "quota_exceeded")
        .header("retry-after")
        .to_owned();
    app.clock.turn(TimeDelta::seconds(wait.parse().unwrap()));
    sign_up(&app, "eve").await.expect(202);
}

#[rstest]
#[tokio::test]
async fn r224_a_code_that_was_used_ahead_uses_up_no_other(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let phone = ada.enrol(&app).await;
    app.clock.turn(AHEAD);
    ada.with_second_factor(&phone.code(&app, 0)).await;

    app.clock.turn(-AHEAD);

    ada.with_second_factor(&phone.code(&app, 0)).await;
}

#[rstest]
#[tokio::test]
async fn r224_mail_that_was_put_off_ahead_goes_out(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again = Some(20));
    let folder = app.folder().join("mail");
    std::fs::write(&folder, "no folder").unwrap();
    app.clock.turn(AHEAD);
    sign_up(&app, "ben").await.expect(202);
    // After it was tried it waits for a minute.
    let due = match on {
        Sqlite => "not_before",
        Postgres => "(extract(epoch from not_before) * 1000000)::bigint",
    };
    let soon = (app.now() + TimeDelta::seconds(90)).timestamp_micros();
    let put_off =
        format!("select count(*) from outbox where attempts = 1 and {due} between 1 and {soon}");
    while app.query_i64(&put_off) == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }

    std::fs::remove_file(&folder).unwrap();
    app.clock.turn(-AHEAD);

    app.mail().next_to("ben@example.org").await;
}

#[rstest]
#[tokio::test]
async fn r224_events_from_ahead_keep_no_others_from_being_signed(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    app.clock.turn(AHEAD);
    ada.on_another_device().await;
    app.clock.turn(-AHEAD);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    app.clock.turn(TimeDelta::minutes(2));

    audit::checkpoint(app.inside()).await.unwrap();

    let kept = app
        .inside()
        .db
        .read(|conn| audit::checkpoints(conn, None, 1));
    let upto = kept.await.unwrap().first().map(|newest| newest.upto);
    assert_eq!(
        upto,
        Some(app.query_i64("select max(key) from audit_events"))
    );
}

#[rstest]
#[tokio::test]
async fn r156_a_clock_that_went_back_is_heard_of_after_more_has_happened(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    app.clock.turn(-AHEAD);
    ada.on_another_device().await;
    let home = app.home();
    app.stop().await;

    let program = Program::serve(&home, &[]);

    wait_for(&program, "clock_went_back").await;
}
