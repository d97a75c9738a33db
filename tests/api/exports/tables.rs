//! Codes or what they are called, and what the clinic itself rated.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::people::{by_name, without_names};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::treatments::people::nose_tube;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn a_table_for_people_says_what_its_codes_mean(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    let tube = with(
        with(week("2026-11-18"), "/cutting_form", "5b"),
        "/gastrostomy",
        true,
    );
    ada.record("2026-W47", with(tube, "/answers/cutting", 0))
        .await
        .expect(201);

    let codes = clinic.export(&kim, without_names("csv")).await;
    let asked = |format: &str| json!({"format": format, "labels": true});
    let wide = clinic.export(&kim, asked("csv")).await;
    let long = clinic.export(&kim, asked("csv-long")).await;

    assert_eq!(
        (&codes["labels"], &wide["labels"]),
        (&json!(false), &json!(true))
    );
    let rows = clinic.rows(&kim, &codes, "entries.csv").await;
    assert_eq!(
        (&rows[0]["cutting"], &rows[0]["respondent"]),
        (&json!("0"), &json!("self"))
    );
    let rows = clinic.rows(&kim, &wide, "entries.csv").await;
    assert_eq!(
        rows[0]["cutting"],
        "0: Unable to perform any aspect of task"
    );
    assert_eq!(
        rows[0]["dyspnea"], "4: None",
        "alone it would be read as no answer"
    );
    assert_eq!(rows[0]["gastrostomy"], "Yes");
    assert_eq!(rows[0]["respondent"], "Patient alone");
    assert_eq!(rows[0]["day"], "0", "a number that is no code stays one");
    let rows = clinic.rows(&kim, &long, "items.csv").await;
    let cut = rows.iter().find(|row| row["form"] == "5b").unwrap();
    assert_eq!(cut["score"], "0: Unable to perform any aspect of task");
    assert!(cut["item"].as_str().unwrap().starts_with("Cutting food"));
    let book = clinic.rows(&kim, &codes, "codebook.csv").await;
    let line = book
        .iter()
        .find(|row| row["column"] == "respondent")
        .unwrap();
    let codes = line["codes"].as_str().unwrap();
    assert!(codes.contains("self: Patient alone;"), "{codes}");
}

#[rstest]
#[tokio::test]
async fn what_the_clinic_rated_is_taken_out_apart_from_the_diary(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46", "2026-W47"]).await;
    let rating = with(week("2026-11-18"), "/respondent", "clinician_phone");
    let rating = with(with(rating, "/answers/speech", 1), "/note", "tired today");
    let day = "/v1/patients/{patient}/clinic-ratings/2026-11-18";
    kim.on(&ada).put(day, rating).await.expect(201);

    let export = clinic.export(&kim, by_name("csv")).await;
    let entries = clinic.rows(&kim, &export, "entries.csv").await;
    let rated = clinic.rows(&kim, &export, "clinic_ratings.csv").await;
    assert_eq!((entries.len(), rated.len()), (2, 1));
    assert_eq!(rated[0]["respondent"], "clinician_phone");
    assert_eq!(
        (&rated[0]["speech"], &rated[0]["day"]),
        (&json!("1"), &json!("9"))
    );
    assert_eq!(rated[0]["note"], "tired today");
    let long = clinic.export(&kim, by_name("csv-long")).await;
    let book = clinic.rows(&kim, &long, "codebook.csv").await;
    let rated = clinic.rows(&kim, &long, "clinic_ratings.csv").await;
    for column in rated[0].as_object().unwrap().keys() {
        let is_told = book.iter().any(|row| row["column"] == *column);
        assert!(is_told, "{column} is not in the codebook");
    }
    let later = with(by_name("csv"), "/from", "2026-W48");
    let later = clinic.export(&kim, later).await;
    let rated = clinic.rows(&kim, &later, "clinic_ratings.csv").await;
    assert_eq!(rated.len(), 0, "it is of the week before");

    let export = clinic.export(&kim, without_names("proact")).await;
    let home = clinic.rows(&kim, &export, "PROACT_ALSFRS.csv").await;
    let rated = clinic.rows(&kim, &export, "PROACT_ALSFRS_CLINIC.csv").await;
    assert_eq!((home.len(), rated.len()), (2, 1));
    assert_eq!(rated[0]["Mode_of_Administration"], "Telephone");

    let export = clinic.export(&kim, without_names("dataset-json")).await;
    let file = kim
        .get(&clinic.file_of(&export, "qs.json"))
        .await
        .expect(200);
    let dataset: Value = serde_json::from_str(&file.text).unwrap();
    let rows = dataset["rows"].as_array().unwrap();
    let by = |who: &str| rows.iter().filter(|row| row[12] == who).count();
    assert_eq!((by("STUDY SUBJECT"), by("INVESTIGATOR")), (26, 13));
}

#[rstest]
#[tokio::test]
async fn a_stage_counts_a_tube_that_only_a_milestone_tells_of(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46", "2026-W47"]).await;
    ada.adds(nose_tube(&app)).await;

    let table = clinic.export(&kim, by_name("csv")).await;
    let rows = clinic.rows(&kim, &table, "entries.csv").await;
    let stages: Vec<_> = rows.iter().map(|row| row["kings_stage"].clone()).collect();
    assert_eq!(stages, ["4A", "1"]);
    let lines = async |format: &str, name: &str| {
        let export = clinic.export(&kim, by_name(format)).await;
        let file = kim.get(&clinic.file_of(&export, name)).await.expect(200);
        let lines = file.text.lines();
        let lines: Vec<Value> = lines.map(|it| serde_json::from_str(it).unwrap()).collect();
        lines
    };
    let weeks = lines("ndjson", "weeks.ndjson").await;
    assert_eq!(weeks[0]["stages"]["kings"]["stage"], "4A");
    let of_kings = |one: &Value| one["id"].as_str().unwrap().rsplit('.').next() == Some("kings");
    let mut observed = lines("fhir", "Observation.ndjson").await;
    observed.retain(of_kings);
    assert_eq!(observed[0]["valueCodeableConcept"]["text"], "4A");
    let path = format!("/fhir/Observation/{}", observed[0]["id"].as_str().unwrap());
    let read = ada.get(&path).await.expect(200).body;
    assert_eq!(read["valueCodeableConcept"]["text"], "4A");
    let patient = ada.patient_id.as_deref().unwrap();
    let mut found = ada
        .find(&format!("/fhir/Observation?patient={patient}"))
        .await;
    found.retain(of_kings);
    let found: Vec<_> = found
        .iter()
        .map(|one| &one["valueCodeableConcept"]["text"])
        .collect();
    assert_eq!(found, ["4A", "1"]);
}

#[rstest]
#[tokio::test]
async fn how_late_a_week_came_is_counted_where_the_patient_is(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let (kim, phone) = clinic.staff_and_phone("kim", "clinician").await;
    let ada = app.patient("ada").await;
    let far = json!({"time_zone": "Pacific/Kiritimati"});
    let tag = ada.get(FACTS).await.expect(200).etag().to_owned();
    let moving = ada.with_header("If-Match", &tag);
    moving.change(FACTS, far).await.expect(200);
    clinic.enrol(&kim, &ada).await;
    // There it is Tuesday already, and in Greenwich Monday noon.
    ada.record("2026-W48", week("2026-11-24")).await.expect(201);
    ada.record("2026-W47", week("2026-11-22")).await.expect(201);
    app.clock.turn(TimeDelta::days(20));
    let ada = ada.on_another_device().await;
    let better = with(week("2026-11-22"), "/answers/speech", 3);
    let correcting = ada.with_header("If-Match", "\"v1\"");
    let path = "/v1/patients/{patient}/entries/2026-W47";
    correcting.put(path, better).await.expect(200);

    let kim = kim.with_second_factor(&phone.code(&app, 0)).await;
    let export = clinic.export(&kim, by_name("csv")).await;

    let rows = clinic.rows(&kim, &export, "entries.csv").await;
    let late: Vec<_> = rows.iter().map(|row| row["days_late"].clone()).collect();
    assert_eq!(late, ["2", "0"]);
}
