//! Who leaves, or is erased, acts for nobody.

use rstest::rstest;
use serde_json::{Value, json};

use super::{CIRCLE, REQUEST, TRUSTEE, acts, ada_and_bob, ada_and_bob_who_acts};
use super::{link_in, mail_that_asks, veto};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::privacy::sharing::decide;

#[rstest]
#[tokio::test]
async fn who_is_sent_out_and_comes_back_is_not_chosen_any_more(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let way_out = format!("{CIRCLE}/{}", bob.account_id);

    ada.delete(&way_out).await.expect(204);

    bob.get(TRUSTEE).await.refused(404, "not_found");
    bob.post_nothing(REQUEST).await.refused(404, "not_found");
    ada.get(TRUSTEE).await.refused(404, "not_found");
    let invitation = json!({ "email": bob.email, "level": "write", "relation": "friend" });
    let sent = ada.post("/v1/patients/{patient}/invitations", invitation);
    sent.await.expect(201);
    let code = loop {
        let mail = app.mail().next_to(&bob.email).await;
        if mail.subject == "You are invited" {
            break mail.code();
        }
    };
    let back = bob.post("/v1/invitations/accept", json!({ "code": code }));
    back.await.expect(201);
    assert!(!acts(&bob).await);
    bob.get(TRUSTEE).await.refused(403, "patient_only");
}

#[rstest]
#[tokio::test]
async fn who_leaves_the_circle_acts_for_nobody(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;

    let way_out = format!("{CIRCLE}/{}", bob.account_id);
    bob.delete(&way_out).await.expect(204);

    bob.get(TRUSTEE).await.refused(404, "not_found");
    ada.get(TRUSTEE).await.refused(404, "not_found");
}

async fn erased(app: TestApp, person: &Person) -> TestApp {
    let asked = person.on_another_device().await;
    asked.ask("POST", "/v1/account/erasure").await.expect(202);
    app.after_erasures().await
}

#[rstest]
#[tokio::test]
async fn r171_erasing_whom_the_patient_chose_leaves_nobody_chosen(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    bob.post_nothing(REQUEST).await.expect(202);

    let app = erased(app, &bob).await;

    assert_eq!(app.query_i64("select count(*) from trustees"), 0);
    let ada = ada.through(&app).refreshed().await;
    ada.get(TRUSTEE).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn r171_erasing_the_patient_ends_that_anybody_acts(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let (_, code) = link_in(&mail_that_asks(&app, &ada).await);

    let app = erased(app, &ada).await;

    assert_eq!(app.query_i64("select count(*) from trustees"), 0);
    let acting = "select count(*) from grants where acts_from is not null";
    assert_eq!(app.query_i64(acting), 0);
    let bob = bob.through(&app).refreshed().await;
    bob.get(CIRCLE).await.refused(404, "not_found");
    veto(&app, &code).await.refused(404, "not_found");
    let closed = "select count(*) from patients where closes_at is not null";
    assert_eq!(app.query_i64(closed), 1, "what is erased stays closed");
}

#[rstest]
#[tokio::test]
async fn who_acts_for_a_patient_can_stop_while_she_shares_nothing(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let sam = app.caregiver("sam").await.on(&ada);
    decide(&ada, "care_sharing", false).await;

    bob.post_nothing(REQUEST).await.refused(404, "not_found");
    for path in [REQUEST, TRUSTEE] {
        sam.delete(path).await.refused(404, "not_found");
        bob.delete(path).await.expect(204);
    }

    ada.get(TRUSTEE).await.refused(404, "not_found");
    bob.get(TRUSTEE).await.refused(404, "not_found");
    decide(&ada, "care_sharing", true).await;
    assert!(!acts(&bob).await);
}

#[rstest]
#[tokio::test]
async fn r122_the_copy_says_whom_one_chose(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    bob.post_nothing(REQUEST).await.expect(202);

    let copy = ada.ask("POST", "/v1/account/export").await.expect(200).body;

    assert_eq!(
        copy["diary"]["trustee"]["account_id"],
        json!(bob.account_id)
    );
    assert_eq!(copy["diary"]["trustee"]["state"], "waiting");
    assert_eq!(copy["diaries"][0]["trustee"], Value::Null);
    let his = bob.ask("POST", "/v1/account/export").await.expect(200).body;
    assert_eq!(his["diaries"][0]["trustee"], "waiting");
}
