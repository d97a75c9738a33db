//! Far more than a person writes is taken, and yet nothing grows without an end.

use chrono::TimeDelta;
use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn a_diary_takes_two_thousand_changes_a_day(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let seen_by_bob = |day| with(week(day), "/respondent", "caregiver_proxy");
    bob.record("2026-W46", seen_by_bob("2026-11-11"))
        .await
        .expect(201);
    app.sql("update patients set last_change = 1999");
    bob.record("2026-W47", seen_by_bob("2026-11-18"))
        .await
        .expect(201);

    let refused = bob.record("2026-W48", seen_by_bob("2026-11-23")).await;

    let refused = refused.refused(429, "quota_exceeded");
    assert_eq!(
        refused.header("RateLimit-Policy"),
        "\"changes\";q=2000;w=86400"
    );
    let wait: i64 = refused.header("Retry-After").parse().unwrap();
    app.clock.turn(TimeDelta::seconds(wait));
    let bob = bob.refreshed().await;
    bob.record("2026-W48", seen_by_bob("2026-11-23"))
        .await
        .expect(201);
    app.sql("update patients set last_change = last_change + 5000");
    let bob = format!("/v1/patients/{{patient}}/circle/{}", bob.account_id);
    ada.refreshed().await.delete(&bob).await.expect(204);
}

#[rstest]
#[tokio::test]
async fn a_week_has_five_hundred_versions_and_can_be_removed_then(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    app.sql("update entries set revision = 499");
    let seeing = |version| ada.with_header("If-Match", version);
    let (path, noted) = ("/v1/patients/{patient}/entries/2026-W47", |note: &str| {
        with(week("2026-11-18"), "/note", note)
    });
    seeing("\"v499\"")
        .put(path, noted("the last"))
        .await
        .expect(200);

    let refused = seeing("\"v500\"").put(path, noted("one more")).await;

    refused.refused(409, "too_many_versions");
    let kept = ada.read("2026-W47").await.expect(200);
    assert_eq!(kept.body["note"], "the last");
    seeing("\"v500\"").delete(path).await.expect(204);
    let again = seeing("\"v501\"").put(path, week("2026-11-18")).await;
    again.refused(409, "too_many_versions");
}
