//! What each operation can be refused with.
//!
//! A handler names the codes that only it has, `(status = 409, description = "week_taken")`; what
//! follows from its shape is added here.

use std::collections::{BTreeMap, BTreeSet};

use utoipa::ToSchema;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::schema::Components;
use utoipa::openapi::{OneOfBuilder, RefOr, Schema, SecurityRequirement};

use super::{parameters, problems, to};
use crate::access::Denial;
use crate::accounts;
use crate::platform::faults::Fault;
use crate::platform::http::{Code, ProblemBody, Refused};
use crate::platform::limit;
use crate::{circle, diary, privacy, treatments};

/// Every refusal that a slice can answer with.
const CODES: [&[Code]; 8] = [
    Refused::CODES,
    limit::Refusal::CODES,
    Denial::CODES,
    accounts::Refusal::CODES,
    circle::Refusal::CODES,
    diary::Refusal::CODES,
    privacy::Refusal::CODES,
    treatments::Refusal::CODES,
];

/// Every code of a single fault, in `errors`. One that is missing here fails the test that meets it.
const FAULTS: [&str; 31] = [
    "before_treatment",
    "cell_therapy_only",
    "date_before_diagnosis",
    "date_in_future",
    "date_too_early",
    "day_outside_treatment",
    "day_outside_week",
    "diagnosed_before_onset",
    "empty",
    "ended_before_start",
    "forbidden_character",
    "gastrostomy_needed",
    "given_outside_treatment",
    "invalid_email",
    "invalid_locale",
    "invalid_value",
    "missing_member",
    "not_in_circle",
    "not_in_trial",
    "nothing_answered",
    "one_of_them",
    "own_address",
    "password_too_common",
    "password_too_long",
    "password_too_short",
    "respondent_not_possible",
    "too_long",
    "trustee_not_possible",
    "unknown_member",
    "unknown_time_zone",
    "unknown_treatment",
];

/// Every code once, by its name.
fn codes() -> BTreeMap<&'static str, &'static Code> {
    let codes = CODES.iter().flat_map(|codes| codes.iter());
    codes.map(|code| (code.name, code)).collect()
}

/// Adds the refusals of `operation`, each kind a component of its own.
pub(super) fn complete(
    asked: (&str, &str),
    operation: &mut Operation,
    components: &mut Components,
) {
    let known = codes();
    let mut names = of_shape(asked, operation);
    let own = take_own(operation);
    names.extend(own.iter().map(String::as_str));
    let mut by_status: BTreeMap<u16, Vec<&Code>> = BTreeMap::new();
    for name in names {
        // One that is misspelt shows in a test: no answer is left of it.
        if let Some(code) = known.get(name) {
            by_status.entry(code.status).or_default().push(code);
        }
    }
    for (status, codes) in by_status {
        let names: Vec<&str> = codes.iter().map(|code| code.name).collect();
        let name = format!("{status}.{}", names.join("."));
        operation
            .responses
            .responses
            .insert(status.to_string(), RefOr::Ref(to("responses", &name)));
        components
            .responses
            .entry(name)
            .or_insert_with(|| problems::of_status(status, &codes).into());
    }
}

/// The codes that the handler names.
fn take_own(operation: &mut Operation) -> Vec<String> {
    let responses = &mut operation.responses.responses;
    let mut own = Vec::new();
    responses.retain(|status, response| match response {
        RefOr::T(response) if status.as_str() >= "400" => {
            own.extend(response.description.split(' ').map(str::to_owned));
            false
        }
        RefOr::T(_) | RefOr::Ref(_) => true,
    });
    own
}

/// What any operation of this shape can be refused with.
fn of_shape((_, path): (&str, &str), operation: &Operation) -> BTreeSet<&'static str> {
    let mut names = BTreeSet::from([
        "invalid_query",
        "uri_too_long",
        "head_too_large",
        "internal",
    ]);
    if !matches!(path, "/healthz" | "/readyz") {
        names.insert("misdirected_request");
    }
    let has_body = operation.request_body.is_some();
    let takes_token = takes_token(operation);
    if path.starts_with("/v1/") {
        names.insert("not_acceptable");
    }
    if takes_token {
        names.extend(["unauthenticated", "invalid_token", "invalid_header"]);
        names.insert("insufficient_user_authentication");
    }
    if has_body {
        names.extend([
            "bad_request",
            "malformed_json",
            "request_timeout",
            "body_too_large",
        ]);
        names.extend(["unsupported_media_type", "invalid_content"]);
    }
    if takes_token || has_body {
        names.extend(["quota_exceeded", "unavailable"]);
    }
    for (name, _) in parameters(operation, &ParameterIn::Path) {
        names.insert("not_found");
        if name == "week" {
            names.insert("week_not_valid");
        }
    }
    for (name, required) in parameters(operation, &ParameterIn::Header) {
        if name == "If-Match" {
            names.extend(["invalid_header", "precondition_failed"]);
            if required {
                names.insert("precondition_required");
            }
        }
    }
    names
}

/// Whether the caller can, or must, say who they are.
fn takes_token(operation: &Operation) -> bool {
    let nothing = SecurityRequirement::default();
    match &operation.security {
        None => true,
        Some(ways) => ways.iter().any(|way| *way != nothing),
    }
}

/// Lists every code where the contract describes a problem, and says what `current` is.
pub(super) fn list_codes(components: &mut Components) {
    list(components, &ProblemBody::name(), codes().into_keys());
    list(components, &Fault::name(), FAULTS);
    let problem = components.schemas.get_mut(ProblemBody::name().as_ref());
    if let Some(RefOr::T(Schema::Object(problem))) = problem
        && let Some(current) = problem.properties.get_mut("current")
    {
        let either = OneOfBuilder::new().description(Some(
            "For `week_taken`, `week_removed`, `id_taken` and `precondition_failed`: what is there.",
        ));
        let kinds = [
            "Revision",
            "Treatment",
            "Administration",
            "Screening",
            "SideEffect",
        ];
        let either = kinds
            .iter()
            .fold(either, |either, kind| either.item(to("schemas", kind)));
        *current = RefOr::T(Schema::OneOf(either.build()));
    }
}

fn list(components: &mut Components, schema: &str, codes: impl IntoIterator<Item = &'static str>) {
    if let Some(RefOr::T(Schema::Object(schema))) = components.schemas.get_mut(schema)
        && let Some(RefOr::T(Schema::Object(code))) = schema.properties.get_mut("code")
    {
        code.enum_values = Some(codes.into_iter().map(Into::into).collect());
    }
}
