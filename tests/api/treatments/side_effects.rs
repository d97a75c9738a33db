//! What may have come from a treatment.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{SIDE_EFFECTS, at, headache};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::with;

#[rstest]
#[tokio::test]
async fn a_headache_is_recorded_and_ends(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let treatment = ada.treated(&app).await;
    let sent = with(headache(&app), "/suspected_treatment_id", treatment.clone());
    let sent = with(sent, "/serious", true);

    let path = at(&bob.adds(sent.clone()).await);
    let seen = bob.with_header("If-Match", "\"v1\"");
    let ended = with(sent.clone(), "/ended_on", "2026-05-15");
    seen.puts(with(ended, "/description", "gone after coffee"))
        .await
        .expect(200);

    let shown = ada.get(&path).await.expect(200).body;
    assert_eq!(
        (
            &shown["what"],
            &shown["severity"],
            &shown["serious"],
            &shown["suspected_treatment_id"]
        ),
        (
            &json!("headache"),
            &json!(2),
            &json!(true),
            &json!(treatment)
        )
    );
    assert_eq!(
        (&shown["ended_on"], &shown["revision"]),
        (&json!("2026-05-15"), &json!(2))
    );
    let history = ada.get(&format!("{path}/revisions")).await.expect(200).body;
    assert_eq!(history["items"][0]["ended_on"], Value::Null);
    assert_eq!(app.written_down("side_effect.revised"), 1);

    // What was suspected may be removed; what was felt stays.
    ada.with_header("If-Match", "\"v1\"")
        .delete(&at(&treatment))
        .await
        .expect(204);
    let list = ada.get(SIDE_EFFECTS).await.expect(200).body;
    assert_eq!(list["items"][0]["suspected_treatment_id"], json!(treatment));
    let longer = with(sent, "/ended_on", "2026-05-17");
    let seen = bob.with_header("If-Match", "\"v2\"");
    seen.puts(longer).await.expect(200);
}
