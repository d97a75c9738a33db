//! What is true of every schema, and does not show in a type.

use std::collections::BTreeSet;

use utoipa::openapi::schema::{AnyOf, ArrayItems, Components, OneOf, SchemaType};
use utoipa::openapi::{Object, ObjectBuilder, OpenApi, RefOr, Schema, Type};

use super::PAGE;
use super::requests::is_null;

/// Completes the schemas of what the server sends.
pub(super) fn complete(contract: &OpenApi, components: &mut Components) {
    let sent = sent_by_clients(contract, components);
    for (name, schema) in &mut components.schemas {
        if let (RefOr::T(schema), false) = (schema, sent.contains(name)) {
            complete_answer(schema);
            if let Some(item) = name.strip_prefix(PAGE) {
                refer_to_items(schema, item);
            }
        }
    }
}

/// A generic type is written out with its parameter inside.
fn refer_to_items(page: &mut Schema, item: &str) {
    if let Schema::Object(page) = page
        && let Some(RefOr::T(Schema::Array(items))) = page.properties.get_mut("items")
    {
        items.items = ArrayItems::RefOrSchema(Box::new(RefOr::Ref(super::to("schemas", item))));
    }
}

fn complete_answer(schema: &mut Schema) {
    match schema {
        Schema::Object(object) => require_nullable(object),
        Schema::AllOf(all) => {
            for part in &mut all.items {
                if let RefOr::T(Schema::OneOf(choice)) = part
                    && choice.items.iter().any(is_null)
                {
                    *part = RefOr::T(Schema::AnyOf(with_or_without(&choice.items)));
                } else if let RefOr::T(part) = part {
                    complete_answer(part);
                }
            }
        }
        Schema::OneOf(choice) if !choice.items.iter().any(is_null) => {
            *schema = Schema::AnyOf(overlapping(choice));
        }
        _ => {}
    }
}

/// What was written in words, which is null where there is none, and left out for a reader who may not see
/// whether there is.
const IN_WORDS: [&str; 2] = ["note", "change_reason"];

/// In an answer a member that can be null is always there, but for [`IN_WORDS`]: it is left out only
/// where it never is null.
fn require_nullable(object: &mut Object) {
    let nullable = object.properties.iter().filter(|(_, schema)| match schema {
        RefOr::T(Schema::Object(of)) => may_be_null(&of.schema_type),
        RefOr::T(Schema::Array(of)) => may_be_null(&of.schema_type),
        RefOr::T(Schema::OneOf(of)) => of.items.iter().any(is_null),
        RefOr::T(_) | RefOr::Ref(_) => false,
    });
    let names: Vec<String> = nullable.map(|(name, _)| name.clone()).collect();
    for name in names {
        if !object.required.contains(&name) && !IN_WORDS.contains(&name.as_str()) {
            object.required.push(name);
        }
    }
}

fn may_be_null(kind: &SchemaType) -> bool {
    matches!(kind, SchemaType::Array(types) if types.contains(&Type::Null))
}

/// Members that are there all together, or not at all: null is no part of an object.
fn with_or_without(choice: &[RefOr<Schema>]) -> AnyOf {
    let mut either = AnyOf::new();
    either.items = choice
        .iter()
        .filter(|item| !is_null(item))
        .cloned()
        .collect();
    let without = ObjectBuilder::new().description(Some("Or none of them."));
    either.items.push(without.into());
    either
}

/// What has no tag may be more than one of its kinds at once, as 4 is a number and an integer.
fn overlapping(choice: &OneOf) -> AnyOf {
    let mut any = AnyOf::new();
    any.items.clone_from(&choice.items);
    any.description.clone_from(&choice.description);
    any
}

/// The names of the schemas that requests refer to, directly or not.
fn sent_by_clients(contract: &OpenApi, components: &Components) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let items = contract.paths.paths.values();
    let operations = items.flat_map(|item| [&item.put, &item.post, &item.patch, &item.delete]);
    for body in operations
        .flatten()
        .flat_map(|operation| &operation.request_body)
    {
        if let RefOr::T(body) = body {
            let schemas = body.content.values().filter_map(|content| match content {
                RefOr::T(content) => content.schema.as_ref(),
                RefOr::Ref(_) => None,
            });
            schemas.for_each(|schema| follow(schema, components, &mut found));
        }
    }
    found
}

fn follow(schema: &RefOr<Schema>, components: &Components, found: &mut BTreeSet<String>) {
    match schema {
        RefOr::Ref(_) => {
            let name = super::name_of(Some(schema)).unwrap_or_default();
            if let (true, Some(named)) =
                (found.insert(name.to_owned()), components.schemas.get(name))
            {
                follow(named, components, found);
            }
        }
        RefOr::T(Schema::Object(object)) => {
            let members = object.properties.values();
            members.for_each(|member| follow(member, components, found));
        }
        RefOr::T(Schema::OneOf(choice)) => {
            choice
                .items
                .iter()
                .for_each(|item| follow(item, components, found));
        }
        RefOr::T(Schema::AllOf(all)) => {
            all.items
                .iter()
                .for_each(|item| follow(item, components, found));
        }
        RefOr::T(Schema::Array(array)) => {
            if let ArrayItems::RefOrSchema(item) = &array.items {
                follow(item, components, found);
            }
        }
        RefOr::T(_) => {}
    }
}
