//! Many generated clients cannot leave a member out: they write null for all that is not set.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::promise;
use crate::treatments::people::{at, cells, headache, id_of, injection, riluzole};
use crate::weeks::week;

/// `body`, with null for every other member that the contract has of `schema`.
fn written_whole(schema: &str, body: &Value) -> Value {
    let schema = &promise::document()["components"]["schemas"][schema];
    let mut whole = body.clone();
    for name in schema["properties"].as_object().unwrap().keys() {
        if body.get(name).is_none() {
            whole[name] = Value::Null;
        }
    }
    assert_ne!(&whole, body, "there is something to leave out");
    whole
}

#[rstest]
#[tokio::test]
async fn a_week_is_the_same_with_null_for_what_was_not_asked(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    let short = json!({"assessed_on": "2026-11-18", "answers": {"speech": 4}});
    let whole = written_whole("EntryRequest", &short);

    let recorded = ada.record("2026-W47", whole).await.expect(201);

    assert_eq!(recorded.body["gastrostomy"], json!(false));
    assert_eq!(recorded.body["cutting_form"], json!("5a"));
    let again = ada.record("2026-W47", short).await.expect(200);
    assert_eq!(again.etag(), recorded.etag());
}

#[rstest]
#[tokio::test]
async fn a_record_is_the_same_with_null_for_the_members_of_other_kinds(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let cells = cells(&app);
    let day = injection(&app, id_of(&cells));

    for sent in [riluzole(&app), cells, day, headache(&app)] {
        let place = at(id_of(&sent));
        let mut short = sent.clone();
        short.as_object_mut().unwrap().remove("id");
        let whole = written_whole("RecordRequest", &short);

        let recorded = ada.put(&place, whole).await.expect(201);

        let again = ada.put(&place, short).await.expect(200);
        assert_eq!(again.etag(), recorded.etag());
    }
}

#[rstest]
#[tokio::test]
async fn what_waited_goes_out_with_null_for_its_headers(#[values(Sqlite)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let diary = ada.patient_id.as_deref().unwrap();
    let removes = |place: u32| {
        json!({
            "id": place.to_string(), "method": "DELETE", "headers": null, "body": null,
            "path": format!("/v1/patients/{diary}/entries/2025-W{:02}", 1 + place % 52),
        })
    };
    let mut operations: Vec<Value> = (1..100).map(removes).collect();
    operations.push(json!({
        "id": "week", "method": "PUT", "path": format!("/v1/patients/{diary}/entries/2026-W47"), "headers": null,
        "body": week("2026-11-18"),
    }));

    let sent = ada
        .post("/v1/batch", json!({"operations": operations}))
        .await;

    assert_eq!(sent.expect(200).body["results"][99]["status"], json!(201));
}

#[rstest]
#[tokio::test]
async fn what_is_needed_and_null_is_told(#[values(Sqlite)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let sent = json!({
        "assessed_on": null, "answers": {"speech": null, "walking": 7}, "symptoms": null, "respondent": "me",
    });

    let refused = ada.record("2026-W47", sent).await.expect(422);

    let mut told = refused.faults();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("/answers/walking", "invalid_value"),
            ("/assessed_on", "invalid_value"),
            ("/respondent", "invalid_value"),
        ]
    );
}
