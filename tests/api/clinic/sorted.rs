//! The patients of a clinic, sorted by each thing that their rows say.

use rstest::rstest;
use serde_json::{Value, json};

use super::cohort::{cohort, names, record};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::treatments::people::RECORDS;
use crate::weeks::{answers, week, with};

/// What the row is sorted by: a list by its length, a word as it is written.
fn rank<'a>(row: &'a Value, place: &str) -> Option<(f64, &'a str)> {
    match row.pointer(place)? {
        Value::Null => None,
        Value::Array(all) => Some((f64::from(u32::try_from(all.len()).unwrap()), "")),
        Value::String(word) => Some((0.0, word)),
        number => Some((number.as_f64().unwrap(), "")),
    }
}

#[rstest]
#[tokio::test]
async fn a_cohort_is_sorted_by_anything_that_a_row_says(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let fast: Vec<i32> = (0..16).map(|week| week / 4).collect();
    for (name, scores) in [("ada", &[4; 16][..]), ("ben", &fast), ("dee", &[])] {
        let patient = app.patient(name).await;
        record(&patient, scores).await;
        clinic.enrol(&kim, &patient).await;
    }
    let cyd = app.patient("cyd").await;
    let weak = answers([0, 3, 0, 0, 0, 0, 1, 0, 0, 1, 2, 2]);
    let helped = with(week("2026-11-11"), "/respondent", json!("self_with_help"));
    cyd.record("2026-W46", with(helped, "/answers", weak))
        .await
        .expect(201);
    let drug = json!({
        "kind": "treatment", "treatment_kind": "drug", "name": "riluzole", "started_on": "2026-06-01",
        "in_trial": false,
    });
    let path = format!("{RECORDS}/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61");
    cyd.put(&path, drug).await.expect(201);
    clinic.enrol(&kim, &cyd).await;

    for (sort, place) in [
        ("last_week", "/last_week"),
        ("total", "/total"),
        ("bulbar", "/subscores/bulbar"),
        ("fine_motor", "/subscores/fine_motor"),
        ("gross_motor", "/subscores/gross_motor"),
        ("respiratory", "/subscores/respiratory"),
        ("points_per_month", "/points_per_month"),
        ("change_4_weeks", "/change_4_weeks"),
        ("change_12_weeks", "/change_12_weeks"),
        ("kings", "/kings"),
        ("mitos", "/mitos"),
        ("ft9", "/ft9"),
        ("weeks_silent", "/weeks_silent"),
        ("adherence", "/adherence"),
        ("flags", "/flags"),
        ("treatments", "/treatments"),
        ("respondent", "/respondent"),
    ] {
        for order in ["asc", "desc"] {
            let page = cohort(&clinic, &kim, &format!("?sort={sort}&order={order}")).await;
            let rows = page["items"].as_array().unwrap().iter();
            let told: Vec<_> = rows.map(|row| rank(row, place)).collect();
            let mut sorted = told.clone();
            sorted.sort_by(|one, other| match (one, other) {
                (Some(one), Some(other)) if order == "asc" => one.partial_cmp(other).unwrap(),
                (Some(one), Some(other)) => other.partial_cmp(one).unwrap(),
                (one, other) => one.is_none().cmp(&other.is_none()),
            });
            assert_eq!(told, sorted, "{sort} {order}");
            assert_ne!(told.first(), told.last(), "nothing is sorted by {sort}");
        }
    }
    let weak = cohort(&clinic, &kim, "?mitos=4").await;
    assert_eq!(names(&weak), ["Cyd"]);
}
