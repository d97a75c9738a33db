//! The operator's own bridge, by signed webhook.

use std::path::Path;

use alsfrs_diary::channels::Channel::Push;
use alsfrs_diary::platform::config::Settings;
use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::stand_in::{PushService, Sent};
use super::{DEVICES, PUT_OFF, WAITING, mails, tell, until};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::scratch;

const PLACE: &str = "/v1/account/push-subscriptions";
const SECRET: [u8; 32] = *b"thirty-two bytes of a test alone";
const NEXT: [u8; 32] = *b"thirty-two others of a test only";

fn written(secret: &[u8]) -> String {
    format!("whsec_{}\n", STANDARD.encode(secret))
}

fn bridged(service: &PushService, secrets: &Path) -> impl FnOnce(&mut Settings) {
    std::fs::write(secrets, written(&SECRET)).unwrap();
    let (url, file) = (service.url("/hook"), secrets.to_owned());
    move |settings| {
        service.set(settings);
        settings.push.webhook_url = Some(url.parse().unwrap());
        settings.push.webhook_secret_file = Some(file);
    }
}

async fn ada(app: &TestApp) -> Person {
    let ada = app.patient("ada").await;
    let body = json!({"kind": "bridge", "token": "apns:4f1a"});
    let made = ada.post(PLACE, body).await.expect(201).body;
    assert_eq!(
        (&made["kind"], &made["service"]),
        (&json!("bridge"), &Value::Null)
    );
    ada
}

fn signature(sent: &Sent, secret: &[u8]) -> String {
    let (id, at) = (
        &sent.headers["webhook-id"],
        &sent.headers["webhook-timestamp"],
    );
    let signed = [format!("{id}.{at}.").as_bytes(), &sent.body].concat();
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
    format!("v1,{}", STANDARD.encode(hmac::sign(&key, &signed)))
}

#[rstest]
#[tokio::test]
async fn a_bridge_gets_a_signed_notice_that_says_nothing_of_health(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (service, folder) = (PushService::here().await, scratch::folder());
    let secrets = folder.path().join("secrets");
    let app = start!(on, bridged(&service, &secrets));
    let ada = ada(&app).await;

    tell(&app, &ada, &[Push]).await;
    let first = service.has(1).await.remove(0);
    // Both are good while one takes the place of the other.
    std::fs::write(&secrets, written(&SECRET) + &written(&NEXT)).unwrap();
    tell(&app, &ada, &[Push]).await;
    let second = service.has(2).await.remove(1);

    assert_eq!(
        first.headers["webhook-signature"],
        signature(&first, &SECRET)
    );
    let both = format!(
        "{} {}",
        signature(&second, &SECRET),
        signature(&second, &NEXT)
    );
    assert_eq!(second.headers["webhook-signature"], both);
    assert_eq!(
        first.headers["webhook-timestamp"],
        app.now().timestamp().to_string()
    );
    let said: Value = serde_json::from_slice(&first.body).unwrap();
    assert_eq!(said["type"], "notice");
    assert_eq!(said["data"]["id"], first.headers["webhook-id"].as_str());
    assert_eq!(said["data"]["token"], "apns:4f1a");
    assert_eq!(said["data"]["title"], "Diary");
    assert_eq!(said["data"]["body"], "There is something for you.");
    until(&app, WAITING, 0).await;
    assert_eq!(mails(&app, &ada), 0);
    keep(&[first, second]);
}

/// Keeps what was sent for the libraries of others, where `.ci/webhooks` asks for it.
fn keep(sent: &[Sent]) {
    let Some(folder) = std::env::var_os("WEBHOOK_SAMPLES") else {
        return;
    };
    let secrets = [SECRET, NEXT].map(|secret| written(&secret).trim().to_owned());
    let messages: Vec<Value> = sent
        .iter()
        .map(|sent| json!({"headers": sent.headers, "body": String::from_utf8_lossy(&sent.body)}))
        .collect();
    let all = json!({"secrets": secrets, "messages": messages});
    std::fs::write(Path::new(&folder).join("webhooks.json"), all.to_string()).unwrap();
}

#[rstest]
#[tokio::test]
async fn r228_a_bridge_sees_by_the_id_that_something_comes_twice(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (service, folder) = (PushService::here().await, scratch::folder());
    let app = start!(on, bridged(&service, &folder.path().join("secrets")));
    let ada = ada(&app).await;
    service.says(&["500 Oh"]);

    tell(&app, &ada, &[Push]).await;
    until(&app, PUT_OFF, 1).await;
    app.clock.turn(TimeDelta::minutes(2));

    let sent = service.has(2).await;
    assert_eq!(sent[0].headers["webhook-id"], sent[1].headers["webhook-id"]);
    assert_ne!(
        sent[0].headers["webhook-timestamp"],
        sent[1].headers["webhook-timestamp"]
    );
}

#[rstest]
#[tokio::test]
async fn a_device_that_the_bridge_knows_no_more_is_forgotten_for_a_mail(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (service, folder) = (PushService::here().await, scratch::folder());
    let app = start!(on, bridged(&service, &folder.path().join("secrets")));
    let ada = ada(&app).await;
    service.says(&["404 Not Found", "410 Gone"]);

    tell(&app, &ada, &[Push]).await;
    until(&app, PUT_OFF, 1).await;
    assert_eq!(app.query_i64(DEVICES), 1, "a wrong address is no end");
    app.clock.turn(TimeDelta::minutes(2));

    until(&app, DEVICES, 0).await;
    until(&app, WAITING, 0).await;
    assert_eq!(mails(&app, &ada), 1);
}

#[rstest]
#[case(
    "http://bridge.example.org/hook",
    "whsec_dGhpcnR5LXR3byBieXRlcyBvZiBhIHRlc3QgYWxvbmU=",
    "ALSFRS_WEBHOOK_URL"
)]
#[case(
    "https://bridge.example.org/hook",
    "dGhpcnR5LXR3byBieXRlcyBvZiBhIHRlc3QgYWxvbmU=",
    "ALSFRS_WEBHOOK_SECRET_FILE"
)]
#[case(
    "https://bridge.example.org/hook",
    "whsec_c2hvcnQ=",
    "ALSFRS_WEBHOOK_SECRET_FILE"
)]
#[case("https://bridge.example.org/hook", "", "ALSFRS_WEBHOOK_SECRET_FILE")]
#[tokio::test]
async fn a_bridge_that_could_not_be_trusted_is_refused_at_the_start(
    #[case] url: &str,
    #[case] secret: &str,
    #[case] variable: &str,
) {
    let folder = scratch::folder();
    let file = folder.path().join("secrets");
    std::fs::write(&file, secret).unwrap();
    let app = start!(Sqlite);
    let mut settings = app.settings.clone();
    settings.push.webhook_url = Some(url.parse().unwrap());
    settings.push.webhook_secret_file = Some(file);

    let found = settings.check();

    assert_eq!(found.len(), 1);
    assert_eq!(found[0].variable, variable);
}
