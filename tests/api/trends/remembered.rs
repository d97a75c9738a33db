//! A trend that was made before, and is shown again.

use rstest::rstest;
use serde_json::json;

use super::{TREND, decline};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::treatments::people::{headache, riluzole};
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn a_trend_that_was_asked_for_before_shows_what_happened_since(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let other = match on {
        Sqlite => None,
        Postgres => Some(app.another_instance().await),
    };
    let ada = app.patient("ada").await;
    decline(&ada, 3).await;
    let elsewhere = other
        .as_ref()
        .map_or_else(|| ada.clone(), |other| ada.through(other));

    let first = ada.get(TREND).await.expect(200);
    assert_eq!(ada.get(TREND).await.expect(200).text, first.text);

    elsewhere
        .record("2026-W48", week("2026-11-23"))
        .await
        .expect(201);
    let recorded = ada.get(TREND).await.expect(200).body;
    assert_eq!(recorded["latest"]["week"], json!("2026-W48"));

    let remover = elsewhere.with_header("If-Match", "\"v1\"");
    remover
        .delete("/v1/patients/{patient}/entries/2026-W48")
        .await
        .expect(204);
    let removed = ada.get(TREND).await.expect(200).body;
    assert_eq!(removed["latest"]["week"], json!("2026-W47"));

    let profile = elsewhere.get(FACTS).await;
    elsewhere
        .with_header("If-Match", profile.etag())
        .change(FACTS, json!({ "symptom_onset": "2025-01-15" }))
        .await
        .expect(200);
    let since_onset = &ada.get(TREND).await.expect(200).body["since_onset"];
    assert!(since_onset.is_object());

    app.clock.turn(chrono::TimeDelta::days(1));
    let tomorrow = ada.refreshed().await.get(TREND).await.expect(200).body;
    assert_eq!(tomorrow["as_of"], json!("2026-11-24"));
}

#[rstest]
#[tokio::test]
async fn r74_a_trend_that_is_remembered_is_not_shown_to_who_was_sent_away(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let rob = app.member(&ada, "rob", "read").await;
    let shown = rob.get(TREND).await.expect(200);
    assert_eq!(ada.get(TREND).await.expect(200).text, shown.text);

    let grant = format!("/v1/patients/{{patient}}/circle/{}", rob.account_id);
    ada.delete(&grant).await.expect(204);

    rob.get(TREND).await.refused(404, "not_found");
    let holding = rob.with_header("If-None-Match", shown.etag());
    holding.get(TREND).await.refused(404, "not_found");
    ada.get(TREND).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r74_a_trends_tag_says_nothing_of_what_is_hidden(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let sue = app.member(&ada, "sue", "summary").await;
    decline(&ada, 3).await;
    let seen = sue.get(TREND).await.expect(200);
    let holding = sue.with_header("If-None-Match", seen.etag());

    ada.adds(riluzole(&app)).await;
    ada.adds(headache(&app)).await;

    assert_eq!(sue.get(TREND).await.expect(200).etag(), seen.etag());
    holding.get(TREND).await.expect(304);
    let app = app.restart().await;
    let again = sue.through(&app).with_header("If-None-Match", seen.etag());
    again.get(TREND).await.expect(304);

    let sent = with(week("2026-11-23"), "/note", "better");
    ada.through(&app).record("2026-W48", sent).await.expect(201);
    let next = sue.through(&app).get(TREND).await.expect(200);
    assert_ne!(next.etag(), seen.etag());
}
