//! The time spent in each stage.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{answers, week, with};

const HISTORY: &str = "/v1/patients/{patient}/stage-history";

#[rstest]
#[tokio::test]
async fn stages_are_told_with_their_days_and_no_forecast(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let sue = app.member(&ada, "sue", "summary").await;
    let none = ada.get(HISTORY).await.expect(200).body;
    assert_eq!(none["kings"], json!([]));

    // One region, then two, then two with an answer that leaves it open, then three.
    for (name, day, scores) in [
        (
            "2026-W40",
            "2026-09-30",
            [4, 4, 4, 3, 3, 3, 4, 4, 4, 4, 4, 4],
        ),
        (
            "2026-W42",
            "2026-10-14",
            [3, 4, 4, 3, 3, 3, 4, 4, 4, 4, 4, 4],
        ),
        (
            "2026-W43",
            "2026-10-21",
            [3, 4, 4, 3, 3, 3, 4, 4, 4, 4, 4, 4],
        ),
        (
            "2026-W46",
            "2026-11-11",
            [3, 4, 4, 3, 3, 3, 4, 3, 4, 4, 4, 4],
        ),
    ] {
        let body = with(week(day), "/answers", answers(scores));
        ada.record(name, body).await.expect(201);
    }
    let open = with(
        week("2026-10-28"),
        "/answers",
        answers([3, 4, 4, 3, 3, 3, 4, 4, 4, 4, 4, 4]),
    );
    let open = with(open, "/answers/walking", json!(null));
    ada.record("2026-W44", open).await.expect(201);

    let told = ada.get(HISTORY).await.expect(200).body;
    assert_eq!(
        told["kings"],
        json!([
            {"stage": "1", "from": "2026-09-30", "to": "2026-10-14", "days": 14},
            {"stage": "2", "from": "2026-10-14", "to": "2026-11-11", "days": 28},
            {"stage": "3", "from": "2026-11-11", "to": "2026-11-11", "days": 0},
        ])
    );
    assert_eq!(told["mitos"][0]["stage"], 0);
    assert_eq!(told["mitos"][0]["days"], 42);
    assert_eq!(sue.get(HISTORY).await.expect(200).body, told);
}
