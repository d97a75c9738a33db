//! Flags: who is told of them, and how often.

use rstest::rstest;
use serde_json::{Value, json};

use super::{SUBJECT, today};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::privacy::sharing::decide;
use crate::weeks::{week, with};

#[rstest]
#[tokio::test]
async fn a_flag_is_told_once_to_those_who_chose_its_tier_and_see_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    let rob = app.member(&ada, "rob", "read").await;
    let sue = app.member(&ada, "sue", "summary").await;
    wim.follows(today()).await.expect(200);
    let visit = json!({"tiers": ["next_visit"], "channels": ["mail"]});
    rob.follows(visit).await.expect(200);
    sue.follows(today()).await.expect(200);

    ada.breathes("2026-W46", "2026-11-11", 1).await;
    app.watch().await;
    app.watch().await;
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;

    let told = wim.alerts().await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (
            &told[0]["kind"],
            &told[0]["code"],
            &told[0]["tier"],
            &told[0]["week"]
        ),
        (
            &json!("flag"),
            &json!("breathing_now"),
            &json!("contact_today"),
            &json!("2026-W46")
        )
    );
    let trend = wim.get("/v1/patients/{patient}/trend").await.expect(200);
    assert_eq!(told[0]["flag_id"], trend.body["flags"][0]["id"]);
    assert_eq!(
        told[0].get("told"),
        None,
        "who was told is the patient's to know"
    );
    assert_eq!(rob.alerts().await, Vec::<Value>::new(), "another tier");
    assert_eq!(sue.alerts().await, Vec::<Value>::new(), "sees no flags");
    assert_eq!(app.tellings(), 1);
    let mail = app.mail().next_to(&wim.email).await;
    assert_eq!(mail.subject, SUBJECT);
    let said = mail.body.to_lowercase();
    for word in ["ada", "als", "breath", "flag", "score", "urgent", "today"] {
        assert!(
            !said.split_whitespace().any(|it| it == word),
            "{word}: {said}"
        );
    }
}

#[rstest]
#[tokio::test]
async fn what_was_there_before_they_chose_is_not_told_and_what_becomes_urgent_is(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    ada.breathes("2026-W45", "2026-11-04", 4).await;
    ada.breathes("2026-W46", "2026-11-11", 3).await;
    let all = json!({"tiers": ["contact_today", "contact_this_week"], "channels": ["mail"]});
    wim.follows(all).await.expect(200);
    app.watch().await;
    assert_eq!(app.tellings(), 0, "it was there");

    app.watch_at("2026-11-23T12:01:00Z").await;
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;

    assert_eq!(app.tellings(), 1);
    assert_eq!(wim.alerts().await[0]["tier"], "contact_today");
}

#[rstest]
#[tokio::test]
async fn a_change_of_rater_is_no_news(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let tiers = [
        "contact_today",
        "contact_this_week",
        "tell_team",
        "next_visit",
    ];
    let all = json!({"tiers": tiers, "channels": ["mail"]});
    wim.follows(all).await.expect(200);
    ada.breathes("2026-W45", "2026-11-04", 4).await;
    ada.breathes("2026-W46", "2026-11-11", 4).await;

    let judged = with(week("2026-11-18"), "/respondent", "caregiver_proxy");
    let judged = with(judged, "/answers/dyspnea", 3);
    wim.record("2026-W47", judged).await.expect(201);
    app.watch().await;

    let trend = ada.get("/v1/patients/{patient}/trend").await.expect(200);
    let flags = trend.body["flags"].as_array().unwrap().len();
    assert_eq!((flags, app.tellings()), (0, 0));
}

#[rstest]
#[tokio::test]
async fn a_flag_that_is_known_waits_for_nobody_and_one_that_is_corrected_is_over(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    wim.follows(today()).await.expect(200);
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    app.watch().await;
    assert_eq!(wim.alerts().await[0]["acknowledged"], Value::Null);

    ada.knows_all().await;
    app.watch().await;
    let known = &wim.alerts().await[0]["acknowledged"];
    assert_eq!(known["by"]["display_name"], "Ada");
    let path = "/v1/patients/{patient}/entries/2026-W47";
    let entry = ada.get(path).await.expect(200);
    let right = ada.with_header("If-Match", entry.etag());
    right.put(path, week("2026-11-18")).await.expect(200);
    app.watch().await;

    let over = wim.alerts().await;
    assert!(over[0]["ended_at"].is_string(), "{over:?}");
    let entry = ada.get(path).await.expect(200);
    let wrong = ada.with_header("If-Match", entry.etag());
    let again = with(week("2026-11-18"), "/answers/dyspnea", 1);
    wrong.put(path, again).await.expect(200);
    app.watch().await;
    assert_eq!(app.tellings(), 1, "the same once more");
}

#[rstest]
#[tokio::test]
async fn what_began_anew_while_the_phone_was_offline_is_told_though_the_last_time_was_seen_to(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    wim.follows(today()).await.expect(200);
    ada.breathes("2026-W44", "2026-10-28", 1).await;
    app.watch().await;
    wim.sees_to(&wim.alerts().await[0]).await.expect(200);

    for (name, day, points) in [
        ("2026-W45", "2026-11-04", 4),
        ("2026-W46", "2026-11-11", 4),
        ("2026-W47", "2026-11-18", 0),
    ] {
        ada.breathes(name, day, points).await;
    }
    app.watch().await;

    let told = wim.alerts().await;
    assert_eq!(app.tellings(), 2, "{told:?}");
    let of = |week: &str| told.iter().find(|one| one["week"] == week).unwrap();
    assert_eq!(of("2026-W47")["acknowledged"], Value::Null);
    assert!(of("2026-W44")["acknowledged"].is_object());
    assert!(of("2026-W44")["ended_at"].is_string());
}

#[rstest]
#[tokio::test]
async fn who_was_sent_away_is_told_nothing_from_the_next_moment_on(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    wim.follows(today()).await.expect(200);
    ada.breathes("2026-W46", "2026-11-11", 1).await;
    app.watch().await;
    assert_eq!(wim.alerts().await.len(), 1);
    let alert = wim.alerts().await.remove(0);
    let place = format!("/v1/patients/{{patient}}/circle/{}", wim.account_id);

    let swallows = with(week("2026-11-18"), "/answers/orthopnea", 1);
    ada.record("2026-W47", swallows).await.expect(201);
    ada.delete(&place).await.expect(204);
    app.watch().await;

    assert_eq!(app.tellings(), 1);
    assert_eq!(wim.alerts().await, Vec::<Value>::new());
    wim.sees_to(&alert).await.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn r227_a_diary_that_cannot_be_looked_at_keeps_no_other_waiting(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    let wim = app.member(&ada, "wim", "read").await;
    let rob = app.member(&ben, "rob", "read").await;
    wim.follows(today()).await.expect(200);
    rob.follows(today()).await.expect(200);
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    ben.breathes("2026-W47", "2026-11-18", 1).await;
    app.sql(
        "update entries set respondent = 77 where patient_key = (select min(key) from patients)",
    );

    app.watch().await;

    assert_eq!(app.tellings(), 1);
}

#[rstest]
#[tokio::test]
async fn who_is_shared_with_no_more_is_told_nothing(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "read").await;
    wim.follows(today()).await.expect(200);
    ada.breathes("2026-W47", "2026-11-18", 1).await;
    decide(&ada, "care_sharing", false).await;

    app.watch().await;
    assert_eq!(app.tellings(), 0);
    decide(&ada, "care_sharing", true).await;
    app.watch_at("2026-11-24T12:00:00Z").await;

    assert_eq!(app.tellings(), 1, "it still waits, and he is let in again");
}
