//! A refusal as a response of the contract.

use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::{
    AllOfBuilder, ContentBuilder, Object, ObjectBuilder, Ref, RefOr, Schema, Type,
};

use super::{answers, examples, to};
use crate::platform::http::{Code, ProblemBody};

/// The codes that come with what is there, and its tag.
const CURRENT: [&str; 4] = [
    "week_taken",
    "week_removed",
    "id_taken",
    "precondition_failed",
];

/// The refusals of one status, as a response.
pub(super) fn of_status(status: u16, codes: &[&Code]) -> Response {
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
        429 => {
            for name in ["Retry-After", "RateLimit", "RateLimit-Policy"] {
                answers::add_header(&mut response, name);
            }
        }
        503 => answers::add_header(&mut response, "Retry-After"),
        _ => {}
    }
    if codes.iter().any(|code| CURRENT.contains(&code.name)) {
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
