//! Paths mean what they say, and nothing else (R91, R101, R102).

use rstest::rstest;

use crate::app::Database::Sqlite;
use crate::app::{TestApp, start};
use crate::reply::Reply;

/// Sent byte by byte, because a proper client tidies a path up.
async fn get(app: &TestApp, target: &str) -> Reply {
    let request = format!("GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    Reply::parse(&app.raw(request).await)
}

#[rstest]
#[tokio::test]
async fn r91_a_path_that_is_nearly_right_leads_nowhere(
    #[values(
        "/v1/account",
        "/v1/patients/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61/entries"
    )]
    path: &str,
) {
    let app = start!(Sqlite);
    let (folder, name) = path.rsplit_once('/').unwrap();

    for trick in [
        format!("{path}/"),
        format!("/{path}"),
        format!("{folder}//{name}"),
        format!("{path};x"),
        format!("{path};jsessionid=1"),
        format!("{folder}%2f{name}"),
        format!("{folder}/.//{name}"),
        format!("{folder}/x/../{name}"),
        format!("{path}%00"),
        format!("{path}%20"),
        format!("{path}.json"),
        path.to_uppercase(),
    ] {
        let reply = get(&app, &trick).await;
        assert_eq!((reply.status, reply.code()), (404, "not_found"), "{trick}");
    }
}

#[rstest]
#[tokio::test]
async fn r91_a_header_does_not_change_the_method(
    #[values("x-http-method-override", "x-http-method", "x-method-override")] header: &str,
) {
    let app = start!(Sqlite);
    let client = app.nobody().with_header(header, "DELETE");

    let reply = client.get("/healthz").await;

    reply.expect(200);
}

#[rstest]
#[tokio::test]
async fn r101_an_id_that_is_none_is_not_found(
    #[values(
        "1",
        "%00",
        "%2e%2e%2f",
        "%ff",
        "%c0%ae",
        "{0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61}",
        "urn:uuid:0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61",
        "0199c1a46a3c7d2e9f102b7c5d8e4a61",
        "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61x"
    )]
    id: &str,
) {
    let app = start!(Sqlite);

    let reply = get(&app, &format!("/v1/patients/{id}/entries")).await;

    // Nobody is signed in, which may be said first; never 400, never 500.
    assert!([401, 404].contains(&reply.status), "{}", reply.text);
}

#[rstest]
#[case("/healthz?")]
#[case("/%68ealthz")]
#[tokio::test]
async fn the_same_path_written_otherwise_is_the_same(#[case] target: &str) {
    let app = start!(Sqlite);

    get(&app, target).await.expect(200);
}

#[rstest]
#[case("/healthz?a=1")]
#[case("/readyz?=")]
#[case("/openapi.json?x")]
#[tokio::test]
async fn r102_an_unknown_query_parameter_is_refused(#[case] target: &str) {
    let app = start!(Sqlite);

    get(&app, target).await.refused(400, "invalid_query");
}
