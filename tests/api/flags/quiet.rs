//! What keeps a flag quiet, and what does not.

use rstest::rstest;
use serde_json::{Value, json};

use super::{TREND, breathed, breathless, flag, flags, known};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::treatments::people::new_id;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn who_was_shown_a_better_number_does_not_know_of_the_worse_one(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = breathless(&app).await;
    let shown = flag(&ada).await;
    breathed(&ada, "2026-W48", "2026-11-23", 0).await;
    let saying = |points: f64| json!({"readings": {"dyspnea": points}});

    let late = ada.post(&known(&shown), saying(1.0)).await;
    late.refused(409, "flag_changed");
    assert_eq!(flag(&ada).await["acknowledged"], Value::Null);

    let seen = ada.post(&known(&shown), saying(0.0)).await.expect(200);
    assert!(seen.body["acknowledged"].is_object());
    assert_eq!(app.written_down("flag.known"), 1);
}

#[rstest]
#[case::swallowing("gastrostomy", "/answers/swallowing", "swallowing_changed")]
#[case::breathing("tracheostomy", "/answers/dyspnea", "breathing_now")]
#[case::breathing("niv_over_22_hours", "/answers/dyspnea", "breathing_now")]
#[tokio::test]
async fn what_is_expected_with_a_recorded_tube_or_ventilation_is_told_to_nobody(
    #[case] milestone: &str,
    #[case] item: &str,
    #[case] code: &str,
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    for (name, day, points) in [
        ("2026-W45", "2026-11-04", 4),
        ("2026-W46", "2026-11-11", 1),
        ("2026-W47", "2026-11-18", 1),
    ] {
        let body = with(week(day), item, points);
        ada.record(name, body).await.expect(201);
    }
    assert_eq!(flag(&ada).await["code"], code);
    let listed =
        async || ada.get("/v1/patients").await.expect(200).body["items"][0]["flags"].clone();
    assert_ne!(listed().await, json!(0));

    let reached = json!({
        "id": new_id(&app), "kind": "milestone", "milestone": milestone, "reached_on": "2026-11-01",
    });
    ada.puts(reached).await.expect(201);

    assert_eq!(flags(&ada).await, Vec::<Value>::new());
    assert_eq!(listed().await, json!(0));
}

#[rstest]
#[tokio::test]
async fn a_diary_that_was_opened_again_has_its_flags_in_the_list_of_the_clinic(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, kim) = app.clinic_and_kim().await;
    let ada = breathless(&app).await;
    clinic.enrol(&kim, &ada).await;
    let listed = async || {
        let page = kim.get(&clinic.at("/cohort")).await.expect(200).body;
        page["items"][0]["flags"].as_array().unwrap().len()
    };
    app.sql("update patients set closes_at = created_at");
    assert_eq!(listed().await, 0);

    app.sql("update patients set closes_at = null");

    assert_eq!(listed().await, 1);
    let trend = ada.get(TREND).await.expect(200);
    assert_eq!(trend.body["flags"].as_array().unwrap().len(), 1);
}
