//! Nothing is lost: versions, pages, the audit.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn r208_every_correction_keeps_what_was_there(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let path = "/v1/patients/{patient}/entries/2026-W47";
    let correction = with(
        with(week("2026-11-18"), "/answers/speech", 3),
        "/change_reason",
        "pressed the wrong button",
    );
    let sent = ada
        .with_header("If-Match", "\"v1\"")
        .put(path, correction)
        .await;
    sent.expect(200);

    ada.delete(path).await.refused(428, "precondition_required");
    let stale = ada.with_header("If-Match", "\"v1\"").delete(path).await;
    stale.refused(412, "precondition_failed");
    let reason = json!({"reason": "the wrong week"});
    let remover = ada.with_header("If-Match", "\"v2\"");
    remover.delete_with(path, reason).await.expect(204);
    remover.delete(path).await.expect(204);
    ada.delete(path).await.refused(428, "precondition_required");

    ada.read("2026-W47").await.refused(404, "not_found");
    let history = ada.get(&format!("{path}/revisions")).await.expect(200);
    let versions: Vec<_> = history.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| {
            let speech = version.pointer("/answers/speech").and_then(Value::as_i64);
            (
                version["voided"].as_bool().unwrap(),
                speech,
                version["change_reason"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        versions,
        [
            (false, Some(4), None),
            (false, Some(3), Some("pressed the wrong button")),
            (true, None, Some("the wrong week")),
        ]
    );

    let knowing = ada.with_header("If-Match", "\"v3\"");
    let again = knowing.put(path, week("2026-11-18")).await.expect(201);
    assert_eq!(again.body["revision"], json!(4));
    let first_two = ada
        .get(&format!("{path}/revisions?limit=2"))
        .await
        .expect(200);
    let next = first_two.body["next"].as_str().unwrap();
    let rest = ada
        .get(&format!("{path}/revisions?limit=2&cursor={next}"))
        .await
        .expect(200);
    assert_eq!(rest.body["items"][1]["revision"], json!(4));
    assert_eq!(rest.body["next"], Value::Null);
}

#[rstest]
#[tokio::test]
async fn five_years_of_weeks_come_page_by_page(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    for day in 2..=20 {
        let monday = chrono::NaiveDate::from_isoywd_opt(2026, day, chrono::Weekday::Mon).unwrap();
        let name = format!("2026-W{day:02}");
        ada.record(&name, week(&monday.to_string()))
            .await
            .expect(201);
    }
    let weeks = |body: &Value| -> Vec<String> {
        let items = body["items"].as_array().unwrap();
        items
            .iter()
            .map(|item| item["week"].as_str().unwrap().to_owned())
            .collect()
    };
    let list = "/v1/patients/{patient}/entries?from=2026-W03&to=2026-W19&order=desc&limit=10";

    let first = bob.get(list).await.expect(200);
    let next = first.body["next"].as_str().unwrap().to_owned();
    let second = bob.get(&format!("{list}&cursor={next}")).await.expect(200);

    assert_eq!(weeks(&first.body).first().unwrap(), "2026-W19");
    assert_eq!(
        (weeks(&first.body).len(), weeks(&second.body).len()),
        (10, 7)
    );
    assert_eq!(weeks(&second.body).last().unwrap(), "2026-W03");
    assert_eq!(second.body["next"], Value::Null);
    assert!(first.header("link").contains(&next) && first.header("link").contains("rel=\"next\""));

    // R102: a cursor belongs to its reader and its question.
    for (client, path) in [
        (&ada, format!("{list}&cursor={next}")),
        (
            &bob,
            format!("{}&cursor={next}", list.replace("desc", "asc")),
        ),
        (&bob, format!("{list}&cursor=x{next}")),
        (&bob, "/v1/patients/{patient}/entries?limit=0".to_owned()),
        (&bob, "/v1/patients/{patient}/entries?limit=201".to_owned()),
        (
            &bob,
            "/v1/patients/{patient}/entries?limit=%D9%A3".to_owned(),
        ),
        (
            &bob,
            "/v1/patients/{patient}/entries?from=2026-W54".to_owned(),
        ),
        (
            &bob,
            "/v1/patients/{patient}/entries?limit=1&limit=1".to_owned(),
        ),
        (&bob, "/v1/patients/{patient}/entries?lim=1".to_owned()),
    ] {
        client.get(&path).await.refused(400, "invalid_query");
    }
}

#[rstest]
#[tokio::test]
async fn r147_a_change_that_cannot_be_audited_is_not_made(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    app.sql("alter table audit_events rename to audit_gone");

    let reply = ada.record("2026-W47", week("2026-11-18")).await;

    reply.refused(500, "internal");
    assert_eq!(app.query_i64("select count(*) from entries"), 0);
}

#[rstest]
#[tokio::test]
async fn every_change_is_numbered_and_says_who_and_when(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    ada.record("2026-W46", week("2026-11-11")).await.expect(201);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    ada.record("2026-W47", week("2026-11-18")).await.expect(200);
    let remover = ada.with_header("If-Match", "\"v1\"");
    remover
        .delete("/v1/patients/{patient}/entries/2026-W46")
        .await
        .expect(204);

    let numbered = "select count(*) from audit_events where patient_key is not null \
                    and change_no between 1 and 3 and actor is not null and session_id is not null";
    assert_eq!(app.query_i64(numbered), 3);
    let voids = "select count(*) from audit_events where action = 'entry.voided'";
    assert_eq!(app.query_i64(voids), 1);
}
