//! The patients of a clinic side by side, and counted.

use chrono::{NaiveDate, TimeDelta};
use rstest::rstest;
use serde_json::{Value, json};

use super::people::{Clinic, everything, ratings_alone};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::client::FACTS;
use crate::people::Person;
use crate::treatments::people::RECORDS;
use crate::weeks::{answers, week, with};

const SEEN: &str = "/v1/patients/{patient}/seen";

pub async fn cohort(clinic: &Clinic<'_>, person: &Person, query: &str) -> Value {
    let path = clinic.at(&format!("/cohort{query}"));
    person.get(&path).await.expect(200).body
}

pub fn names(page: &Value) -> Vec<&str> {
    let rows = page["items"].as_array().unwrap().iter();
    rows.map(|row| row["display_name"].as_str().unwrap())
        .collect()
}

/// Weeks up to that of 18 November 2026, the last one first, with these answers to speech and swallowing.
pub async fn record(person: &Person, scores: &[i32]) {
    for (place, score) in (0_i64..).zip(scores) {
        let day = NaiveDate::from_ymd_opt(2026, 11, 18).unwrap() - TimeDelta::weeks(place);
        let name = day.format("%G-W%V").to_string();
        let body = with(
            week(&day.to_string()),
            "/answers",
            answers([*score, 4, *score, 3, 3, 3, 4, 4, 4, 4, 4, 4]),
        );
        person.record(&name, body).await.expect(201);
    }
}

#[rstest]
#[tokio::test]
async fn clinicians_alone_see_the_patients_side_by_side(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let sil = clinic.staff("sil", "site_admin").await;
    let dia = clinic.staff("dia", "data_manager").await;
    let koe = clinic.other().await.staff("koe", "clinician").await;

    for path in ["/cohort", "/cohort/summary"].map(|path| clinic.at(path)) {
        for person in [&sil, &dia] {
            person.get(&path).await.refused(403, "site_role");
        }
        for person in [&koe, &clinic.ann] {
            person.get(&path).await.refused(404, "not_found");
        }
        kim.get(&path).await.expect(200);
    }
    for query in [
        "?sort=name",
        "?stage=5",
        "?mitos=5",
        "?silent_weeks=0",
        "?pace=1",
        "?cursor=x",
    ] {
        let path = clinic.at(&format!("/cohort{query}"));
        kim.get(&path).await.refused(400, "invalid_query");
    }
}

#[rstest]
#[tokio::test]
async fn a_row_says_what_the_trend_says(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    record(&ada, &[2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4]).await;
    let before = ada.get(FACTS).await.expect(200);
    let facts = json!({"symptom_onset": "2025-01-01", "onset_region": "bulbar", "gene": "SOD1"});
    let ada_changes = ada.with_header("If-Match", before.etag());
    ada_changes.change(FACTS, facts).await.expect(200);
    let riluzole = json!({
        "kind": "treatment", "treatment_kind": "drug", "name": "riluzole", "started_on": "2026-01-01",
        "in_trial": false,
    });
    let path = format!("{RECORDS}/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61");
    ada.put(&path, riluzole).await.expect(201);
    clinic.enrol(&kim, &ada).await;

    let page = cohort(&clinic, &kim, "").await;
    let row = &page["items"][0];
    let trend = kim.on(&ada).get("/v1/patients/{patient}/trend").await;
    let trend = trend.expect(200).body;

    assert_eq!(row["display_name"], "Ada");
    assert_eq!(row["subject_id"], "0001");
    assert_eq!(row["total"], trend["latest"]["total"]);
    assert_eq!(row["subscores"], trend["latest"]["subscores"]);
    assert_eq!(row["kings"], trend["latest"]["stages"]["kings"]["stage"]);
    let slope = &trend["slopes"]["total"];
    assert_eq!(row["points_per_month"], slope["points_per_month"]);
    assert_eq!(row["ci95"], slope["ci95"]);
    assert_eq!(row["change_4_weeks"], -2.0);
    assert_eq!(row["change_12_weeks"], -4.0);
    assert_eq!(row["treatments"], json!(["riluzole"]));
    assert_eq!(row["gene"], "SOD1");
    assert_eq!(row["respondent"], "self");
    let flags = |of: &Value| -> Vec<Value> {
        let flags = of["flags"].as_array().unwrap().iter();
        flags.map(|flag| flag["code"].clone()).collect()
    };
    assert_eq!(flags(row), flags(&trend));
    assert!(!flags(row).is_empty());

    // What changes is there at once.
    let this_week = with(week("2026-11-23"), "/answers/dyspnea", 1);
    ada.record("2026-W48", this_week).await.expect(201);
    let page = cohort(&clinic, &kim, "").await;
    assert_eq!(page["items"][0]["last_week"], "2026-W48");
    assert_eq!(page["items"][0]["needs_attention"]["tier"], "contact_today");
    let log = ada.get("/v1/patients/{patient}/access-log").await;
    let log = log.expect(200).text;
    assert!(log.contains("saw you in the list of the clinic's patients"));
}

#[rstest]
#[tokio::test]
async fn what_is_not_shared_is_not_in_the_row(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = app.patient("ada").await;
    record(&ada, &[4]).await;
    let before = ada.get(FACTS).await.expect(200);
    let facts = json!({"symptom_onset": "2025-01-01", "onset_region": "bulbar", "gene": "SOD1"});
    let ada_changes = ada.with_header("If-Match", before.etag());
    ada_changes.change(FACTS, facts).await.expect(200);
    clinic.enrol_sharing(&kim, &ada, ratings_alone()).await;

    let page = cohort(&clinic, &kim, "").await;
    let row = &page["items"][0];
    for member in [
        "gene",
        "onset_region",
        "symptom_onset",
        "months_since_onset",
    ] {
        assert_eq!(row[member], Value::Null, "{member}");
    }
    assert_eq!(names(&cohort(&clinic, &kim, "?gene=sod1").await), [""; 0]);

    let place = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    let all = json!({"share": everything()});
    ada.with_header("If-Match", "*")
        .put(&place, all)
        .await
        .expect(200);
    assert_eq!(names(&cohort(&clinic, &kim, "?gene=sod1").await), ["Ada"]);
}

#[rstest]
#[tokio::test]
async fn who_needs_to_be_looked_at_comes_first_until_they_were(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let mut patients = Vec::new();
    for (name, scores) in [
        ("ada", &[4, 4][..]),
        ("ben", &[2, 4]),
        ("cyd", &[2, 4]),
        ("dee", &[]),
    ] {
        let patient = app.patient(name).await;
        record(&patient, scores).await;
        clinic.enrol(&kim, &patient).await;
        patients.push(patient);
    }

    let page = cohort(&clinic, &kim, "").await;
    assert_eq!(names(&page), ["Ben", "Cyd", "Ada", "Dee"]);
    assert_eq!(page["items"][0]["needs_attention"]["unseen"], 1);
    let ben = &patients[1];
    let before = ben.get("/v1/patients/{patient}").await.expect(200);
    let asking = ben.with_header("If-None-Match", before.etag());
    asking.get("/v1/patients/{patient}").await.expect(304);

    kim.on(ben).post_nothing(SEEN).await.expect(200);

    let page = cohort(&clinic, &kim, "").await;
    assert_eq!(names(&page), ["Cyd", "Ben", "Ada", "Dee"]);
    assert_eq!(page["items"][1]["needs_attention"]["unseen"], 0);
    assert_ne!(page["items"][1]["seen_at"], Value::Null);
    let told = asking.get("/v1/patients/{patient}").await.expect(200).body;
    assert_eq!(told["seen_by_team"]["display_name"], "Dr kim");
    assert_eq!(told["seen_by_team"]["site"], "Clinic by the lake");
    for person in [ben, &clinic.ann.on(ben)] {
        let refused = person.post_nothing(SEEN).await;
        assert!(matches!(refused.status, 403 | 404), "{refused:?}");
    }
}

#[rstest]
#[tokio::test]
async fn a_cohort_is_sorted_filtered_and_paged_on_the_server(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    for (name, scores) in [
        ("ada", &[4][..]),
        ("ben", &[2]),
        ("cyd", &[3]),
        ("dee", &[]),
    ] {
        let patient = app.patient(name).await;
        record(&patient, scores).await;
        clinic.enrol(&kim, &patient).await;
    }

    let by_total = cohort(&clinic, &kim, "?sort=total").await;
    assert_eq!(names(&by_total), ["Ben", "Cyd", "Ada", "Dee"]);
    let highest = cohort(&clinic, &kim, "?sort=total&order=desc").await;
    assert_eq!(names(&highest), ["Ada", "Cyd", "Ben", "Dee"]);
    let silent = cohort(&clinic, &kim, "?silent_weeks=4").await;
    assert_eq!(names(&silent), ["Dee"]);
    let flagged = cohort(&clinic, &kim, "?flag=swallowing_changed").await;
    assert_eq!(names(&flagged), [""; 0], "the first rating is no change");
    let stage = cohort(&clinic, &kim, "?sort=total&stage=2").await;
    assert_eq!(names(&stage), ["Ben", "Cyd"]);

    let first = cohort(&clinic, &kim, "?sort=total&limit=3").await;
    let next = first["next"].as_str().unwrap();
    let rest = format!("?sort=total&limit=3&cursor={next}");
    assert_eq!(names(&cohort(&clinic, &kim, &rest).await), ["Dee"]);
    let other = clinic.at(&format!("/cohort?sort=kings&limit=3&cursor={next}"));
    kim.get(&other).await.refused(400, "invalid_query");
}

#[rstest]
#[tokio::test]
async fn a_clinic_is_counted_and_small_groups_are_not(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    for (place, name) in ["ada", "ben", "cyd", "dee", "eva"].into_iter().enumerate() {
        let patient = app.patient(name).await;
        record(&patient, &[4, 4]).await;
        let (name, id) = match place {
            4 => ("edaravone", 4),
            place => ("Riluzole", place),
        };
        let drug = json!({
            "kind": "treatment", "treatment_kind": "drug", "name": name, "started_on": "2026-06-01",
            "in_trial": false,
        });
        let path = format!("{RECORDS}/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a6{id}");
        patient.put(&path, drug).await.expect(201);
        clinic.enrol(&kim, &patient).await;
    }

    let summary = clinic.at("/cohort/summary");
    let counted = kim.get(&summary).await.expect(200).body;
    assert_eq!(counted["patients"], 5);
    assert_eq!(counted["kings"], json!({"1": 5}));
    assert_eq!(counted["paces"], json!({"unknown": 5}));
    assert_eq!(counted["medians"]["total"], 45.0);
    assert_eq!(counted["responses"], json!([]), "four and one are too few");

    let fay = app.patient("fay").await;
    let riluzole = json!({
        "kind": "treatment", "treatment_kind": "drug", "name": "riluzole", "started_on": "2026-06-01",
        "in_trial": false,
    });
    let path = format!("{RECORDS}/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a66");
    fay.put(&path, riluzole).await.expect(201);
    clinic.enrol(&kim, &fay).await;
    let counted = kim.get(&summary).await.expect(200).body;
    let group = &counted["responses"][0];
    assert_eq!(group["by"], "treatment");
    assert_eq!(group["group"], "riluzole");
    assert_eq!(group["people"], 5);
    assert_eq!(
        group["categories"][0]["reached"],
        Value::Null,
        "no slopes yet"
    );
    assert_eq!(group["categories"][0]["without"][0]["percent"], 28.0);
    assert!(
        counted["text"]
            .as_str()
            .unwrap()
            .contains("more than the treatment")
    );
    let in_french = kim.with_header("Accept-Language", "fr-BE");
    let told = in_french.get(&summary).await.expect(200).body["text"].clone();
    assert!(
        told.as_str().unwrap().starts_with("On compte ici"),
        "{told}"
    );
}
