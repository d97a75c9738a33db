//! Mail and passwords go to the right server only, and nobody on the way reads them.

use std::path::PathBuf;

use rstest::rstest;

use super::server::{Authority, Post, Tls};
use super::sign_up;
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;

/// The file that `ALSFRS_MAIL_CA_FILE` names.
fn file_of(authority: &Authority, folder: &tempfile::TempDir) -> PathBuf {
    let file = folder.path().join("ca.pem");
    std::fs::write(&file, authority.pem()).unwrap();
    file
}

#[rstest]
#[case(Tls::AtOnce, "smtps", "")]
#[case(Tls::Asked, "smtp", "?tls=required")]
#[tokio::test]
async fn r230_mail_reaches_a_server_that_an_authority_of_ones_own_vouches_for(
    #[values(Sqlite, Postgres)] on: Database,
    #[case] tls: Tls,
    #[case] scheme: &str,
    #[case] rest: &str,
) {
    let folder = crate::scratch::folder();
    let authority = Authority::new();
    let post = Post::protected(tls, &authority, "127.0.0.1");
    let url = format!("{scheme}://diary:p%40ss@127.0.0.1:{}{rest}", post.port());
    let app = start!(on, |settings| {
        settings.mail_url = Some(url);
        settings.mail_ca_file = Some(file_of(&authority, &folder));
    });

    sign_up(&app, "ada").await;

    let letters = post.has(1).await;
    assert_eq!(letters[0].to, "ada@example.org");
    assert!(
        letters[0].text.contains("Subject: Your code"),
        "{letters:?}"
    );
    let known = ("diary".to_owned(), "p@ss".to_owned());
    assert_eq!(post.passwords(), [known]);
    for line in post.in_the_clear() {
        let word = line.split(' ').next().unwrap();
        assert!(["EHLO", "STARTTLS"].contains(&word), "{line}");
    }
}

/// Somebody in between, a server of another name, one that nobody vouches for, one that does without.
#[rstest]
#[case::of_another_authority(Tls::AtOnce, "smtps", "", "127.0.0.1", true)]
#[case::of_another_name(Tls::AtOnce, "smtps", "", "post.example.org", false)]
#[case::of_another_name_later(Tls::Asked, "smtp", "?tls=required", "post.example.org", false)]
#[case::of_another_authority_later(Tls::Asked, "smtp", "?tls=required", "127.0.0.1", true)]
#[case::without_tls(Tls::Never, "smtp", "?tls=required", "127.0.0.1", false)]
#[tokio::test]
async fn r230_nothing_goes_to_a_server_that_is_not_the_one(
    #[case] tls: Tls,
    #[case] scheme: &str,
    #[case] rest: &str,
    #[case] host: &str,
    #[case] foreign: bool,
) {
    let folder = crate::scratch::folder();
    let (ours, theirs) = (Authority::new(), Authority::new());
    let vouches = if foreign { &theirs } else { &ours };
    let post = Post::protected(tls, vouches, host);
    let url = format!("{scheme}://diary:p%40ss@127.0.0.1:{}{rest}", post.port());
    let app = start!(Sqlite, |settings| {
        settings.mail_url = Some(url);
        settings.mail_ca_file = Some(file_of(&ours, &folder));
    });

    sign_up(&app, "ada").await;
    post.was_asked(1).await;
    let asked = std::time::Instant::now();
    // Put off: it is tried again after a minute.
    let waits = "select count(*) from outbox where attempts = 1";
    while app.query_i64(waits) == 0 {
        assert!(asked.elapsed().as_secs() < 20, "it was not tried");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }

    assert_eq!(app.query_i64("select count(*) from outbox"), 1, "it waits");
    assert_eq!(post.letters(), []);
    assert_eq!(post.passwords(), []);
    for line in post.in_the_clear() {
        let word = line.split(' ').next().unwrap();
        assert!(["EHLO", "STARTTLS", "QUIT"].contains(&word), "{line}");
    }
}

#[rstest]
#[tokio::test]
async fn r230_a_server_that_nobody_vouches_for_gets_nothing(#[values(Sqlite)] on: Database) {
    let authority = Authority::new();
    let post = Post::protected(Tls::AtOnce, &authority, "127.0.0.1");
    let url = format!("smtps://127.0.0.1:{}", post.port());
    let app = start!(on, |settings| settings.mail_url = Some(url));

    sign_up(&app, "ada").await;
    post.was_asked(1).await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;

    assert_eq!(post.letters(), []);
    assert_eq!(app.query_i64("select count(*) from outbox"), 1);
}
