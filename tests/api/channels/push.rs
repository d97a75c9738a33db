//! What a push says, to whom, and by whom.

use alsfrs_diary::channels::Channel::{Mail, Push};
use alsfrs_diary::platform::push::AwsLc;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::Value;

use super::stand_in::{Browser, PushService, Sent};
use super::{DEVICES, PUT_OFF, WAITING, mails, tell, until};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::home::said_by;
use crate::people::Person;

const SUBSCRIPTIONS: &str = "/v1/account/push-subscriptions";

/// A browser of a person, that wants to hear.
async fn subscribed(service: &PushService, person: &Person, path: &str) -> Browser {
    let browser = Browser::at(service.url(path));
    person.post(SUBSCRIPTIONS, browser.body()).await.expect(201);
    browser
}

#[test]
fn what_is_encrypted_is_that_of_rfc_8291() {
    // Appendix A, there and back.
    ece::crypto::test_cryptographer(AwsLc);
}

#[rstest]
#[tokio::test]
async fn a_push_reaches_its_browser_alone_and_says_nothing_of_health(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let service = PushService::here().await;
    let (app, ada) = start!(on, |settings| service.set(settings); ada);
    let browser = subscribed(&service, &ada, "/send/one?key=a").await;

    tell(&app, &ada, &[Push]).await;

    let sent = service.has(1).await.remove(0);
    assert_eq!(sent.path, "/send/one?key=a");
    assert_eq!(sent.headers["content-encoding"], "aes128gcm");
    assert_eq!(sent.headers["ttl"], "86400");
    assert!(sent.headers["topic"].len() <= 32);
    let mut said = browser.open(&sent.body);
    assert!(said["id"].take().is_string());
    assert_eq!(
        said,
        serde_json::json!({
            "id": null, "title": "Diary", "body": "There is something for you.", "about": "reminder",
        })
    );
    until(&app, WAITING, 0).await;
    assert_eq!(mails(&app, &ada), 0, "one way was chosen");
}

#[rstest]
#[tokio::test]
async fn a_push_service_knows_who_asks(#[values(Sqlite, Postgres)] on: Database) {
    let service = PushService::here().await;
    let (app, ada) = start!(on, |settings| service.set(settings); ada);
    subscribed(&service, &ada, "/send/one").await;

    tell(&app, &ada, &[Push]).await;

    let (public, claims) = shown(&service.has(1).await[0]);
    let key = ada.get("/v1/push/key").await.expect(200).body["key"].clone();
    assert_eq!(key, public);
    assert_eq!(claims["aud"], service.url(""));
    let left = claims["exp"].as_i64().unwrap() - app.now().timestamp();
    assert!((0..=86_400).contains(&left), "{left}");
    assert!(claims["sub"].as_str().unwrap().starts_with("http"));
}

/// The key in which a push shows who sends it, and what is signed with it (RFC 8292).
fn shown(sent: &Sent) -> (String, Value) {
    let vapid = sent.headers["authorization"]
        .strip_prefix("vapid t=")
        .unwrap();
    let (token, public) = vapid.split_once(", k=").unwrap();
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, decode(public))
        .verify(signed.as_bytes(), &decode(signature))
        .unwrap();
    let claims = decode(signed.split_once('.').unwrap().1);
    (public.to_owned(), serde_json::from_slice(&claims).unwrap())
}

#[rstest]
#[tokio::test]
async fn who_chose_both_ways_is_told_on_both_and_who_has_no_device_by_mail(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| service.set(settings));
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    subscribed(&service, &ada, "/send/one").await;

    tell(&app, &ada, &[Mail, Push]).await;
    tell(&app, &ben, &[Push]).await;
    tell(&app, &ada, &[]).await;

    until(&app, WAITING, 0).await;
    assert_eq!(service.sent().len(), 1);
    assert_eq!((mails(&app, &ada), mails(&app, &ben)), (1, 1));
}

#[rstest]
#[tokio::test]
async fn r74_a_device_that_is_signed_out_hears_nothing_not_even_what_was_on_its_way(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let service = PushService::here().await;
    let (app, ada) = start!(on, |settings| service.set(settings); ada);
    let lost = ada.on_another_device().await;
    subscribed(&service, &lost, "/send/lost").await;
    service.says(&["503 Out of order"]);
    tell(&app, &ada, &[Push]).await;
    until(&app, PUT_OFF, 1).await;

    let place = format!("/v1/sessions/{}", lost.session_id);
    ada.delete(&place).await.expect(204);
    app.clock.turn(TimeDelta::minutes(3));
    until(&app, WAITING, 0).await;
    tell(&app, &ada, &[Push]).await;

    until(&app, WAITING, 0).await;
    assert_eq!(service.sent().len(), 1, "before it was signed out");
    assert_eq!(mails(&app, &ada), 2);
}

#[rstest]
#[tokio::test]
async fn a_browser_that_subscribed_to_an_older_key_is_reached_until_that_is_retired(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let service = PushService::here().await;
    let (app, ada) = start!(on, |settings| service.set(settings); ada);
    let key = || async { ada.get("/v1/push/key").await.expect(200).body["key"].clone() };
    let old = key().await;
    let browser = subscribed(&service, &ada, "/send/one").await;
    let home = app.home();
    let flags = home.flags();
    let keys =
        |arguments: &[&str]| said_by(home.program().arg("keys").args(arguments).args(&flags));
    let (code, said) = keys(&["rotate", "push", "--now"]);
    assert_eq!(code, Some(0), "{said}");
    while key().await == old {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }

    tell(&app, &ada, &[Push]).await;
    assert_eq!(
        shown(&service.has(1).await[0]).0,
        old,
        "as it was subscribed"
    );
    let (code, said) = keys(&["retire", "push"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("1 browsers have subscribed"), "{said}");
    let (code, said) = keys(&["retire", "push", "--now"]);
    assert_eq!(code, Some(0), "{said}");

    let mut again = browser.body();
    again["application_server_key"] = old;
    let asked = std::time::Instant::now();
    while ada.post(SUBSCRIPTIONS, again.clone()).await.status != 409 {
        assert!(asked.elapsed().as_secs() < 20, "it is still known");
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let refused = ada.post(SUBSCRIPTIONS, again).await;
    refused.refused(409, "other_push_key");
    app.sql("update push_subscriptions set push_key = 1");
    tell(&app, &ada, &[Push]).await;
    until(&app, DEVICES, 0).await;
    until(&app, WAITING, 0).await;
    assert_eq!(mails(&app, &ada), 1);
}
