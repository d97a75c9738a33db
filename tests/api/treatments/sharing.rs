//! Who may do what with treatments.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{
    SIDE_EFFECTS, TREATMENTS, at, cells, headache, injection, riluzole, screening,
};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::weeks::with;

/// A clinician whom `patient` has let in with `level`.
async fn doctor(app: &TestApp, patient: &Person, level: &str) -> Person {
    let (kim, _) = app.clinician("kim").await;
    let code = app.invite(patient, &kim.email, level).await;
    let accepted = kim.post("/v1/invitations/accept", json!({ "code": code }));
    accepted.await.expect(201);
    kim.on(patient)
}

#[rstest]
#[tokio::test]
async fn a_clinician_who_may_read_writes_treatments_and_one_with_the_trend_does_not(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let kim = doctor(&app, &ada, "read").await;
    let rob = app.member(&ada, "rob", "read").await;
    let code = app.invite(&ben, &kim.email, "summary").await;
    kim.post("/v1/invitations/accept", json!({ "code": code }))
        .await
        .expect(201);

    kim.on(&ben)
        .post(TREATMENTS, riluzole(&app))
        .await
        .refused(403, "summary_only");
    kim.on(&ben)
        .get(TREATMENTS)
        .await
        .refused(403, "summary_only");
    rob.post(TREATMENTS, riluzole(&app))
        .await
        .refused(403, "read_only");
    let hers = kim.post(TREATMENTS, riluzole(&app)).await.expect(201);

    assert_eq!(
        hers.body["recorded_by"]["account_id"],
        json!(kim.account_id)
    );
    assert_eq!(
        rob.get(TREATMENTS).await.expect(200).body["items"][0],
        hers.body
    );
}

#[rstest]
#[tokio::test]
async fn r76_nobody_rewrites_the_patient_and_no_caregiver_a_clinician(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let kim = doctor(&app, &ada, "read").await;
    let wim = app.member(&ada, "wim", "write").await;
    let fay = app.member(&ada, "fay", "write").await;
    let mut paths = Vec::new();
    for person in [&ada, &kim, &wim] {
        paths.push(at(&person.adds(TREATMENTS, riluzole(&app)).await));
    }
    let [hers, by_kim, by_wim] = paths.as_slice() else {
        panic!("three");
    };
    let ended = || json!({"ended_on": "2026-11-20"});
    let seen =
        |person: &Person, version: i32| person.with_header("If-Match", &format!("\"v{version}\""));

    for other in [&kim, &wim] {
        seen(other, 1)
            .patch(hers, ended())
            .await
            .refused(403, "recorded_by_patient");
        seen(other, 1)
            .delete(hers)
            .await
            .refused(403, "recorded_by_patient");
    }
    seen(&wim, 1)
        .patch(by_kim, ended())
        .await
        .refused(403, "recorded_by_clinician");
    seen(&wim, 1)
        .delete(by_kim)
        .await
        .refused(403, "recorded_by_clinician");

    seen(&fay, 1).patch(by_wim, ended()).await.expect(200);
    seen(&kim, 2)
        .patch(by_wim, json!({"dose": "1 g"}))
        .await
        .expect(200);
    // Now it is the clinician's word.
    seen(&wim, 3)
        .delete(by_wim)
        .await
        .refused(403, "recorded_by_clinician");
    seen(&ada, 1).delete(by_kim).await.expect(204);
}

#[rstest]
#[tokio::test]
async fn a_screening_is_a_clinicians_or_what_the_patient_was_told(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let kim = doctor(&app, &ada, "read").await;
    let wim = app.member(&ada, "wim", "write").await;
    let treatment = ada.treated(&app).await;
    let path = format!("{}/screenings", at(&treatment));
    let found = with(screening(&app), "/findings/low_platelets", "yes");

    wim.post(&path, found.clone())
        .await
        .refused(403, "screening_by_caregiver");
    let by_kim = kim.post(&path, found.clone()).await.expect(201).body;
    wim.post(&path, found)
        .await
        .refused(403, "screening_by_caregiver");
    let told = ada.post(&path, screening(&app)).await.expect(201).body;

    assert_eq!(by_kim["recorded_by"]["account_id"], json!(kim.account_id));
    assert_eq!(told["recorded_by"]["relation"], json!("self"));
    let one = format!("{path}/{}", by_kim["id"].as_str().unwrap());
    let seen = wim.with_header("If-Match", "\"v1\"");
    seen.delete(&one)
        .await
        .refused(403, "recorded_by_clinician");
}

#[rstest]
#[tokio::test]
async fn r83_what_belongs_to_another_treatment_or_patient_is_not_there(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let (hers, other, his) = (
        ada.treated(&app).await,
        ada.treated(&app).await,
        ben.treated(&app).await,
    );
    let given = ada.given(&app, &hers).await;
    let screened = ada.screened(&app, &hers).await;
    let felt = ben.felt(&app).await;
    let foreign = [
        at(&his),
        format!("{}/revisions", at(&his)),
        format!("{}/course", at(&his)),
        format!("{}/administrations", at(&his)),
        format!("{}/screenings", at(&his)),
        format!("{}/administrations/{given}", at(&other)),
        format!("{}/administrations/{given}", at(&his)),
        format!("{}/screenings/{screened}", at(&other)),
        format!("{}/administrations/{screened}", at(&hers)),
        format!("{SIDE_EFFECTS}/{felt}"),
        format!("{SIDE_EFFECTS}/{hers}"),
        at(&given),
    ];

    for path in &foreign {
        ada.get(path).await.refused(404, "not_found");
        let seen = ada.with_header("If-Match", "\"v1\"");
        if !path.ends_with(|last: char| last.is_ascii_lowercase() && !last.is_ascii_hexdigit()) {
            let removed = seen.delete(path).await;
            assert!(
                matches!(removed.status, 404 | 405),
                "{path} {}",
                removed.text
            );
        }
    }
    let into_his = format!("{}/administrations", at(&his));
    ada.post(&into_his, injection(&app))
        .await
        .refused(404, "not_found");
    seen_still(&ada, &hers, &given).await;

    // What hangs on a removed treatment goes with it.
    ada.with_header("If-Match", "\"v1\"")
        .delete(&at(&hers))
        .await
        .expect(204);
    let gone = format!("{}/administrations/{given}", at(&hers));
    ada.get(&gone).await.refused(404, "not_found");
    let more = format!("{}/administrations", at(&hers));
    ada.post(&more, injection(&app))
        .await
        .refused(404, "not_found");
}

async fn seen_still(ada: &Person, treatment: &str, given: &str) {
    let path = format!("{}/administrations/{given}", at(treatment));
    ada.get(&path).await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r74_who_was_sent_away_neither_sees_nor_writes(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let wim = app.member(&ada, "wim", "write").await;
    let treatment = wim.adds(TREATMENTS, cells(&app)).await;

    let grant = format!("/v1/patients/{{patient}}/circle/{}", wim.account_id);
    ada.delete(&grant).await.expect(204);

    wim.get(TREATMENTS).await.refused(404, "not_found");
    wim.get(&at(&treatment)).await.refused(404, "not_found");
    wim.post(TREATMENTS, riluzole(&app))
        .await
        .refused(404, "not_found");
    wim.post(SIDE_EFFECTS, headache(&app))
        .await
        .refused(404, "not_found");
    let author = ada.get(&at(&treatment)).await.expect(200).body["recorded_by"].clone();
    assert_eq!(author["account_id"], json!(wim.account_id));
}

#[rstest]
#[tokio::test]
async fn r152_the_patient_reads_who_looked_at_treatments(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let rob = app.member(&ada, "rob", "read").await;
    ada.treated(&app).await;
    rob.get(TREATMENTS).await.expect(200);

    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200)
        .body;

    let said: Vec<&Value> = log["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| &item["text"])
        .collect();
    let text = json!(said).to_string();
    assert!(text.contains("read about your treatments"), "{log}");
    assert!(text.contains("recorded a treatment"), "{log}");
}
