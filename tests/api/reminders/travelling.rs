//! People who travel, and law that changes.

use rstest::rstest;
use serde_json::json;

use super::{at, on_sundays};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::weeks::with;

/// Moves there at that time.
async fn moves(app: &TestApp, person: &Person, instant: &str, zone: &str) {
    app.clock.set(at(instant));
    let person = person.on_another_device().await;
    let change = json!({"time_zone": zone});
    let account = person.get("/v1/account").await.expect(200);
    let tag = account.etag().to_owned();
    let there = with(
        json!({"display_name": "Ada", "locale": null}),
        "/time_zone",
        change["time_zone"].clone(),
    );
    let moved = person.with_header("If-Match", &tag);
    moved.put("/v1/account", there).await.expect(200);
    app.remind().await;
}

#[rstest]
#[tokio::test]
async fn who_travels_west_is_reminded_at_their_hour_there_and_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);

    moves(&app, &ada, "2026-11-28T12:00:00Z", "America/New_York").await;
    app.remind_at("2026-11-29T17:00:00Z").await;
    assert_eq!(app.reminded(), 0, "it is noon there");
    app.remind_at("2026-11-29T23:00:00Z").await;
    assert_eq!(app.reminded(), 1);
    moves(&app, &ada, "2026-11-30T02:00:00Z", "Pacific/Honolulu").await;
    app.remind_at("2026-11-30T04:00:00Z").await;

    assert_eq!(app.reminded(), 1, "six on Sunday once more");
}

#[rstest]
#[tokio::test]
async fn who_travels_east_past_their_hour_is_reminded_on_arrival_and_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);

    moves(&app, &ada, "2026-11-29T13:00:00Z", "Asia/Tokyo").await;
    app.remind().await;
    assert_eq!(app.reminded(), 1, "it is ten in the evening there");
    moves(&app, &ada, "2026-11-29T14:00:00Z", "Europe/Berlin").await;
    app.remind_at("2026-11-29T17:00:00Z").await;

    assert_eq!(app.reminded(), 1);
}

#[rstest]
#[tokio::test]
async fn who_named_a_zone_is_reminded_by_its_clock_wherever_they_are(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let berlin = with(on_sundays(), "/weekly/zone", "Europe/Berlin");
    ada.wants(berlin).await.expect(200);

    moves(&app, &ada, "2026-11-28T12:00:00Z", "America/New_York").await;
    app.remind_at("2026-11-29T16:59:00Z").await;
    assert_eq!(app.reminded(), 0);
    app.remind_at("2026-11-29T17:00:00Z").await;

    assert_eq!(app.reminded(), 1);
}

#[rstest]
#[tokio::test]
async fn new_rules_of_a_zone_are_taken_up_by_the_process_that_has_them(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);
    // As older rules had it: an hour late.
    let late = match on {
        Sqlite => at("2026-11-29T18:00:00Z").timestamp_micros().to_string(),
        Postgres => "'2026-11-29T18:00:00Z'".to_owned(),
    };
    app.sql(&format!(
        "update reminders set zone_rules = '2019a', next_at = {late}"
    ));

    alsfrs_diary::reminders::take_up_rules(app.inside().clone())
        .await
        .unwrap();
    app.remind_at("2026-11-29T17:00:00Z").await;

    assert_eq!(app.reminded(), 1);
    let older = "select count(*) from reminders where zone_rules = '2019a'";
    assert_eq!(app.query_i64(older), 0);
}
