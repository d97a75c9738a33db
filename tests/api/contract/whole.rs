//! Nothing is missing from the contract that the code knows.

use std::collections::BTreeSet;
use std::path::Path;

use super::operations;
use crate::promise::{self, broken, broken_example};
use crate::reply::Reply;
use reqwest::header::HeaderMap;
use serde_json::Value;

/// Every source file, as text.
fn sources(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    entries
        .map(|entry| entry.path())
        .flat_map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![std::fs::read_to_string(&path).unwrap_or_default()]
            }
        })
        .collect()
}

fn code_base() -> Vec<String> {
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")))
}

/// The codes of a line such as `NotFound => 404 "not_found" "There is nothing here.",`.
fn declared(line: &str) -> Option<String> {
    let (_, rest) = line.split_once(" => ")?;
    let mut words = rest.split('"');
    let status: u16 = words.next()?.trim().parse().ok()?;
    let code = words.next()?;
    ((400..600).contains(&status) && words.count() == 3).then(|| code.to_owned())
}

/// The codes that a handler names, as in `(status = 409, description = "week_taken")`.
fn named_by_handlers(source: &str) -> impl Iterator<Item = String> {
    source
        .split("(status = ")
        .filter(|rest| rest.starts_with(['4', '5']))
        .filter_map(|rest| rest.split('"').nth(1))
        .flat_map(|codes| codes.split(' '))
        .map(str::to_owned)
}

fn listed() -> BTreeSet<String> {
    names(
        &promise::document()["components"]["schemas"]["Problem"]["properties"]["code"]["x-extensible-enum"],
    )
}

fn names(list: &Value) -> BTreeSet<String> {
    let names = list.as_array().into_iter().flatten();
    names
        .map(|name| name.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_problem_code_in_the_code_base_is_listed() {
    let code_base = code_base();
    let lines = code_base.iter().flat_map(|source| source.lines());

    let declared: BTreeSet<String> = lines.filter_map(declared).collect();

    assert!(declared.len() > 25, "{declared:?}");
    assert_eq!(listed(), declared);
}

#[test]
fn every_code_is_on_the_operations_that_answer_with_it() {
    let shared = promise::document()["components"]["responses"].as_object();
    let shared = shared.into_iter().flatten().map(|(_, says)| says);
    let on_operations: BTreeSet<String> = shared
        .chain(operations().map(|(_, says)| says))
        .flat_map(|says| names(&says["x-refusals"]))
        .collect();
    let named = code_base();
    let named = named.iter().flat_map(|source| named_by_handlers(source));

    let misspelt: Vec<String> = named.filter(|code| !listed().contains(code)).collect();
    let nowhere: Vec<String> = listed().difference(&on_operations).cloned().collect();

    assert!(misspelt.is_empty(), "{misspelt:?}");
    assert!(nowhere.is_empty(), "{nowhere:?}");
    let unheard_of: Vec<_> = on_operations.difference(&listed()).cloned().collect();
    assert!(unheard_of.is_empty(), "{unheard_of:?}");
}

#[test]
fn every_operation_is_named_explained_and_filed() {
    let mut names = BTreeSet::new();
    for (operation, says) in operations() {
        let name = says["operationId"].as_str().unwrap();
        assert!(
            names.insert(name) && name.contains('_'),
            "{operation}: {name}"
        );
        assert!(says["summary"].as_str().is_some(), "{operation}");
        assert_eq!(says["tags"].as_array().unwrap().len(), 1, "{operation}");
        for parameter in promise::parameters(says) {
            assert!(
                parameter["description"].is_string(),
                "{operation}: {parameter}"
            );
            assert!(parameter["schema"].is_object(), "{operation}: {parameter}");
            // A generator makes a type of the name of each; `type` itself is a word of Swift.
            assert_ne!(parameter["name"], "type", "{operation}");
        }
    }
}

#[test]
fn what_is_read_in_the_contract_alone_reads_alone() {
    let schemas = promise::document()["components"]["schemas"].as_object();
    let ours = |name: &String| !name.starts_with(|first: char| first.is_ascii_uppercase());
    let odd: Vec<_> = schemas.unwrap().keys().filter(|name| ours(name)).collect();

    assert!(odd.is_empty(), "a generator makes a type of each: {odd:?}");
    let text = promise::document().to_string();
    assert!(!text.contains("[`"), "a link to the code");
}

#[test]
fn what_exists_is_replaced_whole_and_never_merged() {
    for (operation, says) in operations() {
        assert!(
            !operation.to_lowercase().starts_with("patch"),
            "{operation}"
        );
        let merged = says["requestBody"]["content"].get("application/merge-patch+json");
        assert_eq!(merged, None, "{operation}");
    }
}

#[test]
fn every_body_has_an_example_and_every_example_is_one() {
    let schemas = &promise::document()["components"]["schemas"];
    for (operation, says) in operations() {
        let body = says["requestBody"]["content"].as_object();
        for (kind, content) in body.into_iter().flatten() {
            let name = content["schema"]["$ref"].as_str().unwrap_or_default();
            let name = name.rsplit('/').next().unwrap_or_default();
            let is_shown = schemas[name]["examples"].is_array() || content["example"].is_string();
            assert!(is_shown, "{operation}: {kind}");
        }
    }
    for (name, schema) in schemas.as_object().unwrap() {
        for example in schema["examples"].as_array().into_iter().flatten() {
            assert_eq!(broken_example(name, example), None, "{name}");
        }
    }
}

#[test]
fn a_promise_can_be_broken() {
    let reply = |status: u16, headers: &[(&'static str, &str)], text: &str| Reply {
        status,
        headers: headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect::<HeaderMap>(),
        body: serde_json::from_str(text).unwrap_or_default(),
        text: text.to_owned(),
    };
    let json = [("x-request-id", "1"), ("content-type", "application/json")];
    let html = [("x-request-id", "1"), ("content-type", "text/html")];
    let (good, bad) = (r#"{"status":"ok"}"#, r#"{"status":1}"#);
    let says = |path: &str, reply: Reply| broken("GET", path, &reply).unwrap_or_default();

    assert_eq!(says("/healthz", reply(200, &json, good)), "");
    assert_eq!(says("/healthz", reply(202, &json, good)), "no such status");
    assert_eq!(
        says("/healthz", reply(409, &json, r#"{"code":"week_taken"}"#)),
        "no such code: \"week_taken\""
    );
    assert_eq!(
        says("/healthz", reply(200, &json[1..], good)),
        "no X-Request-Id"
    );
    assert!(says("/healthz", reply(200, &html, good)).contains("text/html"));
    assert!(says("/healthz", reply(200, &json, bad)).starts_with("/status: "));
    assert_eq!(says("/nowhere", reply(200, &json, good)), "no such path");
    assert_eq!(
        says("/v1/accounts", reply(200, &json, good)),
        "no such method"
    );
}

#[test]
fn no_name_is_one_of_a_language_or_a_generator() {
    const TAKEN: [&str; 16] = [
        "Response", "State", "Status", "Head", "Copy", "Window", "Route", "Change", "Missing",
        "User", "Error", "Result", "Type", "Object", "Request", "Method",
    ];
    let schemas = &promise::document()["components"]["schemas"];
    for (name, schema) in schemas.as_object().unwrap() {
        assert!(
            !TAKEN.contains(&name.as_str()) && !name.contains('_'),
            "{name}"
        );
        let schema = schema.to_string();
        assert!(
            !schema.contains("allOf") && !schema.contains("anyOf"),
            "{name}"
        );
    }
}

/// Which closed enums stand in `schema`, or in what it refers to.
fn closed(schema: &Value, seen: &mut BTreeSet<String>, found: &mut BTreeSet<String>, at: &str) {
    if let Some(place) = schema["$ref"].as_str()
        && seen.insert(place.to_owned())
    {
        let named = promise::document().pointer(place.trim_start_matches('#'));
        closed(named.unwrap(), seen, found, place);
    }
    let is_open = schema["x-extensible-enum"].is_array();
    if schema["enum"].is_array() || (is_open && schema["type"].is_null()) {
        found.insert(at.to_owned());
    }
    let inner = schema.as_object().into_iter().flatten();
    let inner = inner.map(|(name, value)| (format!("{at}/{name}"), value));
    let items = schema.as_array().into_iter().flatten();
    let items = items.map(|value| (at.to_owned(), value));
    for (at, value) in inner.chain(items) {
        closed(value, seen, found, &at);
    }
}

#[test]
fn an_answer_may_get_new_values_and_a_request_may_not() {
    let (mut seen, mut in_answers) = (BTreeSet::new(), BTreeSet::new());
    let (mut asked, mut in_requests) = (BTreeSet::new(), BTreeSet::new());
    for (operation, says) in operations() {
        closed(&says["responses"], &mut seen, &mut in_answers, &operation);
        for part in ["requestBody", "parameters"] {
            closed(&says[part], &mut asked, &mut in_requests, &operation);
        }
    }

    assert!(in_answers.is_empty(), "{in_answers:?}");
    assert!(in_requests.len() > 10, "{in_requests:?}");
    let open = |place: &&String| {
        let named = promise::document().pointer(place.trim_start_matches('#'));
        named.unwrap().to_string().contains("x-extensible-enum")
    };
    let open: Vec<_> = asked.iter().filter(open).collect();
    assert!(open.is_empty(), "{open:?}");
}
