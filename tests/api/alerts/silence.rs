//! Diaries in which nothing is recorded.

use rstest::rstest;
use serde_json::{Value, json};

use super::SUBJECT;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

fn after_weeks(weeks: i32) -> Value {
    json!({"silence_weeks": weeks, "channels": ["mail"]})
}

#[rstest]
#[tokio::test]
async fn a_silence_is_told_after_the_weeks_that_each_chose_and_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let wim = app.member(&ada, "wim", "write").await;
    let sue = app.member(&ada, "sue", "summary").await;
    wim.follows(after_weeks(2)).await.expect(200);
    sue.follows(after_weeks(3)).await.expect(200);

    // Weeks 48 and 49 go by without a rating.
    app.watch_at("2026-12-06T22:00:00Z").await;
    app.watch_at("2026-12-07T06:00:00Z").await;
    assert_eq!(app.tellings(), 0, "not in the night");
    app.watch_at("2026-12-07T09:30:00Z").await;
    app.watch_at("2026-12-08T09:30:00Z").await;

    assert_eq!(app.tellings(), 1);
    assert_eq!(app.mail().next_to(&wim.email).await.subject, SUBJECT);
    let wim = wim.on_another_device().await;
    let told = wim.alerts().await;
    assert_eq!(
        (&told[0]["kind"], &told[0]["week"], &told[0]["code"]),
        (&json!("silence"), &json!("2026-W47"), &Value::Null)
    );
    app.watch_at("2026-12-14T09:30:00Z").await;
    assert_eq!(app.tellings(), 2, "and now who chose three");
    let ada = ada.on_another_device().await;
    ada.record("2026-W50", week("2026-12-11")).await.expect(201);
    app.watch().await;

    let told = wim.on_another_device().await.alerts().await;
    assert!(told[0]["ended_at"].is_string(), "{told:?}");
    app.watch_at("2027-01-04T09:30:00Z").await;
    assert_eq!(app.tellings(), 4, "another silence, told to both");
}

#[rstest]
#[tokio::test]
async fn no_silence_is_told_of_a_diary_that_is_closed_or_has_a_pause(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    wim.follows(after_weeks(2)).await.expect(200);
    let reminders = "/v1/account/reminders";
    let paused = json!({"paused_until": "2027-01-15"});
    let mine = ada.with_header("If-Match", "\"v1\"");
    mine.put(reminders, paused).await.expect(200);

    assert_eq!(wim.get(super::ALERTS).await.body["active"], json!(false));
    app.watch_at("2027-01-14T12:00:00Z").await;
    assert_eq!(app.tellings(), 0, "a pause");
    app.sql("update patients set closes_at = created_at");
    app.watch_at("2027-01-18T12:00:00Z").await;
    assert_eq!(app.tellings(), 0, "it is closed");
    app.sql("update patients set closes_at = null");
    app.watch_at("2027-01-19T12:00:00Z").await;

    assert_eq!(app.tellings(), 1);
}

#[rstest]
#[tokio::test]
async fn a_silence_that_was_told_is_told_to_no_other_during_a_pause(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let sue = app.member(&ada, "sue", "write").await;
    let soon = with(after_weeks(1), "/escalate_after_hours", 24);
    wim.follows(soon).await.expect(200);
    sue.follows(after_weeks(8)).await.expect(200);
    app.watch_at("2026-11-30T12:00:00Z").await;
    assert_eq!(app.tellings(), 1);
    let paused = json!({"paused_until": "2026-12-08"});
    let ada = ada.on_another_device().await;
    let mine = ada.with_header("If-Match", "\"v1\"");
    mine.put("/v1/account/reminders", paused).await.expect(200);

    app.watch_at("2026-12-07T12:00:00Z").await;
    assert_eq!(app.tellings(), 1, "a pause");
    app.watch_at("2026-12-08T12:00:00Z").await;

    assert_eq!(app.tellings(), 2, "it is over, and the diary is silent");
}

#[rstest]
#[tokio::test]
async fn a_diary_that_has_never_had_a_week_is_silent_from_its_beginning(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    wim.follows(after_weeks(1)).await.expect(200);

    app.watch_at("2026-11-29T12:00:00Z").await;
    assert_eq!(app.tellings(), 0, "its first week is not over");
    app.watch_at("2026-11-30T12:00:00Z").await;

    assert_eq!(app.tellings(), 1);
}
