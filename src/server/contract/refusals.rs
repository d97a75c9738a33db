//! What each operation can be refused with.
//!
//! Every refusal is one `Problem`. An operation names the statuses that an app decides by, and under
//! `x-refusals` the codes that only it has; those of any operation are named by the shared responses.
//! A handler says `(status = 409, description = "week_taken")`; what follows from its shape is added
//! here.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use super::{has_parameter, parameters, to};
use crate::access::Denial;
use crate::accounts;
use crate::alerts;
use crate::platform::faults::Fault;
use crate::platform::http::{Code, EdgeRefusal, ProblemBody};
use crate::platform::limit;
use crate::{
    channels, circle, clinic, diary, exports, fhir, guests, phone, privacy, reminders, treatments,
    trends, versions,
};

/// Every refusal that a slice can answer with.
const CODES: [&[Code]; 18] = [
    EdgeRefusal::CODES,
    limit::Refusal::CODES,
    Denial::CODES,
    accounts::Refusal::CODES,
    alerts::Refusal::CODES,
    channels::Refusal::CODES,
    circle::Refusal::CODES,
    clinic::Refusal::CODES,
    diary::Refusal::CODES,
    exports::Refusal::CODES,
    fhir::Refusal::CODES,
    guests::Refusal::CODES,
    phone::Refusal::CODES,
    privacy::Refusal::CODES,
    reminders::Refusal::CODES,
    treatments::Refusal::CODES,
    trends::Refusal::CODES,
    versions::Refusal::CODES,
];

/// Every code of a single fault, in `errors`. One that is missing here fails the test that meets it.
const FAULTS: &[&str] = &[
    "another_day",
    "before_treatment",
    "cannot_change",
    "cell_therapy_only",
    "date_before_diagnosis",
    "date_in_future",
    "date_too_early",
    "day_outside_link",
    "day_outside_treatment",
    "day_outside_week",
    "date_before_birth",
    "diagnosed_before_onset",
    "empty",
    "ended_before_start",
    "forbidden_character",
    "gastrostomy_needed",
    "given_outside_treatment",
    "identified_only",
    "invalid_email",
    "invalid_locale",
    "invalid_subject_id",
    "invalid_value",
    "item_not_enabled",
    "laboratory_only",
    "lung_function_only",
    "missing_member",
    "not_in_circle",
    "not_in_trial",
    "not_of_this_kind",
    "not_your_clinician",
    "nothing_answered",
    "one_of_them",
    "out_of_range",
    "own_address",
    "password_too_common",
    "password_too_long",
    "password_too_short",
    "recorded_elsewhere",
    "repeated",
    "respondent_not_possible",
    "tables_only",
    "too_long",
    "trustee_not_possible",
    "unknown_columns",
    "unknown_item",
    "unknown_member",
    "unknown_push_service",
    "unknown_questionnaire",
    "unknown_time_zone",
    "unknown_treatment",
    "unreadable",
    "whole_only",
    "wrong_number_of_cells",
];

/// The statuses that an app decides by. What has another is there under `default`.
const DECIDED: [u16; 8] = [401, 403, 404, 409, 412, 422, 428, 429];

/// The codes of the edge, of limits and of tokens: any operation can answer with them.
fn shared() -> impl Iterator<Item = &'static Code> {
    let known = |code: &&Code| {
        matches!(
            code.name,
            "quota_exceeded" | "insufficient_user_authentication" | "site_role"
        )
    };
    let others = CODES.iter().skip(1).copied().flatten().filter(known);
    let mut shared: BTreeMap<_, _> = others.map(|code| (code.name, code)).collect();
    shared.extend(EdgeRefusal::CODES.iter().map(|code| (code.name, code)));
    shared.into_values()
}

/// Names the statuses of `operation`, and its own codes.
pub(super) fn complete((_, path): (&str, &str), operation: &mut Value) {
    let statuses: BTreeMap<&str, u16> = CODES
        .iter()
        .copied()
        .flatten()
        .map(|code| (code.name, code.status))
        .collect();
    let mut own = take_own(operation);
    if path.contains("{week}") {
        own.push("week_not_valid".to_owned());
    }
    // One that is misspelt shows in a test: nothing declares it.
    let of_own = own
        .iter()
        .filter_map(|code| statuses.get(code.as_str()).copied());
    let mut named = of_shape(operation);
    named.extend(of_own.filter(|status| DECIDED.contains(status)));
    let responses = &mut operation["responses"];
    if path.starts_with("/fhir/") {
        responses["default"] = to("responses", "Outcome");
    } else {
        for status in named {
            responses[status.to_string()] = to("responses", &response_name(status));
        }
        responses["default"] = to("responses", &response_name(0));
    }
    if path == "/oauth/token" {
        for status in ["400", "401"] {
            responses[status] = token_refusal();
        }
    }
    if path == "/card/{secret}" {
        responses["404"] = card_is_gone();
    }
    own.retain(|code| shared().all(|shared| shared.name != code));
    if !own.is_empty() {
        own.sort();
        own.dedup();
        operation["x-refusals"] = json!(own);
    }
}

/// The codes that the handler names.
fn take_own(operation: &mut Value) -> Vec<String> {
    let mut own = Vec::new();
    if let Some(responses) = operation["responses"].as_object_mut() {
        responses.retain(|status, response| {
            let is_refusal = status.starts_with(['4', '5']);
            let codes = response["description"].as_str().filter(|_| is_refusal);
            own.extend(
                codes
                    .into_iter()
                    .flat_map(|codes| codes.split(' '))
                    .map(str::to_owned),
            );
            !is_refusal
        });
    }
    own
}

/// What any operation of this shape can be refused with, by status.
fn of_shape(operation: &Value) -> Vec<u16> {
    let (has_body, takes_token) = (
        operation.get("requestBody").is_some(),
        takes_token(operation),
    );
    let is_required = |parameter: &Value| parameter["required"] == true;
    let mut tag = parameters(operation).filter(|parameter| parameter["name"] == "If-Match");
    let mut patient = parameters(operation).filter(|parameter| parameter["name"] == "patient");
    let shapes = [
        (401, takes_token),
        // Those who administer a clinic may know of its patients, and see nothing of theirs.
        (403, patient.any(|parameter| parameter["in"] == "path")),
        (
            404,
            parameters(operation).any(|parameter| parameter["in"] == "path"),
        ),
        (412, has_parameter(operation, "If-Match")),
        (422, has_body),
        (428, tag.any(is_required)),
        (429, takes_token || has_body),
    ];
    let so = shapes.into_iter().filter(|(_, is_so)| *is_so);
    so.map(|(status, _)| status).collect()
}

/// Whether the caller can, or must, say who they are.
fn takes_token(operation: &Value) -> bool {
    match operation.get("security").and_then(Value::as_array) {
        None => true,
        Some(ways) => ways.iter().any(|way| *way != json!({})),
    }
}

/// The shared response of a status; of all the others it is `Problem`.
fn response_name(status: u16) -> String {
    match status {
        0 => "Problem".to_owned(),
        status => status.to_string(),
    }
}

/// The responses that the operations refer to, each with the codes that any operation can have.
pub(super) fn responses() -> Map<String, Value> {
    let mut responses = Map::new();
    for status in DECIDED.into_iter().chain([0]) {
        let is_here = |code: &&Code| match status {
            0 => !DECIDED.contains(&code.status),
            status => code.status == status,
        };
        let codes: Vec<_> = shared().filter(is_here).collect();
        let names: Vec<_> = codes.iter().map(|code| code.name).collect();
        let problem = to("schemas", &ProblemBody::name());
        let mut response = json!({
            "description": "See `code`",
            "headers": {"X-Request-Id": to("headers", "X-Request-Id")},
            "content": {"application/problem+json": {"schema": problem}},
        });
        if !names.is_empty() {
            response["x-refusals"] = json!(names);
        }
        let headers: &[&str] = match status {
            401 => &["WWW-Authenticate"],
            429 => &["Retry-After", "RateLimit", "RateLimit-Policy"],
            _ => &[],
        };
        for name in headers {
            response["headers"][*name] = to("headers", name);
        }
        if matches!(status, 409 | 412) {
            response["headers"]["ETag"] = to("headers", "Current-ETag");
        }
        responses.insert(response_name(status), response);
    }
    responses
}

/// How FHIR is refused.
pub(super) fn outcome() -> Value {
    json!({
        "description": "An `OperationOutcome`: the code is in `details`, the place in `expression`",
        "headers": {"X-Request-Id": to("headers", "X-Request-Id")},
        "content": {"application/fhir+json": {"schema": to("schemas", "FhirResource")}},
    })
}

/// How a program is refused a token.
fn token_refusal() -> Value {
    json!({
        "description": "As OAuth 2.0 says it, once the request could be read",
        "headers": {"X-Request-Id": to("headers", "X-Request-Id")},
        "content": {"application/json": {"schema": {
            "type": "object",
            "required": ["error", "error_description"],
            "properties": {
                "error": {
                    "type": "string",
                    "description": "Why",
                    "x-extensible-enum": ["invalid_request", "unsupported_grant_type", "invalid_client", "invalid_scope"],
                },
                "error_description": {"type": "string", "description": "The same in words"},
            },
        }}, "application/problem+json": {"schema": to("schemas", &ProblemBody::name())}},
    })
}

/// A browser is shown a page where there is no card, a program a problem.
fn card_is_gone() -> Value {
    json!({
        "description": "There is no such card, or not any more",
        "headers": {"X-Request-Id": to("headers", "X-Request-Id")},
        "content": {
            "application/problem+json": {"schema": to("schemas", &ProblemBody::name())},
            "text/html": {"schema": {"type": "string"}},
        },
        "x-refusals": ["not_found"],
    })
}

/// Lists every code where the contract describes a problem.
pub(super) fn list_codes(schemas: &mut Value) {
    let codes: BTreeMap<_, _> = CODES
        .iter()
        .copied()
        .flatten()
        .map(|code| (code.name, code.title))
        .collect();
    let code = &mut schemas[ProblemBody::name().as_ref()]["properties"]["code"];
    code["enum"] = codes.keys().copied().collect();
    schemas[Fault::name().as_ref()]["properties"]["code"]["enum"] = json!(FAULTS);
}
