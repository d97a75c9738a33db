//! The circle: who is in it, who sees that, and who changes how far they are in.

mod leaving;

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::reply::Reply;
use crate::weeks;

const CIRCLE: &str = "/v1/patients/{patient}/circle";
const ENTRIES: &str = "/v1/patients/{patient}/entries";

/// A well-formed id that nobody has.
const UNKNOWN: &str = "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61";

fn path_to(account: &str) -> String {
    format!("{CIRCLE}/{account}")
}

fn path_of(member: &Person) -> String {
    path_to(&member.account_id)
}

/// Changes `member` as they are now.
async fn change(by: &Person, member: &Person, body: Value) -> Reply {
    let tag = by.get(&path_of(member)).await.expect(200).etag().to_owned();
    let by = by.with_header("if-match", &tag);
    by.change(&path_of(member), body).await
}

fn names(list: &Reply) -> Vec<&str> {
    let items = list.body["items"].as_array().unwrap().iter();
    items
        .map(|item| item["display_name"].as_str().unwrap())
        .collect()
}

/// Every item at `points`, on the day on which every test begins.
fn rating(points: i32) -> Value {
    json!({ "assessed_on": "2026-11-23", "answers": weeks::answers([points; 12]) })
}

#[rstest]
#[tokio::test]
async fn r77_a_member_sees_their_own_grant_and_nobody_elses(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let carol = app.member(&ada, "carol", "summary").await;

    let of_carol = bob.get(&path_of(&carol)).await;
    let of_nobody = bob.get(&path_to(UNKNOWN)).await;
    let own_list = bob.get(CIRCLE).await.expect(200);
    let own = bob.get(&path_of(&bob)).await.expect(200);

    assert_eq!(of_carol.indistinct(), of_nobody.indistinct());
    of_carol.refused(403, "patient_only");
    assert_eq!(names(&own_list), ["Bob"]);
    assert_eq!(own.body, own_list.body["items"][0]);
    assert_eq!(names(&carol.get(CIRCLE).await.expect(200)), ["Carol"]);
}

#[rstest]
#[tokio::test]
async fn the_patient_sees_everybody(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    app.member(&ada, "carol", "summary").await;

    let list = ada.get(CIRCLE).await.expect(200);

    assert_eq!(names(&list), ["Bob", "Carol"]);
    let mut first = list.body["items"][0].clone();
    let since = first.as_object_mut().unwrap().remove("since").unwrap();
    assert!(since.as_str().unwrap().starts_with("2026-11-23T12:0"));
    let expected = json!({
        "account_id": bob.account_id,
        "display_name": "Bob",
        "relation": "friend",
        "level": "write",
        "may_see_flags": false,
        "let_in_by": ada.account_id,
        "version": 1,
    });
    assert_eq!(first, expected, "R86: this, and nothing else");
    let shown = ada.get(&path_of(&bob)).await.expect(200);
    assert_eq!(
        (shown.etag(), &shown.body),
        ("\"v1\"", &list.body["items"][0])
    );
    ada.get(&path_of(&ada)).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn the_circle_comes_in_pages(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    for name in ["bob", "carol", "dora"] {
        app.member(&ada, name, "read").await;
    }

    let first = ada.get(&format!("{CIRCLE}?limit=2")).await.expect(200);
    let next = first.body["next"].as_str().unwrap();
    let second = ada.get(&format!("{CIRCLE}?limit=2&cursor={next}")).await;
    let elsewhere = format!("/v1/patients/{{patient}}/invitations?cursor={next}");

    assert_eq!(names(&first), ["Bob", "Carol"]);
    assert_eq!(names(&second), ["Dora"]);
    assert_eq!(second.body["next"], Value::Null);
    ada.get(&elsewhere).await.refused(400, "invalid_query");
}

#[rstest]
#[tokio::test]
async fn r73_only_the_patient_changes_levels(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "summary").await;
    let carol = app.member(&ada, "carol", "read").await;
    let sam = app.stranger().await.on(&ada);
    let more = json!({ "level": "write" });

    for member in [&bob, &carol] {
        let by_bob = bob.with_header("if-match", "*");
        by_bob
            .change(&path_of(member), more.clone())
            .await
            .refused(403, "patient_only");
        let by_sam = sam.with_header("if-match", "*");
        by_sam
            .change(&path_of(member), more.clone())
            .await
            .refused(404, "not_found");
    }
    let whoever = ada.with_header("if-match", "*");
    let of_nobody = whoever.change(&path_to(UNKNOWN), more.clone()).await;
    of_nobody.refused(404, "not_found");
    assert_eq!(app.written_down("circle.level_changed"), 0);

    let changed = change(&ada, &bob, more).await.expect(200);
    assert_eq!(
        (&changed.body["level"], changed.etag()),
        (&json!("write"), "\"v2\"")
    );
    assert_eq!(bob.get(&path_of(&bob)).await.body, changed.body);
    assert_eq!(carol.get(&path_of(&carol)).await.body["level"], "read");
    assert_eq!(app.written_down("circle.level_changed"), 1);
}

#[rstest]
#[tokio::test]
async fn a_new_level_holds_from_the_next_request(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let week = format!("{ENTRIES}/2026-W48");
    bob.put(&week, rating(4)).await.expect(201);

    change(&ada, &bob, json!({ "level": "read" }))
        .await
        .expect(200);
    bob.put(&week, rating(3)).await.refused(403, "read_only");
    bob.get(&week).await.expect(200);
    change(&ada, &bob, json!({ "level": "summary" }))
        .await
        .expect(200);
    bob.get(&week).await.refused(403, "summary_only");
    change(
        &ada,
        &bob,
        json!({ "level": "write", "relation": "brother" }),
    )
    .await
    .expect(200);

    let seen = bob.get(&week).await.expect(200);
    assert_eq!(seen.body["revision"], 1, "what was refused left nothing");
    assert_eq!(bob.get(&path_of(&bob)).await.body["relation"], "brother");
}

#[rstest]
#[tokio::test]
async fn a_change_names_the_version_it_was_made_from(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "summary").await;
    let body = json!({ "level": "read" });

    let unnamed = ada.change(&path_of(&bob), body.clone()).await;
    unnamed.refused(428, "precondition_required");
    let first = ada.with_header("if-match", "\"v1\"");
    first.change(&path_of(&bob), body).await.expect(200);
    let stale = first
        .change(&path_of(&bob), json!({ "level": "write" }))
        .await;

    assert_eq!(stale.etag(), "\"v2\"", "so that the app knows what to read");
    let stale = stale.refused(412, "precondition_failed");
    let now = bob.get(&path_of(&bob)).await.body;
    assert_eq!(
        (&now["level"], &stale.body["current"]),
        (&json!("read"), &now)
    );
}

#[rstest]
#[case::no_such_level(json!({ "level": "owner" }), "/level", "invalid_value")]
#[case::no_level(json!({ "level": null }), "/level", "invalid_value")]
#[case::another_self(json!({ "relation": "self" }), "/relation", "invalid_value")]
#[case::no_relation(json!({ "relation": null }), "/relation", "invalid_value")]
#[case::another_account(json!({ "account_id": UNKNOWN }), "/account_id", "unknown_member")]
#[case::another_version(json!({ "version": 7 }), "/version", "unknown_member")]
#[tokio::test]
async fn a_change_that_is_not_valid_changes_nothing(
    #[case] body: Value,
    #[case] pointer: &str,
    #[case] code: &str,
) {
    let (app, ada) = start!(Sqlite; ada);
    let bob = app.member(&ada, "bob", "summary").await;
    let before = ada.get(&path_of(&bob)).await.body;

    let reply = change(&ada, &bob, body).await;

    reply.faulty(pointer, code);
    assert_eq!(ada.get(&path_of(&bob)).await.body, before);
}

#[rstest]
#[tokio::test]
async fn a_change_to_what_is_already_so_leaves_no_trace(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;

    for body in [
        json!({}),
        json!({ "level": "read" }),
        json!({ "relation": "friend" }),
    ] {
        let reply = change(&ada, &bob, body).await.expect(200);
        assert_eq!(reply.etag(), "\"v1\"");
    }

    assert_eq!(app.written_down("circle.level_changed"), 0);
}

#[rstest]
#[tokio::test]
async fn r82_foreign_equals_unknown(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    app.invite(&ada, "carol@example.org", "read").await;
    let invitations = "/v1/patients/{patient}/invitations".to_owned();
    let pending = ada.get(&invitations).await.body["items"][0]["id"].clone();
    let invitation = format!("{invitations}/{}", pending.as_str().unwrap());
    let asked = [
        ("GET", invitations.clone(), None),
        (
            "POST",
            invitations,
            Some(json!({ "email": "eve@example.org", "level": "read", "relation": "other" })),
        ),
        ("DELETE", invitation, None),
        ("GET", CIRCLE.to_owned(), None),
        ("GET", path_of(&bob), None),
        (
            "PUT",
            path_of(&bob),
            Some(json!({ "level": "summary", "relation": "friend" })),
        ),
        ("DELETE", path_of(&bob), None),
    ];

    for sam in [app.stranger().await, app.patient("grace").await] {
        for (method, path, body) in &asked {
            let mut replies = Vec::new();
            for patient in [ada.patient_id.as_deref().unwrap(), UNKNOWN] {
                let sam = sam.showing(patient);
                replies.push(match body {
                    None => sam.ask(method, path).await,
                    Some(body) => {
                        let body = body.to_string();
                        sam.send_bytes(method, path, "application/json", body).await
                    }
                });
            }
            assert_eq!(
                replies[0].indistinct(),
                replies[1].indistinct(),
                "{method} {path}"
            );
            assert_eq!((replies[0].status, replies[0].code()), (404, "not_found"));
        }
    }
}

#[rstest]
#[tokio::test]
async fn every_change_is_written_down_in_its_order(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "read").await;
    change(&ada, &bob, json!({ "level": "write" }))
        .await
        .expect(200);
    app.invite(&ada, &bob.email, "read").await;
    ada.delete(&path_of(&bob)).await.expect(204);

    let story = [
        ("circle.invited", &ada),
        ("circle.joined", &bob),
        ("circle.level_changed", &ada),
        ("circle.invited", &ada),
        ("circle.left", &ada),
        ("circle.invitation_revoked", &ada),
    ];
    let first =
        app.query_i64("select min(change_no) from audit_events where action = 'circle.invited'");
    for (n, (action, by)) in (first..).zip(story) {
        let of_this = format!("from audit_events where change_no = {n}");
        assert_eq!(app.query_text(&format!("select action {of_this}")), action);
        let session = match on {
            Sqlite => "lower(hex(session_id))",
            Postgres => "replace(session_id::text, '-', '')",
        };
        let by_session = app.query_text(&format!("select {session} {of_this}"));
        assert_eq!(by_session, by.session_id.replace('-', ""));
    }
    let details = "select count(*) from audit_events where cast(detail as text) like '%@%'";
    assert_eq!(app.query_i64(details), 0, "ids and codes, never an address");
}
