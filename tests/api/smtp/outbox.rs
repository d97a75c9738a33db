//! The outbox itself: what is taken by an instance that dies, is slow, or gives up; and what goes first.

use alsfrs_diary::channels::{self, About, Channel, Notice};
use alsfrs_diary::platform::db::DbError;
use alsfrs_diary::platform::ids::AccountId;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::json;

use super::server::{Closed, Mood, Post};
use super::{restless, sign_up, until};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::home::{home, said_by};
use crate::people::Person;
use crate::program::Program;

const WAITING: &str = "select count(*) from outbox";

/// Says so many things to a person, that nobody waits for.
async fn remind(app: &TestApp, person: &Person, times: usize) {
    let (vault, now) = (app.inside().vault.clone(), app.now());
    let account = AccountId(person.account_id.parse().unwrap());
    let notice = Notice::new("mail-reminder", About::Reminder);
    let tell = app.inside().db.write(move |conn| {
        for _ in 0..times {
            channels::tell(conn, &vault, now, account, &notice, &[Channel::Mail])?;
        }
        Ok::<_, DbError>(())
    });
    tell.await.unwrap();
}

#[rstest]
#[tokio::test]
async fn r228_kill_9_while_a_mail_goes_out_sends_it_again_under_the_same_name(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let home = home!(on);
    let post = Post::new(Mood::Swallows);
    let url = format!("--mail-url=smtp://127.0.0.1:{}", post.port());
    let mut program = Program::serve(&home, &[&url]);
    let account = serde_json::json!({
        "email": "ada@example.org", "password": "quiet herons by the lake",
        "display_name": "Ada", "role": "patient", "time_zone": "Europe/Berlin",
    });
    program
        .nobody()
        .post("/v1/accounts", account)
        .await
        .expect(202);
    let first = post.has(1).await;
    program.kill();
    drop(post);
    let half = "select count(*) from outbox where attempts = 1 and lease_until is not null";
    assert_eq!(home.query_i64(half), 1, "it is not known to be out");
    home.clock.turn(TimeDelta::minutes(3));

    let post = Post::new(Mood::Takes);
    let url = format!("--mail-url=smtp://127.0.0.1:{}", post.port());
    let program = Program::serve(&home, &[&url]);

    let again = post.has(1).await;
    let name = |text: &str| {
        let named = text.lines().find(|line| line.starts_with("Message-ID:"));
        named.unwrap().to_owned()
    };
    assert_eq!(name(&first[0].text), name(&again[0].text));
    while home.query_i64(WAITING) > 0 {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    drop(program);
}

#[rstest]
#[tokio::test]
async fn r228_who_was_slow_does_not_say_what_became_of_what_another_took(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let silent = Post::new(Mood::Hangs);
    let url = format!("smtp://127.0.0.1:{}", silent.port());
    let app = start!(on, |settings| {
        restless(url)(settings);
        settings.rehearsal.test_patience = Some(2000);
    });
    sign_up(&app, "ada").await;
    silent.was_asked(1).await;

    // Another takes it, and is about to send it.
    let (lease, since) = match on {
        Sqlite => ("lease_until + 20000000", "0"),
        Postgres => ("lease_until + interval '20 seconds'", "'epoch'"),
    };
    app.sql(&format!(
        "update outbox set fence = fence + 1, attempts = attempts + 1, lease_until = {lease}"
    ));
    // The next is tried once the first was waited for in vain.
    sign_up(&app, "bob").await;
    silent.was_asked(2).await;

    let anothers = format!(
        "select count(*) from outbox where fence = 2 and attempts = 2 and not_before = {since} \
         and lease_until is not null"
    );
    assert_eq!(app.query_i64(&anothers), 1);
}

#[rstest]
#[tokio::test]
async fn r228_what_was_taken_is_kept_while_it_takes_long(#[values(Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    until(&app, WAITING, 0).await;
    let post = Post::new(Mood::Slow);
    let app = with_post_at(app, post.port()).await;
    let other = app.another_instance().await;
    remind(&app, &ada, 12).await;
    post.has(1).await;

    // Almost as long as it is kept, and after the first a little longer.
    app.clock.turn(TimeDelta::seconds(119));
    post.has(2).await;
    app.clock.turn(TimeDelta::seconds(30));

    post.has(12).await;
    assert_eq!(
        app.query_i64("select count(*) from outbox where fence > 1"),
        0
    );
    until(&app, WAITING, 0).await;
    assert_eq!(post.letters().len(), 12, "each once");
    other.stop().await;
}

/// The same, looking for its mail server on `port`.
async fn with_post_at(mut app: TestApp, port: u16) -> TestApp {
    restless(format!("smtp://127.0.0.1:{port}"))(&mut app.settings);
    app.restart().await
}

#[rstest]
#[tokio::test]
async fn r230_a_code_does_not_wait_behind_many_reminders(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    until(&app, WAITING, 0).await;
    let closed = Closed::new();
    let app = with_post_at(app, closed.port()).await;
    remind(&app, &ada, 100).await;
    sign_up(&app, "bob").await;
    until(
        &app,
        "select count(*) from outbox where attempts = 0 or lease_until is not null",
        0,
    )
    .await;

    let post = closed.opens(Mood::Takes);
    app.clock.turn(TimeDelta::minutes(3));

    let letters = post.has(101).await;
    let place = letters
        .iter()
        .position(|letter| letter.to == "bob@example.org");
    assert!(place.unwrap() < 20, "behind {place:?} reminders");
    until(&app, WAITING, 0).await;
    assert_eq!(post.letters().len(), 101, "each once");
}

#[rstest]
#[tokio::test]
async fn r228_what_never_goes_out_is_given_up_and_sent_when_the_operator_says_so(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| settings.rehearsal.test_look_again = Some(20));
    let folder = app.folder().join("mail");
    std::fs::write(&folder, "no folder").unwrap();
    sign_up(&app, "ben").await;
    for attempts in 1..=24 {
        let tried = format!(
            "select count(*) from outbox where attempts = {attempts} and lease_until is null"
        );
        until(&app, &tried, 1).await;
        app.clock.turn(TimeDelta::hours(5));
    }
    let parked = "select count(*) from outbox where parked_at is not null";
    until(&app, parked, 1).await;
    let home = app.home();
    let flags = home.flags();
    let outbox = |what| said_by(home.program().args(["outbox", what]).args(&flags));
    let status = outbox("status");
    assert!(
        status.1.contains("mail: 0 wait; 1 given up"),
        "{}",
        status.1
    );

    std::fs::remove_file(&folder).unwrap();
    let retried = outbox("retry");

    assert_eq!(retried.0, Some(0), "{}", retried.1);
    app.mail().next_to("ben@example.org").await;
}

#[rstest]
#[tokio::test]
async fn a_reminder_whose_day_went_by_does_not_come_late(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    until(&app, WAITING, 0).await;
    let weekly = json!({"weekday": "sunday", "at": "18:00", "zone": "Europe/Berlin"});
    let sunday = json!({"weekly": weekly, "channels": ["mail"]});
    ada.wants(sunday).await.expect(200);
    let closed = Closed::new();
    let app = with_post_at(app, closed.port()).await;
    app.remind_at("2026-11-29T17:00:00Z").await;
    let put_off = "select count(*) from outbox where attempts > 0 and lease_until is null";
    until(&app, put_off, 1).await;

    app.clock.turn(TimeDelta::hours(7));
    let post = closed.opens(Mood::Takes);
    sign_up(&app, "bob").await;

    until(&app, WAITING, 0).await;
    let letters = post.letters();
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!(letters[0].to, "bob@example.org");
}
