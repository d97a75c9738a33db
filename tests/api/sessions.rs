//! Devices: signing in on them, seeing them, signing out of them.

use chrono::TimeDelta;
use insta::assert_json_snapshot;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;
use crate::reply::Reply;

async fn sign_in_on(app: &TestApp, who: &Person, device: &str) -> Reply {
    let body = json!({ "email": who.email, "password": who.password, "device_name": device });
    app.nobody().post("/v1/sessions", body).await
}

async fn refresh(who: &Person) -> Reply {
    let body = json!({ "refresh_token": who.refresh_token });
    who.post("/v1/sessions/refresh", body).await
}

/// Asserts that neither token of a device is good any more.
async fn assert_signed_out(who: &Person) {
    who.get("/v1/account").await.refused(401, "invalid_token");
    refresh(who).await.refused(401, "invalid_grant");
}

fn signed_out(app: &TestApp) -> i64 {
    app.query_i64("select count(*) from audit_events where action = 'session.ended'")
}

#[rstest]
#[case(json!({ "device_name": "" }), "/device_name", "empty")]
#[case(json!({ "device_name": "a".repeat(101) }), "/device_name", "too_long")]
#[case(json!({ "device_name": "phone\u{7}" }), "/device_name", "forbidden_character")]
#[case(json!({ "sid": "x" }), "/sid", "unknown_member")]
#[case(json!({ "session_id": "x" }), "/session_id", "unknown_member")]
#[case(json!({ "role": "admin" }), "/role", "unknown_member")]
#[tokio::test]
async fn r41_nobody_chooses_their_session(
    #[case] other: Value,
    #[case] pointer: &str,
    #[case] code: &str,
) {
    let app = start!(Sqlite);
    let mut body = json!({ "email": "ada@example.org", "password": "whatever it may be" });
    for (member, value) in other.as_object().unwrap() {
        body[member] = value.clone();
    }

    let reply = app.nobody().post("/v1/sessions", body).await;

    reply.faulty(pointer, code);
}

#[rstest]
#[tokio::test]
async fn r41_each_sign_in_opens_a_new_session(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    let first = sign_in_on(&app, &ada, "phone").await.expect(201);
    let second = sign_in_on(&app, &ada, "phone").await.expect(201);

    assert_ne!(first.body["session_id"], second.body["session_id"]);
    assert_ne!(first.body["refresh_token"], second.body["refresh_token"]);
}

#[rstest]
#[tokio::test]
async fn r86_a_session_says_what_the_contract_says() {
    let (app, ada) = start!(Sqlite; ada);

    let reply = sign_in_on(&app, &ada, "phone").await.expect(201);

    assert_eq!(reply.header("cache-control"), "no-store");
    assert_json_snapshot!(reply.body, {
        ".access_token" => "[token]", ".refresh_token" => "[token]", ".session_id" => "[id]",
        ".account.id" => "[id]", ".patient_id" => "[id]",
    }, @r#"
    {
      "access_token": "[token]",
      "account": {
        "display_name": "Ada",
        "email": "ada@example.org",
        "id": "[id]",
        "locale": null,
        "role": "patient",
        "time_zone": "Europe/Berlin"
      },
      "expires_in": 600,
      "patient_id": "[id]",
      "refresh_token": "[token]",
      "session_id": "[id]",
      "token_type": "Bearer"
    }
    "#);
}

#[rstest]
#[tokio::test]
async fn r39_somebody_sees_their_own_devices_and_no_tokens() {
    let (app, ada) = start!(Sqlite; ada);
    app.caregiver("bob").await;
    app.clock.turn(TimeDelta::minutes(1));
    sign_in_on(&app, &ada, "Ada's tablet").await.expect(201);
    let ada = ada.refreshed().await;

    let reply = ada.get("/v1/sessions").await.expect(200);

    assert_json_snapshot!(reply.body, {
        ".items[].session_id" => "[id]", ".items[].created_at" => "[time]",
        ".items[].last_seen_at" => "[time]",
    }, @r#"
    {
      "items": [
        {
          "address": "127.0.0.0/24",
          "created_at": "[time]",
          "current": true,
          "device_name": null,
          "last_seen_at": "[time]",
          "session_id": "[id]"
        },
        {
          "address": "127.0.0.0/24",
          "created_at": "[time]",
          "current": false,
          "device_name": "Ada's tablet",
          "last_seen_at": "[time]",
          "session_id": "[id]"
        }
      ],
      "next": null
    }
    "#);
    assert_eq!(reply.body["items"][0]["session_id"], json!(ada.session_id));
    let seen = reply.body["items"][1]["created_at"].as_str().unwrap();
    assert!(
        seen.starts_with("2026-11-23T12:01:") && seen.len() == 24,
        "{seen}"
    );
}

#[rstest]
#[tokio::test]
async fn r39_another_device_is_signed_out_at_once(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let tablet = ada.on_another_device().await;
    let path = format!("/v1/sessions/{}", tablet.session_id);

    ada.delete(&path).await.expect(204);

    assert_signed_out(&tablet).await;
    ada.get("/v1/account").await.expect(200);
    ada.delete(&path).await.expect(204);
    assert_eq!(signed_out(&app), 1);
    let devices = ada.get("/v1/sessions").await;
    assert_eq!(devices.body["items"].as_array().unwrap().len(), 1);
}

#[rstest]
#[tokio::test]
async fn r82_the_session_of_somebody_else_is_not_there(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let (ada, bob) = (app.patient("ada").await, app.caregiver("bob").await);
    let told = |reply: Reply| reply.text.replace(reply.header("x-request-id"), "");

    let foreign = bob
        .delete(&format!("/v1/sessions/{}", ada.session_id))
        .await;
    let random = bob
        .delete("/v1/sessions/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61")
        .await;
    let no_id = bob.delete("/v1/sessions/first").await;

    assert_eq!(foreign.status, 404);
    assert_eq!(told(foreign), told(random));
    no_id.refused(404, "not_found");
    ada.get("/v1/account").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn every_other_device_is_signed_out(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);
    let (tablet, laptop) = (ada.on_another_device().await, ada.on_another_device().await);
    let bob = app.caregiver("bob").await;

    ada.delete("/v1/sessions").await.expect(204);
    ada.delete("/v1/sessions").await.expect(204);

    assert_signed_out(&tablet).await;
    assert_signed_out(&laptop).await;
    ada.get("/v1/account").await.expect(200);
    bob.get("/v1/account").await.expect(200);
    assert_eq!(signed_out(&app), 1);
}

#[rstest]
#[tokio::test]
async fn a_device_that_was_signed_out_ends_no_others() {
    let (_app, ada) = start!(Sqlite; ada);
    let tablet = ada.on_another_device().await;
    tablet.delete("/v1/sessions/current").await.expect(204);

    let others = tablet.delete("/v1/sessions").await;
    let path = format!("/v1/sessions/{}", ada.session_id);
    let there = tablet.delete(&path).await;

    others.refused(401, "invalid_token");
    there.refused(401, "invalid_token");
    ada.get("/v1/account").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r40_signing_out_twice_is_fine(#[values(Sqlite, Postgres)] on: Database) {
    let (app, ada) = start!(on; ada);

    ada.delete("/v1/sessions/current").await.expect(204);
    ada.delete("/v1/sessions/current").await.expect(204);

    assert_signed_out(&ada).await;
    assert_eq!(signed_out(&app), 1);
}

#[rstest]
#[tokio::test]
async fn r40_a_device_signs_out_after_its_access_token_expired(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let tablet = ada.on_another_device().await;
    app.clock.turn(TimeDelta::hours(1));
    let token = json!({ "refresh_token": tablet.refresh_token });

    let without = tablet.delete("/v1/sessions/current").await;
    let with = tablet
        .delete_with("/v1/sessions/current", token.clone())
        .await;
    let again = app
        .nobody()
        .delete_with("/v1/sessions/current", token)
        .await;

    without.refused(401, "invalid_token");
    with.expect(204);
    again.expect(204);
    refresh(&tablet).await.refused(401, "invalid_grant");
    refresh(&ada).await.expect(200);
    assert_eq!(signed_out(&app), 1);
}

#[rstest]
#[tokio::test]
async fn r40_nobody_signs_out_with_a_token_that_is_none() {
    let app = start!(Sqlite);
    let nobody = app.nobody();

    let made_up = json!({ "refresh_token": "rt_AAAAAAAAAAAAAAAAAAAAAAAA" });
    let made_up = nobody.delete_with("/v1/sessions/current", made_up).await;
    let unknown = json!({ "refresh": "x" });
    let unknown = nobody.delete_with("/v1/sessions/current", unknown).await;
    let nothing = nobody.delete("/v1/sessions/current").await;

    made_up.refused(401, "invalid_grant");
    unknown.faulty("/refresh", "unknown_member");
    nothing.refused(401, "unauthenticated");
}

#[rstest]
#[tokio::test]
async fn r42_a_twenty_first_device_ends_the_one_least_used(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let (app, ada) = start!(on; ada);
    let mut devices = Vec::new();
    for _ in 0..19 {
        app.clock.turn(TimeDelta::seconds(1));
        devices.push(ada.on_another_device().await);
    }
    app.clock.turn(TimeDelta::seconds(1));
    let ada = ada.refreshed().await;

    ada.on_another_device().await;

    assert_signed_out(&devices[0]).await;
    refresh(&devices[1]).await.expect(200);
    refresh(&ada).await.expect(200);
    let live = ada.get("/v1/sessions").await;
    assert_eq!(live.body["items"].as_array().unwrap().len(), 20);
    let notice = app.mail().next_to(&ada.email).await;
    assert_eq!(notice.subject, "One of your devices was signed out");
}

#[rstest]
#[case::disabled("update accounts set disabled_at = created_at")]
#[case::epoch("update accounts set epoch = epoch + 1")]
#[tokio::test]
async fn r43_what_ends_an_account_ends_its_sessions(
    #[values(Sqlite, Postgres)] on: Database,
    #[case] end: &str,
) {
    let (app, ada) = start!(on; ada);
    ada.get("/v1/account").await.expect(200);

    app.sql(end);

    assert_signed_out(&ada).await;
}

#[rstest]
#[tokio::test]
async fn r21_a_session_that_ends_on_one_instance_is_ended_on_another(
    #[values(Postgres)] on: Database,
) {
    let app = start!(on);
    let other = app.another_instance().await;
    let ada = app.patient("ada").await;
    ada.through(&other).get("/v1/account").await.expect(200);

    ada.delete("/v1/sessions/current").await.expect(204);

    let reply = ada.through(&other).get("/v1/account").await;
    reply.refused(401, "invalid_token");
}

#[rstest]
#[tokio::test]
async fn r102_no_route_takes_a_parameter_it_does_not_know() {
    let (_app, ada) = start!(Sqlite; ada);

    for path in ["/v1/sessions?limit=1", "/v1/account?full=1"] {
        ada.get(path).await.refused(400, "invalid_query");
    }
}
