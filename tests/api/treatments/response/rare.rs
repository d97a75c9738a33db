//! What trials would call it, and what is rare: for clinicians, and with its days.

use chrono::{Days, NaiveDate};
use rstest::rstest;
use serde_json::json;

use super::{begins, codes, months_of_weeks, rate};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::treatments::people::riluzole;
use crate::weeks::with;

#[rstest]
#[tokio::test]
async fn clinicians_alone_see_what_trials_would_call_it_and_nobody_is_a_responder(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    months_of_weeks(&ada, |body| body).await;
    let path = begins(&ada, &app).await;
    let (kim, _) = app.clinician("kim").await;
    app.let_in(&ada, &kim, "read").await;

    let (hers, his) = (
        ada.get(&path).await.expect(200),
        bob.get(&path).await.expect(200),
    );
    let clinical = kim.on(&ada).get(&path).await.expect(200);

    assert_eq!(hers.body, his.body);
    assert_eq!(hers.body.get("trials"), None);
    let trials = clinical.body["trials"].as_array().unwrap();
    assert_eq!(trials.len(), 6);
    for category in trials {
        let without = category["without"].as_array().unwrap();
        assert!(!without.is_empty(), "{category}");
    }
    for text in [&hers.text, &clinical.text] {
        assert!(!text.to_lowercase().contains("responder"), "{text}");
    }
}

#[rstest]
#[tokio::test]
async fn a_plateau_and_a_gain_that_lasts_are_told_with_their_days(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let first: NaiveDate = "2024-10-02".parse().unwrap();
    let totals = [
        36, 36, 30, 30, 34, 34, 35, 35, 34, 35, 35, 34, 34, 34, 34, 34, 34, 34, 34, 28,
    ];
    for (month, total) in (0..).zip(totals) {
        rate(&ada, first + Days::new(28 * month), total, |body| body).await;
    }
    let path = begins(&ada, &app).await;

    let shown = ada.get(&path).await.expect(200).body;

    assert_eq!(
        shown["plateaus"],
        json!([{"from": "2024-10-02", "to": "2026-02-18", "days": 504, "n": 19, "change": 1.0}])
    );
    assert_eq!(
        shown["reversal"],
        json!({"low_on": "2024-11-27", "low": 30.0, "from": "2025-01-22", "to": "2026-02-18"})
    );
}

#[rstest]
#[tokio::test]
async fn what_was_taken_before_too_is_not_told_as_if_it_were_new(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    months_of_weeks(&ada, |body| body).await;
    let path = begins(&ada, &app).await;
    let says =
        async || codes(&ada.get(&path).await.expect(200).body).contains(&"used_before".to_owned());
    let other = with(with(riluzole(&app), "/atc", "N07XX22"), "/name", "tofersen");
    ada.adds(with(other, "/started_on", "2025-06-02")).await;
    assert!(!says().await, "another medicine");

    let before = with(riluzole(&app), "/started_on", "2025-06-02");
    ada.adds(with(before, "/ended_on", "2026-04-20")).await;

    assert!(says().await);
}
