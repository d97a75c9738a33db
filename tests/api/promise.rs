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
        Some(route) => match CONTRACT.answer(route, method, reply.status) {
            Answer::NoSuchMethod => (reply.status != 405).then(|| "no such method".to_owned()),
            Answer::Unnamed => Some("no such status".to_owned()),
            Answer::At(place) => return CONTRACT.offence(&place, reply, has_body),
        },
    };
    broken.filter(|_| !UNREAD.contains(&reply.status))
}

/// What the contract says of a status.
enum Answer {
    NoSuchMethod,
    Unnamed,
    At(String),
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

    fn answer(&self, route: &str, method: &str, status: u16) -> Answer {
        let name = method.to_lowercase();
        let operation = &self.document["paths"][route][&name];
        let answer = &operation["responses"][status.to_string()];
        if operation.is_null() || name == method {
            Answer::NoSuchMethod
        } else if answer.is_null() {
            Answer::Unnamed
        } else if let Some(shared) = answer["$ref"].as_str() {
            Answer::At(shared.trim_start_matches('#').to_owned())
        } else {
            let route = route.replace('/', "~1");
            Answer::At(format!("/paths/{route}/{name}/responses/{status}"))
        }
    }

    /// What of `reply` is not as the response at `place` says.
    fn offence(&self, place: &str, reply: &Reply, has_body: bool) -> Option<String> {
        let promised = self.document.pointer(place).unwrap();
        for (name, header) in promised["headers"].as_object().into_iter().flatten() {
            let shared = header["$ref"].as_str().unwrap().trim_start_matches('#');
            let required = &self.document.pointer(shared).unwrap()["required"];
            if *required == json!(true) && reply.header(name).is_empty() {
                return Some(format!("no {name}"));
            }
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
        if !kind.ends_with("json") {
            return None;
        }
        let kind = kind.replace('/', "~1");
        self.offending_member(&format!("{place}/content/{kind}/schema"), &reply.body)
    }

    fn offending_member(&self, schema: &str, body: &Value) -> Option<String> {
        let validator = self.validator(schema);
        let offence = validator.validate(body).err()?;
        Some(format!("{}: {offence}", offence.instance_path()))
    }

    fn validator(&self, schema: &str) -> Arc<Validator> {
        let known = self.validators.lock();
        let mut known = known.unwrap_or_else(PoisonError::into_inner);
        let made = known.entry(schema.to_owned()).or_insert_with(|| {
            let root = json!({
                "allOf": [self.document.pointer(schema)],
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
    CONTRACT.offending_member(&format!("/components/schemas/{name}"), example)
}
