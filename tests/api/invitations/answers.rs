//! Invitations, on the side of whoever gets the mail.

use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::json;

use super::{ACCEPT, INVITATIONS, accept, sent, to};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::reply::Reply;

const PREVIEW: &str = "/v1/invitations/preview";

async fn preview(person: &Person, code: &str) -> Reply {
    person.post(PREVIEW, json!({ "code": code })).await
}

#[rstest]
#[tokio::test]
async fn r68_preview_never_consumes(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.caregiver("bob").await;
    let code = app.invite(&ada, &bob.email, "read").await;

    for _ in 0..5 {
        preview(&bob, &code).await.expect(200);
    }
    for method in ["GET", "HEAD"] {
        assert_eq!(bob.ask(method, PREVIEW).await.status, 405);
        assert_eq!(bob.ask(method, ACCEPT).await.status, 405);
    }

    accept(&bob, &code).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r70_preview_says_what_it_means_and_nothing_about_anyone_else(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let carol = app.member(&ada, "carol", "write").await;
    let bob = app.caregiver("bob").await;
    let code = app.invite(&ada, &bob.email, "summary").await;

    let seen = preview(&bob, &code).await.expect(200);

    let mut body = seen.body.clone();
    body.as_object_mut().unwrap().remove("expires_at").unwrap();
    let expected = json!({
        "invited_by": "Ada",
        "level": "summary",
        "allows": "see how the ratings develop, without single answers or notes",
        "relation": "friend",
        "members": [{ "level": "write", "relation": "friend" }],
        "clinics": 0,
    });
    assert_eq!(body, expected);
    for secret in [
        &carol.account_id,
        &carol.email,
        &ada.email,
        ada.patient_id.as_ref().unwrap(),
    ] {
        assert!(!seen.text.contains(secret), "R77: {}", seen.text);
    }
}

#[rstest]
#[tokio::test]
async fn r69_only_the_invited_address_can_answer(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (bob, eve) = (app.caregiver("bob").await, app.caregiver("eve").await);
    let body = to("BOB@Example.ORG");
    ada.post(INVITATIONS, body).await.expect(201);
    let code = app.mail().next_to(&bob.email).await.code();
    let for_another_box = app.invite(&ada, "bob+diary@example.org", "read").await;

    preview(&eve, &code).await.refused(404, "not_found");
    accept(&eve, &code).await.refused(404, "not_found");
    accept(&bob, &for_another_box)
        .await
        .refused(404, "not_found");
    let nobody = app.nobody();
    for path in [PREVIEW, ACCEPT] {
        let reply = nobody.post(path, json!({ "code": code })).await;
        reply.refused(401, "unauthenticated");
    }

    accept(&bob, &code).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r70_a_code_that_does_not_work_does_not_say_why(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (bob, eve) = (app.caregiver("bob").await, app.caregiver("eve").await);
    let expired = app.invite(&ada, &bob.email, "read").await;
    app.clock.turn(TimeDelta::days(7));
    let (ada, bob) = (ada.refreshed().await, bob.refreshed().await);
    let revoked = app.invite(&ada, &bob.email, "read").await;
    let used = app.invite(&ada, &bob.email, "read").await;
    accept(&bob, &used).await.expect(201);
    let member = format!("/v1/patients/{{patient}}/circle/{}", bob.account_id);
    ada.delete(&member).await.expect(204);
    let foreign = app.invite(&ada, &eve.email, "read").await;
    let unknown = "A".repeat(43);

    let mut answers = Vec::new();
    for code in [&unknown, &expired, &revoked, &used, &foreign] {
        answers.push(preview(&bob, code).await.indistinct());
        answers.push(accept(&bob, code).await.indistinct());
    }
    for nonsense in ["", " ", "%00", "\u{1F980}", "../../etc/passwd"] {
        answers.push(preview(&bob, nonsense).await.indistinct());
        answers.push(accept(&bob, nonsense).await.indistinct());
    }

    let first = answers.first().unwrap().clone();
    assert_eq!((first.0, &first.1["code"]), (404, &json!("not_found")));
    assert!(
        answers.iter().all(|answer| *answer == first),
        "{answers:#?}"
    );
}

#[rstest]
#[tokio::test]
async fn r67_an_invitation_lives_for_seven_days(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (bob, carol) = (app.caregiver("bob").await, app.caregiver("carol").await);
    let to_bob = app.invite(&ada, &bob.email, "read").await;
    let to_carol = app.invite(&ada, &carol.email, "read").await;

    app.clock.turn(TimeDelta::days(7) - TimeDelta::minutes(2));
    let (bob, carol) = (bob.refreshed().await, carol.refreshed().await);
    accept(&bob, &to_bob).await.expect(201);
    app.clock.turn(TimeDelta::minutes(3));
    preview(&carol, &to_carol).await.refused(404, "not_found");
    accept(&carol, &to_carol).await.refused(404, "not_found");

    let ada = ada.refreshed().await;
    let status = |email: &str, status: &str| (email.to_owned(), status.to_owned());
    let expected = [status(&carol.email, "expired"), status(&bob.email, "used")];
    assert_eq!(sent(&ada).await, expected);
}

#[rstest]
#[tokio::test]
async fn r67_a_code_works_once(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.caregiver("bob").await;
    let code = app.invite(&ada, &bob.email, "read").await;
    let own_grant = format!("/v1/patients/{{patient}}/circle/{}", bob.account_id);

    let joined = accept(&bob, &code).await.expect(201);
    let again = accept(&bob, &code).await.expect(201);

    assert_eq!(
        again.body, joined.body,
        "the first answer may have been lost"
    );
    assert_eq!(
        joined.body,
        json!({ "patient_id": ada.patient_id, "level": "read" })
    );
    assert_eq!(
        app.written_down("circle.joined"),
        1,
        "the second changed nothing"
    );
    preview(&bob, &code).await.refused(404, "not_found");
    bob.on(&ada).delete(&own_grant).await.expect(204);
    accept(&bob, &code).await.refused(404, "not_found");
    bob.on(&ada).get(&own_grant).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn r71_fifty_parallel_accepts_make_one_grant(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (bob, eve) = (app.caregiver("bob").await, app.caregiver("eve").await);
    let code = app.invite(&ada, &bob.email, "read").await;

    let (by_bob, by_eve) = tokio::join!(
        join_all((0..50).map(|_| accept(&bob, &code))),
        join_all((0..10).map(|_| accept(&eve, &code))),
    );

    assert!(by_bob.iter().all(|answer| answer.status == 201));
    assert!(by_eve.iter().all(|answer| answer.status == 404));
    assert_eq!(app.query_i64("select count(*) from grants"), 1);
    assert_eq!(app.query_i64("select sum(version) from grants"), 1);
    assert_eq!(app.written_down("circle.joined"), 1);
}

#[rstest]
#[tokio::test]
async fn the_patient_is_not_in_their_own_circle(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let code = app.invite(&ada, "bob@example.org", "read").await;
    let hers = app.index_of("ada@example.org");
    app.sql(&format!("update invitations set email_index = '{hers}'"));

    preview(&ada, &code).await.refused(404, "not_found");
    accept(&ada, &code).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn whoever_is_in_already_comes_in_on_the_new_terms(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let code = app.invite(&ada, &bob.email, "summary").await;

    assert_eq!(
        preview(&bob, &code).await.expect(200).body["members"],
        json!([])
    );
    accept(&bob, &code).await.expect(201);

    let circle = ada.get("/v1/patients/{patient}/circle").await.expect(200);
    let members = circle.body["items"].as_array().unwrap();
    assert_eq!(members.len(), 1);
    assert_eq!(
        (&members[0]["level"], &members[0]["version"]),
        (&json!("summary"), &json!(2))
    );
}

#[rstest]
#[tokio::test]
async fn a_body_that_is_no_code_is_refused(#[values(Sqlite)] on: Database) {
    let app = start!(on);
    let bob = app.caregiver("bob").await;

    for path in [PREVIEW, ACCEPT] {
        bob.post(path, json!({}))
            .await
            .faulty("/code", "missing_member");
        bob.post(path, json!({ "code": 1 }))
            .await
            .faulty("/code", "invalid_value");
        let as_another = json!({ "code": "x", "account_id": bob.account_id });
        bob.post(path, as_another)
            .await
            .faulty("/account_id", "unknown_member");
        let twice = bob.send_bytes(
            "POST",
            path,
            "application/json",
            r#"{"code":"x","code":"y"}"#,
        );
        twice.await.refused(400, "malformed_json");
        let long = json!({ "code": "x".repeat(4096) });
        bob.post(path, long).await.refused(413, "body_too_large");
        let in_the_query = bob
            .post(&format!("{path}?code=x"), json!({ "code": "x" }))
            .await;
        in_the_query.refused(400, "invalid_query");
    }
}
