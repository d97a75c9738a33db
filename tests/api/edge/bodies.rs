//! Bodies: JSON in UTF-8, plain, of a bounded size and depth, no member twice.

use rstest::rstest;

use crate::app::Database::Sqlite;
use crate::app::{TestApp, start};
use crate::reply::Reply;

const CREDENTIALS: &str = r#"{"email": "ada@example.org", "password": "no such password"}"#;
const JSON: &str = "application/json";

async fn sign_in(app: &TestApp, content_type: &str, body: impl Into<Vec<u8>>) -> Reply {
    let nobody = app.nobody();
    nobody
        .send_bytes("POST", "/v1/sessions", content_type, body)
        .await
}

#[rstest]
#[tokio::test]
async fn r104_json_is_the_only_content_type(
    #[values(
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin1",
        "application/jsonp",
        "text/json",
        ""
    )]
    content_type: &str,
) {
    let app = start!(Sqlite);

    let reply = sign_in(&app, content_type, CREDENTIALS).await;

    reply.refused(415, "unsupported_media_type");
}

#[rstest]
#[tokio::test]
async fn r104_json_in_utf_8_is_accepted_however_it_is_written(
    #[values(
        "application/json",
        "application/json;charset=utf-8",
        "application/json; charset=utf8",
        "Application/JSON; charset=UTF-8"
    )]
    content_type: &str,
) {
    let app = start!(Sqlite);

    let reply = sign_in(&app, content_type, CREDENTIALS).await;

    reply.expect(401);
}

#[rstest]
#[tokio::test]
async fn r95_a_compressed_body_is_not_unpacked(#[values("gzip", "gzip, gzip", "br")] coding: &str) {
    let app = start!(Sqlite);
    let client = app.nobody().with_header("content-encoding", coding);

    let reply = client
        .send_bytes("POST", "/v1/sessions", JSON, CREDENTIALS)
        .await;

    reply.refused(415, "unsupported_media_type");
}

#[rstest]
#[tokio::test]
async fn r94_a_body_of_65_kib_is_too_large(#[values(true, false)] announced: bool) {
    let app = start!(Sqlite);
    let filler = "a".repeat(65 * 1024);
    let body = format!(r#"{{"email": "ada@example.org", "password": "{filler}"}}"#);

    let reply = if announced {
        sign_in(&app, JSON, body).await
    } else {
        let head = "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
                    Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        let sent = format!("{head}{:x}\r\n{body}\r\n0\r\n\r\n", body.len());
        Reply::parse(&app.raw(sent).await)
    };

    reply.refused(413, "body_too_large");
}

#[rstest]
#[case::nothing(b"")]
#[case::half(br#"{"email": "ada@example.org""#)]
#[case::more(br#"{"email": "a", "password": "b"} {}"#)]
#[case::a_member_twice(br#"{"email": "a", "password": "b", "email": "c"}"#)]
#[case::no_utf_8(b"{\"email\": \"\xff\", \"password\": \"b\"}")]
#[case::an_overlong_nul(b"{\"email\": \"\xc0\x80\", \"password\": \"b\"}")]
#[case::a_comment(br#"{"email": "a", /* b */ "password": "b"}"#)]
#[case::not_a_number(br#"{"email": NaN, "password": "b"}"#)]
#[tokio::test]
async fn r96_what_is_no_json_is_refused(#[case] body: &[u8]) {
    let app = start!(Sqlite);

    let reply = sign_in(&app, JSON, body).await;

    reply.refused(400, "malformed_json");
}

#[rstest]
#[case::too_deep(33, 400)]
#[case::way_too_deep(30_000, 400)]
#[case::deep_enough(20, 422)]
#[tokio::test]
async fn r96_json_is_not_nested_without_end(#[case] depth: usize, #[case] status: u16) {
    let app = start!(Sqlite);
    let body = format!(r#"{{"email": {}{}}}"#, "[".repeat(depth), "]".repeat(depth));

    let reply = sign_in(&app, JSON, body).await;

    // Sixty thousand brackets are more than a sign-in may bring.
    assert!([status, 413].contains(&reply.status), "{}", reply.text);
}

#[rstest]
#[case(br#"{"email": "a@b.org"}"#, "/password", "missing_member")]
#[case(
    br#"{"email": "a@b.org", "password": 1}"#,
    "/password",
    "invalid_value"
)]
#[case(br#"{"email": null, "password": "b"}"#, "/email", "invalid_value")]
#[case(
    br#"{"email": "a@b.org", "password": "b", "admin": true}"#,
    "/admin",
    "unknown_member"
)]
#[case(br"[]", "", "invalid_value")]
#[case(br#"["a@b.org", "b", null]"#, "", "invalid_value")]
#[tokio::test]
async fn r93_a_body_of_another_form_is_told_where(
    #[case] body: &[u8],
    #[case] pointer: &str,
    #[case] code: &str,
) {
    let app = start!(Sqlite);

    let reply = sign_in(&app, JSON, body).await;

    reply.faulty(pointer, code);
}
