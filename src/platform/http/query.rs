//! Query strings: every parameter known, and given once.

use std::collections::HashSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::problem::{HttpError, Refused};

/// Reads the parameters into `T`, which refuses unknown ones by its own `deny_unknown_fields`.
///
/// # Errors
/// 400 for an unknown, repeated or unreadable parameter.
pub fn read<T: DeserializeOwned>(query: &str) -> Result<T, HttpError> {
    let mut seen = HashSet::new();
    let repeated = url::form_urlencoded::parse(query.as_bytes())
        .any(|(name, _)| !seen.insert(name.into_owned()));
    if repeated {
        return Err(Refused::InvalidQuery.into());
    }
    serde_urlencoded::from_str(query).map_err(|_| Refused::InvalidQuery.into())
}

/// For the routes that take no parameters.
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
    #[must_use]
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
