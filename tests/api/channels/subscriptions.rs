//! Which devices are told something, and whose they are.

use alsfrs_diary::channels::Channel::Push;
use chrono::TimeDelta;
use rstest::rstest;
use serde_json::{Value, json};

use super::stand_in::{Browser, PushService, a_browser};
use super::{DEVICES, WAITING, mails, tell, until};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::weeks::{with, without};

const PLACE: &str = "/v1/account/push-subscriptions";

#[rstest]
#[tokio::test]
async fn r107_only_a_push_service_that_is_listed_is_ever_asked(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (_app, ada) = start!(on; ada);
    for endpoint in [
        "https://push.example.org/send/one",
        "https://fcm.googleapis.com.example.org/send/one",
        "https://evil-push.apple.com.example.org/one",
        "https://push.apple.com/one",
        "http://fcm.googleapis.com/fcm/send/one",
        "https://ada@fcm.googleapis.com/fcm/send/one",
        "https://fcm.googleapis.com/fcm/send/one#part",
        "https://127.0.0.1/one",
        "https://[::1]/one",
        "https://169.254.169.254/latest/meta-data",
        "https://localhost/one",
        "file:///etc/passwd",
        "",
    ] {
        let body = with(a_browser("one"), "/endpoint", json!(endpoint));
        let reply = ada.post(PLACE, body).await;
        reply.faulty("/endpoint", "unknown_push_service");
    }
    for endpoint in [
        "https://updates.push.services.mozilla.com/wpush/v2/one",
        "https://web.push.apple.com/one",
        "https://wns2-par02p.notify.windows.com/w/?token=one",
    ] {
        let body = with(a_browser("one"), "/endpoint", json!(endpoint));
        ada.post(PLACE, body).await.expect(201);
    }
}

#[rstest]
#[tokio::test]
async fn what_is_no_browser_is_refused_where_it_is_wrong(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let good = a_browser("one");
    let keys = |name: &str, value: &str| with(good.clone(), &format!("/keys/{name}"), json!(value));
    let no_point = "B".repeat(87);
    let cases = [
        (keys("p256dh", &no_point), "/keys/p256dh", "invalid_value"),
        (keys("p256dh", "short"), "/keys/p256dh", "invalid_value"),
        (
            keys("auth", "BTBZMqHH6r4Tts7J_aSI"),
            "/keys/auth",
            "invalid_value",
        ),
        (without(good.clone(), "/keys"), "/keys", "missing_member"),
        (
            without(good.clone(), "/endpoint"),
            "/endpoint",
            "missing_member",
        ),
        (
            with(good.clone(), "/token", json!("t")),
            "/token",
            "not_of_this_kind",
        ),
        (
            with(good.clone(), "/application_server_key", json!("%")),
            "/application_server_key",
            "invalid_value",
        ),
        (json!({"kind": "bridge"}), "/token", "missing_member"),
        (
            json!({"kind": "bridge", "token": "a b"}),
            "/token",
            "invalid_value",
        ),
    ];
    for (body, pointer, code) in cases {
        ada.post(PLACE, body).await.faulty(pointer, code);
    }
    let bridge = json!({"kind": "bridge", "token": "a-device"});
    ada.post(PLACE, bridge).await.refused(409, "no_bridge");
    assert_eq!(app.query_i64(DEVICES), 0);
}

#[rstest]
#[tokio::test]
async fn the_same_again_renews_it_and_another_address_takes_its_place(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let first = a_browser("one");
    let made = ada.post(PLACE, first.clone()).await.expect(201).body;
    app.clock.turn(TimeDelta::minutes(5));

    let again = ada.post(PLACE, first).await.expect(200).body;
    assert_eq!(again["id"], made["id"]);
    assert_eq!(again["created_at"], made["created_at"]);
    assert_ne!(again["renewed_at"], made["renewed_at"]);
    ada.post(PLACE, a_browser("two")).await.expect(201);

    let all = ada.get(PLACE).await.expect(200);
    let items = all.body["items"].as_array().unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["service"], "https://fcm.googleapis.com");
    assert_eq!(
        (&items[0]["kind"], &items[0]["current"]),
        (&json!("web"), &json!(true))
    );
    assert!(
        !all.text.contains("/fcm/send"),
        "who knows it may send there"
    );
}

#[rstest]
#[tokio::test]
async fn a_device_goes_to_who_signs_in_on_it_next_and_to_no_stranger(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let service = PushService::here().await;
    let app = start!(on, |settings| service.set(settings));
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let shared = Browser::at(service.url("/send/shared"));
    ada.post(PLACE, shared.body()).await.expect(201);
    let stranger = Browser::at(shared.endpoint.clone());

    let refused = ben.post(PLACE, stranger.body()).await;
    refused.refused(409, "device_taken");
    ben.post(PLACE, shared.body()).await.expect(201);

    assert_eq!(items(&ada.get(PLACE).await.expect(200).body), 0);
    tell(&app, &ada, &[Push]).await;
    until(&app, WAITING, 0).await;
    assert_eq!(
        (service.sent().len(), mails(&app, &ada)),
        (0, 1),
        "not on the screen of another"
    );
    tell(&app, &ben, &[Push]).await;
    service.has(1).await;
}

fn items(page: &Value) -> usize {
    page["items"].as_array().unwrap().len()
}

#[rstest]
#[tokio::test]
async fn nobody_sees_or_removes_the_devices_of_others(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, ben) = (app.patient("ada").await, app.patient("ben").await);
    let made = ada.post(PLACE, a_browser("one")).await.expect(201).body;
    let place = format!("{PLACE}/{}", made["id"].as_str().unwrap());

    assert_eq!(items(&ben.get(PLACE).await.expect(200).body), 0);
    ben.delete(&place).await.expect(204);
    assert_eq!(app.query_i64(DEVICES), 1);

    ada.delete(&place).await.expect(204);
    ada.delete(&place).await.expect(204);
    assert_eq!(app.query_i64(DEVICES), 0);
}

#[rstest]
#[tokio::test]
async fn a_copy_of_everything_has_the_devices_and_an_erasure_takes_them(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let made = ada.post(PLACE, a_browser("one")).await.expect(201).body;

    let copy = ada.ask("POST", "/v1/account/export").await.expect(200).body;
    assert_eq!(copy["push_subscriptions"], json!([made]));
    ada.ask("POST", "/v1/account/erasure").await.expect(202);
    let app = app.after_erasures().await;

    assert_eq!(app.query_i64(DEVICES), 0);
}
