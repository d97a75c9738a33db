//! The layouts that other programs read.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{by_name, without_names};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::FACTS;
use crate::clinic::people::Clinic;
use crate::people::Person;
use crate::weeks::{week, with};

const RECORD: &str = "/v1/patients/{patient}/records/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a";

/// Ada, with facts, two weeks, a medicine and what she felt.
async fn ada(app: &TestApp, clinic: &Clinic<'_>, kim: &Person) -> Person {
    let ada = app.patient("ada").await;
    let facts = json!({
        "time_zone": "Europe/Berlin", "symptom_onset": "2025-11-11", "birth_year": 1960,
        "sex": "female", "onset_region": "bulbar",
    });
    let tag = ada.get(FACTS).await.expect(200).etag().to_owned();
    let changing = ada.with_header("If-Match", &tag);
    changing.put(FACTS, facts).await.expect(200);
    clinic.enrol(kim, &ada).await;
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    let tube = with(
        with(week("2026-11-18"), "/cutting_form", "5b"),
        "/gastrostomy",
        true,
    );
    ada.record("2026-W47", with(tube, "/weight_kg", 60.5))
        .await
        .expect(201);
    let riluzole = json!({
        "kind": "treatment", "treatment_kind": "drug", "name": "Riluzole", "started_on": "2026-11-01",
        "note": "from Dr Jones",
    });
    ada.put(&format!("{RECORD}01"), riluzole).await.expect(201);
    let headache = json!({
        "kind": "side_effect", "what": "headache", "description": "behind the eyes", "began_on": "2026-11-12",
        "severity": 2, "serious": false,
    });
    ada.put(&format!("{RECORD}02"), headache).await.expect(201);
    ada
}

#[rstest]
#[tokio::test]
async fn r121_datasets_are_delivered_together_with_the_same_subjects(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    ada(&app, &clinic, &kim).await;

    let export = clinic.export(&kim, without_names("dataset-json")).await;

    let mut subjects = Vec::new();
    for (name, rows) in [("qs", 26), ("dm", 1), ("cm", 1), ("ae", 1)] {
        let path = clinic.file_of(&export, &format!("{name}.json"));
        let file = kim.get(&path).await.expect(200);
        let dataset: Value = serde_json::from_str(&file.text).unwrap();
        assert_eq!(dataset["datasetJSONVersion"], "1.1.0");
        assert_eq!(dataset["name"], name.to_uppercase());
        assert_eq!(dataset["records"], rows, "{name}");
        let columns = dataset["columns"].as_array().unwrap();
        let all = dataset["rows"].as_array().unwrap();
        assert_eq!(all.len(), rows);
        for row in all {
            assert_eq!(row.as_array().unwrap().len(), columns.len(), "{row}");
            subjects.push(row[2].clone());
        }
        let text = dataset.to_string();
        for telling in ["2026-11-1", "Jones", "behind", "Ada"] {
            assert!(!text.contains(telling), "{telling} in {text}");
        }
        if name == "qs" {
            assert_eq!(all[4][4], "ALSFR05A");
            assert_eq!(all[12][4], "ALSFRTOT");
            assert_eq!(all[12][11], "Y", "derived");
            assert_eq!(all[17][4], "ALSFR05B");
            assert_eq!(all[17][14], 8, "there is no day 0");
        }
    }
    subjects.dedup();
    assert_eq!(subjects.len(), 1);
    let manifest = format!("{}/manifest", clinic.place_of(&export));
    let manifest = kim.get(&manifest).await.expect(200).body;
    let codes = manifest["manifest"]["rules"]["codes"].as_str().unwrap();
    assert!(codes.contains("no Define-XML"), "{codes}");
}

#[rstest]
#[tokio::test]
async fn the_set_of_proact_is_what_public_scripts_read(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    ada(&app, &clinic, &kim).await;

    let export = clinic.export(&kim, without_names("proact")).await;

    assert_eq!(export["files"].as_array().unwrap().len(), 10);
    let ratings = clinic.rows(&kim, &export, "PROACT_ALSFRS.csv").await;
    assert_eq!(ratings[0]["subject_id"], "1");
    assert_eq!(ratings[0]["ALSFRS_Delta"], "0");
    assert_eq!(ratings[1]["ALSFRS_Delta"], "7");
    assert_eq!(ratings[0]["ALSFRS_R_Total"], "45");
    for (row, filled, empty) in [
        (
            0,
            "Q5a_Cutting_without_Gastrostomy",
            "Q5b_Cutting_with_Gastrostomy",
        ),
        (
            1,
            "Q5b_Cutting_with_Gastrostomy",
            "Q5a_Cutting_without_Gastrostomy",
        ),
    ] {
        assert_eq!(ratings[row][filled], "3");
        assert_eq!(ratings[row][empty], "");
        assert_eq!(ratings[row]["Q10_Respiratory"], "");
        assert_eq!(ratings[row]["ALSFRS_Total"], "");
    }
    let history = clinic.rows(&kim, &export, "PROACT_ALSHISTORY.csv").await;
    assert_eq!(history[0]["Site_of_Onset"], "Onset: Bulbar");
    assert_eq!(history[0]["Onset_Delta"], "-365");
    let people = clinic.rows(&kim, &export, "PROACT_DEMOGRAPHICS.csv").await;
    assert_eq!(
        (&people[0]["Age"], &people[0]["Sex"]),
        (&json!("66"), &json!("Female"))
    );
    let riluzole = clinic.rows(&kim, &export, "PROACT_RILUZOLE.csv").await;
    assert_eq!(riluzole[0]["Riluzole_use_Delta"], "-10");
    let events = clinic.rows(&kim, &export, "PROACT_ADVERSEEVENTS.csv").await;
    assert_eq!(events[0]["Severity"], "MODERATE");
    let vitals = clinic.rows(&kim, &export, "PROACT_VITALSIGNS.csv").await;
    assert_eq!(vitals[0]["Weight"], "60.5");
    let named = clinic.export(&kim, by_name("proact")).await;
    let subjects = clinic.rows(&kim, &named, "subjects.csv").await;
    assert_eq!(subjects[0]["subject"], "0001");
}

#[rstest]
#[tokio::test]
async fn objects_have_every_version_and_tell_nothing_without_names(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = ada(&app, &clinic, &kim).await;
    let path = "/v1/patients/{patient}/entries/2026-W46";
    let better = with(week("2026-11-11"), "/answers/speech", 3);
    let first = ada.with_header("If-Match", "\"v1\"");
    first.put(path, better).await.expect(200);
    let second = ada.with_header("If-Match", "\"v2\"");
    second.delete(path).await.expect(204);

    let export = clinic.export(&kim, without_names("ndjson")).await;

    let lines = async |name: &str| -> Vec<Value> {
        let file = kim.get(&clinic.file_of(&export, name)).await.expect(200);
        let lines = file.text.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    };
    let weeks = lines("weeks.ndjson").await;
    let told: Vec<_> = weeks
        .iter()
        .map(|week| (&week["revision"], &week["voided"], &week["current"]))
        .collect();
    let (yes, no) = (json!(true), json!(false));
    assert_eq!(
        told,
        [
            (&json!(1), &no, &no),
            (&json!(2), &no, &no),
            (&json!(3), &yes, &yes),
            (&json!(1), &no, &yes)
        ]
    );
    let records = lines("records.ndjson").await;
    assert_eq!(records[0]["started_day"], -17);
    assert_eq!(records[1]["what"], "headache");
    let all = json!([weeks, records, lines("patients.ndjson").await]).to_string();
    for telling in ["2026-1", "Jones", "behind", "Riluzole", "0199c1a4", "Ada"] {
        assert!(!all.contains(telling), "{telling} in {all}");
    }
}

#[rstest]
#[tokio::test]
async fn r170_what_people_write_is_for_clinicians_to_whom_it_is_shown(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let dia = clinic.staff_afresh("dia", "data_manager").await;
    ada(&app, &clinic, &kim).await;

    let words = async |by: &Person| -> bool {
        let export = clinic.export(by, by_name("ndjson")).await;
        let file = clinic.file_of(&export, "records.ndjson");
        let text = by.get(&file).await.expect(200).text;
        text.contains("behind the eyes")
    };

    assert!(words(&kim).await);
    assert!(!words(&dia).await, "a data manager reads no words");
}

#[rstest]
#[tokio::test]
async fn resources_are_those_of_the_facade_and_name_nobody(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = ada(&app, &clinic, &kim).await;

    let export = clinic.export(&kim, by_name("fhir")).await;

    let rows: Vec<_> = export["files"].as_array().unwrap().iter().collect();
    let rows: Vec<_> = rows
        .iter()
        .map(|file| (&file["name"], &file["rows"]))
        .collect();
    assert_eq!(rows[0], (&json!("Patient.ndjson"), &json!(1)));
    assert_eq!(rows[1], (&json!("QuestionnaireResponse.ndjson"), &json!(2)));
    assert_eq!(rows[3], (&json!("MedicationStatement.ndjson"), &json!(1)));
    assert_eq!(rows[5], (&json!("AdverseEvent.ndjson"), &json!(1)));
    for (name, _) in rows {
        let name = name.as_str().unwrap();
        let text = kim
            .get(&clinic.file_of(&export, name))
            .await
            .expect(200)
            .text;
        for line in text.lines() {
            let resource: Value = serde_json::from_str(line).unwrap();
            assert_eq!(
                format!("{}.ndjson", resource["resourceType"].as_str().unwrap()),
                name
            );
        }
        assert!(!text.contains("Ada"), "{text}");
        if name == "Patient.ndjson" {
            assert!(
                text.contains("\"female\"") && text.contains("\"1960\""),
                "{text}"
            );
        }
        let first = text.lines().next();
        let id = first.map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone());
        if let Some(id) = id {
            let kind = name.trim_end_matches(".ndjson");
            let path = format!("/fhir/{kind}/{}", id.as_str().unwrap());
            ada.get(&path).await.expect(200);
        }
    }
}
