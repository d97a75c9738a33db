//! Invitations, on the side of the patient who sends them.

mod answers;

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::reply::Reply;

const INVITATIONS: &str = "/v1/patients/{patient}/invitations";
const ACCEPT: &str = "/v1/invitations/accept";

fn to(email: &str) -> Value {
    json!({ "email": email, "level": "read", "relation": "sister" })
}

async fn accept(person: &Person, code: &str) -> Reply {
    person.post(ACCEPT, json!({ "code": code })).await
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

#[rstest]
#[tokio::test]
async fn r72_only_the_patient_invites(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let sam = app.stranger().await.on(&ada);
    let nobody = app.nobody().showing(ada.patient_id.as_deref().unwrap());

    let invitation = to("carol@example.org");
    let by_bob = bob.post(INVITATIONS, invitation.clone()).await;
    by_bob.refused(403, "patient_only");
    let by_sam = sam.post(INVITATIONS, invitation.clone()).await;
    by_sam.refused(404, "not_found");
    let by_nobody = nobody.post(INVITATIONS, invitation).await;
    by_nobody.refused(401, "unauthenticated");
    bob.get(INVITATIONS).await.refused(403, "patient_only");
    sam.get(INVITATIONS).await.refused(404, "not_found");

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
    let (_app, ada) = start!(Sqlite; ada);
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
    let (app, ada) = start!(on; ada);

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
    let (app, mut ada) = start!(on; ada);
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
    let (app, ada) = start!(on; ada);

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
    let (_app, ada) = start!(on; ada);

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
async fn a_second_invitation_takes_the_place_of_the_first(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
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
async fn an_invitation_can_be_taken_back(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
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
    assert_eq!(app.written_down("circle.invitation_revoked"), 1);
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
