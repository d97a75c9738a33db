//! Agreeing, and taking it back.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::sharing;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{with, without};

fn decision(given: bool) -> Value {
    sharing::decision("research_export", given)
}

#[rstest]
#[tokio::test]
async fn r169_what_was_agreed_to_and_taken_back_is_kept_for_good(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.caregiver("bob").await;

    let given = ada.post("/v1/account/consents", decision(true)).await;
    let given = given.expect(201).body;
    let back = ada.post("/v1/account/consents", decision(false)).await;
    let back = back.expect(201).body;
    let by = with(decision(true), "/given_by", "representative");
    let by = with(by, "/basis", "power of attorney of quagga");
    let by = with(by, "/method", "paper");
    let by = ada.post("/v1/account/consents", by).await.expect(201).body;

    let list = ada.get("/v1/account/consents").await.expect(200).body;
    assert_eq!(list["items"], json!([by, back, given]));
    assert_eq!(by["basis"], json!("power of attorney of quagga"));
    assert_eq!([&by["method"], &back["method"]], ["paper", "screen"]);
    app.keeps_to_itself("quagga");
    let others = bob.get("/v1/account/consents").await.expect(200).body;
    assert_eq!(others["items"], json!([]));
    for change in [
        "update consents set given = NOT given",
        "delete from consents",
    ] {
        assert!(app.try_sql(change).is_err(), "{change}");
    }
    let written = (
        app.written_down("consent.given"),
        app.written_down("consent.withdrawn"),
    );
    assert_eq!(written, (2, 1));
}

#[rstest]
#[case(with(decision(true), "/policy_sha256", "5B".repeat(32)), "/policy_sha256", "invalid_value")]
#[case(
    with(decision(true), "/policy_version", ""),
    "/policy_version",
    "empty"
)]
#[case(
    with(decision(true), "/language", "german language"),
    "/language",
    "invalid_locale"
)]
#[case(with(decision(true), "/basis", "I am she"), "/basis", "invalid_value")]
#[case(
    with(decision(true), "/given_by", "representative"),
    "/basis",
    "invalid_value"
)]
#[tokio::test]
async fn r169_a_decision_says_what_was_shown_and_who_decided(
    #[case] body: Value,
    #[case] pointer: &str,
    #[case] code: &str,
) {
    let (_app, ada) = start!(Sqlite; ada);

    let refused = ada.post("/v1/account/consents", body).await;

    refused.faulty(pointer, code);
    let unknown = with(decision(true), "/purpose", "advertising");
    let unknown = ada.post("/v1/account/consents", unknown).await;
    assert_eq!(unknown.status, 422);
    let silent = without(decision(true), "/given");
    let silent = ada.post("/v1/account/consents", silent).await;
    assert_eq!(silent.status, 422);
}

#[rstest]
#[tokio::test]
async fn r169_what_is_given_can_be_taken_back_however_often_it_was_decided(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let decide = async |given| ada.post("/v1/account/consents", decision(given)).await;
    for number in 0..50 {
        let another = with(decision(true), "/policy_version", format!("{number}"));
        ada.post("/v1/account/consents", another).await.expect(201);
    }

    let refused = decide(true).await;

    refused.refused(429, "quota_exceeded");
    let back = decide(false).await.expect(201);
    let again = decide(false).await.expect(201);
    assert_eq!(again.body, back.body, "the first answer may have been lost");
    let another = with(decision(false), "/language", "en");
    let another = ada.post("/v1/account/consents", another).await;
    another.refused(429, "quota_exceeded");
    app.clock.turn(TimeDelta::days(1));
    let ada = ada.refreshed().await;
    let given = ada.post("/v1/account/consents", decision(true)).await;
    given.expect(201);
}
