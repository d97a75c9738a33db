//! What is not taken, each for a reason that is told.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{SIDE_EFFECTS, TREATMENTS, at, cells, headache, injection};
use super::people::{new_id, riluzole, screening};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::weeks::{with, without};

/// Asserts the one fault of each of these changes of `body`.
async fn faulty(ada: &Person, path: &str, body: &Value, cases: &[(&str, Value, &str, &str)]) {
    for (member, value, pointer, code) in cases {
        let reply = ada
            .post(path, with(body.clone(), member, value.clone()))
            .await;
        assert_eq!(reply.status, 422, "{member} {value}: {}", reply.text);
        reply.faulty(pointer, code);
    }
}

#[rstest]
#[tokio::test]
async fn a_treatment_that_cannot_be_is_not_taken(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let long = "x".repeat(201);
    let cases = [
        ("/id", json!("not an id"), "/id", "invalid_value"),
        (
            "/id",
            json!("{0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61}"),
            "/id",
            "invalid_value",
        ),
        ("/kind", json!("miracle"), "/kind", "invalid_value"),
        ("/name", json!("  "), "/name", "empty"),
        ("/name", json!(long), "/name", "too_long"),
        (
            "/name",
            json!("rilu\u{0}zole"),
            "/name",
            "forbidden_character",
        ),
        ("/atc", json!("N07"), "/atc", "invalid_value"),
        ("/atc", json!("n07xx02"), "/atc", "invalid_value"),
        (
            "/started_on",
            json!("2026-11-26"),
            "/started_on",
            "date_in_future",
        ),
        (
            "/started_on",
            json!("1989-12-31"),
            "/started_on",
            "date_too_early",
        ),
        (
            "/started_on",
            json!("2027-02-29"),
            "/started_on",
            "invalid_value",
        ),
        (
            "/ended_on",
            json!("2026-03-01"),
            "/ended_on",
            "ended_before_start",
        ),
        (
            "/ended_on",
            json!("2026-11-26"),
            "/ended_on",
            "date_in_future",
        ),
        ("/in_trial", json!("yes"), "/in_trial", "invalid_value"),
        (
            "/trial_id",
            json!("NCT01363401"),
            "/trial_id",
            "not_in_trial",
        ),
        ("/donor", json!("autologous"), "/donor", "cell_therapy_only"),
        ("/note", json!("x".repeat(2001)), "/note", "too_long"),
        (
            "/patient_id",
            json!("mine"),
            "/patient_id",
            "unknown_member",
        ),
        (
            "/recorded_by",
            json!("me"),
            "/recorded_by",
            "unknown_member",
        ),
        ("/revision", json!(1), "/revision", "unknown_member"),
    ];

    faulty(&ada, TREATMENTS, &riluzole(&app), &cases).await;
    for member in ["id", "kind", "name", "started_on"] {
        let pointer = format!("/{member}");
        let reply = ada
            .post(TREATMENTS, without(riluzole(&app), &pointer))
            .await;
        reply.faulty(&pointer, "missing_member");
    }

    let list = ada.get(TREATMENTS).await.expect(200).body;
    assert_eq!(list, json!({"items": [], "next": null}));
}

#[rstest]
#[tokio::test]
async fn a_day_that_cannot_be_is_not_taken(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let ended = with(cells(&app), "/ended_on", "2026-06-30");
    let path = format!("{}/administrations", at(&ada.adds(TREATMENTS, ended).await));
    let amount = |value: f64, unit: &str| json!({"value": value, "unit": unit});
    let cases = [
        ("/day", json!("2026-05-11"), "/day", "day_outside_treatment"),
        ("/day", json!("2026-07-01"), "/day", "day_outside_treatment"),
        ("/day", json!("2026-11-26"), "/day", "date_in_future"),
        ("/route", json!("by post"), "/route", "invalid_value"),
        (
            "/amount",
            amount(0.0, "mg"),
            "/amount/value",
            "invalid_value",
        ),
        (
            "/amount",
            amount(-1.0, "cells"),
            "/amount/value",
            "invalid_value",
        ),
        (
            "/amount",
            amount(2e12, "cells"),
            "/amount/value",
            "invalid_value",
        ),
        (
            "/amount",
            amount(1.0, "spoons"),
            "/amount/unit",
            "invalid_value",
        ),
        ("/amount", json!(5), "/amount", "invalid_value"),
        (
            "/treatment_id",
            json!("mine"),
            "/treatment_id",
            "unknown_member",
        ),
    ];

    faulty(&ada, &path, &injection(&app), &cases).await;

    let none = format!("{}/administrations", at(&new_id(&app)));
    ada.post(&none, injection(&app))
        .await
        .refused(404, "not_found");
    ada.post(
        "/v1/patients/{patient}/treatments/x/administrations",
        injection(&app),
    )
    .await
    .refused(404, "not_found");
    assert_eq!(ada.get(&path).await.expect(200).body["items"], json!([]));
}

#[rstest]
#[tokio::test]
async fn a_treatment_is_not_shortened_past_the_days_it_was_given_on(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let treatment = ada.treated(&app).await;
    ada.given(&app, &treatment).await;
    let (path, seen) = (at(&treatment), ada.with_header("If-Match", "\"v1\""));
    let outside = "given_outside_treatment";

    seen.patch(&path, json!({"started_on": "2026-05-13"}))
        .await
        .faulty("/started_on", outside);
    seen.patch(
        &path,
        json!({"started_on": "2026-05-01", "ended_on": "2026-05-11"}),
    )
    .await
    .faulty("/ended_on", outside);
    seen.patch(&path, json!({"ended_on": "2026-05-12"}))
        .await
        .expect(200);
}

#[rstest]
#[tokio::test]
async fn what_a_screening_leaves_open_it_says(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let path = format!("{}/screenings", at(&ada.treated(&app).await));
    let cases = [
        (
            "/screened_on",
            json!("2026-11-26"),
            "/screened_on",
            "date_in_future",
        ),
        (
            "/findings/cancer",
            json!(false),
            "/findings/cancer",
            "invalid_value",
        ),
        (
            "/findings/cancer",
            json!("maybe"),
            "/findings/cancer",
            "invalid_value",
        ),
        (
            "/findings/mood",
            json!("no"),
            "/findings/mood",
            "unknown_member",
        ),
        (
            "/findings",
            json!({}),
            "/findings/damaged_bone_marrow",
            "missing_member",
        ),
    ];

    faulty(&ada, &path, &screening(&app), &cases).await;

    let riluzole = ada.adds(TREATMENTS, riluzole(&app)).await;
    let other = format!("{}/screenings", at(&riluzole));
    ada.post(&other, screening(&app))
        .await
        .refused(409, "not_cell_therapy");
}

#[rstest]
#[tokio::test]
async fn a_side_effect_that_cannot_be_is_not_taken(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let ben = app.patient("ben").await;
    let (hers, his) = (ada.treated(&app).await, ben.treated(&app).await);
    let suspected = "/suspected_treatment_id";
    let cases = [
        ("/what", json!("other"), "/description", "empty"),
        ("/what", json!("bad luck"), "/what", "invalid_value"),
        ("/severity", json!(0), "/severity", "invalid_value"),
        ("/severity", json!(6), "/severity", "invalid_value"),
        ("/severity", json!("2"), "/severity", "invalid_value"),
        (
            "/began_on",
            json!("2026-11-26"),
            "/began_on",
            "date_in_future",
        ),
        (
            "/ended_on",
            json!("2026-05-12"),
            "/ended_on",
            "ended_before_start",
        ),
        (
            suspected,
            json!(new_id(&app)),
            suspected,
            "unknown_treatment",
        ),
        (suspected, json!(his), suspected, "unknown_treatment"),
    ];

    faulty(&ada, SIDE_EFFECTS, &headache(&app), &cases).await;

    let early = with(headache(&app), "/began_on", "2026-05-11");
    let early = with(early, suspected, hers);
    ada.post(SIDE_EFFECTS, early)
        .await
        .faulty("/began_on", "before_treatment");
}
