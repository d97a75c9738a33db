//! Access tokens: which are taken, and what they give away.

use alsfrs_diary::platform::secret::{from_text, to_text};
use chrono::TimeDelta;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Validation};
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::{TestApp, start};
use crate::people::Person;

/// The JSON in part `index` of a token.
fn part(token: &str, index: usize) -> Value {
    let part = token.split('.').nth(index).unwrap();
    serde_json::from_slice(&from_text(part).unwrap()).unwrap()
}

fn encoded(json: &Value) -> String {
    to_text(json.to_string().as_bytes())
}

/// Somebody's token with `change` made to its header and claims, signed with the server's own key:
/// only the change can be what is refused.
fn resigned(app: &TestApp, who: &Person, change: impl Fn(&mut Value, &mut Value)) -> String {
    let mut header = part(&who.access_token, 0);
    let mut claims = part(&who.access_token, 1);
    change(&mut header, &mut claims);
    let key = EncodingKey::from_ed_der(&app.inside().keys.signing.get()[0].pkcs8);
    let message = format!("{}.{}", encoded(&header), encoded(&claims));
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::EdDSA).unwrap();
    format!("{message}.{signature}")
}

/// A token whose message is signed as an HMAC with `secret`.
fn with_hmac(who: &Person, secret: &[u8]) -> String {
    let mut header = part(&who.access_token, 0);
    header["alg"] = json!("HS256");
    let message = format!(
        "{}.{}",
        encoded(&header),
        encoded(&part(&who.access_token, 1))
    );
    let key = EncodingKey::from_secret(secret);
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::HS256).unwrap();
    format!("{message}.{signature}")
}

async fn assert_refused(app: &TestApp, token: &str) {
    let reply = app.nobody().with_token(token).get("/v1/account").await;
    let reply = reply.refused(401, "invalid_token");
    let told = reply.header("www-authenticate");
    assert_eq!(told, "Bearer error=\"invalid_token\"", "R26");
}

#[rstest]
#[tokio::test]
async fn a_token_signed_anew_without_a_change_is_taken() {
    let (app, ada) = start!(Sqlite; ada);

    let token = resigned(&app, &ada, |_, _| ());

    let reply = app.nobody().with_token(&token).get("/v1/account").await;
    reply.expect(200);
}

#[rstest]
#[case::of_another_kind("typ", json!("JWT"))]
#[case::without_a_kind("typ", Value::Null)]
#[case::of_no_key("kid", Value::Null)]
#[case::of_an_unknown_key("kid", json!("AAAAAAAAAAAAAAAA"))]
#[case::of_a_file("kid", json!("../../dev/null"))]
#[case::of_a_query("kid", json!("' or 1=1--"))]
#[case::with_a_critical_extension("crit", json!(["exp"]))]
#[case::of_another_algorithm("alg", json!("ES256"))]
#[case::of_another_family("alg", json!("RS256"))]
#[case::of_another_padding("alg", json!("PS256"))]
#[case::of_no_algorithm("alg", json!("none"))]
#[case::of_no_algorithm_in_disguise("alg", json!("NoNe"))]
#[tokio::test]
async fn r15_r16_r17_a_token_with_another_header_is_refused(
    #[case] member: &str,
    #[case] value: Value,
) {
    let (app, ada) = start!(Sqlite; ada);

    let token = resigned(&app, &ada, |header, _| match &value {
        Value::Null => drop(header.as_object_mut().unwrap().remove(member)),
        value => header[member] = value.clone(),
    });

    assert_refused(&app, &token).await;
}

#[rstest]
#[tokio::test]
async fn r16_a_token_with_another_signature_is_refused() {
    let (app, ada) = start!(Sqlite; ada);
    let (message, signature) = ada.access_token.rsplit_once('.').unwrap();
    let mut turned = from_text(signature).unwrap().to_vec();
    turned[0] ^= 1;

    let tokens = [
        message.to_owned(),
        format!("{message}."),
        format!("{message}.{}", to_text(&[0; 64])),
        format!("{message}.{}", to_text(&turned)),
        format!("{message}.{signature}AAAA"),
        format!("{message}.{signature}.{signature}"),
        format!("{message}.{signature}="),
        signature.to_owned(),
        "..".to_owned(),
    ];

    for token in tokens {
        assert_refused(&app, &token).await;
    }
}

#[rstest]
#[tokio::test]
async fn r16_the_public_key_is_no_secret_to_sign_with() {
    let (app, ada) = start!(Sqlite; ada);
    let public = app.inside().keys.signing.get()[0].public.clone();
    let mut der = vec![
        0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
    ];
    der.extend_from_slice(&public);
    let base64 = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, &der);
    let pem = format!("-----BEGIN PUBLIC KEY-----\n{base64}\n-----END PUBLIC KEY-----\n");
    let jwks = app.nobody().get("/.well-known/jwks.json").await;
    let jwk = jwks.body["keys"][0].to_string();

    for secret in [&public[..], &der, pem.as_bytes(), jwk.as_bytes(), b""] {
        assert_refused(&app, &with_hmac(&ada, secret)).await;
    }
}

#[rstest]
#[tokio::test]
async fn r17_a_key_that_a_token_brings_along_is_not_looked_at() {
    let (app, ada) = start!(Sqlite; ada);
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("http://{}/keys", listener.local_addr().unwrap());

    for member in ["jku", "x5u"] {
        let token = resigned(&app, &ada, |header, _| {
            header[member] = json!(url);
            header["kid"] = json!("theirs");
        });
        assert_refused(&app, &token).await;
    }

    assert!(listener.accept().is_err(), "nobody came for a key");
}

#[rstest]
#[case("iss", json!("https://elsewhere.example"))]
#[case("aud", json!("mfa"))]
#[case("aud", json!(["alsfrs-diary", "mfa"]))]
#[case("sub", json!("ada@example.org"))]
#[case("exp", json!("9999999999"))]
#[case("exp", json!(9_999_999_999.5))]
#[case("exp", json!(1))]
#[case("nbf", json!(9_999_999_999_i64))]
#[case("iat", json!(9_999_999_999_i64))]
#[case("auth_time", json!("1"))]
#[case("role", json!("admin"))]
#[case("iss", Value::Null)]
#[case("aud", Value::Null)]
#[case("sub", Value::Null)]
#[case("exp", Value::Null)]
#[case("nbf", Value::Null)]
#[case("iat", Value::Null)]
#[case("jti", Value::Null)]
#[case("sid", Value::Null)]
#[tokio::test]
async fn r18_r19_a_token_with_other_claims_is_refused(#[case] claim: &str, #[case] value: Value) {
    let (app, ada) = start!(Sqlite; ada);

    let token = resigned(&app, &ada, |_, claims| match &value {
        Value::Null => drop(claims.as_object_mut().unwrap().remove(claim)),
        value => claims[claim] = value.clone(),
    });

    assert_refused(&app, &token).await;
}

#[rstest]
#[case(TimeDelta::seconds(600 + 25), 200)]
#[case(TimeDelta::seconds(600 + 31), 401)]
#[case(TimeDelta::seconds(-25), 200)]
#[case(TimeDelta::seconds(-40), 401)]
#[tokio::test]
async fn r18_a_token_is_good_for_ten_minutes_and_what_two_clocks_may_differ(
    #[case] later: TimeDelta,
    #[case] status: u16,
) {
    let (app, ada) = start!(Sqlite; ada);

    app.clock.turn(later);

    ada.get("/v1/account").await.expect(status);
}

#[rstest]
#[tokio::test]
async fn r18_a_clinicians_token_is_good_for_five_minutes() {
    let (app, ada) = start!(Sqlite; ada);
    app.sql("update accounts set role = 3");

    let clinician = ada.on_another_device().await;

    let claims = part(&clinician.access_token, 1);
    let lifetime = claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap();
    assert_eq!(lifetime, 300);
}

#[rstest]
#[tokio::test]
async fn r20_a_token_gives_nothing_away() {
    let (_app, ada) = start!(Sqlite; ada);

    let (header, claims) = (part(&ada.access_token, 0), part(&ada.access_token, 1));

    let names: Vec<&String> = claims.as_object().unwrap().keys().collect();
    let expected = [
        "acr",
        "aud",
        "auth_time",
        "exp",
        "iat",
        "iss",
        "jti",
        "nbf",
        "sid",
        "sub",
    ];
    assert_eq!(names, expected);
    assert_eq!(
        (&header["alg"], &header["typ"]),
        (&json!("EdDSA"), &json!("at+jwt"))
    );
    assert!(ada.access_token.len() <= 1024);
    // Three letters stand in one id in a hundred by chance.
    let mut said = claims.clone();
    for id in ["sub", "sid", "jti"] {
        said.as_object_mut().unwrap().remove(id);
    }
    assert!(!said.to_string().to_lowercase().contains(&ada.name));
}

#[rstest]
#[tokio::test]
async fn r21_a_token_of_a_session_that_is_not_there_is_refused(
    #[values(Sqlite, Postgres)] on: Database,
) {
    let app = start!(on);
    let (ada, bob) = (app.patient("ada").await, app.caregiver("bob").await);

    let foreign = resigned(&app, &ada, |_, claims| {
        claims["sid"] = json!(bob.session_id);
    });

    assert_refused(&app, &foreign).await;
}

#[rstest]
#[tokio::test]
async fn r22_the_keys_are_public_and_verify_a_token() {
    let (app, ada) = start!(Sqlite; ada);

    let reply = app.nobody().get("/.well-known/jwks.json").await.expect(200);

    assert_eq!(reply.header("cache-control"), "public, max-age=300");
    let key = reply.body["keys"][0].as_object().unwrap();
    let names: Vec<&String> = key.keys().collect();
    assert_eq!(names, ["alg", "crv", "kid", "kty", "use", "x"]);
    let verifying = DecodingKey::from_ed_components(key["x"].as_str().unwrap()).unwrap();
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_audience(&["alsfrs-diary"]);
    validation.validate_exp = false;
    let token = jsonwebtoken::decode::<Value>(&ada.access_token, &verifying, &validation);
    assert_eq!(token.unwrap().header.kid.as_deref(), key["kid"].as_str());
}

#[rstest]
#[tokio::test]
async fn r19_a_refresh_token_is_no_access_token() {
    let (app, ada) = start!(Sqlite; ada);

    assert_refused(&app, &ada.refresh_token).await;
}
