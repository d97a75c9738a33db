//! When people are told, what, and when not.

use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use super::{LATER, on_sundays};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{week, with};

/// Sunday, 18:00 in Berlin.
const SUNDAY: &str = "2026-11-29T17:00:00Z";

#[rstest]
#[tokio::test]
async fn r212_a_person_is_reminded_once_a_week_on_their_day_at_their_hour(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);

    app.remind_at("2026-11-29T16:59:59Z").await;
    assert_eq!(app.reminded(), 0, "it is not time");
    app.remind_at(SUNDAY).await;
    app.remind().await;
    app.remind_at("2026-11-29T22:00:00Z").await;
    assert_eq!(app.reminded(), 1);
    app.remind_at("2026-12-06T17:00:00Z").await;

    assert_eq!(app.reminded(), 2);
    let mail = app.mail().next_to(&ada.email).await;
    assert_eq!(mail.subject, "Your reminder");
    let said = mail.body.to_lowercase();
    for word in [
        "als",
        "score",
        "rating",
        "diary",
        "symptom",
        "cell",
        "course",
        "treatment",
    ] {
        assert!(
            !said.split_whitespace().any(|it| it == word),
            "{word}: {said}"
        );
    }
}

#[rstest]
#[tokio::test]
async fn nobody_is_reminded_of_a_week_that_is_recorded(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);
    ada.record("2026-W48", week("2026-11-23")).await.expect(201);

    app.remind_at(SUNDAY).await;
    assert_eq!(app.reminded(), 0);
    app.remind_at("2026-12-06T17:00:00Z").await;

    assert_eq!(app.reminded(), 1, "the next week is open");
}

#[rstest]
#[tokio::test]
async fn nobody_is_reminded_in_a_pause_or_when_it_is_off(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let ben = app.patient("ben").await;
    let paused = with(on_sundays(), "/paused_until", "2026-12-06");
    ada.wants(paused).await.expect(200);
    ben.wants(on_sundays()).await.expect(200);
    ben.wants(json!({})).await.expect(200);

    app.remind_at(SUNDAY).await;
    assert_eq!(app.reminded(), 0);
    app.remind_at("2026-12-06T17:00:00Z").await;

    assert_eq!(app.reminded(), 1, "the pause is over on that day");
}

#[rstest]
#[tokio::test]
async fn nobody_is_reminded_of_a_diary_that_is_closed_or_no_longer_theirs(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    let of_ada = with(on_sundays(), "/patient_id", ada.patient_id.clone());
    wim.wants(of_ada).await.expect(200);
    app.remind_at(SUNDAY).await;
    assert_eq!(app.reminded(), 1);

    let ada = ada.on_another_device().await;
    let place = format!("/v1/patients/{{patient}}/circle/{}", wim.account_id);
    ada.delete(&place).await.expect(204);
    ada.wants(on_sundays()).await.expect(200);
    app.remind_at("2026-12-06T17:00:00Z").await;
    assert_eq!(app.reminded(), 2, "Ada alone");
    app.sql("update patients set closes_at = created_at");
    app.remind_at("2026-12-13T17:00:00Z").await;

    assert_eq!(app.reminded(), 2, "it is closed");
    app.sql("update patients set closes_at = null");
    app.remind_at("2026-12-20T17:00:00Z").await;
    assert_eq!(app.reminded(), 3, "it is open again");
}

#[rstest]
#[tokio::test]
async fn what_was_missed_comes_late_on_the_same_day_and_not_after_it(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);

    app.remind_at("2026-11-29T22:59:00Z").await;
    assert_eq!(app.reminded(), 1, "a minute before midnight");
    app.remind_at("2026-12-06T23:00:00Z").await;
    assert_eq!(app.reminded(), 1, "it is Monday");
    app.remind_at("2026-12-13T17:00:00Z").await;

    assert_eq!(app.reminded(), 2);
}

#[rstest]
#[tokio::test]
async fn nothing_comes_in_quiet_hours_and_what_falls_into_them_comes_at_their_end(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let late = with(on_sundays(), "/weekly/at", "22:30");
    let quiet = json!({"from": "22:00", "to": "07:30"});
    ada.wants(with(late, "/quiet", quiet)).await.expect(200);

    for quiet in ["2026-11-29T21:30:00Z", "2026-11-30T06:29:00Z"] {
        app.remind_at(quiet).await;
        assert_eq!(app.reminded(), 0, "{quiet}");
    }
    app.remind_at("2026-11-30T06:30:00Z").await;

    assert_eq!(app.reminded(), 1, "half past seven on Monday");
    app.remind_at("2026-11-30T08:00:00Z").await;
    assert_eq!(app.reminded(), 1);
}

#[rstest]
#[tokio::test]
async fn a_reminder_can_be_put_off_until_later_on_the_same_day(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let quiet = json!({"from": "22:00", "to": "07:30"});
    ada.wants(with(on_sundays(), "/quiet", quiet))
        .await
        .expect(200);
    app.remind_at(SUNDAY).await;
    let ada = ada.on_another_device().await;
    for hours in [4, 8] {
        let too_late = ada.post(LATER, json!({"hours": hours})).await;
        too_late.refused(409, "too_late_today");
    }

    let later = ada.post(LATER, json!({"hours": 2})).await.expect(200);

    assert_eq!(
        &later.body["remind_at"].as_str().unwrap()[..16],
        "2026-11-29T19:00"
    );
    app.remind_at("2026-11-29T18:59:00Z").await;
    assert_eq!(app.reminded(), 1);
    app.remind_at("2026-11-29T19:01:00Z").await;
    app.remind_at("2026-11-29T19:02:00Z").await;
    assert_eq!(app.reminded(), 2);
    app.remind_at("2026-12-06T17:00:00Z").await;
    assert_eq!(app.reminded(), 3, "the next week as ever");
}

#[rstest]
#[tokio::test]
async fn who_puts_it_off_before_it_comes_is_reminded_then_and_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);
    app.clock.set(super::at("2026-11-29T16:30:00Z"));
    let ada = ada.on_another_device().await;

    ada.post_nothing(LATER).await.expect(200);

    app.remind_at(SUNDAY).await;
    assert_eq!(app.reminded(), 0, "later");
    app.remind_at("2026-11-29T19:31:00Z").await;
    app.remind_at("2026-11-29T20:31:00Z").await;
    assert_eq!(app.reminded(), 1);
}

#[rstest]
#[tokio::test]
async fn a_course_that_is_due_again_and_the_end_of_its_follow_up_are_told_once(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let treatment = ada.treated(&app).await;
    ada.given(&app, &treatment).await;
    let both = json!({"next_course": true, "end_of_follow_up": true, "channels": ["mail"]});
    ada.wants(both).await.expect(200);

    // Given on 12 May 2026: due again a year later, followed for 42 months.
    app.remind_at("2027-05-12T07:59:00Z").await;
    assert_eq!(app.reminded(), 0, "not before ten in the morning");
    app.remind_at("2027-05-12T08:00:00Z").await;
    app.remind_at("2027-05-13T08:00:00Z").await;
    assert_eq!(app.reminded(), 1);
    app.remind_at("2029-11-11T10:00:00Z").await;
    assert_eq!(app.reminded(), 1);
    app.remind_at("2029-11-14T10:00:00Z").await;

    assert_eq!(app.reminded(), 2, "two days late, and not lost");
    let mail = app.mail().next_to(&ada.email).await;
    assert!(
        !mail.body.contains("cell") && !mail.body.contains("course"),
        "{mail:?}"
    );
}

#[rstest]
#[tokio::test]
async fn a_visit_is_told_on_the_day_before(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let visit = json!({"visit_on": "2026-12-10", "channels": ["mail"]});
    ada.wants(visit).await.expect(200);

    app.remind_at("2026-12-09T08:59:00Z").await;
    assert_eq!(app.reminded(), 0);
    for at in [
        "2026-12-09T09:00:00Z",
        "2026-12-10T09:00:00Z",
        "2026-12-11T09:00:00Z",
    ] {
        app.remind_at(at).await;
    }

    assert_eq!(app.reminded(), 1);
}

#[rstest]
#[tokio::test]
async fn r227_one_whose_reminders_cannot_be_read_keeps_nobody_waiting(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(with(on_sundays(), "/weekly/at", "17:00"))
        .await
        .expect(200);
    app.sql("update reminders set home = 'Atlantis'");
    let ben = app.patient("ben").await;
    ben.wants(on_sundays()).await.expect(200);

    app.remind_at(SUNDAY).await;

    assert_eq!(app.reminded(), 1);
    assert_eq!(
        app.mail().next_to(&ben.email).await.subject,
        "Your reminder"
    );
}

#[rstest]
#[tokio::test]
async fn r224_a_clock_that_steps_by_a_day_makes_no_second_reminder(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);

    app.remind_at(SUNDAY).await;
    for days in [1, -2, 1, 0] {
        app.clock.turn(TimeDelta::days(days));
        app.remind().await;
    }
    assert_eq!(app.reminded(), 1);
    // Ahead by years, and right again: it goes on.
    app.remind_at("2036-01-01T00:00:00Z").await;
    app.remind_at("2026-12-05T12:00:00Z").await;
    app.remind_at("2026-12-06T17:00:00Z").await;

    assert_eq!(app.reminded(), 2);
}

#[rstest]
#[tokio::test]
async fn an_erased_person_is_reminded_of_nothing(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let wim = app.member(&ada, "wim", "write").await;
    ada.wants(on_sundays()).await.expect(200);
    let of_ada = with(on_sundays(), "/patient_id", ada.patient_id.clone());
    wim.wants(of_ada).await.expect(200);
    ada.ask("POST", "/v1/account/erasure").await.expect(202);

    let app = app.after_erasures().await;

    assert_eq!(app.query_i64("select count(*) from reminders"), 0);
    app.remind_at("2027-01-03T17:00:00Z").await;
    let theirs = "select count(*) from reminded where kind <> 1";
    assert_eq!(app.query_i64(theirs), 0);
}

#[rstest]
#[tokio::test]
async fn the_copy_of_everything_has_ones_reminders(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);

    let copy = ada.post_nothing("/v1/account/export").await.expect(200);

    assert_eq!(copy.body["reminders"]["weekly"]["weekday"], "sunday");
}

#[rstest]
#[tokio::test]
async fn who_switches_reminders_off_is_not_reminded_later_either(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    ada.wants(on_sundays()).await.expect(200);
    app.remind_at(SUNDAY).await;
    let ada = ada.on_another_device().await;
    ada.post(LATER, json!({"hours": 2})).await.expect(200);

    ada.wants(json!({"channels": ["mail"]})).await.expect(200);
    app.remind_at("2026-11-29T19:01:00Z").await;

    assert_eq!(app.reminded(), 1);
}
