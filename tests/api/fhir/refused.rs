//! Every refusal is an `OperationOutcome`.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{RESPONSES, item};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::with;

const RESPONDENT: &str = "urn:alsfrs-diary:respondent";

#[rstest]
#[tokio::test]
async fn r93_every_refusal_is_an_operation_outcome(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let nobody = app.nobody();
    let whose = format!("patient={}", ada.patient_id.clone().unwrap());

    nobody
        .get("/fhir/Patient")
        .await
        .refused(401, "unauthenticated");
    for path in [
        "/fhir",
        "/fhir/Unheard",
        "/fhir/Observation/x",
        "/fhir/Patient/x",
        "/fhir/Questionnaire/x",
    ] {
        ada.get(path).await.refused(404, "not_found");
    }
    let wrong = ada.ask("DELETE", "/fhir/QuestionnaireResponse").await;
    assert!(
        wrong
            .refused(405, "method_not_allowed")
            .header("allow")
            .contains("POST")
    );
    ada.ask("POST", "/fhir/Patient")
        .await
        .refused(405, "method_not_allowed");
    let picture = ada.with_header("accept", "application/fhir+xml");
    picture
        .get("/fhir/metadata")
        .await
        .refused(406, "not_acceptable");
    let fhir = ada.with_header("accept", "application/fhir+json");
    fhir.get("/fhir/metadata").await.expect(200);
    ada.send_bytes("POST", RESPONSES, "text/plain", "{}")
        .await
        .refused(415, "unsupported_media_type");
    ada.send_bytes(
        "POST",
        RESPONSES,
        "application/fhir+json",
        "{\"a\":1,\"a\":2}",
    )
    .await
    .refused(400, "malformed_json");
    let long = "x".repeat(9_000);
    ada.get(&format!("/fhir/Patient?_id={long}"))
        .await
        .refused(414, "uri_too_long");
    ada.get("/fhir/Observation")
        .await
        .refused(400, "patient_needed");
    for query in [
        "unheard=1",
        "_count=0",
        "_count=201",
        "_count=x",
        "date=yesterday",
        "date=ne2026",
        "_lastUpdated=ge2026-06-30T23:59:60Z",
        "_format=xml",
        "code=",
        "cursor=AAAA",
        "patient=x",
        "_id=a,b",
        "_count=1&_count=1",
    ] {
        let whose = if query.starts_with("patient") {
            ""
        } else {
            &whose
        };
        let refused = ada.get(&format!("/fhir/Observation?{whose}&{query}")).await;
        let name = query.split('=').next().unwrap();
        let refused = refused.refused(400, "invalid_query");
        assert_eq!(
            refused.issues(),
            [(format!("http.{name}").as_str(), "invalid_value")]
        );
    }
}

#[rstest]
#[tokio::test]
async fn what_is_wrong_with_a_form_is_named_by_its_path(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let form = ada.form("2026-11-18");
    let canonical = "urn:alsfrs-diary:questionnaire:alsfrs-r";
    let first = |item: Value| with(form.clone(), "/item", json!([item]));
    let coded = |system: &str, code: Value| {
        first(json!({"linkId": "1", "answer": [{"valueCoding": {"system": system, "code": code}}]}))
    };
    let ours = "urn:alsfrs-diary:answer";
    let stranger = json!({"reference": "Patient/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61"});
    let cases = [
        (
            with(form.clone(), "/questionnaire", format!("{canonical}|1.0")),
            "questionnaire",
            "unknown_questionnaire",
        ),
        (
            with(form.clone(), "/status", "in-progress"),
            "status",
            "invalid_value",
        ),
        (
            with(form.clone(), "/authored", "18.11.2026"),
            "authored",
            "invalid_value",
        ),
        (
            with(form.clone(), "/authored", "2026-11-18T23:59:60.999Z"),
            "authored",
            "invalid_value",
        ),
        (
            with(form.clone(), "/authored", "2999-01-01"),
            "authored",
            "date_in_future",
        ),
        (
            with(form.clone(), "/source", stranger),
            "source",
            "invalid_value",
        ),
        (with(form.clone(), "/total", 48), "total", "unknown_member"),
        (
            with(form.clone(), "/item", json!([])),
            "item",
            "nothing_answered",
        ),
        (
            first(json!({"linkId": "13"})),
            "item[0].linkId",
            "unknown_item",
        ),
        (
            coded(ours, json!("1-5")),
            "item[0].answer[0]",
            "invalid_value",
        ),
        (
            coded(ours, json!("2-4")),
            "item[0].answer[0]",
            "invalid_value",
        ),
        (
            coded("http://loinc.org", json!("1-4")),
            "item[0].answer[0]",
            "invalid_value",
        ),
        (
            coded(ours, json!(4)),
            "item[0].answer[0].valueCoding.code",
            "invalid_value",
        ),
        (
            first(json!({"linkId": "1", "answer": [{"valueInteger": 4}]})),
            "item[0].answer[0].valueInteger",
            "unknown_member",
        ),
        (
            with(form.clone(), "/item", json!([item("1", 4), item("1", 4)])),
            "item[1].linkId",
            "one_of_them",
        ),
    ];
    for (sent, place, code) in cases {
        let refused = ada.answers(&sent).await.refused(422, "invalid_content");
        let place = format!("QuestionnaireResponse.{place}");
        assert!(
            refused.issues().contains(&(place.as_str(), code)),
            "{place}: {}",
            refused.text
        );
    }
    ada.read("2026-W47").await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn what_is_wrong_beside_an_answer_is_told_with_it(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let answered_by = |code: &str| json!({"url": RESPONDENT, "valueCode": code});
    let unknown = json!({"url": "urn:unheard", "valueCode": "self"});
    let twice = [answered_by("self_with_help"), unknown, answered_by("self")];
    let form = with(ada.form("2999-01-01"), "/extension", json!(twice));
    let wrong = with(form, "/item", json!([{"linkId": "13"}]));

    let refused = ada.answers(&wrong).await.refused(422, "invalid_content");

    assert_eq!(
        refused.issues(),
        [
            ("QuestionnaireResponse.extension[1]", "invalid_value"),
            ("QuestionnaireResponse.extension[2]", "invalid_value"),
            ("QuestionnaireResponse.item[0].linkId", "unknown_item"),
            ("QuestionnaireResponse.authored", "date_in_future"),
        ]
    );
    let once = json!([answered_by("self_with_help")]);
    let once = with(ada.form("2026-11-18"), "/extension", once);
    ada.answers(&once).await.expect(201);
    let entry = ada.read("2026-W47").await.body;
    assert_eq!(entry["respondent"], "self_with_help");
}

#[rstest]
#[tokio::test]
async fn a_search_for_what_is_not_shared_is_written_down(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    let patient = ada.patient_id.clone().unwrap();

    ben.get(&format!("/fhir/Observation?patient={patient}"))
        .await
        .expect(200);
    ben.get(&format!("/fhir/Patient/{patient}"))
        .await
        .refused(404, "not_found");

    let log = "/v1/patients/{patient}/access-log";
    let asked = std::time::Instant::now();
    while !ada.get(log).await.text.contains("is not shared with them") {
        assert!(asked.elapsed().as_secs() < 10, "it is not written down");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
}
