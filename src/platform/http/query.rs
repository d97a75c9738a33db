//! Query strings: every parameter known, and given once.

use std::collections::HashSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::json;
use super::problem::{AsProblem, HttpError, Refused};
use crate::platform::faults::Faults;

/// Reads the parameters into `T`, which refuses unknown ones by its own `deny_unknown_fields`.
///
/// Fails with 400 for an unknown, repeated or unreadable parameter.
pub fn read<T: DeserializeOwned>(query: &str) -> Result<T, HttpError> {
    let parameters = url::form_urlencoded::parse(query.as_bytes());
    let mut seen = HashSet::new();
    if let Some((name, _)) = parameters
        .clone()
        .find(|(name, _)| !seen.insert(name.clone()))
    {
        return Err(invalid(&name));
    }
    let parameters = serde_urlencoded::Deserializer::new(parameters);
    serde_path_to_error::deserialize(parameters).map_err(|error| refused(&json::fault(&error)))
}

/// Refuses the parameter `name`, which is unnamed where it is no plain name: nothing submitted is echoed.
pub fn invalid(name: &str) -> HttpError {
    let name = if json::is_plain(name) { name } else { "" };
    let detail = "The parameter is repeated, or its value is not one of those allowed.";
    refused(&Faults::one(&format!("/{name}"), "invalid_value", detail))
}

fn refused(faults: &Faults) -> HttpError {
    let mut errors = faults.as_slice().to_vec();
    for fault in &mut errors {
        fault.pointer = format!("?{}", fault.pointer.trim_start_matches('/'));
    }
    Refused::InvalidQuery.problem().errors(errors).into()
}

/// No parameters: what a route without a query takes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoParameters {}

/// How many items one page holds: 1 to 200, 50 unless told.
#[derive(Debug, Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "u16")]
#[schema(value_type = u16, minimum = 1, maximum = 200, default = 50)]
pub struct Limit(u16);

impl Limit {
    /// As many as the caller asked for.
    pub fn get(self) -> usize {
        self.0.into()
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(50)
    }
}

impl TryFrom<u16> for Limit {
    type Error = &'static str;

    fn try_from(limit: u16) -> Result<Self, &'static str> {
        if (1..=200).contains(&limit) {
            Ok(Self(limit))
        } else {
            Err("a page holds 1 to 200 items")
        }
    }
}
