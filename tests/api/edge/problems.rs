//! Refusals of the edge: each is a problem with a stable code. `Reply` checks the form of them all.

use rstest::rstest;
use serde_json::json;

use crate::app::Database::Sqlite;
use crate::app::start;

#[tokio::test]
async fn r94_an_unknown_path_is_a_problem() {
    let app = start!(Sqlite);

    for path in [
        "/nowhere",
        "/v1",
        "/v1/nowhere",
        "/v2/account",
        "/docs/nowhere",
    ] {
        app.nobody().get(path).await.refused(404, "not_found");
    }
}

#[tokio::test]
async fn r94_a_wrong_method_is_told_the_right_ones() {
    let app = start!(Sqlite);

    let reply = app.nobody().post("/healthz", json!({})).await;

    let reply = reply.refused(405, "method_not_allowed");
    assert_eq!(reply.header("allow"), "GET, HEAD, OPTIONS");
}

#[rstest]
#[tokio::test]
async fn r105_only_declared_methods_are_answered(
    #[values("TRACE", "PROPFIND", "get")] method: &str,
) {
    let app = start!(Sqlite);

    for operation in app.nobody().operations().await {
        let reply = app.nobody().ask(method, &operation.path).await;
        assert_eq!(reply.status, 405, "{method} {}", operation.path);
        assert!(reply.header("allow").contains(&operation.method));
    }
}

#[rstest]
#[tokio::test]
async fn r112_a_client_that_takes_no_json_is_told_so(
    #[values(
        "text/html",
        "application/fhir+json",
        "image/*",
        "application/json;q=0"
    )]
    accept: &str,
) {
    let app = start!(Sqlite);
    let client = app.nobody().with_header("accept", accept);

    let reply = client.get("/v1/account").await;

    reply.refused(406, "not_acceptable");
}

#[rstest]
#[tokio::test]
async fn r94_a_head_that_is_too_large_is_a_problem(#[values(17, 60)] kib: usize) {
    let app = start!(Sqlite);
    let client = app
        .nobody()
        .with_header("x-filler", &"a".repeat(kib * 1024));

    let reply = client.get("/healthz").await;

    reply.refused(431, "head_too_large");
}

#[tokio::test]
async fn r94_a_path_that_is_too_long_is_a_problem() {
    let app = start!(Sqlite);

    let reply = app
        .nobody()
        .get(&format!("/{}", "a".repeat(9 * 1024)))
        .await;

    reply.refused(414, "uri_too_long");
}

#[tokio::test]
async fn r25_a_token_given_twice_is_refused() {
    let app = start!(Sqlite);
    let client = app.nobody().with_header("authorization", "Bearer one");

    let once = client.get("/v1/account").await;
    let twice = client
        .with_header("authorization", "Bearer two")
        .get("/v1/account")
        .await;

    once.refused(401, "invalid_token");
    twice.refused(400, "invalid_header");
}

#[tokio::test]
async fn r26_who_is_not_signed_in_is_told_how_to_be() {
    let app = start!(Sqlite);

    let without = app.nobody().get("/v1/account").await;
    let with_nonsense = app.nobody().with_token("nonsense").get("/v1/account").await;

    let without = without.refused(401, "unauthenticated");
    assert_eq!(without.header("www-authenticate"), "Bearer");
    let told = with_nonsense.refused(401, "invalid_token");
    let told = told.header("www-authenticate");
    assert_eq!(told, r#"Bearer error="invalid_token""#);
}
