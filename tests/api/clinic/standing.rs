//! A list that was asked for before: it follows who comes, goes and changes.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::Value;

use super::people::{Clinic, everything};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::privacy::sharing::decide;
use crate::weeks::{week, with};

/// Who stands where, the lowest total first.
async fn totals(clinic: &Clinic<'_>, kim: &Person) -> Vec<(String, Value)> {
    let page = kim.get(&clinic.at("/cohort?sort=total")).await.expect(200);
    let rows = page.body["items"].as_array().unwrap().iter();
    rows.map(|row| {
        let name = row["display_name"].as_str().unwrap();
        (name.to_owned(), row["total"].clone())
    })
    .collect()
}

fn named(rows: &[(String, Value)]) -> Vec<&str> {
    rows.iter().map(|(name, _)| name.as_str()).collect()
}

#[rstest]
#[tokio::test]
async fn a_list_that_was_asked_for_follows_who_comes_goes_and_changes(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    // Where there can be two, what changes does so by the other.
    let other = match on {
        Postgres => Some(app.another_instance().await),
        Sqlite => None,
    };
    let elsewhere = |person: Person| match &other {
        Some(other) => person.through(other),
        None => person,
    };
    let (clinic, kim) = app.clinic_and_kim().await;
    let mut patients = Vec::new();
    for (name, walking) in [("ada", 4), ("ben", 3), ("cyd", 2)] {
        let patient = elsewhere(app.patient(name).await);
        let body = with(week("2026-11-18"), "/answers/walking", walking);
        patient.record("2026-W47", body).await.expect(201);
        patients.push(patient);
    }
    let (ada, ben, cyd) = (&patients[0], &patients[1], &patients[2]);
    clinic.enrol(&kim, ada).await;
    clinic.enrol(&kim, ben).await;
    assert_eq!(named(&totals(&clinic, &kim).await), ["Ben", "Ada"]);

    let worse = with(week("2026-11-23"), "/answers/walking", 0);
    ada.record("2026-W48", worse).await.expect(201);
    let rows = totals(&clinic, &kim).await;
    assert_eq!(named(&rows), ["Ada", "Ben"]);
    assert_eq!(rows[0].1, 41);
    clinic.enrol(&kim, cyd).await;
    assert_eq!(named(&totals(&clinic, &kim).await), ["Ada", "Cyd", "Ben"]);
    decide(cyd, "care_sharing", false).await;
    assert_eq!(named(&totals(&clinic, &kim).await), ["Ada", "Ben"]);
    decide(cyd, "care_sharing", true).await;
    assert_eq!(named(&totals(&clinic, &kim).await), ["Ada", "Cyd", "Ben"]);
    let place = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    ben.delete(&place).await.expect(204);
    assert_eq!(named(&totals(&clinic, &kim).await), ["Ada", "Cyd"]);
    // Of those who are elsewhere nothing is seen, and nothing is lost of the others.
    let tag = ben.read("2026-W47").await.expect(200);
    let removal = ben.with_header("If-Match", tag.etag());
    let gone = "/v1/patients/{patient}/entries/2026-W47";
    removal.delete(gone).await.expect(204);
    let tag = cyd.read("2026-W47").await.expect(200);
    let better = with(week("2026-11-18"), "/answers/walking", 3);
    let correction = cyd.with_header("If-Match", tag.etag());
    correction.put(gone, better).await.expect(200);
    let rows = totals(&clinic, &kim).await;
    assert_eq!(named(&rows), ["Ada", "Cyd"]);
    assert_eq!(rows[1].1, 44);
}

#[rstest]
#[tokio::test]
async fn with_the_day_a_remembered_list_is_another(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let (kim, phone) = clinic.staff_and_phone("kim", "clinician").await;
    let silent = clinic.at("/cohort?silent_weeks=2");
    for name in ["ada", "ben"] {
        let patient = app.patient(name).await;
        patient.rate(&["2026-W47"]).await;
        clinic.enrol_sharing(&kim, &patient, everything()).await;
    }
    let items = |page: Value| page["items"].as_array().unwrap().len();
    assert_eq!(items(kim.get(&silent).await.expect(200).body), 0);

    app.clock.turn(TimeDelta::weeks(3));
    let kim = kim.with_second_factor(&phone.code(&app, 0)).await;

    let page = kim.get(&silent).await.expect(200).body;
    assert_eq!(page["items"][0]["weeks_silent"], 4);
    assert_eq!(items(page), 2);
}

#[rstest]
#[tokio::test]
async fn a_change_is_of_one_rater_and_one_form(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    for (patient, before) in [
        (
            &ada,
            with(week("2026-10-21"), "/respondent", "self_with_help"),
        ),
        (&ben, week("2026-10-21")),
    ] {
        clinic.enrol(&kim, patient).await;
        let before = with(before, "/answers/speech", 2);
        patient.record("2026-W43", before).await.expect(201);
        patient.rate(&["2026-W47"]).await;
        // Rated otherwise it is less; it is no change of the patient.
        let helped = with(week("2026-11-11"), "/respondent", "self_with_help");
        let helped = with(helped, "/answers/walking", 0);
        patient.record("2026-W46", helped).await.expect(201);
    }

    let page = kim.get(&clinic.at("/cohort")).await.expect(200).body;

    let rows = page["items"].as_array().unwrap();
    let change = |name: &str| {
        let row = rows.iter().find(|row| row["display_name"] == name);
        row.unwrap()["change_4_weeks"].clone()
    };
    assert_eq!(change("Ben"), 2.0);
    assert_eq!(change("Ada"), Value::Null);
}
