//! What the audit keeps of somebody who was erased.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::sign_in;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn r153_after_an_erasure_the_audit_is_whole_and_says_nothing_personal(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let noted = with(week("2026-11-18"), "/note", "Zaunkoenig");
    let reply = ada.record("2026-W47", noted.clone()).await.expect(201);
    let path = "/v1/patients/{patient}/entries/2026-W47";
    let corrected = with(noted, "/change_reason", "Rotkehlchen");
    let corrected = with(corrected, "/answers/speech", 2);
    ada.with_header("If-Match", reply.etag())
        .put(path, corrected)
        .await
        .expect(200);
    bob.get("/v1/patients/{patient}/trend").await.expect(200);
    sign_in(&app.nobody(), &ada.email, "not her password").await;
    let name = json!({ "display_name": "Nachtigall" });
    let tag = ada.get("/v1/account").await.etag().to_owned();
    let renamed = ada.with_header("If-Match", &tag);
    renamed.change("/v1/account", name).await.expect(200);
    ada.ask("POST", "/v1/account/erasure").await.expect(202);

    let app = app.after_erasures().await;

    assert_eq!(app.verified(Vec::new()).await.findings, []);
    let all = match on {
        Sqlite => "select group_concat(action || ' ' || detail, ' ') from audit_events",
        Postgres => "select string_agg(action || ' ' || detail::text, ' ') from audit_events",
    };
    let all = app.query_text(all).to_lowercase();
    assert!(
        all.contains("entry.revised") && all.contains("2026-w47"),
        "{all}"
    );
    for personal in [
        "zaunkoenig",
        "rotkehlchen",
        "nachtigall",
        "ada",
        "example.org",
        "127.0.0",
    ] {
        let mut words = all.split(|c: char| !c.is_alphanumeric() && c != '.');
        assert!(words.all(|word| word != personal), "{personal} in {all}");
        assert!(
            personal.len() < 5 || !all.contains(personal),
            "{personal} in {all}"
        );
    }
    let hers = format!(
        "select count(*) from accounts where email_index = '{}'",
        app.index_of(&ada.email)
    );
    assert_eq!(app.query_i64(&hers), 0, "nobody is found by her address");
}
