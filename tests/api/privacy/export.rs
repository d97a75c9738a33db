//! A copy of everything.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

/// Every UUID in an answer.
fn ids(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.len() == 36 && text.matches('-').count() == 4 => {
            found.push(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| ids(item, found)),
        Value::Object(members) => members.values().for_each(|member| ids(member, found)),
        _ => {}
    }
}

#[rstest]
#[tokio::test]
async fn r122_the_copy_has_all_that_the_api_shows(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    app.invite(&ada, "eve@example.org", "read").await;
    let first = with(week("2026-11-18"), "/note", "the first note");
    let reply = ada.record("2026-W47", first.clone()).await.expect(201);
    let path = "/v1/patients/{patient}/entries/2026-W47";
    ada.with_header("If-Match", reply.header("etag"))
        .put(path, with(first, "/note", "the second note"))
        .await
        .expect(200);
    let by_bob = with(week("2026-11-11"), "/respondent", "caregiver_proxy");
    bob.record("2026-W46", by_bob).await.expect(201);

    let reply = ada.ask("POST", "/v1/account/export").await.expect(200);

    let copy = &reply.body;
    assert!(
        reply
            .header("content-disposition")
            .starts_with("attachment")
    );
    let text = copy.to_string();
    for shown in [
        "/v1/account",
        "/v1/sessions",
        "/v1/account/consents",
        "/v1/patients",
        "/v1/patients/{patient}",
        "/v1/patients/{patient}/entries",
        "/v1/patients/{patient}/entries/2026-W47/revisions",
        "/v1/patients/{patient}/circle",
        "/v1/patients/{patient}/invitations",
    ] {
        let mut expected = Vec::new();
        ids(&ada.get(shown).await.expect(200).body, &mut expected);
        for id in expected {
            assert!(text.contains(&id), "{shown}: {id}");
        }
    }
    let notes: Vec<&Value> = copy["diary"]["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["note"])
        .collect();
    assert_eq!(
        notes,
        [
            &Value::Null,
            &json!("the first note"),
            &json!("the second note")
        ]
    );
    assert!(text.contains("eve@example.org") && text.contains("entry.revised"));
    assert_eq!(app.written_down("account.exported"), 1);

    app.clock.turn(chrono::TimeDelta::minutes(6));
    let stale = ada.ask("POST", "/v1/account/export").await;
    stale.refused(401, "insufficient_user_authentication");
    let bob = bob.on_another_device().await;
    let his = bob.ask("POST", "/v1/account/export").await.expect(200).body;
    assert_eq!(his["diary"], Value::Null);
    assert!(!his.to_string().contains("the second note"));
    assert_eq!(his["diaries"][0]["display_name"], json!("Ada"));
}

#[rstest]
#[tokio::test]
async fn r122_what_is_refused_until_she_says_who_she_is_takes_no_copy_of_hers(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let copy = "/v1/account/export";
    app.clock.turn(TimeDelta::minutes(6));

    for _ in 0..6 {
        let stale = ada.ask("POST", copy).await;
        stale.refused(401, "insufficient_user_authentication");
    }

    let given = json!({ "password": ada.password });
    let ada = ada.stepped_up(given).await;
    ada.ask("POST", copy).await.expect(200);
}
