//! Symptoms and weight beside the scale.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

const TREND: &str = "/v1/patients/{patient}/symptom-trend";

#[rstest]
#[tokio::test]
async fn symptoms_and_weight_are_trends_beside_the_scale(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let rob = app.member(&ada, "rob", "read").await;
    // Three weeks apart; on lines: tiredness rises by 1 in 21 days, 1.449 a month, and the weight falls by
    // 0.7 kg in 21 days.
    let weeks = [
        ("2026-08-05", 2, 70.0),
        ("2026-08-26", 3, 69.3),
        ("2026-09-16", 4, 68.6),
        ("2026-10-07", 5, 67.9),
        ("2026-10-28", 6, 67.2),
        ("2026-11-18", 7, 66.5),
    ];
    for (day, fatigue, weight) in weeks {
        let body = with(week(day), "/symptoms", json!({ "fatigue": fatigue }));
        let day: chrono::NaiveDate = day.parse().unwrap();
        let name = day.format("%G-W%V").to_string();
        ada.record(&name, with(body, "/weight_kg", weight))
            .await
            .expect(201);
    }
    ada.record("2026-W48", week("2026-11-23")).await.expect(201);

    let trend = rob.get(TREND).await.expect(200);

    let (symptoms, weight) = (&trend.body["symptoms"], &trend.body["weight_kg"]);
    let values = |series: &Value| -> Vec<f64> {
        let points = series["points"].as_array().unwrap().iter();
        points
            .map(|point| point["value"].as_f64().unwrap())
            .collect()
    };
    assert_eq!(values(&symptoms["fatigue"]), [2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
    assert_eq!(values(weight), [70.0, 69.3, 68.6, 67.9, 67.2, 66.5]);
    assert_eq!(values(&symptoms["pain"]), [0.0; 0]);
    let rise = symptoms["fatigue"]["slope"]["points_per_month"]
        .as_f64()
        .unwrap();
    assert!((rise - 1.449).abs() < 0.001, "{rise}");
    let fall = weight["slope"]["points_per_month"].as_f64().unwrap();
    assert!((fall + 0.7 * rise).abs() < 0.01, "{fall}");
    assert_eq!(symptoms["pain"]["slope"]["enough"], json!(false));
    assert_eq!(
        trend.body["window"],
        json!({"from": "2026-W23", "to": "2026-W48", "weeks": 26})
    );
    let known = rob.with_header("If-None-Match", trend.etag());
    known.get(TREND).await.expect(304);
    let four = ada.get(&format!("{TREND}?weeks=4")).await.expect(200).body;
    assert_eq!(values(&four["weight_kg"]), [66.5]);
    let all = ada
        .get(&format!("{TREND}?weeks=all"))
        .await
        .expect(200)
        .body;
    assert_eq!(all["window"]["from"], json!("2026-W32"));
    ada.get(&format!("{TREND}?weeks=3"))
        .await
        .refused(400, "invalid_query");
}

#[rstest]
#[tokio::test]
async fn who_sees_only_the_trend_sees_no_symptom(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let sue = app.member(&ada, "sue", "summary").await;
    let empty = ada.get(TREND).await.expect(200).body;
    assert_eq!(empty["symptoms"]["fatigue"]["points"], json!([]));

    sue.get(TREND).await.refused(403, "summary_only");
}
