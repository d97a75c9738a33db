//! Asking to act for the patient: openly, once, and with time to say no.

use chrono::TimeDelta;
use futures_util::future::join_all;
use rstest::rstest;
use serde_json::json;

use super::{REQUEST, TRUSTEE, acts, ada_and_bob, all_is_sent, mail_that_asks, state_of, subjects};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;

#[rstest]
#[tokio::test]
async fn nobody_asks_but_whom_the_patient_chose(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, _) = ada_and_bob(&app).await;
    let carol = app.member(&ada, "carol", "write").await;
    let sam = app.stranger().await.on(&ada);

    ada.post_nothing(REQUEST).await.refused(403, "trustee_only");
    let hers = carol.post_nothing(REQUEST).await;
    hers.refused(403, "trustee_only");
    sam.post_nothing(REQUEST).await.refused(404, "not_found");

    assert_eq!(state_of(&ada).await, "named");
    assert_eq!(app.written_down("trustee.asked"), 0);
}

#[rstest]
#[tokio::test]
async fn everybody_is_told_and_no_mail_says_more_than_it_must(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    let carol = app.member(&ada, "carol", "summary").await;

    let waiting = bob.post_nothing(REQUEST).await.expect(202).body;

    assert_eq!(waiting["state"], "waiting");
    let from = waiting["acts_from"].as_str().unwrap();
    assert!(from.starts_with("2026-12-07T12:0"), "{from}");
    let to_ada = mail_that_asks(&app, &ada).await;
    assert!(to_ada.body.contains("Bob, a friend of yours"), "{to_ada:?}");
    assert!(to_ada.body.contains("7 December 2026"), "{to_ada:?}");
    all_is_sent(&app).await;
    let about = "About a diary you share";
    for member in [&bob, &carol] {
        let mails = app.mail().all_to(&member.email);
        let told = mails.iter().filter(|mail| mail.subject == about);
        assert_eq!(told.clone().count(), 1, "{}", member.name);
        // R77: whom she chose is hers to tell.
        assert!(told.clone().all(|mail| !mail.body.contains("Bob")));
    }
    for person in [&ada, &bob, &carol] {
        for mail in app.mail().all_to(&person.email) {
            let text = format!("{} {}", mail.subject, mail.body).to_lowercase();
            for word in ["als", "symptom", "health", "ill", "disease", "hands"] {
                let mut words = text.split(|c: char| !c.is_alphabetic());
                assert!(words.all(|said| said != word), "{word} in {mail:?}");
            }
            assert!(!mail.subject.contains("Bob") && !mail.subject.contains("Ada"));
        }
    }
}

#[rstest]
#[tokio::test]
async fn twenty_requests_at_once_are_one(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;

    let asked = join_all((0..20).map(|_| bob.post_nothing(REQUEST))).await;

    let first = asked[0].body.clone();
    assert!(asked.iter().all(|reply| reply.status == 202));
    assert!(asked.iter().all(|reply| reply.body == first));
    assert_eq!(app.written_down("trustee.asked"), 1);
    all_is_sent(&app).await;
    app.clock.turn(TimeDelta::days(3));
    let later = bob.refreshed().await.post_nothing(REQUEST).await;
    assert_eq!(later.expect(202).body, first, "the day stays");
    let asks = "Somebody asks to act for you";
    let mails = subjects(&app, &ada).into_iter();
    assert_eq!(mails.filter(|subject| subject == asks).count(), 1);
}

#[rstest]
#[tokio::test]
async fn nobody_acts_before_the_time_is_over(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, |settings| settings.trustee_days = 5);
    let (ada, bob) = ada_and_bob(&app).await;
    bob.post_nothing(REQUEST).await.expect(202);

    app.clock.turn(TimeDelta::days(5) - TimeDelta::minutes(5));
    let bob = bob.refreshed().await;
    assert!(!acts(&bob).await);
    assert_eq!(state_of(&bob).await, "waiting");
    app.clock.turn(TimeDelta::minutes(5));

    assert!(acts(&bob).await);
    assert_eq!(state_of(&ada.refreshed().await).await, "acting");
    let diaries = bob.get("/v1/patients").await.expect(200).body;
    assert_eq!(diaries["items"][0]["acts_for_patient"], json!(true));
}

/// Restarts, so that the server looks at once who is to be told, until `subject` has come.
async fn told(app: TestApp, ada: &Person, subject: &str) -> TestApp {
    let app = app.restart().await;
    let asked = std::time::Instant::now();
    while !subjects(&app, ada).iter().any(|told| told == subject) {
        assert!(asked.elapsed().as_secs() < 20, "nobody says: {subject}");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    app
}

#[rstest]
#[tokio::test]
async fn the_patient_is_reminded_and_everybody_is_told_when_it_is_so(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = ada_and_bob(&app).await;
    bob.post_nothing(REQUEST).await.expect(202);

    app.clock.turn(TimeDelta::days(12));
    let app = told(app, &ada, "Soon somebody acts for you").await;
    assert_eq!(app.written_down("trustee.acts"), 0);
    app.clock.turn(TimeDelta::days(2));
    let app = told(app, &ada, "Somebody acts for you now").await;
    let app = told(app, &ada, "Somebody acts for you now").await;

    assert_eq!(app.written_down("trustee.acts"), 1);
    all_is_sent(&app).await;
    let mut once = subjects(&app, &ada);
    once.retain(|subject| subject.contains("acts for you") && subject.contains("omebody"));
    assert_eq!(
        once,
        ["Soon somebody acts for you", "Somebody acts for you now"]
    );
    let about = "About a diary you share";
    let mails = subjects(&app, &bob).into_iter();
    assert_eq!(mails.filter(|subject| subject == about).count(), 2);
    let ada = ada.through(&app).refreshed().await;
    let log = ada.get("/v1/patients/{patient}/access-log").await;
    let texts: Vec<String> = log.expect(200).body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["text"].as_str().unwrap().to_owned())
        .filter(|text| text.contains("act"))
        .collect();
    assert_eq!(
        texts,
        [
            "Bob, a friend of yours, acts for you from now on.",
            "Bob, a friend of yours, asked to act for you.",
            "You chose who acts for you, should you want or need it.",
        ]
    );
    ada.get(TRUSTEE).await.expect(200);
}
