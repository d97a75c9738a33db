//! What a clinic has not seen yet: of what could be seen when its clinician looked, nothing more.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::Value;

use super::people::Clinic;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::weeks::{week, with};

/// How many flags of the one patient the clinic has not seen, of how many.
async fn unseen(clinic: &Clinic<'_>, kim: &Person) -> (Value, usize) {
    let page = kim.get(&clinic.at("/cohort")).await.expect(200).body;
    let row = &page["items"][0];
    let flags = row["flags"].as_array().unwrap().len();
    (row["needs_attention"]["unseen"].clone(), flags)
}

async fn looks(kim: &Person, patient: &Person) {
    let kim = kim.on(patient);
    let looked = kim.post_nothing("/v1/patients/{patient}/seen").await;
    looked.expect(200);
}

fn swallowing(day: &str, score: u8) -> Value {
    with(week(day), "/answers/swallowing", score)
}

#[rstest]
#[tokio::test]
async fn a_flag_of_the_same_day_is_unseen_where_it_came_after_the_look(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.record("2026-W47", swallowing("2026-11-18", 4))
        .await
        .expect(201);
    looks(&kim, &ada).await;
    app.clock.turn(TimeDelta::minutes(1));
    ada.record("2026-W48", swallowing("2026-11-23", 1))
        .await
        .expect(201);

    assert_eq!(unseen(&clinic, &kim).await, (1.into(), 1));
    looks(&kim, &ada).await;
    assert_eq!(unseen(&clinic, &kim).await, (0.into(), 1));
}

#[rstest]
#[tokio::test]
async fn a_flag_of_a_late_entry_is_unseen_though_it_is_of_an_earlier_day(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = clinic.patient(&kim, "ada").await;
    for (name, day) in [("2026-W46", "2026-11-11"), ("2026-W47", "2026-11-18")] {
        ada.record(name, swallowing(day, 3)).await.expect(201);
    }
    assert_eq!(unseen(&clinic, &kim).await, (0.into(), 0));
    looks(&kim, &ada).await;
    app.clock.turn(TimeDelta::minutes(1));

    ada.record("2026-W45", swallowing("2026-11-04", 4))
        .await
        .expect(201);

    assert_eq!(unseen(&clinic, &kim).await, (1.into(), 1));
}

#[rstest]
#[tokio::test]
async fn silence_is_unseen_from_the_day_on_which_it_was_due(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let (kim, phone) = clinic.staff_and_phone("kim", "clinician").await;
    let ada = clinic.patient(&kim, "ada").await;
    ada.record("2026-W45", week("2026-11-03")).await.expect(201);
    assert_eq!(unseen(&clinic, &kim).await, (0.into(), 0));
    looks(&kim, &ada).await;
    // Three weeks after the rating, an hour past midnight where she is.
    app.clock.turn(TimeDelta::hours(12));
    let kim = kim.with_second_factor(&phone.code(&app, 0)).await;

    assert_eq!(unseen(&clinic, &kim).await, (1.into(), 1));
    looks(&kim, &ada).await;
    assert_eq!(unseen(&clinic, &kim).await, (0.into(), 1));
}
