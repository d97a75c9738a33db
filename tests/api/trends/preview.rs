//! The page of others, as the patient sees it.

use rstest::rstest;
use serde_json::json;

use super::{TREND, decline};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::treatments::people::riluzole;
use crate::weeks::{week, with};

const PICTURE: &str = "/v1/patients/{patient}/trend.svg";

#[rstest]
#[tokio::test]
async fn what_others_see_is_shown_to_who_lets_them_in(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;

    for place in [TREND, PICTURE] {
        let others = format!("{place}?as=summary");
        bob.get(&others).await.refused(403, "patient_only");
        ada.get(&others).await.expect(200);
        bob.get(&others).await.refused(403, "patient_only");
        let nobody = format!("{place}?as=owner");
        ada.get(&nobody).await.refused(400, "invalid_query");
    }
}

#[rstest]
#[tokio::test]
async fn the_patient_sees_the_trend_that_each_level_sees(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("summary", "read", "write")] level: &str,
) {
    let (app, ada) = start!(on; ada);
    decline(&ada, 30).await;
    ada.adds(riluzole(&app)).await;
    let bob = app.member(&ada, "bob", level).await;
    let breathless = with(week("2026-11-23"), "/answers/dyspnea", 1);
    ada.record("2026-W48", breathless).await.expect(201);

    for place in [TREND, PICTURE] {
        let preview = ada.get(&format!("{place}?as={level}&weeks=52")).await;
        let shown = bob.get(&format!("{place}?weeks=52")).await.expect(200);
        assert_eq!(preview.expect(200).text, shown.text);
    }

    let preview = ada
        .get(&format!("{TREND}?as={level}&weeks=52"))
        .await
        .expect(200);
    let own = ada.get(&format!("{TREND}?weeks=52")).await.expect(200);
    assert_ne!(preview.text, own.text);
    let are_told = level != "summary";
    assert_eq!(preview.body["flags"] != json!([]), are_told);
}
