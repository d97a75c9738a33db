//! What the scale lacks: measured values and milestones, kept as treatments are.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{at, new_id, nose_tube, vital_capacity};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn a_value_that_cannot_be_is_not_taken(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let cases = [
        ("/measure", json!("horoscope"), "/measure", "invalid_value"),
        ("/value", json!(0.5), "/value", "out_of_range"),
        ("/value", json!(201), "/value", "out_of_range"),
        ("/value", json!("81"), "/value", "invalid_value"),
        (
            "/measured_on",
            json!("2026-11-26"),
            "/measured_on",
            "date_in_future",
        ),
        (
            "/posture",
            json!("upside_down"),
            "/posture",
            "invalid_value",
        ),
        ("/assay", json!("Simoa"), "/assay", "laboratory_only"),
        ("/unit", json!("%"), "/unit", "unknown_member"),
    ];
    for (member, value, pointer, code) in cases {
        let reply = ada.puts(with(vital_capacity(&app), member, value)).await;
        assert_eq!(reply.status, 422, "{member}: {}", reply.text);
        reply.faulty(pointer, code);
    }
    let hours = with(vital_capacity(&app), "/measure", "ventilator_hours");
    let reply = ada.puts(with(hours, "/value", 25)).await;
    assert_eq!(reply.body["errors"][0]["pointer"], "/value");
    assert_eq!(reply.body["errors"][1]["code"], "lung_function_only");
    let tube = with(nose_tube(&app), "/ended_on", "2026-10-31");
    ada.puts(tube)
        .await
        .faulty("/ended_on", "ended_before_start");
}

#[rstest]
#[tokio::test]
async fn what_a_clinic_measures_is_kept_and_corrected(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let sent = vital_capacity(&app);
    let path = at(&bob.adds(sent.clone()).await);
    let light_chain = json!({
        "id": new_id(&app), "kind": "measurement", "measure": "nfl_serum", "value": 74.2,
        "measured_on": "2026-10-21", "device": "the hospital's platform", "assay": "single molecule array",
    });
    ada.adds(light_chain).await;

    let seen = bob.with_header("If-Match", "\"v1\"");
    seen.puts(with(sent.clone(), "/value", 79))
        .await
        .expect(200);
    let seen = bob.with_header("If-Match", "\"v2\"");
    let other = seen.puts(with(sent, "/measure", "fvc")).await;
    other.faulty("/measure", "cannot_change");

    let shown = ada.get(&path).await.expect(200).body;
    assert_eq!(
        (&shown["value"], &shown["posture"], &shown["revision"]),
        (&json!(79.0), &json!("supine"), &json!(2))
    );
    let list = ada
        .get("/v1/patients/{patient}/records?kind=measurement")
        .await;
    let list = list.expect(200).body;
    let measured: Vec<&Value> = list["items"].as_array().unwrap().iter().collect();
    assert_eq!(measured.len(), 2);
    assert_eq!(measured[1]["assay"], json!("single molecule array"));
    assert_eq!(app.written_down("measurement.revised"), 1);
}

#[rstest]
#[tokio::test]
async fn a_tube_through_the_nose_counts_as_nutritional_failure_while_it_lies(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let sue = app.member(&ada, "sue", "summary").await;
    for (name, day) in [
        ("2026-W43", "2026-10-21"),
        ("2026-W45", "2026-11-04"),
        ("2026-W47", "2026-11-18"),
    ] {
        let path = format!("/v1/patients/{{patient}}/entries/{name}");
        ada.put(&path, week(day)).await.expect(201);
    }
    let kings = async || {
        let trend = ada
            .get("/v1/patients/{patient}/trend")
            .await
            .expect(200)
            .body;
        let points = trend["points"].as_array().unwrap().clone();
        points
            .iter()
            .map(|point| point["kings"].clone())
            .collect::<Vec<_>>()
    };
    let before = kings().await;
    assert!(before.iter().all(|stage| stage != "4A"));

    ada.adds(nose_tube(&app)).await;

    assert_eq!(
        kings().await,
        [before[0].clone(), json!("4A"), before[2].clone()]
    );
    let markers = ada.get("/v1/patients/{patient}/trend").await.body["markers"].clone();
    let labels: Vec<&Value> = markers
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["label"])
        .collect();
    assert_eq!(
        labels,
        [
            "feeding tube through the nose",
            "feeding tube through the nose ended"
        ]
    );
    let hers = sue
        .get("/v1/patients/{patient}/trend")
        .await
        .expect(200)
        .body;
    assert_eq!(hers["markers"], json!([]));
}
