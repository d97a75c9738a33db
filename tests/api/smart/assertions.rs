//! How a program proves who it is.

use rstest::rstest;
use serde_json::{Value, json};

use super::people::{Key, Program, ask_with, denied, form, send};
use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::clinic::people::made_by;

async fn refused(app: &TestApp, assertion: &str, why: &str) {
    let reply = ask_with(app, assertion, "system/*.rs").await;
    assert_eq!(reply.status, 401, "{why}: {reply:?}");
    assert_eq!(reply.body["error"], "invalid_client", "{why}");
}

/// The value with this member, or without it.
fn with(mut value: Value, member: &str, content: &Value) -> Value {
    match content {
        Value::Null => drop(value.as_object_mut().unwrap().remove(member)),
        content => value[member] = content.clone(),
    }
    value
}

#[rstest]
#[tokio::test]
async fn r18_an_assertion_with_other_claims_is_refused(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let other = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let now = app.now().timestamp();
    let cases = [
        ("iss", json!(other.id)),
        ("iss", Value::Null),
        ("sub", json!(other.id)),
        ("sub", json!("the registry")),
        ("sub", Value::Null),
        ("aud", json!("https://elsewhere.example/token")),
        ("aud", json!("alsfrs-diary")),
        ("aud", json!([])),
        ("aud", Value::Null),
        ("exp", json!(now - 31)),
        ("exp", json!(now + 390)),
        ("exp", json!(9_999_999_999_i64)),
        ("exp", json!((now + 60).to_string())),
        ("exp", Value::Null),
        ("jti", json!("")),
        ("jti", json!("x".repeat(257))),
        ("jti", Value::Null),
        ("nbf", json!(now + 40)),
        ("iat", json!(now + 40)),
    ];
    for (claim, value) in cases {
        let claims = with(program.claims(&app), claim, &value);
        let assertion = program.key.sign(&program.header(), &claims);
        refused(&app, &assertion, &format!("{claim} {value}")).await;
    }
    let claims = program.claims(&app);
    let both = json!([claims["aud"], "https://elsewhere.example/token"]);
    let assertion = program
        .key
        .sign(&program.header(), &with(claims, "aud", &both));
    refused(&app, &assertion, "for two servers").await;

    let claims = with(program.claims(&app), "iat", &json!(now));
    let only = json!([claims["aud"]]);
    let claims = with(claims, "aud", &only);
    let assertion = program.key.sign(&program.header(), &claims);
    ask_with(&app, &assertion, "system/*.rs").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn r16_r17_an_assertion_with_another_header_or_signature_is_refused(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let site = made_by(&clinic.ann, "Clinic on the hill").await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let other = Program::let_in(&app, &site, Key::ec(), "system/*.rs");
    let cases = [
        ("alg", json!("none")),
        ("alg", json!("HS256")),
        ("alg", json!("HS384")),
        ("alg", json!("ES256")),
        ("alg", json!("RS384")),
        ("typ", json!("at+jwt")),
        ("typ", json!("client+jwt")),
        ("kid", json!("second")),
        ("kid", Value::Null),
        ("crit", json!(["exp"])),
        ("jku", json!("https://elsewhere.example/keys")),
    ];
    for (member, value) in cases {
        let header = with(program.header(), member, &value);
        let assertion = program.key.sign(&header, &program.claims(&app));
        refused(&app, &assertion, &format!("{member} {value}")).await;
    }
    let by_other = other.key.sign(&program.header(), &program.claims(&app));
    refused(&app, &by_other, "the key of another program").await;
    let good = program.assertion(&app);
    let unsigned = good.rsplit_once('.').unwrap().0;
    for text in [unsigned, &format!("{unsigned}."), "", "..", "a.b.c"] {
        refused(&app, text, text).await;
    }
    ask_with(&app, &good, "system/*.rs").await.expect(200);
}

#[rstest]
#[tokio::test]
async fn an_assertion_is_taken_once_and_forgotten_when_it_could_not_be_used(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let program = Program::let_in(&app, &clinic.site, Key::rsa(), "system/*.rs");
    let other = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let assertion = program.assertion(&app);

    let given = ask_with(&app, &assertion, "system/*.rs").await.expect(200);

    assert_eq!(given.header("cache-control"), "no-store");
    assert_eq!(given.body["token_type"], "bearer");
    assert_eq!(given.body["expires_in"], 300);
    refused(&app, &assertion, "again").await;
    // Another one may use the same name for its own.
    other.ask(&app, "system/*.rs").await.expect(200);
    let app = app.restart().await;
    refused(&app, &assertion, "after a restart").await;
    assert_eq!(app.query_i64("select count(*) from client_assertions"), 2);
    app.clock.turn(chrono::TimeDelta::minutes(6));
    refused(&app, &assertion, "after its time").await;
    let now = app.now();
    let gone = app.inside().db.write(move |conn| {
        let [rule] = alsfrs_diary::smart::RETENTION;
        (rule.forget)(conn, now)
    });
    assert_eq!(gone.await.unwrap(), 2);
    assert_eq!(app.written_down("client.token"), 2);
}

#[rstest]
#[tokio::test]
async fn what_is_asked_for_is_granted_as_far_as_it_was_promised(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let promised = "system/Patient.rs system/Observation.s";
    let program = Program::let_in(&app, &clinic.site, Key::ec(), promised);
    let cases = [
        (
            "system/*.rs",
            Some("system/Patient.rs system/Observation.s"),
        ),
        ("system/*.r", Some("system/Patient.r")),
        ("system/Observation.rs", Some("system/Observation.s")),
        (
            "system/Coverage.rs system/Patient.rs launch/patient",
            Some("system/Patient.rs"),
        ),
        ("system/Procedure.rs", None),
        ("system/Patient.cruds", None),
        ("user/*.rs", None),
        ("", None),
    ];
    for (asked, granted) in cases {
        let reply = program.ask(&app, asked).await;
        match granted {
            Some(scope) => assert_eq!(reply.expect(200).body["scope"], scope, "{asked}"),
            None => denied(&reply, 400, "invalid_scope"),
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_form_with_anything_else_in_it_is_refused(#[values(Sqlite, Postgres)] on: Database) {
    let app = start!(on);
    let clinic = app.clinic().await;
    let program = Program::let_in(&app, &clinic.site, Key::ec(), "system/*.rs");
    let good = form(&program.assertion(&app), "system/*.rs");
    for missing in 0..good.len() {
        let mut form = good.clone();
        form.remove(missing);
        denied(&send(&app, &form).await, 400, "invalid_request");
    }
    for (name, value) in [
        ("grant_type", "client_credentials"),
        ("client_secret", "quiet herons"),
        ("resource", "x"),
    ] {
        let mut form = good.clone();
        form.push((name, value.to_owned()));
        denied(&send(&app, &form).await, 400, "invalid_request");
    }
    let mut form = good.clone();
    form[0].1 = "password".to_owned();
    denied(&send(&app, &form).await, 400, "unsupported_grant_type");
    let json = app.nobody().post("/oauth/token", json!({})).await;
    json.refused(415, "unsupported_media_type");

    let mut form = good.clone();
    form.push(("client_id", "x".to_owned()));
    denied(&send(&app, &form).await, 401, "invalid_client");
    form[good.len()].1.clone_from(&program.id);
    send(&app, &form).await.expect(200);
    form.push(("client_id", program.id.clone()));
    denied(&send(&app, &form).await, 400, "invalid_request");
}
