//! Nothing is missing from the contract that the code knows.

use std::collections::BTreeSet;
use std::path::Path;

use super::operations;
use crate::promise::{self, broken, broken_example};
use crate::reply::Reply;
use reqwest::header::HeaderMap;

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
    let codes = &promise::document()["components"]["schemas"]["Problem"]["properties"]["code"];
    let codes = codes["enum"].as_array().unwrap().iter();
    codes
        .map(|code| code.as_str().unwrap().to_owned())
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
    let on_operations: BTreeSet<String> = shared
        .into_iter()
        .flat_map(|shared| shared.keys())
        .flat_map(|name| name.split('.').skip(1).map(str::to_owned))
        .collect();
    let named = code_base();
    let named = named.iter().flat_map(|source| named_by_handlers(source));

    let misspelt: Vec<String> = named.filter(|code| !listed().contains(code)).collect();
    let nowhere: Vec<String> = listed().difference(&on_operations).cloned().collect();

    assert!(misspelt.is_empty(), "{misspelt:?}");
    // No operation that there is can be asked with the wrong method.
    assert_eq!(nowhere, ["method_not_allowed"]);
}

#[test]
fn every_operation_is_named_explained_and_filed() {
    let mut names = BTreeSet::new();
    for (operation, says) in operations() {
        assert!(names.insert(says["operationId"].as_str()), "{operation}");
        assert!(says["summary"].as_str().is_some(), "{operation}");
        assert_eq!(says["tags"].as_array().unwrap().len(), 1, "{operation}");
        for parameter in says["parameters"].as_array().into_iter().flatten() {
            assert!(
                parameter["description"].is_string(),
                "{operation}: {parameter}"
            );
            assert!(parameter["schema"].is_object(), "{operation}: {parameter}");
        }
    }
}

#[test]
fn every_body_and_every_answer_has_an_example() {
    for (operation, says) in operations() {
        let body = says["requestBody"]["content"].as_object();
        let answers = says["responses"].as_object().unwrap().values();
        let answered = answers.filter_map(|answer| answer["content"].as_object());
        let contents = body.into_iter().chain(answered).flatten();
        for (kind, content) in contents {
            let is_document = operation.contains("/openapi.");
            if kind.ends_with("json") && !is_document {
                let has_one = content["example"].is_object() || content["examples"].is_object();
                assert!(has_one, "{operation}: {kind}");
            }
        }
    }
}

#[test]
fn every_example_is_one() {
    let examples = promise::document()["components"]["examples"].as_object();
    for (name, example) in examples.unwrap() {
        assert_eq!(broken_example(name, &example["value"]), None, "{name}");
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
    assert_eq!(says("/healthz", reply(418, &json, good)), "no such status");
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
