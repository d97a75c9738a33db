//! How a program asks, and what it is told that asks for something else.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use super::people::{ask, files, made, manifest, place_of, registry};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::smart::people::{Key, Program, ada_at};

const EVERYWHERE: [&str; 3] = [
    "/fhir/$export",
    "/fhir/Patient/$export",
    "/fhir/Group/{site}/$export",
];

#[rstest]
#[tokio::test]
async fn people_and_programs_of_another_clinic_take_nothing_out_in_bulk(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, _, ada) = ada_at(&app).await;
    let elsewhere = clinic.other().await;
    let (own, foreign) = (
        registry(&app, &clinic.site).await,
        registry(&app, &elsewhere.site).await,
    );
    let dia = clinic.staff("dia", "data_manager").await;
    let asked = ask(&own, "/fhir/$export").await.expect(202);
    let place = place_of(&app, &asked);
    made(&app, &own, &place).await;
    let file = format!("{place}/Patient.ndjson");

    for path in EVERYWHERE {
        let path = path.replace("{site}", &clinic.site);
        ask(&app.nobody(), &path)
            .await
            .refused(401, "unauthenticated");
        for person in [&ada, &dia] {
            ask(person, &path).await.refused(403, "program_only");
        }
    }
    let group = format!("/fhir/Group/{}/$export", clinic.site);
    ask(&foreign, &group).await.refused(404, "not_found");
    ask(&own, "/fhir/Group/nothing/$export")
        .await
        .refused(404, "not_found");
    for path in [&place, &file] {
        foreign.get(path).await.refused(404, "not_found");
        dia.get(path).await.refused(403, "program_only");
    }
    foreign.delete(&place).await.refused(404, "not_found");
    let own_exports = dia.get(&clinic.at("/exports")).await.expect(200);
    assert_eq!(
        own_exports.body["items"],
        json!([]),
        "those of the program are not hers"
    );
    own.get(&file).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn what_cannot_be_asked_for_is_an_outcome_with_its_place(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, ..) = ada_at(&app).await;
    let program = registry(&app, &clinic.site).await;

    program
        .get("/fhir/$export")
        .await
        .refused(400, "async_needed");
    for (query, place) in [
        ("_since=2099-01-01T00:00:00Z", "http._since"),
        ("_since=yesterday", "http._since"),
        ("_since=2026-01-01", "http._since"),
        (
            "_since=2026-01-01T00:00:00Z&_since=2026-01-01T00:00:00Z",
            "http._since",
        ),
        ("_outputFormat=text/csv", "http._outputFormat"),
        ("_type=Coverage", "http._type"),
        ("_type=Patient,<b>", "http._type"),
        ("_type=", "http._type"),
        ("_typeFilter=Patient%3Factive%3Dtrue", "http._typeFilter"),
        ("patient=Patient/1", "http.patient"),
    ] {
        let reply = ask(&program, &format!("/fhir/$export?{query}")).await;
        let reply = reply.refused(400, "invalid_query");
        assert_eq!(reply.issues(), [(place, "invalid_value")], "{query}");
    }
    let table = program.with_header("Accept", "text/csv");
    ask(&table, "/fhir/$export")
        .await
        .refused(406, "not_acceptable");
    assert_eq!(app.written_down("export.asked"), 0);
}

#[rstest]
#[tokio::test]
async fn types_that_are_not_here_or_not_granted_are_told_beside_the_rest_or_refused(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, ..) = ada_at(&app).await;
    let narrow = Program::let_in(
        &app,
        &clinic.site,
        Key::ec(),
        "system/Patient.rs system/Observation.s",
    );
    let narrow = narrow.with(&app, "system/*.rs").await;
    let wide = registry(&app, &clinic.site).await;

    let own = manifest(&app, &narrow, "/fhir/$export").await;
    assert_eq!(files(&app, &narrow, &own["output"]).await.len(), 1, "{own}");
    ask(&narrow, "/fhir/$export?_type=Observation")
        .await
        .refused(403, "insufficient_scope");
    let told = manifest(&app, &narrow, "/fhir/$export?_type=Patient,Observation").await;
    let told = files(&app, &narrow, &told["error"]).await;
    assert_eq!(told["OperationOutcome"][0]["issue"][0]["code"], "forbidden");

    let query = "/fhir/$export?_type=Patient,Coverage&_type=Device";
    let told = manifest(&app, &wide, query).await;
    assert_eq!(told["output"].as_array().unwrap().len(), 1);
    let outcomes = &files(&app, &wide, &told["error"]).await["OperationOutcome"];
    let text = json!(outcomes).to_string();
    assert!(
        outcomes.len() == 2 && text.contains("Coverage") && text.contains("Device"),
        "{text}"
    );
    let strict = wide.with_header("Prefer", "respond-async, handling=strict");
    strict.get(query).await.refused(400, "invalid_query");
    let lenient = wide.with_header("Prefer", "respond-async; handling=lenient");
    let asked = lenient
        .get("/fhir/$export?_type=Patient&_elements=id")
        .await
        .expect(202);
    let told = made(&app, &wide, &place_of(&app, &asked)).await;
    let outcomes = &files(&app, &wide, &told["error"]).await["OperationOutcome"];
    assert_eq!(outcomes[0]["issue"][0]["severity"], "warning");
}

#[rstest]
#[tokio::test]
async fn r74_a_narrower_token_has_the_files_of_its_own_types(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, ..) = ada_at(&app).await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let wide = program.with(&app, "system/*.rs").await;
    let asked = ask(&wide, "/fhir/$export").await.expect(202);
    let place = place_of(&app, &asked);
    made(&app, &wide, &place).await;

    let narrow = program.with(&app, "system/Patient.rs").await;

    for foreign in ["Observation", "deleted"] {
        let refused = narrow.get(&format!("{place}/{foreign}.ndjson")).await;
        refused.refused(403, "insufficient_scope");
    }
    let own = format!("{place}/Patient.ndjson");
    narrow.get(&own).await.expect(200);
    wide.get(&own).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r116_a_program_waits_for_two_exports_and_is_told_how_far_they_are(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again =
        Some(60_000));
    let (clinic, ..) = ada_at(&app).await;
    let program = registry(&app, &clinic.site).await;

    let first = ask(&program, "/fhir/$export").await.expect(202);
    let second = ask(&program, "/fhir/Patient/$export").await.expect(202);

    let third = ask(&program, "/fhir/$export")
        .await
        .refused(429, "exports_running");
    assert_eq!(third.header("retry-after"), "60");
    let place = place_of(&app, &first);
    let waits = program.get(&place).await.expect(202);
    assert_eq!(waits.header("x-progress"), "0 of 0 patients");
    assert_eq!(waits.header("retry-after"), "5");
    let early = program.get(&format!("{place}/Patient.ndjson")).await;
    early.refused(409, "export_not_ready");
    program.delete(&place_of(&app, &second)).await.expect(202);
    ask(&program, "/fhir/$export").await.expect(202);

    made(&app, &program, &place).await;
    let reply = program.get(&place).await.expect(200);
    assert_eq!(reply.header("content-type"), "application/json");
    let ends = chrono::DateTime::parse_from_rfc2822(reply.header("expires")).unwrap();
    assert!((ends.to_utc() - app.now() - TimeDelta::hours(24)).abs() < TimeDelta::minutes(1));
    let asked = format!("{}fhir/$export", app.inside().public_url);
    assert_eq!(reply.body["request"], asked);
    assert_eq!(reply.body["requiresAccessToken"], true);
}

#[rstest]
#[tokio::test]
async fn parameters_are_taken_in_a_body_too(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, ..) = ada_at(&app).await;
    let program = registry(&app, &clinic.site).await;
    let asking = program.with_header("Prefer", "respond-async");
    let path = format!("/fhir/Group/{}/$export", clinic.site);
    let body = |parameter| json!({"resourceType": "Parameters", "parameter": parameter});

    for (parameter, place) in [
        (json!([{"name": "_type"}]), "/parameter/0"),
        (
            json!([{"name": "_type", "valueString": "Patient", "valueCode": "Patient"}]),
            "/parameter/0",
        ),
    ] {
        let reply = asking.post(&path, body(parameter)).await;
        let reply = reply.refused(422, "invalid_content");
        assert!(
            reply
                .text
                .contains(&place.replace("/parameter/0", "parameter[0]")),
            "{}",
            reply.text
        );
    }
    let other = asking.post(&path, json!({"resourceType": "Patient"})).await;
    other.refused(422, "invalid_content");
    let reference = json!([{"name": "patient", "valueReference": {"reference": "Patient/1"}}]);
    asking
        .post(&path, body(reference))
        .await
        .refused(400, "invalid_query");
    let later = json!([{"name": "_since", "valueInstant": "2099-01-01T00:00:00Z"}]);
    asking
        .post(&path, body(later))
        .await
        .refused(400, "invalid_query");

    let wanted = json!([
        {"name": "_type", "valueString": "Patient"}, {"name": "_type", "valueCode": "Observation"},
        {"name": "_outputFormat", "valueString": "application/fhir+ndjson"},
    ]);
    let kind = "application/fhir+json";
    let asked = asking
        .send_bytes("POST", &path, kind, body(wanted).to_string())
        .await
        .expect(202);
    let told = made(&app, &program, &place_of(&app, &asked)).await;
    assert_eq!(told["output"][0]["type"], "Patient");
    assert_eq!(told["error"], json!([]));
    assert!(told["request"].as_str().unwrap().ends_with(&path));
    asking.post_nothing("/fhir/$export").await.expect(202);
}

#[rstest]
#[tokio::test]
async fn what_is_said_of_bulk_data_is_true(#[values(Sqlite)] on: Database) {
    let app = start!(on);

    let says = app.nobody().get("/fhir/metadata").await.expect(200).body;

    let rest = &says["rest"][0];
    assert_eq!(rest["operation"][0]["name"], "export");
    let of = |kind: &str| {
        let mut all = rest["resource"].as_array().unwrap().iter();
        all.find(|one| one["type"] == kind).unwrap()["operation"][0]["definition"].clone()
    };
    let named = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/";
    assert_eq!(of("Patient"), format!("{named}patient-export"));
    assert_eq!(of("Group"), format!("{named}group-export"));
}
