//! Courses of cells, counted over the patients of a clinic.

use chrono::{NaiveDate, TimeDelta};
use rstest::rstest;
use serde_json::{Value, json};

use super::people::Clinic;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::FACTS;
use crate::people::Person;
use crate::treatments::people::{cells, id_of, injection};
use crate::weeks::{answers, week, with};

/// When each of them got cells: so many weeks were rated before it, and as many after.
const GIVEN: NaiveDate = NaiveDate::from_ymd_opt(2026, 7, 6).unwrap();
const WEEKS: i64 = 20;

/// Twelve answers that come to `total`.
fn of_total(total: i32) -> Value {
    let mut left = total;
    answers([0; 12].map(|_: i32| {
        let score = left.clamp(0, 4);
        left -= score;
        score
    }))
}

/// A person who lost a point a week until cells from the marrow were given, and then none, or as many as before.
async fn treated(app: &TestApp, name: &str, is_slower_after: bool) -> Person {
    let person = app.patient(name).await;
    for place in -WEEKS..WEEKS {
        let day = GIVEN + TimeDelta::weeks(place);
        let lost = if is_slower_after { place.min(0) } else { place };
        // No two weeks are quite alike.
        let total = 28 - i32::try_from(lost + place.rem_euclid(3) % 2).unwrap();
        let body = with(week(&day.to_string()), "/answers", of_total(total));
        let name = day.format("%G-W%V").to_string();
        person.record(&name, body).await.expect(201);
    }
    let course = with(cells(app), "/started_on", GIVEN.to_string());
    person.puts(course.clone()).await.expect(201);
    let given = with(injection(app, id_of(&course)), "/day", GIVEN.to_string());
    person.puts(given).await.expect(201);
    let before = person.get(FACTS).await.expect(200);
    let facts = json!({"symptom_onset": "2025-01-01", "birth_year": 1961, "gene": "SOD1"});
    let knowing = person.with_header("If-Match", before.etag());
    knowing.put(FACTS, facts).await.expect(200);
    person
}

/// What the summary says of people with cells, by how they are grouped.
async fn groups(clinic: &Clinic<'_>, kim: &Person) -> Vec<Value> {
    let counted = kim.get(&clinic.at("/cohort/summary")).await.expect(200);
    counted.body["responses"].as_array().unwrap().clone()
}

#[rstest]
#[tokio::test]
async fn a_claim_can_be_held_against_the_clinics_own_courses_of_cells(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let people = [("ada", true), ("ben", true), ("cyd", true), ("dee", false)];
    for (name, is_slower_after) in people {
        let person = treated(&app, name, is_slower_after).await;
        clinic.enrol(&kim, &person).await;
    }
    assert_eq!(
        groups(&clinic, &kim).await,
        [json!(null); 0],
        "four are too few"
    );
    let eve = treated(&app, "eve", false).await;
    clinic.enrol(&kim, &eve).await;

    let groups = groups(&clinic, &kim).await;

    let named: Vec<_> = groups
        .iter()
        .map(|group| {
            (
                group["by"].as_str().unwrap(),
                group["group"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        named,
        [
            ("cell_therapy", "all"),
            ("source", "bone_marrow"),
            ("route", "intrathecal"),
            ("injections", "1"),
            ("clinic", "clinic by the lake"),
            ("age_band", "60–69"),
            ("months_since_onset", "12_to_24"),
            ("gene", "SOD1"),
        ]
    );
    for group in &groups {
        assert_eq!(group["people"], 5);
        for category in group["categories"].as_array().unwrap() {
            let reached = &category["reached"];
            assert_eq!(
                (&reached["count"], &reached["of"], &reached["ci95"]),
                (&json!(3), &json!(5), &json!([0.231, 0.882])),
                "Wilson 1927, three of five: {category}"
            );
            assert!(!category["without"].as_array().unwrap().is_empty());
        }
    }
}
