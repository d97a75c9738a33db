//! What is small on the wire, and what never is.

use std::io::Read;

use reqwest::header::HeaderMap;
use rstest::rstest;
use serde_json::{Value, json};

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::people::Person;
use crate::promise;
use crate::trends::decline;
use crate::weeks::{week, with};

const TREND: &str = "/v1/patients/{patient}/trend?weeks=182";
const TREND_PICTURE: &str = "/v1/patients/{patient}/trend.svg";
const WEEK: &str = "/v1/patients/{patient}/entries/2026-W47";

/// What went over the wire.
struct Wire {
    status: u16,
    headers: HeaderMap,
    bytes: Vec<u8>,
}

impl Wire {
    fn header(&self, name: &str) -> String {
        let values = self.headers.get_all(name).iter();
        let values: Vec<_> = values.map(|value| value.to_str().unwrap()).collect();
        values.join(", ")
    }

    /// What it says, whatever it came as.
    fn text(&self) -> String {
        let mut text = String::new();
        match &*self.header("content-encoding") {
            "" => text = String::from_utf8(self.bytes.clone()).unwrap(),
            "gzip" => {
                let mut reader = flate2::read::GzDecoder::new(&*self.bytes);
                reader.read_to_string(&mut text).unwrap();
            }
            "br" => {
                let mut reader = brotli::Decompressor::new(&*self.bytes, 4096);
                reader.read_to_string(&mut text).unwrap();
            }
            other => panic!("{other}"),
        }
        text
    }
}

impl Person {
    /// Asks as an app that takes `accepted`.
    async fn fetch(&self, (method, path): (&str, &str), accepted: &str) -> Wire {
        self.fetch_unless((method, path), accepted, "").await
    }

    /// The same, for an app that has what the `tag` names.
    async fn fetch_unless(&self, (method, path): (&str, &str), accepted: &str, tag: &str) -> Wire {
        let path = path.replace("{patient}", self.patient_id.as_deref().unwrap());
        let url = format!("{}{path}", self.base());
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut request = client
            .request(method.parse().unwrap(), url)
            .bearer_auth(&self.access_token)
            .header("accept-encoding", accepted);
        if !tag.is_empty() {
            request = request.header("if-none-match", tag);
        }
        let response = request.send().await.unwrap();
        Wire {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            bytes: response.bytes().await.unwrap().to_vec(),
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_tag_that_is_weak_already_stays_one(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("gzip", "br", "identity")] encoding: &str,
) {
    let (_app, ada) = start!(on; ada);
    ada.record("2026-W47", week("2026-11-18")).await.expect(201);
    let search = "/fhir/QuestionnaireResponse?patient={patient}";

    for path in [search, "/fhir/metadata"] {
        let seen = ada.fetch(("GET", path), encoding).await;
        let tag = seen.header("etag");
        let again = ada.fetch_unless(("GET", path), encoding, &tag).await;

        assert_eq!(tag.matches("W/").count(), 1, "{tag}");
        assert_eq!((again.status, again.header("etag")), (304, tag));
    }
}

#[rstest]
#[tokio::test]
async fn a_trend_of_three_and_a_half_years_is_eight_kilobytes(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("gzip", "br")] encoding: &str,
) {
    let (_app, ada) = start!(on; ada);
    decline(&ada, 182).await;

    let plain = ada.fetch(("GET", TREND), "identity").await;
    let small = ada.fetch(("GET", TREND), encoding).await;

    assert_eq!((plain.status, small.status), (200, 200));
    assert_eq!(small.header("content-encoding"), encoding);
    assert!(small.bytes.len() <= 8 * 1024, "{}", small.bytes.len());
    assert!(small.text() == plain.text(), "not the same trend");
}

#[tokio::test]
async fn an_answer_comes_as_the_app_takes_it() {
    let (_app, ada) = start!(Sqlite; ada);
    decline(&ada, 10).await;

    for (accepted, encoding) in [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0.5, gzip", "gzip"),
        ("identity", ""),
        ("deflate", ""),
        ("gzip;q=0, *", ""),
        ("gzip;q=0, identity;q=0", ""),
        ("of no kind", ""),
        ("", ""),
    ] {
        let reply = ada.fetch(("GET", TREND), accepted).await;
        assert_eq!(reply.header("content-encoding"), encoding, "{accepted}");
        assert_eq!(reply.status, 200, "{accepted}");
        assert_eq!(reply.header("vary"), "accept-encoding, accept-language");
    }
    let short = ada.fetch(("GET", "/v1/account"), "gzip").await;
    assert!(short.bytes.len() < 1024);
    assert_eq!(short.header("content-encoding"), "");
    assert_eq!(short.header("vary"), "accept-encoding");
    let drawn = ada.fetch(("GET", TREND_PICTURE), "gzip").await;
    assert_eq!(drawn.header("content-encoding"), "gzip");
    assert!(drawn.text().starts_with("<svg") && drawn.bytes.len() < 4096);
    let picture = ada.fetch(("GET", "/docs/favicon-32x32.png"), "gzip").await;
    assert_eq!(picture.status, 200);
    assert_eq!(picture.header("content-encoding"), "");
}

#[rstest]
#[tokio::test]
async fn a_tag_of_what_came_small_is_weak_and_as_good(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let sent = with(
        week("2026-11-18"),
        "/note",
        "A new walking frame. ".repeat(90),
    );
    ada.record("2026-W47", sent.clone()).await.expect(201);

    let plain = ada.fetch(("GET", WEEK), "identity").await;
    let small = ada.fetch(("GET", WEEK), "gzip").await;
    let head = ada.fetch(("HEAD", WEEK), "gzip").await;

    let (strong, weak) = (plain.header("etag"), small.header("etag"));
    assert_eq!(weak, format!("W/{strong}"));
    for name in [
        "content-encoding",
        "content-type",
        "etag",
        "vary",
        "cache-control",
    ] {
        assert_eq!(head.header(name), small.header(name), "{name}");
    }
    assert!(head.bytes.is_empty());
    for tag in [&strong, &weak] {
        let held = ada.fetch_unless(("GET", WEEK), "gzip", tag).await;
        assert_eq!((held.status, held.header("etag")), (304, tag.clone()));
        assert_eq!(held.header("vary"), "accept-encoding");
    }
    ada.with_header("If-Match", &weak)
        .put(WEEK, with(sent, "/note", "none"))
        .await
        .expect(200);
}

#[tokio::test]
async fn r131_what_a_change_answers_is_never_compressed() {
    let (_app, ada) = start!(Sqlite; ada);
    let sent = with(
        week("2026-11-18"),
        "/note",
        "A new walking frame. ".repeat(90),
    );
    let takes_small = ada.with_header("Accept-Encoding", "gzip, br");

    let reply = takes_small.put(WEEK, sent).await.expect(201);

    assert!(reply.text.len() > 1024);
    assert_eq!(reply.header("content-encoding"), "");
}

/// Reads are compressed: none has a member that opens something.
#[test]
fn r131_no_answer_that_is_compressed_has_a_secret() {
    let mut with_secrets = Vec::new();
    for (path, item) in promise::document()["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let mut seen = Vec::new();
            if has_secret(&operation["responses"], &mut seen) {
                with_secrets.push(format!("{method} {path}"));
            }
        }
    }

    assert!(with_secrets.contains(&"post /v1/sessions/refresh".to_owned()));
    for operation in &with_secrets {
        assert!(!operation.starts_with("get "), "{operation}");
    }
}

/// Whether an answer that looks so has a member that opens something.
fn has_secret(schema: &Value, seen: &mut Vec<String>) -> bool {
    match schema {
        Value::Object(members) => {
            let referred = members.get("$ref").and_then(Value::as_str);
            if let Some(place) = referred.filter(|place| !seen.contains(&(*place).to_owned())) {
                seen.push(place.to_owned());
                let shown = promise::document().pointer(place.trim_start_matches('#'));
                return has_secret(shown.unwrap(), seen);
            }
            let named = members.get("properties").and_then(Value::as_object);
            let opens = |(name, kind): (&String, &Value)| opens_something(name, kind);
            named.into_iter().flatten().any(opens)
                || members.values().any(|inner| has_secret(inner, seen))
        }
        Value::Array(items) => items.iter().any(|inner| has_secret(inner, seen)),
        _ => false,
    }
}

/// Words of members with which somebody gets in. A code beside a text says what the text says.
fn opens_something(name: &str, kind: &Value) -> bool {
    let is_number = ["integer", "boolean"]
        .iter()
        .any(|number| kind["type"] == *number);
    let words = [
        "token",
        "secret",
        "otpauth",
        "recovery",
        "password",
        "challenge",
    ];
    // Where it is asked for opens nothing.
    let is_secret = !is_number && !name.starts_with("token_endpoint");
    is_secret && words.iter().any(|word| name.contains(word)) && kind["const"] != json!("Bearer")
}

#[rstest]
#[tokio::test]
async fn r131_a_read_that_holds_a_secret_is_not_compressed(#[values("gzip", "br")] encoding: &str) {
    let (_app, ada) = start!(Sqlite; ada);
    let bob = json!({"name": "Bob", "phone": "+49 (30) 123-45", "about": "x".repeat(100)});
    let shown = json!({"shown_name": "Ada", "note": "Ich verstehe alles. ".repeat(20),
        "contacts": vec![bob; 4]});
    let card = "/v1/patients/{patient}/emergency-card";
    let made = ada.put(card, shown).await.expect(201);
    let (_, secret) = made.body["url"]
        .as_str()
        .unwrap()
        .split_once("/card/")
        .unwrap();

    let read = ada.fetch(("GET", card), encoding).await;
    let page = ada
        .fetch(("GET", &format!("/card/{secret}")), encoding)
        .await;

    for answer in [read, page] {
        assert_eq!(answer.status, 200);
        assert!(answer.bytes.len() > 1024, "long enough");
        assert_eq!(answer.header("content-encoding"), "");
    }
}
