//! Every answer of the whole suite is held against the contract: a status, a header, a content type
//! or a member that `openapi.yaml` does not name fails the test that met it.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use alsfrs_diary::server;
use jsonschema::Validator;
use serde_json::{Value, json};

use crate::reply::Reply;

/// What the edge may answer before it looks for a route.
const UNREAD: [u16; 4] = [400, 406, 414, 431];

static CONTRACT: LazyLock<Contract> = LazyLock::new(|| Contract {
    document: serde_json::to_value(server::openapi()).unwrap(),
    validators: Mutex::default(),
});

/// The contract as JSON.
pub fn document() -> &'static Value {
    &CONTRACT.document
}

/// What the contract says at `#/components/responses/401` and the like, or `said` itself.
fn resolved(said: &Value) -> &Value {
    match said["$ref"].as_str() {
        Some(place) => document().pointer(place.trim_start_matches('#')).unwrap(),
        None => said,
    }
}

/// The parameters of an operation.
pub fn parameters(operation: &Value) -> impl Iterator<Item = &Value> {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    parameters.map(resolved)
}

/// How `reply` breaks the contract, if it does.
pub fn broken(method: &str, path: &str, reply: &Reply) -> Option<String> {
    // A preflight is between a browser and the edge.
    if method == "OPTIONS" {
        return None;
    }
    let (method, has_body) = match method {
        "HEAD" => ("GET", false),
        other => (other, true),
    };
    let broken = match CONTRACT.route(path) {
        None => (reply.status != 404).then(|| "no such path".to_owned()),
        Some(route) => match CONTRACT.operation(route, method) {
            None => (reply.status != 405).then(|| "no such method".to_owned()),
            Some(operation) => return CONTRACT.offence(operation, reply, has_body),
        },
    };
    broken.filter(|_| !UNREAD.contains(&reply.status))
}

struct Contract {
    document: Value,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

impl Contract {
    /// The template that `path` is one of; one without variable parts before the others.
    fn route(&self, path: &str) -> Option<&str> {
        let templates = self.document["paths"].as_object().unwrap().keys();
        templates
            .filter(|template| is_one_of(path, template))
            .min_by_key(|template| template.matches('{').count())
            .map(String::as_str)
    }

    fn operation(&self, route: &str, method: &str) -> Option<&Value> {
        let name = method.to_lowercase();
        let operation = &self.document["paths"][route][&name];
        (!operation.is_null() && name != method).then_some(operation)
    }

    /// What of `reply` is not as `operation` says.
    fn offence(&self, operation: &Value, reply: &Reply, has_body: bool) -> Option<String> {
        let responses = &operation["responses"];
        let by_status = &responses[reply.status.to_string()];
        let is_other_refusal = by_status.is_null() && reply.status >= 400;
        let promised = resolved(if is_other_refusal {
            &responses["default"]
        } else {
            by_status
        });
        if promised.is_null() {
            return Some("no such status".to_owned());
        }
        if reply.header("x-request-id").is_empty() {
            return Some("no X-Request-Id".to_owned());
        }
        for (name, header) in promised["headers"].as_object().into_iter().flatten() {
            if resolved(header)["required"] == json!(true) && reply.header(name).is_empty() {
                return Some(format!("no {name}"));
            }
        }
        let codes = [&operation["x-refusals"], &promised["x-refusals"]];
        let mut codes = codes.into_iter().filter_map(Value::as_array).flatten();
        let code = &reply.body["code"];
        // FHIR and OAuth have their own ways to say why.
        let is_other = reply.body["resourceType"] == "OperationOutcome"
            || !promised["content"]["application/json"].is_null()
            || reply.header("content-type").starts_with("text/html");
        if has_body && reply.status >= 400 && !is_other && !codes.any(|known| known == code) {
            return Some(format!("no such code: {code}"));
        }
        let contents = promised["content"].as_object().filter(|_| has_body);
        let Some(contents) = contents else {
            return (!reply.text.is_empty()).then(|| "a body".to_owned());
        };
        let sent = reply.header("content-type");
        let kind = sent.split(';').next().unwrap_or_default();
        if !contents.contains_key(kind) {
            return Some(format!("the content type {kind:?}"));
        }
        if !kind.ends_with("json") || kind.ends_with("ndjson") {
            return None;
        }
        self.offending_member(&contents[kind]["schema"], &reply.body)
    }

    fn offending_member(&self, schema: &Value, body: &Value) -> Option<String> {
        let validator = self.validator(schema);
        let offence = validator.validate(body).err()?;
        Some(format!("{}: {offence}", offence.instance_path()))
    }

    fn validator(&self, schema: &Value) -> Arc<Validator> {
        let known = self.validators.lock();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        let made = known.entry(schema.to_string()).or_insert_with(|| {
            let root = json!({
                "allOf": [schema],
                "components": self.document["components"],
            });
            let options = jsonschema::options().should_validate_formats(true);
            Arc::new(options.build(&root).expect("a schema"))
        });
        Arc::clone(made)
    }
}

fn is_one_of(path: &str, template: &str) -> bool {
    let (given, parts) = (path.split('/'), template.split('/'));
    given.clone().count() == parts.clone().count()
        && given
            .zip(parts)
            .all(|(given, part)| part == given || part.starts_with('{') && !given.is_empty())
}

/// How an example breaks the schema of its name, if it does.
pub fn broken_example(name: &str, example: &Value) -> Option<String> {
    CONTRACT.offending_member(&CONTRACT.document["components"]["schemas"][name], example)
}
