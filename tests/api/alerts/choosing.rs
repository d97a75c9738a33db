//! What can be chosen, and who may choose it.

use rstest::rstest;
use serde_json::json;

use super::{ALERTS, today};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::with;

#[rstest]
#[tokio::test]
async fn nobody_is_told_anything_before_they_chose_it(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;

    let nothing = wim.get(ALERTS).await.expect(200).body;

    assert_eq!(
        nothing,
        json!({
            "silence_weeks": null, "tiers": [], "channels": [], "escalate_after_hours": null,
            "active": false,
        })
    );
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;
    assert_eq!(app.tellings(), 0);
}

#[rstest]
#[tokio::test]
async fn alerts_are_for_the_circle_and_who_coordinates_the_care(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    let sam = app.stranger().await.on(&ada);
    let wim = app.member(&ada, "wim", "summary").await;
    ada.follows(today()).await.refused(403, "own_diary");
    let kim = kim.on(&ada);
    kim.follows(today()).await.refused(403, "coordinator_only");
    let stranger = sam.with_header("If-Match", "\"v1\"");
    stranger
        .put(ALERTS, today())
        .await
        .refused(404, "not_found");
    wim.put(ALERTS, today())
        .await
        .refused(428, "precondition_required");

    let chosen = wim.follows(today()).await.expect(200);
    let blind = "who sees no flags is told of none";
    assert_eq!(chosen.body["active"], json!(false), "{blind}");
    let choice = json!({"site_id": clinic.site, "account_id": kim.account_id});
    let coordinator = "/v1/patients/{patient}/coordinator";
    ada.put(coordinator, choice).await.expect(200);
    kim.follows(today()).await.expect(200);

    let stale = wim.with_header("If-Match", "\"v1\"");
    let refused = stale.put(ALERTS, json!({})).await;
    refused.refused(412, "precondition_failed");
    let again = wim.follows(today()).await.expect(200);
    assert_eq!(again.etag(), chosen.etag(), "nothing changed");
    assert_eq!(app.written_down("alerts.chosen"), 2);
}

#[rstest]
#[tokio::test]
async fn a_pause_holds_back_silence_and_no_flag(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    let paused = json!({"paused_until": "2027-01-15"});
    let mine = ada.with_header("If-Match", "\"v1\"");
    mine.put("/v1/account/reminders", paused).await.expect(200);

    let chosen = wim.follows(today()).await.expect(200);

    assert_eq!(chosen.body["active"], json!(true));
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_is_refused_where_it_stands(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let refused = [
        (
            with(today(), "/silence_weeks", 0),
            "/silence_weeks",
            "invalid_value",
        ),
        (
            with(today(), "/silence_weeks", 53),
            "/silence_weeks",
            "invalid_value",
        ),
        (
            with(today(), "/escalate_after_hours", 0),
            "/escalate_after_hours",
            "invalid_value",
        ),
        (
            with(today(), "/escalate_after_hours", 169),
            "/escalate_after_hours",
            "invalid_value",
        ),
        (
            with(today(), "/tiers", json!(["tomorrow"])),
            "/tiers/0",
            "invalid_value",
        ),
        (
            with(today(), "/tiers", json!(["tell_team", "tell_team"])),
            "/tiers",
            "repeated",
        ),
        (
            with(today(), "/channels", json!(["mail", "mail"])),
            "/channels",
            "repeated",
        ),
        (with(today(), "/channels", json!([])), "/channels", "empty"),
        (
            with(today(), "/patients", "all"),
            "/patients",
            "unknown_member",
        ),
    ];
    for (body, pointer, code) in refused {
        wim.follows(body).await.faulty(pointer, code);
    }
}

#[rstest]
#[tokio::test]
async fn who_adds_a_way_to_be_told_is_still_told_of_what_they_wanted_before(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    wim.follows(today()).await.expect(200);
    app.watch_at("2026-11-23T12:01:00Z").await;
    ada.breathes("2026-W47", "2026-11-18", 1).await;

    let later = with(today(), "/escalate_after_hours", 24);
    wim.follows(later).await.expect(200);
    app.watch().await;

    assert_eq!(app.tellings(), 1);
    let more = with(today(), "/tiers", json!(["contact_today", "next_visit"]));
    wim.follows(more).await.expect(200);
    app.watch().await;
    assert_eq!(app.tellings(), 1, "and not twice");
}
