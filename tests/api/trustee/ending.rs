//! Whatever the way in which it ends that somebody acts, all of it ends.

use rstest::rstest;
use serde_json::json;

use super::closing::{CLOSURE, DAY, closed};
use super::{
    CIRCLE, PATIENT, REQUEST, TRUSTEE, acts, ada_and_bob_who_acts, all_is_sent, choose, link_in,
    mail_that_asks, veto,
};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::weeks::week;

/// Ends it that Bob acts for Ada.
async fn end(
    app: TestApp,
    (how, link): (&str, &str),
    ada: &Person,
    bob: &Person,
    carol: &Person,
) -> TestApp {
    let way_out = format!("{CIRCLE}/{}", bob.account_id);
    match how {
        "no" => ada.delete(REQUEST).await.expect(204),
        "link" => veto(&app, link).await.expect(200),
        "forgotten" => ada.delete(TRUSTEE).await.expect(204),
        "declined" => bob.delete(TRUSTEE).await.expect(204),
        "replaced" => {
            let ada = ada.on_another_device().await;
            choose(&ada, &carol.account_id).await.expect(200)
        }
        "stepped back" => bob.delete(REQUEST).await.expect(204),
        "left" => bob.delete(&way_out).await.expect(204),
        "sent out" => ada.delete(&way_out).await.expect(204),
        "erased" => {
            let asked = bob.on_another_device().await;
            asked.ask("POST", "/v1/account/erasure").await.expect(202);
            // What is being sent at a restart is sent again after a time that does not pass here.
            all_is_sent(&app).await;
            return app.after_erasures().await;
        }
        other => panic!("{other}"),
    };
    app
}

#[rstest]
#[tokio::test]
async fn r175_what_somebody_asked_for_ends_with_them(
    #[values(Sqlite, Postgres)] on: Database,
    #[values(
        "no",
        "link",
        "forgotten",
        "declined",
        "replaced",
        "stepped back",
        "left",
        "sent out",
        "erased"
    )]
    how: &str,
) {
    let app = start!(on);
    let (ada, bob) = closed(&app).await;
    let (_, code) = link_in(&mail_that_asks(&app, &ada).await);
    let carol = app.member(&ada, "carol", "write").await;
    let invited = app.invite(&bob, "eve@example.org", "read").await;

    let app = end(app, (how, &code), &ada, &bob, &carol).await;

    let ada = ada.through(&app).refreshed().await;
    ada.get(CLOSURE).await.refused(404, "not_found");
    ada.record("2026-W50", week(DAY)).await.expect(201);
    let acting = "select count(*) from grants where acts_from is not null";
    assert_eq!(app.query_i64(acting), 0);
    assert_eq!(app.written_down("closure.taken_back"), 1);
    let eve = app.caregiver("eve").await;
    let late = eve.post("/v1/invitations/accept", json!({ "code": invited }));
    late.await.refused(404, "not_found");
    veto(&app, &code).await.expect(200);
    all_is_sent(&app).await;
    let stays_open = |person: &Person| {
        let mails = app.mail().all_to(&person.email).into_iter();
        mails
            .filter(|mail| mail.body.contains("is not closed"))
            .count()
    };
    // She was told that it would be closed; to him, a mail would say that it ended.
    assert_eq!((stays_open(&carol), stays_open(&bob)), (1, 0));
}

#[rstest]
#[tokio::test]
async fn r58_whom_somebody_let_in_goes_with_one_more_touch(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let carol = app.member(&ada, "carol", "read").await;
    let dora = app.caregiver("dora").await.on(&ada);
    let code = app.invite(&bob, &dora.email, "read").await;
    let accept = dora.post("/v1/invitations/accept", json!({ "code": code }));
    accept.await.expect(201);
    let seen = |of: &Person| {
        let hers = format!("{CIRCLE}/{}", of.account_id);
        let asked = ada.on(&ada);
        async move { asked.get(&hers).await.expect(200).body["let_in_by"].clone() }
    };
    assert_eq!(seen(&dora).await, json!(bob.account_id));
    assert_eq!(seen(&carol).await, json!(ada.account_id));

    ada.delete(REQUEST).await.expect(204);

    assert!(!acts(&bob).await);
    dora.get(PATIENT).await.expect(200);
    all_is_sent(&app).await;
    let mails = app.mail().all_to(&ada.email);
    let told = mails.iter().find(|mail| mail.body.contains("&others"));
    let told = told.expect("a mail that offers it");
    assert!(told.body.contains("- Dora"), "{}", told.body);
    assert!(!told.body.contains("Carol"), "{}", told.body);
    let (_, code) = link_in(told);
    let code = code.strip_suffix("&others").unwrap();
    assert_eq!(
        veto(&app, code).await.expect(200).body,
        json!({ "let_in": 1 })
    );
    let both = json!({ "code": code, "remove_let_in": true });
    for _ in 0..2 {
        let removed = app.nobody().post("/v1/trustee/veto", both.clone()).await;
        assert_eq!(removed.expect(200).body, json!({ "let_in": 0 }));
    }
    dora.get(PATIENT).await.refused(404, "not_found");
    carol.get(PATIENT).await.expect(200);
    bob.get(PATIENT).await.expect(200);
    assert_eq!(app.written_down("circle.left"), 1);
}

/// Asking mails everybody, and so does closing: neither goes round in a circle.
#[rstest]
#[tokio::test]
async fn r58_asking_and_stepping_back_mails_once(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let bob = bob.on_another_device().await.on(&ada);
    let basis = json!({ "basis": "again and again" });

    bob.post(CLOSURE, basis.clone()).await.expect(202);
    bob.delete(CLOSURE).await.expect(204);
    let closing = bob.post(CLOSURE, basis).await;
    bob.delete(REQUEST).await.expect(204);
    let asking = bob.post_nothing(REQUEST).await;

    closing.refused(409, "asked_too_soon");
    asking.refused(409, "asked_too_soon");
}
