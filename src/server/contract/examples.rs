//! Examples, all of them of one invented household: Ada keeps a diary, Bob is let in.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::members;

/// By the name of the schema that each is one of.
const EXAMPLES: &str = include_str!("examples.json");

/// Adds an example to each schema that has one; then its members need none.
pub(super) fn add(schemas: &mut Value) {
    let known: BTreeMap<String, Value> = serde_json::from_str(EXAMPLES).unwrap_or_default();
    for (name, example) in known {
        if let Some(schema) = schemas.get_mut(&name) {
            schema["examples"] = json!([example]);
            let properties = schema.get_mut("properties");
            for (_, member) in properties.into_iter().flat_map(members) {
                member
                    .as_object_mut()
                    .map(|member| member.remove("example"));
            }
        }
    }
}
