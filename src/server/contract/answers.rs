//! What is true of every answer, when an operation does what it was asked.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::{Object, RefOr, Response, Type};

use super::{parameters, requests, to};

/// Adds the headers, and 304 to what can be read again.
pub(super) fn complete((method, path): (&str, &str), operation: &mut Operation) {
    let reads = requests::answers_not_modified(method, path);
    let changes = parameters(operation, &ParameterIn::Header).any(|(name, _)| name == "If-Match");
    let has_pages = parameters(operation, &ParameterIn::Query).any(|(name, _)| name == "cursor");
    if reads {
        let known = Response::new("You have it already");
        let responses = &mut operation.responses.responses;
        responses.insert("304".to_owned(), known.into());
    }
    for (status, response) in &mut operation.responses.responses {
        let RefOr::T(response) = response else {
            continue;
        };
        add_header(response, "X-Request-Id");
        if (reads || changes) && matches!(status.as_str(), "200" | "201" | "304") {
            add_header(response, "ETag");
        }
        if has_pages && status == "200" {
            add_header(response, "Link");
        }
        if response.description.is_empty() {
            response.description = reason(status);
        }
    }
}

pub(super) fn add_header(response: &mut Response, name: &str) {
    let header = RefOr::Ref(to("headers", name));
    response.headers.insert(name.to_owned(), header);
}

/// An answer is named by its status where the handler leaves the rest to the body: OpenAPI wants a
/// word.
fn reason(status: &str) -> String {
    StatusCode::from_bytes(status.as_bytes())
        .ok()
        .and_then(|status| status.canonical_reason())
        .unwrap_or_default()
        .to_owned()
}

/// The headers that the answers name.
pub(super) fn headers() -> BTreeMap<String, RefOr<Header>> {
    const ID: &str = "0199c1b2-5a07-7f3c-8e12-3d9b6a4c7f50";
    let always = true;
    [
        ("X-Request-Id", always, "Names this request in the log", ID),
        ("ETag", always, "The version, for `If-Match` and `If-None-Match`", "\"v1\""),
        ("Current-ETag", false, "The version that is current, if there is one", "\"v2\""),
        ("Link", false, "The next page, if there is one",
         "</v1/patients/0199c1a4-6a3d-7b52-8c41-7e0f3a9d6b18/entries?cursor=AaII4Y>; rel=\"next\""),
        ("Retry-After", always, "Try again after so many seconds", "2"),
        ("RateLimit", always, "What is used up, and in how many seconds there is more", "\"sign_in\";r=0;t=37"),
        ("RateLimit-Policy", always, "How much there is, in how many seconds", "\"sign_in\";q=30;w=60"),
        ("WWW-Authenticate", always, "How to be let in", "Bearer"),
    ]
    .map(|(name, required, meaning, example)| {
        (name.to_owned(), header(required, meaning, example).into())
    })
    .into()
}

fn header(required: bool, meaning: &str, example: &str) -> Header {
    let mut header = HeaderBuilder::new()
        .schema(Some(Object::with_type(Type::String)))
        .description(Some(meaning))
        .example(Some(example.into()))
        .build();
    // The one member of a header that has no setter.
    header.extensions = required.then(|| Extensions::from_iter([("required", true)]));
    header
}
