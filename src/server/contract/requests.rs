//! What is true of how every operation is asked.

use serde_json::{Value, json};

use super::members;

/// What each variable part of a path, and each parameter that many operations have, means.
const MEANINGS: &[(&str, &str)] = &[
    ("patient", "Whose diary"),
    ("week", "The ISO 8601 week of the civil day"),
    ("account", "The member of the circle"),
    ("passkey", "The passkey, as the list of them names it"),
    ("subscription", "The device, as the list of them names it"),
    (
        "flag",
        "Something the team should hear of, as a trend names it",
    ),
    ("alert", "The alert, as the list of them names it"),
    ("site", "The clinic"),
    ("day", "The civil day"),
    ("export", "The export, as the list of them names it"),
    ("name", "The file, as the export names it"),
    ("asset", "The file of the page"),
    ("release", "The release of the page, as it names itself"),
    ("session", "The device, as the list of sessions names it"),
    ("invitation", "The invitation, as the list of them names it"),
    ("secret", "What the link of the card carries"),
    ("link", "The link, as the list of them names it"),
    ("record", "The record, by the id that its client made"),
    ("limit", "How many items one page holds"),
    ("cursor", "Where the page before ended: its `next`"),
    (
        "since",
        "The `next` of the answer before; without one everything is told",
    ),
    ("resource", "The type of resource"),
    ("id", "The resource, as a search names it"),
    ("subject", "The same as `patient`"),
    (
        "date",
        "The day: `2026-11`, `ge2026-11-01`; two make a span",
    ),
    ("authored", "As `date`: the day of the answers"),
    ("_lastUpdated", "As `date`, or an instant"),
    ("code", "`system|code` or a code, several with commas"),
    (
        "_type",
        "Which types, with commas between them; those that are not here are told in `error`",
    ),
    ("_since", "Nothing that was recorded before this instant"),
    (
        "_outputFormat",
        "`application/fhir+ndjson`: there is no other",
    ),
    (
        "Prefer",
        "`respond-async`; and `handling=strict` or `handling=lenient` about what is not understood",
    ),
    ("_id", "Which one"),
    ("url", "The canonical name"),
    ("version", "The version of it"),
    ("_count", "How many on one page, 1 to 200, usually 50"),
    ("_format", "`json`: there is no other"),
    ("If-Match", "The `ETag` of the version that is changed"),
    ("If-None-Match", "The `ETag` of what you have"),
];

/// Describes the parameters, and says what a body that may be left out is when it is there.
pub(super) fn complete((method, path): (&str, &str), operation: &mut Value) {
    if answers_not_modified(method, path) {
        let known = json!({
            "name": "If-None-Match", "in": "header", "required": false, "schema": {"type": "string"},
        });
        match operation
            .get_mut("parameters")
            .and_then(Value::as_array_mut)
        {
            Some(parameters) => parameters.push(known),
            None => operation["parameters"] = json!([known]),
        }
    }
    let parameters = operation
        .get_mut("parameters")
        .and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        let meaning = MEANINGS.iter().find(|(name, _)| parameter["name"] == *name);
        if let Some((name, meaning)) = meaning
            && parameter.get("description").is_none()
        {
            parameter["description"] = json!(meaning);
            if name.starts_with("If-") {
                parameter["example"] = json!("\"v1\"");
            } else if *name == "Prefer" {
                parameter["example"] = json!("respond-async");
            }
        }
        without_null(&mut parameter["schema"]);
    }
    if operation.get("security") == Some(&json!([{}])) {
        operation["security"] = json!([]);
    }
    if let Some(body) = operation.get_mut("requestBody") {
        members(&mut body["content"]).for_each(|(_, content)| without_null(&mut content["schema"]));
    }
}

/// Whether the operation is a read of something that has an `ETag`.
pub(super) fn answers_not_modified(method: &str, path: &str) -> bool {
    let is_document = matches!(
        path,
        "/openapi.yaml" | "/openapi.json" | "/.well-known/jwks.json"
    );
    let reads = path.starts_with("/v1/") || path.starts_with("/fhir/") && !path.contains('$');
    method == "get" && (reads || is_document)
}

/// A parameter or body that is left out is absent, never null.
fn without_null(schema: &mut Value) {
    if let Some(choice) = schema.get_mut("oneOf").and_then(Value::as_array_mut) {
        choice.retain(|kind| kind["type"] != "null");
        if let [only] = choice.as_slice() {
            *schema = only.clone();
        }
    } else if let Some([kind, null]) = schema["type"].as_array().map(Vec::as_slice)
        && null == "null"
    {
        schema["type"] = kind.clone();
    }
}
