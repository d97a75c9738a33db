//! A passkey cannot be guessed, is counted all the same, and is not locked by others.

use alsfrs_diary::platform::config::Settings;
use rstest::rstest;

use super::forgery::Key;
use super::{at_home, challenge_of, touch};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::home::usual_limits;
use crate::people::sign_in;

fn limited(settings: &mut Settings) {
    at_home(settings);
    settings.limits = usual_limits();
    settings.limits.sign_in = "off".parse().unwrap();
    settings.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
}

#[rstest]
#[tokio::test]
async fn r62_a_passkey_works_at_home_while_others_guess_elsewhere(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, limited);
    let (ada, key) = app.patient_with_key("ada").await;
    let home = app.nobody().with_header("x-forwarded-for", "203.0.113.7");
    let elsewhere = app.nobody().with_header("x-forwarded-for", "198.51.100.9");
    for _ in 0..10 {
        sign_in(&elsewhere, &ada.email, "not the password")
            .await
            .expect(401);
    }
    sign_in(&elsewhere, &ada.email, "not the password")
        .await
        .expect(401);
    sign_in(&home, &ada.email, &ada.password).await.expect(429);

    touch(&home, &key, 0).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r53_wrong_signatures_lock_where_they_come_from(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on, limited);
    let (ada, key) = app.patient_with_key("ada").await;
    let forged = Key::es256(&ada).called(&key.id);
    let home = app.nobody().with_header("x-forwarded-for", "203.0.113.7");
    let elsewhere = app.nobody().with_header("x-forwarded-for", "198.51.100.9");

    for _ in 0..11 {
        touch(&elsewhere, &forged, 0)
            .await
            .refused(401, "passkey_refused");
    }

    touch(&elsewhere, &key, 0)
        .await
        .refused(429, "quota_exceeded");
    sign_in(&home, &ada.email, &ada.password).await.expect(429);
    touch(&home, &key, 0).await.expect(201);
}

#[rstest]
#[tokio::test]
async fn r60_challenges_are_asked_for_thirty_times_a_minute(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on, |settings| {
        limited(settings);
        settings.limits = usual_limits();
    });
    let nobody = app.nobody();

    for _ in 0..30 {
        challenge_of(&nobody).await;
    }

    let reply = nobody.post_nothing("/v1/sessions/passkey/options").await;
    reply.refused(429, "quota_exceeded");
}
