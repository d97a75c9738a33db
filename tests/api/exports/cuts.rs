//! Cuts of what changed since the one before.

use chrono::{DateTime, TimeDelta};
use rstest::rstest;
use serde_json::{Value, json};

use super::people::{by_name, rows};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::clinic::people::{accept, everything};
use crate::treatments::people::{at, cells, headache, injection};
use crate::weeks::{week, with};

const RATING: &str = "/v1/patients/{patient}/clinic-ratings/2026-11-18";

/// An export in this format of what changed since the cut `before`.
fn since(before: &Value, format: &str) -> Value {
    with(by_name(format), "/changed_since", before["cut_off"].clone())
}

#[rstest]
#[tokio::test]
async fn the_next_cut_has_what_changed_since_and_what_was_removed(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    for patient in [&ada, &ben] {
        clinic.enrol(&kim, patient).await;
        patient.rate(&["2026-W45", "2026-W46"]).await;
    }
    let before = clinic.export(&kim, by_name("csv")).await;
    let path = "/v1/patients/{patient}/entries/2026-W45";
    let first = ada.with_header("If-Match", "\"v1\"");
    first.delete(path).await.expect(204);
    ada.rate(&["2026-W47"]).await;

    let cut = clinic.export(&kim, since(&before, "csv")).await;

    let rows = clinic.rows(&kim, &cut, "entries.csv").await;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["week"], "2026-W47");
    assert_eq!(rows[0]["day"], "14", "days are those of the cut before");
    let removed = clinic.rows(&kim, &cut, "removed.csv").await;
    assert_eq!(removed.len(), 1);
    assert_eq!(removed[0]["kind"], "week");
    assert_eq!(removed[0]["week"], "2026-W45");
    assert_eq!(removed[0]["from_day"], "2026-11-02");
    assert_eq!(removed[0]["subject_id"], rows[0]["subject_id"]);
}

#[rstest]
#[tokio::test]
async fn of_a_patient_who_came_since_the_next_cut_has_all(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ben = app.patient("ben").await;
    ben.rate(&["2026-W45", "2026-W46"]).await;
    let code = clinic.invite(&kim, &ben).await;
    let before = clinic.export(&kim, by_name("csv")).await;
    assert_eq!(before["files"][0]["rows"], 0);
    accept(&ben, &code, everything()).await.expect(201);

    let cut = clinic.export(&kim, since(&before, "csv")).await;

    assert_eq!(clinic.rows(&kim, &cut, "entries.csv").await.len(), 2);
    let next = clinic.export(&kim, since(&cut, "csv")).await;
    assert_eq!(clinic.rows(&kim, &next, "entries.csv").await.len(), 0);
}

#[rstest]
#[tokio::test]
async fn r115_what_came_a_moment_ago_is_in_the_next_cut_and_in_this_one_not(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46"]).await;
    app.clock.turn(TimeDelta::seconds(90));
    ada.rate(&["2026-W47"]).await;
    let asked_at = app.now();

    // At once: a write of the same minute may be under way.
    let asked = kim.post(&clinic.at("/exports"), by_name("csv")).await;
    app.make_exports().await;
    let first = clinic.made(&kim, &asked.expect(202).body).await;
    let cut_off = DateTime::parse_from_rfc3339(first["cut_off"].as_str().unwrap()).unwrap();
    let weeks = |rows: Vec<Value>| -> Vec<Value> {
        let weeks = rows.iter().map(|row| row["week"].clone());
        weeks.collect()
    };

    assert!(cut_off.to_utc() <= asked_at, "{cut_off}");
    let told = clinic.rows(&kim, &first, "entries.csv").await;
    assert_eq!(weeks(told), ["2026-W46"]);
    let cut = clinic.export(&kim, since(&first, "csv")).await;
    let told = clinic.rows(&kim, &cut, "entries.csv").await;
    assert_eq!(weeks(told), ["2026-W47"]);
}

#[rstest]
#[tokio::test]
async fn a_cut_tells_of_records_that_alone_changed_or_were_removed(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("csv", "csv-long")] format: &str,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46"]).await;
    let felt = ada.adds(headache(&app)).await;
    let rating = with(week("2026-11-18"), "/respondent", "clinician_phone");
    let before = clinic.export(&kim, by_name(format)).await;
    kim.on(&ada).put(RATING, rating).await.expect(201);

    let cut = clinic.export(&kim, since(&before, format)).await;
    let rated = clinic.rows(&kim, &cut, "clinic_ratings.csv").await;
    assert_eq!(rated.len(), 1);
    assert_eq!(
        rated[0]["day"], "9",
        "from the first week, which did not change"
    );

    let held = kim.on(&ada).get(RATING).await.expect(200);
    let removing = kim.on(&ada).with_header("If-Match", held.etag());
    removing.delete(RATING).await.expect(204);
    let held = ada.get(&at(&felt)).await.expect(200);
    let removing = ada.with_header("If-Match", held.etag());
    removing.delete(&at(&felt)).await.expect(204);
    let next = clinic.export(&kim, since(&cut, format)).await;
    let removed = clinic.rows(&kim, &next, "removed.csv").await;
    let told: Vec<_> = removed
        .iter()
        .map(|row| (row["kind"].as_str().unwrap(), row["from_day"].as_str()))
        .collect();
    assert_eq!(removed.len(), 2, "{removed:?}");
    assert!(
        told.contains(&("side_effect", Some("2026-05-13"))),
        "{told:?}"
    );
    assert!(
        told.contains(&("clinic_rating", Some("2026-11-18"))),
        "{told:?}"
    );
    let book = clinic.rows(&kim, &next, "codebook.csv").await;
    assert!(
        book.iter().any(|row| row["column"] == "from_day"),
        "{book:?}"
    );
}

#[rstest]
#[tokio::test]
async fn a_cut_in_fhir_names_what_is_there_no_more(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W45", "2026-W46"]).await;
    let course = ada.adds(cells(&app)).await;
    let before = clinic.export(&kim, by_name("fhir")).await;
    let first = ada.with_header("If-Match", "\"v1\"");
    let path = "/v1/patients/{patient}/entries/2026-W45";
    first.delete(path).await.expect(204);
    ada.adds(injection(&app, &course)).await;

    let cut = clinic.export(&kim, since(&before, "fhir")).await;

    let lines = async |name: &str| {
        let file = kim.get(&clinic.file_of(&cut, name)).await.expect(200);
        let lines = file.text.lines();
        let lines: Vec<Value> = lines.map(|it| serde_json::from_str(it).unwrap()).collect();
        lines
    };
    let gone = json!(lines("deleted.ndjson").await).to_string();
    let patient = ada.patient_id.as_deref().unwrap();
    assert!(gone.contains(&format!("QuestionnaireResponse/{patient}.2026-W45")));
    assert!(!gone.contains("2026-W46"), "{gone}");
    let procedures = lines("Procedure.ndjson").await;
    assert_eq!(procedures.len(), 1);
    let whole = procedures[0]["partOf"][0]["reference"].as_str().unwrap();
    assert!(whole.ends_with(&course.replace('-', "")), "{whole}");
}

#[rstest]
#[tokio::test]
async fn parquet_tells_removals_and_what_cannot_refuses_a_cut(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W45", "2026-W46"]).await;
    let before = clinic.export(&kim, by_name("csv")).await;

    for format in ["proact", "dataset-json"] {
        let refused = clinic.ask(&kim, since(&before, format)).await;
        refused.faulty("/changed_since", "whole_only");
    }
    let first = ada.with_header("If-Match", "\"v1\"");
    let path = "/v1/patients/{patient}/entries/2026-W45";
    first.delete(path).await.expect(204);
    let cut = clinic.export(&kim, since(&before, "parquet")).await;
    let files = cut["files"].as_array().unwrap().iter();
    let removed = files.clone().find(|it| it["name"] == "removed.parquet");
    assert_eq!(removed.unwrap()["rows"], 1, "{cut}");
    let book = kim.get(&clinic.file_of(&cut, "codebook.csv")).await;
    assert!(!rows(&book.expect(200).text).is_empty());
}

#[rstest]
#[tokio::test]
async fn a_record_has_the_same_number_in_every_export(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let kim = clinic.staff_afresh("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.rate(&["2026-W46"]).await;
    let kims = kim.on(&ada);
    let rating = with(week("2026-11-18"), "/respondent", "clinician_phone");
    kims.put(RATING, rating).await.expect(201);
    let numbers = async |export: Value| {
        let file = clinic.file_of(&export, "records.ndjson");
        let file = kim.get(&file).await.expect(200).text;
        let lines = file.lines();
        let records = lines.map(|line| serde_json::from_str::<Value>(line).unwrap());
        let told = records.map(|it| format!("{} {}", it["record"], it["kind"].as_str().unwrap()));
        told.collect::<Vec<_>>()
    };
    let (rated, felt) = ("1 clinic_rating", "2 side_effect");

    let before = clinic.export(&kim, by_name("ndjson")).await;
    ada.adds(headache(&app)).await;
    let cut = clinic.export(&kim, since(&before, "ndjson")).await;
    let whole = clinic.export(&kim, by_name("ndjson")).await;
    let early = with(by_name("ndjson"), "/to", "2026-W20");
    let early = clinic.export(&kim, early).await;

    assert_eq!(numbers(before).await, [rated]);
    assert_eq!(numbers(cut).await, [felt]);
    assert_eq!(numbers(whole).await, [rated, felt]);
    assert_eq!(numbers(early).await, [felt]);
}
