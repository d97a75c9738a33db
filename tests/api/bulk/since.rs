//! What is new since the last time.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::people::{files, ids, manifest, registry};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::client::Client;
use crate::clinic::people::{accept, everything};
use crate::privacy::sharing::decide;
use crate::smart::people::{Key, Program, ada_at};
use crate::treatments::people::{at, cells, injection, riluzole};
use crate::weeks::{week, with};

async fn since(app: &TestApp, program: &Client, told: &Value, more: &str) -> Value {
    let since = told["transactionTime"].as_str().unwrap();
    manifest(app, program, &format!("/fhir/$export?_since={since}{more}")).await
}

/// A later hour, and a token of then.
async fn later(app: &TestApp, program: &Program) -> Client {
    app.clock.turn(TimeDelta::hours(1));
    program.with(app, "system/*.rs").await
}

#[rstest]
#[tokio::test]
async fn what_was_recorded_corrected_or_removed_since_is_told_and_nothing_else(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, _, ada) = ada_at(&app).await;
    let patient = ada.patient_id.clone().unwrap();
    ada.rate(&["2026-W42", "2026-W43", "2026-W44"]).await;
    let course = ada.adds(cells(&app)).await;
    let drug = ada.adds(riluzole(&app)).await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let first = manifest(&app, &later(&app, &program).await, "/fhir/$export").await;
    let reading = later(&app, &program).await;
    let ada = ada.refreshed().await;
    let none = since(&app, &reading, &first, "").await;
    assert_eq!(none["deleted"], json!([]));
    let none = files(&app, &reading, &none["output"]).await;
    assert_eq!(
        none.keys()
            .filter(|kind| kind.starts_with('Q') || *kind == "Patient")
            .count(),
        none.len()
    );

    ada.rate(&["2026-W47"]).await;
    let worse = with(week("2026-10-21"), "/answers/walking", 1);
    let tag = ada.read("2026-W43").await.expect(200);
    ada.with_header("If-Match", tag.etag())
        .put("/v1/patients/{patient}/entries/2026-W43", worse)
        .await
        .expect(200);
    let unanswered = ada.read("2026-W44").await.expect(200);
    ada.with_header("If-Match", unanswered.etag())
        .delete("/v1/patients/{patient}/entries/2026-W44")
        .await
        .expect(204);
    let held = ada.get(&at(&drug)).await.expect(200);
    ada.with_header("If-Match", held.etag())
        .delete(&at(&drug))
        .await
        .expect(204);
    let given = ada.adds(injection(&app, &course)).await;
    let told = since(&app, &reading, &first, "").await;

    let found = files(&app, &reading, &told["output"]).await;
    let answered = ids(&found["QuestionnaireResponse"]);
    assert_eq!(
        answered,
        [format!("{patient}.2026-W43"), format!("{patient}.2026-W47")]
    );
    assert_eq!(found["Observation"].len(), 40);
    assert_eq!(found["Procedure"].len(), 1);
    // What did not change is named all the same.
    let whole = found["Procedure"][0]["partOf"][0]["reference"]
        .as_str()
        .unwrap();
    assert!(whole.ends_with(&course.replace('-', "")), "{whole} {given}");
    assert!(!found.contains_key("MedicationStatement"));
    let bundles = &files(&app, &reading, &told["deleted"]).await["Bundle"];
    assert_eq!(
        (bundles.len(), &bundles[0]["type"]),
        (1, &json!("transaction"))
    );
    let gone: Vec<_> = bundles[0]["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            assert_eq!(entry["request"]["method"], "DELETE");
            entry["request"]["url"].as_str().unwrap()
        })
        .collect();
    assert_eq!(gone.len(), 22, "{gone:?}");
    assert!(gone.contains(&format!("QuestionnaireResponse/{patient}.2026-W44").as_str()));
    assert!(gone.contains(&format!("Observation/{patient}.2026-W44.total").as_str()));
    assert!(
        gone.iter()
            .any(|name| name.starts_with("MedicationStatement/"))
    );
    let narrow = since(&app, &reading, &first, "&_type=MedicationStatement").await;
    let bundles = &files(&app, &reading, &narrow["deleted"]).await["Bundle"];
    assert_eq!(bundles[0]["entry"].as_array().unwrap().len(), 1);
}

#[rstest]
#[tokio::test]
async fn of_a_patient_who_came_since_all_is_new(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (clinic, sam, _) = ada_at(&app).await;
    let ben = app.patient("ben").await;
    decide(&ben, "research_export", true).await;
    ben.rate(&["2026-W42"]).await;
    let code = clinic.invite(&sam, &ben).await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let first = manifest(&app, &later(&app, &program).await, "/fhir/$export").await;
    let reading = later(&app, &program).await;
    let ben = ben.refreshed().await;
    accept(&ben, &code, everything()).await.expect(201);

    let told = since(&app, &reading, &first, "&_type=QuestionnaireResponse").await;

    assert_eq!(
        files(&app, &reading, &told["output"]).await["QuestionnaireResponse"].len(),
        1
    );
}

#[rstest]
#[tokio::test]
async fn of_a_patient_who_shares_for_research_only_since_all_is_new(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("here", "research_export", "care_sharing")] how: &str,
) {
    let app = start!(on);
    let (clinic, _, ada) = ada_at(&app).await;
    let place = format!("/v1/patients/{{patient}}/sites/{}", clinic.site);
    let here = json!({ "share": with(everything(), "/research", false) });
    if how == "here" {
        ada.put(&place, here).await.expect(200);
    } else {
        decide(&ada, how, false).await;
    }
    ada.rate(&["2026-W42"]).await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let first = manifest(&app, &later(&app, &program).await, "/fhir/$export").await;
    assert!(!first.to_string().contains("QuestionnaireResponse"));
    let reading = later(&app, &program).await;
    let ada = ada.refreshed().await;

    if how == "here" {
        let again = json!({ "share": everything() });
        ada.with_header("If-Match", "*")
            .put(&place, again)
            .await
            .expect(200);
    } else {
        decide(&ada, how, true).await;
    }

    let told = since(&app, &reading, &first, "&_type=QuestionnaireResponse").await;
    let found = files(&app, &reading, &told["output"]).await;
    assert_eq!(found["QuestionnaireResponse"].len(), 1);
    let next = since(&app, &reading, &told, "&_type=QuestionnaireResponse").await;
    assert_eq!(next["output"], json!([]), "and the next time nothing");
}

#[rstest]
#[tokio::test]
async fn r115_a_write_that_was_under_way_is_told_by_the_next_export(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (clinic, ..) = ada_at(&app).await;
    let program = registry(&app, &clinic.site).await;

    let told = manifest(&app, &program, "/fhir/$export").await;

    let at =
        chrono::DateTime::parse_from_rfc3339(told["transactionTime"].as_str().unwrap()).unwrap();
    assert!(
        app.now() - at.to_utc() >= TimeDelta::seconds(60),
        "a minute of room: {at}"
    );
}
