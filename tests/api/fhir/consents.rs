//! What a patient agreed to, over FHIR.

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::privacy::sharing::decide;

#[rstest]
#[tokio::test]
async fn r77_consents_are_for_the_patient_alone(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let rob = app.member(&ada, "rob", "read").await;
    let ben = app.patient("ben").await;
    decide(&ada, "notes_sharing", false).await;
    let patient = ada.patient_id.clone().unwrap();
    let search = format!("/fhir/Consent?patient={patient}");
    let id = ada.find(&search).await[0]["id"].clone();
    let one = format!("/fhir/Consent/{}", id.as_str().unwrap());

    rob.get(&search).await.refused(403, "patient_only");
    rob.get(&one).await.refused(403, "patient_only");
    assert!(ben.find(&search).await.is_empty());
    ben.get(&one).await.refused(404, "not_found");
    ada.get("/fhir/Consent")
        .await
        .refused(400, "patient_needed");
    let of_ben = one.replace(
        &patient.replace('-', ""),
        &ben.patient_id.clone().unwrap().replace('-', ""),
    );
    ben.get(&of_ben).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn the_newest_decision_on_a_purpose_is_the_one_that_holds(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    decide(&ada, "research_export", true).await;
    decide(&ada, "notes_sharing", false).await;
    app.clock.turn(chrono::TimeDelta::days(2));
    let ada = ada.refreshed().await;
    decide(&ada, "research_export", false).await;
    let patient = ada.patient_id.clone().unwrap();
    let search = format!("/fhir/Consent?patient=Patient/{patient}");

    let found = ada.find(&format!("{search}&_count=1")).await;

    let told: Vec<_> = found
        .iter()
        .map(|one| {
            let purpose = one["category"][0]["coding"][0]["code"].as_str().unwrap();
            let status = one["status"].as_str().unwrap();
            (purpose, status, one["provision"]["type"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("research_export", "active", "deny"),
            ("notes_sharing", "active", "deny"),
            ("research_export", "inactive", "permit"),
        ]
    );
    let (holds, before) = (&found[0], &found[2]);
    assert_eq!(before["meta"]["lastUpdated"], holds["dateTime"]);
    assert_eq!(before["scope"]["coding"][0]["code"], "research");
    assert_eq!(before["policyRule"]["coding"][0]["code"], "2026-11");
    let one = format!("/fhir/Consent/{}", before["id"].as_str().unwrap());
    let read = ada.get(&one).await.expect(200);
    assert_eq!(read.body, *before);
    let day = &holds["dateTime"].as_str().unwrap()[..10];
    let older = ada.find(&format!("{search}&date=lt{day}")).await;
    assert_eq!(older, found[1..]);
    let changed = ada.find(&format!("{search}&_lastUpdated=ge{day}")).await;
    assert_eq!(changed, [holds.clone(), before.clone()]);
}
