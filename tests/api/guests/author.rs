//! Who recorded it, where that is somebody without an account: what they say, shown as claimed.

use rstest::rstest;
use serde_json::{Value, json};

use super::{ENTRY, LINKS, Nora, night, speech};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn a_guests_name_is_shown_as_claimed_wherever_an_author_is(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    let nora = Nora::let_in_by(&app, &ada).await;
    let sent = nora.record(night()).await.expect(201);
    let seen = ada.with_header("If-Match", sent.etag());
    let changed = with(week("2026-11-23"), "/answers/speech", 1);
    seen.put(ENTRY, changed).await.expect(200);
    let claimed = json!({
        "account_id": null, "display_name": "Nora", "relation": "guest", "claimed": true,
    });
    let hers = json!({
        "account_id": ada.account_id, "display_name": "Ada", "relation": "self",
    });

    let history = bob
        .get(&format!("{ENTRY}/revisions"))
        .await
        .expect(200)
        .body;
    let changes = bob.get("/v1/patients/{patient}/changes").await.expect(200);
    let copy = ada.on_another_device().await;
    let copy = copy
        .ask("POST", "/v1/account/export")
        .await
        .expect(200)
        .body;

    for versions in [&history["items"], &copy["diary"]["entries"]] {
        let authors = [&versions[0]["recorded_by"], &versions[1]["recorded_by"]];
        assert_eq!(authors, [&claimed, &hers]);
    }
    assert_eq!(copy["diary"]["guest_links"][0]["week"], "2026-W48");
    assert!(changes.text.contains("2026-W48"));
    let table = bob.with_header("accept", "text/csv");
    let table = table
        .get("/v1/patients/{patient}/entries")
        .await
        .expect(200);
    assert!(table.text.contains("Ada,self"), "{}", table.text);
}

#[rstest]
#[tokio::test]
async fn who_made_the_link_is_not_the_author(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let nora = Nora::let_in_by(&app, &ada).await;
    let sent = nora.record(night()).await.expect(201);

    // Ada never sent this, so it is no late copy of hers.
    let proxy = with(night(), "/respondent", "caregiver_proxy");
    let seen = bob.with_header("If-Match", sent.etag());
    seen.put(ENTRY, speech(2)).await.expect(200);
    let hers = ada.put(ENTRY, proxy).await;
    let trend = ada
        .get("/v1/patients/{patient}/trend")
        .await
        .expect(200)
        .body;

    hers.refused(409, "week_taken");
    assert_eq!(trend["points"][0]["respondent"], "caregiver_proxy");
    let table = bob.with_header("accept", "text/csv");
    let table = table
        .get("/v1/patients/{patient}/entries")
        .await
        .expect(200);
    assert!(table.text.contains("Bob,friend"), "{}", table.text);
}

#[rstest]
#[tokio::test]
async fn a_program_is_told_of_a_guest_without_a_name_and_fhir_of_no_other_author(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let nora = Nora::let_in_by(&app, &ada).await;
    nora.record(night()).await.expect(201);

    let id = format!("{}.2026-W48", ada.patient_id.as_deref().unwrap());
    let read = ada.get(&format!("/fhir/QuestionnaireResponse/{id}")).await;

    let read = read.expect(200).body;
    for part in ["author", "source"] {
        assert_eq!(
            read[part],
            json!({
                "type": "RelatedPerson",
                "display": "Nora (who had a link and no account: the name is not proved)",
            })
        );
    }
}

#[rstest]
#[tokio::test]
async fn r152_the_patient_sees_what_was_done_with_a_link(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let made = ada.post(LINKS, json!({})).await.expect(201);
    let nora = Nora::with(&app, &made);
    nora.look().await.expect(200);
    nora.look().await.expect(200);
    nora.record(night()).await.expect(201);
    let path = format!("{LINKS}/{}", made.body["id"].as_str().unwrap());
    ada.delete(&path).await.expect(204);

    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200)
        .body;

    let told = log["items"].as_array().unwrap().iter().take(4);
    let told = told.map(|event| (event["text"].as_str().unwrap(), &event["account_id"]));
    let own = json!(ada.account_id);
    let guest = "Somebody without an account, who has a link for one week,";
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            ("You took a link for one week back.", &own),
            (
                &*format!("{guest} recorded a week (2026-W48)."),
                &Value::Null
            ),
            (
                &*format!("{guest} opened a link for one week."),
                &Value::Null
            ),
            (
                "You made a link with which somebody without an account can record one week.",
                &own
            ),
        ]
    );
}

#[rstest]
#[tokio::test]
async fn a_guests_week_is_news_to_the_circle(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    bob.get("/v1/patients/{patient}/trend").await.expect(200);
    let nora = Nora::let_in_by(&app, &ada).await;
    nora.record(night()).await.expect(201);

    let listed = bob.get("/v1/patients").await.expect(200).body;

    assert_eq!(listed["items"][0]["new_weeks"], 1, "{listed}");
}
