//! What an app hands in at once.

use std::collections::HashSet;

use serde::{Deserialize, Deserializer};

use super::batch::{Method, Operation};
use crate::platform::faults::Faults;
use crate::platform::http::part::Part;

/// So many changes at once.
pub const MOST_OPERATIONS: usize = 100;

/// The longest name of an operation, in characters.
const LONGEST_ID: usize = 64;

/// Changes that waited on a device.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Batch)]
pub struct BatchRequest {
    /// At most 100, in the order in which they were made.
    #[schema(min_items = 1, max_items = 100)]
    operations: Vec<OperationRequest>,
}

/// A request as it could be sent alone.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BatchOperation)]
pub struct OperationRequest {
    /// What the app calls it; its result has the same.
    #[schema(min_length = 1, max_length = 64, example = "1")]
    id: String,
    #[serde(deserialize_with = "method")]
    #[schema(value_type = Method, inline)]
    method: Option<Method>,
    /// Below `/v1/patients/`, without a query.
    #[schema(example = "/v1/patients/0199c1a4-6a3c-7d2e-9f10-2b7c5d8e4a61/entries/2026-W47")]
    path: String,
    headers: Option<OperationHeaders>,
    /// As it would be sent alone, and read no earlier: what is wrong with it holds up nothing else.
    #[serde(default)]
    #[schema(value_type = Option<std::collections::HashMap<String, serde_json::Value>>)]
    body: Option<Box<Part>>,
}

/// What may be said about versions.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = BatchHeaders)]
pub struct OperationHeaders {
    /// The `ETag` of the version that is changed.
    #[serde(rename = "If-Match", alias = "if-match")]
    #[schema(example = "\"v1\"")]
    if_match: Option<String>,
    /// `*`: only if there is none.
    #[serde(rename = "If-None-Match", alias = "if-none-match")]
    #[schema(example = "*")]
    if_none_match: Option<String>,
}

/// Another way than these is refused in the result of its operation, and holds up nothing else.
fn method<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Method>, D::Error> {
    let name = String::deserialize(from)?;
    Ok(serde_json::from_value(name.into()).ok())
}

impl BatchRequest {
    /// The operations, each with a name of its own. Whether they can be done is said of each.
    pub fn read(self, mut faults: Faults) -> Result<Vec<Operation>, Faults> {
        let count = self.operations.len();
        faults.require(count > 0, "/operations", "empty", "There is nothing to do.");
        faults.require(
            count <= MOST_OPERATIONS,
            "/operations",
            "too_long",
            "At most 100 operations are taken at once.",
        );
        let mut names = HashSet::new();
        for (place, operation) in self.operations.iter().enumerate() {
            let pointer = format!("/operations/{place}/id");
            let length = operation.id.chars().count();
            faults.require(length > 0, &pointer, "empty", "An operation needs a name.");
            faults.require(
                length <= LONGEST_ID,
                &pointer,
                "too_long",
                "The name of an operation has at most 64 characters.",
            );
            faults.require(
                names.insert(operation.id.as_str()),
                &pointer,
                "repeated",
                "Each operation has a name of its own.",
            );
        }
        let operations = self.operations.into_iter().map(|one| {
            let headers = one.headers.unwrap_or_default();
            Operation {
                id: one.id,
                method: one.method,
                path: one.path,
                if_match: headers.if_match,
                if_none_match: headers.if_none_match,
                body: one.body,
            }
        });
        faults.or(operations.collect())
    }
}
