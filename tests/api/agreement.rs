//! How far the ratings of two people agree, for who may read them.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{answers, week, with};

const AGREEMENT: &str = "/v1/patients/{patient}/agreement";

#[rstest]
#[tokio::test]
async fn a_wife_and_her_husband_see_how_far_they_agree(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let sue = app.member(&ada, "sue", "summary").await;
    let none = ada.get(AGREEMENT).await.expect(200).body;
    assert_eq!(
        (&none["within_days"], &none["agreements"]),
        (&json!(7), &json!([]))
    );
    // On Fridays she answers, on the Mondays after he does, for what he sees of her hands.
    let his = answers([4, 4, 4, 2, 3, 3, 4, 4, 4, 4, 4, 4]);
    let hers = [("2026-W43", "2026-10-23"), ("2026-W45", "2026-11-06")];
    for (name, day) in hers {
        ada.record(name, week(day)).await.expect(201);
    }
    for (name, day) in [("2026-W44", "2026-10-26"), ("2026-W46", "2026-11-09")] {
        let proxy = with(week(day), "/respondent", "caregiver_proxy");
        bob.record(name, with(proxy, "/answers", his.clone()))
            .await
            .expect(201);
    }

    let seen = bob.get(AGREEMENT).await.expect(200);
    let in_german = bob.with_header("Accept-Language", "de-CH, en;q=0.5");
    let in_german = in_german.get(AGREEMENT).await.expect(200);

    let told = &seen.body["agreements"];
    assert_eq!(told.as_array().unwrap().len(), 1);
    let pair = &told[0];
    assert_eq!(
        (&pair["one"], &pair["other"], &pair["pairs"]),
        (&json!("self"), &json!("caregiver_proxy"), &json!(2))
    );
    assert_eq!(
        pair["total"],
        json!({"n": 2, "mean_difference": -1.0, "limits_of_agreement": Value::Null})
    );
    assert_eq!(pair["domains"][1]["mean_difference"], json!(-1.0));
    assert_eq!(
        pair["items"][3],
        json!({
            "item": "handwriting", "n": 2, "mean_difference": -1.0, "limits_of_agreement": Value::Null,
        })
    );
    assert!(
        seen.body["text"]
            .as_str()
            .unwrap()
            .contains("none of them need be wrong")
    );
    let text = in_german.body["text"].as_str().unwrap();
    assert!(text.contains("Menschen"), "{text}");
    sue.get(AGREEMENT).await.refused(403, "summary_only");
}
