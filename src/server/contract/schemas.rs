//! What is true of every schema, and does not show in a type.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::shapes::{flatten, refer_to_named, visit};
use super::{members, name_of, operations, to};

/// The name of a type with a parameter, as it reads alone: that of `Page<Entry>` is written `Page_Entry`, and called `EntryPage`.
fn readable_name(name: &str) -> Option<String> {
    match name {
        "StageSpell_u8" => Some("NumberedStageSpell".to_owned()),
        "StageSpell_KingsStage" => Some("KingsStageSpell".to_owned()),
        _ => name.split_once('_').map(|(of, what)| format!("{what}{of}")),
    }
}

/// Completes the schemas: those that clients send stay closed, those that they read are open.
pub(super) fn complete(paths: &mut Value, schemas: &mut Value) {
    rename(paths, schemas, readable_name);
    let sent = reachable(paths, schemas, Side::Sent);
    for (name, schema) in members(schemas) {
        visit(schema, &mut |object| {
            object.remove("propertyNames");
            // Null where nothing is said is what any reader takes it for; some take it as a promise.
            if object.get("default") == Some(&Value::Null) {
                object.remove("default");
            }
            tidy(object);
            if !sent.contains(name) {
                require_nullable(object);
                drop_what_types_say(object);
            }
        });
    }
    flatten(schemas);
    refer_to_named(schemas);
    drop_repeated(schemas);
    part(paths, schemas);
    let shown = reachable(paths, schemas, Side::Shown);
    for (_, schema) in members(schemas).filter(|(name, _)| shown.contains(*name)) {
        visit(schema, &mut open);
    }
    let sent = reachable(paths, schemas, Side::Sent);
    if let Some(schemas) = schemas.as_object_mut() {
        schemas.retain(|name, _| shown.contains(name) || sent.contains(name));
    }
}

/// Gives schemas other names, and refers to them by these.
fn rename(paths: &mut Value, schemas: &mut Value, new: impl Fn(&str) -> Option<String>) {
    if let Some(named) = schemas.as_object_mut() {
        let all = std::mem::take(named).into_iter();
        named.extend(all.map(|(name, schema)| (new(&name).unwrap_or(name), schema)));
    }
    refer_anew(paths, &new);
    refer_anew(schemas, &new);
}

fn refer_anew(value: &mut Value, new: &impl Fn(&str) -> Option<String>) {
    visit(value, &mut |object| {
        let name = object.get("$ref").and_then(Value::as_str);
        let name = name.and_then(|name| name.strip_prefix("#/components/schemas/"));
        if let Some(name) = name.and_then(new) {
            object.extend(
                to("schemas", &name)
                    .as_object()
                    .cloned()
                    .unwrap_or_default(),
            );
        }
    });
}

/// What was written in words, which is null where nothing was written, and left out for a reader who may not see
/// whether there is.
const IN_WORDS: [&str; 2] = ["note", "change_reason"];

/// In an answer a member that can be null is always there, but for [`IN_WORDS`]: it is left out only
/// where it never is null.
fn require_nullable(object: &mut Map<String, Value>) {
    let Some(properties) = object.get("properties").and_then(Value::as_object) else {
        return;
    };
    let is_null = |kind: &Value| *kind == "null" || kind["type"] == "null";
    let may_be_null = |schema: &Value| {
        let kinds = [&schema["type"], &schema["oneOf"]].into_iter();
        kinds.filter_map(Value::as_array).flatten().any(is_null)
    };
    let names: Vec<Value> = properties
        .iter()
        .filter(|(name, schema)| may_be_null(schema) && !IN_WORDS.contains(&name.as_str()))
        .map(|(name, _)| json!(name))
        .collect();
    let required = object.entry("required").or_insert_with(|| json!([]));
    if let Some(required) = required.as_array_mut() {
        let missing = names.into_iter().filter(|name| !required.contains(name));
        let missing: Vec<Value> = missing.collect();
        required.extend(missing);
    }
}

/// What Rust's types say of numbers helps no reader: that a count is not negative, and fits into 32 bits.
fn drop_what_types_say(object: &mut Map<String, Value>) {
    for (name, value) in [("format", json!("int32")), ("minimum", json!(0))] {
        if object.get(name) == Some(&value) {
            object.remove(name);
        }
    }
}

/// What a member says of its type is said there already; and what a page is, the preface says of all of them.
fn drop_repeated(schemas: &mut Value) {
    let all = schemas.clone();
    for (name, schema) in members(schemas) {
        if name.ends_with("Page") && schema["properties"].get("next").is_some() {
            visit(schema, &mut |object| drop(object.remove("description")));
        }
        visit(schema, &mut |object| {
            let name = object.get("$ref").and_then(Value::as_str);
            let name = name.and_then(|name| name.strip_prefix("#/components/schemas/"));
            let meaning = name.and_then(|name| all[name].get("description"));
            if meaning.is_some() && meaning == object.get("description") {
                object.remove("description");
            }
        });
    }
}

/// A paragraph is one line; where the code found something is no part of it. What has bounds needs no word on how
/// large it may be.
pub(super) fn tidy(object: &mut Map<String, Value>) {
    if let Some(Value::String(description)) = object.get_mut("description") {
        let paragraphs = description
            .split("\n\n")
            .filter(|text| !text.starts_with("Source:"));
        let paragraphs: Vec<_> = paragraphs.map(|text| text.replace('\n', " ")).collect();
        *description = paragraphs.join("\n\n");
    }
    if object.contains_key("maximum") && object.get("format") == Some(&json!("int32")) {
        object.remove("format");
    }
}

/// What is both sent and shown, and has an enum in it, has two forms: `Level` is shown, `LevelInput`
/// sent.
fn part(paths: &mut Value, schemas: &mut Value) {
    let shown = reachable(paths, schemas, Side::Shown);
    let sent = reachable(paths, schemas, Side::Sent);
    let has_enum = |name: &str| {
        let mut found = false;
        let mut below = BTreeSet::new();
        follow(&to("schemas", name), schemas, &mut below);
        for name in below {
            let mut schema = schemas[name].clone();
            visit(&mut schema, &mut |object| {
                found |= object.contains_key("enum");
            });
        }
        found
    };
    let both: BTreeSet<String> = sent.intersection(&shown).cloned().collect();
    let both: BTreeSet<String> = both.into_iter().filter(|name| has_enum(name)).collect();
    let input = |name: &str| both.contains(name).then(|| format!("{name}Input"));
    for name in &both {
        let mut schema = schemas[name].clone();
        refer_anew(&mut schema, &input);
        schemas[format!("{name}Input")] = schema;
    }
    for name in sent.difference(&shown) {
        refer_anew(&mut schemas[name], &input);
    }
    for (_, _, operation) in operations(paths) {
        for asked in ["requestBody", "parameters"] {
            if let Some(asked) = operation.get_mut(asked) {
                refer_anew(asked, &input);
            }
        }
    }
}

/// An enum that a client reads may get new values.
fn open(object: &mut Map<String, Value>) {
    let Some(Value::Array(mut values)) = object.remove("enum") else {
        return;
    };
    values.retain(|value| !value.is_null());
    let known = values.iter().filter_map(Value::as_str);
    let known = known.map(|value| format!("`{value}`")).collect::<Vec<_>>();
    let meaning = object.get("description").and_then(Value::as_str);
    let meaning = meaning.map_or("", |meaning| meaning.trim_end_matches('.'));
    let stop = if meaning.is_empty() { "" } else { ". " };
    let description = format!("{meaning}{stop}Known: {}.", known.join(", "));
    object.insert("description".to_owned(), json!(description));
    object.insert("x-extensible-enum".to_owned(), json!(values));
}

/// Which way something goes.
#[derive(Clone, Copy)]
enum Side {
    Sent,
    Shown,
}

/// The names of the schemas that requests, or answers, refer to, directly or not.
fn reachable(paths: &mut Value, schemas: &Value, side: Side) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if matches!(side, Side::Shown) {
        follow(&to("schemas", "Problem"), schemas, &mut found);
    }
    for (_, _, operation) in operations(paths) {
        let parts: &[&str] = match side {
            Side::Sent => &["requestBody", "parameters"],
            Side::Shown => &["responses"],
        };
        for part in parts {
            follow(&operation[*part], schemas, &mut found);
        }
    }
    found
}

fn follow(value: &Value, schemas: &Value, found: &mut BTreeSet<String>) {
    if let Some(name) = name_of(value)
        && schemas.get(name).is_some()
        && found.insert(name.to_owned())
    {
        follow(&schemas[name], schemas, found);
    }
    match value {
        Value::Object(object) => object
            .values()
            .for_each(|inner| follow(inner, schemas, found)),
        Value::Array(items) => items.iter().for_each(|inner| follow(inner, schemas, found)),
        _ => {}
    }
}
