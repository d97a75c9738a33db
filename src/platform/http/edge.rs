//! What surrounds every request: an id, safe headers, answers to panics, one log line, one metric.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage, HttpResponse, ResponseError};
use futures_util::FutureExt;

use super::incoming::{Answer, Incoming, WHOLE_BODY};
use super::problem::{AsProblem, EdgeRefusal, Form, HttpError};
use super::{accept, host};
use crate::platform::App;
use crate::platform::alarm::{self, Alarm};
use crate::platform::ids::RowId;

/// The id of this request: in the answer, in the log, and in every problem.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// Wraps every request.
pub async fn surround(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<Answer>, Error> {
    let started = Instant::now();
    let id = request_id(&request);
    let form = Form::of(request.path());
    let method = name_of(request.method());
    // actix remembers what was asked, and sends the answer without its body.
    if request.method() == Method::HEAD {
        request.head_mut().method = Method::GET;
    }
    let app = request.app_data::<Data<App>>();
    let https = app.is_some_and(|app| app.public_url.scheme() == "https");
    let patience = app.map_or(WHOLE_BODY, |app| app.rehearsal.patience(WHOLE_BODY));
    request.extensions_mut().insert(RequestId(id.clone()));
    let incoming = Incoming::of(&mut request, patience);

    let outcome = if let Some(refused) = refused_unread(&request) {
        Ok(Ok(
            request.into_response(refused.problem().respond(form, &id))
        ))
    } else {
        AssertUnwindSafe(next.call(request))
            .catch_unwind()
            .await
            .map(|done| done.map(ServiceResponse::map_into_boxed_body))
    };
    let mut response = match outcome {
        Ok(Ok(response)) => with_request_id(response, form, &id),
        Ok(Err(error)) => return Err(wrecked((&id, form, https), &error)),
        Err(_) => {
            metrics::counter!("panics_total").increment(1);
            alarm::sound(Alarm::Panicked);
            return Err(wrecked((&id, form, https), &"a handler panicked"));
        }
    };

    set_headers(response.headers_mut(), &id, https);
    let route = response
        .request()
        .match_pattern()
        .unwrap_or_else(|| "unknown".to_owned());
    record(&id, method, &route, response.status().as_u16(), started);
    Ok(response.map_body(|_, body| Answer::new(body, incoming)))
}

fn request_id(request: &ServiceRequest) -> String {
    request
        .app_data::<Data<App>>()
        .map(|app| app.ids.next::<RowId>().to_string())
        .unwrap_or_default()
}

/// A problem is written here, where the request's id is known. What actix refuses by itself
/// becomes a problem of ours too.
fn with_request_id(response: ServiceResponse, form: Form, id: &str) -> ServiceResponse {
    let status = response.status().as_u16();
    let answer = match response.response().error() {
        Some(error) => match error.as_error::<HttpError>() {
            Some(ours) => {
                if let HttpError::Broken(cause) = ours {
                    tracing::error!(request_id = id, %cause, "broken");
                }
                ours.respond(form, id)
            }
            None => foreign(status).problem().respond(form, id),
        },
        None => return response,
    };
    response.into_response(answer)
}

fn foreign(status: u16) -> EdgeRefusal {
    match status {
        404 => EdgeRefusal::NotFound,
        405 => EdgeRefusal::MethodNotAllowed,
        408 => EdgeRefusal::Timeout,
        413 => EdgeRefusal::TooLarge,
        415 => EdgeRefusal::UnsupportedMediaType,
        400..=499 => EdgeRefusal::BadRequest,
        _ => EdgeRefusal::Internal,
    }
}

/// Longer than any path and query of the contract.
const LONGEST_URI: usize = 8 * 1024;

/// Larger than the headers of any honest client. Beyond 128 KiB, or 96 headers, actix answers by
/// itself, with the bare status.
const LARGEST_HEAD: usize = 16 * 1024;

/// What is refused before anything looks at it.
fn refused_unread(request: &ServiceRequest) -> Option<EdgeRefusal> {
    let uri = request.uri().path_and_query();
    let headers = request.headers().iter();
    let head = headers.map(|(name, value)| name.as_str().len() + value.len());
    let app = request.app_data::<Data<App>>();
    let hosts = app.and_then(|app| app.hosts.as_deref());
    if hosts.is_some_and(|hosts| !host::names_one_of(hosts, request.request())) {
        Some(EdgeRefusal::Misdirected)
    } else if uri.is_some_and(|uri| uri.as_str().len() > LONGEST_URI) {
        Some(EdgeRefusal::UriTooLong)
    } else if head.sum::<usize>() > LARGEST_HEAD {
        Some(EdgeRefusal::HeadTooLarge)
    } else if accept::takes_an_answer(request.path(), request.headers()) {
        None
    } else {
        Some(EdgeRefusal::NotAcceptable)
    }
}

fn set_headers(headers: &mut HeaderMap, id: &str, https: bool) {
    const ALWAYS: [(HeaderName, &str); 4] = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("permissions-policy"),
            "interest-cohort=()",
        ),
    ];
    /// A page of ours (the browsable contract) may say otherwise.
    const UNLESS_SET: [(HeaderName, &str); 2] = [
        (header::CACHE_CONTROL, "no-store"),
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
        ),
    ];
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    for (name, value) in UNLESS_SET {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000"),
        );
    }
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
}

/// A method that no route has is a text of the client's: it belongs neither in a log nor in a metric.
fn name_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        Method::PUT => "PUT",
        Method::POST => "POST",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}

fn record(id: &str, method: &str, route: &str, status: u16, started: Instant) {
    let seconds = started.elapsed().as_secs_f64();
    let labels = [
        ("method", method.to_owned()),
        ("route", route.to_owned()),
        ("status", status.to_string()),
    ];
    metrics::histogram!("http_request_duration_seconds", &labels).record(seconds);
    tracing::info!(request_id = id, method, route, status, seconds, "request");
}

/// A request that ended without an answer of its own.
#[derive(Debug, thiserror::Error)]
#[error("wrecked")]
pub struct Wreck {
    id: String,
    form: Form,
    https: bool,
}

fn wrecked((id, form, https): (&str, Form, bool), cause: &dyn std::fmt::Display) -> Error {
    tracing::error!(request_id = id, %cause, "wrecked");
    Wreck {
        id: id.to_owned(),
        form,
        https,
    }
    .into()
}

impl ResponseError for Wreck {
    fn error_response(&self) -> HttpResponse {
        let mut response = EdgeRefusal::Internal.problem().respond(self.form, &self.id);
        set_headers(response.headers_mut(), &self.id, self.https);
        response
    }
}
