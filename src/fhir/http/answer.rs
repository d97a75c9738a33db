//! How the facade answers: with the media type of FHIR, and its way to write versions.

use actix_web::http::header::{CONTENT_TYPE, ETAG};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use serde::Serialize;

use crate::platform::http::HttpResult;
use crate::platform::http::etag::{self, Held, Precondition};

const FHIR: &str = "application/fhir+json";

/// Answers a read, or says that the client has it already. What has no version is named by its bytes.
pub fn read(
    request: &HttpRequest,
    version: Option<&str>,
    body: &impl Serialize,
) -> HttpResult<HttpResponse> {
    let bytes = etag::to_json(body)?;
    let tag = match version {
        Some(version) => format!("\"{version}\""),
        None => etag::of_bytes(&bytes),
    };
    let mut response = if Held::by(request).has(&tag) {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response.insert_header((ETAG, format!("W/{tag}")));
    if Held::by(request).has(&tag) {
        return Ok(response.finish());
    }
    Ok(response.insert_header((CONTENT_TYPE, FHIR)).body(bytes))
}

/// Answers what was written.
pub fn written(
    response: &mut HttpResponseBuilder,
    version: &str,
    body: &impl Serialize,
) -> HttpResult<HttpResponse> {
    let bytes = etag::to_json(body)?;
    response.insert_header((ETAG, format!("W/\"{version}\"")));
    Ok(response.insert_header((CONTENT_TYPE, FHIR)).body(bytes))
}

/// What was seen, as the diary names versions: `W/"3"` is its `"v3"`.
pub fn precondition(seen: Precondition) -> Precondition {
    let Precondition::Match(tags) = seen else {
        return seen;
    };
    let tags = tags.split(',').map(|tag| {
        let tag = tag.trim();
        let tag = tag.strip_prefix("W/").unwrap_or(tag);
        match tag.strip_prefix('"') {
            Some(version) => format!("\"v{version}"),
            None => tag.to_owned(),
        }
    });
    Precondition::Match(tags.collect::<Vec<_>>().join(","))
}
