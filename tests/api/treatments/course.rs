//! The course of a treatment: when it is due again, and what to warn of.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{at, injection, renamed, riluzole, screening};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::with;

#[rstest]
#[tokio::test]
async fn cells_are_due_again_after_a_year_or_two_and_followed_for_three_and_a_half(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let treatment = ada.treated(&app).await;
    let path = format!("{}/course", at(&treatment));
    let none = ada.get(&path).await.expect(200).body;
    ada.given(&app, &treatment).await;
    let second = with(injection(&app, &treatment), "/day", "2026-08-31");
    ada.adds(second).await;

    let course = ada.get(&path).await.expect(200).body;

    assert_eq!(
        (
            &none["administrations"],
            &none["next_due"],
            &none["followed_until"]
        ),
        (&json!(0), &Value::Null, &Value::Null)
    );
    assert_eq!(
        (
            &course["administrations"],
            &course["first_on"],
            &course["last_on"]
        ),
        (&json!(2), &json!("2026-05-12"), &json!("2026-08-31"))
    );
    assert_eq!(
        course["next_due"],
        json!({"from": "2027-08-31", "to": "2028-08-31"})
    );
    // February has no 31st.
    assert_eq!(course["followed_until"], json!("2030-02-28"));
}

#[rstest]
#[tokio::test]
async fn a_medicine_is_not_due_again_and_needs_no_screening(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let treatment = ada.adds(riluzole(&app)).await;

    let given = ada.puts(injection(&app, &treatment)).await;
    let course = ada
        .get(&format!("{}/course", at(&treatment)))
        .await
        .expect(200)
        .body;

    assert_eq!(given.expect(201).body["warnings"], json!([]));
    assert_eq!(
        (&course["next_due"], &course["followed_until"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(course["warnings"], json!([]));
}

#[rstest]
#[tokio::test]
async fn cells_given_without_a_screening_or_against_one_are_recorded_with_a_warning(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let treatment = ada.treated(&app).await;
    let codes = |body: &Value| -> Vec<String> {
        let warnings = body["warnings"].as_array().unwrap().iter();
        warnings
            .map(|warning| warning["code"].as_str().unwrap().to_owned())
            .collect()
    };
    let first = injection(&app, &treatment);
    let unscreened = ada.puts(first.clone()).await.expect(201).body;
    assert_eq!(codes(&unscreened), ["not_screened"]);

    // A screening afterwards does not undo it.
    let late = with(screening(&app, &treatment), "/screened_on", "2026-05-13");
    ada.adds(late).await;
    let second = with(renamed(&app, &first), "/day", "2026-05-20");
    assert_eq!(codes(&ada.puts(second).await.expect(201).body), [""; 0]);

    let found = with(screening(&app, &treatment), "/screened_on", "2026-06-01");
    let found = with(found, "/findings/low_platelets", "yes");
    let found = with(found, "/findings/cancer", "yes");
    let found = ada.adds(found).await;
    let third = with(renamed(&app, &first), "/day", "2026-06-02");
    let against = ada.puts(third.clone()).await.expect(201).body;
    assert_eq!(codes(&against), ["contraindicated"]);
    assert_eq!(
        against["warnings"][0]["contraindications"],
        json!(["low_platelets", "cancer"])
    );
    assert_eq!(ada.puts(third).await.expect(200).body, against);

    let course = ada
        .get(&format!("{}/course", at(&treatment)))
        .await
        .expect(200)
        .body;
    assert_eq!(codes(&course), ["not_screened", "contraindicated"]);
    assert_eq!(course["screening_id"], json!(found));
    let seen = ada.with_header("If-Match", "\"v1\"");
    seen.delete(&at(&found)).await.expect(204);
    let course = ada
        .get(&format!("{}/course", at(&treatment)))
        .await
        .expect(200)
        .body;
    assert_eq!(codes(&course), ["not_screened"]);
}
