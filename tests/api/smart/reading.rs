//! What a program of a clinic reads.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::people::{Key, Program, ada_at};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::{Client, FACTS};
use crate::clinic::people::ratings_alone;
use crate::fhir::people::answers_of;
use crate::privacy::sharing::decide;
use crate::treatments::people::{RECORDS, id_of, riluzole};
use crate::weeks::{week, with, without};

async fn found(client: &Client, search: &str) -> Vec<Value> {
    let bundle = client.get(search).await.expect(200).body;
    let entries = bundle["entry"].as_array().cloned().unwrap_or_default();
    let resources = entries.into_iter().map(|entry| entry["resource"].clone());
    resources.collect()
}

#[rstest]
#[tokio::test]
async fn r119_a_program_is_not_told_a_year_of_birth_that_few_have(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, _, ada) = ada_at(&app).await;
    let reading = program(&app, &clinic.site).with(&app, "system/*.rs").await;
    let born = async |year: i32| -> Value {
        let tag = ada.get(FACTS).await.expect(200).etag().to_owned();
        let facts = json!({"time_zone": "Europe/Berlin", "birth_year": year});
        let changing = ada.with_header("If-Match", &tag);
        changing.put(FACTS, facts).await.expect(200);
        found(&reading, "/fhir/Patient").await[0]["birthDate"].clone()
    };

    assert_eq!(born(1937).await, "1937");
    assert_eq!(born(1936).await, Value::Null, "ninety in 2026");
}

async fn patients(client: &Client) -> Vec<String> {
    let found = found(client, "/fhir/Patient").await;
    let ids = found
        .iter()
        .map(|one| one["id"].as_str().unwrap().to_owned());
    ids.collect()
}

fn program(app: &TestApp, site: &str) -> Program {
    Program::let_in(app, site, Key::ec(), "system/*.rs")
}

#[rstest]
#[tokio::test]
async fn r170_a_program_reads_of_those_who_share_for_research_and_no_names(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, sam, ada) = ada_at(&app).await;
    let ben = app.patient("ben").await;
    clinic.enrol_sharing(&sam, &ben, ratings_alone()).await;
    app.patient("cora").await;
    let rob = app.member(&ada, "robert", "write").await;
    let noted = with(week("2026-11-18"), "/note", "quagga");
    let noted = with(noted, "/respondent", "caregiver_proxy");
    rob.record("2026-W47", noted).await.expect(201);
    let record = with(riluzole(&app), "/name", "zebra drops");
    let path = format!("{RECORDS}/{}", id_of(&record));
    ada.put(&path, without(record, "/id")).await.expect(201);
    let reading = program(&app, &clinic.site).with(&app, "system/*.rs").await;
    let patient = ada.patient_id.clone().unwrap();

    let known = patients(&reading).await;

    assert_eq!(known, std::slice::from_ref(&patient));
    let mut told = String::new();
    for kind in [
        "Patient",
        "QuestionnaireResponse",
        "Observation",
        "MedicationStatement",
        "Procedure",
        "AdverseEvent",
    ] {
        let of = if kind == "Patient" {
            String::new()
        } else {
            format!("?patient={patient}")
        };
        let all = found(&reading, &format!("/fhir/{kind}{of}")).await;
        if let Some(one) = all.first() {
            let path = format!("/fhir/{kind}/{}", one["id"].as_str().unwrap());
            assert_eq!(reading.get(&path).await.expect(200).body, *one);
        }
        told.push_str(&json!(all).to_string());
    }
    assert!(told.contains("2026-11-18") && told.contains("MedicationStatement"));
    for hidden in ["Ada", "ada@", "Robert", "quagga", "zebra"] {
        assert!(!told.contains(hidden), "{hidden}: {told}");
    }
    let of_ben = ben.patient_id.clone().unwrap();
    let path = format!("/fhir/Patient/{of_ben}");
    reading.get(&path).await.refused(404, "not_found");
    let search = format!("/fhir/Observation?patient={of_ben}");
    assert!(found(&reading, &search).await.is_empty());
    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);
    let told = "The registry, a program of Clinic by the lake, read your entries.";
    assert!(log.text.contains(told), "{}", log.text);
}

#[rstest]
#[tokio::test]
async fn r74_r78_what_is_taken_back_is_closed_to_programs_at_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, _, ada) = ada_at(&app).await;
    let other = clinic.other().await;
    let reading = program(&app, &clinic.site).with(&app, "system/*.rs").await;
    let elsewhere = program(&app, &other.site).with(&app, "system/*.rs").await;
    let patient = ada.patient_id.clone().unwrap();
    assert_eq!(patients(&reading).await, std::slice::from_ref(&patient));
    assert_eq!(patients(&elsewhere).await, [""; 0]);
    let one = format!("/fhir/Patient/{patient}");
    elsewhere.get(&one).await.refused(404, "not_found");

    for purpose in ["research_export", "clinic_enrolment", "care_sharing"] {
        decide(&ada, purpose, false).await;
        assert_eq!(patients(&reading).await, [""; 0], "{purpose}");
        reading.get(&one).await.refused(404, "not_found");
        decide(&ada, purpose, true).await;
        reading.get(&one).await.expect(200);
    }
    let site = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    ada.delete(&site).await.expect(204);
    assert_eq!(patients(&reading).await, [""; 0]);
    reading.get(&one).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn r19_the_token_of_a_program_opens_what_it_was_granted_and_no_other_route(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, _, ada) = ada_at(&app).await;
    let program = program(&app, &clinic.site);
    let searching = program
        .with(&app, "system/Patient.s system/Observation.rs")
        .await;
    let reading = program.with(&app, "system/*.rs").await;
    let patient = ada.patient_id.clone().unwrap();
    let of = |kind: &str| format!("/fhir/{kind}?patient={patient}");

    let one = format!("/fhir/Patient/{patient}");
    searching.get(&one).await.refused(403, "insufficient_scope");
    let path = of("QuestionnaireResponse");
    searching
        .get(&path)
        .await
        .refused(403, "insufficient_scope");
    for kind in ["RelatedPerson", "Consent"] {
        reading
            .get(&of(kind))
            .await
            .refused(403, "insufficient_scope");
    }
    let answers = answers_of(&patient, "2026-11-18").to_string();
    let kind = "application/fhir+json";
    let written = reading.send_bytes("POST", "/fhir/QuestionnaireResponse", kind, answers);
    written.await.refused(403, "insufficient_scope");
    for path in [
        "/v1/account".to_owned(),
        "/v1/patients".to_owned(),
        format!("/v1/patients/{patient}/entries"),
        format!("/v1/sites/{}/patients", clinic.site),
    ] {
        reading.get(&path).await.refused(401, "invalid_token");
    }
    found(&searching, "/fhir/Patient").await;
    found(&searching, &of("Observation")).await;

    app.clock.turn(TimeDelta::seconds(300 + 25));
    found(&reading, "/fhir/Patient").await;
    app.clock.turn(TimeDelta::seconds(6));
    let late = reading.get("/fhir/Patient").await;
    late.refused(401, "invalid_token");
}

#[rstest]
#[tokio::test]
async fn programs_find_out_how_tokens_are_had(#[values(Sqlite)] on: Database) {
    let app = start!(on);

    let path = "/fhir/.well-known/smart-configuration";
    let says = app.nobody().get(path).await.expect(200);

    assert_eq!(says.header("content-type"), "application/json");
    let endpoint = says.body["token_endpoint"].as_str().unwrap();
    assert!(endpoint.ends_with("/oauth/token"), "{endpoint}");
    let algorithms = &says.body["token_endpoint_auth_signing_alg_values_supported"];
    assert_eq!(*algorithms, json!(["RS384", "ES384"]));
    let metadata = app.nobody().get("/fhir/metadata").await.expect(200).body;
    let service = &metadata["rest"][0]["security"]["service"][0]["coding"][0]["code"];
    assert_eq!(service, "SMART-on-FHIR");
}
