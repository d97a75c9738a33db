//! Saying no: with one touch, at any time, and for a while.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::{
    CIRCLE, REQUEST, TRUSTEE, acts, ada_and_bob, ada_and_bob_who_acts, all_is_sent, link_in,
    mail_that_asks, state_of, subjects, veto,
};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

#[rstest]
#[tokio::test]
async fn r58_one_touch_of_the_link_says_no_without_a_sign_in(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    bob.post_nothing(REQUEST).await.expect(202);
    let (page, code) = link_in(&mail_that_asks(&app, &ada).await);
    let opened = app.nobody().get("/veto").await.expect(200);

    let mut others = code.clone();
    others.replace_range(..4, "AAAA");
    for wrong in ["", "x", &others, &code[..40], &format!("{code}AAAA")] {
        veto(&app, wrong).await.refused(404, "not_found");
    }
    assert_eq!(state_of(&ada).await, "waiting", "looking uses nothing up");
    veto(&app, &code).await.expect(200);
    veto(&app, &code).await.expect(200);

    assert!(page.ends_with("/veto"), "{page}");
    assert!(opened.text.contains("<button"), "{}", opened.text);
    let policy = opened.header("content-security-policy");
    assert!(!policy.contains("unsafe"), "{policy}");
    let seen = bob.get(TRUSTEE).await.expect(200).body;
    assert_eq!(
        (&seen["state"], &seen["requested_at"], &seen["acts_from"]),
        (&json!("named"), &Value::Null, &Value::Null)
    );
    let again = seen["may_request_from"].as_str().unwrap();
    assert!(again.starts_with("2026-12-23T12:0"), "{again}");
    assert_eq!(app.written_down("trustee.refused_by_link"), 1);
    let log = ada.get("/v1/patients/{patient}/access-log").await;
    let last = log.expect(200).body["items"][0]["text"].clone();
    let said = "Somebody followed the link in your mail and said that nobody acts for you.";
    assert_eq!(last, said);
    all_is_sent(&app).await;
    assert!(
        subjects(&app, &bob)
            .iter()
            .all(|told| !told.contains("Nobody"))
    );
}

#[rstest]
#[tokio::test]
async fn whoever_heard_no_cannot_ask_again_for_a_time(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    bob.post_nothing(REQUEST).await.expect(202);
    let (_, old) = link_in(&mail_that_asks(&app, &ada).await);

    bob.get(REQUEST).await.expect(405);
    ada.delete(REQUEST).await.expect(204);
    ada.delete(REQUEST).await.expect(204);

    let too_soon = bob.post_nothing(REQUEST).await;
    too_soon.refused(409, "asked_too_soon");
    app.clock.turn(TimeDelta::days(29));
    let bob = bob.refreshed().await;
    let too_soon = bob.post_nothing(REQUEST).await;
    too_soon.refused(409, "asked_too_soon");
    app.clock.turn(TimeDelta::days(1));
    let bob = bob.refreshed().await;
    bob.post_nothing(REQUEST).await.expect(202);
    assert_eq!(state_of(&bob).await, "waiting");
    veto(&app, &old).await.expect(200);
    assert_eq!(state_of(&bob).await, "named", "every link says no");
    assert_eq!(app.written_down("trustee.refused"), 1);
}

#[rstest]
#[tokio::test]
async fn it_is_taken_back_after_it_took_effect(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let (_, code) = link_in(&mail_that_asks(&app, &ada).await);
    assert!(acts(&bob).await);

    veto(&app, &code).await.expect(200);

    assert!(!acts(&bob).await);
    let writing = bob.get(CIRCLE).await.expect(200).body;
    assert_eq!(writing["items"].as_array().unwrap().len(), 1);
    let too_soon = bob.post_nothing(REQUEST).await;
    too_soon.refused(409, "asked_too_soon");
}

#[rstest]
#[tokio::test]
async fn r74_taking_it_back_holds_on_every_instance(#[values(Postgres)] on: Database) {
    let app = start!(on);
    let other = app.another_instance().await;
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let bob = bob.through(&other);
    assert!(acts(&bob).await);

    ada.delete(REQUEST).await.expect(204);

    assert!(!acts(&bob).await);
}

#[rstest]
#[tokio::test]
async fn whoever_asked_can_step_back_and_ask_again(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let carol = app.member(&ada, "carol", "write").await;
    carol.delete(REQUEST).await.refused(403, "trustee_only");

    bob.delete(REQUEST).await.expect(204);

    assert!(!acts(&bob).await);
    assert_eq!(app.written_down("trustee.stepped_back"), 1);
    let too_soon = bob.post_nothing(REQUEST).await;
    too_soon.refused(409, "asked_too_soon");
    app.clock.turn(TimeDelta::days(30));
    let bob = bob.refreshed().await;
    bob.post_nothing(REQUEST).await.expect(202);
    assert!(!acts(&bob).await, "the time begins anew");
}

/// Bob changes Carol's level again and again while Ada says no: what he changes, he changed before.
#[rstest]
#[tokio::test]
async fn r90_a_change_that_races_the_no_is_wholly_before_it_or_refused(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob_who_acts(&app).await;
    let carol = app.member(&ada, "carol", "read").await;
    let hers = format!("{CIRCLE}/{}", carol.account_id);
    let over = Arc::new(AtomicBool::new(false));
    let changing = (0..4).map(|number| {
        let (bob, hers, over) = (bob.with_header("If-Match", "*"), hers.clone(), over.clone());
        tokio::spawn(async move {
            let mut refused = false;
            for turn in number.. {
                let level = if turn % 2 == 0 { "read" } else { "write" };
                let late = over.load(Ordering::SeqCst);
                let reply = bob.change(&hers, json!({ "level": level })).await;
                assert!(!late || reply.status == 403, "{reply:?}");
                refused |= reply.status == 403;
                if late {
                    break;
                }
            }
            refused
        })
    });
    let changing: Vec<_> = changing.collect();
    let asked = std::time::Instant::now();
    while app.written_down("circle.level_changed") < 5 {
        assert!(asked.elapsed().as_secs() < 20, "nothing changes");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }

    ada.delete(REQUEST).await.expect(204);
    let changed = app.written_down("circle.level_changed");
    over.store(true, Ordering::SeqCst);

    for task in changing {
        assert!(task.await.unwrap());
    }
    assert_eq!(app.written_down("circle.level_changed"), changed);
}
