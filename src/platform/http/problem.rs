//! Refusals as `application/problem+json` (RFC 9457): a stable code, and no word of the machinery.

mod outcome;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;

use super::part::Part;
use crate::platform::db::{DbError, MayBeDb};
use crate::platform::faults::{Fault, Faults};

pub use outcome::Form;

/// A refusal's name in the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The HTTP status.
    pub status: u16,
    /// The stable name.
    pub name: &'static str,
    /// One sentence for a person.
    pub title: &'static str,
}

/// Something that a caller is told as a problem.
pub trait AsProblem {
    /// How it is told.
    fn problem(&self) -> Problem;
}

/// Declares the refusals of a slice, each with its status, stable code and title. More than that is told of those that
/// are `told otherwise`: their slice has the `AsProblem`.
macro_rules! refusals {
    ( $(#[$doc:meta])* $vis:vis enum $name:ident { $($variants:tt)+ } ) => {
        $crate::platform::http::refusals! { $(#[$doc])* $vis enum $name, told otherwise { $($variants)+ } }

        impl $crate::platform::http::AsProblem for $name {
            fn problem(&self) -> $crate::platform::http::Problem {
                $crate::platform::http::Problem::new(self.code())
            }
        }
    };
    (
        $(#[$doc:meta])*
        $vis:vis enum $name:ident, told otherwise {
            $( $(#[$vdoc:meta])* $variant:ident $(($data:ty))? => $status:literal $code:literal $title:literal, )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug)]
        $vis enum $name { $( $(#[$vdoc])* $variant $(($data))?, )+ }

        impl $name {
            /// Every refusal of this slice, for the contract.
            pub const CODES: &'static [$crate::platform::http::Code] = &[
                $( $crate::platform::http::Code { status: $status, name: $code, title: $title }, )+
            ];

            /// Its name in the contract.
            pub fn code(&self) -> $crate::platform::http::Code {
                match self {
                    $( Self::$variant { .. } =>
                        $crate::platform::http::Code { status: $status, name: $code, title: $title }, )+
                }
            }
        }
    };
}
pub(crate) use refusals;

refusals! {
    /// What the edge itself refuses.
    pub enum EdgeRefusal, told otherwise {
        /// The body is no JSON, or has a member twice.
        MalformedJson => 400 "malformed_json" "The body is not well-formed JSON.",
        /// A query parameter is unknown, given twice, or has no valid value.
        InvalidQuery => 400 "invalid_query" "A query parameter is unknown, repeated or not valid.",
        /// A header cannot be read.
        InvalidHeader => 400 "invalid_header" "A header is repeated or not valid.",
        /// The request cannot be read as HTTP.
        BadRequest => 400 "bad_request" "The request cannot be read.",
        /// No token.
        Unauthenticated => 401 "unauthenticated" "Sign in first.",
        /// A token that is expired, foreign or tampered with, or whose session has ended.
        InvalidToken => 401 "invalid_token" "The access token is not valid any more: refresh it, or sign in again.",
        /// There is nothing here that the caller may know of.
        NotFound => 404 "not_found" "There is nothing here.",
        /// The path exists, the method does not.
        MethodNotAllowed => 405 "method_not_allowed" "This method is not available here.",
        /// The client accepts nothing that there is.
        NotAcceptable => 406 "not_acceptable" "The answer is not to be had as anything that is accepted.",
        /// The body did not arrive in time.
        Timeout => 408 "request_timeout" "The body did not arrive in time: send it again.",
        /// The version named in `If-Match` is not the current one.
        Stale => 412 "precondition_failed" "It has changed since you read it, or is not there: see current, if any, and change that.",
        /// The body is too large.
        TooLarge => 413 "body_too_large" "The body is too large.",
        /// The path and the query are too long.
        UriTooLong => 414 "uri_too_long" "The address is too long.",
        /// The body is of another type.
        UnsupportedMediaType => 415 "unsupported_media_type" "The body must be of the type that is taken here (application/json, or text/csv for a table), in UTF-8, not encoded.",
        /// The request came by a name that is not ours.
        Misdirected => 421 "misdirected_request" "This service does not go by that name.",
        /// The content breaks a rule; `errors` says where.
        InvalidContent => 422 "invalid_content" "The content is not valid; errors says where.",
        /// The client is older than what still works.
        ClientTooOld => 426 "client_too_old" "This version of the app is too old: update it. What waits to be sent stays on the device.",
        /// A change of what exists needs to say which version it changes.
        PreconditionRequired => 428 "precondition_required" "Send If-Match with the ETag of the version you change.",
        /// The headers are too large.
        HeadTooLarge => 431 "head_too_large" "The headers are too large.",
        /// A fault of ours.
        Internal => 500 "internal" "Something went wrong on our side.",
        /// The database or a queue cannot take the request now.
        Unavailable => 503 "unavailable" "Not available for the moment; try again shortly.",
    }
}

impl AsProblem for EdgeRefusal {
    fn problem(&self) -> Problem {
        let problem = Problem::new(self.code());
        match self {
            Self::Unavailable => problem.header(header::RETRY_AFTER, "2"),
            Self::Unauthenticated => problem.header(header::WWW_AUTHENTICATE, "Bearer"),
            Self::InvalidToken => {
                problem.header(header::WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
            }
            _ => problem,
        }
    }
}

/// A refusal on its way out.
#[derive(Debug)]
pub struct Problem {
    code: Code,
    detail: Option<&'static str>,
    errors: Vec<Fault>,
    current: Option<Box<Part>>,
    next: Option<String>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Problem {
    /// A problem that says no more than its code.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            detail: None,
            errors: Vec::new(),
            current: None,
            next: None,
            headers: Vec::new(),
        }
    }

    /// Adds a sentence about this occurrence.
    #[must_use]
    pub fn detail(mut self, detail: &'static str) -> Self {
        self.detail = Some(detail);
        self
    }

    /// Adds what is wrong, and where.
    #[must_use]
    pub fn errors(mut self, errors: Vec<Fault>) -> Self {
        self.errors = errors;
        self
    }

    /// Adds the current state of what the caller tried to change.
    #[must_use]
    pub fn current(mut self, current: Box<Part>) -> Self {
        self.current = Some(current);
        self
    }

    /// Adds the cursor with which the caller begins anew.
    #[must_use]
    pub fn next(mut self, cursor: String) -> Self {
        self.next = Some(cursor);
        self
    }

    /// Adds a header; a value that cannot be one is left out.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }

    /// The response, with the id under which the log has its cause.
    pub fn respond(&self, form: Form, request_id: &str) -> HttpResponse {
        let status =
            StatusCode::from_u16(self.code.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = HttpResponse::build(status);
        for (name, value) in &self.headers {
            response.insert_header((name.clone(), value.clone()));
        }
        if form == Form::Outcome {
            return self.outcome(response, request_id);
        }
        response
            .insert_header((header::CONTENT_TYPE, "application/problem+json"))
            .json(ProblemBody {
                r#type: format!("urn:alsfrs-diary:problem:{}", self.code.name),
                title: self.code.title,
                status: self.code.status,
                code: self.code.name,
                detail: self.detail.unwrap_or(self.code.title),
                request_id,
                errors: &self.errors,
                current: self.current.as_deref(),
                next: self.next.as_deref(),
            })
    }
}

/// A refusal as it is sent.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody<'a> {
    /// Names the kind of problem; not a page to open.
    #[schema(example = "urn:alsfrs-diary:problem:not_found")]
    r#type: String,
    /// One sentence for a person, the same for every occurrence.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// The stable name: what a client decides by.
    code: &'static str,
    /// One sentence about this occurrence.
    detail: &'static str,
    /// Under which the log has the cause.
    request_id: &'a str,
    /// What is wrong, and where; empty when it is not about the content.
    errors: &'a [Fault],
    /// For a conflict or a stale version: what is there now, as reading it shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Object, required = false)]
    current: Option<&'a Part>,
    /// Where the changes that were asked for cannot be told: the cursor to begin at, anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false, nullable = false)]
    next: Option<&'a str>,
}

/// The result of a handler.
pub type HttpResult<T> = Result<T, HttpError>;

/// Why a handler did not do what it was asked: refused, or broken.
#[derive(Debug, thiserror::Error)]
pub enum HttpError {
    /// Refused; the caller is told why.
    #[error("{}: {}", .0.code.name, .0.detail.unwrap_or(.0.code.title))]
    Refused(Box<Problem>),
    /// Broken; the log is told why.
    #[error(transparent)]
    Broken(#[from] DbError),
}

impl HttpError {
    /// What the caller is told.
    pub fn respond(&self, form: Form, request_id: &str) -> HttpResponse {
        match self {
            Self::Refused(problem) => problem.respond(form, request_id),
            Self::Broken(error) if error.is_unavailable() => {
                EdgeRefusal::Unavailable.problem().respond(form, request_id)
            }
            Self::Broken(_) => EdgeRefusal::Internal.problem().respond(form, request_id),
        }
    }

    /// Whether there is nothing that the caller may know of.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Refused(problem) if problem.code.status == 404)
    }

    /// The same, without the current state of what the caller tried to change.
    #[must_use]
    pub fn without_current(mut self) -> Self {
        if let Self::Refused(problem) = &mut self {
            problem.current = None;
        }
        self
    }

    /// The same, with what is wrong at the places that `place` says instead.
    #[must_use]
    pub fn placed(mut self, place: impl Fn(&str) -> String) -> Self {
        if let Self::Refused(problem) = &mut self {
            for fault in &mut problem.errors {
                fault.pointer = place(&fault.pointer);
            }
        }
        self
    }
}

impl MayBeDb for HttpError {
    fn as_db(&self) -> Option<&DbError> {
        match self {
            Self::Broken(error) => Some(error),
            Self::Refused(_) => None,
        }
    }
}

impl From<Problem> for HttpError {
    fn from(problem: Problem) -> Self {
        Self::Refused(Box::new(problem))
    }
}

impl<R: AsProblem> From<R> for HttpError {
    fn from(refusal: R) -> Self {
        refusal.problem().into()
    }
}

impl AsProblem for Faults {
    fn problem(&self) -> Problem {
        EdgeRefusal::InvalidContent
            .problem()
            .errors(self.as_slice().to_vec())
    }
}

impl From<diesel::result::Error> for HttpError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Broken(error.into())
    }
}

impl ResponseError for HttpError {
    fn status_code(&self) -> StatusCode {
        self.error_response().status()
    }

    /// Without the request's id: the edge answers in its place, with it.
    fn error_response(&self) -> HttpResponse {
        self.respond(Form::Problem, "")
    }
}
