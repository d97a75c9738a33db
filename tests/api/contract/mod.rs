//! The contract: it is the one in the tree, it is whole, and it is what is served.

mod absent;
mod documents;
mod requests;
mod whole;

use serde_json::Value;

use crate::promise;

/// Every operation by method and path, with what the contract says of it.
fn operations() -> impl Iterator<Item = (String, &'static Value)> {
    let paths = promise::document()["paths"].as_object().unwrap();
    paths.iter().flat_map(|(path, item)| {
        let operations = item.as_object().unwrap().iter();
        operations.map(move |(method, operation)| (format!("{method} {path}"), operation))
    })
}
