//! Every operation there is, as the server itself publishes it.

use serde_json::Value;

use crate::client::Client;

/// One operation of the contract, its variable parts filled with what is valid and not there.
#[derive(Clone, Debug)]
pub struct Operation {
    pub method: String,
    pub path: String,
}

impl Client {
    /// Every operation of the contract, as the server itself publishes it.
    pub async fn operations(&self) -> Vec<Operation> {
        all(&self.get("/openapi.json").await.expect(200).body)
    }
}

/// Every operation of `contract`.
pub fn all(contract: &Value) -> Vec<Operation> {
    let paths = contract["paths"].as_object().expect("paths");
    let operations = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().expect("operations").keys();
        methods.map(|method| Operation {
            method: method.to_uppercase(),
            path: filled(path),
        })
    });
    let operations: Vec<Operation> = operations.collect();
    assert!(operations.len() > 5, "{operations:?}");
    operations
}

fn filled(path: &str) -> String {
    let part = |part: &str| match part {
        "{week}" => "2026-W47".to_owned(),
        "{day}" => "2026-11-18".to_owned(),
        "{resource}" => "Observation".to_owned(),
        "{file}" => "swagger-ui.css".to_owned(),
        "{asset}" => "main.js".to_owned(),
        _ if part.starts_with('{') => "0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61".to_owned(),
        _ => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}
