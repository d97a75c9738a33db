//! A mail server that is away, busy or silent: nothing waits for it, and nothing is lost or sent twice.

use std::time::Duration;

use chrono::TimeDelta;
use rstest::rstest;
use tokio::time::timeout;

use super::server::{Closed, Mood, Post};
use super::{restless, sign_up, until};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

/// To whom, sorted: the order of mails is nobody's promise.
fn recipients(post: &Post) -> Vec<String> {
    let mut to: Vec<String> = post.letters().into_iter().map(|letter| letter.to).collect();
    to.sort();
    to
}

#[rstest]
#[tokio::test]
async fn r230_mail_waits_for_a_server_that_is_away(#[values(Sqlite, Postgres)] on: Database) {
    let closed = Closed::new();
    let url = format!("smtp://127.0.0.1:{}", closed.port());
    let app = start!(on, restless(url));
    sign_up(&app, "ada").await;
    sign_up(&app, "bob").await;
    until(&app, "select count(*) from outbox where attempts > 0", 2).await;

    let post = closed.opens(Mood::Takes);
    app.clock.turn(TimeDelta::minutes(3));
    sign_up(&app, "carol").await;

    post.has(1).await;
    // What was being put off while the clock was turned is due now too.
    app.clock.turn(TimeDelta::minutes(3));
    post.has(3).await;
    until(&app, "select count(*) from outbox", 0).await;
    let to = recipients(&post);
    let expected = ["ada@example.org", "bob@example.org", "carol@example.org"];
    assert_eq!(to, expected, "each once");
}

#[rstest]
#[tokio::test]
async fn r230_what_a_busy_server_puts_off_comes_once(#[values(Sqlite, Postgres)] on: Database) {
    let post = Post::new(Mood::Busy(1));
    let url = format!("smtp://127.0.0.1:{}", post.port());
    let app = start!(on, restless(url));
    sign_up(&app, "ada").await;
    post.was_asked(1).await;
    sign_up(&app, "bob").await;
    post.has(1).await;
    assert_eq!(
        recipients(&post),
        ["bob@example.org"],
        "one mail is not all"
    );

    app.clock.turn(TimeDelta::minutes(2));
    sign_up(&app, "carol").await;

    post.has(3).await;
    until(&app, "select count(*) from outbox", 0).await;
    let to = recipients(&post);
    let expected = ["ada@example.org", "bob@example.org", "carol@example.org"];
    assert_eq!(to, expected, "each once");
}

#[rstest]
#[tokio::test]
async fn r230_a_server_that_greets_and_is_silent_holds_nothing_up(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let post = Post::new(Mood::Hangs);
    let url = format!("smtp://127.0.0.1:{}", post.port());
    let mut app = start!(on, |settings| {
        settings.mail_url = Some(url);
        settings.rehearsal.test_patience = Some(600_000);
    });
    sign_up(&app, "ada").await;
    post.was_asked(1).await;
    // It hangs now; people do not notice, nor does who stops the server.
    sign_up(&app, "bob").await;
    app.nobody().get("/readyz").await.expect(200);
    app.clock.turn(TimeDelta::minutes(3));
    app.settings.rehearsal.test_patience = Some(1000);
    let stopped = timeout(Duration::from_secs(60), app.restart()).await;
    let mut app = stopped.expect("before its patience of ten minutes is over");
    post.was_asked(2).await;

    // After a second it is taken for one that hangs, and the other mail is not tried there: each is put off for a time
    // of its own.
    until(&app, "select count(distinct not_before) from outbox", 2).await;
    assert_eq!((post.connections(), post.letters()), (2, Vec::new()));
    post.turns(Mood::Takes);
    app.settings.rehearsal.test_patience = None;
    let app = app.restart().await;
    app.clock.turn(TimeDelta::minutes(10));
    sign_up(&app, "carol").await;

    post.has(3).await;
    until(&app, "select count(*) from outbox", 0).await;
    let expected = ["ada@example.org", "bob@example.org", "carol@example.org"];
    assert_eq!(recipients(&post), expected, "each once");
}

#[rstest]
#[tokio::test]
async fn r230_a_server_that_stops_finishes_the_mail_on_its_way(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let post = Post::new(Mood::Takes);
    let url = format!("smtp://127.0.0.1:{}", post.port());
    let mut app = start!(on, restless(url));

    // Each is stopped as soon as its mail server has a letter, and hears later that it has.
    let names = ["ada", "bob", "carol", "dan", "eve"];
    for (letters, name) in names.into_iter().enumerate() {
        sign_up(&app, name).await;
        post.has(letters + 1).await;
        app = app.restart().await;
    }

    until(&app, "select count(*) from outbox", 0).await;
    assert_eq!(recipients(&post).len(), names.len(), "each once");
}

#[rstest]
#[tokio::test]
async fn r230_a_mail_is_named_by_its_senders_domain() {
    let post = Post::new(Mood::Takes);
    let url = format!("smtp://127.0.0.1:{}", post.port());
    let app = start!(Sqlite, |settings| {
        settings.mail_url = Some(url);
        settings.mail_from = "Diary <post@diary.example.org>".to_owned();
    });

    sign_up(&app, "ada").await;
    until(&app, "select count(*) from outbox", 0).await;

    let letter = post.letters().remove(0).text;
    let name = letter.lines().find(|line| line.starts_with("Message-ID:"));
    assert!(name.unwrap().trim_end().ends_with("@diary.example.org>"));
}
