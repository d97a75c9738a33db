//! Refusals as the `OperationOutcome` of FHIR: what is told under `/fhir`.

use actix_web::http::header::{CONTENT_TYPE, ETAG, HeaderMap, HeaderValue};
use actix_web::{HttpResponse, HttpResponseBuilder};
use serde_json::{Value, json};

use super::Problem;
use crate::platform::faults::Fault;

/// In which form a refusal is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `application/problem+json`.
    Problem,
    /// An `OperationOutcome`.
    Outcome,
}

/// The one resource that clients send: faults lie in it.
const SENT: &str = "QuestionnaireResponse";

impl Form {
    /// The form for what is asked at `path`.
    pub fn of(path: &str) -> Self {
        if path == "/fhir" || path.starts_with("/fhir/") {
            Self::Outcome
        } else {
            Self::Problem
        }
    }
}

impl Problem {
    pub(super) fn outcome(
        &self,
        mut response: HttpResponseBuilder,
        request_id: &str,
    ) -> HttpResponse {
        let issues: Vec<Value> = if self.errors.is_empty() {
            vec![self.issue(self.detail.unwrap_or(self.code.title), request_id)]
        } else {
            let of_faults = self.errors.iter();
            of_faults
                .map(|fault| self.issue_at(fault, request_id))
                .collect()
        };
        response.insert_header((CONTENT_TYPE, "application/fhir+json"));
        let mut response =
            response.json(json!({"resourceType": "OperationOutcome", "issue": issues}));
        weaken(response.headers_mut());
        response
    }

    fn issue(&self, text: &str, request_id: &str) -> Value {
        json!({
            "severity": "error",
            "code": kind(self.code.status),
            "details": {
                "coding": [{"system": "urn:alsfrs-diary:problem", "code": self.code.name}],
                "text": text,
            },
            "diagnostics": format!("Request {request_id}"),
        })
    }

    fn issue_at(&self, fault: &Fault, request_id: &str) -> Value {
        let mut issue = self.issue(fault.detail, request_id);
        if let Some(Value::Array(codings)) = issue.pointer_mut("/details/coding") {
            codings.push(json!({"system": "urn:alsfrs-diary:fault", "code": fault.code}));
        }
        let place = if self.code.status == 400 {
            format!("http{}", fault.pointer.replace('/', "."))
        } else {
            fhir_path(&fault.pointer)
        };
        if let Some(members) = issue.as_object_mut() {
            members.insert("expression".to_owned(), json!([place]));
        }
        issue
    }
}

/// A JSON Pointer as `FHIRPath`: `/item/3/linkId` is `QuestionnaireResponse.item[3].linkId`.
fn fhir_path(pointer: &str) -> String {
    let steps = pointer.split('/').skip(1).map(|step| {
        if step.bytes().all(|b| b.is_ascii_digit()) {
            format!("[{step}]")
        } else {
            format!(".{step}")
        }
    });
    let steps: String = steps.collect();
    format!("{SENT}{steps}")
}

/// What is there already is named as FHIR names versions: `W/"3"`, where the rest of the API has `"v3"`.
fn weaken(headers: &mut HeaderMap) {
    let tag = headers.get(ETAG).and_then(|tag| tag.to_str().ok());
    let version = tag.and_then(|tag| tag.strip_prefix("\"v"));
    let weak = version.and_then(|version| HeaderValue::from_str(&format!("W/\"{version}")).ok());
    if let Some(weak) = weak {
        headers.insert(ETAG, weak);
    }
}

/// The kind of issue, of the value set `issue-type`.
fn kind(status: u16) -> &'static str {
    match status {
        401 => "login",
        403 => "forbidden",
        404 | 421 => "not-found",
        405 | 406 | 415 => "not-supported",
        408 => "timeout",
        409 | 412 => "conflict",
        410 => "deleted",
        413 | 414 | 431 => "too-long",
        428 => "required",
        429 => "throttled",
        503 => "transient",
        500.. => "exception",
        _ => "invalid",
    }
}
