//! What is not taken, each for a reason that is told.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{RECORDS, TREATMENTS, cells, headache, injection};
use super::people::{new_id, riluzole, screening};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::weeks::{with, without};

/// Asserts the one fault of each of these changes of `body`.
async fn faulty(ada: &Person, body: &Value, cases: &[(&str, Value, &str, &str)]) {
    for (member, value, pointer, code) in cases {
        let reply = ada.puts(with(body.clone(), member, value.clone())).await;
        assert_eq!(reply.status, 422, "{member} {value}: {}", reply.text);
        reply.faulty(pointer, code);
    }
}

#[rstest]
#[tokio::test]
async fn a_treatment_that_cannot_be_is_not_taken(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let long = "x".repeat(201);
    let cases = [
        ("/kind", json!("miracle"), "/kind", "invalid_value"),
        (
            "/treatment_kind",
            json!("miracle"),
            "/treatment_kind",
            "invalid_value",
        ),
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

    faulty(&ada, &riluzole(&app), &cases).await;
    for member in ["kind", "treatment_kind", "name", "started_on"] {
        let pointer = format!("/{member}");
        let reply = ada.puts(without(riluzole(&app), &pointer)).await;
        reply.faulty(&pointer, "missing_member");
    }
    for id in ["not-an-id", "{0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61}"] {
        let reply = ada.puts(with(riluzole(&app), "/id", id)).await;
        reply.refused(404, "not_found");
    }

    let list = ada.get(TREATMENTS).await.expect(200).body;
    assert_eq!(list, json!({"items": [], "next": null}));
}

#[rstest]
#[tokio::test]
async fn a_day_that_cannot_be_is_not_taken(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let ended = with(cells(&app), "/ended_on", "2026-06-30");
    let treatment = ada.adds(ended).await;
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
            "invalid_value",
        ),
        (
            "/treatment_id",
            json!(new_id(&app)),
            "/treatment_id",
            "unknown_treatment",
        ),
        ("/severity", json!(2), "/severity", "unknown_member"),
    ];

    faulty(&ada, &injection(&app, &treatment), &cases).await;

    let list = format!("{RECORDS}?kind=administration");
    assert_eq!(ada.get(&list).await.expect(200).body["items"], json!([]));
}

#[rstest]
#[tokio::test]
async fn a_treatment_is_not_shortened_past_the_days_it_was_given_on(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let course = cells(&app);
    let treatment = ada.adds(course.clone()).await;
    ada.given(&app, &treatment).await;
    let seen = ada.with_header("If-Match", "\"v1\"");
    let outside = "given_outside_treatment";

    seen.puts(with(course.clone(), "/started_on", "2026-05-13"))
        .await
        .faulty("/started_on", outside);
    let earlier = with(course.clone(), "/started_on", "2026-05-01");
    seen.puts(with(earlier, "/ended_on", "2026-05-11"))
        .await
        .faulty("/ended_on", outside);
    seen.puts(with(course, "/ended_on", "2026-05-12"))
        .await
        .expect(200);
}

#[rstest]
#[tokio::test]
async fn what_belongs_to_a_treatment_is_corrected_like_anything_else_and_stays_there(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let treatment = ada.treated(&app).await;
    let (given, screened) = (injection(&app, &treatment), screening(&app, &treatment));
    let seen = ada.with_header("If-Match", "\"v1\"");
    let other = ada.treated(&app).await;

    for (sent, member, value) in [
        (given, "/place", json!("room 5")),
        (screened, "/findings/cancer", json!("yes")),
    ] {
        ada.adds(sent.clone()).await;
        let moved = with(sent.clone(), "/treatment_id", other.clone());
        seen.puts(moved)
            .await
            .faulty("/treatment_id", "cannot_change");
        let corrected = seen
            .puts(with(sent.clone(), member, value))
            .await
            .expect(200);
        assert_eq!(corrected.body["revision"], json!(2));
    }
    for action in ["administration.revised", "screening.revised"] {
        assert_eq!(app.written_down(action), 1, "{action}");
    }
}

#[rstest]
#[tokio::test]
async fn what_a_screening_leaves_open_it_says(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let treatment = ada.treated(&app).await;
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
        ("/findings", json!([]), "/findings", "invalid_value"),
    ];

    faulty(&ada, &screening(&app, &treatment), &cases).await;
    let open = with(screening(&app, &treatment), "/findings", json!({}));
    assert_eq!(ada.puts(open).await.faults().len(), 6);

    let riluzole = ada.adds(riluzole(&app)).await;
    ada.puts(screening(&app, &riluzole))
        .await
        .refused(409, "not_cell_therapy");
}

#[rstest]
#[tokio::test]
async fn a_side_effect_that_cannot_be_is_not_taken(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
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

    faulty(&ada, &headache(&app), &cases).await;

    let early = with(headache(&app), "/began_on", "2026-05-11");
    let early = with(early, suspected, hers);
    ada.puts(early)
        .await
        .faulty("/began_on", "before_treatment");
}
