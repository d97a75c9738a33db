//! What is true of how every operation is asked.

use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::SchemaType;
use utoipa::openapi::{Object, RefOr, Required, Schema, Type};

/// What each variable part of a path, and each parameter that many operations have, means.
const MEANINGS: [(&str, &str); 13] = [
    ("patient", "Whose diary"),
    ("week", "The ISO 8601 week of the civil day"),
    ("account", "The member of the circle"),
    ("passkey", "The passkey, as the list of them names it"),
    (
        "flag",
        "Something the team should hear of, as a trend names it",
    ),
    ("session", "The device, as the list of sessions names it"),
    ("invitation", "The invitation, as the list of them names it"),
    ("treatment", "The treatment, by the id that its client made"),
    (
        "administration",
        "The day on which it was given, by the id that its client made",
    ),
    ("screening", "The screening, by the id that its client made"),
    (
        "side_effect",
        "The side effect, by the id that its client made",
    ),
    ("limit", "How many items one page holds"),
    ("cursor", "Where the page before ended: its `next`"),
];

/// Describes the parameters, and says what a body that may be left out is when it is there.
pub(super) fn complete((method, path): (&str, &str), operation: &mut Operation) {
    if answers_not_modified(method, path) {
        let parameters = operation.parameters.get_or_insert_default();
        parameters.push(RefOr::T(if_none_match()));
    }
    for parameter in operation.parameters.iter_mut().flatten() {
        if let RefOr::T(parameter) = parameter {
            describe(parameter);
        }
    }
    if operation.security == Some(vec![utoipa::openapi::SecurityRequirement::default()]) {
        operation.security = Some(Vec::new());
    }
    let bodies = operation.request_body.iter_mut();
    for content in bodies.flat_map(|body| match body {
        RefOr::T(body) => body.content.values_mut().collect(),
        RefOr::Ref(_) => Vec::new(),
    }) {
        if let RefOr::T(content) = content {
            content.schema = content.schema.take().map(without_null);
        }
    }
}

/// Whether the operation is a read of something that has an `ETag`.
pub(super) fn answers_not_modified(method: &str, path: &str) -> bool {
    method == "GET" && path.starts_with("/v1/")
}

fn if_none_match() -> Parameter {
    ParameterBuilder::new()
        .name("If-None-Match")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("The `ETag` of what you have"))
        .schema(Some(Object::with_type(Type::String)))
        .example(Some("\"v1\"".into()))
        .build()
}

fn describe(parameter: &mut Parameter) {
    let meaning = MEANINGS.iter().find(|(name, _)| *name == parameter.name);
    if let (None, Some((_, meaning))) = (&parameter.description, meaning) {
        parameter.description = Some((*meaning).to_owned());
    }
    parameter.schema = parameter.schema.take().map(without_null);
}

/// A parameter or body that is left out is absent, never null.
fn without_null(schema: RefOr<Schema>) -> RefOr<Schema> {
    match schema {
        RefOr::T(Schema::OneOf(mut choice)) => {
            choice.items.retain(|item| !is_null(item));
            match choice.items.pop() {
                Some(only) if choice.items.is_empty() => only,
                Some(last) => {
                    choice.items.push(last);
                    RefOr::T(Schema::OneOf(choice))
                }
                None => RefOr::T(Schema::OneOf(choice)),
            }
        }
        RefOr::T(Schema::Object(mut object)) => {
            if let SchemaType::Array(types) = &object.schema_type
                && let [kind, Type::Null] = types.as_slice()
            {
                object.schema_type = SchemaType::Type(kind.clone());
            }
            RefOr::T(Schema::Object(object))
        }
        other => other,
    }
}

/// Whether it is the schema of null alone.
pub(super) fn is_null(schema: &RefOr<Schema>) -> bool {
    matches!(schema, RefOr::T(Schema::Object(object))
        if object.schema_type == SchemaType::Type(Type::Null))
}
