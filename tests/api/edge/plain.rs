//! What plain clients and proxies make of a request, and what is understood all the same.

use rstest::rstest;

use crate::app::Database::{self, Postgres, Sqlite};
use crate::app::start;
use crate::reply::Reply;

#[rstest]
#[tokio::test]
async fn r105_what_can_be_read_has_a_head(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);

    for operation in ada.operations().await {
        let head = ada.ask("HEAD", &operation.path).await;
        assert_eq!(head.text, "", "{operation:?}");
        if operation.method == "GET" {
            let got = ada.get(&operation.path).await;
            assert_eq!(head.status, got.status, "{operation:?}");
            for name in ["content-length", "content-type", "etag"] {
                assert_eq!(head.header(name), got.header(name), "{operation:?}");
            }
        }
    }
}

#[tokio::test]
async fn r105_options_names_the_methods_of_every_path() {
    let app = start!(Sqlite);

    for operation in app.nobody().operations().await {
        let reply = app.nobody().ask("OPTIONS", &operation.path).await;
        let allowed = reply.expect(204).header("allow").to_owned();
        let all: Vec<&str> = allowed.split(", ").collect();
        assert!(all.contains(&operation.method.as_str()), "{operation:?}");
        assert_eq!(all.contains(&"HEAD"), all.contains(&"GET"), "{allowed}");
    }
    let nowhere = app.nobody().ask("OPTIONS", "/nowhere").await;
    nowhere.refused(404, "not_found");
}

#[rstest]
#[tokio::test]
async fn r112_an_empty_accept_asks_for_nothing_special(#[values("", " ", ",")] accept: &str) {
    let (_app, ada) = start!(Sqlite; ada);

    let reply = ada.with_header("accept", accept).get("/v1/account").await;

    reply.expect(200);
}

/// A body that may be left out, sent as nothing in chunks.
#[rstest]
#[tokio::test]
async fn r104_nothing_in_chunks_is_nothing(
    #[values(Sqlite, Postgres)] on: Database,
    #[values("", "Content-Type: application/octet-stream\r\n")] more: &str,
) {
    let (app, ada) = start!(on; ada);
    let path = "/v1/sessions/current";
    let head = format!(
        "DELETE {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {}\r\n\
         {more}Transfer-Encoding: chunked\r\n\r\n",
        ada.access_token
    );

    let filled = app.raw(format!("{head}2\r\n{{}}\r\n0\r\n\r\n")).await;
    let empty = app.raw(format!("{head}0\r\n\r\n")).await;

    Reply::parse(&filled).refused(415, "unsupported_media_type");
    assert!(empty.starts_with("HTTP/1.1 204"), "{empty}");
}

#[rstest]
#[case("from=2026-W54", "/from")]
#[case("limit=0", "/limit")]
#[case("from=2026-W01&from=2026-W02", "/from")]
#[case("order=sideways", "/order")]
#[case("cursor=nonsense", "/cursor")]
#[case("unheard_of=1", "/unheard_of")]
#[case("%3Cb%3E=1", "")]
#[tokio::test]
async fn r102_a_parameter_that_is_refused_is_named(#[case] query: &str, #[case] named: &str) {
    let (_app, ada) = start!(Sqlite; ada);

    let path = format!("/v1/patients/{{patient}}/entries?{query}");
    let reply = ada.get(&path).await.refused(400, "invalid_query");

    let faults = reply.faults();
    assert_eq!(
        faults.iter().map(|(place, _)| *place).collect::<Vec<_>>(),
        [named]
    );
}

#[rstest]
#[tokio::test]
async fn r199_a_weakened_tag_names_what_it_named(#[values(Sqlite, Postgres)] on: Database) {
    let (_app, ada) = start!(on; ada);
    let weak = format!("W/{}", ada.get("/v1/account").await.etag());
    let change = serde_json::json!({ "display_name": "Ada L." });

    let held = ada
        .with_header("If-None-Match", &weak)
        .get("/v1/account")
        .await;
    let other = ada.with_header("If-Match", "W/\"v9\"");
    let other = other.change("/v1/account", change.clone()).await;
    let made = ada
        .with_header("If-Match", &weak)
        .change("/v1/account", change)
        .await;

    held.expect(304);
    other.refused(412, "precondition_failed");
    made.expect(200);
}
