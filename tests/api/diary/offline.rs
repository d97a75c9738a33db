//! A week that waited on a phone differs from one that was filled in from memory.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::weeks::{week, with};

async fn on_a_named_device(person: &Person, name: &str) -> Person {
    let session = json!({"email": person.email, "password": person.password, "device_name": name});
    let session = person.post("/v1/sessions", session).await.expect(201);
    person.with(&session.body)
}

#[rstest]
#[tokio::test]
async fn a_week_says_when_it_was_answered_and_on_which_device(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let path = "/v1/patients/{patient}/entries/2026-W47";
    let phone = on_a_named_device(&bob, "the okapi phone").await.on(&ada);
    let body = with(week("2026-11-18"), "/respondent", "self_with_help");
    let body = with(body, "/answered_at", "2026-11-18T08:12:00Z");
    let tablet = on_a_named_device(&ada, "Ada's tablet").await;
    let later = with(body.clone(), "/answers/speech", 3);

    let first = phone.record("2026-W47", body.clone()).await.expect(201);
    // A phone that stamps each try anew sends the same.
    let again = with(body, "/answered_at", "2026-11-19T09:00:00Z");
    let again = phone.record("2026-W47", again).await.expect(200);
    let seen = tablet.with_header("If-Match", "\"v1\"");
    let later = with(later, "/answered_at", Value::Null);
    seen.put(path, later).await.expect(200);

    assert_eq!(first.body, again.body);
    let told = |version: &Value| json!([version["answered_at"], version["device_name"]]);
    let history = ada.get(&format!("{path}/revisions")).await.expect(200).body;
    let copy = ada.on_another_device().await;
    let copy = copy
        .ask("POST", "/v1/account/export")
        .await
        .expect(200)
        .body;
    for versions in [&history["items"], &copy["diary"]["entries"]] {
        assert_eq!(
            [told(&versions[0]), told(&versions[1])],
            [
                json!(["2026-11-18T08:12:00.000Z", "the okapi phone"]),
                json!([null, "Ada's tablet"])
            ]
        );
    }
    app.keeps_to_itself("okapi");
}

#[rstest]
#[case("2026-11-18")]
#[case("2026-11-18T08:12:00")]
#[case("2026-11-18T08:12:00+01:00")]
#[case("20261118T081200Z")]
#[case("2026-11-18T23:59:60Z")]
#[case("2026-11-18T23:59:60.999Z")]
#[case("1912-11-18T08:12:00Z")]
#[case("2912-11-18T08:12:00Z")]
#[tokio::test]
async fn what_is_no_instant_in_utc_or_absurd_is_refused(
    #[case] at: &str,
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);

    let odd = with(week("2026-11-18"), "/answered_at", at);
    let odd = ada.record("2026-W47", odd).await;
    let wrong = with(week("2026-11-18"), "/answered_at", "1970-01-01T00:00:07Z");
    let wrong = ada.record("2026-W47", wrong).await;

    odd.faulty("/answered_at", "invalid_value");
    // A clock that is wrong keeps no week from being recorded.
    let wrong = wrong.expect(201);
    assert_eq!(wrong.body["answered_at"], json!("1970-01-01T00:00:07.000Z"));
}
