//! Treatments, side effects and the circle.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;

const RECORDS: &str = "/v1/patients/{patient}/records";

/// Records something under this id.
async fn recorded(ada: &Person, id: &str, record: Value) {
    let path = format!("{RECORDS}/{id}");
    ada.put(&path, record).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn treatments_and_side_effects_name_each_other(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (drug, felt) = (
        "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61",
        "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a62",
    );
    let riluzole = json!({
        "kind": "treatment", "treatment_kind": "drug", "name": "riluzole", "atc": "N07XX02",
        "started_on": "2026-03-02", "dose": "50 mg", "schedule": "twice a day", "note": "with breakfast",
    });
    recorded(&ada, drug, riluzole).await;
    let tired = json!({
        "kind": "side_effect", "what": "fatigue", "began_on": "2026-03-09", "severity": 2,
        "suspected_treatment_id": drug, "serious": false,
    });
    recorded(&ada, felt, tired).await;
    let patient = ada.patient_id.clone().unwrap();
    let of = |kind: &str| format!("/fhir/{kind}?patient={patient}");

    let medicines = ada.find(&of("MedicationStatement")).await;
    let events = ada.find(&of("AdverseEvent")).await;

    assert_eq!((medicines.len(), events.len()), (1, 1));
    let (medicine, event) = (&medicines[0], &events[0]);
    assert_eq!(medicine["status"], "active");
    assert_eq!(medicine["effectivePeriod"], json!({"start": "2026-03-02"}));
    assert_eq!(medicine["dosage"], json!([{"text": "50 mg, twice a day"}]));
    assert!(!medicine.to_string().contains("breakfast"));
    let id = medicine["id"].as_str().unwrap();
    let named = format!("MedicationStatement/{id}");
    assert_eq!(
        event["suspectEntity"],
        json!([{"instance": {"reference": named}}])
    );
    assert_eq!(event["severity"]["coding"][0]["code"], "moderate");
    assert!(ada.find(&of("Procedure")).await.is_empty());
    let read = ada.get(&format!("/fhir/{named}")).await.expect(200);
    assert_eq!((&read.body, read.etag()), (medicine, "W/\"1\""));
    ada.get(&format!("/fhir/Procedure/{id}"))
        .await
        .refused(404, "not_found");
    let rob = app.member(&ada, "rob", "read").await;
    rob.get(&format!("/fhir/{named}")).await.expect(200);
    let ben = app.patient("ben").await;
    ben.get(&format!("/fhir/{named}"))
        .await
        .refused(404, "not_found");
    ada.with_header("If-Match", "\"v1\"")
        .delete(&format!("{RECORDS}/{drug}"))
        .await
        .expect(204);
    ada.get(&format!("/fhir/{named}"))
        .await
        .refused(410, "deleted");
}

#[rstest]
#[tokio::test]
async fn the_circle_is_for_the_patient(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let rob = app.member(&ada, "rob", "read").await;
    let search = format!(
        "/fhir/RelatedPerson?patient={}",
        ada.patient_id.clone().unwrap()
    );

    let people = ada.find(&search).await;

    assert_eq!(people.len(), 1);
    assert_eq!(people[0]["name"], json!([{"text": "Rob"}]));
    let id = people[0]["id"].as_str().unwrap();
    assert_eq!(id.len(), 64);
    let read = ada
        .get(&format!("/fhir/RelatedPerson/{id}"))
        .await
        .expect(200);
    assert_eq!(read.body, people[0]);
    rob.get(&search).await.refused(403, "patient_only");
}
