//! Reading resources.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn a_week_is_read_as_the_answers_to_the_form(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let tube = with(week("2026-11-18"), "/gastrostomy", true);
    ada.record("2026-W47", with(tube, "/cutting_form", "5b"))
        .await
        .expect(201);
    let patient = ada.patient_id.clone().unwrap();

    let path = format!("/fhir/QuestionnaireResponse/{patient}.2026-W47");
    let reply = ada.get(&path).await.expect(200);

    assert_eq!(reply.etag(), "W/\"1\"");
    let says = &reply.body;
    assert_eq!(says["meta"]["versionId"], "1");
    assert_eq!(
        says["questionnaire"],
        "urn:alsfrs-diary:questionnaire:alsfrs-r|1999-en-1"
    );
    assert_eq!(says["authored"], "2026-11-18");
    assert_eq!(
        says["source"],
        json!({"reference": format!("Patient/{patient}")})
    );
    let items = says["item"].as_array().unwrap();
    let number = |index: usize| items[index]["linkId"].as_str().unwrap();
    assert_eq!([number(4), number(5)], ["gastrostomy", "5b"]);
    let held = ada.with_header("If-None-Match", reply.etag());
    held.get(&path).await.expect(304);
    // What was read can be sent.
    let again = ada.answers(says).await.expect(200);
    assert_eq!(again.body["meta"]["versionId"], "1");
}

#[rstest]
#[tokio::test]
async fn scores_and_stages_are_observations(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let patient = ada.patient_id.clone().unwrap();
    let part = |name: &str| format!("/fhir/Observation/{patient}.2026-W47.{name}");

    let total = ada.get(&part("total")).await.expect(200).body;

    assert_eq!(total["valueInteger"], 45);
    assert_eq!(total["code"]["coding"][0]["code"], "82953-1");
    assert_eq!(total["hasMember"].as_array().unwrap().len(), 12);
    let of = format!("QuestionnaireResponse/{patient}.2026-W47");
    assert_eq!(total["derivedFrom"], json!([{"reference": of}]));
    let hand = ada.get(&part("item-4")).await.expect(200).body;
    assert_eq!(hand["valueInteger"], 3);
    let subscore = ada.get(&part("fine-motor")).await.expect(200).body;
    assert_eq!(subscore["valueInteger"], 9);
    let kings = ada.get(&part("kings")).await.expect(200).body;
    let stage = &kings["valueCodeableConcept"]["coding"][0]["code"];
    assert_eq!(stage, "kings-1");
}

#[rstest]
#[tokio::test]
async fn a_week_that_was_removed_is_gone(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let first = ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let patient = ada.patient_id.clone().unwrap();
    let changed = with(week("2026-11-18"), "/answers/speech", 2);
    let revised = ada
        .with_header("If-Match", first.etag())
        .put("/v1/patients/{patient}/entries/2026-W47", changed)
        .await
        .expect(200);
    let path = format!("/fhir/QuestionnaireResponse/{patient}.2026-W47");

    let read = ada.get(&path).await.expect(200);

    assert_eq!(
        (read.etag(), &read.body["status"]),
        ("W/\"2\"", &json!("amended"))
    );
    ada.with_header("If-Match", revised.etag())
        .delete("/v1/patients/{patient}/entries/2026-W47")
        .await
        .expect(204);
    ada.get(&path).await.refused(410, "deleted");
    let total = format!("/fhir/Observation/{patient}.2026-W47.total");
    ada.get(&total).await.refused(410, "deleted");
    let search = format!("/fhir/Observation?patient={patient}");
    assert!(ada.find(&search).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn readers_are_shown_no_more_than_elsewhere(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let facts = json!({"birth_year": 1961, "sex": "female"});
    ada.with_header("If-Match", "\"v1\"")
        .put("/v1/patients/{patient}/facts", facts)
        .await
        .expect(200);
    let body = with(week("2026-11-18"), "/note", "fell on the stairs");
    ada.record("2026-W47", body).await.expect(201);
    let rob = app.member(&ada, "rob", "read").await;
    let patient = ada.patient_id.clone().unwrap();

    let own = ada.get("/fhir/Patient/{patient}").await.expect(200).body;
    let robs = rob.get("/fhir/Patient/{patient}").await.expect(200).body;

    assert_eq!(
        (&own["birthDate"], &own["gender"]),
        (&json!("1961"), &json!("female"))
    );
    assert!(robs["birthDate"].is_null() && robs["gender"].is_null());
    assert_eq!(robs["name"], json!([{"text": "Ada"}]));
    let answers = format!("/fhir/QuestionnaireResponse/{patient}.2026-W47");
    let read = rob.get(&answers).await.expect(200);
    assert!(!read.text.contains("stairs\""), "{}", read.text);
    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);
    assert!(log.text.contains("read your entries"), "{}", log.text);
    assert_eq!(rob.find("/fhir/Patient").await, [robs]);
}
