//! Schemas in a shape that a generator of any language can read: no composition, no union, and none
//! that is written out where it has a name.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::{members, name_of, to};

type Schema = Map<String, Value>;

/// Calls `change` with each object below `value`, the inner ones first.
pub(super) fn visit(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(|inner| visit(inner, change));
            change(object);
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| visit(inner, change)),
        _ => {}
    }
}

/// Writes what is composed of several as one.
pub(super) fn flatten(schemas: &mut Value) {
    let all = schemas.clone();
    for (_, schema) in members(schemas) {
        visit(schema, &mut |object| flatten_one(object, &all));
    }
}

fn flatten_one(object: &mut Schema, all: &Value) {
    if let Some(parts) = object.remove("allOf") {
        let parts = parts.as_array().into_iter().flatten();
        let parts: Vec<_> = parts.map(|part| whole(part, all)).collect();
        if parts.iter().any(|part| part.contains_key("properties")) {
            let required = parts.iter().flat_map(required).cloned().collect();
            merge(object, parts, required);
        } else if let Some(plain) = parts.into_iter().next() {
            object.extend(plain);
        }
    }
    for name in ["oneOf", "anyOf"] {
        let kinds = object.get(name).and_then(Value::as_array);
        let Some(kinds) = kinds.map(|kinds| kinds.iter().map(|kind| whole(kind, all))) else {
            continue;
        };
        let kinds: Vec<_> = kinds.collect();
        let all_are = |types: &[&str]| {
            let is_one = |kind: &Schema| {
                types
                    .iter()
                    .any(|name| kind.get("type") == Some(&json!(name)))
            };
            kinds.iter().all(is_one)
        };
        if all_are(&["integer", "number"]) {
            object.remove(name);
            object.insert("type".to_owned(), json!("number"));
        } else if all_are(&["object"]) {
            object.remove(name);
            let always = |name: &&Value| {
                kinds
                    .iter()
                    .all(|kind| required(kind).any(|one| one == *name))
            };
            let of_all = kinds
                .iter()
                .take(1)
                .flat_map(required)
                .filter(always)
                .cloned()
                .collect();
            merge(object, kinds, of_all);
        }
    }
}

/// What `schema` is, with what it refers to; nothing is required of a part that may be missing.
fn whole(schema: &Value, all: &Value) -> Schema {
    let named = name_of(schema).and_then(|name| all.get(name));
    let mut schema = named
        .unwrap_or(schema)
        .as_object()
        .cloned()
        .unwrap_or_default();
    let kinds = schema.get("oneOf").and_then(Value::as_array);
    if let Some([kind, null]) = kinds.map(Vec::as_slice)
        && null["type"] == "null"
    {
        let mut maybe = whole(kind, all);
        maybe.remove("required");
        return maybe;
    }
    flatten_one(&mut schema, all);
    schema
}

fn required(schema: &Schema) -> impl Iterator<Item = &Value> {
    schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn merge(object: &mut Schema, parts: Vec<Schema>, required: Vec<Value>) {
    let mut properties = Map::new();
    for mut part in parts {
        for (name, member) in members(part.get_mut("properties").unwrap_or(&mut Value::Null)) {
            properties.entry(name).or_insert_with(|| member.clone());
        }
    }
    object.insert("type".to_owned(), json!("object"));
    object.insert("properties".to_owned(), Value::Object(properties));
    object.insert("required".to_owned(), Value::Array(required));
}

/// Refers to a schema by its name wherever it is written out.
pub(super) fn refer_to_named(schemas: &mut Value) {
    let plain = |object: &Schema| {
        let mut object = object.clone();
        object.remove("description");
        Value::Object(object).to_string()
    };
    let objects = members(schemas).filter_map(|(name, schema)| Some((name, schema.as_object()?)));
    let objects = objects.filter(|(_, schema)| {
        ["properties", "enum"]
            .iter()
            .any(|name| schema.contains_key(*name))
    });
    let names: HashMap<String, String> = objects
        .map(|(name, schema)| (plain(schema), name.clone()))
        .collect();
    for (_, schema) in members(schemas) {
        for (_, inner) in members(schema) {
            visit(inner, &mut |object| {
                if let Some(name) = names.get(&plain(object)) {
                    object.retain(|member, _| member == "description");
                    object.extend(to("schemas", name).as_object().cloned().unwrap_or_default());
                }
            });
        }
    }
}
