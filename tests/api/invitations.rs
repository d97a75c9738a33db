//! Invitations: from the patient's side, and from the side of whoever gets the mail.

use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::reply::Reply;

const INVITATIONS: &str = "/v1/patients/{patient}/invitations";
const PREVIEW: &str = "/v1/invitations/preview";
const ACCEPT: &str = "/v1/invitations/accept";

fn to(email: &str) -> Value {
    json!({ "email": email, "level": "read", "relation": "sister" })
}

async fn accept(person: &Person, code: &str) -> Reply {
    person.post(ACCEPT, json!({ "code": code })).await
}

async fn preview(person: &Person, code: &str) -> Reply {
    person.post(PREVIEW, json!({ "code": code })).await
}

/// Address and status of each invitation, newest first.
async fn sent(ada: &Person) -> Vec<(String, String)> {
    let list = ada.get(INVITATIONS).await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = list.body["items"].as_array().unwrap().iter();
    items
        .map(|item| (text(&item["email"]), text(&item["status"])))
        .collect()
}

fn counted(app: &TestApp, action: &str) -> i64 {
    app.query_i64(&format!(
        "select count(*) from audit_events where action = '{action}'"
    ))
}

#[rstest]
#[tokio::test]
async fn r72_only_the_patient_invites(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let bob = app.member(&ada, "bob", "write").await;
    let sam = app.stranger().await.on(&ada);
    let nobody = app.nobody().showing(ada.patient_id.as_deref().unwrap());

    for path in [INVITATIONS] {
        let body = to("carol@example.org");
        let (by_bob, by_sam) = (
            bob.post(path, body.clone()).await,
            sam.post(path, body.clone()).await,
        );
        by_bob.refused(403, "patient_only");
        by_sam.refused(404, "not_found");
        nobody
            .post(path, body)
            .await
            .refused(401, "unauthenticated");
        bob.get(path).await.refused(403, "patient_only");
        sam.get(path).await.refused(404, "not_found");
    }

    assert_eq!(sent(&ada).await.len(), 1, "only the one that bob accepted");
}

#[rstest]
#[case::no_address("email", json!("bob"), "invalid_email")]
#[case::two_addresses("email", json!("bob@example.org,eve@example.org"), "invalid_email")]
#[case::a_header("email", json!("bob@example.org\r\nBcc: eve@example.org"), "invalid_email")]
#[case::their_own_address("email", json!("ADA@example.ORG "), "own_address")]
#[case::no_such_level("level", json!("admin"), "invalid_value")]
#[case::a_level_as_a_number("level", json!(3), "invalid_value")]
#[case::another_self("relation", json!("self"), "invalid_value")]
#[case::free_text("relation", json!("Mom"), "invalid_value")]
#[case::somebody_elses_diary("patient_id", json!("0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61"), "unknown_member")]
#[case::a_longer_life("expires_at", json!("2036-01-01T00:00:00Z"), "unknown_member")]
#[tokio::test]
async fn an_invitation_that_is_not_valid_is_not_sent(
    #[case] member: &str,
    #[case] value: Value,
    #[case] code: &str,
) {
    let app = start!(Sqlite);
    let ada = app.patient("ada").await;
    let mut body = to("bob@example.org");
    body[member] = value;

    let reply = ada.post(INVITATIONS, body).await;

    let reply = reply.refused(422, "invalid_content");
    assert_eq!(reply.faults(), [(format!("/{member}").as_str(), code)]);
    assert!(sent(&ada).await.is_empty());
}

#[rstest]
#[tokio::test]
async fn r72_ten_a_day_and_no_more(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;

    for n in 0..10 {
        let reply = ada.post(INVITATIONS, to(&format!("b{n}@example.org")));
        reply.await.expect(201);
    }
    let eleventh = ada.post(INVITATIONS, to("bob@example.org")).await;
    eleventh.refused(409, "too_many_invitations");
    assert_eq!(sent(&ada).await.len(), 10);

    app.clock.turn(TimeDelta::hours(25));
    let ada = ada.refreshed().await;
    let next_day = ada.post(INVITATIONS, to("bob@example.org")).await;
    next_day.expect(201);
}

#[rstest]
#[tokio::test]
async fn r72_a_circle_holds_twenty_who_are_in_or_asked(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let mut ada = app.patient("ada").await;
    app.member(&ada, "bob", "read").await;
    for n in 1..20 {
        if n % 10 == 0 {
            app.clock.turn(TimeDelta::hours(25));
            ada = ada.refreshed().await;
        }
        let reply = ada.post(INVITATIONS, to(&format!("b{n}@example.org")));
        reply.await.expect(201);
    }
    app.clock.turn(TimeDelta::hours(25));
    let ada = ada.refreshed().await;

    let one_more = ada.post(INVITATIONS, to("carol@example.org")).await;
    one_more.refused(409, "too_many_members");

    let again = ada
        .post(INVITATIONS, to("b7@example.org"))
        .await
        .expect(201);
    let id = again.body["id"].as_str().unwrap();
    ada.delete(&format!("{INVITATIONS}/{id}")).await.expect(204);
    let now_there_is_room = ada.post(INVITATIONS, to("carol@example.org")).await;
    now_there_is_room.expect(201);
}

#[rstest]
#[tokio::test]
async fn r67_the_code_is_in_the_mail_and_nowhere_else(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;

    let reply = ada
        .post(INVITATIONS, to("bob@example.org"))
        .await
        .expect(201);

    let mail = app.mail().next_to("bob@example.org").await;
    let code = mail.code();
    assert_eq!(code.len(), 43, "256 bits in Base64");
    let link = format!("{}#invitation={code}", app.inside().public_url);
    assert!(mail.body.lines().any(|line| line == link), "{mail:?}");
    assert!(mail.body.contains("Ada"), "{mail:?}");
    assert!(mail.body.contains("read every entry"), "{mail:?}");
    assert!(mail.body.contains("30 November 2026"), "{mail:?}");
    assert_eq!(mail.subject, "You are invited");
    assert!(!reply.text.contains(&code));
    assert!(!ada.get(INVITATIONS).await.text.contains(&code));
    let hashes = "select count(*) from invitations where length(code_hash) = 32";
    assert_eq!(app.query_i64(hashes), 1);
}

#[rstest]
#[tokio::test]
async fn the_patient_sees_what_they_sent(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;

    let reply = ada.post(INVITATIONS, to("Bob+Diary@EXAMPLE.org")).await;

    let sent = reply.expect(201).body;
    let members: Vec<&String> = sent.as_object().unwrap().keys().collect();
    let allowed = "created_at email expires_at id level relation status";
    assert_eq!(members, allowed.split(' ').collect::<Vec<_>>(), "R86");
    assert_eq!(sent["email"], "bob+diary@example.org");
    assert_eq!(
        (&sent["level"], &sent["relation"]),
        (&json!("read"), &json!("sister"))
    );
    assert_eq!(sent["status"], "pending");
    let time = |name: &str| sent[name].as_str().unwrap().to_owned();
    assert!(time("created_at").starts_with("2026-11-23T12:0"));
    assert!(time("expires_at").starts_with("2026-11-30T12:0") && time("expires_at").ends_with('Z'));
    let list = ada.get(INVITATIONS).await.expect(200);
    assert_eq!(list.body, json!({ "items": [sent], "next": null }));
    let tag = list.etag();
    let unchanged = ada.with_header("if-none-match", tag).get(INVITATIONS).await;
    unchanged.expect(304);
}

#[rstest]
#[tokio::test]
async fn r68_preview_never_consumes(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
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
    let app = start!(on);
    let ada = app.patient("ada").await;
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
    let app = start!(on);
    let ada = app.patient("ada").await;
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
    let app = start!(on);
    let ada = app.patient("ada").await;
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
    let app = start!(on);
    let ada = app.patient("ada").await;
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
    let app = start!(on);
    let ada = app.patient("ada").await;
    let bob = app.caregiver("bob").await;
    let code = app.invite(&ada, &bob.email, "read").await;
    let own_grant = format!("/v1/patients/{{patient}}/circle/{}", bob.account_id);

    let joined = accept(&bob, &code).await.expect(201);
    let after_a_lost_answer = accept(&bob, &code).await.expect(201);

    assert_eq!(
        joined.body,
        json!({ "patient_id": ada.patient_id, "level": "read" })
    );
    assert_eq!(after_a_lost_answer.body, joined.body);
    assert_eq!(
        counted(&app, "circle.joined"),
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
    let app = start!(on);
    let ada = app.patient("ada").await;
    let (bob, eve) = (app.caregiver("bob").await, app.caregiver("eve").await);
    let code = app.invite(&ada, &bob.email, "read").await;

    let (by_bob, by_eve) = tokio::join!(
        join_all((0..50).map(|_| accept(&bob, &code))),
        join_all((0..10).map(|_| accept(&eve, &code))),
    );

    for answer in &by_bob {
        assert_eq!((answer.status, &answer.body), (201, &by_bob[0].body));
    }
    assert!(by_eve.iter().all(|answer| answer.status == 404));
    assert_eq!(app.query_i64("select count(*) from grants"), 1);
    assert_eq!(app.query_i64("select sum(version) from grants"), 1);
    assert_eq!(counted(&app, "circle.joined"), 1);
}

#[rstest]
#[tokio::test]
async fn the_patient_is_not_in_their_own_circle(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let code = app.invite(&ada, "bob@example.org", "read").await;
    app.sql("update invitations set email = 'ada@example.org'");

    preview(&ada, &code).await.refused(404, "not_found");
    accept(&ada, &code).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn a_second_invitation_takes_the_place_of_the_first(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let bob = app.caregiver("bob").await;
    let first = app.invite(&ada, &bob.email, "write").await;
    let second = app.invite(&ada, &bob.email, "summary").await;

    accept(&bob, &first).await.refused(404, "not_found");
    let joined = accept(&bob, &second).await.expect(201);

    assert_eq!(joined.body["level"], "summary");
    let statuses: Vec<String> = sent(&ada)
        .await
        .into_iter()
        .map(|(_, status)| status)
        .collect();
    assert_eq!(statuses, ["used", "revoked"]);
}

#[rstest]
#[tokio::test]
async fn whoever_is_in_already_comes_in_on_the_new_terms(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
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
async fn an_invitation_can_be_taken_back(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let ada = app.patient("ada").await;
    let (bob, sam) = (app.member(&ada, "bob", "write").await, app.stranger().await);
    let code = app.invite(&ada, &sam.email, "read").await;
    let list = ada.get(INVITATIONS).await.expect(200).body;
    let path = |n: usize| format!("{INVITATIONS}/{}", list["items"][n]["id"].as_str().unwrap());
    let (to_sam, to_bob) = (path(0), path(1));

    bob.delete(&to_sam).await.refused(403, "patient_only");
    sam.on(&ada).delete(&to_sam).await.refused(404, "not_found");
    for _ in 0..2 {
        ada.delete(&to_sam).await.expect(204);
    }
    ada.delete(&to_bob).await.expect(204);

    accept(&sam, &code).await.refused(404, "not_found");
    let circle = bob.get("/v1/patients/{patient}/circle").await;
    assert_eq!(
        circle.expect(200).body["items"][0]["level"],
        "write",
        "bob is still in"
    );
    let status = |email: &str, status: &str| (email.to_owned(), status.to_owned());
    let expected = [status(&sam.email, "revoked"), status(&bob.email, "used")];
    assert_eq!(sent(&ada).await, expected);
    assert_eq!(counted(&app, "circle.invitation_revoked"), 1);
}

#[rstest]
#[tokio::test]
async fn r83_an_invitation_of_one_diary_is_unknown_in_another(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, grace) = (app.patient("ada").await, app.patient("grace").await);
    let code = app.invite(&ada, "bob@example.org", "read").await;
    let id = ada.get(INVITATIONS).await.body["items"][0]["id"].clone();

    let foreign = grace
        .delete(&format!("{INVITATIONS}/{}", id.as_str().unwrap()))
        .await;
    let unknown = grace
        .delete(&format!("{INVITATIONS}/{}", ada.account_id))
        .await;

    assert_eq!(foreign.indistinct(), unknown.indistinct());
    foreign.refused(404, "not_found");
    accept(&app.caregiver("bob").await, &code).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn the_list_comes_in_pages(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, grace) = (app.patient("ada").await, app.patient("grace").await);
    for n in 1..=5 {
        app.clock.turn(TimeDelta::seconds(1));
        let reply = ada.post(INVITATIONS, to(&format!("b{n}@example.org")));
        reply.await.expect(201);
    }

    let mut pages = Vec::new();
    let mut query = "?limit=2".to_owned();
    loop {
        let page = ada.get(&format!("{INVITATIONS}{query}")).await.expect(200);
        let emails = page.body["items"].as_array().unwrap().iter();
        pages.push(emails.map(|item| item["email"].clone()).collect::<Vec<_>>());
        let Some(next) = page.body["next"].as_str() else {
            break assert!(page.header("link").is_empty());
        };
        assert!(page.header("link").contains(next));
        let elsewhere = grace.get(&format!("{INVITATIONS}?cursor={next}")).await;
        elsewhere.refused(400, "invalid_query");
        query = format!("?limit=2&cursor={next}");
    }

    let expected = [
        vec!["b5@example.org", "b4@example.org"],
        vec!["b3@example.org", "b2@example.org"],
        vec!["b1@example.org"],
    ];
    assert_eq!(json!(pages), json!(expected));
    for query in [
        "?limit=0",
        "?limit=201",
        "?cursor=AAAA",
        "?before=2026",
        "?limit=2&limit=2",
    ] {
        let reply = ada.get(&format!("{INVITATIONS}{query}")).await;
        reply.refused(400, "invalid_query");
    }
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
