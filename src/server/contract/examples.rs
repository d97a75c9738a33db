//! Examples, all of them of one invented household: Ada keeps a diary, Bob is let in.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::Components;
use utoipa::openapi::{Content, RefOr};

use super::{PAGE, name_of, to};

/// By the name of the schema that each is one of.
const EXAMPLES: &str = include_str!("examples.json");

fn read() -> BTreeMap<String, Value> {
    serde_json::from_str(EXAMPLES).unwrap_or_default()
}

/// The example of one schema.
pub(super) fn of(name: &str) -> Option<Value> {
    read().remove(name)
}

/// Adds an example to the body, and to each answer that has one.
pub(super) fn add(operation: &mut Operation, components: &mut Components) {
    let known = read();
    for content in contents(operation) {
        let Some(name) = name_of(content.schema.as_ref()) else {
            continue;
        };
        if let Some(value) = known.get(name) {
            let example = ExampleBuilder::new().value(Some(value.clone()));
            let examples = &mut components.examples;
            examples.insert(name.to_owned(), example.build().into());
            let example = RefOr::Ref(to("examples", name));
            content.examples.insert("household".to_owned(), example);
        } else if let Some(item) = name.strip_prefix(PAGE).and_then(|item| known.get(item)) {
            content.example = Some(json!({ "items": [item], "next": null }));
        }
    }
}

fn contents(operation: &mut Operation) -> impl Iterator<Item = &mut Content> {
    let body = operation.request_body.iter_mut();
    let sent = body.filter_map(|body| match body {
        RefOr::T(body) => Some(body.content.values_mut()),
        RefOr::Ref(_) => None,
    });
    let answers = operation.responses.responses.values_mut();
    let answered = answers.filter_map(|answer| match answer {
        RefOr::T(answer) => Some(answer.content.values_mut()),
        RefOr::Ref(_) => None,
    });
    sent.flatten()
        .chain(answered.flatten())
        .filter_map(|content| match content {
            RefOr::T(content) => Some(content),
            RefOr::Ref(_) => None,
        })
}
