//! Whose pages may call, and over which protocol.

use rstest::rstest;

use crate::app::Database::{self, Sqlite};
use crate::app::start;

#[rstest]
#[tokio::test]
async fn r123_only_the_pages_of_listed_origins_may_call(#[values(Sqlite)] on: Database) {
    let listed = "https://app.example.org";
    let app = start!(on, |settings| settings
        .allowed_origins
        .push(listed.to_owned()));
    let allowed =
        |reply: &crate::reply::Reply| reply.header("access-control-allow-origin").to_owned();

    let preflight = app
        .nobody()
        .with_header("Origin", listed)
        .with_header("Access-Control-Request-Method", "PUT")
        .with_header(
            "Access-Control-Request-Headers",
            "authorization,if-match,x-client",
        )
        .ask("OPTIONS", "/v1/account")
        .await;
    let from_page = app
        .nobody()
        .with_header("Origin", listed)
        .get("/healthz")
        .await;

    assert_eq!(
        (preflight.status, allowed(&preflight)),
        (200, listed.to_owned())
    );
    assert_eq!(preflight.header("access-control-max-age"), "600");
    assert_eq!(allowed(&from_page), listed);
    assert_eq!(from_page.header("access-control-allow-credentials"), "");
    let exposed = from_page.header("access-control-expose-headers");
    let exposed = exposed.to_lowercase();
    for name in ["etag", "retry-after", "sync-backoff", "x-request-id"] {
        assert!(exposed.contains(name), "{name} of {exposed}");
    }
    assert!(from_page.header("vary").to_lowercase().contains("origin"));
    for origin in [
        "https://app.example.org.evil.com",
        "http://app.example.org",
        "null",
    ] {
        let reply = app
            .nobody()
            .with_header("Origin", origin)
            .get("/healthz")
            .await;
        assert_eq!(allowed(&reply), "", "{origin}");
    }
}

#[rstest]
#[tokio::test]
async fn r123_without_a_list_there_is_no_cors(#[values(Sqlite)] on: Database) {
    let app = start!(on);

    let page = app
        .nobody()
        .with_header("Origin", "https://app.example.org");

    assert_eq!(
        page.get("/healthz")
            .await
            .header("access-control-allow-origin"),
        ""
    );
    page.with_header("Access-Control-Request-Method", "GET")
        .ask("OPTIONS", "/v1/account")
        .await
        .expect(204);
}

#[rstest]
#[tokio::test]
async fn r126_there_is_no_http_2(#[values(Sqlite)] on: Database) {
    let app = start!(on);

    let prior_knowledge = app.raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").await;
    let upgrade = app
        .raw(
            "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\n\
             Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n",
        )
        .await;

    assert!(!prior_knowledge.contains(" 200 "), "{prior_knowledge}");
    assert!(upgrade.starts_with("HTTP/1.1 200"), "{upgrade}");
}
