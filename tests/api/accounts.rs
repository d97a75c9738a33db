//! What is known of a person who is signed in.

use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

#[rstest]
#[tokio::test]
async fn a_caregiver_has_no_diary(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);

    let bob = app.caregiver("bob").await;

    let account = bob.get("/v1/account").await.expect(200);
    assert_eq!(account.body["role"], "caregiver");
    assert_eq!(account.body["patient_id"], Value::Null);
}

#[rstest]
#[tokio::test]
async fn a_change_says_which_version_it_was_made_from(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let first = ada.get("/v1/account").await.etag().to_owned();
    let change = json!({ "display_name": "Ada L." });

    let blind = ada.change("/v1/account", change.clone()).await;
    let made = ada.with_header("If-Match", &first);
    let made = made.change("/v1/account", change.clone()).await.expect(200);
    let stale = ada.with_header("If-Match", &first);
    let stale = stale.change("/v1/account", change).await;

    blind.refused(428, "precondition_required");
    assert_eq!(made.body["display_name"], "Ada L.");
    assert_ne!(made.etag(), first);
    let stale = stale.refused(412, "precondition_failed");
    assert_eq!(
        (stale.etag(), &stale.body["current"]),
        (made.etag(), &made.body)
    );
    let read = ada.get("/v1/account").await;
    assert_eq!((&read.body, read.etag()), (&made.body, made.etag()));
    let changed = "select count(*) from audit_events where action = 'account.changed'";
    assert_eq!(app.query_i64(changed), 1);
}

#[rstest]
#[tokio::test]
async fn r199_an_account_one_has_is_not_sent_again() {
    let (_app, ada) = start!(Sqlite; ada);
    let tag = ada.get("/v1/account").await.etag().to_owned();

    let reply = ada
        .with_header("If-None-Match", &tag)
        .get("/v1/account")
        .await;

    assert_eq!((reply.status, reply.text.as_str()), (304, ""));
}

#[rstest]
#[tokio::test]
async fn r200_of_twenty_changes_of_one_version_one_is_made(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    let ada = ada.with_header("If-Match", "\"v1\"");

    let all = (0..20).map(|n| ada.change("/v1/account", json!({ "display_name": format!("{n}") })));
    let replies = futures_util::future::join_all(all).await;

    let mut statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
    statuses.sort_unstable();
    assert_eq!(statuses.remove(0), 200);
    assert_eq!(statuses, [412; 19]);
    assert_eq!(ada.get("/v1/account").await.etag(), "\"v2\"");
}

#[rstest]
#[case(json!({ "display_name": null }), "/display_name", "invalid_value")]
#[case(json!({ "display_name": "" }), "/display_name", "empty")]
#[case(json!({ "time_zone": "Mars" }), "/time_zone", "unknown_time_zone")]
#[case(json!({ "locale": "x" }), "/locale", "invalid_locale")]
#[case(json!({ "role": "admin" }), "/role", "unknown_member")]
#[case(json!({ "email": "eve@example.org" }), "/email", "unknown_member")]
#[case(json!({ "id": "019ab0c0-0000-7000-8000-000000000000" }), "/id", "unknown_member")]
#[case(json!({ "version": 7 }), "/version", "unknown_member")]
#[tokio::test]
async fn r85_only_what_may_change_changes(
    #[case] change: Value,
    #[case] pointer: &str,
    #[case] code: &str,
) {
    let app = start!(Sqlite);
    let ada = app.patient("ada").await.with_header("If-Match", "\"v1\"");

    let reply = ada.change("/v1/account", change).await;

    reply.faulty(pointer, code);
    assert_eq!(ada.get("/v1/account").await.etag(), "\"v1\"");
}

#[rstest]
#[tokio::test]
async fn an_account_is_replaced_whole() {
    let app = start!(Sqlite);
    let ada = app.patient("ada").await.with_header("If-Match", "*");
    let whole = json!({ "display_name": "Ada L.", "time_zone": "Asia/Tokyo", "locale": "fr" });
    let without = |member: &str| {
        let mut body = whole.clone();
        body.as_object_mut().unwrap().remove(member);
        body
    };

    for member in ["display_name", "time_zone"] {
        let short = ada.put("/v1/account", without(member)).await;
        short.faulty(&format!("/{member}"), "missing_member");
    }
    let all = ada.put("/v1/account", whole.clone()).await.expect(200);
    let again = ada.put("/v1/account", whole.clone()).await.expect(200);
    let rest = ada.put("/v1/account", without("locale")).await.expect(200);

    assert_eq!(
        (&all.body["locale"], all.etag()),
        (&json!("fr"), again.etag())
    );
    assert_eq!(rest.body["locale"], Value::Null);
}
