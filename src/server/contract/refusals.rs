//! What each operation can be refused with.
//!
//! A handler names the codes that only it has, `(status = 409, description = "week_taken")`; what
//! follows from its shape is added here.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::Components;
use utoipa::openapi::{
    AllOfBuilder, ContentBuilder, Object, ObjectBuilder, Ref, RefOr, Schema, SecurityRequirement,
    Type,
};

use super::{answers, examples, parameters, to};
use crate::access::Denial;
use crate::accounts;
use crate::platform::http::{Code, ProblemBody, Refused};
use crate::{circle, diary};

/// Every refusal that a slice can answer with.
const CODES: [&[Code]; 5] = [
    Refused::CODES,
    Denial::CODES,
    accounts::Refusal::CODES,
    circle::Refusal::CODES,
    diary::Refusal::CODES,
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
            .or_insert_with(|| problem(status, &codes).into());
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
    let has_body = operation.request_body.is_some();
    let takes_token = takes_token(operation);
    if path.starts_with("/v1/") {
        names.insert("not_acceptable");
    }
    if takes_token {
        names.extend(["unauthenticated", "invalid_token", "invalid_header"]);
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
        names.insert("unavailable");
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

/// The refusals of one status, as a response.
fn problem(status: u16, codes: &[&Code]) -> Response {
    let says: Vec<String> = codes
        .iter()
        .map(|code| format!("`{}`: {}", code.name, code.title))
        .collect();
    let names: Vec<&str> = codes.iter().map(|code| code.name).collect();
    let narrowed = ObjectBuilder::new()
        .property("status", one_of(Type::Integer, [status]))
        .property("code", one_of(Type::String, names));
    let schema = AllOfBuilder::new()
        .item(Ref::from_schema_name(ProblemBody::name()))
        .item(narrowed);
    let examples = codes.iter().map(|code| {
        let example = ExampleBuilder::new().value(Some(example(code))).build();
        (code.name, RefOr::T(example))
    });
    let content = ContentBuilder::new()
        .schema(Some(Schema::AllOf(schema.build())))
        .examples_from_iter(examples)
        .build();
    let mut response = ResponseBuilder::new()
        .description(says.join(" "))
        .content("application/problem+json", content)
        .build();
    answers::add_header(&mut response, "X-Request-Id");
    match status {
        401 => answers::add_header(&mut response, "WWW-Authenticate"),
        503 => answers::add_header(&mut response, "Retry-After"),
        _ => {}
    }
    if codes
        .iter()
        .any(|code| matches!(code.name, "week_taken" | "precondition_failed"))
    {
        let current = RefOr::Ref(to("headers", "Current-ETag"));
        response.headers.insert("ETag".to_owned(), current);
    }
    response
}

fn one_of<V: Into<Value>>(kind: Type, values: impl IntoIterator<Item = V>) -> Object {
    let values = ObjectBuilder::new().enum_values(Some(values));
    values.schema_type(kind).build()
}

fn example(code: &Code) -> Value {
    let mut problem = json!({
        "type": format!("urn:alsfrs-diary:problem:{}", code.name),
        "title": code.title,
        "status": code.status,
        "code": code.name,
        "detail": code.title,
        "request_id": "0199c1b2-5a07-7f3c-8e12-3d9b6a4c7f50",
        "errors": [],
    });
    if let Some(members) = problem.as_object_mut() {
        if code.name == "invalid_content" {
            let fault = json!({"pointer": "/email", "code": "missing_member",
                               "detail": "A required member is missing."});
            members.insert("errors".to_owned(), json!([fault]));
        }
        if code.name == "week_taken" {
            members.extend(examples::of("Entry").map(|entry| ("current".to_owned(), entry)));
        }
    }
    problem
}

/// Lists every code where the contract describes a problem, and says what `current` is.
pub(super) fn list_codes(components: &mut Components) {
    let problem = components.schemas.get_mut(ProblemBody::name().as_ref());
    let Some(RefOr::T(Schema::Object(problem))) = problem else {
        return;
    };
    if let Some(RefOr::T(Schema::Object(code))) = problem.properties.get_mut("code") {
        code.enum_values = Some(codes().into_keys().map(Into::into).collect());
    }
    if let Some(current) = problem.properties.get_mut("current") {
        let mut entry = to("schemas", "Entry");
        "For `week_taken` and `precondition_failed` of a week: the entry that is there."
            .clone_into(&mut entry.description);
        *current = RefOr::Ref(entry);
    }
}
