//! Whom a patient can choose, and who sees it.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::{
    CIRCLE, REQUEST, TRUSTEE, acts, ada_and_bob, ada_and_bob_who_acts, all_is_sent, choose,
    state_of,
};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

const UNKNOWN: &str = "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61";

#[rstest]
#[tokio::test]
async fn only_the_patient_chooses_and_only_one_of_the_circle(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let bob = app.member(&ada, "bob", "write").await;
    let fay = app.member(&ada, "fay", "read").await;
    let way_out = format!("{CIRCLE}/{}", fay.account_id);
    ada.delete(&way_out).await.expect(204);
    let sam = app.stranger().await.on(&ada);
    let (kim, _) = app.clinician("kim").await;
    app.let_in(&ada, &kim, "read").await;

    let himself = choose(&bob, &bob.account_id).await;
    himself.refused(403, "patient_only");
    choose(&sam, &bob.account_id)
        .await
        .refused(404, "not_found");
    for outside in [UNKNOWN, &ada.account_id, &sam.account_id, &fay.account_id] {
        let refused = choose(&ada, outside).await;
        refused.faulty("/account_id", "not_in_circle");
    }
    let clinician = choose(&ada, &kim.account_id).await;
    clinician.faulty("/account_id", "trustee_not_possible");
    choose(&ada, "bob")
        .await
        .faulty("/account_id", "invalid_value");
    ada.get(TRUSTEE).await.refused(404, "not_found");
    app.clock.turn(TimeDelta::minutes(6));
    let stale = choose(&ada, &bob.account_id).await;
    stale.refused(401, "insufficient_user_authentication");
    assert_eq!(app.written_down("trustee.named"), 0);
}

#[rstest]
#[tokio::test]
async fn r77_nobody_but_the_two_sees_who_is_chosen(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    let carol = app.member(&ada, "carol", "write").await;

    carol.get(TRUSTEE).await.refused(403, "patient_only");
    carol.delete(TRUSTEE).await.refused(403, "patient_only");

    let seen = ada.get(TRUSTEE).await.expect(200).body;
    assert_eq!(seen, bob.get(TRUSTEE).await.expect(200).body);
    assert_eq!(
        (&seen["display_name"], &seen["state"], &seen["acts_from"]),
        (&json!("Bob"), &json!("named"), &Value::Null)
    );
    assert!(!acts(&bob).await, "being chosen opens nothing");
    let mail = app.mail().next_to(&ada.email).await;
    assert_eq!(mail.subject, "You chose who acts for you");
    let mail = app.mail().next_to(&bob.email).await;
    assert_eq!(mail.subject, "Somebody trusts you");
    all_is_sent(&app).await;
    assert!(app.mail().all_to(&carol.email).len() == 2, "her codes only");
}

#[rstest]
#[tokio::test]
async fn choosing_the_same_person_again_changes_nothing(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    let waiting = bob.post_nothing(REQUEST).await.expect(202).body;

    let again = choose(&ada, &bob.account_id).await.expect(200).body;

    assert_eq!(again, waiting);
    assert_eq!(app.written_down("trustee.named"), 1);
}

#[rstest]
#[tokio::test]
async fn choosing_somebody_else_ends_that_the_first_acts(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let carol = app.member(&ada, "carol", "read").await;
    assert!(acts(&bob).await);
    let ada = ada.on_another_device().await;

    choose(&ada, &carol.account_id).await.expect(200);

    assert!(!acts(&bob).await);
    bob.get(TRUSTEE).await.refused(403, "patient_only");
    bob.post_nothing(REQUEST).await.refused(403, "trustee_only");
    assert_eq!(state_of(&carol).await, "named");
}

#[rstest]
#[tokio::test]
async fn the_patient_takes_it_back_and_whom_they_chose_declines(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    app.clock.turn(TimeDelta::minutes(6));

    ada.delete(TRUSTEE).await.expect(204);
    ada.delete(TRUSTEE).await.expect(204);

    ada.get(TRUSTEE).await.refused(404, "not_found");
    assert_eq!(app.written_down("trustee.forgotten"), 1);
    let ada = ada.on_another_device().await;
    choose(&ada, &bob.account_id).await.expect(200);
    bob.delete(TRUSTEE).await.expect(204);
    bob.delete(TRUSTEE).await.refused(403, "patient_only");
    ada.get(TRUSTEE).await.refused(404, "not_found");
}
