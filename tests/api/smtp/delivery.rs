//! A mail server that is away, busy or silent: nothing waits for it, and nothing is lost or sent twice.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use rstest::rstest;

use super::server::{Mood, Post, free_port};
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
    let port = free_port().await;
    let url = format!("smtp://127.0.0.1:{port}");
    let app = start!(on, restless(url));
    sign_up(&app, "ada").await;
    sign_up(&app, "bob").await;
    until(&app, "select count(*) from outbox where attempts > 0", 2).await;

    let post = Post::at(port, Mood::Takes).await;
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
    let port = free_port().await;
    let post = Post::at(port, Mood::Busy(1)).await;
    let url = format!("smtp://127.0.0.1:{port}");
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
    let port = free_port().await;
    let silent = Post::at(port, Mood::Hangs).await;
    let url = format!("smtp://127.0.0.1:{port}");
    let mut app = start!(on, |settings| settings.mail_url = Some(url));
    sign_up(&app, "ada").await;
    silent.was_asked(1).await;
    // It hangs now; people do not notice, nor does who stops the server.
    sign_up(&app, "bob").await;
    app.nobody().get("/readyz").await.expect(200);
    let asked = Instant::now();
    app.clock.turn(TimeDelta::minutes(3));
    app.settings.rehearsal.test_patience = Some(1000);
    let app = app.restart().await;
    assert!(asked.elapsed().as_secs() < 10, "it stops and starts");
    silent.was_asked(2).await;

    // After a second (twenty, usually) it is taken for one that hangs, and the other mail is not tried there: each
    // is put off for a time of its own.
    until(&app, "select count(distinct not_before) from outbox", 2).await;
    assert_eq!((silent.connections(), silent.letters()), (2, Vec::new()));
    drop(silent);
    let post = loop {
        // The port is free once the server that hung has let go of it.
        if tokio::net::TcpStream::connect(("127.0.0.1", port))
            .await
            .is_err()
        {
            break Post::at(port, Mood::Takes).await;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    };
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
    let post = Post::at(free_port().await, Mood::Takes).await;
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
    let post = Post::at(free_port().await, Mood::Takes).await;
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
