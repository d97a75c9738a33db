//! Strong entity tags: what they are made of, and what the preconditions say.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
/// What is sent: bytes that several answers share.
pub use actix_web::web::Bytes as Body;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::part::to_part;
use super::problem::{AsProblem, EdgeRefusal, HttpResult, Problem};
use crate::platform::secret::{sha256, to_text};

/// The tag of a version that is counted.
pub fn of_version(version: i32) -> String {
    format!("\"v{version}\"")
}

/// Answers a read with `body`, or with 304 where the client has it already. The tag is made of the
/// bytes, so it is right for whatever the caller may see.
pub fn answer(request: &HttpRequest, body: &impl Serialize) -> HttpResult<HttpResponse> {
    let bytes = to_json(body)?;
    Ok(tagged(request, &of_bytes(&bytes), bytes))
}

/// The tag of whatever these bytes decide.
pub fn of_bytes(bytes: &[u8]) -> String {
    let digest = sha256(bytes);
    let short = digest.first_chunk::<16>().unwrap_or(&[0; 16]);
    format!("\"{}\"", to_text(short))
}

/// What a client says it has, from `If-None-Match`.
#[derive(Debug, Clone)]
pub struct Held(Option<String>);

impl Held {
    /// Reads it.
    pub fn by(request: &HttpRequest) -> Self {
        let header = request.headers().get(header::IF_NONE_MATCH);
        Self(
            header
                .and_then(|tags| tags.to_str().ok())
                .map(str::to_owned),
        )
    }

    /// Whether `tag` is among it: then there is nothing to work out.
    pub fn has(&self, tag: &str) -> bool {
        self.0.as_deref().is_some_and(|tags| list_names(tags, tag))
    }
}

/// Answers a read whose tag was known before its body: without one the client has it already.
pub fn answer_tagged(tag: &str, body: Option<Body>) -> HttpResponse {
    body.map_or_else(|| not_modified(tag), |bytes| fresh(tag, bytes))
}

/// The same of a picture (SVG).
pub fn answer_picture(tag: &str, body: Option<Body>) -> HttpResponse {
    of_kind(answer_tagged(tag, body), PICTURE)
}

/// Answers a read with a document of this media type.
pub fn answer_document(request: &HttpRequest, kind: &'static str, bytes: Body) -> HttpResponse {
    let tag = of_bytes(&bytes);
    of_kind(tagged(request, &tag, bytes), HeaderValue::from_static(kind))
}

/// Names the media type where there is a body.
fn of_kind(mut response: HttpResponse, kind: HeaderValue) -> HttpResponse {
    let headers = response.headers_mut();
    if headers.contains_key(header::CONTENT_TYPE) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    response
}

/// Answers a read of something that has a counted version.
pub fn answer_version(
    request: &HttpRequest,
    version: i32,
    body: &impl Serialize,
) -> HttpResult<HttpResponse> {
    answer_as(request, &of_version(version), body)
}

/// Answers a read of what `tag` names.
pub fn answer_as(
    request: &HttpRequest,
    tag: &str,
    body: &impl Serialize,
) -> HttpResult<HttpResponse> {
    Ok(tagged(request, tag, to_json(body)?))
}

/// Answers a read with a table that is kept as a file of this `name`.
pub fn answer_table(request: &HttpRequest, name: &str, table: Vec<u8>) -> HttpResponse {
    let mut response = answer_document(request, TABLE, table.into());
    let headers = response.headers_mut();
    let disposition = format!("attachment; filename=\"{name}\"");
    if headers.contains_key(header::CONTENT_TYPE)
        && let Ok(disposition) = HeaderValue::from_str(&disposition)
    {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

const PICTURE: HeaderValue = HeaderValue::from_static("image/svg+xml; charset=utf-8");

const TABLE: &str = "text/csv; charset=utf-8; header=present";

fn tagged(request: &HttpRequest, tag: &str, bytes: Body) -> HttpResponse {
    if Held::by(request).has(tag) {
        not_modified(tag)
    } else {
        fresh(tag, bytes)
    }
}

fn not_modified(tag: &str) -> HttpResponse {
    HttpResponse::NotModified()
        .insert_header((header::ETAG, tag))
        .finish()
}

fn fresh(tag: &str, bytes: Body) -> HttpResponse {
    HttpResponse::build(StatusCode::OK)
        .insert_header((header::ETAG, tag))
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .body(bytes)
}

/// Room for most answers, so that they are not moved while they grow.
const AN_ANSWER: usize = 2048;

/// The bytes of a representation.
pub fn to_json(body: &impl Serialize) -> HttpResult<Body> {
    let mut bytes = Vec::with_capacity(AN_ANSWER);
    serde_json::to_writer(&mut bytes, body).map_err(|error| {
        tracing::error!(%error, "a representation has no JSON form");
        EdgeRefusal::Internal
    })?;
    Ok(bytes.into())
}

/// What a change says about the version it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Precondition {
    /// Nothing.
    None,
    /// `If-Match`: one of these tags (`*`: any version).
    Match(String),
    /// `If-None-Match: *`: there must be none yet.
    Absent,
}

impl Precondition {
    /// Reads the precondition of a change.
    ///
    /// Fails with 400 when both headers are given, or one is not text.
    pub fn of(request: &HttpRequest) -> HttpResult<Self> {
        let matches = header_text(request, header::IF_MATCH)?;
        let none = header_text(request, header::IF_NONE_MATCH)?;
        match (matches, none) {
            (None, None) => Ok(Self::None),
            (Some(tags), None) => Ok(Self::Match(tags)),
            (None, Some(tags)) if tags.trim() == "*" => Ok(Self::Absent),
            _ => Err(EdgeRefusal::InvalidHeader.into()),
        }
    }

    /// For changes of what exists, once the caller may know that it does: `If-Match` must be there
    /// and name `version`.
    ///
    /// Fails with 428 when it is missing, 412 with the current tag and representation when it names
    /// others.
    pub fn demand<T: Serialize>(
        &self,
        version: i32,
        current: impl FnOnce() -> T,
    ) -> HttpResult<()> {
        match self {
            Self::Match(_) if self.allows(&of_version(version)) => Ok(()),
            Self::Match(_) => Err(stale(version, &current()).into()),
            Self::None | Self::Absent => Err(EdgeRefusal::PreconditionRequired.into()),
        }
    }

    /// Whether `tag` names what the change was made from.
    pub fn allows(&self, tag: &str) -> bool {
        match self {
            Self::None => true,
            Self::Match(tags) => list_names(tags, tag),
            Self::Absent => false,
        }
    }

    /// Whether it names `tag` itself: whose sender has seen that version.
    pub fn names(&self, tag: &str) -> bool {
        matches!(self, Self::Match(tags) if named(tags).any(|named| named == tag))
    }
}

/// A change of another version than `version`, which is shown as `current`.
pub fn stale(version: i32, current: &impl Serialize) -> Problem {
    let problem = EdgeRefusal::Stale.problem().current(to_part(current));
    problem.header(header::ETAG, &of_version(version))
}

fn header_text(request: &HttpRequest, name: HeaderName) -> HttpResult<Option<String>> {
    let mut values = request.headers().get_all(name);
    let Some(value) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(EdgeRefusal::InvalidHeader.into());
    }
    let text = value.to_str().map_err(|_| EdgeRefusal::InvalidHeader)?;
    Ok(Some(text.to_owned()))
}

/// The tag of what came compressed is weak, and its client sends it back so: it names the same.
fn list_names(tags: &str, tag: &str) -> bool {
    named(tags).any(|named| named == "*" || named == tag)
}

fn named(tags: &str) -> impl Iterator<Item = &str> {
    let tags = tags.split(',').map(str::trim);
    tags.map(|named| named.strip_prefix("W/").unwrap_or(named))
}
