//! What is true of every answer, when an operation does what it was asked.

use actix_web::http::StatusCode;
use serde_json::{Value, json};

use super::{has_parameter, members, requests, to};

/// Adds the headers, and 304 to what can be read again.
pub(super) fn complete((method, path): (&str, &str), operation: &mut Value) {
    let reads = requests::answers_not_modified(method, path);
    let has_tag = reads || has_parameter(operation, "If-Match");
    let has_pages = has_parameter(operation, "cursor");
    for (status, response) in members(&mut operation["responses"]) {
        if has_tag && matches!(status.as_str(), "200" | "201") {
            response["headers"]["ETag"] = to("headers", "ETag");
        }
        if has_pages && status == "200" {
            response["headers"]["Link"] = to("headers", "Link");
        }
        if response["description"]
            .as_str()
            .unwrap_or_default()
            .is_empty()
        {
            response["description"] = json!(reason(status));
        }
    }
    if reads {
        operation["responses"]["304"] = to("responses", "NotModified");
    }
}

/// OpenAPI wants a word for each status.
fn reason(status: &str) -> &'static str {
    let status = StatusCode::from_bytes(status.as_bytes()).ok();
    status
        .and_then(|status| status.canonical_reason())
        .unwrap_or_default()
}

/// What a read is answered with when the caller has the same already.
pub(super) fn not_modified() -> Value {
    json!({"description": "You have it already", "headers": {"ETag": to("headers", "ETag")}})
}

/// The headers that the answers name.
pub(super) fn headers() -> Value {
    const ID: &str = "0199c1b2-5a07-7f3c-8e12-3d9b6a4c7f50";
    let always = true;
    let headers = [
        ("X-Request-Id", always, "Names this request in the log", ID),
        (
            "ETag",
            always,
            "The version, for `If-Match` and `If-None-Match`",
            "\"v1\"",
        ),
        (
            "Current-ETag",
            false,
            "The version that is current, if there is one",
            "\"v2\"",
        ),
        (
            "Link",
            false,
            "The next page, if there is one",
            "</v1/patients/0199c1a4-6a3d-7b52-8c41-7e0f3a9d6b18/entries?cursor=AaII4Y>; rel=\"next\"",
        ),
        (
            "Retry-After",
            always,
            "Try again after so many seconds",
            "2",
        ),
        (
            "RateLimit",
            always,
            "What is used up, and in how many seconds there is more",
            "\"sign_in\";r=0;t=37",
        ),
        (
            "RateLimit-Policy",
            always,
            "How much there is, in how many seconds",
            "\"sign_in\";q=30;w=60",
        ),
        ("WWW-Authenticate", always, "How to be let in", "Bearer"),
    ];
    let headers = headers.map(|(name, required, meaning, example)| {
        let header = json!({"description": meaning, "required": required,
                            "schema": {"type": "string"}, "example": example});
        (name.to_owned(), header)
    });
    Value::Object(headers.into_iter().collect())
}
