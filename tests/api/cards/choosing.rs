//! What a card shows is the patient's to choose, and to take back.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::{CARD, card_of, everything, place_of, shown};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::privacy::sharing::decide;
use crate::weeks::with;

#[rstest]
#[case("/contacts/0/phone", json!("call me"), "invalid_value")]
#[case("/contacts/0/phone", json!("1"), "invalid_value")]
#[case("/contacts/0/phone", json!("javascript:1234"), "invalid_value")]
#[case("/contacts/0/phone", json!("+49 30 12345 / +49 171 12"), "invalid_value")]
#[case("/contacts/0/phone", json!("030 1234567 / 0171 1234567"), "invalid_value")]
#[case("/contacts/0/phone", json!("++49 30 12345"), "invalid_value")]
#[case("/contacts/0/phone", json!("1+1+2"), "invalid_value")]
#[case("/contacts/0/phone", json!("+49 (0)30 12345678901234"), "invalid_value")]
#[case("/contacts/0/name", json!(""), "empty")]
#[case("/contacts/0/about", json!("\u{7}"), "forbidden_character")]
#[case("/shown_name", json!("\u{202e}adA"), "forbidden_character")]
#[case("/note", json!("a".repeat(501)), "too_long")]
#[case("/diagnosis", json!("yes"), "invalid_value")]
#[case("/scores", json!(true), "unknown_member")]
#[tokio::test]
async fn what_does_not_fit_on_a_card_is_refused(
    #[case] pointer: &str,
    #[case] value: Value,
    #[case] code: &str,
) {
    let (_app, ada) = start!(Sqlite; ada);

    ada.put(CARD, with(everything(), pointer, value))
        .await
        .faulty(pointer, code);

    ada.get(CARD).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn a_card_has_four_contacts_at_most(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let five = vec![json!({"name": "Bob", "phone": "12345"}); 5];

    let sent = ada.put(CARD, json!({"contacts": five})).await;

    sent.faulty("/contacts", "too_long");
}

#[rstest]
#[tokio::test]
async fn r199_a_card_is_replaced_whole_by_who_read_it(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let early = ada.with_header("If-Match", "\"v1\"");
    early
        .put(CARD, everything())
        .await
        .refused(412, "precondition_failed");
    let (made, place) = card_of(&ada, everything()).await;
    let other = json!({"shown_name": "Ada L.", "diagnosis": true});

    let same = ada.put(CARD, everything()).await.expect(200);
    let first = ada.with_header("If-None-Match", "*");
    let retried = first.put(CARD, everything()).await.expect(200);
    let blind = ada.put(CARD, other.clone()).await;
    let seen = ada.with_header("If-Match", made.etag());
    let changed = seen.put(CARD, other.clone()).await.expect(200);
    let stale = seen.put(CARD, everything()).await;
    let read = ada.get(CARD).await.expect(200);

    assert_eq!(same.etag(), made.etag());
    assert_eq!((retried.etag(), &retried.body), (made.etag(), &made.body));
    blind.refused(428, "precondition_required");
    assert_eq!(
        stale.refused(412, "precondition_failed").body["current"],
        changed.body
    );
    assert_eq!(read.body, changed.body);
    assert_eq!(
        place_of(&changed),
        place,
        "paper that was printed stays good"
    );
    assert_eq!(read.body["contacts"], json!([]));
    assert_eq!(app.written_down("card.chosen"), 2);
}

#[rstest]
#[tokio::test]
async fn a_card_that_is_taken_back_opens_nothing_and_the_next_is_another(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let (made, place) = card_of(&ada, everything()).await;
    shown(&app, &place, "en").await.expect(200);

    for _ in 0..2 {
        ada.delete(CARD).await.expect(204);
    }

    let gone = shown(&app, &place, "de").await.expect(404);
    let never = shown(
        &app,
        "/card/bm9ib2R5IG1hZGUgdGhpcyBzZWNyZXQgb2YgMzIgYnl0",
        "de",
    )
    .await;
    assert!(
        gone.text.contains("Diese Karte gilt nicht mehr"),
        "{}",
        gone.text
    );
    assert_eq!(gone.text, never.text);
    app.nobody().get(&place).await.refused(404, "not_found");
    let statement = format!("{place}/statement");
    app.nobody().get(&statement).await.refused(404, "not_found");
    let (_, next) = card_of(&ada, json!({"shown_name": "A."})).await;
    assert_ne!(next, place);
    shown(&app, &next, "en").await.expect(200);
    let holds_old = ada.with_header("If-None-Match", made.etag());
    assert_eq!(place_of(&holds_old.get(CARD).await.expect(200)), next);
    let late = ada.with_header("If-Match", made.etag());
    let late = late.put(CARD, everything()).await;
    late.refused(412, "precondition_failed");
    assert_eq!(app.written_down("card.revoked"), 1);
}

#[rstest]
#[tokio::test]
async fn a_card_goes_with_sharing_and_with_the_diary(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (_, place) = card_of(&ada, everything()).await;

    decide(&ada, "care_sharing", false).await;
    shown(&app, &place, "en").await.expect(404);
    let late = ada.put(CARD, json!({"diagnosis": true})).await;
    decide(&ada, "care_sharing", true).await;
    shown(&app, &place, "en").await.expect(200);
    app.sql("update patients set closes_at = created_at");
    shown(&app, &place, "en").await.expect(404);

    late.refused(428, "precondition_required");
    let closed = ada.with_header("If-Match", "\"v1\"");
    let closed = closed.put(CARD, json!({"diagnosis": true})).await;
    closed.refused(403, "diary_closed");
}

#[rstest]
#[tokio::test]
async fn r152_each_opening_is_in_the_access_log(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (_, place) = card_of(&ada, everything()).await;

    for _ in 0..3 {
        shown(&app, &place, "en").await.expect(200);
        shown(&app, &place, "en").await.expect(200);
        app.clock.turn(TimeDelta::minutes(1));
    }

    let log = ada
        .get("/v1/patients/{patient}/access-log")
        .await
        .expect(200)
        .body;
    let told: Vec<_> = log["items"].as_array().unwrap().iter().take(4).collect();
    let opened = "Somebody who has your emergency card opened it.";
    for event in &told[..3] {
        assert_eq!(event["text"], opened);
        assert_eq!(event["account_id"], Value::Null);
    }
    assert_eq!(told[3]["text"], "You chose what your emergency card shows.");
}
