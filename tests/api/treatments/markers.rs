//! Treatments, devices and side effects on the curve.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{at, headache, riluzole};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::weeks::with;

async fn markers(person: &Person) -> Vec<Value> {
    let trend = person.get("/v1/patients/{patient}/trend?weeks=52").await;
    trend.expect(200).body["markers"]
        .as_array()
        .unwrap()
        .clone()
}

#[rstest]
#[tokio::test]
async fn a_curve_shows_what_began_and_a_summary_names_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let rob = app.member(&ada, "rob", "read").await;
    let sue = app.member(&ada, "sue", "summary").await;
    assert!(markers(&ada).await.is_empty());
    let mask = with(riluzole(&app), "/treatment_kind", "device");
    let mask = with(
        with(mask, "/name", "a mask at night"),
        "/ended_on",
        "2026-08-06",
    );
    let mask = with(mask, "/started_on", "2026-07-22");
    let drug = ada.adds(riluzole(&app)).await;
    let path = at(&drug);
    let mask = ada.adds(mask).await;
    ada.adds(headache(&app)).await;
    ada.adds(with(riluzole(&app), "/started_on", "2024-01-01"))
        .await;

    let hers = markers(&ada).await;

    let marker = |kind: &str, id: &Value, week: &str, day: &str, label: &str| json!({"kind": kind, "treatment_id": id, "week": week, "day": day, "label": label});
    let (drug, mask) = (json!(drug), json!(mask));
    assert_eq!(
        hers,
        [
            marker(
                "treatment",
                &drug,
                "2026-W10",
                "2026-03-02",
                "riluzole started"
            ),
            marker(
                "side_effect",
                &Value::Null,
                "2026-W20",
                "2026-05-13",
                "headache"
            ),
            marker(
                "device",
                &mask,
                "2026-W30",
                "2026-07-22",
                "a mask at night started"
            ),
            marker(
                "device",
                &mask,
                "2026-W32",
                "2026-08-06",
                "a mask at night ended"
            ),
        ]
    );
    assert_eq!(markers(&rob).await, hers);
    let summary = markers(&sue).await;
    let labels: Vec<&str> = summary
        .iter()
        .map(|one| one["label"].as_str().unwrap())
        .collect();
    assert!(summary.iter().all(|one| one["treatment_id"].is_null()));
    assert_eq!(
        labels,
        ["a treatment started", "a device started", "a device ended"]
    );

    let seen = ada.with_header("If-Match", "\"v1\"");
    seen.delete(&path).await.expect(204);
    assert_eq!(markers(&ada).await, hers[1..]);
}
